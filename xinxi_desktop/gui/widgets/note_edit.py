"""A few lines of text that are taken when the person goes on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

_FRAME = 18


class NoteEdit(QPlainTextEdit):
    """Says ``committed`` when the field is left, if the text is another.

    Signals:
        committed: the text.
    """

    committed = Signal(str)

    def __init__(self, name: str, lines: int, parent: QWidget | None = None) -> None:
        """Begin empty; ``name`` is what a screen reader says."""
        super().__init__(parent)
        self.setProperty("field", True)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self._lines = lines
        self._shown = ""
        self._fit()

    def show_text(self, text: str) -> None:
        """Show a text, unless the person is writing another version of it right now."""
        if self.hasFocus() and self.changed() and text == self._shown:
            return
        self._shown = text
        if text != self.toPlainText():
            self.setPlainText(text)

    def changed(self) -> bool:
        """Tell whether something is typed that was not taken yet."""
        return self.toPlainText().strip() != self._shown

    def commit(self) -> None:
        """Take what is typed."""
        if self.changed():
            self._shown = self.toPlainText().strip()
            self.committed.emit(self._shown)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field takes the text."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()

    def changeEvent(self, event: QEvent) -> None:
        """Stay as many lines high when the text size changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        line = QFontMetrics(QApplication.font()).lineSpacing()
        self.setFixedHeight(line * self._lines + _FRAME)
