"""A double click chooses a word: Qt would take one character of Chinese, or a whole run."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from xinxi_desktop.gui.widgets.body_text import select
from xinxi_desktop.services.word_choice import word_at


def choose_word(field: QTextEdit | QPlainTextEdit, at: QPoint) -> None:
    """Select the word under a point; where none is Qt's own choice stays."""
    cursor = field.cursorForPosition(at)
    # The cursor stands at the nearer side of the character that was meant.
    if at.x() < field.cursorRect(cursor).left() and not cursor.atBlockStart():
        cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
    block = cursor.block()
    text = block.text()
    place = len(_before(text, cursor.positionInBlock()))
    first, last = word_at(text, place)
    if first < last:
        field.setTextCursor(select(field.document(), first, last, text, block.position()))


def _before(text: str, units: int) -> str:
    """The text before a place that Qt counted in UTF-16 units."""
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore")
