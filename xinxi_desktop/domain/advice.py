"""Fit-to-page advice: what does not sit well on the pages, and what could be done about it."""

from __future__ import annotations

from dataclasses import dataclass

from xinxi_desktop.domain.cures import Cure
from xinxi_desktop.domain.vocabulary import Vocabulary


class Trouble(Vocabulary):
    """What does not sit well, the most worth mending first."""

    OVERRUN = "overrun", "末页只有几行"
    IMPRINT = "imprint", "版记多占页"
    WIDOW = "widow", "页首孤行"
    HEADING = "heading", "小标题靠页末"
    WHITE = "white", "页末空白大"
    SHORT = "short", "段末字少"


@dataclass(frozen=True, slots=True)
class Remedy:
    """What mends it, tried on the whole issue: cures with the position of their item, in words."""

    cures: tuple[tuple[int, Cure], ...]
    words: str


@dataclass(frozen=True, slots=True)
class Cut:
    """So many characters fewer in a block would do; only the editor changes the text."""

    item: int
    article: int
    block: str
    characters: int
    words: str


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing to look at; ``item`` counts from 0, ``page`` from 1, ``lines`` is its size.

    ``block`` is where the trouble lies, empty where no single paragraph is meant.
    """

    trouble: Trouble
    item: int
    page: int
    words: str
    lines: int = 0
    block: str = ""
    remedies: tuple[Remedy, ...] = ()
    cut: Cut | None = None

    @property
    def place(self) -> tuple[Trouble, int, str]:
        """What tells it from other advice, wherever it stands now."""
        return self.trouble, self.item, self.block
