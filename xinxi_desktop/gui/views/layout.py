"""排版: issues from 拟编 to 已印发, their items, their pages and their signatures."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from xinxi_desktop.domain.filters import IssueFilter
from xinxi_desktop.domain.vocabulary import IssueState
from xinxi_desktop.gui.actions import bind, name_key
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.compose import ComposeDialog
from xinxi_desktop.gui.models.columns import Row
from xinxi_desktop.gui.models.rows import RowModel
from xinxi_desktop.gui.view import View
from xinxi_desktop.gui.views import layout_words as words
from xinxi_desktop.gui.views.layout_issue import IssuePane
from xinxi_desktop.gui.views.layout_items import ItemsPane
from xinxi_desktop.gui.widgets.basics import Bar, EmptyState, ListPane, Zones, label
from xinxi_desktop.gui.widgets.list_view import ListView
from xinxi_desktop.gui.widgets.queue_list import QueueList
from xinxi_desktop.services import issues, registers

_SIZES = (180, 500, 686)
_HEIGHTS = (270, 370)
_LEAST_ROWS, _MOST = 3, 0.42
"""Rows of the list of issues, and its share of the height: what is not needed is for the items."""
_OF_PUBLICATION = ("columns", "direction", "single_topic", "contents")


class LayoutView(View):
    """Queues, the issues of a queue over the items of one, and that issue in detail."""

    key = "layout"
    title = "排版"
    kinds = ("issue",)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the zones."""
        super().__init__(desk, parent)
        self.queues = QueueList("各期分类", words.QUEUES)
        self._pages: dict[int, int] = {}
        self.model = RowModel(words.ISSUE_COLUMNS, self._fetch, self)
        self.listing = ListView("layout.issues", self.model, desk.values)
        self.listing.setAccessibleName("各期")
        self.compose = QPushButton("组期")
        self.heading = label("", "heading")
        self.items = ItemsPane(desk)
        self.issue = IssuePane(desk)
        self._current = 0
        self._kept: set[int] = set()
        self._lay_out()
        self._wire()
        self.compose.setEnabled(not desk.office.read_only)

    def refresh(self) -> None:
        """Read counts, the list and the shown issue anew.

        An issue that a step moved out of the open queue stays listed until another queue is chosen.
        """
        if self._current:
            self._kept.add(self._current)
        self._pages = {key: n for key, n in self._pages.items() if key == self._current}
        self._read()

    def start(self) -> None:
        """Put the focus into the list, or on 组期 while there is none."""
        (self.listing if self.model.ids else self.compose).setFocus()

    def show_item(self, kind: str, key: int) -> None:
        """Show an issue, in the queue that is open or else among all."""
        if self.model.place_of(key) is None:
            self.queues.choose(words.ALL)
        self.listing.select_ids([key], key)

    def shown_item(self) -> int:
        """Give the issue that is shown, 0 for none."""
        return self._current

    def flush(self) -> None:
        """Keep what is typed."""
        self.keep()

    def keep(self) -> bool:
        """Keep what is typed; False if the office's rules refuse it."""
        self.items.commit()
        return self.issue.commit()

    def compose_issue(self) -> None:
        """组期."""
        if self.desk.office.read_only:
            return
        dialog = ComposeDialog(self.desk, self)
        known = set(issues.issue_ids(self.desk.office, IssueFilter()))
        dialog.accepted.connect(partial(self._show_new, known))
        dialog.open()

    def _fetch(self, ids: Sequence[int]) -> list[Row]:
        """The rows, with the pages as they are now rather than in the last clean proof."""
        rows = issues.issue_rows(self.desk.office, ids)
        done = IssueState.PRINTED.value
        for row in rows:
            if row["state"] != done:
                row["pages"] = self._pages.get(row["id"], row["pages"])
        return rows

    def _count_pages(self, key: int, pages: int) -> None:
        if self._pages.get(key) != pages:
            self._pages[key] = pages
            self.model.refresh([key])

    def _read(self) -> None:
        office = self.desk.office
        counts = words.counts_of(issues.queue_counts(office))
        self.queues.set_counts(counts)
        states = words.states_of(self.queues.key)
        listed = {*issues.issue_ids(office, IssueFilter(states=states)), *self._kept}
        every = issues.issue_ids(office, IssueFilter())
        self.model.replace([key for key in every if key in listed])
        queue = self.queues.currentItem().text()
        self.heading.setText(queue)
        nothing = f"现在没有“{queue}”的。" if counts[words.ALL] else "还没有组过一期。"
        self.empty.sentence.setText(nothing)
        self.issue.refresh_pool()
        self._show(self.listing.current_id())
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the list of issues anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Let the list of issues be as high as its rows, so that none of the room lies idle."""
        shown = _height_of(self.listing, max(_LEAST_ROWS, len(self.model.ids)))
        least = 0 if self.model.ids else self.empty.sizeHint().height()
        self.middle.fit(self.bar.sizeHint().height() + max(shown, least), _MOST)

    def _show(self, key: int) -> None:
        self._current = key
        row: Row = {}
        items: list[Row] = []
        if key:
            row = issues.issue(self.desk.office, key)
            families = registers.publications(self.desk.office)
            family = next(each for each in families if each["id"] == row["publication"])
            row |= {name: family[name] for name in _OF_PUBLICATION}
            items = issues.items(self.desk.office, key)
        self.items.show_issue(row, items)
        self.issue.show_issue(row)

    def _choose(self, key: int) -> None:
        if key == self._current:
            return
        self.items.commit()
        if self.issue.commit():
            self._show(key)
        else:
            # After this signal the table goes on to select the row that was asked for.
            before = [self._current]
            QTimer.singleShot(0, self, partial(self.listing.select_ids, before))

    def _show_new(self, known: set[int]) -> None:
        new = set(issues.issue_ids(self.desk.office, IssueFilter())) - known
        if new:
            self.queues.choose(words.OPEN)
            self.refresh()
            self.listing.select_ids(new)

    def _change_queue(self, _key: str) -> None:
        self._kept.clear()
        self._read()

    def _ask_article(self, key: int) -> None:
        self.desk.show_asked.emit("article", key)

    def _take_step(self) -> None:
        self.items.commit()
        self.issue.take_step()

    def _divert(self, item: int) -> None:
        """Ask where an item goes, then show the new issue."""
        self.items.commit()
        self.issue.acts.divert(self.items.issue, item, self._show_diverted)

    def _show_diverted(self, key: int) -> None:
        self.queues.choose(words.OPEN)
        self.refresh()
        self.show_item("issue", key)

    def _review(self) -> None:
        self.issue.acts.review(self.items.issue)

    def _lay_out(self) -> None:
        top = QWidget()
        self.bar = bar = Bar()
        bar.add(self.heading)
        bar.gap()
        bar.add(self.compose)
        self.empty = EmptyState("", "组期")
        self.empty.pressed.connect(self.compose_issue)
        self.empty.button.setVisible(not self.desk.office.read_only)
        column = QVBoxLayout(top)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(ListPane(self.listing, self.empty), 1)
        values = self.desk.values
        middle = self.middle = Zones(
            "layout.middle", (top, self.items), _HEIGHTS, values, upright=True
        )
        zones = Zones("layout", (self.queues, middle, self.issue), _SIZES, values)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(zones)

    def _wire(self) -> None:
        self.queues.chosen.connect(self._change_queue)
        self.listing.chosen.connect(self._choose)
        self.compose.clicked.connect(self.compose_issue)
        self.items.article_asked.connect(self._ask_article)
        self.items.pool_asked.connect(self.issue.show_pool)
        self.items.review_asked.connect(self._review)
        self.items.divert_asked.connect(self._divert)
        self.items.title_asked.connect(self.issue.break_title)
        self.items.item_chosen.connect(self.issue.preview.sheets.go_to_article)
        self.issue.item_clicked.connect(self.items.select_article)
        self.issue.text_asked.connect(self.desk.text_asked)
        self.issue.article_asked.connect(self._ask_article)
        self.issue.laid_out.connect(self.items.set_pages)
        self.issue.counted.connect(self._count_pages)
        for key, slot in (
            ("layout.new", self.compose_issue),
            ("layout.step", self._take_step),
            ("layout.advice", self.issue.show_advice),
            ("layout.pool", self.issue.show_pool),
            ("layout.take_out", self.items.take_out),
            ("layout.divert", self.items.ask_divert),
            ("layout.title", self.items.ask_title),
            ("layout.return", self.issue.send_back),
            ("layout.save", self.flush),
            ("layout.export", self.issue.export_pdf),
            ("layout.record", self.issue.show_record),
            ("layout.print", self.issue.open_printing),
            ("layout.print_proof", self.issue.print_proof),
        ):
            bind(self, key, slot)
        name_key(self.compose, "layout.new")


def _height_of(listing: ListView, rows: int) -> int:
    """The height at which so many rows can be seen."""
    bar = listing.horizontalScrollBar()
    below = bar.sizeHint().height() if bar.maximum() else 0
    above = listing.horizontalHeader().sizeHint().height() + 2 * listing.frameWidth()
    return above + rows * listing.verticalHeader().defaultSectionSize() + below
