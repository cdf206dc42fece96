"""Full-width and half-width forms of letters, digits and marks."""

from __future__ import annotations

_FIRST, _LAST, _APART = 0x21, 0x7E, 0xFEE0
_BLANKS = {0x20: 0x3000}
_TO_FULL = {code: code + _APART for code in range(_FIRST, _LAST + 1)} | _BLANKS
_TO_HALF = {full: half for half, full in _TO_FULL.items()}


def to_full(text: str) -> str:
    """Give letters, digits, marks and blanks the width of a Chinese character."""
    return text.translate(_TO_FULL)


def to_half(text: str) -> str:
    """Give full-width letters, digits, marks and blanks half the width."""
    return text.translate(_TO_HALF)
