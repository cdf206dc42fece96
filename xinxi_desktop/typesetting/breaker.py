"""The line breaker of mode ``office``: an imitation of the office's rules (word-parity.md §1).

All widths are twips. A line may have its own spacing (a run of its own in Word), so the
imitation knows where such a run ends.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from xinxi_desktop.domain.flow import LineEnd
from xinxi_desktop.typesetting.latin import may_break
from xinxi_desktop.typesetting.measure import Measured
from xinxi_desktop.typesetting.rules import BLANKS, OFFICE, LineRules
from xinxi_desktop.typesetting.scripts import is_word


@dataclass(frozen=True, slots=True)
class Own:
    """The own spacing (twips) of the run ``start..end``; a line's own or the next one's."""

    start: int
    end: int
    spacing: int


_PATH = 66
"""The longest path that the office keeps whole."""
_MARGIN = 4
"""Characters before the limit from which each is looked at by itself."""
_LOOK_BACK = 100
"""How far before its line a cut's script is looked for: text of nothing but marks is rare."""


def natural_end(
    measured: Measured,
    start: int,
    stop: int,
    width: float,
    owns: Sequence[Own] = (),
    rules: LineRules = OFFICE,
) -> int:
    """Give the end of the line that begins at ``start`` as the office would break it.

    ``stop`` is where the text (or its hard line) ends. The end is always past ``start``.
    ``owns`` are runs with their own spacing in it and right behind it.
    """
    cut = _fill(measured, start, stop, width + rules.tolerance, owns)
    if cut >= stop:
        return stop
    return max(_break_at(measured, start, cut, owns, rules), start + 1)


def line_width(measured: Measured, start: int, end: int, spacing: int | None = None) -> float:
    """Give the width of a line, hanging blanks left out, in its own spacing if given."""
    end = _without_blanks(measured.text, start, end)
    return sum(advances(measured, start, end, spacing))


def advances(measured: Measured, start: int, end: int, spacing: int | None = None) -> list[float]:
    """Give the pen steps of ``start..end`` on one line: glyph, spacing, gap (word-parity §1).

    A negative spacing is not applied to the last character of a portion, a positive one is.
    """
    if spacing is None:
        steps = measured.steps[start:end]
        if steps:
            steps[-1] = measured.widths[end - 1] + max(measured.spacing, 0)
        return steps
    space = spacing
    steps = []
    portions, widths = measured.portions, measured.widths
    for index in range(start, end):
        closes = index + 1 == end or portions[index + 1] != portions[index]
        step = widths[index] + (0 if closes and space < 0 else space)
        if closes and index + 1 < end:
            step += measured.gap_before(index + 1)
        steps.append(step)
    return steps


def natural_lines(
    measured: Measured, width: float, first: float, rules: LineRules = OFFICE
) -> list[LineEnd]:
    """Break a whole paragraph; the first line is ``first`` wide, the others ``width``."""
    lines: list[LineEnd] = []
    start, length = 0, len(measured.text)
    while start < length:
        stop = hard_stop(measured.text, start)
        end = natural_end(measured, start, stop, width if lines else first, rules=rules)
        end = with_newline(measured.text, end, stop)
        lines.append(LineEnd(start, end))
        start = end
    return lines


def spread_evenly(
    measured: Measured, start: int, end: int, steps: list[float], spare: float
) -> None:
    """Share the room left on a line (twips) evenly between Asian characters and at blanks."""
    if end - start > 1 and all(measured.asian[start:end]):
        share = spare / (end - start - 1)
        steps[:-1] = [step + share for step in steps[:-1]]
        return
    text, asian = measured.text, measured.asian
    places = [
        index - start
        for index in range(start, end - 1)
        if asian[index] or asian[index + 1] or text[index] == " "
    ]
    if not places:
        return
    share = spare / len(places)
    for place in places:
        steps[place] += share


def hard_stop(text: str, start: int) -> int:
    """Give where the hard line that holds ``start`` ends: before a line feed, or at the end."""
    found = text.find("\n", start)
    return len(text) if found < 0 else found


def with_newline(text: str, end: int, stop: int) -> int:
    """Take the line feed itself into the line that reaches it."""
    return end + 1 if end == stop < len(text) else end


