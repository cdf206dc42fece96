"""A part of a column that is as high as what is in it, and scrolls where there is no room for that."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

_LEAST_LINES = 4


class YieldingArea(QScrollArea):
    """Shows a widget whole; where room is short it scrolls rather than cut the fields in it."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        """Show ``content`` on whatever ground lies below."""
        super().__init__(parent)
        self._content = content
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setWidget(content)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        content.installEventFilter(self)

    def heightForWidth(self, width: int) -> int:
        """As high as the content."""
        if self._content.hasHeightForWidth():
            return self._content.heightForWidth(width)
        return self._content.sizeHint().height()

    def sizeHint(self) -> QSize:
        """As the content."""
        return self._content.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the content may be, and a few lines high."""
        width = self._content.minimumSizeHint().width()
        return QSize(width, self.fontMetrics().lineSpacing() * _LEAST_LINES)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the content the width there is."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for another height when the content does."""
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        # Qt's own resizing keeps a width that was there before the scroll bar. At the least
        # width the bar lies on the content's margin.
        width = max(self.viewport().width(), self._content.minimumSizeHint().width())
        self._content.resize(width, max(self.heightForWidth(width), self.viewport().height()))
