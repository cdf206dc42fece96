"""What registers ask before they act: merging units, reading a table, where numbers begin."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from xinxi_desktop import settings
from xinxi_desktop.domain.times import today
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.choose_unit import ChooseUnitDialog
from xinxi_desktop.gui.dialogs.duties import DutiesDialog
from xinxi_desktop.gui.dialogs.form_dialog import FormDialog
from xinxi_desktop.gui.dialogs.masthead import MastheadDialog
from xinxi_desktop.gui.dialogs.recipients import RecipientsDialog
from xinxi_desktop.gui.dialogs.schemes import SchemeDialog
from xinxi_desktop.gui.jobs import Control
from xinxi_desktop.gui.models.columns import Row
from xinxi_desktop.gui.widgets.field_form import Field
from xinxi_desktop.gui.widgets.file_dialog import file_dialog
from xinxi_desktop.services import numbers, ready, units
from xinxi_desktop.services.office import Changes
from xinxi_desktop.services.units import UnitImport

_FILTER = "单位名录 (*.xlsx *.xls *.csv)"
_MOST = 99_999


class RegisterActs(QObject):
    """Opens the dialogs of the registers over ``window``."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        """Keep where to ask."""
        super().__init__(window)
        self._desk, self._window = desk, window

    def merge(self, row: Row) -> None:
        """并入: a unit registered by mistake becomes an alias of another."""
        others = [each for each in units.units(self._desk.office) if each["id"] != row["id"]]
        dialog = ChooseUnitDialog(
            f"“{row['name']}”并入哪个单位", others, "并入", parent=self._window
        )
        dialog.chosen.connect(partial(self._merge_into, row["id"]))
        dialog.open()

    def choose_table(self) -> None:
        """导入名录: read units from a table."""
        dialog = file_dialog(
            self._window, "导入单位名录", self._desk.values.get(settings.EXPORT_FOLDER), _FILTER
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.import_table)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def import_table(self, path: str) -> None:
        """Read a table of units beside the window and say what was not used."""
        office = self._desk.office

        def work(_control: Control) -> UnitImport:
            return units.import_unit_table(office, Path(path))

        self._desk.jobs.run(work, self._tell_import, title="导入单位名录")

    def assign_units(self) -> None:
        """分工: which editor looks after which units."""
        DutiesDialog(self._desk, self._window).open()

    def set_number(self, row: Row) -> None:
        """Say which number was the last before this program came."""
        office, key = self._desk.office, row["id"]

        def act(values: dict[str, Any]) -> Changes:
            supplement = bool(values["supplement"])
            return numbers.set_last_number(
                office, key, values["year"], values["number"], supplement=supplement
            )

        fields = (
            Field("year", "年份", "number", low=2000, high=2100, default=int(today()[:4])),
            Field("number", "最后一期是第几期", "number", high=_MOST),
            Field("supplement", "增刊", "check"),
        )
        self._open(
            row,
            "起始期号",
            "本程序启用以前，这一年最后一期编到第几期？下一期接着往下编。",
            fields,
            act,
        )

    def set_running(self, row: Row) -> None:
        """Say which 总期号 was the last before this program came."""
        office, key = self._desk.office, row["id"]

        def act(values: dict[str, Any]) -> Changes:
            return numbers.set_last_running(office, key, values["running"])

        fields = (Field("running", "最后的总期号", "number", high=_MOST),)
        self._open(
            row, "起始总期号", "本程序启用以前，总期号编到多少？下一期接着往下编。", fields, act
        )

    def show_recipients(self, row: Row) -> None:
        """Open the recipients of a publication."""
        RecipientsDialog(self._desk, row, self._window).open()

    def edit_masthead(self, row: Row) -> None:
        """刊头: change what the head of the publication looks like."""
        MastheadDialog(self._desk, row, self._window).open()

    def add_ready(self) -> None:
        """添加现成的: a publication as another kind of office prints it, with its chains."""
        office = self._desk.office

        def act(values: dict[str, Any]) -> Changes:
            return ready.add_ready_publication(office, str(values["name"]))

        every = ready.ready_publications(office)
        if not every:
            self._desk.notifier.warn("现成的刊物都已经有了。没有添加。可以用“新增刊物”另建。")
            return
        names = [(each.name, f"《{each.name}》（{each.profile.label}）") for each in every]
        FormDialog(
            self._desk, "ready", "添加现成的刊物", "添加", (Field("name", "刊物", "choice", choices=names),),
            lead="刊头、报送范围、份数、签批链都照现成的来，添加以后可以再改。", act=act, parent=self._window,
        ).open()  # fmt: skip

    def edit_schemes(self) -> None:
        """版式: change the office's own page schemes."""
        SchemeDialog(self._desk, parent=self._window).open()

    def _open(self, row: Row, title: str, lead: str, fields: tuple[Field, ...], act: Any) -> None:
        FormDialog(
            self._desk, "numbers", f"{title}：《{row['name']}》", "设定", fields,
            lead=lead, act=act, parent=self._window,
        ).open()  # fmt: skip

    def _merge_into(self, unit: int, into: int, _name: str) -> None:
        self._desk.do(partial(units.merge_unit, self._desk.office, unit, into))

    def _tell_import(self, done: UnitImport) -> None:
        parts = [done.changes.sentence]
        if done.ignored_columns:
            parts.append(f"没有用到的列：{'、'.join(done.ignored_columns)}")
        parts += done.notes
        self._desk.did(replace(done.changes, sentence="。".join(parts)))
