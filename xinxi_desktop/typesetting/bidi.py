"""Arabic and Hebrew inside Chinese text: joined forms, and the order in which a line shows them.

The paragraph itself runs from left to right, as in any Chinese paper that quotes such a script.
This is the Unicode bidirectional algorithm (UAX #9) without embeddings, whose signs are not
printed. Lines are broken in reading order; only what is drawn is
turned, so that copying gives the reading order back.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

_RIGHT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_BRACKETS = {
    pair[0]: pair[1]
    for pair in (
        "()",
        "[]",
        "{}",
        "《》",
        "〈〉",
        "（）",
        "〔〕",
        "【】",
        "［］",
        "｛｝",
        "「」",
        "『』",
    )
}
_MIRRORED = {
    a: b
    for pair in (*_BRACKETS.items(), "<>", "«»", "‹›")
    for a, b in ((pair[0], pair[1]), (pair[1], pair[0]))
}
_NUMBERS = ("EN", "AN")
_STRONG = ("L", "R")
_FORMS = ("isolated", "final", "initial", "medial")
_LAM, _ALEFS = "\u0644", "\u0622\u0623\u0625\u0627"
_SWALLOWED = "\u200d"
"""Stands for an alef that is drawn with the lam before it; it draws nothing itself."""


def is_right_to_left(text: str) -> bool:
    """Tell whether any character is written from right to left."""
    return _RIGHT.search(text) is not None


def joined(text: str) -> str:
    """Give Arabic letters the form that their neighbours ask for; as long as the text."""
    forms = _arabic_forms()
    shown = list(text)
    for index, char in enumerate(text):
        if char not in forms or shown[index] == _SWALLOWED:
            continue
        before = _joins_after(_neighbour(text, index, -1))
        after = _neighbour(text, index, 1)
        ligature = forms.get(char + after, {}) if char == _LAM and after in _ALEFS else {}
        if after and ligature and text[index + 1 : index + 2] == after:
            shown[index] = ligature.get("final" if before else "isolated", char)
            shown[index + 1] = _SWALLOWED
            continue
        next_ = "initial" in forms[char] and _joins_before(after)
        wanted = (
            ("medial" if next_ else "final") if before else ("initial" if next_ else "isolated")
        )
        shown[index] = forms[char].get(wanted, forms[char].get("isolated", char))
    return "".join(shown)


def visual_order(levels: Sequence[int]) -> list[int]:
    """Give the places of a line's characters from the left, by their levels."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        start = 0
        while start < len(order):
            if levels[order[start]] < level:
                start += 1
                continue
            stop = start
            while stop < len(order) and levels[order[stop]] >= level:
                stop += 1
            order[start:stop] = order[start:stop][::-1]
            start = stop
    return order


def mirrored(char: str) -> str:
    """Give the bracket that faces the other way."""
    return _MIRRORED.get(char, char)


def levels_of(text: str) -> list[int]:
    """Resolve each character's level in a paragraph (UAX #9: W1–W7, N0–N2, I1); odd: leftwards."""
    kinds = _resolved_numbers([unicodedata.bidirectional(char) or "L" for char in text])
    _settle_brackets(text, kinds)
    start = 0
    while start < len(kinds):
        if kinds[start] in _STRONG or kinds[start] in _NUMBERS:
            start += 1
            continue
        stop = start
        while stop < len(kinds) and kinds[stop] not in _STRONG and kinds[stop] not in _NUMBERS:
            stop += 1
        around = (kinds[start - 1] if start else "L", kinds[stop] if stop < len(kinds) else "L")
        right = all(kind == "R" or kind in _NUMBERS for kind in around) and "R" in around
        kinds[start:stop] = ["R" if right else "L"] * (stop - start)
        start = stop
    return [{"L": 0, "R": 1}.get(kind, 2) for kind in kinds]


def _settle_brackets(text: str, kinds: list[str]) -> None:
    """Give both brackets of a pair one direction (N0)."""
    opened: list[tuple[str, int]] = []
    pairs = []
    for index, char in enumerate(text):
        if char in _BRACKETS:
            opened.append((_BRACKETS[char], index))
        elif any(char == closing for closing, _ in opened):
            while opened[-1][0] != char:
                opened.pop()
            pairs.append((opened.pop()[1], index))
    for start, end in sorted(pairs):
        inside = {_direction(kind) for kind in kinds[start + 1 : end]}
        if "L" in inside:
            kinds[start] = kinds[end] = "L"
        elif "R" in inside:
            before = next(filter(None, map(_direction, reversed(kinds[:start]))), "L")
            kinds[start] = kinds[end] = before


def _direction(kind: str) -> str:
    """Give the direction of a strong kind; digits count as right."""
    return "L" if kind == "L" else "R" if kind == "R" or kind in _NUMBERS else ""


def _resolved_numbers(kinds: list[str]) -> list[str]:
    """Resolve marks, digits and what stands between digits (W1–W7)."""
    last, strong = "L", "L"
    for index, kind in enumerate(kinds):
        if kind in ("NSM", "BN"):
            kinds[index] = last
        elif kind == "EN" and strong == "AL":
            kinds[index] = "AN"
        if kind in ("L", "R", "AL"):
            strong = kind
        last = kinds[index]
    kinds = ["R" if kind == "AL" else kind for kind in kinds]
    for index in range(1, len(kinds) - 1):
        before, kind, after = kinds[index - 1 : index + 2]
        if (
            kind in ("ES", "CS")
            and before == after
            and before in _NUMBERS
            and (kind, before) != ("ES", "AN")
        ):
            kinds[index] = before
    for step in (1, -1):
        places = range(len(kinds)) if step == 1 else range(len(kinds) - 1, -1, -1)
        for index in places:
            beside = index - step
            if kinds[index] == "ET" and 0 <= beside < len(kinds) and kinds[beside] == "EN":
                kinds[index] = "EN"
    last = "L"
    for index, kind in enumerate(kinds):
        last = kind if kind in _STRONG else last
        if kind == "EN" and last == "L":
            kinds[index] = "L"
    return kinds


def _neighbour(text: str, index: int, step: int) -> str:
    """Give the next character that is no mark over or under a letter, empty at the edge."""
    index += step
    while 0 <= index < len(text) and unicodedata.combining(text[index]):
        index += step
    return text[index] if 0 <= index < len(text) else ""


def _joins_after(char: str) -> bool:
    """Tell whether a letter joins the one that follows it."""
    return char == "\u0640" or "initial" in _arabic_forms().get(char, {})


def _joins_before(char: str) -> bool:
    """Tell whether a letter joins the one before it."""
    return char == "\u0640" or "final" in _arabic_forms().get(char, {})


@cache
def _arabic_forms() -> dict[str, dict[str, str]]:
    """Read the forms of every Arabic letter, and lam with alef, from Unicode's own tables."""
    forms: dict[str, dict[str, str]] = {}
    for code in (*range(0xFB50, 0xFBFF), *range(0xFE80, 0xFEFD)):
        kind, _, source = unicodedata.decomposition(chr(code)).partition("> ")
        letters = "".join(chr(int(each, 16)) for each in source.split())
        name = kind.removeprefix("<")
        if name in _FORMS and (len(letters) == 1 or (letters[0] == _LAM and letters[1:] in _ALEFS)):
            forms.setdefault(letters, {}).setdefault(name, chr(code))
    return forms
