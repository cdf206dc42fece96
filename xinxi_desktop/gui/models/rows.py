"""A list model that holds ids only and asks for rows in blocks (architecture.md 16)."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from xinxi_desktop.gui.models.columns import Column, Row

Index = QModelIndex | QPersistentModelIndex
Fetch = Callable[[Sequence[int]], Iterable[Row]]

BLOCK = 100
KEPT_ROWS = 5_000
FIRST_IDS = 200
"""How many ids a view shows at once; the rest follow by a job."""
_FEW = 8
"""So many ids are sooner looked for one by one."""

TONE_ROLE = Qt.ItemDataRole.UserRole
_GONE: Row = {}
_NOTHING = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class RowModel(QAbstractTableModel):
    """Ordered ids, and rows on demand.

    ``fetch`` gets ids and gives their rows (each with an ``id``), leaving out what is gone.

    Signals:
        sort_asked: column key and whether descending; key "" asks for the usual order.
    """

    sort_asked = Signal(str, bool)

    def __init__(
        self, columns: Sequence[Column], fetch: Fetch, parent: QObject | None = None
    ) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.columns = tuple(columns)
        self.ids: list[int] = []
        self._fetch = fetch
        self._rows: OrderedDict[int, Row] = OrderedDict()

    def replace(self, ids: Sequence[int]) -> None:
        """Show other ids; views keep what is selected by id."""
        self.beginResetModel()
        self.ids = list(ids)
        self._rows.clear()
        self.endResetModel()

    def extend(self, ids: Sequence[int]) -> None:
        """Add ids at the end, without disturbing what is shown."""
        if ids:
            first = len(self.ids)
            self.beginInsertRows(_NOTHING, first, first + len(ids) - 1)
            self.ids.extend(ids)
            self.endInsertRows()

    def refresh(self, ids: Iterable[int] | None = None) -> None:
        """Forget some rows, or all, so that they are fetched anew."""
        known = list(self._rows) if ids is None else list(ids)
        for key in known:
            self._rows.pop(key, None)
        if self.ids:
            last = self.index(len(self.ids) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def row(self, place: int) -> Row:
        """The row at a place in the list; an empty one if the record is gone."""
        key = self.ids[place]
        if key not in self._rows:
            self._load(place)
        self._rows.move_to_end(key)
        return self._rows[key]

    def row_of(self, key: int) -> Row:
        """The row of an id in the list; an empty one if it is not there."""
        place = self.place_of(key)
        return _GONE if place is None else self.row(place)

    def rows_of(self, keys: Sequence[int]) -> list[Row]:
        """The rows of ids in the list, in the order of the ids, without what is gone."""
        places = self.places_of(keys)
        rows = (self.row(places[key]) for key in keys if key in places)
        return [row for row in rows if row]

    def place_of(self, key: int) -> int | None:
        """Where an id stands, None if it is not in the list."""
        try:
            return self.ids.index(key)
        except ValueError:
            return None

    def places_of(self, keys: Iterable[int]) -> dict[int, int]:
        """Where ids stand that are in the list; looked up each time, since a map takes megabytes."""
        wanted = set(keys)
        if len(wanted) <= _FEW:
            found = ((key, self.place_of(key)) for key in wanted)
            return {key: place for key, place in found if place is not None}
        return {each: place for place, each in enumerate(self.ids) if each in wanted}

    def rowCount(self, parent: Index = _NOTHING) -> int:
        """How many ids there are."""
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: Index = _NOTHING) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text, tone, hint and alignment of a cell."""
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.number else _LEFT
        if role == Qt.ItemDataRole.DisplayRole:
            row = self.row(index.row())
            return column.text(row) if row else ""
        if role == TONE_ROLE and column.tone:
            row = self.row(index.row())
            return column.tone(row) if row else ""
        if role == Qt.ItemDataRole.ToolTipRole and column.hint:
            row = self.row(index.row())
            return column.hint(row) if row else None
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """The columns' titles."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.number else _LEFT
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows whose record is gone cannot be chosen."""
        if index.isValid() and self.ids[index.row()] in self._rows and not self.row(index.row()):
            return Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask whoever fills the list for another order."""
        if not 0 <= column < len(self.columns):
            self.sort_asked.emit("", False)
        elif self.columns[column].sortable:
            self.sort_asked.emit(self.columns[column].key, order == Qt.SortOrder.DescendingOrder)

    def _load(self, place: int) -> None:
        first = place - place % BLOCK
        wanted = [key for key in self.ids[first : first + BLOCK] if key not in self._rows]
        found = {row["id"]: row for row in self._fetch(wanted)}
        for key in wanted:
            self._rows[key] = found.get(key, _GONE)
        while len(self._rows) > KEPT_ROWS:
            self._rows.popitem(last=False)
