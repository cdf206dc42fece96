"""The ways to break one title, for choosing by hand: each shape that fits the page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from xinxi_desktop.domain.fonts import FontSet
from xinxi_desktop.domain.page_scheme import PageScheme
from xinxi_desktop.typesetting.breaker import advances, line_width
from xinxi_desktop.typesetting.cured import chosen_lines
from xinxi_desktop.typesetting.measure import Measured, measure
from xinxi_desktop.typesetting.styles import geometry, styles_for
from xinxi_desktop.typesetting.title_shape import SHAPES, may_end, shape_breaks
from xinxi_desktop.typesetting.titles import balanced_lines

AUTOMATIC = "自动"


def title_shapes(title: str, fonts: FontSet, scheme: PageScheme) -> dict[str, tuple[int, ...]]:
    """Give where the lines begin in each shape that this title can take, the automatic one first."""
    measured, width = _measured(title, fonts, scheme), geometry(scheme).area_width
    own = balanced_lines(measured, width)
    found = {AUTOMATIC: tuple(line.start for line in own[1:])}
    places = [end for end in range(1, len(title)) if may_end(measured, end)]
    edges = [0.0, *accumulate(advances(measured, 0, len(title)))]
    for shape in SHAPES:
        breaks = shape_breaks(title, edges, places, width, shape)
        if breaks:
            found[shape] = breaks
    return found


def title_fits(title: str, breaks: Sequence[int], fonts: FontSet, scheme: PageScheme) -> bool:
    """Tell whether every line of a title broken so fits the page."""
    measured, width = _measured(title, fonts, scheme), geometry(scheme).area_width
    edges = (0, *breaks, len(title))
    if not breaks:
        return all(line_width(measured, a, b) <= width for a, b in pairwise(edges))
    return bool(chosen_lines(measured, breaks, width))


def _measured(title: str, fonts: FontSet, scheme: PageScheme) -> Measured:
    return measure(title, styles_for(scheme).title, fonts)
