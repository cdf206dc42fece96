"""Finding words in a text, and what replacing them would change."""

from __future__ import annotations

from collections.abc import Iterable

from xinxi_desktop.domain.passages import Change, Edit, Passage
from xinxi_desktop.domain.widths import to_half


def occurrences(text: str, words: str, *, loosely: bool = False) -> list[int]:
    """Give where ``words`` begin in a text, from the left, none overlapping.

    ``loosely`` takes full and half width, and capital and small letters, as alike.
    """
    if loosely:
        text, words = _folded(text), _folded(words)
    found: list[int] = []
    place = text.find(words) if words else -1
    while place >= 0:
        found.append(place)
        place = text.find(words, place + len(words))
    return found


def replacements(
    passages: Iterable[Passage], words: str, instead: str, *, loosely: bool = False
) -> list[Edit]:
    """Give an edit for every place where ``words`` stand."""
    return [
        Edit(passage, Change(start, start + len(words), instead))
        for passage in passages
        for start in occurrences(passage.text, words, loosely=loosely)
    ]


def _folded(text: str) -> str:
    """Fold width and case, character for character, so that places stay."""
    return "".join(low if len(low := char.lower()) == 1 else char for char in to_half(text))
