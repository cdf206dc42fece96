"""The items of an issue: their order, columns, 按语, and taking one out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from xinxi_desktop.gui.actions import bind, name_key
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.models.columns import Row
from xinxi_desktop.gui.models.movable import MovableModel, moved
from xinxi_desktop.gui.views import layout_words as words
from xinxi_desktop.gui.views.layout_taking_out import take_out
from xinxi_desktop.gui.widgets.basics import Bar, EmptyState, ListPane, icon_button, label
from xinxi_desktop.gui.widgets.list_view import ListView
from xinxi_desktop.gui.widgets.note_edit import NoteEdit
from xinxi_desktop.services import issues
from xinxi_desktop.services.units import split_names

_NOTE_LINES = 2
_VARIOUS = "（各条不同）"
_SEVERAL = "选了 {} 条：栏目、撤下、移动一起做；按语、换行、改发请只选一条。"
_FIXED = "出清样以后，次序、栏目和按语不能再动；要改请先退改。"


class ItemsPane(QWidget):
    """What stands in the issue, in order.

    Signals:
        article_asked: an article should be shown in 编辑.
        pool_asked: articles should be added.
        review_asked: articles that are not reviewed should be.
        divert_asked: an item should be sent out in another publication.
        item_chosen: the article id of the item that was selected.
        title_asked: the title at a place (from 0) of an item should be broken otherwise.
    """

    article_asked = Signal(int)
    pool_asked = Signal()
    review_asked = Signal()
    divert_asked = Signal(int)
    item_chosen = Signal(int)
    title_asked = Signal(int, int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin without an issue."""
        super().__init__(parent)
        self._desk = desk
        self.issue: Row = {}
        self._rows: dict[int, Row] = {}
        self._seen = 0
        self._pages: Mapping[int, int] = {}
        self.model = MovableModel(
            words.ITEM_COLUMNS, self._fetch, "item", ("item", "article"), self
        )
        self.listing = ListView("layout.items", self.model, desk.values)
        self.listing.setAccessibleName("本期条目")
        self.heading = label("条目", "heading")
        self.state = label("", "secondary")
        self.up = icon_button("arrow-up", "上移")
        self.down = icon_button("arrow-down", "下移")
        self.out = QPushButton("撤下")
        self.divert = QPushButton("改发…")
        self.review = QPushButton("核稿")
        self.column = QComboBox()
        self.column.setPlaceholderText(_VARIOUS)
        self.title = QPushButton("标题换行…")
        self.note = NoteEdit("按语", _NOTE_LINES)
        self._lay_out()
        self._wire()
        self.show_issue({}, [])

    def show_issue(self, issue: Row, items: Sequence[Row]) -> None:
        """Show an issue's items; an empty row for none."""
        if issue.get("id") != self.issue.get("id"):
            self.note.commit()
            self._pages = {}
        self.issue = issue
        self._rows = {row["id"]: row for row in items}
        self.model.open = self._open()
        self.model.replace(list(self._rows))
        self._fill_columns()
        self._show_chosen()
        self._say_state()

    def set_pages(self, pages: Mapping[int, int]) -> None:
        """Say on which page each item (from 0) begins."""
        self._pages = pages
        self.model.refresh()

    def shift(self, step: int) -> None:
        """Move the chosen items one place up (-1) or down (1)."""
        chosen, order = self.listing.selected_ids(), list(self.model.ids)
        if not chosen or not self.model.open:
            return
        first, last = order.index(chosen[0]), order.index(chosen[-1])
        place = first - 1 if step < 0 else last + 2
        if 0 <= place <= len(order):
            self._reorder(moved(order, chosen, place))

    def take_out(self) -> None:
        """撤下 the chosen items; they are held over for the next issue."""
        chosen = self._chosen()
        if chosen and self._may_take_out():
            take_out(self._desk, self.issue, chosen)

    def ask_divert(self) -> None:
        """Ask in which publication the chosen item should be sent out instead."""
        key = self._only()
        if key and self._may_take_out():
            self.divert_asked.emit(key)

    def ask_title(self) -> None:
        """Ask how the chosen item's title should be broken."""
        key = self._only()
        if key and self.model.open:
            self.title_asked.emit(list(self._rows).index(key), key)

    def select_article(self, article: int) -> None:
        """Select the item that holds an article, as one who sees it on the page already."""
        found = [key for key, row in self._rows.items() if row["article"] == article]
        self._seen = article
        self.listing.select_ids(found, found[0] if found else 0)
        self._seen = 0

    def commit(self) -> None:
        """Take what is typed and not yet saved."""
        self.note.commit()

    def _fetch(self, ids: Sequence[int]) -> list[Row]:
        order = list(self._rows)
        return [
            {**self._rows[key], "page": self._pages.get(order.index(key), "")}
            for key in ids
            if key in self._rows
        ]

    def _open(self) -> bool:
        return (
            bool(self.issue)
            and not self._desk.office.read_only
            and words.may(self.issue, "arrange")
        )

    def _may_take_out(self) -> bool:
        return (
            bool(self.issue)
            and not self._desk.office.read_only
            and words.may(self.issue, "take_out")
        )

    def _reorder(self, order: Sequence[int]) -> None:
        if list(order) != self.model.ids:
            self._desk.do(partial(issues.order_items, self._desk.office, self.issue["id"], order))

    def _drop(self, kind: str, ids: Sequence[int], place: int) -> None:
        if kind == "item":
            self._reorder(moved(self.model.ids, ids, place))
        else:
            self._desk.do(
                partial(issues.add_articles, self._desk.office, self.issue["id"], ids, at=place)
            )

    def _chosen(self) -> list[int]:
        """The items that an act is for."""
        current = self.listing.current_id()
        chosen = self.listing.selected_ids() or ([current] if current else [])
        return [key for key in chosen if key in self._rows]

    def _only(self) -> int:
        """The one item that is chosen, 0 for none or several."""
        chosen = self._chosen()
        return chosen[0] if len(chosen) == 1 else 0

    def _show_chosen(self, *_arguments: object) -> None:
        """Show what may be done with the chosen items; 按语 belongs to one alone."""
        chosen = self._chosen()
        row = self._rows.get(self._only(), {})
        if row.get("id") != self.note.property("item"):
            self.note.commit()
            self.note.setProperty("item", row.get("id"))
        self.note.show_text(str(row.get("editor_note", "")))
        self._show_column([str(self._rows[key]["column_name"]) for key in chosen])
        several, ready = len(chosen) > 1, bool(chosen) and self.model.open
        self.note.setPlaceholderText(_SEVERAL.format(len(chosen)) if several and ready else "")
        self.note.setEnabled(not several)
        self.note.setReadOnly(not ready)
        self.title.setEnabled(ready and not several)
        self.up.setEnabled(ready)
        self.down.setEnabled(ready)
        self.out.setEnabled(bool(chosen) and self._may_take_out())
        self.divert.setEnabled(bool(row) and self._may_take_out())

    def _show_column(self, names: Sequence[str]) -> None:
        """Show the column that all chosen items stand in; none if they differ."""
        same = len(set(names)) < 2
        place = max(self._find_column(names[0] if names else ""), 0) if same else -1
        self.column.setCurrentIndex(place)
        self.column.setEnabled(bool(names) and self.model.open and self.column.count() > 1)

    def _fill_columns(self) -> None:
        """Offer the publication's columns, and those that items still bear."""
        offered = split_names(self.issue.get("columns", ""))
        used = [row["column_name"] for row in self._rows.values() if row["column_name"]]
        self.column.clear()
        self.column.addItem("（无栏目）", "")
        for name in dict.fromkeys([*offered, *used]):
            self.column.addItem(name, name)

    def _find_column(self, name: str) -> int:
        return self.column.findData(name)

    def _set_column(self, _place: int) -> None:
        self._change(self._chosen(), "column_name", str(self.column.currentData() or ""))

    def _set_note(self, text: str) -> None:
        self._change([self.note.property("item") or 0], "editor_note", text)

    def _change(self, keys: Sequence[int], name: str, value: str) -> None:
        known = [key for key in keys if key in self._rows]
        if any(self._rows[key][name] != value for key in known):
            act = partial(issues.change_items, self._desk.office, known, {name: value})
            self._desk.do(act)

    def _say_state(self) -> None:
        rows = list(self._rows.values())
        characters = sum(row["characters"] for row in rows)
        waiting = sum(not words.reviewed(row) for row in rows)
        self.heading.setText(f"条目 {len(rows)}" if rows else "条目")
        parts = [f"共 {characters:,} 字"] if rows else []
        parts += [f"{waiting} 篇未核"] if waiting else []
        self.state.setText("　".join(parts))
        may_review = bool(waiting) and self.model.open
        self.review.setVisible(may_review)
        closed = bool(rows) and not self.model.open and not self._desk.office.read_only
        self.why.setText(_FIXED if closed and words.may(self.issue, "return") else "")
        self.why.setVisible(bool(self.why.text()))
        self.empty.sentence.setText("这一期还没有稿件。" if self.issue else "没有选定一期。")
        self.empty.button.setVisible(self.model.open)

    def _tell_chosen(self, key: int) -> None:
        if key in self._rows and self._rows[key]["article"] != self._seen:
            self.item_chosen.emit(self._rows[key]["article"])

    def _ask_article(self, key: int) -> None:
        self.article_asked.emit(self._rows[key]["article"])

    def _lay_out(self) -> None:
        bar = Bar()
        bar.add(self.heading, self.state)
        bar.gap()
        bar.add(self.review, self.up, self.down, self.divert, self.out)
        self.empty = EmptyState("", "从备选稿件里编入")
        self.empty.pressed.connect(self.pool_asked)
        self.why = label("", "secondary")
        self.why.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(ListPane(self.listing, self.empty), 1)
        column.addWidget(self._make_fields())

    def _make_fields(self) -> QWidget:
        holder = QWidget()
        holder.setObjectName("foot")
        holder.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        grid = QGridLayout(holder)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setSpacing(8)
        for place, (word, field) in enumerate((("栏目", self.column), ("按语", self.note))):
            caption = QLabel(word)
            caption.setBuddy(field)
            grid.addWidget(caption, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(field, place, 1, 1, 1 if field is self.column else 2)
        grid.addWidget(self.title, 0, 2)
        QWidget.setTabOrder(self.column, self.title)
        QWidget.setTabOrder(self.title, self.note)
        self.column.setAccessibleName("栏目")
        grid.addWidget(self.why, 2, 0, 1, 3)
        grid.setColumnStretch(1, 1)
        return holder

    def _wire(self) -> None:
        self.listing.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.listing.setDragDropOverwriteMode(False)
        self.listing.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.model.dropped.connect(self._drop)
        self.listing.chosen.connect(self._show_chosen)
        self.listing.selectionModel().selectionChanged.connect(self._show_chosen)
        self.listing.chosen.connect(self._tell_chosen)
        self.listing.activated_id.connect(self._ask_article)
        self.column.activated.connect(self._set_column)
        self.note.committed.connect(self._set_note)
        keys: dict[str, tuple[QAbstractButton, Callable[[], None]]] = {
            "layout.up": (self.up, partial(self.shift, -1)),
            "layout.down": (self.down, partial(self.shift, 1)),
            "layout.take_out": (self.out, self.take_out),
            "layout.divert": (self.divert, self.ask_divert),
            "layout.title": (self.title, self.ask_title),
        }
        for key, (button, slot) in keys.items():
            button.clicked.connect(slot)
            name_key(button, key)
        for key in ("layout.up", "layout.down"):
            bind(self, key, keys[key][1])
        self.review.clicked.connect(self.review_asked)
