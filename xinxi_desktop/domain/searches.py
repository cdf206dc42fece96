"""A narrowed list of 收稿 as a person set it: kept as words, so that 本月 stays this month."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from typing import Any

from xinxi_desktop.domain.day_words import days_of
from xinxi_desktop.domain.filters import SubmissionFilter
from xinxi_desktop.domain.query import read_query

ANY_TIME, OWN_DAYS = "any", "own"
_WEEK = 7
_NAMED = {
    "day": "今天", "last_week": "上周", "month": "本月", "last_month": "上月",
    "year": "今年", "last_year": "去年",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Search:
    """What was chosen: queue, typed text, a unit, a period, or own days with the period ``own``."""

    queue: str = ""
    text: str = ""
    unit: int | None = None
    period: str = ANY_TIME
    first: str = ""
    last: str = ""

    def to_filter(self, today: str) -> SubmissionFilter:
        """Give what words, unit and days let through on a day; the queue is the list's matter."""
        first, last = self._days(today)
        typed = read_query(self.text, today)
        ends = [day for day in (last, typed.received_to) if day]
        return replace(
            typed,
            unit=self.unit,
            received_from=max(first, typed.received_from),
            received_to=min(ends, default=""),
        )

    def to_json(self) -> str:
        """Write it down."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    def _days(self, today: str) -> tuple[str, str]:
        if self.period == OWN_DAYS:
            return self.first, self.last
        if self.period in _NAMED:
            return days_of(_NAMED[self.period], today) or ("", "")
        back = {"two_days": 1, "week": _WEEK - 1}.get(self.period)
        if back is None:
            return "", ""
        return (date.fromisoformat(today) - timedelta(back)).isoformat(), today


def search_from(text: str) -> Search:
    """Read what ``to_json`` wrote; what it does not know is left out."""
    found: dict[str, Any] = json.loads(text)
    return Search(**{name: found[name] for name in Search.__slots__ if name in found})
