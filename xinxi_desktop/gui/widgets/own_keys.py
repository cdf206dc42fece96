"""Keys that mean one thing in a field and another around it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

_BARE = Qt.KeyboardModifier.NoModifier


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
            return False
        # A letter is no key of an action: typing must not wait for the question.
        if event.text().isprintable() and event.text() and event.modifiers() is _BARE:
            return False
        if QKeySequence(event.keyCombination()) not in self._action.shortcuts():
            return False
        event.accept()
        if event.type() is QEvent.Type.KeyPress:
            self._action.trigger()
        return True
