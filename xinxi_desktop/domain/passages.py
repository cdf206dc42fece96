"""Passages of an article (title, paragraphs, cells of tables) and edits to be made in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

TITLE = -1


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a passage stands: the number of its block (``TITLE``: the title), and the cell."""

    block: int
    row: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text that stands by itself."""

    place: Place
    text: str
    in_table: bool = False

    @property
    def name(self) -> str:
        """What a person calls it."""
        if self.place.block == TITLE:
            return "标题"
        return f"第{self.place.block + 1}段" + ("表格" if self.in_table else "")


@dataclass(frozen=True, slots=True)
class Change:
    """Characters ``start..end`` of a text become ``new``; ``why`` in a few words."""

    start: int
    end: int
    new: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """A change in a passage."""

    passage: Passage
    change: Change

    @property
    def old(self) -> str:
        """What stands there now."""
        return self.passage.text[self.change.start : self.change.end]


def changed(text: str, changes: Sequence[Change]) -> str:
    """Make changes that don't overlap in a text."""
    for each in sorted(changes, key=lambda change: change.start, reverse=True):
        text = text[: each.start] + each.new + text[each.end :]
    return text
