"""What the check is told about an issue, and what it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from xinxi_desktop.domain.bulletin import Bulletin
from xinxi_desktop.domain.page import Layout
from xinxi_desktop.domain.vocabulary import Secrecy, Weight


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: its rule, how much it matters, the sentence.

    ``item`` is the position of the bulletin item from 0, -1 for the issue as a whole;
    ``page`` counts from 1, 0 where no page is meant.
    """

    rule: str
    weight: Weight
    words: str
    item: int = -1
    page: int = 0


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """What the file knows of an item beside its text."""

    article: int
    secrecy: Secrecy
    secrecy_term: str = ""
    submissions: tuple[str, ...] = ()
    """The numbers of the reports it was made from."""
    printed_in: tuple[str, ...] = ()
    """Issues that carried this article, or another one made from the same report, before."""


@dataclass(frozen=True, slots=True)
class IssueFacts:
    """Everything the check looks at; pages as laid out now."""

    bulletin: Bulletin
    layout: Layout
    items: tuple[ItemFacts, ...]
    secrecy: Secrecy
    secrecy_term: str = ""
    columns: tuple[str, ...] = ()
    """The publication's columns in order, none if it has no columns."""
    addressed: bool = True
    """Whether any of 报, 送, 发 is filled in."""
    copies: int = 0
    recipient_copies: int = 0
    """Copies that the issue's list, or else the publication's recipients, add up to; 0 for none."""
    skipped: tuple[int, ...] = ()
    """Numbers of this year that no issue bears."""
    credit_wanted: bool = True
    unit_names: Mapping[str, int] = field(default_factory=dict)
    """Every name and alias that belongs to one unit alone, with that unit's id."""
    substitutes: tuple[tuple[str, str], ...] = ()
    """Official fonts that are not installed: (what for, what stands in)."""
