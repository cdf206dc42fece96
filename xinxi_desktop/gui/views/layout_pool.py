"""备选稿件: what may go into an issue, to be added by Enter or dragged to its place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QLineEdit, QVBoxLayout, QWidget
from PySide6.QtWidgets import QPushButton as Button

from xinxi_desktop.domain.filters import ArticleFilter
from xinxi_desktop.domain.vocabulary import ArticleState
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.models.columns import Row
from xinxi_desktop.gui.models.movable import MovableModel
from xinxi_desktop.gui.views import layout_words as words
from xinxi_desktop.gui.views.layout_taking_out import take_out
from xinxi_desktop.gui.widgets.basics import Bar, EmptyState, ListPane, label
from xinxi_desktop.gui.widgets.list_view import ListView
from xinxi_desktop.services import articles, issues

READY = (ArticleState.REVIEWED.value, ArticleState.HELD_OVER.value)
UNREADY = (ArticleState.IN_REVIEW.value, ArticleState.DRAFT.value)
_WIDTH = 200


class PoolPane(QWidget):
    """Reviewed and held-over articles, and on demand those not reviewed yet."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin without an issue to add to."""
        super().__init__(parent)
        self._desk = desk
        self._issue: Row = {}
        self.model = MovableModel(words.POOL_COLUMNS, self._fetch, "article", ("item",), self)
        self.listing = ListView("layout.pool", self.model, desk.values)
        self.listing.setAccessibleName("备选稿件")
        self.words = QLineEdit()
        self.words.setPlaceholderText("按标题、正文找")
        self.words.setAccessibleName("在备选稿件里找")
        self.words.setClearButtonEnabled(True)
        self.words.setFixedWidth(_WIDTH)
        self.unready = QCheckBox("也显示未核的")
        self.add = Button("编入")
        self.why = label("", "secondary")
        self._lay_out()
        self._wire()

    def show_issue(self, issue: Row) -> None:
        """Add to this issue from now on; an empty row for none."""
        self._issue = issue
        open_ = bool(issue) and not self._desk.office.read_only and words.may(issue, "arrange")
        self.add.setEnabled(open_)
        self.model.open = (
            bool(issue) and not self._desk.office.read_only and words.may(issue, "take_out")
        )
        reason = (
            "" if open_ or not issue else f"这一期已是“{words.state_words(issue)}”，不能再编入。"
        )
        self.why.setText("现在只能看，不能改。" if self._desk.office.read_only else reason)

    def refresh(self) -> None:
        """Read the pool anew."""
        states = (*READY, *UNREADY) if self.unready.isChecked() else READY
        chosen = ArticleFilter(states=states, words=self.words.text())
        self.model.replace(articles.article_ids(self._desk.office, chosen))

    def count(self) -> int:
        """How many articles are ready."""
        counts = articles.queue_counts(self._desk.office)
        return sum(counts.get(state, 0) for state in READY)

    def add_chosen(self) -> None:
        """Add the selected articles at the end of the issue."""
        chosen = self.listing.selected_ids()
        if chosen and self.add.isEnabled():
            self._desk.do(
                partial(issues.add_articles, self._desk.office, self._issue["id"], chosen)
            )

    def start(self) -> None:
        """Put the focus into the list."""
        self.listing.setFocus()

    def _take_back(self, _kind: str, ids: Sequence[int], _place: int) -> None:
        """撤下 the items that were dropped here."""
        take_out(self._desk, self._issue, ids)

    def _fetch(self, ids: Sequence[int]) -> list[Row]:
        return articles.article_rows(self._desk.office, ids)

    def _lay_out(self) -> None:
        bar = Bar()
        bar.add(self.words, self.unready, self.why)
        bar.gap()
        bar.add(self.add)
        empty = EmptyState("没有已核或留待下期的稿件。", "也显示未核的")
        empty.pressed.connect(partial(self.unready.setChecked, True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(ListPane(self.listing, empty), 1)
        hint = label("回车或拖到左边的条目里编入；左边的条目拖到这里就撤下。", "secondary")
        hint.setContentsMargins(12, 4, 12, 4)
        column.addWidget(hint)

    def _wire(self) -> None:
        self.listing.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.listing.setDragDropOverwriteMode(False)
        self.model.dropped.connect(self._take_back)
        self.listing.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.listing.activated_id.connect(self.add_chosen)
        self.add.clicked.connect(self.add_chosen)
        self.words.textChanged.connect(self.refresh)
        self.unready.toggled.connect(self.refresh)
