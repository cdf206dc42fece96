"""The charts of 统计 say what its table says."""

from __future__ import annotations

from io import BytesIO

import office_maker as make
from python_calamine import CalamineWorkbook

from xinxi_desktop.domain.charts import Chart, draw
from xinxi_desktop.domain.period import parse_period
from xinxi_desktop.services.office import Office
from xinxi_desktop.services.statistics import statistics, statistics_xlsx
from xinxi_desktop.services.statistics_charts import charts, statistics_pdf


def drawn(office: Office, period: str = "2026") -> tuple[Chart, ...]:
    return charts(office, statistics(office, parse_period(period)))


def fill(office: Office) -> None:
    """Three reports of two units, none of the third."""
    second, first = make.unit(office, "乙区委办"), make.unit(office, "甲县委办")
    make.unit(office, "丙市委办")
    for unit, day in ((first, "03-01"), (first, "05-02"), (second, "05-03")):
        make.report(office, day, units=(unit,), received_at=f"2026-{day}T09:00:00+08:00")


def test_every_month_of_the_period_has_its_column(office: Office) -> None:
    fill(office)
    months = drawn(office)[0]
    assert [bar.label for bar in months.bars][:3] == ["2026-01", "2026-02", "2026-03"]
    assert [bar.submitted for bar in months.bars] == [0, 0, 1, 0, 2, 0, 0, 0, 0, 0, 0, 0]


def test_units_stand_in_the_offices_order_not_by_count(office: Office) -> None:
    fill(office)
    table = statistics(office, parse_period("2026"))
    assert [bar.label for bar in drawn(office)[1].bars] == [
        row.unit for row in table.rows if row.submitted
    ]


def test_every_chart_adds_up_to_the_period(office: Office) -> None:
    fill(office)
    assert [sum(bar.submitted for bar in chart.bars) for chart in drawn(office)] == [3, 3, 3]


def test_many_years_are_counted_by_year(office: Office) -> None:
    fill(office)
    assert [bar.label for bar in drawn(office, "2024-01-01..2026-12-31")[0].bars] == [
        "2024", "2025", "2026",
    ]  # fmt: skip


def test_a_chart_stays_within_its_width(office: Office) -> None:
    fill(office)
    for chart in drawn(office):
        boxes = draw(chart, 400, 14, lambda text: 14.0 * len(text)).boxes
        assert all(box.x >= 0 and box.x + box.width <= 400 for box in boxes)


def test_the_paper_has_table_and_charts(office: Office) -> None:
    fill(office)
    made = statistics_pdf(office, statistics(office, parse_period("2026")))
    assert made.startswith(b"%PDF-") and len(made) > 4000


def test_an_empty_period_prints_too(office: Office) -> None:
    made = statistics_pdf(office, statistics(office, parse_period("2020")))
    assert made.startswith(b"%PDF-")


def test_the_workbook_has_the_figures_of_the_charts_as_numbers(office: Office) -> None:
    fill(office)
    table = statistics(office, parse_period("2026"))
    made = statistics_xlsx(office, table, charts(office, table))
    rows = CalamineWorkbook.from_filelike(BytesIO(made)).get_sheet_by_name("图").to_python()
    assert ["2026-05", 2.0, 0.0] in [row[:3] for row in rows]
