"""Small font files for tests: square glyphs, any names, styles and permissions."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection

BOLD, ITALIC, USE_TYPO = 0x20, 0x01, 0x80


def make_font(
    path: Path,
    families: Iterable[str] = ("Test",),
    chars: str = "中国“”",
    *,
    blank: str = "",
    style: int = 0x40,
    permission: int = 0,
    width: int = 1000,
) -> Path:
    """Write a TrueType font whose first family is English, the second Chinese."""
    builder = _builder(chars + blank, width, True)
    square, empty = _square(TTGlyphPen(None)).glyph(), TTGlyphPen(None).glyph()
    glyphs = {_name(char): empty if char in blank else square for char in chars + blank}
    builder.setupGlyf({".notdef": square} | glyphs)
    _finish(builder, families, style, permission)
    builder.save(path)
    return path


def make_cff_font(path: Path, families: Iterable[str] = ("Test",), chars: str = "中") -> Path:
    """Write an OpenType font with CFF outlines, which a PDF of ours cannot embed."""
    builder = _builder(chars, 1000, False)
    outline = _square(T2CharStringPen(1000, None)).getCharString()
    outlines = {".notdef": outline} | {_name(char): outline for char in chars}
    builder.setupCFF("Test", {}, outlines, {})
    _finish(builder, families, 0x40, 0)
    builder.save(path)
    return path


def make_collection(path: Path, parts: Iterable[Path]) -> Path:
    """Write the fonts as one .ttc."""
    collection = TTCollection()
    from fontTools.ttLib import TTFont

    collection.fonts = [TTFont(part) for part in parts]
    collection.save(path)
    for font in collection.fonts:
        font.close()
    return path


def _builder(chars: str, width: int, truetype: bool) -> FontBuilder:
    builder = FontBuilder(1000, isTTF=truetype)
    names = [_name(char) for char in chars]
    builder.setupGlyphOrder([".notdef", *names])
    builder.setupCharacterMap({ord(char): _name(char) for char in chars})
    builder.setupHorizontalMetrics(dict.fromkeys((".notdef", *names), (width, 0)))
    return builder


def _finish(builder: FontBuilder, families: Iterable[str], style: int, permission: int) -> None:
    builder.setupHorizontalHeader(ascent=900, descent=-200, lineGap=10)
    english, *chinese = families
    builder.setupNameTable({"familyName": english, "styleName": "Regular"}, mac=False)
    for family in chinese:
        builder.font["name"].setName(family, 1, 3, 1, 0x804)
    builder.setupOS2(
        fsSelection=style, fsType=permission, version=4,
        sTypoAscender=800, sTypoDescender=-150, sTypoLineGap=5,
    )  # fmt: skip
    builder.setupPost()


def _square(pen: Any) -> Any:
    pen.moveTo((0, 0))
    for point in ((0, 500), (500, 500), (500, 0)):
        pen.lineTo(point)
    pen.closePath()
    return pen


def _name(char: str) -> str:
    return f"u{ord(char):X}"
