"""A short list whose rows are at hand: no ids to ask for, no blocks."""

from __future__ import annotations

from collections.abc import Sequence

from xinxi_desktop.gui.models.columns import Column, Row
from xinxi_desktop.gui.models.rows import RowModel
from xinxi_desktop.gui.widgets.list_view import ListView
from xinxi_desktop.settings import Settings


class ShortTable(ListView):
    """A list view that is given its rows all at once."""

    def __init__(self, name: str, spoken: str, columns: Sequence[Column], values: Settings) -> None:
        """Begin empty; ``name`` is for the columns' widths, ``spoken`` for screen readers."""
        self._given: list[Row] = []
        super().__init__(name, RowModel(columns, self._fetch), values)
        self.rows.setParent(self)
        self.setAccessibleName(spoken)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; their places from 1 are their ids."""
        self._given = [{**row, "id": place} for place, row in enumerate(rows, 1)]
        self.rows.replace(range(1, len(rows) + 1))

    def current_row(self) -> Row:
        """Give the row that is chosen, an empty one for none."""
        place = self.current_id()
        return self._given[place - 1] if place else {}

    def chosen_rows(self) -> list[Row]:
        """Give the rows that are selected, from above."""
        return [self._given[place - 1] for place in sorted(self.selected_ids())]

    def _fetch(self, ids: Sequence[int]) -> list[Row]:
        return [self._given[key - 1] for key in ids]
