"""Blocks pasted into an open text: at the cursor, as one step of undo."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCharFormat, QTextCursor

from xinxi_desktop.domain.document import Document, Picture, Table
from xinxi_desktop.gui.widgets.body_text import BodyText, Look, write_blocks
from xinxi_desktop.services.pasting import Pasted, pasted_html, pasted_text


def rich_paste(source: QMimeData) -> Pasted | None:
    """Give what the clipboard holds as blocks, None if plain lines say all of it."""
    if source.hasHtml():
        found = pasted_html(source.html())
        if found.rich:
            return found
    found = pasted_text(source.text())
    tables = any(isinstance(block, Table) for block in found.document.blocks)
    return found if tables else None


def words_of(source: QMimeData) -> str:
    """Give the words of what is pasted; some programs put them on the clipboard as HTML only."""
    if source.hasText() or not source.hasHtml():
        return source.text()
    return pasted_html(source.html()).document.plain_text()


def paste_blocks(cursor: QTextCursor, body: BodyText, document: Document, look: Look) -> None:
    """Put blocks at the cursor in place of what is selected; a paragraph is parted for them."""
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    if cursor.block().text() and not cursor.atBlockEnd():
        cursor.insertBlock()
        cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
    blocks = [body.add_block(block) for block in document.blocks]
    write_blocks(cursor, blocks, look, first=not cursor.block().text())
    if cursor.atEnd() and isinstance(blocks[-1], Table | Picture):
        # One must be able to write on below it.
        cursor.insertBlock(look.block(), QTextCharFormat())
    cursor.endEditBlock()
