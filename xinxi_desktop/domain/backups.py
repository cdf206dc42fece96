"""Which backups stay: today's, one a day of the last week, one a week, one a month."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from xinxi_desktop.domain.times import BEIJING

SPACE = 3
"""Backups of one place take at most so many times the size of the office file."""
_DAILY = 7
_WEEKLY = 56
_BEFORE_RESTORE = "恢复前"
_STAMP = re.compile(
    rf"(?:{_BEFORE_RESTORE} )?(\d{{4}}-\d{{2}}-\d{{2}}) (\d{{2}})(\d{{2}})(\d{{2}})?"
)


@dataclass(frozen=True, slots=True)
class Copy:
    """A backup by its file name: its moment as the office file writes moments, and its bytes."""

    name: str
    at: str
    size: int
    before_restore: bool = False


def backup_name(stem: str, at: str, *, before_restore: bool = False) -> str:
    """Name a copy of the office file ``stem`` made at a moment, without its suffix."""
    word = f"{_BEFORE_RESTORE} " if before_restore else ""
    return f"{stem} {word}{at[:10]} {at[11:19].replace(':', '')}"


def parse_name(stem: str, name: str, size: int) -> Copy | None:
    """Read a backup's file name (without suffix); None if it is not one of ``stem``."""
    found = _STAMP.fullmatch(name.removeprefix(f"{stem} ")) if name.startswith(f"{stem} ") else None
    if found is None:
        return None
    day, hour, minute, second = found.groups()
    try:
        at = datetime.fromisoformat(f"{day}T{hour}:{minute}:{second or '00'}")
    except ValueError:
        return None
    moment = at.replace(tzinfo=BEIJING).isoformat(timespec="seconds")
    return Copy(name, moment, size, _BEFORE_RESTORE in name)


def to_drop(copies: Sequence[Copy], today: str, space: int) -> list[Copy]:
    """Choose the copies of one place that go, oldest first; the newest always stays.

    First those that share an earlier day, week or month with a newer one; then, while all
    together take more than ``space`` bytes, the further ones of today and after them the oldest.
    """
    newest_first = sorted(copies, key=lambda copy: copy.at, reverse=True)
    kept: list[Copy] = []
    spans: set[object] = set()
    for copy in newest_first:
        span = _span(copy, today)
        if span not in spans:
            kept.append(copy)
        spans.add(span)
    for copy in _least_missed(kept, today):
        if sum(each.size for each in kept) <= space:
            break
        kept.remove(copy)
    return [copy for copy in reversed(newest_first) if copy not in kept]


def _least_missed(newest_first: Sequence[Copy], today: str) -> list[Copy]:
    """All but the newest: the further ones of today, then from the oldest on."""
    rest = list(reversed(newest_first[1:]))
    further = [copy for copy in rest if copy.at[:10] == today and not copy.before_restore]
    return further + [copy for copy in rest if copy not in further]


def _span(copy: Copy, today: str) -> object:
    """The day, week or month for which a copy stands; of today, or before a restore, each alone."""
    day = date.fromisoformat(copy.at[:10])
    age = (date.fromisoformat(today) - day).days
    if age == 0 or (copy.before_restore and age < _WEEKLY):
        return copy.name
    if age < _DAILY:
        return day
    if age < _WEEKLY:
        return day.isocalendar()[:2]
    return (day.year, day.month, "month")