def _fill(measured: Measured, start: int, stop: int, limit: float, owns: Sequence[Own]) -> int:
    """Give the first character that does not fit."""
    widths, portions = measured.widths, measured.portions
    edges = {edge for own in owns for edge in (own.start, own.end)} if owns else ()
    space = spacing_at(measured, start, owns)
    position = 0.0
    portion = portions[start] if start < stop else 0
    pending = 0.0
    first = _surely_fitting(measured, start, stop, limit, owns)
    if first > start:
        position = measured.edges[first - 1] - measured.edges[start] + widths[first - 1]
        portion, pending = portions[first - 1], space
    for index in range(first, stop):
        if portions[index] != portion or (index in edges and index > start):
            if space > 0:
                position += pending
            portion, pending = portions[index], 0.0
            space = spacing_at(measured, index, owns)
            gap = measured.gap_before(index)
            if position + gap <= limit:
                position += gap
        end = position + pending + widths[index]
        if end + (space if space > 0 else 0) > limit:
            return index
        position, pending = end, space
    return stop


def _surely_fitting(
    measured: Measured, start: int, stop: int, limit: float, owns: Sequence[Own]
) -> int:
    """Give a place up to which all fits, some characters before the limit: nothing to look at."""
    last = min((stop, *[own.start for own in owns])) if owns else stop
    if measured.spacing > 0 or last <= start:
        return start
    far = measured.edges[start] + limit - _MARGIN * measured.size
    return max(start, bisect_right(measured.edges, far, start, last) - 1)


def spacing_at(measured: Measured, index: int, owns: Sequence[Own]) -> int:
    """Give the spacing of a character: that of its run, else the style's."""
    for own in owns:
        if own.start <= index < own.end:
            return own.spacing
    return measured.spacing


def _break_at(
    measured: Measured, start: int, cut: int, owns: Sequence[Own], rules: LineRules
) -> int:
    """Give the line's end where the text from ``cut`` on does not fit; ``cut`` if none is found.

    Of a break that lies before the portion of the cut the office only takes notice: it sets the
    portion before that one anew, with just too little room for its last character, and there the
    rules are asked again (measured with LibreOffice 7.4: 甲|“50100”, though “甲 may part too).
    """
    while True:
        end = _place_before(measured, start, cut, rules)
        if end > cut or (end > start and _in_one_portion(measured, end, cut, owns)):
            return end
        if end < start or _in_one_portion(measured, start, cut, owns):
            return cut
        while _in_one_portion(measured, cut - 1, cut, owns):
            cut -= 1
        cut -= 1


def _in_one_portion(measured: Measured, first: int, last: int, owns: Sequence[Own]) -> bool:
    """Tell whether the office sets both characters in one portion."""
    if measured.portions[first] != measured.portions[last]:
        return False
    edges = [edge for own in owns for edge in (own.start, own.end)]
    return not any(first < edge <= last for edge in edges)


def _place_before(measured: Measured, start: int, cut: int, rules: LineRules) -> int:
    """Give the last place to break by the script of the last letter or digit at the cut.

    It may be ``start`` itself; what is less is no place.
    """
    text, position = measured.text, cut
    if text[cut] in BLANKS:
        return _after_blanks(text, cut, len(text))
    lowest = max(0, start - _LOOK_BACK)
    while position > lowest and not is_word(text[position]):
        position -= 1
    if measured.asian[position]:
        return _asian_place(text, start, cut, rules)
    return _latin_place(text, start, cut)


def _asian_place(text: str, start: int, end: int, rules: LineRules) -> int:
    while end >= max(start, 1) and (
        text[end] in rules.line_start or text[end - 1] in rules.line_end
    ):
        end -= 1
    return end


def _latin_place(text: str, start: int, cut: int) -> int:
    opening = start == 0 or text[start - 1] == "\n"
    end = cut - 1 if text[cut - 1] == "/" else cut
    while end >= start and not (may_break(text, end) or (opening and end == start)):
        end -= 1
    return _before_path(text, end) if end >= max(start, 1) and text[end - 1] == "/" else end


def _before_path(text: str, end: int) -> int:
    """Move a break behind a slash to the blank before the path, up to 66 characters back."""
    for place in range(end - 2, max(-1, end - 1 - _PATH), -1):
        if text[place] in BLANKS:
            return place + 1
    return end


def _after_blanks(text: str, cut: int, stop: int) -> int:
    while cut < stop and text[cut] in BLANKS:
        cut += 1
    return cut


def _without_blanks(text: str, start: int, end: int) -> int:
    while end > start and (text[end - 1] in BLANKS or text[end - 1] == "\n"):
        end -= 1
    return end
