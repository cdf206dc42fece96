"""Where a comment stands in a text that is being changed under it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from xinxi_desktop.domain.document import Block, Document
from xinxi_desktop.domain.finding import occurrences


@dataclass(frozen=True, slots=True)
class Anchor:
    """The characters ``first..last`` of a block, which read ``quote`` when they were marked."""

    block: str
    first: int
    last: int
    quote: str


def locate(document: Document, anchor: Anchor) -> Anchor | None:
    """Find where the quoted words stand now: nearest in their block, else in another block.

    None if the words are gone.
    """
    own = next((block for block in document.blocks if block.id == anchor.block), None)
    for block in ([own] if own else []) + list(document.blocks):
        found = occurrences(_text(block), anchor.quote)
        if found:
            first = min(found, key=lambda place: abs(place - anchor.first))
            return Anchor(block.id, first, first + len(anchor.quote), anchor.quote)
    return None


def follow(old: Document, new: Document, anchor: Anchor) -> Anchor:
    """Carry an anchor along from one text to the next; words that are gone leave it as it is."""
    texts = [
        next((_text(block) for block in document.blocks if block.id == anchor.block), "")
        for document in (old, new)
    ]
    moved = replace(anchor, first=_moved(texts[0], texts[1], anchor.first))
    return locate(new, moved) or anchor


def _moved(old: str, new: str, place: int) -> int:
    """Tell where a character went as text before it was changed."""
    if old == new:
        return place
    for _tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if a <= place < b:
            return min(c + place - a, d)
    return len(new)


def _text(block: Block) -> str:
    return str(getattr(block, "text", ""))
