"""Characters of symbol fonts: the code means a sign only in that font."""

from __future__ import annotations

_WINGDING_CODES = "4A 6C 6D 6E 6F 71 72 75 76 9F A7 A8 AB B6 D8 DF E0 E8 FB FC FD FE"
_WINGDINGS = {
    int(code, 16): sign
    for code, sign in zip(_WINGDING_CODES.split(), "☺●○■□□□◆◆•■□★☆➢←→→×√☒☑", strict=True)
}
_GREEK = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"
_SMALL_GREEK = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
_SIGNS = "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑"
_SYMBOL = {
    **{0x41 + index: sign for index, sign in enumerate(_GREEK)},
    **{0x61 + index: sign for index, sign in enumerate(_SMALL_GREEK)},
    **{0xA1 + index: sign for index, sign in enumerate(_SIGNS)},
    **{0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2A: "∗", 0x2D: "−", 0x40: "≅", 0x5C: "∴", 0x5E: "⊥"},
}
"""The Symbol encoding as Adobe published it."""
_FONTS = {"wingdings": _WINGDINGS, "symbol": _SYMBOL}


def symbol(font: str, code: str) -> str:
    """Give the character for a ``w:sym`` (font, hex code); □ for a sign that isn't known."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    table = _FONTS.get(font.lower())
    if table is not None:
        return table.get(number & 0xFF) or _plain(number & 0xFF)
    return _plain(number)


def from_font(text: str, font: str) -> str:
    """Map a run typed in a symbol font, where ★ may be stored as «."""
    table = _FONTS.get(font.lower())
    if table is None:
        return text
    return "".join(_typed(char, table) for char in text)


def _typed(char: str, table: dict[int, str]) -> str:
    """Map only what such a font can hold: one byte, or the private copy of one byte."""
    number = ord(char)
    if 0x20 < number < 0x100 or 0xF000 <= number <= 0xF0FF:
        return table.get(number & 0xFF) or _plain(number & 0xFF)
    return char


def _plain(number: int) -> str:
    printable = 0x20 <= number < 0x7F or 0xA0 <= number < 0xD800 or 0xF900 <= number < 0x110000
    return chr(number) if printable else "□"
