"""Mending lines that the office would break badly (word-parity.md §5.3).

A mended line gets a spacing of its own that fills it, so that the office must break where
we want; the imitation confirms it, else the natural line stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from xinxi_desktop.domain.flow import LineEnd
from xinxi_desktop.typesetting.breaker import (
    Own,
    hard_stop,
    line_width,
    natural_end,
    with_newline,
)
from xinxi_desktop.typesetting.latin import may_break
from xinxi_desktop.typesetting.measure import Measured
from xinxi_desktop.typesetting.rules import BLANKS, OFFICE, LineRules
from xinxi_desktop.typesetting.scripts import is_word
from xinxi_desktop.typesetting.wholes import splits_whole

_DOUBLE = frozenset("—…")
_SEVERAL = 2
"""Portions past the first from which rounding may add up."""
_SHORT = 4
"""A last line longer than this is never a lone character with its marks."""


def break_lines(
    measured: Measured, width: float, first: float, rules: LineRules = OFFICE
) -> list[LineEnd]:
    """Break a paragraph as the office does, with the bad line ends mended."""
    lines: list[LineEnd] = []
    start, length = 0, len(measured.text)
    while start < length:
        stop = hard_stop(measured.text, start)
        room = width if lines else first
        end = natural_end(measured, start, stop, room, rules=rules)
        line = natural = LineEnd(start, with_newline(measured.text, end, stop))
        if is_fault(measured.text, start, end, stop, rules):
            line = _mended(measured, start, end, stop, room, rules) or natural
        if line is natural and _is_close(measured, start, end, stop, room, rules):
            line = _held(measured, natural, stop, room, (), rules) or natural
        if line.own is not None and not _hold_before(measured, lines, line, width, first, rules):
            line = natural
        lines.append(line)
        start = line.end
    return lines


def _hold_before(
    measured: Measured,
    lines: list[LineEnd],
    after: LineEnd,
    width: float,
    first: float,
    rules: LineRules,
) -> bool:
    """Hold the lines that would end elsewhere because of what follows; False if one can't be."""
    for number in range(len(lines) - 1, -1, -1):
        line = lines[number]
        stop = hard_stop(measured.text, line.start)
        if after.own is None or line.end >= stop:
            return True
        room = width if number else first
        owns = own_runs(line, after)
        if natural_end(measured, line.start, stop, room, owns, rules) != line.end:
            held = _held(measured, line, stop, room, own_runs(after), rules)
            if held is None:
                return False
            lines[number] = held
        after = lines[number]
    return True


def lines_before_number(measured: Measured, width: float, number: float) -> list[LineEnd]:
    """Break an entry of the contents so that its last line leaves room (twips) for the number."""
    lines = break_lines(measured, width, width)
    if not lines or line_width(measured, lines[-1].start, lines[-1].end) <= width - number:
        return lines
    last, rules = lines[-1], OFFICE
    stop = last.end
    for end in range(stop - 2, last.start + 1, -1):
        if _legal(measured, end, stop, rules) and not is_fault(
            measured.text, last.start, end, stop
        ):
            own = _filling(measured, last.start, end, width, rules)
            if own is not None and _holds(measured, last.start, stop, width, (own,), rules):
                return [*lines[:-1], LineEnd(last.start, end, own.spacing), LineEnd(end, stop)]
    return lines


def own_runs(*lines: LineEnd) -> list[Own]:
    """Give the runs of these lines that have a spacing of their own."""
    return [Own(line.start, line.end, line.own) for line in lines if line.own is not None]


def _is_close(
    measured: Measured, start: int, end: int, stop: int, room: float, rules: LineRules
) -> bool:
    """Tell whether the office, which rounds each portion, could end the line elsewhere."""
    portions = measured.portions[end - 1] - measured.portions[start]
    if portions < _SEVERAL:
        return False
    margin = rules.rounding * portions
    return any(
        natural_end(measured, start, stop, room + change, rules=rules) != end
        for change in (-margin, margin)
    )


def _held(
    measured: Measured,
    line: LineEnd,
    stop: int,
    room: float,
    after: Sequence[Own],
    rules: LineRules,
) -> LineEnd | None:
    """Keep an end by a spacing of its own that leaves room for rounding; ``after``: what follows."""
    own = _filling(measured, line.start, min(line.end, stop), room, rules)
    if own is None or not _holds(measured, line.start, stop, room, (own, *after), rules):
        return None
    return replace(line, own=own.spacing)


def is_fault(text: str, start: int, end: int, stop: int, rules: LineRules = OFFICE) -> bool:
    """Tell whether a line that ends before ``end`` ends badly."""
    if end >= stop or text[end - 1] in BLANKS:
        return False
    before, after = text[end - 1], text[end]
    if after in rules.line_start or after in rules.fault_start or before in rules.line_end:
        return True
    if before == "-" or splits_whole(text, end):
        return True
    return splits_double(text, start, end) or _leaves_one(text, end, stop)


def splits_double(text: str, start: int, end: int) -> bool:
    """Tell whether —— or …… is cut in two."""
    sign = text[end - 1]
    if sign not in _DOUBLE or text[end] != sign:
        return False
    run = end
    while run > start and text[run - 1] == sign:
        run -= 1
    return (end - run) % 2 == 1


def _leaves_one(text: str, end: int, stop: int) -> bool:
    """Tell whether the last line would be one character, marks apart."""
    if stop - end > _SHORT:
        return False
    return sum(map(is_word, text[end:stop])) <= 1


def _mended(
    measured: Measured, start: int, end: int, stop: int, room: float, rules: LineRules
) -> LineEnd | None:
    """Find the nearest good end that the office takes once the line has its own spacing."""
    for step in range(1, rules.reach + 1):
        for candidate in (end + step, end - step):
            if not start + 1 < candidate <= stop or not _legal(measured, candidate, stop, rules):
                continue
            if is_fault(measured.text, start, candidate, stop, rules):
                continue
            own = _filling(measured, start, candidate, room, rules)
            if own is not None and _holds(measured, start, stop, room, (own,), rules):
                full = with_newline(measured.text, candidate, stop)
                return LineEnd(start, full, own.spacing)
    return None


def _legal(measured: Measured, end: int, stop: int, rules: LineRules) -> bool:
    if end == stop:
        return True
    text = measured.text
    if text[end] in BLANKS:
        return False
    if measured.asian[end] and measured.asian[end - 1]:
        return text[end] not in rules.line_start and text[end - 1] not in rules.line_end
    return may_break(text, end)


def _filling(measured: Measured, start: int, end: int, room: float, rules: LineRules) -> Own | None:
    """Give the spacing that fills the line so that nothing more fits; None past the limits."""
    portions = measured.portions[end - 1] - measured.portions[start] + 1
    target = room - rules.reserve - portions
    natural = line_width(measured, start, end, 0)
    count = end - start - (portions if natural > target else 0)
    if count <= 0:
        return None
    spacing = int((target - natural) // count)
    inside = rules.own_spacing_min <= spacing <= rules.own_spacing_max
    return Own(start, end, spacing) if inside else None


def _holds(
    measured: Measured, start: int, stop: int, room: float, owns: Sequence[Own], rules: LineRules
) -> bool:
    return natural_end(measured, start, stop, room, owns, rules) == owns[0].end
