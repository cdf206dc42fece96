"""Which script a character is set in, and which break class it has.

A paragraph is cut into portions where the script changes (word-parity.md §1.1).
"""

from __future__ import annotations

from functools import cache
from unicodedata import category

from xinxi_desktop.typesetting.bidi import is_right_to_left
from xinxi_desktop.typesetting.rules import CHARACTER_CLASS

_ASIAN_RANGES = (
    (0x1100, 0x11FF),
    (0x2E80, 0xD7FF),
    (0xF900, 0xFAFF),
    (0xFE30, 0xFE6F),
    (0xFF00, 0xFFEF),
    (0x20000, 0x3FFFF),
)
_LATIN_END = 0x058F
_LATIN_MORE = ((0x10A0, 0x10FF), (0x13A0, 0x16FF), (0x1E00, 0x1FFF))
_WEAK = frozenset(" \u00a0\u02c7\u02ca\u02cb\u02d9")


@cache
def strong_script(char: str) -> bool | None:
    """Tell True for Asian, False for Latin, None for weak signs that follow what is before.

    Arabic and Hebrew count as Latin: they break between words too.
    """
    code = ord(char)
    if char in _WEAK:
        return None
    if code <= _LATIN_END:
        return False
    if _within(code, _ASIAN_RANGES):
        return True
    if _within(code, _LATIN_MORE) or is_right_to_left(char):
        return False
    return None


@cache
def is_word(char: str) -> bool:
    """Tell whether a character is a letter, digit or number (categories L and N)."""
    return category(char)[0] in "LN"


@cache
def is_letter(char: str) -> bool:
    """Tell whether a character is a letter or a combining mark (categories L and M)."""
    return category(char)[0] in "LM"


@cache
def is_invisible(char: str) -> bool:
    """Tell whether a character takes no room: control, format and variation characters."""
    return (
        category(char) in ("Cc", "Cf", "Cs")
        or "\ufe00" <= char <= "\ufe0f"
        or ("\U000e0100" <= char <= "\U000e01ef")
    )


@cache
def break_class(char: str) -> str:
    """Give the break class of the old UAX #14 table (word-parity.md §7)."""
    found = CHARACTER_CLASS.get(char)
    if found is not None:
        return found
    return "ID" if strong_script(char) else "AL"


def _within(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= code <= last for first, last in ranges)
