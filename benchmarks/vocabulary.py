"""Words for made-up reports, drawn so that characters come about as often as in real ones."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from math import exp, log

from xinxi_desktop.assets import asset
from xinxi_desktop.words.lexicon import common_lexicon

_OFFICIAL = 0.5
"""How strongly words of officials' characters are preferred; measured against real reports."""
_PHRASES, _SMALL = 0.20, 0.04
_SMALL_WORDS = "一是大要有中全不以对加新为等人在"


@dataclass(frozen=True, slots=True)
class Words:
    """Words, and how often each up to here is drawn: what ``random.choices`` asks for."""

    words: tuple[str, ...]
    heights: tuple[float, ...]


@cache
def words() -> Words:
    """Give the shipped lexicon with the weights of running official text."""
    prices = common_lexicon().prices
    phrases = asset("resources", "lexicons", "phrases.txt").read_text(encoding="utf-8").split()
    seen = Counter("".join(phrases))
    weights = {word: exp(-price / 10) * _likeness(word, seen) for word, price in prices.items()}
    whole = sum(weights.values())
    for group, share in ((phrases, _PHRASES), (list(_SMALL_WORDS), _SMALL)):
        for word in group:
            weights[word] = weights.get(word, 0.0) + whole * share / len(group)
    return Words(tuple(weights), tuple(accumulate(weights.values())))


def _likeness(word: str, seen: Counter[str]) -> float:
    """Tell how much the characters of a word are those of official phrases."""
    thousand = seen.total() / 1000
    mean = sum(log((seen[char] + 0.3) / thousand) for char in word) / len(word)
    return exp(_OFFICIAL * mean)
