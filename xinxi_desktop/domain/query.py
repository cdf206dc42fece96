"""What a person types into a search field: words, and fields such as ``单位:安渡 日期:本月``."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from xinxi_desktop.domain.filters import SubmissionFilter
from xinxi_desktop.domain.vocabulary import Kind

FIELDS = ("单位", "类型", "日期")
DAYS = ("今天", "昨天", "本周", "本月", "今年")
_TOKEN = re.compile(rf"({'|'.join(FIELDS)})[:：](\S*)")
_PART_OF_DAY = re.compile(r"\d[\d-]*")
_NEVER = "~"
"""Later than any day: a day that can't be read lets nothing through."""


def read_query(text: str, today: str) -> SubmissionFilter:
    """Read typed text; a field without a value restricts nothing yet."""
    found = SubmissionFilter(words=_TOKEN.sub(" ", text).strip())
    for name, value in _TOKEN.findall(text):
        if not value:
            continue
        if name == "单位":
            found = replace(found, unit_name=value)
        elif name == "类型":
            found = replace(found, kinds=_kinds(value))
        else:
            first, last = days_of(value, today)
            found = replace(found, received_from=first, received_to=last)
    return found


def days_of(word: str, today: str) -> tuple[str, str]:
    """Give first and last day of 今天, 本周 …, or of the beginning of a date as 2026-11."""
    now = date.fromisoformat(today)
    first = {
        "今天": now, "昨天": now - timedelta(1), "本周": now - timedelta(now.weekday()),
        "本月": now.replace(day=1), "今年": now.replace(month=1, day=1),
    }.get(word)  # fmt: skip
    if first is not None:
        return first.isoformat(), (first if word == "昨天" else now).isoformat()
    return (word, word) if _PART_OF_DAY.fullmatch(word) else (_NEVER, "")


def _kinds(value: str) -> tuple[str, ...]:
    return tuple(kind.value for kind in Kind if kind.label.startswith(value)) or ("",)
