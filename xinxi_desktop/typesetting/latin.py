"""Line breaks inside Latin text and numbers: the old UAX #14 table (word-parity.md §7)."""

from __future__ import annotations

from xinxi_desktop.typesetting.rules import LATIN
from xinxi_desktop.typesetting.scripts import break_class


def may_break(text: str, index: int) -> bool:
    """Tell whether a line may end before ``text[index]`` under the Latin rules."""
    before, after = break_class(text[index - 1]), break_class(text[index])
    if after == "SP":
        return False
    solid = _before_spaces(text, index)
    if solid == "OP" or (solid, after) in LATIN.across_spaces:
        return False
    if before == "SP":
        return text[index] not in LATIN.never_after_space
    if (
        after in LATIN.never_before
        or after in LATIN.not_before
        or before in LATIN.not_after
        or (before, after) in LATIN.pairs
    ):
        return False
    return not _within_number(text, index, before, after)


def _before_spaces(text: str, index: int) -> str:
    position = index - 1
    while position > 0 and text[position] == " ":
        position -= 1
    return break_class(text[position])


def _within_number(text: str, index: int, before: str, after: str) -> bool:
    """Hold “1/2”, “3.5%”, “(7)%” and “$(5)” together."""
    if before == "SY" and after == "NU":
        return _number_before(text, index - 1)
    if after in ("PR", "PO"):
        return _number_before(text, index - 2 if before == "CL" else index - 1)
    if before in ("PR", "PO") and after == "OP":
        return index + 1 < len(text) and break_class(text[index + 1]) == "NU"
    return False


def _number_before(text: str, position: int) -> bool:
    while position >= 0 and break_class(text[position]) in ("IS", "SY"):
        position -= 1
    return position >= 0 and break_class(text[position]) == "NU"
