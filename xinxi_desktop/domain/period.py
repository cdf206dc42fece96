"""Periods as people name them: 2026, 2026H1, 2026Q3, 2026-03, 2026-03-01..2026-03-15."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass

from xinxi_desktop.domain.times import parse_date
from xinxi_desktop.errors import UserError

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


def parse_period(text: str) -> Period:
    """Read a period; UserError if it is none of the forms or ends before it starts."""
    word = text.strip()
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
        f"看不懂期间“{text}”。没有改动。请写成 2026、2026H1、2026Q1、2026-03 或 2026-03-01..2026-03-15。",
    )


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
