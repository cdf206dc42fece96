"""Cutting text into words: the cheapest way through the lexicon, and what offices write.

Names of places and people are in no lexicon: single characters side by side that are no
function words are taken as one word with what follows them (望川县, 安渡区).
"""

from __future__ import annotations

import re
from itertools import pairwise

from xinxi_desktop.words.lexicon import Lexicon

_SHORT = 2
_UNKNOWN = 140
"""Price of a single character, ten times minus the logarithm of its share."""
_CHEAP_SINGLE = 60
FUNCTION_WORDS = frozenset(
    "的了和与及或在为对等是从以被把将向由就都也而并其之至到于让给按随一某可涉被拟"
)
"""Words of one character that stand for themselves, never a part of a name."""
_SUFFIXES = frozenset("省市区县乡镇村街道州盟旗局办委部厅司处科室站所院校厂")
_WHOLE = re.compile(
    r"[A-Za-z0-9.%‰℃+/·-]+(?:[万亿千百]?[年月日时个人名户家次件条项座处亩吨元级届期批组例号天岁倍成]+)?"
    r"|[一二三四五六七八九十百千万两]+[个名户家次件条项座处亩吨元级届期批组例号]"
    r"|第[一二三四五六七八九十]+个五年规划"
    r"|第[一二三四五六七八九十百\d]+(?:季度|届|次|批|期|号|轮|场|个|条|章|编)?"
    r"|〔\d+〕\d*号?"
)


def word_ends(text: str, lexicon: Lexicon) -> frozenset[int]:
    """Give the places (0 < place < length) where one word ends and the next begins."""
    ends = set(_cheapest(text, lexicon))
    for found in _WHOLE.finditer(text):
        ends -= set(range(found.start() + 1, found.end()))
    _join_names(text, ends)
    return frozenset(ends - {0, len(text)})


def _cheapest(text: str, lexicon: Lexicon) -> list[int]:
    """Give the ends of the words on the cheapest way (Viterbi)."""
    length = len(text)
    best = [0.0] + [float("inf")] * length
    origin = [0] * (length + 1)
    for start in range(length):
        here, longest = best[start], lexicon.longest.get(text[start], 1)
        for end in range(start + 1, min(length, start + longest) + 1):
            price = _price(text[start:end], lexicon)
            if price is not None and here + price < best[end]:
                best[end], origin[end] = here + price, start
    ends = []
    while length:
        ends.append(length)
        length = origin[length]
    return ends[::-1]


def _price(word: str, lexicon: Lexicon) -> int | None:
    if len(word) == 1:
        return _CHEAP_SINGLE if word in FUNCTION_WORDS else _UNKNOWN
    return lexicon.prices.get(word)


def _join_names(text: str, ends: set[int]) -> None:
    """Join single characters that are no function words, and a suffix of offices after them."""
    places = [0, *sorted(ends)]
    for before, here in pairwise(places):
        after = next((place for place in places if place > here), len(text))
        first, follows = text[before:here], text[here:after]
        if _takes_suffix(first, follows) or _goes_on(first, follows):
            ends.discard(here)


def _takes_suffix(first: str, follows: str) -> bool:
    """Tell whether a suffix of offices or places belongs to the word before it: 农村|局."""
    hanzi = "\u4e00" <= first[-1] <= "\u9fff"
    return follows in _SUFFIXES and hanzi and first not in FUNCTION_WORDS


def _goes_on(first: str, follows: str) -> bool:
    """Tell whether a name goes on: 望|川, 栖|山县."""
    if not _is_name(first) or first in _SUFFIXES:
        return False
    return _is_name(follows) or (len(follows) == _SHORT and follows[-1] in _SUFFIXES)


def _is_name(word: str) -> bool:
    """Tell whether a word may be a piece of a name: one character that is no function word."""
    return len(word) == 1 and "\u4e00" <= word <= "\u9fff" and word not in FUNCTION_WORDS
