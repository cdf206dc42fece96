"""Asks for what a final act needs and says, as it is filled in, exactly what will be final."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from xinxi_desktop.errors import XinxiError
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.form_dialog import Act, FormDialog
from xinxi_desktop.gui.widgets.basics import label
from xinxi_desktop.gui.widgets.field_form import Field

Tell = Callable[[dict[str, Any]], str]


class FinalFormDialog(FormDialog):
    """One dialog instead of two: fields, what they make final, and the verb that does it.

    As in ``FinalDialog`` a stray Enter does nothing final: in a field it leads on to the next.
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
        self._say_final()

    def showEvent(self, event: QShowEvent) -> None:
        """Give the sentences all their lines, however large the text and the remembered size."""
        super().showEvent(event)
        layout = self.layout()
        needed = layout.totalHeightForWidth(self.width()) if layout is not None else 0
        self.resize(self.width(), max(self.height(), needed))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field goes on to what comes next; on a button it presses that button."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not isinstance(self.focusWidget(), QPushButton):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def _say_final(self) -> None:
        """Keep the last sentences while a date is half typed."""
        try:
            self.what.setText(self._tell_final(self.form.values()))
        except XinxiError:
            return
