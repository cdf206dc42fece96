"""Shows a Document to be read: headings as headings, tables as tables, text to be copied."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, Signal
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QApplication, QWidget

from xinxi_desktop.domain.document import Block, Document, Picture, block_lines
from xinxi_desktop.domain.spans import Span
from xinxi_desktop.gui.picture_shelf import PictureShelf
from xinxi_desktop.gui.widgets.block_object import draw_objects
from xinxi_desktop.gui.widgets.body_text import (
    CAPTION,
    LEVEL,
    OBJECT,
    OBJECT_CHARACTER,
    OBJECT_TYPE,
    Look,
    blocks_of,
    select,
    shown_text,
    write_blocks,
)
from xinxi_desktop.gui.widgets.change_look import gone_look, unmarked_look
from xinxi_desktop.gui.widgets.heading_look import HeadingLook
from xinxi_desktop.gui.widgets.reading import ReadingText

_TITLE_SIZE = 1.2
_AFTER_HEAD = 8
_NEVER = -1


class DocumentText(ReadingText):
    """A title, a quiet line below it, and the blocks of a Document.

    Signals:
        written: another text stands here, or the same one in other colours or sizes.
    """

    written = Signal()

    def __init__(self, parent: QWidget | None = None, *, shelf: PictureShelf | None = None) -> None:
        """Begin empty; ``shelf`` has the pictures."""
        super().__init__(parent)
        if shelf:
            shelf.arrived.connect(self.viewport().update)
        # A report dropped onto the view must reach the view.
        self.setAcceptDrops(False)
        self._blocks: dict[str, Block] = {}
        self._document: tuple[str, str, Document] | None = None
        draw_objects(self.document(), self._blocks, shelf)
        self._headings = HeadingLook(self.document())
        self._heads = 0
        self._gone: tuple[Span, ...] = ()

    def show_document(self, title: str, lead: str, body: Document) -> None:
        """Show another text from its beginning."""
        self._document = (title, lead, body)
        self._blocks.clear()
        self._blocks.update((block.id, block) for block in body.blocks)
        self.clear()
        cursor = QTextCursor(self.document())
        self._gone = ()
        self._heads = bool(title) + bool(lead)
        first = True
        for text, heading in ((title, True), (lead, False)):
            if text:
                self._write_head(cursor, text, first=first, heading=heading)
                first = False
        write_blocks(cursor, body.blocks, Look.of(self.font()), first=first)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.written.emit()

    def mark_gone(self, gone: Sequence[Span]) -> None:
        """Strike through what fell away: characters of the body's text, objects one each."""
        if self._document is None or tuple(gone) == self._gone:
            return
        text = shown_text(self._document[2])
        start = self.document().findBlockByNumber(self._heads).position()
        for spans, look in ((self._gone, unmarked_look()), (gone, gone_look(self.palette()))):
            for span in spans:
                select(self.document(), span.start, span.end, text, start).mergeCharFormat(look)
        self._gone = tuple(gone)

    def show_nothing(self) -> None:
        """Show an empty sheet."""
        self._document = None
        self.clear()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Give the selected text as plain text, a table as its cells parted by tabs."""
        data = QMimeData()
        data.setText(plain_selection(self.textCursor(), self._blocks))
        return data

    def changeEvent(self, event: QEvent) -> None:
        """Write anew what carries colours or sizes."""
        super().changeEvent(event)
        shown = getattr(self, "_document", None)
        if shown and event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            place, gone = self.verticalScrollBar().value(), self._gone
            self.show_document(*shown)
            self.mark_gone(gone)
            self.verticalScrollBar().setValue(place)

    def _write_head(self, cursor: QTextCursor, text: str, *, first: bool, heading: bool) -> None:
        look = Look.of(self.font())
        block, words = look.block(), QTextCharFormat()
        block.setTextIndent(0)
        block.setBottomMargin(_AFTER_HEAD)
        block.setProperty(LEVEL, _NEVER)
        if heading:
            words.setProperty(QTextFormat.Property.FontPixelSize, round(look.size * _TITLE_SIZE))
            words.setFontWeight(QFont.Weight.DemiBold)
        else:
            words.setForeground(self.palette().placeholderText())
            words.setProperty(QTextFormat.Property.FontPixelSize, QApplication.font().pixelSize())
            block.setLineHeight(0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
        if first:
            cursor.setBlockFormat(block)
        else:
            cursor.insertBlock(block, QTextCharFormat())
        cursor.insertText(text, words)


def plain_selection(cursor: QTextCursor, blocks: dict[str, Block]) -> str:
    """The selected text; object characters become the text of what they stand for."""
    text = cursor.selection().toPlainText()
    if OBJECT_CHARACTER not in text:
        return text
    parts = text.split(OBJECT_CHARACTER)
    whole = parts[0]
    for (name, caption), part in zip(_objects_in(cursor), parts[1:], strict=False):
        block = blocks.get(name)
        lines = [caption] if isinstance(block, Picture) else block_lines(block) if block else []
        whole += "\n".join(filter(None, lines)) + part
    return whole


def _objects_in(cursor: QTextCursor) -> list[tuple[str, str]]:
    """Give id and caption of the objects in a selection."""
    names = []
    for block in blocks_of(cursor.document()):
        place = block.begin()
        while not place.atEnd():
            fragment = place.fragment()
            inside = cursor.selectionStart() <= fragment.position() < cursor.selectionEnd()
            if inside and fragment.charFormat().objectType() == OBJECT_TYPE:
                look = fragment.charFormat()
                names.append((str(look.property(OBJECT)), str(look.property(CAPTION) or "")))
            place += 1
    return names
