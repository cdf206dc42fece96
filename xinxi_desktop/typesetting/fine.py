"""Mode ``fine``: lines on the grid of whole characters, marks compressed to fit. PDF only.

One cell is the type area's width shared by as many characters as it should hold (page-model.md
§1: 442.2 / 28 pt). A line that is a little too long is pushed in by narrowing its full-width
marks to half a cell at most; else it is pushed out and spread evenly. Nothing hangs.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import accumulate

from xinxi_desktop.domain.flow import LineEnd
from xinxi_desktop.typesetting.breaker import hard_stop, spread_evenly, with_newline
from xinxi_desktop.typesetting.faults import splits_double
from xinxi_desktop.typesetting.latin import may_break
from xinxi_desktop.typesetting.measure import Measured
from xinxi_desktop.typesetting.rules import BLANKS, OFFICE
from xinxi_desktop.typesetting.scripts import is_word
from xinxi_desktop.typesetting.wholes import whole_places

CLOSING = frozenset("，。、；：！？）》」』】〕〗”’］｝．")
OPENING = frozenset("（《「『【〔〖“‘［｛")
_REACH = 13
"""Characters before the first that does not fit that are tried as a line's end."""
_NEVER = 1000.0
_TOLERANCE = 1.0
"""Twips that may stick out unseen: cells are no whole twips."""
_SPLIT_WHOLE, _SPLIT_DATE, _LONE, _SHORT_TAIL = 150.0, 12.0, 200.0, 4.0
"""Prices in squared cells: a date may be cut behind 年 or 月 before a line gets too loose."""
_TAIL = 2
"""A last line of so few characters is taken into the line before where it fits."""


@dataclass(frozen=True, slots=True)
class Fine:
    """A paragraph measured on the grid; widths of whole signs are one ``cell`` (twips)."""

    measured: Measured
    cell: float
    whole: frozenset[int] = field(default_factory=frozenset)
    """Positions inside something that should stay on one line."""


def cell_width(width: int, size: int) -> float:
    """Give the width of one cell: the type area shared by the characters that it should hold."""
    return width / max(1, round(width / size))


def on_grid(measured: Measured, width: int) -> Measured:
    """Give the text with one cell for each full-width sign; ``width`` is the type area's."""
    cell = cell_width(width, measured.size)
    widths = [
        cell if asian and advance == measured.size else advance
        for advance, asian in zip(measured.widths, measured.asian, strict=True)
    ]
    return replace(measured, widths=widths, spacing=0, cell=cell)


def fine_lines(measured: Measured, width: float, first: float) -> list[LineEnd]:
    """Break a paragraph on the grid; the first line is ``first`` wide, the others ``width``."""
    fine = Fine(measured, measured.cell, whole_places(measured.text))
    lines: list[LineEnd] = []
    start, length = 0, len(measured.text)
    while start < length:
        stop = hard_stop(measured.text, start)
        end = _best_end(fine, start, stop, width if lines else first)
        end = with_newline(measured.text, end, stop)
        lines.append(LineEnd(start, end))
        start = end
    return lines


def line_steps(
    measured: Measured, start: int, end: int, width: float, justify: bool
) -> list[float]:
    """Give the pen steps of one line; a line that is too long for ``width`` is narrowed."""
    steps = _natural(measured, start, end)
    spare = width - sum(steps)
    if spare < -_TOLERANCE:
        _narrow(measured, start, end, steps, -spare)
    elif justify:
        spread_evenly(measured, start, end, steps, spare)
    return steps


def _natural(measured: Measured, start: int, end: int) -> list[float]:
    """Give steps with gaps beside Latin text and adjacent marks already closed up."""
    text, half = measured.text, measured.cell / 2
    steps = []
    for index in range(start, end):
        step = measured.widths[index]
        if index + 1 < end:
            step += measured.gap_before(index + 1)
            if _closes_up(text[index], text[index + 1]):
                step -= half
        steps.append(step)
    return steps


