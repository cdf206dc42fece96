"""The table of 统计: units in 建制顺序, zero rows kept, the total pinned below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from xinxi_desktop.domain.counting import CountRow
from xinxi_desktop.gui.models.rows import TONE_ROLE, Index
from xinxi_desktop.gui.widgets.list_view import ROW_HEIGHT, RowDelegate

SUBMITTED, ITEMS, PLACES, RATE, PUBLICATION = "submitted", "items", "places", "rate", "publication"
_PADDING = 16
_LEAST_UNIT = 8
"""Characters of a unit's name that are always shown; the table rather scrolls sideways."""
_NOTHING = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class CountColumn:
    """One column: what it counts, its heading, and how to get and to write its value.

    ``counts`` is empty for words; ``publication`` names the publication whose places it counts.
    """

    title: str
    value: Callable[[CountRow], Any]
    width: int
    counts: str = ""
    publication: str = ""


def columns_for(publications: Sequence[str]) -> tuple[CountColumn, ...]:
    """The columns of a table with these publications."""

    def places(name: str) -> Callable[[CountRow], int]:
        return lambda row: row.publications.get(name, 0)

    return (
        CountColumn("单位", lambda row: row.unit, 12),
        CountColumn("类别", lambda row: row.unit_class, 6),
        CountColumn("报送", lambda row: row.submitted, 3, SUBMITTED),
        CountColumn("采用条数", lambda row: row.adopted_items, 4, ITEMS),
        CountColumn("采用篇次", lambda row: row.adopted_places, 4, PLACES),
        CountColumn("采用率", lambda row: row.rate, 4, RATE),
        *(
            CountColumn(name.rpartition("·")[2], places(name), 4, PUBLICATION, name)
            for name in publications
        ),
    )


def words(value: Any) -> str:
    """A value as shown: 12, 1,204, 68.6 %, and — where there is no rate."""
    if value is None:
        return "—"
    if isinstance(value, Decimal):
        return f"{value * 100:.1f}%"
    return f"{value:,}" if isinstance(value, int) else str(value)


class CountModel(QAbstractTableModel):
    """Rows of counts in 建制顺序, or sorted by a column while the person wants it."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.columns: tuple[CountColumn, ...] = ()
        self.rows: list[CountRow] = []
        self._given: tuple[CountRow, ...] = ()
        self._sorted = (-1, Qt.SortOrder.AscendingOrder)

    def replace(self, columns: tuple[CountColumn, ...], rows: Sequence[CountRow]) -> None:
        """Show other counts, in the order chosen before."""
        self.beginResetModel()
        self.columns, self._given = columns, tuple(rows)
        self.rows = self._in_order()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 goes back to 建制顺序. Equal rows keep it."""
        self._sorted = (column, order)
        self.layoutAboutToBeChanged.emit()
        self.rows = self._in_order()
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = _NOTHING) -> int:
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOTHING) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, alignment, and a quiet tone for zeros."""
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        value = column.value(self.rows[index.row()])
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return (
                words(value) if role == Qt.ItemDataRole.DisplayRole or not column.counts else None
            )
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.counts else _LEFT
        if role == TONE_ROLE:
            return "secondary" if column.counts and not value else ""
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """The columns' headings."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.publication or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.counts else _LEFT
        return None

    def _in_order(self) -> list[CountRow]:
        place, order = self._sorted
        if not 0 <= place < len(self.columns):
            return list(self._given)
        value = self.columns[place].value
        falling = order == Qt.SortOrder.DescendingOrder
        known = [row for row in self._given if value(row) is not None]
        unknown = [row for row in self._given if value(row) is None]
        return sorted(known, key=value, reverse=falling) + unknown


