"""收稿: files in, registered, corrected, decided; then 成稿."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QSplitter, QVBoxLayout, QWidget

from xinxi_desktop.domain.filters import SubmissionFilter
from xinxi_desktop.domain.searches import Search
from xinxi_desktop.domain.vocabulary import Disposition
from xinxi_desktop.gui.actions import bind
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.record import RecordDialog
from xinxi_desktop.gui.models.columns import Row
from xinxi_desktop.gui.models.filling import ListFiller
from xinxi_desktop.gui.models.rows import RowModel
from xinxi_desktop.gui.originals import Originals
from xinxi_desktop.gui.view import View
from xinxi_desktop.gui.views.intake_again import Again
from xinxi_desktop.gui.views.intake_counts import QueueCounts
from xinxi_desktop.gui.views.intake_day import undecided_today
from xinxi_desktop.gui.views.intake_deciding import Deciding
from xinxi_desktop.gui.views.intake_doors import IntakeDoors
from xinxi_desktop.gui.views.intake_drafting import Drafting
from xinxi_desktop.gui.views.intake_empty import IntakeEmpty
from xinxi_desktop.gui.views.intake_filter import IntakeFilter
from xinxi_desktop.gui.views.intake_listing import IntakeListing
from xinxi_desktop.gui.views.intake_lists import ALL, COLUMNS, PENDING, QUEUES, TRASH, queue_filter
from xinxi_desktop.gui.views.intake_reading import ReadingPlace
from xinxi_desktop.gui.views.intake_register import Registering, Round
from xinxi_desktop.gui.views.intake_register_book import RegisterBook
from xinxi_desktop.gui.views.intake_results import IntakeResults
from xinxi_desktop.gui.views.intake_saved import SavedSearches
from xinxi_desktop.gui.views.intake_together import Together
from xinxi_desktop.gui.views.intake_trash import TrashBar
from xinxi_desktop.gui.widgets.basics import (
    Bar,
    ListPane,
    Zones,
    icon_button,
    primary_button,
)
from xinxi_desktop.gui.widgets.count_label import CountLabel
from xinxi_desktop.gui.widgets.queue_list import QueueList
from xinxi_desktop.services import intake
from xinxi_desktop.services.acts import history
from xinxi_desktop.services.units import units

if TYPE_CHECKING:
    from xinxi_desktop.gui.views.intake_detail import IntakeDetail

_SIZES = (184, 684, 498)
_LOOKED_AHEAD = 500
"""How many selected rows are looked at for what may be done to all."""


class IntakeView(View):
    """Queues, list with the results of 登记 below, and the chosen submission."""

    key = "inbox"
    title = "收稿"
    kinds = ("submission",)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the zones; nothing is read before the view is shown."""
        super().__init__(desk, parent)
        self._kept_shown = False
        self.queues = QueueList("来稿分类", QUEUES)
        self.saved = SavedSearches(desk, self, self.queues)
        self.counts = QueueCounts(desk, self.queues, self.saved, self)
        self.trash_bar = TrashBar()
        self.model = RowModel(COLUMNS, self._fetch, self)
        self.listing = IntakeListing(self.model, desk.values)
        self._order = self.listing.order()
        self.listing.setAccessibleName("来稿")
        self.deciding = Deciding(desk, self, self.listing)
        self.drafting = Drafting(desk, self, self.listing)
        self.together = Together(
            desk, self, self.listing, self.deciding.decide, self.drafting.draft
        )
        self.filler = ListFiller(self.model, desk.jobs, desk.office.breaker, self)
        count = CountLabel(self.filler, "条")
        self.filter = IntakeFilter(partial(units, desk.office), count)
        self.empty = IntakeEmpty(desk)
        self.results = IntakeResults(desk.values)
        self.reading = ReadingPlace(desk, self)
        self.register = primary_button("登记")
        self.register_folder = icon_button("folder-open", "登记整个文件夹（Ctrl+Shift+N）")
        self.doors = IntakeDoors(self, desk.notifier)
        self.originals = Originals(desk, self)
        self.book = RegisterBook(desk, self, self._shown)
        self.registering = Registering(desk, self)
        self.again = Again(desk, self, self.registering)
        self._lay_out()
        self._wire()
        self._bind_keys()

    @property
    def detail(self) -> IntakeDetail:
        """The reading pane."""
        return self.reading.pane

    # ------------------------------------------------------------ as the window asks

    def refresh(self) -> None:
        """Read queues and list anew; the selection stays by id."""
        self.saved.refresh()
        self.counts.count()
        self._fill()
        self._show_current(keep_place=True)

    def start(self) -> None:
        """Begin in the list; while it is empty, where files come in."""
        (self.listing if self.model.ids else self.register).setFocus()

    def show_item(self, kind: str, key: int) -> None:
        """Show one submission, whatever its queue."""
        self.filter.clear()
        rows = intake.submission_rows(self.desk.office, [key])
        self.queues.choose(TRASH if rows and rows[0]["trashed_at"] else ALL)
        self._fill(whole=True)
        self.listing.select_ids([key], key)
        self.listing.setFocus()

    def shown_item(self) -> int:
        """Give the submission that is shown, 0 for none."""
        return self.listing.current_id()

    def mark_found(self, words: str) -> None:
        """Mark the words in the texts until the list is narrowed anew."""
        self.detail.mark_words(words)

    def show_queue(self, queue: str) -> None:
        """Show a queue from its top, without a filter."""
        self.filter.clear()
        self.queues.choose(queue)
        self._fill(whole=self.filler.long)
        self.listing.select_ids(self.model.ids[:1])
        self.listing.setFocus()

    def flush(self) -> None:
        """Save the field that is being filled in."""
        self._commit()

    def keep(self) -> bool:
        """Save the field that is being filled in; False while a 核实 is begun."""
        self._commit()
        return not (self.reading.is_built and self.detail.verification.has_begun)

    # ------------------------------------------------------------ files in

    def register_paths(self, paths: Sequence[Path]) -> None:
        """Register files and folders in a job."""
        if paths:
            self.registering.start(Round(tuple(paths)))

    def _end_round(self, round_: Round) -> None:
        self.results.end(round_)
        if round_.registered:
            self.filter.clear()
            self.queues.choose(PENDING)
            self.counts.count()
            self._fill(whole=self.filler.long)
            registered = set(round_.registered)
            first = next((key for key in self.model.ids if key in registered), 0)
            self.listing.select_ids([first], first)
            self.listing.setFocus()
            self._show_current()

    # ------------------------------------------------------------ 初选 and 成稿

    def _end_day(self) -> None:
        self._commit()
        dialog = undecided_today(self.desk, self._fetch, self)
        dialog.asked.connect(partial(self.show_item, "submission"))
        dialog.open()

    def _after_decision(self, following: int) -> None:
        self.refresh()
        if following:
            self.listing.select_ids([following], following)

    def _show_draft(self, article: int) -> None:
        self.mark_stale()
        self.desk.show_asked.emit("article", article)

    def _after_drafting(self) -> None:
        self.refresh()
        self.listing.setFocus()

    # ------------------------------------------------------------ the list

    def _fill(self, *, whole: bool = False) -> None:
        chosen, _named = self._shown()
        if self.reading.is_built:
            self.detail.mark_words(chosen.words)
        queue = self.queues.currentItem().text()
        self.empty.name(queue, self.filter, pending=self._queue == PENDING)
        self.trash_bar.setVisible(self._queue == TRASH)
        self.listing.follow_queue(self._queue)
        self.filler.fill(partial(_ids, self.desk, chosen), whole=whole or self.filler.long)
        nothing = self._queue != ALL and not self.model.ids
        self.empty.look_everywhere(self.filter if nothing else None)

    def _narrow(self) -> None:
        """Show what the filter lets through from its top; the chosen one may be far below."""
        self._fill()
        self.listing.select_ids(self.model.ids[:1])
        self.listing.scrollToTop()

    def _shown(self) -> tuple[SubmissionFilter, str]:
        """What the list shows, in its order, and its name in words."""
        key, descending = self._order
        chosen = queue_filter(self._queue, self.filter.value(), self.desk.office.person)
        if key:
            chosen = replace(chosen, sort=key, descending=descending)
        named = [self.queues.currentItem().text(), *self.filter.described()]
        return chosen, "，".join(named)

    def _fetch(self, ids: Sequence[int]) -> list[Row]:
        return intake.submission_rows(self.desk.office, ids)

    @property
    def _queue(self) -> str:
        """The chosen queue, or the one that the chosen kept search began from."""
        search = self.saved.search_of(self.queues.key)
        return search.queue if search else self.queues.key

    def _keep_search(self) -> None:
        self.saved.ask_name(self.filter.search(self._queue))

    def _change_queue(self, key: str) -> None:
        self._commit()
        search = self.saved.search_of(key)
        if search or self._kept_shown:
            self.filter.show_search(search or Search())
        self._kept_shown = search is not None
        self._fill()

    def _sort(self, key: str, descending: bool) -> None:
        self._order = (key, descending)
        self._fill()

    def _press_empty(self) -> None:
        if self.filter.active:
            self.filter.clear()
            self._fill()
        else:
            self.doors.ask_files()

    def _look_everywhere(self) -> None:
        self._kept_shown = False  # What a kept search has set stays set.
        self.queues.choose(ALL)
        self._narrow()

    # ------------------------------------------------------------ the chosen one

    def _commit(self) -> None:
        if self.reading.is_built:
            self.detail.commit()

    def _show_one(self, key: int) -> None:
        if not self.reading.is_built:
            return
        self.detail.commit()
        if key and self.model.row_of(key):
            self.detail.show_submission(key)
        else:
            self.detail.show_nothing()
        self._show_selection()

    def _show_current(self, *, keep_place: bool = False) -> None:
        if not self.reading.is_built:
            self.reading.build_soon()
            return
        key = self.listing.current_id()
        if key and self.model.row_of(key):
            self.detail.show_submission(key, keep_place=keep_place and key == self.detail.key)
        else:
            self.detail.show_nothing()
        self._show_selection()

    def _show_selection(self) -> None:
        ids = self.listing.selected_ids()[:_LOOKED_AHEAD]
        if self.reading.is_built and self.detail.key:
            self.detail.show_allowed(self.model.rows_of(ids or [self.detail.key]))

    def _after_correction(self, key: int) -> None:
        self.model.refresh([key])
        self.counts.count()
        if key == self.detail.key:
            self.detail.show_submission(key, keep_place=True)
            self._show_selection()

    def _after_verification(self) -> None:
        # What was answered leaves 待核实, as a decided one leaves its queue.
        self.refresh()
        self.listing.setFocus()

    def _with_shown(self, act: str) -> None:
        key = self.detail.key
        if not key:
            return
        if act == "original":
            self.originals.show_original(key)
        elif act == "copy":
            self.originals.ask_where(key)
        else:
            row = self.model.row_of(key)
            acts = history(self.desk.office, "submission", key)
            RecordDialog(row["title"], acts, self.desk.values, self).open()

    # ------------------------------------------------------------ putting together

    def _lay_out(self) -> None:
        left = QWidget()
        top = QVBoxLayout(left)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(0)
        top.addWidget(self._make_register_row())
        top.addWidget(self.queues, 1)
        middle = QSplitter(Qt.Orientation.Vertical)
        middle.setHandleWidth(1)
        middle.setChildrenCollapsible(False)
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filter)
        column.addWidget(self.trash_bar)
        column.addWidget(ListPane(self.listing, self.empty), 1)
        middle.addWidget(upper)
        middle.addWidget(self.results)
        zones = Zones(self.key, (left, middle, self.reading), _SIZES, self.desk.values)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(zones)

    def _make_register_row(self) -> QWidget:
        bar = Bar()
        policy = self.register.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Expanding)
        self.register.setSizePolicy(policy)
        bar.add(self.register, self.register_folder)
        return bar

    def _wire(self) -> None:
        self.trash_bar.restore_asked.connect(self.deciding.restore)
        # 我的 and the kept searches are another person's now.
        self.desk.person_changed.connect(self.mark_stale)
        self.queues.chosen.connect(self._change_queue)
        self.filter.changed.connect(self._narrow)
        self.model.sort_asked.connect(self._sort)
        self.listing.chosen.connect(self._show_one)
        self.listing.selectionModel().selectionChanged.connect(self._show_selection)
        self.empty.pressed.connect(self._press_empty)
        self.empty.everywhere_asked.connect(self._look_everywhere)
        self.register.clicked.connect(self.doors.ask_files)
        self.register_folder.clicked.connect(self.doors.ask_folder)
        self.doors.came.connect(self.register_paths)
        self.doors.pasted.connect(self.registering.start_pasted)
        self.registering.began.connect(self.results.begin)
        self.registering.progressed.connect(self.results.follow)
        self.registering.ended.connect(self._end_round)
        self.results.stop_asked.connect(self.registering.stop)
        self.results.again.connect(self.again.read)
        self.results.unit_asked.connect(self.again.ask_unit)
        self.results.show_asked.connect(partial(self.show_item, "submission"))
        self.deciding.done.connect(self._after_decision)
        self.together.done.connect(self.refresh)
        self.drafting.drafted.connect(self._show_draft)
        self.drafting.done.connect(self._after_drafting)
        self.reading.built.connect(self._wire_reading)

    def _wire_reading(self) -> None:
        self.detail.decided.connect(self.deciding.decide)
        self.detail.draft_asked.connect(self.drafting.draft)
        self.detail.corrected.connect(self._after_correction)
        self.detail.verified.connect(self._after_verification)
        self.detail.original_asked.connect(partial(self._with_shown, "original"))
        self.detail.copy_asked.connect(partial(self._with_shown, "copy"))
        self.detail.record_asked.connect(partial(self._with_shown, "record"))
        self.detail.together.offer(self.together)
        self.detail.mark_words(self._shown()[0].words)
        self._show_current()

    def _bind_keys(self) -> None:
        for disposition in Disposition:
            bind(self, f"inbox.{disposition.value}", partial(self.deciding.decide, disposition))
        for key, slot in (
            ("register", self.doors.ask_files), ("folder", self.doors.ask_folder),
            ("paste", self.doors.paste),
            ("day_end", self._end_day), ("draft", self.drafting.draft), ("verify", lambda: self.detail.begin_verification()),
            ("to_verify", self.together.mark_to_verify), ("checks", lambda: self.detail.checks.toggle()),
            ("fold", lambda: self.detail.toggle_form()), ("words", self.filter.words.setFocus),
            ("original", partial(self._with_shown, "original")),
            ("copy", partial(self._with_shown, "copy")),
            ("record", partial(self._with_shown, "record")), ("results", self.results.close_panel),
        ):  # fmt: skip
            bind(self, f"inbox.{key}", slot)
        menu = QMenu(self.filter.more)
        for key, slot in (
            ("keep_search", self._keep_search), ("print", self.book.open_word),
            ("excel", self.book.export_excel),
        ):  # fmt: skip
            menu.addAction(bind(self, f"inbox.{key}", slot))
        menu.addMenu(self.together.menu)
        menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.filter.more.setMenu(menu)
        # Only in the list: Del in a field is for its text.
        bind(self.listing, "inbox.trash", self.deciding.put_away)
        bind(self.listing, "inbox.restore", self.deciding.restore)


def _ids(desk: Desk, chosen: SubmissionFilter, limit: int | None) -> list[int]:
    if limit is None:
        return intake.submission_ids(desk.office, chosen)
    return intake.first_submission_ids(desk.office, chosen, limit)
