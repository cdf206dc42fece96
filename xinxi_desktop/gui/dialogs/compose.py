"""组期: choose a publication and the articles that begin an issue."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from xinxi_desktop.domain.filters import ArticleFilter
from xinxi_desktop.domain.vocabulary import ArticleState
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.form_dialog import FormDialog
from xinxi_desktop.gui.models.columns import Column, plain
from xinxi_desktop.gui.models.rows import Index, RowModel
from xinxi_desktop.gui.widgets.basics import label
from xinxi_desktop.gui.widgets.field_form import Field
from xinxi_desktop.gui.widgets.list_view import ListView
from xinxi_desktop.services.articles import article_ids, article_rows
from xinxi_desktop.services.issues import create_issue, publications
from xinxi_desktop.services.office import Changes, Office

_STATES = (ArticleState.REVIEWED.value, ArticleState.HELD_OVER.value)
_LEAST_HEIGHT, _LEAST_LETTERS, _GAP = 220, 42, 16
_COLUMNS = (
    Column("title", "标题", plain("title"), 16, stretch=True, hint=plain("title")),
    Column("units", "单位", plain("units"), 5, hint=plain("units")),
    Column("characters", "字数", lambda row: f"{row['characters']:,}", 4, number=True),
    Column("state", "状态", lambda row: ArticleState(row["state"]).label, 4),
)


class TickModel(RowModel):
    """Articles with a tick before the title; ``ticked`` holds their ids in the order of ticking."""

    def __init__(self, office: Office, parent: QObject | None = None) -> None:
        """List what is reviewed or held over, nothing ticked."""
        super().__init__(_COLUMNS, partial(article_rows, office), parent)
        self.ticked: list[int] = []
        self.replace(article_ids(office, ArticleFilter(_STATES)))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The tick beside what every list shows."""
        if role == Qt.ItemDataRole.CheckStateRole and index.isValid() and index.column() == 0:
            on = self.ids[index.row()] in self.ticked
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        return super().data(index, role)

    def turn(self, place: int) -> None:
        """Tick the article at a place, or take the tick away."""
        key = self.ids[place]
        if key in self.ticked:
            self.ticked.remove(key)
        else:
            self.ticked.append(key)
        self.dataChanged.emit(self.index(place, 0), self.index(place, 0))

    def tick_every(self, on: bool) -> None:
        """Tick what is not ticked yet, in the list's order, or take all ticks away."""
        for place, key in enumerate(self.ids):
            if (key in self.ticked) != on:
                self.turn(place)


class TickList(ListView):
    """A list of ticks: a click anywhere on a row, or Space, ticks it or takes the tick away."""

    def __init__(self, desk: Desk) -> None:
        """Offer the pool of the desk's office."""
        self.ticks = TickModel(desk.office)
        super().__init__("compose.pool", self.ticks, desk.values)
        self.ticks.setParent(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.clicked.connect(lambda index: self.ticks.turn(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks the current row; other keys move."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.ticks.turn(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


class ComposeDialog(FormDialog):
    """Ticks articles of the pool; they stand in the order in which they are ticked."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Offer the publications in use and what is reviewed or held over."""
        self._office = desk.office
        self.pool = TickList(desk)
        self.pool.setAccessibleName("备选稿件")
        letter = QApplication.font().pixelSize()
        self.pool.setMinimumSize(_LEAST_LETTERS * letter, _LEAST_HEIGHT)
        self.every = QCheckBox("全选")
        self.sum = label("", "secondary")
        self.sum.setWordWrap(True)
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
        self.pool.ticks.dataChanged.connect(self._sum_up)
        self.every.clicked.connect(self.pool.ticks.tick_every)
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
        self.pool.select_ids(self.pool.ticks.ids[:1])
        self.every.setVisible(len(self.pool.ticks.ids) > 1)
        return body

    def _create(self, values: dict[str, Any]) -> Changes:
        return create_issue(
            self._office,
            int(values["publication"]),
            self.pool.ticks.ticked,
            supplement=bool(values["supplement"]),
        )

    def _sum_up(self, *_arguments: object) -> None:
        every, ticked = self.pool.ticks.ids, self.pool.ticks.ticked
        self.every.setChecked(len(ticked) == len(every))
        characters = sum(row["characters"] for row in self.pool.ticks.rows_of(ticked))
        if not every:
            self.sum.setText("现在没有已核或留待下期的稿件；可以先组期，稿件核好后再编入。")
        else:
            self.sum.setText(f"共 {len(every)} 篇备选，已选 {len(ticked)} 篇、{characters:,} 字。")
