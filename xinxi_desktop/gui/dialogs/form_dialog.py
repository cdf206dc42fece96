"""A dialog for one decision with a few fields: a heading, what it means, the fields, one verb."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from xinxi_desktop import settings
from xinxi_desktop.errors import XinxiError
from xinxi_desktop.gui.actions import action, bind
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.widgets.basics import label, may_fill_screen, primary_button
from xinxi_desktop.gui.widgets.field_form import Field, FieldForm
from xinxi_desktop.gui.widgets.whole_height import WholeHeight
from xinxi_desktop.services.office import Changes

Act = Callable[[dict[str, Any]], Changes]
_WIDTH = 480
_MARGIN, _GAP = 20, 12


class FormDialog(QDialog):
    """Asks and acts. What the office's rules refuse is said here, and nothing typed is lost.

    With ``act`` the dialog does it and closes when it was done; without, it closes and says
    ``filled``. ``body`` stands between the lead and the fields.

    Class attributes:
        final: what it does can't be taken back, so that no key alone does it.
    Signals:
        filled: the values of the fields.
    """

    final: ClassVar[bool] = False
    filled = Signal(object)

    def __init__(
        self,
        desk: Desk,
        name: str,
        title: str,
        verb: str,
        fields: Sequence[Field] = (),
        *,
        lead: str = "",
        act: Act | None = None,
        body: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Build the dialog; ``name`` is what its size and place are remembered under."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._desk, self._name, self._act = desk, f"dialog.{name}", act
        self.form = FieldForm(fields)
        self.form.setVisible(bool(fields))
        self.problem = label("", "danger")
        self.go = primary_button(verb)
        self.cancel = QPushButton("取消")
        self.cancel.setAutoDefault(False)
        self._lay_out(title, lead, body)
        self._choose_default()
        self.go.clicked.connect(self.decide)
        self.cancel.clicked.connect(self.reject)
        self.finished.connect(self._remember)
        self.form.edited.connect(self._forget_problem)
        WholeHeight(self)
        if body is not None and not self.final:
            may_fill_screen(self)
        self._restore()
        if fields:
            self.form.focus_first()

    def decide(self) -> None:
        """Do what the fields say, unless one of them is not filled in."""
        self.say(self.form.problem())
        if self.problem.text():
            return
        values = self.form.values()
        if self._act is None:
            self.accept()
            self.filled.emit(values)
        else:
            self.do(self._act, values)

    def do(self, act: Act, values: dict[str, Any]) -> None:
        """Run the act; if it is refused, say why and stay."""
        try:
            changes = act(values)
        except XinxiError as error:
            self.say(error.sentence)
        else:
            self.accept()
            self._desk.did(changes)

    def say(self, sentence: str) -> None:
        """Show what is in the way."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _lay_out(self, title: str, lead: str, body: QWidget | None) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_GAP)
        column.addWidget(label(title, "heading"))
        if lead:
            words = label(lead, "secondary")
            words.setWordWrap(True)
            column.addWidget(words)
        if body is not None:
            column.addWidget(body, 1)
        column.addWidget(self.form)
        column.addWidget(self.problem)
        self.problem.setWordWrap(True)
        self.problem.hide()
        column.addStretch(0 if body is not None else 1)
        column.addLayout(buttons)
        # Not the dialog's own minimum: it would let the dialog become smaller than what is in it.
        column.addStrut(_WIDTH - 2 * _MARGIN)

    def _choose_default(self) -> None:
        if self.final:
            self.cancel.setDefault(True)
            return
        self.go.setDefault(True)
        # Who holds the key that opened the dialog has not answered it.
        bind(self, "dialog.go", self.go.click).setAutoRepeat(False)
        self.go.setToolTip(f"{self.go.text()}（{action('dialog.go').keys[0]}）")

    def _forget_problem(self) -> None:
        self.say("")

    def _restore(self) -> None:
        kept = self._desk.values.get(settings.WINDOWS).get(self._name, "")
        self.restoreGeometry(QByteArray.fromBase64(kept.encode()))

    def _remember(self) -> None:
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self._desk.values.remember(settings.WINDOWS, self._name, geometry)
