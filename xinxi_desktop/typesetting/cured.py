"""Putting an item's cures and title breaks on its paragraphs, before they are measured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from xinxi_desktop.domain.cures import Cure, Cures, text_mark
from xinxi_desktop.domain.flow import FlowItem, FlowParagraph, LineEnd
from xinxi_desktop.typesetting.breaker import line_width
from xinxi_desktop.typesetting.measure import Measured


def cured(flow: Sequence[FlowItem], cures: Cures) -> list[FlowItem]:
    """Give an item's paragraphs with its cures; one whose text was changed since rests."""
    by_block = {cure.block: cure for cure in cures}
    return [_cured(part, by_block) for part in flow]


def _cured(part: FlowItem, by_block: dict[str, Cure]) -> FlowItem:
    if not isinstance(part, FlowParagraph) or part.block not in by_block:
        return part
    cure = by_block[part.block]
    if cure.mark != text_mark(part.text):
        return part
    style = part.style
    if cure.spacing is not None and style.align == "justify":
        style = replace(style, spacing=cure.spacing)
    return replace(part, style=style, room=cure.lines)


def chosen_lines(measured: Measured, breaks: Sequence[int], width: float) -> list[LineEnd]:
    """Give the lines of a title as broken by hand; none if they do not fit the page."""
    length = len(measured.text)
    edges = [0, *breaks, length]
    if not breaks or edges != sorted(set(edges)):
        return []
    lines = [LineEnd(start, end) for start, end in pairwise(edges)]
    fits = all(line_width(measured, line.start, line.end) <= width for line in lines)
    return lines if fits else []
