"""Reads font files with fontTools."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from xinxi_desktop.domain.fonts import has_ink
from xinxi_desktop.fonts.metrics import FaceMetrics, FaceNames, run_lengths

T = TypeVar("T")

SUFFIXES = frozenset({".ttf", ".ttc", ".otf", ".otc"})
_FAMILY_NAMES = frozenset({1, 16})
_BOLD, _ITALIC, _USE_TYPO = 1 << 5, 1 << 0, 1 << 7
_USAGE, _RESTRICTED = 0x000E, 0x0002
_NO_SUBSET_OR_BITMAP_ONLY = 0x0300
_NO_TEXT = (
    range(0x20),
    range(0x7F, 0xA0),
    range(0xE000, 0xF900),
    range(0xF0000, 0x110000),
)
"""Controls and private use: a glyph there says nothing about a text."""


def read_names(path: Path) -> list[FaceNames]:
    """The faces of a file, none if it is no font or broken: a bad file must not stop us."""
    return _unless_broken(lambda: _names_of_all(path)) or []


def read_face_metrics(path: Path, index: int) -> FaceMetrics | None:
    """Heights and advances of one face, None if it cannot be read."""
    return _unless_broken(lambda: _metrics_at(path, index))


def _unless_broken(read: Callable[[], T]) -> T | None:
    """Read, or give None: fontTools raises anything, struct.error to AssertionError."""
    # Nor should the log tell what is odd in the fonts of the user's machine.
    logging.getLogger("fontTools").setLevel(logging.CRITICAL)
    try:
        return read()
    except Exception:
        return None


@contextmanager
def open_face(path: Path, index: int) -> Iterator[Any]:
    """Open one face of a file for reading; fontTools reads its tables when asked for."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # it ships no types

    # The file is opened here because TTFont leaves it open when its header is broken.
    with path.open("rb") as file:
        yield TTFont(file, fontNumber=index, lazy=True, recalcTimestamp=False)


def _names_of_all(path: Path) -> list[FaceNames]:
    from fontTools.ttLib.sfnt import readTTCHeader  # type: ignore[import-untyped]

    if path.suffix.lower() not in {".ttc", ".otc"}:
        count = 1
    else:
        with path.open("rb") as file:
            count = readTTCHeader(file).numFonts
    return [_names_at(path, index) for index in range(count)]


def _names_at(path: Path, index: int) -> FaceNames:
    with open_face(path, index) as font:
        return _names(font, index)


def _names(font: Any, index: int) -> FaceNames:
    records = (record for record in font["name"].names if record.nameID in _FAMILY_NAMES)
    families = dict.fromkeys(record.toUnicode(errors="replace") for record in records)
    selection = font["OS/2"].fsSelection
    return FaceNames(
        index=index,
        families=tuple(families),
        bold=bool(selection & _BOLD),
        italic=bool(selection & _ITALIC),
        refusal=_refusal(font),
    )


def _refusal(font: Any) -> str:
    if "glyf" not in font:
        return "not_truetype"
    allowed = font["OS/2"].fsType
    if allowed & _USAGE == _RESTRICTED or allowed & _NO_SUBSET_OR_BITMAP_ONLY:
        return "not_embeddable"
    return ""


def _metrics_at(path: Path, index: int) -> FaceMetrics:
    with open_face(path, index) as font:
        return _metrics(font)


def _metrics(font: Any) -> FaceMetrics:
    ascent, descent, line_gap = _heights(font)
    return FaceMetrics(
        units_per_em=font["head"].unitsPerEm,
        ascent=ascent,
        descent=descent,
        line_gap=line_gap,
        advances=run_lengths(_widths(font)),
    )


def _heights(font: Any) -> tuple[int, int, int]:
    """Ascent, descent, line gap as LibreOffice chooses them."""
    head, os2 = font["hhea"], font["OS/2"]
    if os2.fsSelection & _USE_TYPO and (os2.sTypoAscender or os2.sTypoDescender):
        return os2.sTypoAscender, -os2.sTypoDescender, os2.sTypoLineGap
    if head.ascent or head.descent:
        return head.ascent, -head.descent, head.lineGap
    return os2.usWinAscent, os2.usWinDescent, 0


def _widths(font: Any) -> list[tuple[int, int]]:
    """Code points that really are drawn, with their advances: some fonts map to a blank."""
    advances, glyph_id, starts = font["hmtx"], font.getGlyphID, font["loca"]
    found = []
    for code, glyph in sorted(font.getBestCmap().items()):
        place = glyph_id(glyph)
        drawn = starts[place + 1] > starts[place] or not has_ink(chr(code))
        if place and drawn and not any(code in area for area in _NO_TEXT):
            found.append((code, advances[glyph][0]))
    return found
