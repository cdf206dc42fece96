"""A label that says as much as its line has room for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class FittingLabel(QLabel):
    """Shows the first of several wordings that fits on one line; the last one may be broken."""

    def __init__(self, role: str = "", parent: QWidget | None = None) -> None:
        """Begin without words; ``role`` as for ``basics.label``."""
        super().__init__("", parent)
        self._wordings: tuple[str, ...] = ("",)
        self.setWordWrap(True)
        self.setProperty("role", role)
        # What is shown depends on the width, so the width must not depend on what is shown.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def offer(self, wordings: Sequence[str]) -> None:
        """Take wordings, the fullest first."""
        self._wordings = tuple(wordings) or ("",)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say more or less."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Say more or less in a text of another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        metrics, room = self.fontMetrics(), self.contentsRect().width()
        fitting = (each for each in self._wordings if metrics.horizontalAdvance(each) <= room)
        words = next(fitting, self._wordings[-1])
        if words != self.text():
            self.setText(words)
