"""Keys that mean one thing in a field and another around it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget


class OwnKeys(QObject):
    """Lets fields answer the keys of an action before the window is asked."""

    def __init__(self, action: QAction, fields: Sequence[QWidget]) -> None:
        """Listen to ``fields`` as long as the action lives."""
        super().__init__(action)
        self._action = action
        for field in fields:
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim the keys when Qt asks whose they are; it sends them as a press then."""
        if not isinstance(event, QKeyEvent) or event.type() is QEvent.Type.KeyRelease:
            return super().eventFilter(watched, event)
        if QKeySequence(event.keyCombination()) not in self._action.shortcuts():
            return super().eventFilter(watched, event)
        event.accept()
        if event.type() is QEvent.Type.KeyPress:
            self._action.trigger()
        return True
