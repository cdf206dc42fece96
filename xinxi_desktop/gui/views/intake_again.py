"""What can still be done about a file after 登记: read it again, or say whose it is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.choose_unit import ChooseUnitDialog
from xinxi_desktop.gui.views.intake_register import Registering, Round
from xinxi_desktop.services.intake import Outcome
from xinxi_desktop.services.units import units


class Again(QObject):
    """Starts further rounds for files that were not registered."""

    def __init__(self, desk: Desk, view: QWidget, registering: Registering) -> None:
        """Ask over ``view``."""
        super().__init__(view)
        self._desk, self._view, self._registering = desk, view, registering

    def read(self, outcomes: Sequence[Outcome], duplicates: bool) -> None:
        """Read files once more, registering ``duplicates`` too if the person says so."""
        paths = [each.path for each in outcomes]
        self._registering.start(Round(paths, register_duplicates=duplicates, again=True))

    def ask_unit(self, outcome: Outcome) -> None:
        """Ask which of several units is meant, then register."""
        rows = [row for row in units(self._desk.office) if row["id"] in outcome.candidates]
        dialog = ChooseUnitDialog(
            f"“{outcome.ambiguous}”是哪个单位？", rows, "选定并登记", parent=self._view
        )
        dialog.chosen.connect(partial(self._register_for, outcome))
        dialog.open()

    def _register_for(self, outcome: Outcome, unit: int, _name: str) -> None:
        choices = {outcome.ambiguous: unit}
        self._registering.start(Round([outcome.path], unit_choices=choices, again=True))
