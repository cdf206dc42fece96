"""Kept searches among the queues of 收稿: shown with counts, made, renamed, deleted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from xinxi_desktop.domain.filters import SubmissionFilter
from xinxi_desktop.domain.searches import Search, search_from
from xinxi_desktop.domain.times import today
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.search_name import SearchNameDialog
from xinxi_desktop.gui.jobs import Control
from xinxi_desktop.gui.models.columns import Row
from xinxi_desktop.gui.views.intake_lists import QUEUES, queue_filter
from xinxi_desktop.gui.widgets.queue_list import Queue, QueueList
from xinxi_desktop.services import searches
from xinxi_desktop.services.office import Changes, Office

_KEPT = "saved:"
_TOLD = "分类、词语、单位和时间一起存下。时间按当天算：存“本月”，下个月看到的就是下个月的。"


class SavedSearches(QObject):
    """Follows the office and fills the end of the list of queues."""

    def __init__(self, desk: Desk, view: QWidget, queues: QueueList) -> None:
        """Belong to a view; acts are told as done by it."""
        super().__init__(view)
        self._desk, self._view, self._queues = desk, view, queues
        self._rows: dict[str, Row] = {}
        self.counts: dict[str, int] = {}
        self.menu = QMenu(queues)
        queues.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        queues.customContextMenuRequested.connect(self._open_menu)

    def refresh(self) -> None:
        """Read the kept searches anew; counts follow when they are there."""
        rows = searches.saved_searches(self._desk.office)
        found = {f"{_KEPT}{row['id']}": row for row in rows}
        if found != self._rows:
            self._rows = found
            extra = [Queue(key, row["name"]) for key, row in found.items()]
            heading = [Queue("", "存下的查询")] if extra else []
            self._queues.set_queues((*QUEUES, *heading, *extra))
        if found:
            chosen = {key: self._filter(row) for key, row in found.items()}
            self._desk.jobs.run(partial(_count, self._desk.office, chosen), self._take_counts)

    def search_of(self, key: str) -> Search | None:
        """The search that stands behind a queue, None for a queue of the program."""
        row = self._rows.get(key)
        return search_from(row["body"]) if row else None

    def ask_name(self, search: Search) -> None:
        """Ask under which name to keep a search."""
        dialog = SearchNameDialog("存为查询", _TOLD, search.text, False, self._view)
        keep = partial(searches.keep_search, self._desk.office, search=search)
        dialog.named.connect(partial(self._take_name, dialog, keep))
        dialog.open()

    def _filter(self, row: Row) -> SubmissionFilter:
        search = search_from(row["body"])
        return queue_filter(search.queue, search.to_filter(today()), self._desk.office.person)

    def _take_counts(self, counts: Mapping[str, int]) -> None:
        self.counts = dict(counts)
        self._queues.add_counts(self.counts)

    def _open_menu(self, at: QPoint) -> None:
        # A right click has chosen the queue already, and the menu key means the chosen one.
        row = self._rows.get(self._queues.key)
        if row:
            self.menu.clear()
            self.menu.addAction("改名…", partial(self._ask_new_name, row))
            self.menu.addAction("删除这个查询", partial(self._delete, row["id"]))
            self.menu.popup(self._queues.viewport().mapToGlobal(at))

    def _ask_new_name(self, row: Row) -> None:
        shared = row["person"] is None
        dialog = SearchNameDialog(
            "查询改名", "来稿不变，只改名称。", row["name"], shared, self._view
        )
        rename = partial(searches.rename_search, self._desk.office, row["id"])
        dialog.named.connect(partial(self._take_name, dialog, rename))
        dialog.open()

    def _take_name(
        self, dialog: SearchNameDialog, act: Callable[..., Changes], name: str, shared: bool
    ) -> None:
        if self._desk.do(partial(act, name=name, shared=shared), self._view) is not None:
            dialog.accept()
            self.refresh()

    def _delete(self, key: int) -> None:
        if self._desk.do(partial(searches.delete_search, self._desk.office, key), self._view):
            self.refresh()


def _count(
    office: Office, chosen: Mapping[str, SubmissionFilter], _control: Control
) -> dict[str, int]:
    return {key: searches.count(office, each) for key, each in chosen.items()}
