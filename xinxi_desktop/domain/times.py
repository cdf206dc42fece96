"""Times and dates as the office file keeps them (architecture.md 12)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from xinxi_desktop.errors import UserError

BEIJING = timezone(timedelta(hours=8))


def now() -> str:
    """Give the present moment as ``YYYY-MM-DDTHH:MM:SS+08:00``, whatever the machine's zone."""
    return datetime.now(UTC).astimezone(BEIJING).isoformat(timespec="seconds")


def today() -> str:
    """Give the present date in Beijing as ``YYYY-MM-DD``."""
    return now()[:10]


def days_since(stored: str) -> int:
    """Count the days from a stored moment or date to today; 0 for today."""
    return (date.fromisoformat(today()) - date.fromisoformat(stored[:10])).days


def parse_date(text: str) -> str:
    """Check a date typed as ``2026-11-23`` and give it back; UserError otherwise."""
    try:
        return date.fromisoformat(text.strip()).isoformat()
    except ValueError as error:
        raise UserError(
            "wrong_date", f"“{text}”不是日期。没有改动。请按“2026-11-23”的样子填写。"
        ) from error


def chinese_date(text: str) -> str:
    """Write ``2026-11-23`` as 2026年11月23日, without leading zeros (GB/T 9704)."""
    day = date.fromisoformat(text[:10])
    return f"{day.year}年{day.month}月{day.day}日"
