"""Periods as people name them."""

from __future__ import annotations

import pytest

from xinxi_desktop.domain.period import checked_year_start, parse_period, year_of
from xinxi_desktop.errors import UserError


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026H1", "2026-01-01", "2026-06-30"),
        ("2026H2", "2026-07-01", "2026-12-31"),
        ("2026Q3", "2026-07-01", "2026-09-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-12-01..2026-11-30", "2025-12-01", "2026-11-30"),
    ],
)
def test_a_period_is_read_as_people_name_it(text: str, start: str, end: str) -> None:
    period = parse_period(text)
    assert (period.start, period.end) == (start, end)


@pytest.mark.parametrize("text", ["", "去年", "2026-13", "2026Q5", "2026-05-01", "2026-02-30..x"])
def test_what_is_no_period_is_a_sentence(text: str) -> None:
    with pytest.raises(UserError, match="没有改动"):
        parse_period(text)


def test_a_period_cannot_end_before_it_starts() -> None:
    with pytest.raises(UserError, match="早于开始日期"):
        parse_period("2026-05-02..2026-05-01")


@pytest.mark.parametrize(
    ("start", "period"),
    [
        ("01-01", ("2026-01-01", "2026-12-31")),
        ("12-01", ("2025-12-01", "2026-11-30")),
        ("04-01", ("2026-04-01", "2027-03-31")),
    ],
)
def test_a_statistics_year_begins_on_the_offices_day(start: str, period: tuple[str, str]) -> None:
    found = parse_period("2026年度", start)
    assert (found.start, found.end) == period


@pytest.mark.parametrize(("day", "year"), [("2026-11-30", 2026), ("2026-12-01", 2027)])
def test_a_day_belongs_to_one_statistics_year(day: str, year: int) -> None:
    assert year_of(day, "12-01") == year


@pytest.mark.parametrize("text", ["12月1日", "12-1", "12-01"])
def test_the_first_day_of_the_year_is_read_in_several_forms(text: str) -> None:
    assert checked_year_start(text) == "12-01"


@pytest.mark.parametrize("text", ["", "13-01", "02-29", "冬至"])
def test_a_day_that_not_every_year_has_starts_none(text: str) -> None:
    with pytest.raises(UserError, match="月-日"):
        checked_year_start(text)
