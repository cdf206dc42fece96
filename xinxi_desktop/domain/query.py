"""What a person types into a search field: words, and fields such as ``单位:安渡 日期:本月``."""

from __future__ import annotations

import re
from dataclasses import replace

from xinxi_desktop.domain.day_words import days_of
from xinxi_desktop.domain.filters import SubmissionFilter
from xinxi_desktop.domain.vocabulary import Kind

FIELDS = ("单位", "类型", "日期")
_TOKEN = re.compile(rf"({'|'.join(FIELDS)})[:：](\S*)")
_HOW_DAYS = "可以写 上月、10月、2026-10、2026-10-01..2026-10-15"
_NEVER = "~"
"""Later than any day: what can't be read lets nothing through, and ``not_understood`` says so."""


def read_query(text: str, today: str) -> SubmissionFilter:
    """Read typed text; a field without a value restricts nothing yet."""
    found = SubmissionFilter(words=_TOKEN.sub(" ", text).strip())
    for name, value in _TOKEN.findall(text):
        if not value:
            continue
        if name == "单位":
            found = replace(found, unit_name=value)
        elif name == "类型":
            found = replace(found, kinds=_kinds(value) or ("",))
        else:
            first, last = days_of(value, today) or (_NEVER, "")
            found = replace(found, received_from=first, received_to=last)
    return found


def not_understood(text: str, today: str) -> str:
    """Say which fields could not be read and what may be written; "" if all were."""
    told = []
    for name, value in _TOKEN.findall(text):
        if name == "日期" and value and not days_of(value, today):
            told.append(f"看不懂“日期:{value}”，{_HOW_DAYS}。")
        elif name == "类型" and value and not _kinds(value):
            kinds = "、".join(kind.label for kind in Kind)
            told.append(f"看不懂“类型:{value}”，可以写 {kinds}。")
    return "".join(told)


def _kinds(value: str) -> tuple[str, ...]:
    return tuple(kind.value for kind in Kind if kind.label.startswith(value))