class CountTable(QWidget):
    """The counts, and the total below that does not scroll away.

    Signals:
        asked: a CountRow and the CountColumn whose titles should be listed.
    """

    asked = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.model, self.sum = CountModel(self), CountModel(self)
        self.table, self.total = _Cells(self.model, "各单位统计"), _Cells(self.sum, "合计")
        self.table.setSortingEnabled(True)
        header = self.table.horizontalHeader()
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setHighlightSections(False)
        header.sectionResized.connect(self._follow_width)
        self.total.horizontalHeader().hide()
        self.total.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.total.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.total.setObjectName("total")
        bar = self.table.horizontalScrollBar()
        bar.valueChanged.connect(self.total.horizontalScrollBar().setValue)
        self.table.verticalScrollBar().rangeChanged.connect(self._stand_below)
        self.table.sized.connect(self._share_room)
        self._below = QVBoxLayout()
        self._below.addWidget(self.total)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addLayout(self._below)
        for cells in (self.table, self.total):
            cells.taken.connect(self._ask)
        self._fit()

    def show_counts(
        self, columns: tuple[CountColumn, ...], rows: Sequence[CountRow], total: CountRow
    ) -> None:
        """Show other counts."""
        fresh = [each.title for each in columns] != [each.title for each in self.model.columns]
        self.model.replace(columns, rows)
        self.sum.replace(columns, [total])
        # The total has no class; its name has the room of both.
        self.total.setSpan(0, 0, 1, 2)
        if fresh:
            self._set_widths()

    def use_office_order(self) -> None:
        """Go back to 建制顺序."""
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.model.sort(-1)

    def as_text(self) -> str:
        """The table as lines of cells parted by tabs, heading first, total last."""
        lines = [[column.title for column in self.model.columns]]
        for row in (*self.model.rows, *self.sum.rows):
            lines.append([words(column.value(row)) for column in self.model.columns])
        return "\n".join("\t".join(line) for line in lines)

    def as_html(self) -> str:
        """The table for Word and Excel: ruled, numbers to the right."""
        columns = self.model.columns
        lines = ["".join(f"<th>{escape(column.title)}</th>" for column in columns)]
        for row in (*self.model.rows, *self.sum.rows):
            lines.append("".join(_cell(column, row) for column in columns))
        body = "".join(f"<tr>{line}</tr>" for line in lines)
        return f'<table border="1" style="border-collapse:collapse">{body}</table>'

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the text size changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()
            self._set_widths()

    def _ask(self, index: QModelIndex) -> None:
        model = self.table.model() if self.sender() is self.table else self.sum
        assert isinstance(model, CountModel)
        self.asked.emit(model.rows[index.row()], model.columns[index.column()])

    def _set_widths(self) -> None:
        character = QFontMetrics(QApplication.font()).horizontalAdvance("国")
        header = self.table.horizontalHeader()
        for place, column in enumerate(self.model.columns):
            self.table.setColumnWidth(place, column.width * character + _PADDING)
        header.setMinimumSectionSize(3 * character)
        self._share_room()
        for place in range(len(self.model.columns)):
            self._follow_width(place, 0, header.sectionSize(place))

    def _share_room(self) -> None:
        """Units take what is left, but never less than their least."""
        header, modes = self.table.horizontalHeader(), QHeaderView.ResizeMode
        if not header.count():
            return
        least = _LEAST_UNIT * header.fontMetrics().horizontalAdvance("国") + _PADDING
        others = header.length() - header.sectionSize(0)
        fits = self.table.room - others >= least
        header.setSectionResizeMode(0, modes.Stretch if fits else modes.Interactive)
        if not fits:
            header.resizeSection(0, least)

    def _stand_below(self, _low: int, most: int) -> None:
        """Keep the total's columns below the table's, also at the far end of a wide one."""
        bar = self.table.verticalScrollBar().sizeHint().width()
        self._below.setContentsMargins(0, 0, bar if most else 0, 0)

    def _follow_width(self, place: int, _old: int, new: int) -> None:
        self.total.setColumnWidth(place, new)

    def _fit(self) -> None:
        self.total.setFixedHeight(round(QApplication.font().pixelSize() * ROW_HEIGHT) + 2)


def _cell(column: CountColumn, row: CountRow) -> str:
    side = ' align="right"' if column.counts else ""
    return f"<td{side}>{escape(words(column.value(row)))}</td>"


class _Cells(QTableView):
    """Cells to go through with the arrows; Enter or a click takes one.

    Signals:
        taken: the index.
        sized: there is more or less room for columns.
    """

    taken = Signal(QModelIndex)
    sized = Signal()

    def __init__(self, model: CountModel, name: str) -> None:
        super().__init__()
        self.room = 0
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(RowDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.clicked.connect(self.taken)
        self._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the cell, Ctrl+C copies the selected ones."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.taken.emit(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell how wide the cells may be."""
        super().resizeEvent(event)
        # The event is the viewport's.
        self.room = event.size().width()
        self.sized.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the text size changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()

    def _copy(self) -> None:
        lines: dict[int, list[str]] = {}
        for index in sorted(self.selectedIndexes(), key=lambda each: (each.row(), each.column())):
            lines.setdefault(index.row(), []).append(str(index.data()))
        text = "\n".join("\t".join(cells) for cells in lines.values())
        QApplication.clipboard().setText(text)

    def _measure(self) -> None:
        height = round(QApplication.font().pixelSize() * ROW_HEIGHT)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
