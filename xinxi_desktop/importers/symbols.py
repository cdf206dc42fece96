"""Characters of symbol fonts: the code means a sign only in that font."""

from __future__ import annotations

_WINGDINGS = {
    0x4A: "☺",
    0x6C: "●",
    0x6D: "○",
    0x6E: "■",
    0x6F: "□",
    0x71: "□",
    0x72: "□",
    0x75: "◆",
    0x76: "◆",
    0x9F: "•",
    0xA7: "■",
    0xA8: "□",
    0xAB: "★",
    0xB6: "☆",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE8: "→",
    0xFB: "×",
    0xFC: "√",
    0xFD: "☒",
    0xFE: "☑",
}
_SYMBOL = {
    0xB7: "•",
    0xB0: "°",
    0xB1: "±",
    0xB4: "×",
    0xB8: "÷",
    0xA3: "≤",
    0xB3: "≥",
    0xB9: "≠",
    0xBB: "≈",
    0xA5: "∞",
    0x61: "α",
    0x62: "β",
    0x67: "γ",
    0x64: "δ",
    0x6C: "λ",
    0x6D: "μ",
    0x70: "π",
    0x73: "σ",
    0x57: "Ω",
    0xAE: "→",
    0xAC: "←",
}
_FONTS = {"wingdings": _WINGDINGS, "symbol": _SYMBOL}


def symbol(font: str, code: str) -> str:
    """Give the character for a ``w:sym`` (font, hex code); □ for a sign that isn't known."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    table = _FONTS.get(font.lower())
    if table is not None:
        return table.get(number & 0xFF, "□")
    private = 0xE000 <= number <= 0xF8FF or not 0x20 <= number <= 0x10FFFF
    return "□" if private or 0xD800 <= number < 0xE000 else chr(number)


def from_font(text: str, font: str) -> str:
    """Map a run typed in a symbol font, where ★ may be stored as «."""
    table = _FONTS.get(font.lower())
    if table is None:
        return text
    return "".join(table.get(ord(char) & 0xFF, char) if ord(char) > 0x20 else char for char in text)
