"""Keeps a dialog as high as its wrapped sentences need at the width it has.

Qt's own least size of a window counts a wrapped label as if it had all the width it likes; a
narrower dialog, or one with a remembered size, would cut lines and fields.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

_ASKING = (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show)


class WholeHeight(QObject):
    """Follows one window for as long as it lives."""

    def __init__(self, window: QWidget) -> None:
        """Let ``window``, which has a layout, never become lower than what is in it."""
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Measure when the width changes or what is in the window."""
        # Qt forgets to lay out anew what grows while its first size is being told.
        if event.type() in _ASKING and self._window.isVisible():
            self._keep()
        return False

    def _keep(self) -> None:
        layout, window = self._window.layout(), self._window
        if layout is None or not layout.hasHeightForWidth():
            return
        needed = layout.totalMinimumHeightForWidth(window.width())
        height = min(needed, window.screen().availableGeometry().height())
        if height != window.minimumHeight():
            window.setMinimumHeight(height)
