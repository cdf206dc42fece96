"""Draws tables and pictures in the middle of text, where only a caption can be altered."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

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
from xinxi_desktop.gui.picture_shelf import PictureShelf
from xinxi_desktop.gui.tokens import tokens_of
from xinxi_desktop.gui.widgets.body_text import CAPTION, OBJECT, OBJECT_TYPE

_PADDING = 6.0
_LEAST_CHARACTERS = 3
_NARROW = 320.0
_TALLEST = 10_000.0
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft


_PICTURE_HEIGHT = 150.0
"""What a picture takes at most in height, its caption below apart."""
_NO_CAPTION = "没有题注"
_CENTRE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True)
class _Sizes:
    """A table measured for a room and a font: widths of columns, upper edges of rows and foot."""

    table: Table
    room: float
    font: str
    widths: list[float]
    edges: list[float]


class BlockObject(QPyTextObject):
    """The handler of the object characters of one QTextDocument."""

    def __init__(
        self, blocks: Mapping[str, Block], document: QTextDocument, shelf: PictureShelf | None
    ) -> None:
        """Draw what ``blocks`` holds, by id; the mapping may be filled later."""
        super().__init__(document)
        self._blocks = blocks
        self._shelf = shelf
        self._sizes: dict[str, _Sizes] = {}
        document.documentLayout().registerHandler(OBJECT_TYPE, self)

    def intrinsicSize(  # noqa: N802 - Qt's name
        self, document: QTextDocument, _position: int, look: QTextFormat
    ) -> QSizeF:
        """As wide as the text, as high as the rows or the picture and its caption need."""
        width = _room(document)
        block = self._blocks.get(str(look.property(OBJECT)))
        if isinstance(block, Table):
            return QSizeF(width, self._measured(block, width, document).edges[-1])
        line = _metrics(document).height() + 2 * _PADDING
        shown = isinstance(block, Picture) and block.blob and self._shelf
        return QSizeF(width, line + _PICTURE_HEIGHT + _PADDING if shown else line)

    def drawObject(  # noqa: N802 - Qt's name
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        document: QTextDocument,
        _position: int,
        look: QTextFormat,
    ) -> None:
        """Draw the rules and the cells; of a picture a small one and its caption."""
        block = self._blocks.get(str(look.property(OBJECT)))
        painter.save()
        painter.setFont(document.defaultFont())
        room = QRectF(rect)
        if isinstance(block, Table):
            _draw_table(painter, room, self._measured(block, room.width(), document))
        elif isinstance(block, Picture) and block.blob and self._shelf:
            _draw_picture(painter, room, block.blob, str(look.property(CAPTION) or ""), self._shelf)
        else:
            _draw_cell(painter, room, f"〔图片〕{look.property(CAPTION) or ''}", head=False)
        painter.restore()

    def _measured(self, table: Table, room: float, document: QTextDocument) -> _Sizes:
        """Measure a table once for each room: one of 10,000 rows takes its time."""
        font = document.defaultFont().key()
        found = self._sizes.get(table.id)
        if found is None or (found.room, found.font) != (room, font) or found.table is not table:
            widths = _widths(table, room, document)
            edges = list(accumulate(_heights(table, widths, document), initial=0.0))
            found = self._sizes[table.id] = _Sizes(table, room, font, widths, edges)
        return found


def _draw_table(painter: QPainter, rect: QRectF, sizes: _Sizes) -> None:
    """Draw the rows that can be seen."""
    table, seen = sizes.table, painter.clipBoundingRect()
    first = max(0, bisect_right(sizes.edges, seen.top() - rect.top()) - 1) if seen.height() else 0
    for place in range(first, len(table.rows)):
        top = rect.top() + sizes.edges[place]
        if seen.height() and top > seen.bottom():
            return
        left, height = rect.left(), sizes.edges[place + 1] - sizes.edges[place]
        for text, width in zip(_padded(table.rows[place], len(sizes.widths)), sizes.widths,
                               strict=True):  # fmt: skip
            cell = QRectF(left, top, width, height)
            _draw_cell(painter, cell, text, head=place < table.header_rows)
            left += width


def _draw_picture(
    painter: QPainter, rect: QRectF, blob: str, caption: str, shelf: PictureShelf
) -> None:
    tokens = tokens_of(QApplication.palette())
    painter.setPen(tokens.colour("line"))
    painter.drawRect(rect)
    place = rect.adjusted(_PADDING, _PADDING, -_PADDING, 0)
    place.setHeight(_PICTURE_HEIGHT)
    image = shelf.get(blob)
    painter.setPen(tokens.colour("secondary"))
    if image is None:
        painter.drawText(place, int(_CENTRE), "正在读取图片…")
    elif image.isNull():
        painter.setPen(tokens.colour("danger"))
        painter.drawText(place, int(_CENTRE | Qt.TextFlag.TextWordWrap), "图片缺失或损坏，请看原件")
    else:
        size = QSizeF(image.size()).scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
        box = QRectF(place.topLeft(), size)
        box.moveCenter(place.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(box, image)
    below = QRectF(place.left(), place.bottom(), place.width(), rect.bottom() - place.bottom())
    painter.setPen(tokens.colour("text" if caption else "secondary"))
    words = caption or _NO_CAPTION
    painter.drawText(below, int(_CENTRE), painter.fontMetrics().elidedText(
        words, Qt.TextElideMode.ElideRight, int(below.width())))  # fmt: skip


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
    inside = max(width - 2 * _PADDING, 1)
    if "\n" not in text and metrics.horizontalAdvance(text) <= inside:
        return metrics.height() + 2 * _PADDING
    room = QRectF(0, 0, inside, _TALLEST)
    return metrics.boundingRect(room, int(_WRAP), text).height() + 2 * _PADDING


def _padded(row: Sequence[str], count: int) -> list[str]:
    return [*row, *[""] * (count - len(row))]


def _metrics(document: QTextDocument) -> QFontMetricsF:
    return QFontMetricsF(document.defaultFont())


def _room(document: QTextDocument) -> float:
    width = document.textWidth()
    return width - 2 if width > 0 else _NARROW


def draw_objects(
    document: QTextDocument, blocks: Mapping[str, Block], shelf: PictureShelf | None = None
) -> QObject:
    """Let tables and pictures be drawn in ``document``; the handler lives as long as it.

    Without a ``shelf`` a picture is a line of words.
    """
    return BlockObject(blocks, document, shelf)
