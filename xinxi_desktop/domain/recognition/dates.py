"""Dates as offices write them: 2026年11月23日, 二〇二六年十一月二十三日, 20261123, 2026-11-23."""

from __future__ import annotations

import re
from datetime import date

_DIGITS = "〇一二三四五六七八九"
_HAN = "〇○零OＯ一二三四五六七八九"
_ARABIC = re.compile(
    r"(?<!\d)((?:19|20)\d{2})\s*[年\-./．—]\s*(\d{1,2})\s*[月\-./．—]\s*(\d{1,2})(?!\d)\s*[日号]?"
)
_SMALL = "([一二三四五六七八九十]{1,3})"
_CHINESE = re.compile(rf"([{_HAN}]{{4}})年{_SMALL}月{_SMALL}日?")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
_TIME = re.compile(r"(?<!\d)\d{1,2}\s*[:：时]\s*(?:\d{1,2}\s*分?)?")
_EXTRA = re.compile(
    r"[\s()（）〔〕【】\[\]]|(?:星期|周)[一二三四五六日天]"
    r"|\d{1,2}[:：时]\d{0,2}(?:[:：]\d{2})?分?|[印报]发?$"
)


def find_date(text: str) -> date | None:
    """Give the first full date in a text; None when there is none or it doesn't exist."""
    return next(iter(_found(text)), None)


def is_date_line(text: str) -> bool:
    """Tell whether a line holds a date and nothing else."""
    if len(text) > 40 or find_date(text) is None:
        return False
    return not _EXTRA.sub("", without_dates(text))


def without_dates(text: str) -> str:
    """Take every full date out of a text."""
    for pattern in (_ARABIC, _CHINESE, _COMPACT):
        text = pattern.sub("", text)
    return text


def without_times(text: str) -> str:
    """Take every full date out of a text, and a time of day (23时40分, 23:40)."""
    return _TIME.sub("", without_dates(text)).strip()


def _found(text: str) -> list[date]:
    made = [_make(*match.groups()) for match in _ARABIC.finditer(text)]
    made += [_make_chinese(*match.groups()) for match in _CHINESE.finditer(text)]
    made += [_make(*match.groups()) for match in _COMPACT.finditer(text)]
    return [day for day in made if day is not None]


def _make(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _make_chinese(year: str, month: str, day: str) -> date | None:
    for zero in "○零OＯ":
        year = year.replace(zero, "〇")
    number = "".join(str(_DIGITS.find(char)) for char in year)
    return _make(number, str(_small(month)), str(_small(day)))


def _small(text: str) -> int:
    """Read 一 to 三十一."""
    tens, ten, ones = text.partition("十")
    if not ten:
        return _DIGITS.find(tens) if len(tens) == 1 else 0
    return (_DIGITS.find(tens) if tens else 1) * 10 + (_DIGITS.find(ones) if ones else 0)
