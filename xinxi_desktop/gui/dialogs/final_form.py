"""Asks for what a final act needs and says, as it is filled in, exactly what will be final."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from xinxi_desktop.errors import XinxiError
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.form_dialog import Act, FormDialog
from xinxi_desktop.gui.widgets.basics import label
from xinxi_desktop.gui.widgets.field_form import Field

Tell = Callable[[dict[str, Any]], str]
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FinalFormDialog(FormDialog):
    """One dialog instead of two: fields, what they make final, and the verb that does it.

    A stray Enter does nothing final: in a field it leads on to the next, from the last one to the
    verb, where only a further press of Enter does it. It never leads to 取消.
    """

    final = True

    def __init__(
        self,
        desk: Desk,
        name: str,
        title: str,
        verb: str,
        fields: Sequence[Field],
        *,
        tell: Tell,
        lead: str = "",
        act: Act | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Build the dialog; ``tell`` gives the sentences for the values that stand there."""
        self._tell_final = tell
        self.what = label("")
        self.what.setWordWrap(True)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.what)
        super().__init__(
            desk, name, title, verb, fields, lead=lead, act=act, body=body, parent=parent
        )
        self.form.edited.connect(self._say_final)
        self.go.installEventFilter(self)
        self._say_final()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field goes on to what comes next; on a button it presses that button."""
        if event.key() not in _ENTER or isinstance(self.focusWidget(), QPushButton):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self._go_on()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Who holds Enter down has not answered the verb."""
        if watched is self.go and isinstance(event, QKeyEvent):
            pressed = event.type() == QEvent.Type.KeyPress and event.key() in _ENTER
            if pressed and event.isAutoRepeat():
                return True
        return super().eventFilter(watched, event)

    def _go_on(self) -> None:
        """From the field with the focus to the next one, from the last to the verb."""
        stops = [*self.form.inputs.values(), self.go]
        focus = self.focusWidget()
        held = (n for n, stop in enumerate(stops) if focus and stop.isAncestorOf(focus))
        here = next((n for n, stop in enumerate(stops) if stop is focus), next(held, -1))
        stops[min(here + 1, len(stops) - 1)].setFocus(Qt.FocusReason.TabFocusReason)

    def _say_final(self) -> None:
        """Keep the last sentences while a date is half typed."""
        try:
            self.what.setText(self._tell_final(self.form.values()))
        except XinxiError:
            return
