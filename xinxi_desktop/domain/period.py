"""Periods as people name them: 2026, 2026年度, 2026H1, 2026Q3, 2026-03, 2026-03-01..2026-03-15."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from xinxi_desktop.domain.times import parse_date
from xinxi_desktop.errors import UserError

CALENDAR = "01-01"
_JUNE = 6
_HALF = {"1": (1, 6), "2": (7, 12)}


@dataclass(frozen=True, slots=True)
class Period:
    """Both days inclusive, as ``YYYY-MM-DD``."""

    start: str
    end: str

    @property
    def title(self) -> str:
        """Give the period as it is printed above a table."""
        return f"{self.start} 至 {self.end}"


def parse_period(text: str, year_start: str = CALENDAR) -> Period:
    """Read a period; UserError if it is none of the forms or ends before it starts.

    ``2026年度`` is the office's statistics year, whose first day is ``year_start`` (``MM-DD``).
    """
    word = text.strip()
    if found := re.fullmatch(r"(\d{4})(?:年度|[Yy])", word):
        return statistics_year(int(found[1]), year_start)
    if re.fullmatch(r"\d{4}", word):
        return _months(int(word), 1, 12)
    if found := re.fullmatch(r"(\d{4})[Hh]([12])", word):
        return _months(int(found[1]), *_HALF[found[2]])
    if found := re.fullmatch(r"(\d{4})[Qq]([1-4])", word):
        last = int(found[2]) * 3
        return _months(int(found[1]), last - 2, last)
    if found := re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", word):
        return _months(int(found[1]), int(found[2]), int(found[2]))
    if ".." in word:
        start, end = word.split("..", 1)
        return _checked(Period(parse_date(start), parse_date(end)))
    raise UserError(
        "wrong_period",
        f"看不懂期间“{text}”。没有改动。请写成 2026、2026年度、2026H1、2026Q1、2026-03 或 2026-03-01..2026-03-15。",
    )


def statistics_year(year: int, year_start: str = CALENDAR) -> Period:
    """Give the statistics year that is called ``year``.

    One that starts in the second half (12-01) is named by the year in which it ends.
    """
    month, day = _month_and_day(year_start)
    first = date(max(year - 1 if month > _JUNE else year, 1), month, day)
    after = date(min(first.year + 1, 9999), month, day)
    return Period(first.isoformat(), (after - timedelta(days=1)).isoformat())


def year_of(day: str, year_start: str = CALENDAR) -> int:
    """Tell which statistics year a day (``YYYY-MM-DD``) belongs to."""
    year = int(day[:4])
    return next(
        each for each in (year - 1, year, year + 1)
        if statistics_year(each, year_start).start <= day <= statistics_year(each, year_start).end
    )  # fmt: skip


def checked_year_start(text: str) -> str:
    """Give the first day of the statistics year as ``MM-DD``; UserError for what is no such day."""
    month, day = _month_and_day(text)
    return f"{month:02d}-{day:02d}"


def _month_and_day(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{1,2})[-月./](\d{1,2})日?", text.strip())
    try:
        # No leap year: a year that starts on 02-29 would begin on no day in most years.
        made = date(2001, int(found[1]), int(found[2])) if found else None
    except ValueError:
        made = None
    if made is None:
        raise UserError(
            "wrong_year_start",
            f"“{text}”不是一年里每年都有的日子。没有改动。请写成月-日，如 12-01。",
        )
    return made.month, made.day


def _months(year: int, first: int, last: int) -> Period:
    days = monthrange(year, last)[1] if year else 31
    return Period(f"{year:04d}-{first:02d}-01", f"{year:04d}-{last:02d}-{days:02d}")


def _checked(period: Period) -> Period:
    if period.end < period.start:
        raise UserError(
            "wrong_period",
            f"期间的结束日期 {period.end} 早于开始日期 {period.start}。没有改动。请改正后再试。",
        )
    return period