def _closes_up(before: str, after: str) -> bool:
    """Tell whether two marks share a blank half: ，“ 。” （《."""
    if before in CLOSING:
        return after in CLOSING or after in OPENING
    return before in OPENING and after in OPENING


def _best_end(fine: Fine, start: int, stop: int, width: float) -> int:
    """Choose the line's end: the cheapest of the places around the first that does not fit."""
    width += _TOLERANCE
    edges = list(accumulate(_natural(fine.measured, start, min(stop, start + _most(width, fine)))))
    over = start + bisect_right(edges, width)
    if over >= stop:
        return stop
    best, price = over, _NEVER * 10
    for end in range(max(start + 1, over - _REACH), min(stop, over + 3) + 1):
        if end - start > len(edges):
            break
        cost = _price(fine, start, end, stop, width - _ink(fine, edges, start, end))
        if cost < price:
            best, price = end, cost
    return _word_end(fine.measured.text, start, best, price)


def _most(width: float, fine: Fine) -> int:
    """How many characters could stand on a line at most: thin Latin ones."""
    return int(width / (fine.cell / 6)) + _REACH


def _ink(fine: Fine, edges: list[float], start: int, end: int) -> float:
    """Give the natural width of the line, blanks at its end hanging."""
    text = fine.measured.text
    while end > start + 1 and text[end - 1] in BLANKS:
        end -= 1
    return edges[end - start - 1]


def _word_end(text: str, start: int, end: int, price: float) -> int:
    """Where nothing near is allowed, go back to the last place that is, or cut the word."""
    if price < _NEVER:
        return end
    for place in range(end, start, -1):
        if place < len(text) and may_break(text, place):
            return place
    return end


def _price(fine: Fine, start: int, end: int, stop: int, spare: float) -> float:
    """Price an end by how far the line must be narrowed or spread, in cells, and by what it cuts."""
    cells = spare / fine.cell
    if spare < 0:
        if -spare > sum(room for _, room in _narrowable(fine.measured, start, end)):
            return _NEVER * 10
        cost = cells * cells / 2
    else:
        cost = 0.0 if end == stop else cells * cells
    if end == stop:
        return cost
    cost += _NEVER if _forbidden(fine, start, end) else 0.0
    if fine.measured.text[end - 1] == "-":
        cost += _SPLIT_WHOLE
    if end in fine.whole:
        cost += _SPLIT_DATE if fine.measured.text[end - 1] in "年月" else _SPLIT_WHOLE
    left = sum(map(is_word, fine.measured.text[end : min(stop, end + _TAIL + 3)]))
    return cost + (_LONE if left <= 1 else _SHORT_TAIL if left <= _TAIL else 0.0)


def _forbidden(fine: Fine, start: int, end: int) -> bool:
    text, asian = fine.measured.text, fine.measured.asian
    before, after = text[end - 1], text[end]
    if after in BLANKS or after in OFFICE.line_start or after in OFFICE.fault_start:
        return True
    if before in OFFICE.line_end or splits_double(text, start, end):
        return True
    return not (asian[end] and asian[end - 1]) and not may_break(text, end)


def _narrowable(measured: Measured, start: int, end: int) -> Iterator[tuple[int, float]]:
    """Give the steps that may be narrowed, by place in the line, and by how much (twips)."""
    text, half = measured.text, measured.cell / 2
    for index in range(start, end):
        char = text[index]
        if char in CLOSING:
            if index + 1 == end or not _closes_up(char, text[index + 1]):
                yield index - start, half
        elif char in OPENING and index > start and not _closes_up(text[index - 1], char):
            yield index - 1 - start, half


def _narrow(measured: Measured, start: int, end: int, steps: list[float], excess: float) -> None:
    """Take the excess from the mark at the line's end first, then evenly from the others."""
    places = list(_narrowable(measured, start, end))
    if places and places[-1][0] == end - start - 1:
        place, room = places.pop()
        steps[place] -= min(room, excess)
        excess -= min(room, excess)
    for place, _ in places:
        steps[place] -= excess / len(places)
