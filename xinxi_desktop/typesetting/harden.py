"""加固: give lines that Word could end elsewhere a spacing of their own (word-parity.md §4).

Only the spacing of lines in the Word file changes; they end where they did, in the office's
imitation and in every reading of Word's rules. The PDF is spread evenly anyway.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from xinxi_desktop.domain.flow import LineEnd, Placed, PlacedParagraph
from xinxi_desktop.domain.fonts import FontSet
from xinxi_desktop.domain.page import Layout
from xinxi_desktop.domain.page_scheme import PageScheme
from xinxi_desktop.typesetting.breaker import Own, hard_stop, line_width, natural_end
from xinxi_desktop.typesetting.faults import own_runs
from xinxi_desktop.typesetting.measure import Measured, measure
from xinxi_desktop.typesetting.rules import OFFICE
from xinxi_desktop.typesetting.styles import geometry
from xinxi_desktop.typesetting.word_model import MODELS, word_end, word_width

_TRIES = 6
"""How many spacings, each a twip narrower, are tried for a line."""


@dataclass(slots=True)
class Figures:
    """What hardening did: lines looked at, at risk, mended, and those that every model agrees on."""

    lines: int = 0
    at_risk: int = 0
    hardened: int = 0
    agreeing: int = 0


def harden(layout: Layout, fonts: FontSet, scheme: PageScheme) -> tuple[Layout, Figures]:
    """Give the layout with hardened lines, for Word export, and what was done."""
    figures, width = Figures(), geometry(scheme).area_width
    placed = tuple(_hardened(part, width, fonts, figures) for part in layout.placed)
    return replace(layout, placed=placed), figures


def _hardened(placed: Placed, width: int, fonts: FontSet, figures: Figures) -> Placed:
    if not isinstance(placed, PlacedParagraph) or placed.paragraph.style.align != "justify":
        return placed
    if placed.paragraph.tail or placed.paragraph.target:
        return placed
    style = placed.paragraph.style
    measured = measure(placed.paragraph.text, style, fonts, placed.paragraph.spans)
    room = width - style.left - style.right
    lines = list(placed.lines)
    # From the last up: a narrowed line may let the one before it take in more.
    for number in range(len(lines) - 1, -1, -1):
        limit = room - style.first if number == 0 else room
        line, after = lines[number], lines[number + 1 : number + 2]
        lines[number] = _hardened_line(measured, line, own_runs(*after), limit, figures)
    return replace(placed, lines=tuple(lines))


def _hardened_line(
    measured: Measured, line: LineEnd, after: list[Own], limit: float, figures: Figures
) -> LineEnd:
    """Leave a line on which all agree; else find the spacing on which they do."""
    stop = hard_stop(measured.text, line.start)
    figures.lines += 1
    if line.end >= stop or _agree(measured, line, stop, limit, own_runs(line) + after):
        figures.agreeing += 1
        return line
    figures.at_risk += 1
    found = _agreed_spacing(measured, line, stop, after, limit)
    if found is None:
        return line
    figures.hardened += 1
    figures.agreeing += 1
    return replace(line, own=found.spacing)


def _agreed_spacing(
    measured: Measured, line: LineEnd, stop: int, after: list[Own], limit: float
) -> Own | None:
    count = line.end - line.start
    widest = max(
        line_width(measured, line.start, line.end, 0),
        *(word_width(measured, line.start, line.end, 0, model.gap_divisor) for model in MODELS),
    )
    most = int((limit - OFFICE.reserve - widest) // count)
    for spacing in range(min(most, OFFICE.own_spacing_max), most - _TRIES, -1):
        if spacing < OFFICE.own_spacing_min:
            return None
        own = Own(line.start, line.end, spacing)
        if spacing != measured.spacing and _agree(measured, line, stop, limit, [own, *after]):
            return own
    return None


def _agree(measured: Measured, line: LineEnd, stop: int, limit: float, owns: list[Own]) -> bool:
    if natural_end(measured, line.start, stop, limit, owns) != line.end:
        return False
    return all(
        word_end(measured, line.start, stop, limit, owns, model) == line.end for model in MODELS
    )
