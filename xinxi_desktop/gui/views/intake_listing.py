"""The list of 收稿: its room is shared so that titles and units can be read."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from xinxi_desktop import settings
from xinxi_desktop.gui.models.rows import RowModel
from xinxi_desktop.gui.views.intake_lists import MIXED
from xinxi_desktop.gui.widgets.list_view import ListView

_LEAST_UNIT = 5
_UNIT_SHARE = 3
_PADDING = 16
_MEASURED = 60
"""How many rows are measured; it is done whenever the list is filled."""
_WITH_YEAR = ("number", "received_at")
"""Columns that need more room for what is of an earlier year."""


class IntakeListing(ListView):
    """Gives units what titles leave over, and hides the state where the queue says it."""

    def __init__(self, model: RowModel, values: settings.Settings) -> None:
        """Show ``model``; widths that a person chose stay as chosen."""
        self._places = {column.key: place for place, column in enumerate(model.columns)}
        self._wanted: dict[str, int] = {}
        super().__init__("inbox.list", model, values)
        model.modelReset.connect(self._look_at_rows)
        # The rest of a long list comes later, and with it the earlier years.
        model.rowsInserted.connect(self._look_at_rows)
        self.columns_menu = QMenu("显示哪些栏", self)
        self._fill_menu()
        header = self.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._open_menu)

    def follow_queue(self, queue: str) -> None:
        """Show the state where a queue holds several."""
        self.show_column("state", queue in MIXED)

    def _fill_menu(self) -> None:
        folded = self._values.get(settings.FOLDED)
        for column in self.rows.columns:
            # The title stays, and the state follows the queue.
            if column.stretch or column.key == "state":
                continue
            shown = f"{self.name}.{column.key}" not in folded
            action = self.columns_menu.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(shown)
            action.toggled.connect(partial(self._choose_column, column.key))
            self.show_column(column.key, shown)

    def _open_menu(self, at: QPoint) -> None:
        self.columns_menu.popup(self.horizontalHeader().mapToGlobal(at))

    def _choose_column(self, key: str, shown: bool) -> None:
        self._values.fold(f"{self.name}.{key}", not shown)
        self.show_column(key, shown)

    def _measure(self) -> None:
        super()._measure()
        if self.rows.ids:
            self._look_at_rows()

    def _look_at_rows(self) -> None:
        """Measure what the columns hold; sharing the room asks for it at every change of size."""
        wanted = {key: self._longest(key) for key in (*_WITH_YEAR, "unit", "title")}
        wanted["number"] = max(wanted["number"], self._longest_number())
        self._wanted = wanted if self.rows.ids else {}
        self._share_room()

    def _share_room(self) -> None:
        chosen = self._values.get(settings.COLUMNS).get(self.name, {})
        if self._wanted:
            self._fitting = True
            for key in _WITH_YEAR:
                if key not in chosen:
                    self.setColumnWidth(self._places[key], self._year_width(key))
            if "unit" not in chosen:
                self.setColumnWidth(self._places["unit"], self._unit_width())
            self._fitting = False
        super()._share_room()

    def _year_width(self, key: str) -> int:
        """Room for the longest, and never less than the column is given."""
        column = self.rows.columns[self._places[key]]
        usual = column.width * self.fontMetrics().horizontalAdvance("国") + _PADDING
        return max(usual, self._wanted[key])

    def _longest_number(self) -> int:
        """Room for a number with its year: those in between may be longer than the last."""
        texts = self._measured("number")
        years = [year for year, dash, _ in (text.partition("-") for text in texts) if dash]
        if not years:
            return 0
        digits = max(len(text.rpartition("-")[2]) for text in (*texts, str(len(self.rows.ids))))
        return self.fontMetrics().horizontalAdvance(f"{years[0]}-{'0' * digits}") + _PADDING

    def _unit_width(self) -> int:
        """All of the longest unit if titles need less than the rest, else a third of the room."""
        header = self.horizontalHeader()
        both = (self._places["unit"], self._places["title"])
        others = header.length() - sum(header.sectionSize(place) for place in both)
        room = self._room - others
        unit, title = self._wanted["unit"], self._wanted["title"]
        least = _LEAST_UNIT * self.fontMetrics().horizontalAdvance("国") + _PADDING
        return max(least, min(unit, max(room // _UNIT_SHARE, room - title)))

    def _longest(self, key: str) -> int:
        metrics = self.fontMetrics()
        return max(map(metrics.horizontalAdvance, self._measured(key)), default=0) + _PADDING

    def _measured(self, key: str) -> list[str]:
        count = len(self.rows.ids)
        # The last one stands for the far end, which may be of another year.
        shown = [*range(min(_MEASURED, count)), *range(max(_MEASURED, count - 1), count)]
        column = self.rows.columns[self._places[key]]
        return [column.text(row) if row else "" for row in map(self.rows.row, shown)]
