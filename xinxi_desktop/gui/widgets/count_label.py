"""“共 12 条”: how many a list shows, beside what narrows it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from xinxi_desktop.gui.models.filling import ListFiller


class CountLabel(QLabel):
    """Follows a list as it is filled; silent while the rest of a long one is still coming."""

    def __init__(self, filler: ListFiller, measure: str, parent: QWidget | None = None) -> None:
        """Count what ``filler`` shows; ``measure`` is the word for one of it."""
        super().__init__(parent)
        self._measure = measure
        self.setProperty("role", "secondary")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        filler.filled.connect(self._say)
        self.hide()

    def minimumSizeHint(self) -> QSize:
        """It makes room for what one can use, on a small screen with large text."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say the whole number or nothing: a part of it would be another number."""
        if self.width() >= self.sizeHint().width():
            super().paintEvent(event)

    def _say(self, count: int) -> None:
        self.setText(f"共 {count:,} {self._measure}")
        # An empty list says so itself.
        self.setVisible(count > 0)
