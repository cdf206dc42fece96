"""What is done to all selected submissions at once, by the list's menu; each is one step of undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from xinxi_desktop.domain.states import SUBMISSION_MOVES, actions
from xinxi_desktop.domain.vocabulary import (
    Disposition,
    Kind,
    SubmissionState,
    Tone,
    Urgency,
    Vocabulary,
)
from xinxi_desktop.gui.actions import action
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.choose_unit import ChooseUnitDialog
from xinxi_desktop.gui.models.columns import Row
from xinxi_desktop.gui.widgets.list_view import ListView
from xinxi_desktop.services import intake, verification
from xinxi_desktop.services.office import Changes
from xinxi_desktop.services.units import units

_LOOKED_AHEAD = 500
"""How many selected rows are looked at for what may be done to all."""
_NONE = "还没有选中来稿，没有改动。请先在列表里选一条或几条。"


class Together(QObject):
    """The menu of the list.

    Signals:
        done: something was changed.
    """

    done = Signal()

    def __init__(
        self,
        desk: Desk,
        view: QWidget,
        listing: ListView,
        decide: Callable[[Disposition], None],
        draft: Callable[[], None],
    ) -> None:
        """Act for ``view`` on what is selected in ``listing``; on top ``decide`` and ``draft``."""
        super().__init__(view)
        self._desk, self._view, self._listing = desk, view, listing
        self.menu = QMenu("选中的来稿", listing)
        self.kinds = self._words_menu("类型改为", "kind", Kind)
        self.tones = self._words_menu("喜忧改为", "tone", Tone)
        self.urgencies = self._words_menu("缓急改为", "urgency", Urgency)
        self._fill_decisions(decide, draft)
        self._fill()
        self.menu.aboutToShow.connect(self._show_allowed)
        listing.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        listing.customContextMenuRequested.connect(self._open)

    def mark_to_verify(self) -> None:
        """Put all that is selected among what has to be asked after."""
        self._do(partial(verification.mark_to_verify, self._desk.office))

    def confirm_guesses(self) -> None:
        """Record that what the program worked out about all that is selected is right."""
        self._do(partial(intake.confirm_guesses, self._desk.office))

    def _fill_decisions(
        self, decide: Callable[[Disposition], None], draft: Callable[[], None]
    ) -> None:
        self.decisions = [
            self.menu.addAction(_keyed(each.label, each.value), partial(decide, each))
            for each in Disposition
        ]
        self.draft = self.menu.addAction(_keyed("成稿", "draft"), draft)
        self.menu.addSeparator()

    def _show_allowed(self) -> None:
        """Offer only what may be done to all that is selected."""
        rows = self._listing.rows.rows_of(self._listing.selected_ids()[:_LOOKED_AHEAD])
        allowed = [
            () if row["trashed_at"] else actions(SUBMISSION_MOVES, SubmissionState(row["state"]))
            for row in rows
        ]
        for entry in self.decisions:
            entry.setEnabled(all("dispose" in each for each in allowed))
        self.draft.setEnabled(all("draft" in each for each in allowed))

    def _fill(self) -> None:
        self.menu.addAction(_keyed("标为待核实", "to_verify"), self.mark_to_verify)
        for words, value in (("标为约稿来稿", True), ("取消约稿来稿", False)):
            self.menu.addAction(words, partial(self.correct, {"commissioned": value}))
        self.menu.addSeparator()
        for menu in (self.kinds, self.tones, self.urgencies):
            self.menu.addMenu(menu)
        self.menu.addAction("单位改为…", self.ask_unit)
        self.menu.addAction("带?的核对过了，都对", self.confirm_guesses)

    def _words_menu(self, title: str, field: str, words: type[Vocabulary]) -> QMenu:
        menu = QMenu(title, self.menu)
        for word in words:
            menu.addAction(word.label, partial(self.correct, {field: word.value}))
        return menu

    def _open(self, at: QPoint) -> None:
        count = len(self._listing.selected_ids())
        if count:
            self.menu.setTitle(f"选中的 {count} 条")
            self.menu.popup(self._listing.viewport().mapToGlobal(at))

    def ask_unit(self) -> None:
        """Ask which unit sent all that is selected."""
        count = len(self._listing.selected_ids())
        rows: Sequence[Row] = units(self._desk.office)
        dialog = ChooseUnitDialog(
            f"选中的 {count} 条来稿是哪个单位报的？", rows, "改为它", parent=self._view
        )
        dialog.chosen.connect(self._take_unit)
        dialog.open()

    def _take_unit(self, key: int, _name: str) -> None:
        self.correct({"units": [key]})

    def correct(self, fields: Row) -> None:
        """Give the same fields to all that is selected."""
        self._do(partial(intake.correct_many, self._desk.office, fields=fields))

    def _do(self, act: Callable[[Sequence[int]], Changes]) -> None:
        ids = self._listing.selected_ids()
        if not ids:
            self._desk.notifier.warn(_NONE)
        elif self._desk.do(partial(act, ids), self._view) is not None:
            self.done.emit()


def _keyed(words: str, name: str) -> str:
    return f"{words}\t{action(f'inbox.{name}').keys[0]}"
