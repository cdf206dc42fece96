"""The few charts of 统计: by month, by unit in 建制顺序, by kind; and the table with them as PDF."""

from __future__ import annotations

from xinxi_desktop.domain.charts import Bar, Chart
from xinxi_desktop.domain.vocabulary import Kind
from xinxi_desktop.services.bulletins import office_fonts
from xinxi_desktop.services.office import Office
from xinxi_desktop.services.statistics import Row, Statistics
from xinxi_desktop.store import statistics as store

_MOST_MONTHS = 24
_YEAR, _MONTH = 4, 7


def charts(office: Office, table: Statistics) -> tuple[Chart, ...]:
    """Give the charts of a counted period; they add up to the numbers of its table."""
    units = tuple(
        Bar(row.unit, row.submitted, row.adopted_items) for row in table.rows if row.submitted
    )
    return (_over_time(office, table), Chart("各单位", units), _kinds(office, table))


def statistics_pdf(office: Office, table: Statistics) -> bytes:
    """Write the table with its charts as a PDF, A4."""
    from xinxi_desktop.exporters.pdf import write_pdf
    from xinxi_desktop.exporters.statistics_pages import statistics_layout

    rows, fonts = (*table.rows, table.total), office_fonts()
    layout = statistics_layout(office.title, table.period, rows, charts(office, table), fonts)
    title = f"信息报送采用统计 {table.period.title}"
    return write_pdf(layout, fonts, title, office=office.title)


def _over_time(office: Office, table: Statistics) -> Chart:
    start, end = table.period.start, table.period.end
    months = _months(start[:_MONTH], end[:_MONTH])
    length = _MONTH if len(months) <= _MOST_MONTHS else _YEAR
    found = {row["label"]: row for row in store.over_time(office.file, start, end, length)}
    labels = list(dict.fromkeys(month[:length] for month in months))
    bars = [_bar(label, found.get(label)) for label in labels]
    return Chart("各月" if length == _MONTH else "各年", tuple(bars), upright=True)


def _kinds(office: Office, table: Statistics) -> Chart:
    found = {
        row["label"]: row
        for row in store.by_kind(office.file, table.period.start, table.period.end)
    }
    bars = [_bar(kind.label, found[kind.value]) for kind in Kind if kind.value in found]
    return Chart("各类型", tuple(bars))


def _bar(label: str, row: Row | None) -> Bar:
    return Bar(label, row["submitted"], row["adopted"]) if row else Bar(label, 0, 0)


def _months(first: str, last: str) -> list[str]:
    year, month = int(first[:4]), int(first[5:7])
    months = []
    while (label := f"{year:04d}-{month:02d}") <= last:
        months.append(label)
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return months
