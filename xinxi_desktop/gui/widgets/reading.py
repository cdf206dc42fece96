"""Text to be read: 17 px beside 14, line height 1.7, at most 42 characters a line (look.md)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QInputMethodEvent,
    QPalette,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

SIZE_PER_TEXT = 17 / 14
LINE_HEIGHT = 1.7
"""Of the text size; Qt's proportional height would count from the font's own line gap."""

MOST_CHARACTERS = 42
_EDGE = 24
_TITLE_SIZE = 1.2
_AFTER_HEAD = 8
_SHIFTED = (
    Qt.InputMethodQuery.ImCursorRectangle,
    Qt.InputMethodQuery.ImAnchorRectangle,
)


class ReadingText(QTextEdit):
    """A column of text in reading size; read-only unless told otherwise. Plain text only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._shown: tuple[str, str, tuple[str, ...]] | None = None
        # Filled from the palette: a background from the stylesheet is no opaque one to Qt, and
        # every keystroke would paint all that lies behind the text.
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.setAcceptRichText(False)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(0)
        self._measure()

    def show_text(self, title: str, lead: str, paragraphs: Sequence[str]) -> None:
        """Show a title, a quiet line below it, and paragraphs indented by two characters."""
        self._shown = (title, lead, tuple(paragraphs))
        self.clear()
        cursor = self.textCursor()
        character = QFontMetricsF(self.font()).horizontalAdvance("国")
        self._insert(cursor, title, 0, bold=True)
        if lead:
            cursor.insertBlock()
            self._insert(cursor, lead, 0, quiet=True)
        for paragraph in paragraphs:
            cursor.insertBlock()
            self._insert(cursor, paragraph, 2 * character)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def inputMethodQuery(self, query: Qt.InputMethodQuery, argument: Any = None) -> Any:
        """Say where the cursor is within the widget, not within its viewport.

        WORKAROUND: Qt answers in viewport coordinates, so that margins would push the
        candidate window of a Chinese input method away from the cursor; and what it answers
        to ImCurrentSelection cannot pass through Python.
        """
        if query == Qt.InputMethodQuery.ImCurrentSelection:
            return self.textCursor().selectedText()
        if argument is not None:
            return super().inputMethodQuery(query, argument)
        answer = super().inputMethodQuery(query)
        if query in _SHIFTED:
            return answer.translated(QPointF(self.viewport().pos()))
        return answer

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take words only where one may write.

        WORKAROUND: Qt inserts what an input method commits even into a read-only text.
        """
        if self.isReadOnly():
            event.ignore()
        else:
            super().inputMethodEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column narrow enough to read, in the middle of the room."""
        self._set_margins()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size of the program."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_margins()
        elif event.type() == QEvent.Type.StyleChange:
            # A widget with a font of its own hears of the program's only by the stylesheet.
            self._measure()
        elif event.type() == QEvent.Type.PaletteChange and self._shown:
            # The quiet line carries its colour; the rest follows the palette by itself.
            self.show_text(*self._shown)

    def _measure(self) -> None:
        font = QFont(QApplication.font())
        font.setPixelSize(round(font.pixelSize() * SIZE_PER_TEXT))
        if font == self.font():
            return
        self.setFont(font)
        self._set_margins()
        if self._shown:
            self.show_text(*self._shown)

    def _set_margins(self) -> None:
        widest = MOST_CHARACTERS * QFontMetricsF(self.font()).horizontalAdvance("国")
        side = max(_EDGE, int((self.width() - widest) / 2))
        self.setViewportMargins(side, _EDGE // 2, side - _EDGE // 2, 0)

    def _insert(
        self,
        cursor: QTextCursor,
        text: str,
        indent: float,
        *,
        bold: bool = False,
        quiet: bool = False,
    ) -> None:
        block = QTextBlockFormat()
        size = self.font().pixelSize() * (_TITLE_SIZE if bold else 1)
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
        block.setLineHeight(round(size * LINE_HEIGHT), fixed)
        block.setTextIndent(indent)
        block.setBottomMargin(_AFTER_HEAD if bold or quiet else 0)
        look = cursor.charFormat()
        look.setProperty(QTextFormat.Property.FontPixelSize, round(size))
        look.setFontWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        if quiet:
            look.setForeground(self.palette().placeholderText())
        else:
            look.clearForeground()
        cursor.setBlockFormat(block)
        cursor.insertText(text, look)
