"""The words that are known, each with its price: the rarer, the dearer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from xinxi_desktop.assets import asset


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Prices by word, and by first character the length of the longest word with it."""

    prices: Mapping[str, int]
    longest: Mapping[str, int]


def lexicon_from(lines: Iterable[str]) -> Lexicon:
    """Read lines of a price, a tab and words with blanks between."""
    prices: dict[str, int] = {}
    for line in lines:
        price, _, words = line.partition("\t")
        prices.update(dict.fromkeys(words.split(), int(price)))
    longest: dict[str, int] = {}
    for word in prices:
        if len(word) > longest.get(word[0], 0):
            longest[word[0]] = len(word)
    return Lexicon(prices, longest)


@lru_cache(maxsize=1)
def common_lexicon() -> Lexicon:
    """Give the shipped lexicon; read at its first use."""
    path = asset("resources", "lexicons", "common.txt")
    return lexicon_from(path.read_text(encoding="utf-8").splitlines())
