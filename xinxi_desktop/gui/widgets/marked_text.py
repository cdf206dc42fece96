"""A text with marks beside it: what is new, what has a comment. No formats, so undo knows none."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from xinxi_desktop.domain.spans import Span
from xinxi_desktop.gui.widgets.body_text import select
from xinxi_desktop.gui.widgets.change_look import comment_look, new_look
from xinxi_desktop.gui.widgets.reading import ReadingText


class MarkedText(ReadingText):
    """Keeps marks as cursors, which travel as one writes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without marks."""
        self._new: list[QTextCursor] = []
        self._noted: list[QTextCursor] = []
        super().__init__(parent)

    def mark_new(self, new: Sequence[Span], text: str) -> None:
        """Underline what is new in ``text``, unless the text is another one by now."""
        if text == self.toPlainText():
            self._new = [select(self.document(), each.start, each.end, text) for each in new]
            self._show_marks()

    def note(self, cursors: list[QTextCursor]) -> None:
        """Show on which words comments are."""
        self._noted = cursors
        self._show_marks()

    def forget_marks(self) -> None:
        """Take all marks off, as another text is to be shown."""
        self._new, self._noted = [], []
        self._show_marks()

    def changeEvent(self, event: QEvent) -> None:
        """Give marks the colours of the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and (self._new or self._noted):
            self._show_marks()

    def _show_marks(self) -> None:
        shown = []
        for cursors, look in (
            (self._noted, comment_look(self.palette())),
            (self._new, new_look(self.palette())),
        ):
            for cursor in cursors:
                made = QTextEdit.ExtraSelection()
                made.cursor, made.format = cursor, look
                shown.append(made)
        self.setExtraSelections(shown)
