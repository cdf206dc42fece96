"""Days as a person writes them into the search field."""

from __future__ import annotations

import pytest

from xinxi_desktop.domain.day_words import OFFERED, days_of

TODAY = "2026-11-27"
OCTOBER = ("2026-10-01", "2026-10-31")


@pytest.mark.parametrize(
    "word, days",
    [
        ("今天", (TODAY, TODAY)),
        ("昨天", ("2026-11-26", "2026-11-26")),
        ("本周", ("2026-11-23", TODAY)),
        ("上周", ("2026-11-16", "2026-11-22")),
        ("本月", ("2026-11-01", TODAY)),
        ("这个月", ("2026-11-01", TODAY)),
        ("上月", OCTOBER),
        ("上个月", OCTOBER),
        ("本年", ("2026-01-01", TODAY)),
        ("去年", ("2025-01-01", "2025-12-31")),
    ],
)
def test_words_for_days(word: str, days: tuple[str, str]) -> None:
    assert days_of(word, TODAY) == days


@pytest.mark.parametrize(
    "word", ["10月", "１０月份", "2026年10月", "2026-10", "2026.10", "今年10月"]
)
def test_a_month_is_written_in_several_ways(word: str) -> None:
    assert days_of(word, TODAY) == OCTOBER


@pytest.mark.parametrize(
    "word, days",
    [
        ("12月", ("2025-12-01", "2025-12-31")),
        ("2月", ("2026-02-01", "2026-02-28")),
        ("2026Q4", ("2026-10-01", "2026-12-31")),
        ("2026", ("2026-01-01", "2026-12-31")),
        ("10月8日", ("2026-10-08", "2026-10-08")),
        ("2026-10-01..2026-10-15", ("2026-10-01", "2026-10-15")),
        ("10月15日至10月1日", ("2026-10-01", "2026-10-15")),
        ("9月～10月", ("2026-09-01", "2026-10-31")),
        ("2026-10-01..", ("2026-10-01", "")),
    ],
)
def test_months_quarters_years_and_ranges(word: str, days: tuple[str, str]) -> None:
    assert days_of(word, TODAY) == days


@pytest.mark.parametrize(
    "word", ["前几天", "13月", "2026-02-30", "..", "10", "9月..10月..11月", "9月..几"]
)
def test_what_is_no_day_is_not_guessed(word: str) -> None:
    assert days_of(word, TODAY) is None


def test_every_offered_word_is_understood() -> None:
    assert all(days_of(word, TODAY) for word in OFFERED)


def test_last_month_of_january_is_in_the_year_before() -> None:
    assert days_of("上月", "2026-01-31") == ("2025-12-01", "2025-12-31")
