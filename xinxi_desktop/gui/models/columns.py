"""What a list's columns show, described as data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Row = dict[str, Any]


@dataclass(frozen=True)
class Column:
    """One column.

    ``text`` makes the shown text from a row. ``number`` aligns right with even digits;
    ``tone`` names a colour of the theme (ok, warn, danger, info, secondary) for that row's
    text, which always says by its words what the colour says. ``width`` is in characters of
    the interface font; ``stretch`` takes the room that is left. ``spare`` columns give way
    while the stretched ones lack their width, those with the highest number first.
    """

    key: str
    title: str
    text: Callable[[Row], str]
    width: int = 8
    number: bool = False
    stretch: bool = False
    spare: int = 0
    sortable: bool = False
    tone: Callable[[Row], str] | None = None
    hint: Callable[[Row], str] | None = None


def plain(key: str) -> Callable[[Row], str]:
    """Show the row's field as it is; None shows nothing."""

    def text(row: Row) -> str:
        value = row.get(key)
        return "" if value is None else str(value)

    return text
