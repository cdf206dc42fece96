"""初选: decide for all that is selected, put it away, take it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import chain

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from xinxi_desktop.domain.vocabulary import Disposition, SubmissionState
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.choose_unit import ChooseUnitDialog
from xinxi_desktop.gui.dialogs.reason import ReasonDialog
from xinxi_desktop.gui.widgets.list_view import ListView
from xinxi_desktop.services import intake, trash
from xinxi_desktop.services.office import Changes, Office
from xinxi_desktop.services.units import units

_LOOKED_AHEAD = 500
"""How many rows are looked through for the next undecided one."""


class Deciding(QObject):
    """Acts for a view on what is selected in its list.

    Signals:
        done: something was changed; the id of the row to go on with, 0 for none.
    """

    done = Signal(int)

    def __init__(self, desk: Desk, view: QWidget, listing: ListView) -> None:
        """Acts are told as done by ``view``."""
        super().__init__(view)
        self._desk, self._view, self._listing = desk, view, listing

    def decide(self, disposition: Disposition) -> None:
        """Decide for all that is selected; ask for a reason or an address where one is due."""
        ids = self._listing.selected_ids()
        if not ids:
            self._desk.notifier.warn("还没有选中来稿。请先在列表里选一条或几条，再按 1–5 定去向。")
        elif disposition is Disposition.REJECT:
            dialog = ReasonDialog(len(ids), self._view)
            dialog.chosen.connect(partial(self._dispose, ids, disposition))
            dialog.open()
        elif disposition is Disposition.FORWARD:
            ask = ChooseUnitDialog(
                "转送给谁？",
                units(self._desk.office),
                "转送",
                new_verb="转送给这个名称",
                parent=self._view,
            )
            ask.chosen.connect(partial(self._forward, ids))
            ask.open()
        else:
            self._dispose(ids, disposition, "")

    def _forward(self, ids: Sequence[int], _unit: int, name: str) -> None:
        self._dispose(ids, Disposition.FORWARD, name)

    def _dispose(self, ids: Sequence[int], disposition: Disposition, reason: str) -> None:
        following = self._next_undecided(ids)
        act = partial(intake.dispose, self._desk.office, ids, disposition, reason)
        if self._desk.do(act, self._view) is not None:
            self.done.emit(following)

    def _next_undecided(self, ids: Sequence[int]) -> int:
        """The first undecided row after the last of ``ids``, else before them; 0 if none."""
        last = max(self._listing.rows.places_of(ids).values(), default=0)
        places = chain(range(last + 1, len(self._listing.rows.ids)), range(last))
        for place in list(places)[:_LOOKED_AHEAD]:
            row = self._listing.rows.row(place)
            if row and row["state"] == SubmissionState.PENDING and row["id"] not in ids:
                return int(row["id"])
        return 0

    def put_away(self) -> None:
        """Put all that is selected into the trash."""
        self._put(trash.trash, "还没有选中来稿，没有删除。请先在列表里选一条或几条。")

    def restore(self) -> None:
        """Take all that is selected out of the trash."""
        self._put(trash.restore, "还没有选中来稿，没有恢复。请先在回收站里选一条或几条。")

    def _put(self, act: Callable[[Office, Sequence[int]], Changes], warning: str) -> None:
        ids = self._listing.selected_ids()
        if not ids:
            self._desk.notifier.warn(warning)
        elif self._desk.do(partial(act, self._desk.office, ids), self._view) is not None:
            self.done.emit(0)
