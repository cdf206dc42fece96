"""报送、采用、采用率 per unit for any period, and the titles behind every number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from xinxi_desktop.domain.charts import Chart
from xinxi_desktop.domain.counting import CountRow
from xinxi_desktop.domain.period import CALENDAR, Period, checked_year_start
from xinxi_desktop.services.office import Changes, Office
from xinxi_desktop.store import issues as issue_store
from xinxi_desktop.store import statistics as store
from xinxi_desktop.store import submissions as submission_store
from xinxi_desktop.store import units as unit_store
from xinxi_desktop.store.transaction import Transaction
from xinxi_desktop.store.values import put_setting

Row = dict[str, Any]
TOTAL_LABEL = "合计（每条只计一次）"
"""The total counts distinct items, so a joint report makes the column add up to more."""


_YEAR_START = "statistics_year_start"


def year_start(office: Office) -> str:
    """Give the first day of the office's statistics year, ``MM-DD``."""
    return office.file.setting(_YEAR_START, CALENDAR)


def set_year_start(office: Office, day: str) -> Changes:
    """Set the first day of the statistics year; numbers already exported stay as they are."""
    new = checked_year_start(day)

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        put_setting(tx, _YEAR_START, new)
        return f"统计年度改为从 {new} 开始", ()

    return office.do("更改统计年度", work)


@dataclass(frozen=True, slots=True)
class Statistics:
    """The table for a period: units in the office's order, zero rows kept, then the total."""

    period: Period
    publications: tuple[str, ...]
    rows: tuple[CountRow, ...]
    total: CountRow

    @property
    def empty(self) -> bool:
        """Tell whether nothing at all was received in the period."""
        return self.total.submitted == 0


def statistics(office: Office, period: Period) -> Statistics:
    """Count a period by architecture.md 14."""
    span = (period.start, period.end)
    submitted = store.submitted(office.file, *span)
    adopted = store.adopted(office.file, *span)
    titles = {row["id"]: row["name"] for row in issue_store.publications(office.file,
                                                                          active_only=False)}  # fmt: skip
    places: dict[int | None, dict[str, int]] = defaultdict(dict)
    for row in store.by_publication(office.file, *span):
        places[row["unit"]][titles[row["publication"]]] = row["n"]

    def counted(unit: int | None, name: str, unit_class: str) -> CountRow:
        items, all_places = adopted.get(unit, (0, 0))
        shown = {title: places[unit].get(title, 0) for title in titles.values()}
        return CountRow(unit, name, unit_class, submitted.get(unit, 0), items, all_places, shown)

    rows = tuple(
        counted(unit["id"], unit["name"], unit["class"] or "")
        for unit in unit_store.unit_rows(office.file)
        if unit["active"] or submitted.get(unit["id"])
    )
    return Statistics(period, tuple(titles.values()), rows, counted(None, TOTAL_LABEL, ""))


def submitted_list(office: Office, period: Period, unit: int | None) -> list[Row]:
    """List the submissions that a 报送 number counts."""
    ids = store.submitted_ids(office.file, period.start, period.end, unit)
    return submission_store.submission_rows(office.file, ids)


def adopted_list(
    office: Office, period: Period, unit: int | None, publication: str = ""
) -> list[Row]:
    """List the places that an adoption number counts: title, publication, number, date."""
    chosen = None
    if publication:
        chosen = next(
            row["id"]
            for row in issue_store.publications(office.file, active_only=False)
            if row["name"] == publication
        )
    return store.adopted_places(office.file, period.start, period.end, unit, chosen)


def statistics_xlsx(office: Office, table: Statistics, drawn: Sequence[Chart] = ()) -> bytes:
    """Write the table as .xlsx, with sheets that list every adopted item and draw the charts."""
    from xinxi_desktop.exporters.xlsx import write_statistics

    places = adopted_list(office, table.period, None)
    rows = (*table.rows, table.total)
    return write_statistics(office.title, table.period, table.publications, rows, places, drawn)
