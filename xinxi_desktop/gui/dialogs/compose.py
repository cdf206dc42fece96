"""组期: choose a publication and the articles that begin an issue."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from xinxi_desktop.domain.filters import ArticleFilter
from xinxi_desktop.domain.vocabulary import ArticleState
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.form_dialog import FormDialog
from xinxi_desktop.gui.models.columns import Row
from xinxi_desktop.gui.widgets.basics import label
from xinxi_desktop.gui.widgets.field_form import Field
from xinxi_desktop.gui.widgets.list_view import ROW_HEIGHT
from xinxi_desktop.services.articles import article_ids, article_rows
from xinxi_desktop.services.issues import create_issue, publications
from xinxi_desktop.services.office import Changes

_STATES = (ArticleState.REVIEWED.value, ArticleState.HELD_OVER.value)
_ID, _CHARACTERS = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_LEAST_HEIGHT, _LEAST_LETTERS, _GAP = 220, 36, 16


class TickList(QListWidget):
    """A list of ticks: a click anywhere on a row, or Space, ticks it or takes the tick away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.itemClicked.connect(_toggle)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks the current row; other keys move."""
        item = self.currentItem()
        if event.key() == Qt.Key.Key_Space and item is not None:
            _toggle(item)
        else:
            super().keyPressEvent(event)


class ComposeDialog(FormDialog):
    """Ticks articles of the pool; they stand in the order in which they are ticked."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Offer the publications in use and what is reviewed or held over."""
        self._office = desk.office
        self.pool = TickList()
        self.pool.setAccessibleName("备选稿件")
        letter = QApplication.font().pixelSize()
        self.pool.setMinimumSize(_LEAST_LETTERS * letter, _LEAST_HEIGHT)
        self.every = QCheckBox("全选")
        self.sum = label("", "secondary")
        self.sum.setWordWrap(True)
        self._order: list[int] = []
        names = [(str(row["id"]), f"《{row['name']}》") for row in publications(desk.office)]
        super().__init__(
            desk,
            "compose",
            "组期",
            "组期",
            [
                Field("publication", "刊物", "choice", choices=names),
                Field("supplement", "增刊（另编期号）", "check"),
            ],
            lead="勾选要编入的稿件，次序以勾选先后为准，组好以后还可以调。",
            act=self._create,
            body=self._make_body(),
            parent=parent,
        )
        self.pool.itemChanged.connect(self._note)
        self.every.clicked.connect(self._tick_every)
        self._sum_up()

    def _make_body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pool, 1)
        below = QHBoxLayout()
        below.setSpacing(_GAP)
        below.addWidget(self.every)
        below.addWidget(self.sum, 1)
        column.addLayout(below)
        for row in article_rows(self._office, article_ids(self._office, ArticleFilter(_STATES))):
            self.pool.addItem(_entry(row))
        self.pool.setCurrentRow(0)
        self.every.setVisible(self.pool.count() > 1)
        return body

    def _create(self, values: dict[str, Any]) -> Changes:
        return create_issue(
            self._office,
            int(values["publication"]),
            self._order,
            supplement=bool(values["supplement"]),
        )

    def _note(self, item: QListWidgetItem) -> None:
        key = int(item.data(_ID))
        if item.checkState() == Qt.CheckState.Checked:
            self._order.append(key)
        elif key in self._order:
            self._order.remove(key)
        self._sum_up()

    def _tick_every(self, on: bool) -> None:
        state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        for entry in self._entries():
            entry.setCheckState(state)

    def _entries(self) -> list[QListWidgetItem]:
        return [self.pool.item(place) for place in range(self.pool.count())]

    def _sum_up(self) -> None:
        entries = self._entries()
        chosen = [entry for entry in entries if int(entry.data(_ID)) in self._order]
        self.every.setChecked(len(chosen) == len(entries))
        characters = sum(int(entry.data(_CHARACTERS)) for entry in chosen)
        if not entries:
            self.sum.setText("现在没有已核或留待下期的稿件；可以先组期，稿件核好后再编入。")
        else:
            self.sum.setText(
                f"共 {len(entries)} 篇备选，已选 {len(chosen)} 篇、{characters:,} 字。"
            )


def _entry(row: Row) -> QListWidgetItem:
    state = ArticleState(row["state"]).label
    entry = QListWidgetItem(f"{row['title']}　{row['characters']:,} 字　{state}")
    entry.setSizeHint(QSize(0, round(QApplication.font().pixelSize() * ROW_HEIGHT)))
    entry.setData(_ID, row["id"])
    entry.setData(_CHARACTERS, row["characters"])
    # The list ticks by itself: else a click on the box would tick and take away at once.
    entry.setFlags(entry.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
    entry.setCheckState(Qt.CheckState.Unchecked)
    return entry


def _toggle(item: QListWidgetItem) -> None:
    on = item.checkState() == Qt.CheckState.Checked
    item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)
