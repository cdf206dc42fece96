"""A line for a date: typed short or long, it becomes whole when the line is left."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from xinxi_desktop.domain.times import read_date, today


class DateLine(QLineEdit):
    """Takes 12-05, 12.5, 1205, 12月5日 and whole dates; what is no date stays as typed.

    Attributes:
        example: the last date that stood here, to show how one is written.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.example = today()
        self.setPlaceholderText(self.example)
        self.textChanged.connect(self._keep_example)
        self.editingFinished.connect(self._make_whole)

    def day_or_text(self) -> str:
        """Give the whole date, or what is typed if it is none."""
        return read_date(self.text()) or self.text().strip()

    def _keep_example(self, text: str) -> None:
        # A short date half typed (12-0) must not become the example: only a whole one does.
        if len(text) == len(self.example) and read_date(text) == text:
            self.example = text

    def _make_whole(self) -> None:
        whole = self.day_or_text()
        if whole != self.text():
            self.setText(whole)
