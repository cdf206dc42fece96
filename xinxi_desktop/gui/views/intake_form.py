"""登记: the fields of a submission beside its text, each saved as soon as it is corrected."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.choose_unit import ChooseUnitDialog
from xinxi_desktop.gui.models.columns import Row
from xinxi_desktop.gui.views.intake_fields import registration_rows
from xinxi_desktop.gui.views.intake_lists import guessed_words
from xinxi_desktop.gui.widgets.basics import label, set_words
from xinxi_desktop.gui.widgets.field_form import Field
from xinxi_desktop.gui.widgets.field_strip import FieldStrip
from xinxi_desktop.gui.widgets.unit_field import UnitField
from xinxi_desktop.services import intake
from xinxi_desktop.services.units import confirm_units, save_unit, units

_GAP = 6


class IntakeForm(QWidget):
    """Title, units and the other registration fields of one submission.

    Signals:
        corrected: the id of a submission whose registration was changed.
    """

    corrected = Signal(int)

    def __init__(self, desk: Desk, initiator: QObject, parent: QWidget | None = None) -> None:
        """Correct in the desk's office; acts are told as done by ``initiator``."""
        super().__init__(parent)
        self._desk, self._initiator = desk, initiator
        self._key = 0
        self.heading = FieldStrip([[(Field("title", "标题"), 12)]])
        self.units = UnitField()
        self.guessed, self.right = label("", "secondary"), QToolButton()
        self.fields = FieldStrip(registration_rows(desk.office.machine))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(self.heading)
        column.addLayout(self._make_unit_row())
        column.addWidget(self.fields)
        column.addWidget(self._make_guessed())
        for strip in (self.heading, self.fields):
            strip.committed.connect(partial(self._correct, strip))
        self.units.changed.connect(self._correct_units)
        self.units.add_asked.connect(self._ask_unit)
        self.units.confirm_asked.connect(lambda key: self.confirm_units([key]))

    def show_submission(self, row: Row) -> None:
        """Show the fields of a submission as services.intake gives it."""
        self._key = row["id"]
        self.heading.show_values(row)
        self.fields.show_values(row)
        self._show_units()
        self.guessed.setText(guessed_words(row))
        self._guessed_row.setVisible(bool(row["guessed"]))

    def commit(self) -> None:
        """Save the field in which the cursor is."""
        self.heading.commit()
        self.fields.commit()

    def _make_unit_row(self) -> QHBoxLayout:
        caption = QLabel("单位")
        caption.setProperty("role", "secondary")
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        row.addWidget(caption)
        row.addWidget(self.units, 1)
        return row

    def _make_guessed(self) -> QWidget:
        self._guessed_row = QWidget()
        row = QHBoxLayout(self._guessed_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.guessed, 1)
        row.addWidget(self.right)
        self.guessed.setWordWrap(True)
        set_words(self.right, "都对")
        self.right.setProperty("framed", True)
        self.right.setToolTip("类型、喜忧、领域核对过了，都对")
        self.right.clicked.connect(self._confirm_guesses)
        return self._guessed_row

    def _show_units(self) -> None:
        office = self._desk.office
        known = {row["id"]: row for row in units(office)}
        shown = [known[row["unit"]] for row in intake.contributions(office, self._key)]
        self.units.show_units(shown)
        self.units.follow(self.heading.inputs["title"])

    def _correct(self, strip: FieldStrip, name: str, value: object) -> None:
        key = self._key
        act = partial(intake.correct, self._desk.office, key, {name: value})
        if self._desk.do(act, self._initiator) is None:
            strip.refuse(name)
        else:
            self.corrected.emit(key)

    def _correct_units(self, ids: Sequence[int]) -> None:
        key = self._key
        act = partial(intake.correct, self._desk.office, key, {"units": list(ids)})
        if self._desk.do(act, self._initiator) is not None:
            self.corrected.emit(key)

    def _ask_unit(self) -> None:
        every = [row for row in units(self._desk.office) if row["id"] not in self.units.ids]
        dialog = ChooseUnitDialog(
            "这条来稿还有哪个单位？", every, "添加", new_verb="登记为新单位并添加", parent=self
        )
        dialog.chosen.connect(self._add_unit)
        dialog.open()

    def _add_unit(self, key: int, name: str) -> None:
        if not key:
            changes = self._desk.do(
                partial(save_unit, self._desk.office, None, {"name": name}), self._initiator
            )
            if changes is None:
                return
            key = changes.id
        self._correct_units([*self.units.ids, key])

    def _confirm_guesses(self) -> None:
        key = self._key
        act = partial(intake.confirm_guesses, self._desk.office, [key])
        if self._desk.do(act, self._initiator) is not None:
            self.corrected.emit(key)

    def confirm_units(self, keys: Sequence[int]) -> None:
        """Confirm units that were registered by themselves."""
        act = partial(confirm_units, self._desk.office, list(keys))
        # Told as nobody's: other reports in the list bear the same units.
        self._desk.do(act)
