"""Moments as people read them: 11-22 15:04, with the year when it isn't this one (look.md)."""

from __future__ import annotations

from xinxi_desktop.domain.times import today


def moment(stored: str | None) -> str:
    """``2026-11-22T15:04:05+08:00`` as 11-22 15:04; a bare date without the time."""
    if not stored:
        return ""
    day = stored[:10] if stored[:4] != today()[:4] else stored[5:10]
    clock = stored[11:16]
    return f"{day} {clock}" if clock else day
