"""编辑: articles by state, the text, the original beside it, 核稿 and 退改."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from xinxi_desktop.domain.comments import Anchor, locate
from xinxi_desktop.domain.cures import TITLE
from xinxi_desktop.domain.filters import ArticleFilter
from xinxi_desktop.domain.page_places import TextPlace
from xinxi_desktop.errors import UserError
from xinxi_desktop.gui.actions import bind
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.record import RecordDialog
from xinxi_desktop.gui.models.filling import ListFiller
from xinxi_desktop.gui.models.rows import RowModel
from xinxi_desktop.gui.originals import Originals
from xinxi_desktop.gui.view import View
from xinxi_desktop.gui.views.editing_aside import EditingAside
from xinxi_desktop.gui.views.editing_changes import ChangeMarks
from xinxi_desktop.gui.views.editing_lists import ALL, COLUMNS, QUEUES, queue_filter
from xinxi_desktop.gui.views.editing_pane import EditingPane
from xinxi_desktop.gui.views.editing_review import Reviewing
from xinxi_desktop.gui.views.editing_tools import EditingTools
from xinxi_desktop.gui.widgets.basics import Bar, EmptyState, ListPane, Zones
from xinxi_desktop.gui.widgets.count_label import CountLabel
from xinxi_desktop.gui.widgets.list_view import ListView
from xinxi_desktop.gui.widgets.queue_list import QueueList
from xinxi_desktop.services import articles
from xinxi_desktop.services.acts import history
from xinxi_desktop.services.office import Changes
from xinxi_desktop.services.revisions import restore_revision

_SIZES = (180, 276, 548, 362)
_WAIT_MILLISECONDS = 200


class EditingView(View):
    """Queues, list, editor, aside."""

    key = "editing"
    title = "编辑"
    kinds = ("article",)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the zones; nothing is read before the view is shown."""
        super().__init__(desk, parent)
        self._filling = False
        self._place = 0
        self._sent_on: dict[int, int] = {}
        self._back = 0
        self.queues = QueueList("稿件分类", QUEUES)
        self.words = QLineEdit()
        self.words.setPlaceholderText("标题、正文中的词")
        self.words.setAccessibleName("按词语筛选")
        self.words.setClearButtonEnabled(True)
        self.model = RowModel(COLUMNS, partial(articles.article_rows, desk.office), self)
        self.listing = ListView("editing.list", self.model, desk.values, lines=2)
        self.listing.setAccessibleName("稿件")
        key, descending = self.listing.order()
        self._order = (key, descending if key else True)
        self.filler = ListFiller(self.model, desk.jobs, desk.office.breaker, self)
        self.empty = EmptyState("")
        self.pane = EditingPane(desk)
        self.tools = EditingTools(desk, self.pane, self)
        self.aside = EditingAside(desk, self.pane.body, self)
        self.changes = ChangeMarks(desk, self.pane.body, self.aside.originals, self)
        self.originals = Originals(desk, self)
        self.reviewing = Reviewing(desk, self.pane, self.listing, self)
        self._timer = QTimer(self, singleShot=True, interval=_WAIT_MILLISECONDS)
        self._lay_out()
        self._wire()
        self._bind_keys()

    # ------------------------------------------------------------ as the window asks

    def refresh(self) -> None:
        """Read queues, list and the open article anew; text being typed stays."""
        back, self._back = self._back, 0
        self._fill(hold=not back)
        if self.model.place_of(back) is not None:
            self._open(back)
            self._select_open()
        elif self.pane.key:
            self._read_open()
        elif self.listing.current_id():
            self._open(self.listing.current_id())

    def follow(self, changes: Changes) -> None:
        """Choose again what was sent on, if that is taken back."""
        undone = [act for act in changes.ids if changes.final and act in self._sent_on]
        for act in undone:
            self._back = self._sent_on.pop(act)
        super().follow(changes)

    def start(self) -> None:
        """Begin in the list."""
        self.listing.setFocus()

    def show_item(self, kind: str, key: int) -> None:
        """Open one article, whatever its queue, ready to be written in."""
        self.words.clear()
        self._timer.stop()
        if self.model.place_of(key) is None:
            self._choose_queue(ALL)
        self._fill(whole=True)
        self._open(key)
        self._select_open()
        self.pane.body.setFocus()

    def shown_item(self) -> int:
        """Give the article that is shown, 0 for none."""
        return self.pane.key

    def show_text(self, place: TextPlace) -> None:
        """Open an article with the cursor at a character of it."""
        self.show_item("article", place.article)
        if place.block == TITLE:
            self.pane.title.setFocus()
            return
        last = place.first + len(place.quote)
        _title, body = self.pane.text()
        found = locate(body, Anchor(place.block, place.first, last, place.quote))
        if place.quote and found is not None:
            self.pane.body.go_to(found)

    def flush(self) -> None:
        """Keep what is typed."""
        self.keep()

    def keep(self) -> bool:
        """Keep what is typed; False if it could not be written."""
        self.aside.marks.commit()
        return self.pane.flush()

    # ------------------------------------------------------------ acts

    def save(self) -> bool:
        """Save a revision; False if it was refused, and then what is typed stays."""
        if not self.pane.dirty:
            return bool(self.pane.key)
        act = partial(articles.save_revision, self.desk.office, self.pane.key, *self.pane.text())
        if self.desk.do(act, self) is None:
            return False
        self.pane.restored.say("")
        self._after()
        return True

    def act(self, action: str) -> None:
        """送核, 核稿通过 or 退改 for what is selected; nobody passes what he edited, unless alone."""
        if self._may(action):
            self.reviewing.begin(action, self.save)

    def _restore(self, number: int) -> None:
        """Take an old revision again; what is typed is saved as one before."""
        if self.save():
            act = partial(restore_revision, self.desk.office, self.pane.key, number)
            if self.desk.do(act, self) is not None:
                self._after()

    def _may(self, action: str) -> bool:
        button = self.pane.acts[action]
        return bool(self.pane.key) and button.isEnabled()

    def _do_and_go_on(self, act: Callable[[], Changes]) -> None:
        """Act on the open article; if it leaves the queue the next one is opened, if any."""
        changes = self.desk.do(act, self)
        if changes is None:
            return
        self._after()
        if self.queues.key in (ALL, self.pane.row.get("state")):
            return
        self._sent_on[changes.act] = self.pane.key
        others = [key for key in self.model.ids if key != self.pane.key]
        if others:
            self._open(others[min(self._place, len(others) - 1)])
        else:
            self._close()
        self._fill()

    def _after(self) -> None:
        self._place = self.model.place_of(self.pane.key) or 0
        self._fill(hold=True)
        self._read_open()

    # ------------------------------------------------------------ the list

    def _fill(self, *, whole: bool = False, hold: bool = False) -> None:
        """List the queue; ``hold`` the open article in its place though it left the queue."""
        counts = articles.queue_counts(self.desk.office)
        self.queues.set_counts({**_zeros(), **counts, ALL: sum(counts.values())})
        words = self.words.text()
        chosen = queue_filter(self.queues.key, words, *self._order)
        title = self.queues.currentItem().text()
        self.empty.sentence.setText(
            "没有符合条件的稿件。" if words.strip() else f"“{title}”里没有稿件。"
        )
        self._filling = True
        place = self.model.place_of(self.pane.key) if hold and self.pane.key else None
        held = None if place is None else (self.pane.key, place)
        self.listing.show_column("state", self._is_mixed(held))
        self.filler.fill(partial(_ids, self.desk, chosen, held), whole=whole or self.filler.long)
        self._filling = False
        if self.pane.key:
            self._select_open()

    def _is_mixed(self, held: tuple[int, int] | None) -> bool:
        """Whether the list has more states than the queue's own."""
        queue, rows = self.queues.key, articles.article_rows(self.desk.office, (held or ())[:1])
        return queue == ALL or any(row["state"] != queue for row in rows)

    def _select_open(self) -> None:
        """Mark the open article in the list, and nothing if it stands in another queue."""
        self._filling = True
        self.listing.selectionModel().clear()
        if self.model.place_of(self.pane.key) is not None:
            self.listing.select_ids([self.pane.key], self.pane.key)
        self._filling = False

    def _choose_queue(self, key: str) -> None:
        self.queues.blockSignals(True)
        self.queues.choose(key)
        self.queues.blockSignals(False)

    def _change_queue(self) -> None:
        self._fill()
        if self.model.ids and self.model.place_of(self.pane.key) is None:
            self._open(self.model.ids[0])
            self._select_open()

    def _sort(self, key: str, descending: bool) -> None:
        self._order = (key, descending)
        self._fill()

    # ------------------------------------------------------------ the open article

    def _choose(self, key: int) -> None:
        if key and not self._filling and key != self.pane.key:
            self._open(key)

    def _open(self, key: int) -> None:
        self.aside.marks.commit()
        if self.desk.attempt(partial(self.pane.open_article, key)):
            self._show_aside()

    def _read_open(self) -> None:
        try:
            self.pane.read_again()
        except UserError:
            # 成稿 was undone: the article is gone, and its draft with it.
            self._close()
        else:
            self._show_aside()

    def _close(self) -> None:
        self.pane.close_article()
        self.aside.show_nothing()
        self.queues.setFocus()

    def _show_aside(self) -> None:
        self.aside.show_article(self.pane.row, bool(self.pane.fixed.sentence.text()))
        self.changes.compare_soon()
        self.reviewing.show_count()

    def _after_marks(self, key: int) -> None:
        self.model.refresh([key])
        if key == self.pane.key:
            self._read_open()

    def _open_original(self) -> None:
        if self.aside.originals.shown:
            self.originals.show_original(self.aside.originals.shown)

    def _comment(self) -> None:
        if self.pane.key:
            self.aside.show()
            self.aside.show_page("comments")
            self.aside.comments.ask()

    def _show_record(self) -> None:
        if self.pane.key:
            acts = history(self.desk.office, "article", self.pane.key)
            RecordDialog(self.pane.row["title"], acts, self.desk.values, self).open()

    # ------------------------------------------------------------ putting together

    def toggle_sides(self) -> None:
        """Give the text the room of queues and list, or bring them back."""
        shown = self._left.isHidden()
        self._left.setVisible(shown)
        self._middle.setVisible(shown)
        self.pane.sides.setChecked(not shown)

    def toggle_aside(self) -> None:
        """Give the text the room of what stands beside it, or bring that back."""
        self.aside.setVisible(self.aside.isHidden())

    def _lay_out(self) -> None:
        self._left, self._middle = self.queues, QWidget()
        bar = Bar()
        bar.add(self.words, CountLabel(self.filler, "篇"))
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(ListPane(self.listing, self.empty), 1)
        zones = Zones(
            self.key, (self._left, self._middle, self.pane, self.aside), _SIZES, self.desk.values
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(zones)

    def _wire(self) -> None:
        self.queues.chosen.connect(self._change_queue)
        self.words.textChanged.connect(self._timer.start)
        self._timer.timeout.connect(self._fill)
        self.model.sort_asked.connect(self._sort)
        self.listing.chosen.connect(self._choose)
        self.listing.activated_id.connect(self.pane.body.setFocus)
        self.pane.asked.connect(self._do)
        self.reviewing.decided.connect(self._do_and_go_on)
        self.aside.record.clicked.connect(self._show_record)
        self.pane.sides_asked.connect(self.toggle_sides)
        self.aside.marks.changed.connect(self._after_marks)
        self.aside.revisions.restore_asked.connect(self._restore)
        self.aside.original.clicked.connect(self._open_original)

    def _do(self, action: str) -> None:
        if action == "save":
            self.save()
        else:
            self.act(action)

    def _bind_keys(self) -> None:
        for action in ("save", "submit", "review", "return"):
            bind(self, f"editing.{action}", partial(self._do, action))
        bind(self, "editing.sides", self.toggle_sides)
        bind(self, "editing.aside", self.toggle_aside)
        bind(self, "editing.record", self._show_record)
        comment = bind(self, "editing.comment", self._comment)
        self.pane.body.offered = [comment, self.tools.find_here]
        bind(self, "editing.original", self._open_original)
        bind(self, "editing.words", self.words.setFocus)


def _ids(
    desk: Desk, chosen: ArticleFilter, held: tuple[int, int] | None, limit: int | None
) -> list[int]:
    """List what a filter lets through, and ``held`` (id and place) if it is still there."""
    ids = articles.article_ids(desk.office, chosen, limit)
    if held and held[0] not in ids and articles.article_rows(desk.office, held[:1]):
        ids.insert(held[1], held[0])
    return ids[:limit]


def _zeros() -> dict[str, int]:
    return {queue.key: 0 for queue in QUEUES if queue.key}
