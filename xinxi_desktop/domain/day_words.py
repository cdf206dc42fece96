"""Days as a person writes them in a search field: 上月, 10月, 2026-10, 2026Q4, two dates."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

OFFERED = ("今天", "昨天", "本周", "上周", "本月", "上月", "今年", "去年")
_DECEMBER = 12
_SAME = (("这", "本"), ("个", ""), ("星期", "周"), ("今日", "今天"), ("昨日", "昨天"))
_BETWEEN = re.compile(r"\.\.+|至|到|~")
_YEAR = re.compile(r"(\d{4})(?:年|-)?")
_QUARTER = re.compile(r"(\d{4})年?[Qq]([1-4])")
_MONTH = re.compile(r"(?:(\d{4})[-/.年](\d{1,2})[-/.月]?|()(\d{1,2})月)份?")
_DAY = re.compile(r"(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})[日号]?")

Days = tuple[date, date]


def days_of(word: str, today: str) -> tuple[str, str] | None:
    """Give first and last day of what was written, "" for an open end; None if it can't be read.

    A month or day without a year is the last one that has begun.
    """
    now = date.fromisoformat(today)
    plain = _plain(word, now)
    ends = _BETWEEN.split(plain)
    if len(ends) == 1:
        days = _days(plain, now)
        return (days[0].isoformat(), days[1].isoformat()) if days else None
    return _between(ends, now)


def _between(ends: list[str], now: date) -> tuple[str, str] | None:
    """From the first day of the earlier to the last day of the later; one may be left out."""
    written = [_days(each, now) for each in ends if each]
    read = [days for days in written if days]
    if len(ends) > len(("from", "to")) or not read or len(read) < len(written):
        return None
    first = min(days[0] for days in read).isoformat() if ends[0] else ""
    last = max(days[1] for days in read).isoformat() if ends[1] else ""
    return first, last


def _plain(word: str, now: date) -> str:
    """Write what means the same in one way."""
    plain = unicodedata.normalize("NFKC", word)
    for other, usual in _SAME:
        plain = plain.replace(other, usual)
    for name, year in (("去年", now.year - 1), ("今年", now.year), ("本年", now.year)):
        plain = re.sub(rf"{name}(?=\d)", f"{year}年", plain)
    return plain


def _days(word: str, now: date) -> Days | None:
    try:
        return _named(word, now) or _written(word, now)
    except ValueError:
        return None


def _named(word: str, now: date) -> Days | None:
    day, monday = timedelta(1), now - timedelta(now.weekday())
    month, year = now.replace(day=1), now.replace(month=1, day=1)
    return {
        "今天": (now, now), "昨天": (now - day, now - day), "前天": (now - 2 * day, now - 2 * day),
        "本周": (monday, now), "上周": (monday - 7 * day, monday - day),
        "本月": (month, now), "上月": ((month - day).replace(day=1), month - day),
        "本年": (year, now), "今年": (year, now),
        "去年": (year.replace(year=now.year - 1), year - day),
    }.get(word)  # fmt: skip


def _written(word: str, now: date) -> Days | None:
    if found := _YEAR.fullmatch(word):
        return _months(int(found[1]), 1, _DECEMBER)
    if found := _QUARTER.fullmatch(word):
        last = 3 * int(found[2])
        return _months(int(found[1]), last - 2, last)
    if found := _MONTH.fullmatch(word):
        month = int(found[2] or found[4])
        year = int(found[1] or now.year - (month > now.month))
        return _months(year, month, month)
    if found := _DAY.fullmatch(word):
        month, day = int(found[2]), int(found[3])
        year = int(found[1] or now.year - ((month, day) > (now.month, now.day)))
        return date(year, month, day), date(year, month, day)
    return None


def _months(year: int, first: int, last: int) -> Days:
    """From the first day of a month to the last day of another of the same year."""
    after = date(year, last, 28) + timedelta(4)
    return date(year, first, 1), after - timedelta(after.day)
