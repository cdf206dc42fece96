"""How Word is documented to break lines: a model, not Word (word-parity.md §4).

It stands beside the office's rules so that a line can be given a spacing by which both end it
at the same place. The sets are the defaults Microsoft documents for Simplified Chinese.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xinxi_desktop.typesetting.breaker import Own, spacing_at
from xinxi_desktop.typesetting.measure import Measured
from xinxi_desktop.typesetting.rules import BLANKS

NEVER_FIRST = frozenset(
    "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠"
)
NEVER_LAST = frozenset("$([{£¥·‘“〈《「『【〔〖〝﹙﹛＄（．［｛￡￥")
HANGING = frozenset("，。、；：！？）》」』】〕”’．,.")
"""Marks one of which may stand beyond the margin where hanging is on."""


@dataclass(frozen=True, slots=True)
class WordModel:
    """One reading of the documents: hanging marks or none, the gap as a share of an em."""

    hanging: bool
    gap_divisor: int


MODELS = tuple(WordModel(hanging, divisor) for hanging in (False, True) for divisor in (4, 5))


def word_width(measured: Measured, start: int, end: int, spacing: int, divisor: int) -> float:
    """Give the width of ``start..end``: every character carries the spacing, also the last."""
    width = float(spacing * (end - start))
    for index in range(start, end):
        width += measured.widths[index]
        if index > start and measured.gap_before(index):
            width += measured.size / divisor
    return width


def word_end(
    measured: Measured, start: int, stop: int, limit: float, owns: Sequence[Own], model: WordModel
) -> int:
    """Give where the model ends a line that begins at ``start``; ``owns`` as for the office."""
    text = measured.text
    cut = _first_beyond(measured, start, stop, limit, owns, model)
    if cut >= stop:
        return stop
    if model.hanging and text[cut] in HANGING:
        cut += 1
        if cut >= stop:
            return stop
    end = cut
    while end > start and not _may_end(measured, end):
        end -= 1
    return end if end > start else cut


def _first_beyond(
    measured: Measured, start: int, stop: int, limit: float, owns: Sequence[Own], model: WordModel
) -> int:
    position = 0.0
    for index in range(start, stop):
        if index > start and measured.gap_before(index):
            position += measured.size / model.gap_divisor
        position += measured.widths[index] + spacing_at(measured, index, owns)
        if position > limit and measured.text[index] not in BLANKS:
            return index
    return stop


def _may_end(measured: Measured, end: int) -> bool:
    before, after = measured.text[end - 1], measured.text[end]
    if after in NEVER_FIRST or before in NEVER_LAST:
        return False
    if measured.asian[end] or measured.asian[end - 1]:
        return True
    return before in BLANKS or before == "-"
