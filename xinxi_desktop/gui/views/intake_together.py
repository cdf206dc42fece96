"""What is done to all selected submissions at once, by the list's menu; each is one step of undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from xinxi_desktop.domain.vocabulary import Kind
from xinxi_desktop.gui.actions import action
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.choose_unit import ChooseUnitDialog
from xinxi_desktop.gui.models.columns import Row
from xinxi_desktop.gui.widgets.list_view import ListView
from xinxi_desktop.services import intake, verification
from xinxi_desktop.services.office import Changes
from xinxi_desktop.services.units import units

_NONE = "还没有选中来稿，没有改动。请先在列表里选一条或几条。"


class Together(QObject):
    """The menu of the list.

    Signals:
        done: something was changed.
    """

    done = Signal()

    def __init__(self, desk: Desk, view: QWidget, listing: ListView) -> None:
        """Act for ``view`` on what is selected in ``listing``."""
        super().__init__(view)
        self._desk, self._view, self._listing = desk, view, listing
        self.menu = QMenu("选中的来稿", listing)
        self.kinds = QMenu("类型改为", self.menu)
        self._fill()
        listing.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        listing.customContextMenuRequested.connect(self._open)

    def mark_to_verify(self) -> None:
        """Put all that is selected among what has to be asked after."""
        self._do(partial(verification.mark_to_verify, self._desk.office))

    def _fill(self) -> None:
        key = action("inbox.to_verify").keys[0]
        self.menu.addAction(f"标为待核实\t{key}", self.mark_to_verify)
        for words, value in (("标为约稿来稿", True), ("取消约稿来稿", False)):
            self.menu.addAction(words, partial(self._correct, {"commissioned": value}))
        self.menu.addSeparator()
        for kind in Kind:
            self.kinds.addAction(kind.label, partial(self._correct, {"kind": kind.value}))
        self.menu.addMenu(self.kinds)
        self.menu.addAction("单位改为…", self._ask_unit)

    def _open(self, at: QPoint) -> None:
        count = len(self._listing.selected_ids())
        if count:
            self.menu.setTitle(f"选中的 {count} 条")
            self.menu.popup(self._listing.viewport().mapToGlobal(at))

    def _ask_unit(self) -> None:
        count = len(self._listing.selected_ids())
        rows: Sequence[Row] = units(self._desk.office)
        dialog = ChooseUnitDialog(
            f"选中的 {count} 条来稿是哪个单位报的？", rows, "改为它", parent=self._view
        )
        dialog.chosen.connect(self._take_unit)
        dialog.open()

    def _take_unit(self, key: int, _name: str) -> None:
        self._correct({"units": [key]})

    def _correct(self, fields: Row) -> None:
        self._do(partial(intake.correct_many, self._desk.office, fields=fields))

    def _do(self, act: Callable[[Sequence[int]], Changes]) -> None:
        ids = self._listing.selected_ids()
        if not ids:
            self._desk.notifier.warn(_NONE)
        elif self._desk.do(partial(act, ids), self._view) is not None:
            self.done.emit()
