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
"""How many rows are measured; it is done whenever the list is filled or resized."""
_WITH_YEAR = ("number", "received_at")
"""Columns that need more room for what is of an earlier year."""


class IntakeListing(ListView):
    """Gives units what titles leave over, and hides the state where the queue says it."""

    def __init__(self, model: RowModel, values: settings.Settings) -> None:
        """Show ``model``; widths that a person chose stay as chosen."""
        super().__init__("inbox.list", model, values)
        self._places = {column.key: place for place, column in enumerate(model.columns)}
        model.modelReset.connect(self._share_room)
        # The rest of a long list comes later, and with it the earlier years.
        model.rowsInserted.connect(self._share_room)
        self.columns_menu = QMenu("显示哪些栏", self)
        self._fill_menu()
        header = self.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._open_menu)

    def follow_queue(self, queue: str) -> None:
        """Show the state where a queue holds several."""
        self._fitting = True
        self.setColumnHidden(self._places["state"], queue not in MIXED)
        self._fitting = False
        self._share_room()

    def _fill_menu(self) -> None:
        folded = self._values.get(settings.FOLDED)
        for place, column in enumerate(self.rows.columns):
            # The title stays, and the state follows the queue.
            if column.stretch or column.key == "state":
                continue
            shown = f"{self.name}.{column.key}" not in folded
            action = self.columns_menu.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(shown)
            action.toggled.connect(partial(self._show_column, place))
            self.setColumnHidden(place, not shown)

    def _open_menu(self, at: QPoint) -> None:
        self.columns_menu.popup(self.horizontalHeader().mapToGlobal(at))

    def _show_column(self, place: int, shown: bool) -> None:
        self._values.fold(f"{self.name}.{self.rows.columns[place].key}", not shown)
        self._fitting = True
        self.setColumnHidden(place, not shown)
        self._fitting = False
        self._share_room()

    def _share_room(self) -> None:
        chosen = self._values.get(settings.COLUMNS).get(self.name, {})
        if self.rows.ids:
            self._fitting = True
            for key in _WITH_YEAR:
                if key not in chosen:
                    self.setColumnWidth(self._places[key], self._year_width(self._places[key]))
            if "unit" not in chosen:
                self.setColumnWidth(self._places["unit"], self._unit_width())
            self._fitting = False
        super()._share_room()

    def _year_width(self, place: int) -> int:
        """Room for the longest, and never less than the column is given."""
        usual = self.rows.columns[place].width * self.fontMetrics().horizontalAdvance("国")
        return max(usual + _PADDING, self._longest(place), self._longest_number(place))

    def _longest_number(self, place: int) -> int:
        """Room for a number with its year: those in between may be longer than the last."""
        texts = self._measured(place)
        years = [year for year, dash, _ in (text.partition("-") for text in texts) if dash]
        if self.rows.columns[place].key != "number" or not years:
            return 0
        digits = max(len(text.rpartition("-")[2]) for text in (*texts, str(len(self.rows.ids))))
        return self.fontMetrics().horizontalAdvance(f"{years[0]}-{'0' * digits}") + _PADDING

    def _unit_width(self) -> int:
        """All of the longest unit if titles need less than the rest, else a third of the room."""
        header = self.horizontalHeader()
        both = (self._places["unit"], self._places["title"])
        others = header.length() - sum(header.sectionSize(place) for place in both)
        room = self.viewport().width() - others
        unit, title = (self._longest(place) for place in both)
        least = _LEAST_UNIT * self.fontMetrics().horizontalAdvance("国") + _PADDING
        return max(least, min(unit, max(room // _UNIT_SHARE, room - title)))

    def _longest(self, place: int) -> int:
        metrics = self.fontMetrics()
        return max(map(metrics.horizontalAdvance, self._measured(place)), default=0) + _PADDING

    def _measured(self, place: int) -> list[str]:
        count = len(self.rows.ids)
        # The last one stands for the far end, which may be of another year.
        shown = [*range(min(_MEASURED, count)), *range(max(_MEASURED, count - 1), count)]
        return [str(self.rows.index(row, place).data()) for row in shown]
