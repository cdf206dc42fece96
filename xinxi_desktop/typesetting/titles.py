"""Titles broken into balanced centred lines, never leaving a lone character."""

from __future__ import annotations

from itertools import accumulate
from math import ceil, inf

from xinxi_desktop.domain.flow import LineEnd
from xinxi_desktop.typesetting.breaker import advances, line_width
from xinxi_desktop.typesetting.measure import Measured
from xinxi_desktop.typesetting.scripts import is_word
from xinxi_desktop.typesetting.title_shape import may_end, shaped_lines

_GOOD_AFTER = frozenset("，、：；。！？》”—… \u3000")
_BONUS = 0.02
"""Share of a squared line by which a break behind a mark may be the less even one."""
_LONE = 100.0
_FORCED = 10.0


def balanced_lines(measured: Measured, width: float) -> list[LineEnd]:
    """Break a title into the fewest lines that hold it: shaped, or else as even as they can be.

    Breaks that no rule allows are taken only where nothing else fits (one unbroken code).
    """
    length = len(measured.text)
    if length == 0:
        return []
    total = line_width(measured, 0, length)
    if total <= width:
        return [LineEnd(0, length)]
    places = [end for end in range(1, length) if may_end(measured, end)]
    shaped = shaped_lines(measured, width, places)
    if shaped is not None:
        return shaped
    edges = [0.0, *accumulate(advances(measured, 0, length))]
    target = total / ceil(total / width)
    cost, origin = [0.0] + [inf] * length, [0] * (length + 1)
    for end in range(1, length + 1):
        legal = end == length or may_end(measured, end)
        start = end - 1
        while start >= 0 and edges[end] - edges[start] <= width:
            price = cost[start] + _price(measured, start, end, edges, target)
            price += 0.0 if legal else _FORCED
            if price < cost[end]:
                cost[end], origin[end] = price, start
            start -= 1
        if cost[end] == inf:
            cost[end], origin[end] = cost[end - 1] + _FORCED, end - 1
    return _walk_back(origin)


def _price(measured: Measured, start: int, end: int, edges: list[float], target: float) -> float:
    """Price a line by its squared distance from the even length."""
    uneven = (edges[end] - edges[start]) / target - 1
    text = measured.text
    words = 0
    for index in range(start, end):
        words += is_word(text[index])
        if words > 1:
            break
    bonus = _BONUS if end < len(text) and text[end - 1] in _GOOD_AFTER else 0.0
    return uneven * uneven + (_LONE if words <= 1 else 0.0) - bonus


def _walk_back(origin: list[int]) -> list[LineEnd]:
    lines = []
    end = len(origin) - 1
    while end > 0:
        lines.append(LineEnd(origin[end], end))
        end = origin[end]
    return lines[::-1]
