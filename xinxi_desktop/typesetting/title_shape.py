"""Titles of two or three lines shaped 梯形, 菱形 or 倒梯形 without splitting a word.

GB/T 9704—2012, 7.3.1: a title may run over several lines, whole in its words, symmetrical,
shaped as a trapezium or a rhombus.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, combinations, pairwise
from math import ceil

from xinxi_desktop.domain.flow import LineEnd
from xinxi_desktop.typesetting.breaker import advances
from xinxi_desktop.typesetting.latin import may_break
from xinxi_desktop.typesetting.measure import Measured
from xinxi_desktop.typesetting.rules import BLANKS, OFFICE
from xinxi_desktop.typesetting.wholes import splits_whole
from xinxi_desktop.words import common_lexicon, common_phrases, inside_phrases, word_ends

TRAPEZIUM, INVERTED, RHOMBUS = "梯形", "倒梯形", "菱形"
SHAPES = (TRAPEZIUM, INVERTED, RHOMBUS)
"""The shapes of a title of several lines, in the words of GB/T 9704."""
_MOST_LINES = 3
_MOST_PLACES = 48
"""Of longer titles the even lines are taken: too many ways to try."""
_PAIRED = re.compile(r"《[^》]{1,14}》|“[^”]{1,16}”|（[^）]{1,8}）|〔[^〕]*〕")
_GOOD_END = frozenset("，、：；！？》”—…的了")
_NEVER_FIRST = frozenset("的了和与及或等中上下内外+＋&＆×·/／-—")
_WEAK_END = frozenset("和与及或在对为以从向把将被由于是关可涉让并且也")
_PAUSE = frozenset("，；：。 \u3000")
_LEAST = 3
"""Characters of the shortest line: fewer look lost."""
_IDEAL = 0.78
"""A shorter line beside a longer one reads as a trapezium."""
_SPLIT_PAIR, _SPLIT_PHRASE, _BAD_FIRST, _WEAK, _HOURGLASS, _SQUARE = 0.5, 0.3, 0.4, 0.25, 0.6, 0.05
_GOOD, _AT_PAUSE = -0.04, -0.15
_BAD, _ONE_MORE = 0.3, 0.2
"""From which price on another line is tried, and what that line has to save."""


def shaped_lines(measured: Measured, width: float, legal: Sequence[int]) -> list[LineEnd] | None:
    """Give the best shaped lines of a title that needs two or three, else None.

    ``legal`` are the places where a line may end by the rules of breaking.
    """
    text = measured.text
    edges = [0.0, *accumulate(advances(measured, 0, len(text)))]
    count = ceil(edges[-1] / width)
    if not 1 < count <= _MOST_LINES or "\n" in text:
        return None
    places, splits = _places(text, legal)
    if len(places) > _MOST_PLACES:
        return None
    best: tuple[float, tuple[int, ...]] | None = None
    for lines in range(count, _MOST_LINES + 1):
        if best is not None and best[0] < _BAD:
            break
        ways = _ways(text, edges, places, splits, (lines, width))
        way = min(ways, default=None, key=lambda each: each[0])
        if way is not None and (best is None or way[0] + _ONE_MORE < best[0]):
            best = way
    if best is None:
        return None
    return [LineEnd(start, end) for start, end in pairwise((0, *best[1], len(text)))]


def shape_breaks(
    text: str, edges: Sequence[float], legal: Sequence[int], width: float, shape: str
) -> tuple[int, ...]:
    """Give where the lines begin in the best way to set a title in this shape; none if there is none.

    ``edges`` are the widths (twips) up to each character.
    """
    places, splits = _places(text, legal)
    if "\n" in text or not 0 < len(places) <= _MOST_PLACES:
        return ()
    least = 3 if shape == RHOMBUS else 2
    for lines in range(max(least, ceil(edges[-1] / width)), _MOST_LINES + 1):
        ways = (
            way
            for way in _ways(text, list(edges), places, splits, (lines, width))
            if _is_shape([edges[b] - edges[a] for a, b in pairwise((0, *way[1], len(text)))], shape)
        )
        best = min(ways, default=None, key=lambda way: way[0])
        if best is not None:
            return best[1]
    return ()


def _is_shape(widths: list[float], shape: str) -> bool:
    """Tell whether lines of these widths make a trapezium on its base, on its head, or a rhombus."""
    if shape == RHOMBUS:
        return len(widths) == 3 and widths[1] > max(widths[0], widths[2])
    ordered = all(before < after for before, after in pairwise(widths))
    return ordered if shape == TRAPEZIUM else all(a > b for a, b in pairwise(widths))


def may_end(measured: Measured, end: int) -> bool:
    """Tell whether a line of a title may end here by the rules of breaking."""
    text = measured.text
    before, after = text[end - 1], text[end]
    if after in BLANKS or after in OFFICE.line_start or after in OFFICE.fault_start:
        return False
    if before in OFFICE.line_end or before == after == "—" or before == after == "…":
        return False
    if splits_whole(text, end):
        return False
    both_asian = measured.asian[end] and measured.asian[end - 1]
    return both_asian or may_break(text, end)


def _places(text: str, legal: Sequence[int]) -> tuple[list[int], dict[int, float]]:
    """Give where a line may end between words, and what it costs to split pairs and phrases."""
    ends = word_ends(text, common_lexicon())
    splits = dict.fromkeys(inside_phrases(text, ends, common_phrases()), _SPLIT_PHRASE)
    for found in _PAIRED.finditer(text):
        splits.update(dict.fromkeys(range(found.start() + 1, found.end()), _SPLIT_PAIR))
    return sorted(set(legal) & ends), splits


def _ways(
    text: str,
    edges: list[float],
    places: list[int],
    splits: Mapping[int, float],
    room: tuple[int, float],
) -> Iterator[tuple[float, tuple[int, ...]]]:
    """Price every way to cut the title into so many lines, each no wider than the room."""
    lines, width = room
    least = _LEAST * edges[-1] / len(text)
    prices = {place: _place_price(text, place) + splits.get(place, 0.0) for place in places}
    for cuts in combinations(places, lines - 1):
        bounds = (0, *cuts, len(text))
        widths = [edges[end] - edges[start] for start, end in pairwise(bounds)]
        if max(widths) <= width and min(widths) >= least:
            yield _shape_price(widths) + sum(prices[cut] for cut in cuts), cuts


def _place_price(text: str, place: int) -> float:
    price = _BAD_FIRST if text[place] in _NEVER_FIRST else 0.0
    if text[place - 1] in _PAUSE:
        price += _AT_PAUSE
    elif text[place - 1] in _GOOD_END:
        price += _GOOD
    elif text[place - 1] in _WEAK_END:
        price += _WEAK
    return price


def _shape_price(widths: list[float]) -> float:
    """Price a shape by how far it is from a trapezium or a rhombus."""
    longest = max(widths)
    shares = [width / longest for width in widths]
    if len(shares) == 2:
        return abs(min(shares) - _IDEAL) if min(shares) < 0.97 else _SQUARE + 1 - _IDEAL
    first, middle, last = shares
    if middle < min(first, last):
        return _HOURGLASS + (first + last) / 2 - middle
    if middle >= max(first, last):
        return abs(first - last) + abs((first + last) / 2 - _IDEAL) / 2
    return abs(middle - (first + last) / 2) + abs(min(first, last) - _IDEAL) / 2 + _SQUARE
