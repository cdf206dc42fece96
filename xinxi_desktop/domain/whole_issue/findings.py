"""What the check is told about an issue, and what it says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from xinxi_desktop.domain.bulletin import Bulletin
from xinxi_desktop.domain.page import Layout
from xinxi_desktop.domain.vocabulary import Secrecy, Weight

_NAMED = 12
_POSITION = re.compile(r"第\d+条")


def quoted(text: str, most: int) -> str:
    """Quote so many characters of a text; its own quotation marks become inner ones."""
    short = f"{text[:most]}…" if len(text) > most else text
    return f"“{short.replace('“', '‘').replace('”', '’')}”"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: its rule, how much it matters, the sentence.

    ``item`` is the position of the bulletin item from 0, -1 for the issue as a whole;
    ``page`` counts from 1, 0 where no page is meant. ``block`` and ``first`` say where in the
    item's text ``quote`` stands, where it is about some words of it.
    """

    rule: str
    weight: Weight
    words: str
    item: int = -1
    page: int = 0
    block: str = ""
    first: int = 0
    quote: str = ""

    @property
    def mark(self) -> str:
        """What it is about, the same after other items have moved or gone."""
        return f"{self.rule} {_POSITION.sub('', self.words)}"


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
    tone_guessed: bool = False
    """Whether it is 忧, and so printed without its units, only because the program guessed so."""
    tone_at_odds: bool = False
    """Whether it is 忧 although none of its reports is registered so."""


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

    def item_name(self, place: int) -> str:
        """Name the item at a position from 0: its number and how its title begins."""
        items = self.bulletin.items
        title = "".join(items[place].title.split()) if 0 <= place < len(items) else ""
        return f"第{place + 1}条{quoted(title, _NAMED)}" if title else f"第{place + 1}条"


@dataclass(frozen=True, slots=True)
class Passed:
    """What was found when an issue was last sent, and the reason for which it went nevertheless."""

    reason: str = ""
    marks: frozenset[str] = frozenset()

    def holds(self, finding: Finding) -> bool:
        """Tell whether a finding was there already and let through."""
        return finding.mark in self.marks

    def known(self, findings: Iterable[Finding]) -> list[Finding]:
        """Give the findings to look at that were let through before."""
        return [each for each in findings if each.weight is not Weight.NOTE and self.holds(each)]

    def news(self, findings: Iterable[Finding]) -> list[Finding]:
        """Give the findings to look at that were not let through before; notes never hold back."""
        grave = (finding for finding in findings if finding.weight is not Weight.NOTE)
        return [finding for finding in grave if not self.holds(finding)]


def passed_to_json(reason: str, findings: Sequence[Finding]) -> str:
    """Write down what was found and why the issue went; empty if nothing was found."""
    marks = [finding.mark for finding in findings if finding.weight is not Weight.NOTE]
    if not marks:
        return ""
    return json.dumps({"reason": reason, "marks": marks}, ensure_ascii=False, sort_keys=True)


def passed_from_json(text: str) -> Passed:
    """Read what ``passed_to_json`` wrote."""
    if not text:
        return Passed()
    read = json.loads(text)
    return Passed(str(read["reason"]), frozenset(map(str, read["marks"])))
