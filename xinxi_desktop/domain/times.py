"""Times and dates as the office file keeps them (architecture.md 12)."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime, timedelta, timezone

from xinxi_desktop.errors import UserError

BEIJING = timezone(timedelta(hours=8))

_TYPED = re.compile(r"(?:(\d{4})[-./年])?(\d{1,2})[-./月](\d{1,2})日?|(\d{4})?(\d{2})(\d{2})")


def now() -> str:
    """Give the present moment as ``YYYY-MM-DDTHH:MM:SS+08:00``, whatever the machine's zone."""
    return datetime.now(UTC).astimezone(BEIJING).isoformat(timespec="seconds")


def today() -> str:
    """Give the present date in Beijing as ``YYYY-MM-DD``."""
    return now()[:10]


def days_since(stored: str) -> int:
    """Count the days from a stored moment or date to today; 0 for today."""
    return (date.fromisoformat(today()) - date.fromisoformat(stored[:10])).days


def read_date(text: str) -> str:
    """Read a date as people type it; empty if it is none.

    2026-12-05, 20261205, 2026年12月5日; without the year 12-05, 12.5, 12/5, 1205, 12月5日
    are of the present year.
    """
    found = _TYPED.fullmatch(unicodedata.normalize("NFKC", text.strip()))
    if not found:
        return ""
    year, month, day = found.group(1, 2, 3) if found.group(2) else found.group(4, 5, 6)
    try:
        return date(int(year or today()[:4]), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def parse_date(text: str) -> str:
    """Give a typed date as ``2026-11-23``; UserError if it is none."""
    day = read_date(text)
    if not day:
        raise UserError(
            "wrong_date",
            f"“{text}”不是日期。没有改动。请按“2026-11-23”的样子填写，也可以只写“11-23”。",
        )
    return day


def chinese_date(text: str) -> str:
    """Write ``2026-11-23`` as 2026年11月23日, without leading zeros (GB/T 9704)."""
    day = date.fromisoformat(text[:10])
    return f"{day.year}年{day.month}月{day.day}日"
