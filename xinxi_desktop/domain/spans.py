"""Stretches of texts, and what became of them between two texts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What became of a stretch."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of both texts (same), of the old one (gone) or of the new one (new).

    ``old`` and ``new`` are where it begins in each text.
    """

    kind: Kind
    text: str
    old: int
    new: int


@dataclass(frozen=True, slots=True)
class Span:
    """The characters ``start..end`` of one text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sides:
    """What fell away from the old text, and what the new one brought."""

    gone: tuple[Span, ...]
    new: tuple[Span, ...]
