"""Fonts as reportlab wants them, read a table at a time instead of a number at a time.

reportlab asks for each of a font's tens of thousands of numbers by a call of its own, which is
most of the wait for the first page. What is read here is the same, number for number.
"""

from __future__ import annotations

import sys
from array import array
from itertools import count as count_from
from typing import Any

_SPACE, _NO_BREAK_SPACE = 0x20, 0xA0
_UNICODE, _WINDOWS, _OTHER_FORMS = 0, 3, 5


def quick_face(face: Any) -> type:
    """Give reportlab's class of faces, its characters, widths and places read at once."""

    class QuickFace(face):  # type: ignore[misc]  # what is extended is handed in
        """A face as reportlab knows it."""

        def extractInfo(self, charInfo: int = 1) -> None:  # noqa: N802, N803 - its names
            """Read the font; tables that only old fonts have are left to reportlab."""
            super().extractInfo(0)
            glyphs = _glyphs(self) if charInfo else None
            if glyphs is None:
                super().extractInfo(charInfo)
            else:
                _fill(self, glyphs)

    return QuickFace


def _fill(face: Any, glyphs: dict[int, int]) -> None:
    metrics = _metrics(face)
    widths = [advance * 1000.0 / face.unitsPerEm for advance, _ in metrics]
    face.charToGlyph, face.hmetrics, face.defaultWidth = glyphs, metrics, widths[0]
    # What the table maps beyond the last glyph has no width of its own.
    face.charWidths = {char: widths[glyph] for char, glyph in glyphs.items() if glyph < len(widths)}
    face.glyphPos = _places(face)
    _mend_blanks(face.charToGlyph, face.charWidths)


def _numbers(face: Any, kind: str, start: int, count: int) -> array[int]:
    """Give ``count`` big-endian numbers, ``H`` of two bytes or ``I`` of four, from ``start``."""
    numbers = array(kind)
    numbers.frombytes(face._ttf_data[start : start + count * numbers.itemsize])
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers


def _glyphs(face: Any) -> dict[int, int] | None:
    """Map characters to glyphs from the table reportlab would take; None for a rare format."""
    begin = face.get_table_pos("cmap")[0]
    chosen = 0
    for entry in range(_numbers(face, "H", begin + 2, 1)[0]):
        at = begin + 4 + 8 * entry
        platform, encoding = _numbers(face, "H", at, 2)
        if platform == _WINDOWS or (platform == _UNICODE and encoding != _OTHER_FORMS):
            chosen = begin + _numbers(face, "I", at + 4, 1)[0]
    if not chosen:
        return None
    format_ = _numbers(face, "H", chosen, 1)[0]
    if format_ == 12:
        return _grouped(face, chosen)
    return _segmented(face, chosen) if format_ == 4 else None


def _grouped(face: Any, start: int) -> dict[int, int]:
    """Read a cmap of format 12: groups of first and last character and first glyph."""
    count = _numbers(face, "I", start + 12, 1)[0]
    groups = _numbers(face, "I", start + 16, 3 * count)
    found: dict[int, int] = {}
    for first, last, glyph in zip(groups[0::3], groups[1::3], groups[2::3], strict=True):
        found.update(zip(range(first, last + 1), count_from(glyph), strict=False))
    return found


def _segmented(face: Any, start: int) -> dict[int, int]:
    """Read a cmap of format 4: segments that count glyphs on, or point into a list of them."""
    length, _, doubled = _numbers(face, "H", start + 2, 3)
    count = doubled // 2
    table = _numbers(face, "H", start, length // 2)
    ends, firsts = table[7 : 7 + count], table[8 + count : 8 + 2 * count]
    steps = table[8 + 2 * count : 8 + 3 * count]
    offsets = 8 + 3 * count
    found: dict[int, int] = {}
    for number, (first, last, step) in enumerate(zip(firsts, ends, steps, strict=True)):
        offset = table[offsets + number]
        if offset == 0:
            for char in range(first, last + 1):
                found[char] = (char + step) & 0xFFFF
            continue
        place = offsets + number + offset // 2 - first
        for char in range(first, last + 1):
            glyph = table[place + char] if place + char < len(table) else 0
            found[char] = (glyph + step) & 0xFFFF if glyph else 0
    return found


def _metrics(face: Any) -> list[tuple[int, int]]:
    """Give advance and left side bearing of each glyph."""
    full = _numbers(face, "H", face.get_table_pos("hhea")[0] + 34, 1)[0]
    begin = face.get_table_pos("hmtx")[0]
    pairs = _numbers(face, "H", begin, 2 * full)
    rest = _numbers(face, "H", begin + 4 * full, face.numGlyphs - full)
    metrics = list(zip(pairs[0::2], pairs[1::2], strict=True))
    return metrics + [(pairs[-2], bearing) for bearing in rest]


def _places(face: Any) -> list[int]:
    """Give where each glyph's outline begins, and where the last one ends."""
    wide = _numbers(face, "H", face.get_table_pos("head")[0] + 50, 1)[0]
    begin, count = face.get_table_pos("loca")[0], face.numGlyphs + 1
    if wide:
        return list(_numbers(face, "I", begin, count))
    return [half * 2 for half in _numbers(face, "H", begin, count)]


def _mend_blanks(*tables: dict[int, Any]) -> None:
    """Let the blank and the blank that does not break stand for each other, as reportlab does."""
    for table in tables:
        if _SPACE in table:
            table[_NO_BREAK_SPACE] = table[_SPACE]
        elif _NO_BREAK_SPACE in table:
            table[_SPACE] = table[_NO_BREAK_SPACE]
