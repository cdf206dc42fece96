"""Draws tables and pictures in the middle of text, where they cannot be altered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QApplication

from xinxi_desktop.domain.document import Block, Picture, Table
from xinxi_desktop.gui.tokens import tokens_of
from xinxi_desktop.gui.widgets.body_text import OBJECT, OBJECT_TYPE

_PADDING = 6.0
_LEAST_CHARACTERS = 3
_NARROW = 320.0
_TALLEST = 10_000.0
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft


class BlockObject(QPyTextObject):
    """The handler of the object characters of one QTextDocument."""

    def __init__(self, blocks: Mapping[str, Block], document: QTextDocument) -> None:
        """Draw what ``blocks`` holds, by id; the mapping may be filled later."""
        super().__init__(document)
        self._blocks = blocks
        document.documentLayout().registerHandler(OBJECT_TYPE, self)

    def intrinsicSize(  # noqa: N802 - Qt's name
        self, document: QTextDocument, _position: int, look: QTextFormat
    ) -> QSizeF:
        """As wide as the text, as high as the rows need."""
        width = _room(document)
        block = self._blocks.get(str(look.property(OBJECT)))
        if isinstance(block, Table):
            return QSizeF(width, sum(_heights(block, _widths(block, width, document), document)))
        return QSizeF(width, _metrics(document).height() + 2 * _PADDING)

    def drawObject(  # noqa: N802 - Qt's name
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        document: QTextDocument,
        _position: int,
        look: QTextFormat,
    ) -> None:
        """Draw the rules and the cells; of a picture its caption."""
        block = self._blocks.get(str(look.property(OBJECT)))
        painter.save()
        painter.setFont(document.defaultFont())
        room = QRectF(rect)
        if isinstance(block, Table):
            _draw_table(painter, room, block, document)
        else:
            caption = block.caption if isinstance(block, Picture) else ""
            _draw_cell(painter, room, f"〔图片〕{caption}", head=False)
        painter.restore()


def _draw_table(painter: QPainter, rect: QRectF, table: Table, document: QTextDocument) -> None:
    widths = _widths(table, rect.width(), document)
    top = rect.top()
    for place, (row, height) in enumerate(
        zip(table.rows, _heights(table, widths, document), strict=True)
    ):
        left = rect.left()
        for text, width in zip(_padded(row, len(widths)), widths, strict=True):
            cell = QRectF(left, top, width, height)
            _draw_cell(painter, cell, text, head=place < table.header_rows)
            left += width
        top += height


def _draw_cell(painter: QPainter, cell: QRectF, text: str, *, head: bool) -> None:
    tokens = tokens_of(QApplication.palette())
    if head:
        painter.fillRect(cell, tokens.colour("window"))
    painter.setPen(tokens.colour("line"))
    painter.drawRect(cell)
    painter.setPen(tokens.colour("text"))
    inside = cell.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
    painter.drawText(inside, int(_WRAP | Qt.AlignmentFlag.AlignVCenter), text)


def _widths(table: Table, room: float, document: QTextDocument) -> list[float]:
    """Share the room by what the longest cells of each column want."""
    metrics = _metrics(document)
    least = _LEAST_CHARACTERS * metrics.horizontalAdvance("国")
    count = max((len(row) for row in table.rows), default=1)
    wanted = [
        max(least, max(metrics.horizontalAdvance(_padded(row, count)[place]) for row in table.rows))
        + 2 * _PADDING
        for place in range(count)
    ]
    if sum(wanted) <= room:
        return [room * each / sum(wanted) for each in wanted]
    return _shared(wanted, room)


def _shared(wanted: Sequence[float], room: float) -> list[float]:
    """Let narrow columns keep what they want; the wide ones share the rest alike."""
    given: dict[int, float] = {}
    while len(given) < len(wanted):
        share = (room - sum(given.values())) / (len(wanted) - len(given))
        narrow = {
            place: width
            for place, width in enumerate(wanted)
            if place not in given and width <= share
        }
        if not narrow:
            narrow = {place: share for place in range(len(wanted)) if place not in given}
        given |= narrow
    return [given[place] for place in range(len(wanted))]


def _heights(table: Table, widths: Sequence[float], document: QTextDocument) -> list[float]:
    metrics = _metrics(document)
    return [
        max(_height(text, width, metrics) for text, width in
            zip(_padded(row, len(widths)), widths, strict=True))
        for row in table.rows
    ]  # fmt: skip


def _height(text: str, width: float, metrics: QFontMetricsF) -> float:
    room = QRectF(0, 0, max(width - 2 * _PADDING, 1), _TALLEST)
    return metrics.boundingRect(room, int(_WRAP), text or "国").height() + 2 * _PADDING


def _padded(row: Sequence[str], count: int) -> list[str]:
    return [*row, *[""] * (count - len(row))]


def _metrics(document: QTextDocument) -> QFontMetricsF:
    return QFontMetricsF(document.defaultFont())


def _room(document: QTextDocument) -> float:
    width = document.textWidth()
    return width - 2 if width > 0 else _NARROW


def draw_objects(document: QTextDocument, blocks: Mapping[str, Block]) -> QObject:
    """Let tables and pictures be drawn in ``document``; the handler lives as long as it."""
    return BlockObject(blocks, document)
