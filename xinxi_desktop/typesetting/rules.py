"""The office's line-breaking rules as data (word-parity.md §1, §5, §7).

They describe LibreOffice 7.4, the measured office; the PDF follows the same rules so that
it agrees with the .docx line by line.
"""

from __future__ import annotations

from dataclasses import dataclass, field

LINE_START = frozenset(
    ":!),.:;?]}¢'\"、。〉》」』】〕〗〞︰︱︳﹐､﹒﹔﹕﹖﹗﹚﹜﹞！），．：；？｜｝︴︶︸︺︼︾﹀﹂﹄﹏～￠々‖•·ˇˉ―-′’”`"
)
"""zh-CN characters that never begin a line."""

LINE_END = frozenset("([{£¥'\"‵〈《「『【〔〖（［｛￡￥〝︵︷︹︻︽︿﹁﹃﹙﹛“‘")
"""zh-CN characters that never end a line."""

FAULT_START = frozenset("％‰℃…—～%")
"""Left out of the office's set, yet a fault at a line start (GB/T 15834, word-parity §5.3)."""

UNITS = frozenset(
    "年月日时分秒个人名位户家次件条项座处所只台套辆架艘栋间层村镇县市区亩吨斤克升米里元"
    "角万亿千百倍成度级届期批组轮项场例起宗笔份张本册页篇字周天岁号路％℃‰%"
)
"""Units and counters that should stay on the line of their number."""

BLANKS = frozenset(" \u3000")
"""Blanks that hang at the end of a line."""


@dataclass(frozen=True, slots=True)
class LineRules:
    """One breaking mode: sets, gap, and the limits of a line's own spacing.

    ``gap_divisor``: the gap between Asian and Latin text is the size divided by it.
    Spacing limits and ``reserve`` are twips; ``tolerance`` is what may stick out unnoticed, and
    ``rounding`` by how much the office may measure each portion otherwise.
    """

    name: str
    line_start: frozenset[str] = LINE_START
    line_end: frozenset[str] = LINE_END
    fault_start: frozenset[str] = FAULT_START
    gap_divisor: int = 5
    tolerance: float = 0.5
    own_spacing_min: int = -17
    own_spacing_max: int = 60
    reserve: int = 3
    reach: int = 9
    rounding: float = 0.5


OFFICE = LineRules("office")

_CLASS_CHARS = {
    "PR": "$+±￥¥£−№",
    "PO": "%‰℃′″％",
    "IS": ".,:;",
    "SY": "/\\",
    "HY": "-",
    "BA": "–|\t\u00ad\u3000",
    "EX": "!?！？",
    "OP": "([{（《〈【〔「『〖［｛",
    "CL": ")]}）》〉】〕」』〗］｝，。、．",
    "NS": "：；々",
    "QU": "“”‘’\"'",
    "B2": "—",
    "IN": "…",
    "SP": " ",
    "WJ": "\u2060\ufeff\u00a0",
    "AL": "·×~@&_°",
    "NU": "0123456789",
}
CHARACTER_CLASS = {char: name for name, chars in _CLASS_CHARS.items() for char in chars}
"""Break classes of the old UAX #14 table; hanzi are ID and everything else AL."""


def _pairs(text: str) -> frozenset[tuple[str, str]]:
    """Read “AL+NU” words into pairs of classes."""
    return frozenset((first, second) for first, second in (w.split("+") for w in text.split()))


@dataclass(frozen=True, slots=True)
class LatinTable:
    """Where Latin text and numbers do not break (word-parity.md §7)."""

    never_before: frozenset[str] = frozenset(("CL", "EX", "IS", "SY", "WJ"))
    never_after_space: frozenset[str] = frozenset("!),.;?]}/\\")
    """Held to what stands before a blank too (found by trial; full-width marks are not)."""
    not_before: frozenset[str] = frozenset(("NS", "HY", "BA", "QU", "WJ"))
    not_after: frozenset[str] = frozenset(("QU", "WJ"))
    across_spaces: frozenset[tuple[str, str]] = field(default_factory=lambda: _pairs("CL+NS B2+B2"))
    pairs: frozenset[tuple[str, str]] = field(
        default_factory=lambda: _pairs(
            "AL+IN ID+IN IN+IN NU+IN EX+IN ID+PO AL+AL AL+NU NU+AL AL+PR PR+ID PR+AL PO+AL "
            "CL+AL CL+NU AL+OP NU+OP IS+AL IS+NU NU+NU PR+NU PO+NU"
        )
    )


LATIN = LatinTable()
