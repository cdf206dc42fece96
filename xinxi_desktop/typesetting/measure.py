"""A paragraph's text with everything its line breaks depend on: widths, portions, faces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate

from xinxi_desktop.domain.flow import Piece, Span, Style
from xinxi_desktop.domain.fonts import SHARED_MARKS, Face, FontRole, FontSet
from xinxi_desktop.typesetting.bidi import is_right_to_left, joined, levels_of
from xinxi_desktop.typesetting.scripts import (
    asian_flags,
    is_invisible,
    is_letter,
    is_word,
    leading_weak,
)

_GLYPHS = 32_768
"""Glyphs kept: some thousand characters in a few roles and sizes."""
_ASCII_END = 0x80
_LATIN_LETTERS_END = 0x250


@dataclass(frozen=True, slots=True)
class Measured:
    """Text measured in twips, one entry a character.

    ``widths`` are the glyphs' own advances; ``faces`` the keys of their faces (empty where
    nothing is drawn); ``portions`` numbers the stretches of one script and one piece.
    ``missing`` are the characters that no face has.
    """

    text: str
    size: int
    spacing: int
    widths: list[float]
    faces: list[str]
    asian: list[bool]
    portions: list[int]
    pieces: tuple[Piece, ...]
    missing: tuple[str, ...] = ()
    cell: float = 0.0
    """Width of a cell where lines are set on a grid of characters (mode ``fine``), else 0."""
    shown: str = ""
    """The characters as drawn, in reading order, of a text with Arabic or Hebrew: letters join."""
    levels: Sequence[int] = ()
    """Beside ``shown``: each character's level (bidi.py)."""
    steps: list[float] = field(init=False, repr=False)
    """Pen steps where all text stands on one line: glyph, spacing, gap (word-parity §1)."""
    edges: list[float] = field(init=False, repr=False)
    """Where each character begins on that line, and at last where it ends."""

    def __post_init__(self) -> None:
        """Work out the steps once: every line is a part of them."""
        steps = self._steps()
        object.__setattr__(self, "steps", steps)
        object.__setattr__(self, "edges", [0.0, *accumulate(steps)])

    def _steps(self) -> list[float]:
        # A negative spacing is not applied to the last character of a portion.
        space, portions = self.spacing, self.portions
        steps = [width + space for width in self.widths]
        for index in range(1, len(steps)):
            if portions[index] != portions[index - 1]:
                steps[index - 1] += self.gap_before(index) - min(space, 0)
        return steps

    @property
    def gap(self) -> int:
        """The gap between Asian and Latin text: 1/5 em (word-parity.md §1.3)."""
        return self.size // 5

    def gap_before(self, index: int) -> int:
        """The gap that stands before this character if both sides are on one line."""
        if self.asian[index] == self.asian[index - 1]:
            return 0
        both = is_word(self.text[index]) and is_word(self.text[index - 1])
        # The office leaves no gap beside Arabic and Hebrew.
        if both and self.shown and is_right_to_left(self.text[index - 1 : index + 1]):
            return 0
        return self.gap if both else 0


@dataclass(frozen=True, slots=True)
class _Glyph:
    """How one character is drawn: ``own`` is the face Word must be told, "" for the style's.

    ``east``: with the eastAsia hint Word takes the same face. ``known``: some face has it.
    """

    face: str = ""
    width: float = 0.0
    own: str = ""
    east: bool = True
    known: bool = True


def measure(text: str, style: Style, fonts: FontSet, spans: Sequence[Span] = ()) -> Measured:
    """Measure a paragraph's text in its style; ``spans`` override the style's role."""
    asian = asian_flags(text)
    roles = _roles(text, style.role, spans)
    glyphs = _glyphs(text, asian, roles, style.size, fonts)
    shown = ""
    if is_right_to_left(text):
        glyphs, shown = _joined_glyphs(text, glyphs, asian, roles, style.size, fonts)
    keys = [(role, glyph.own, glyph.east) for role, glyph in zip(roles, glyphs, strict=True)]
    missing = (char for char, glyph in zip(text, glyphs, strict=True) if not glyph.known)
    return Measured(
        text,
        style.size,
        style.spacing,
        [glyph.width for glyph in glyphs],
        [glyph.face for glyph in glyphs],
        asian,
        _portions(asian, keys),
        _pieces(keys),
        tuple(dict.fromkeys(missing)),
        shown=shown,
        levels=levels_of(text) if shown else (),
    )


def _joined_glyphs(
    text: str,
    glyphs: list[_Glyph],
    asian: list[bool],
    roles: list[FontRole],
    size: int,
    fonts: FontSet,
) -> tuple[list[_Glyph], str]:
    """Give Arabic letters joined, where the face that has the letter has the form too."""
    found, shown = list(glyphs), list(text)
    for index, char in enumerate(joined(text)):
        if char != text[index]:
            glyph = _glyph(char, roles[index], roles[index], asian[index], size, fonts)
            if is_invisible(char) or glyph.face == glyphs[index].face:
                found[index], shown[index] = glyph, char
    return found, "".join(shown)


def _roles(text: str, role: FontRole, spans: Sequence[Span]) -> list[FontRole]:
    roles = [role] * len(text)
    for span in spans:
        roles[span.start : span.end] = [span.role] * (span.end - span.start)
    return roles


def _glyphs(
    text: str, asian: list[bool], roles: list[FontRole], size: int, fonts: FontSet
) -> list[_Glyph]:
    chinese, open_start = any(asian), leading_weak(text)
    glyphs = []
    for index, (char, role) in enumerate(zip(text, roles, strict=True)):
        look_in = role
        if char in SHARED_MARKS and _is_latin_mark(text, index, chinese):
            look_in = FontRole.LATIN
        script = asian[index] if index >= open_start else None
        glyphs.append(_glyph(char, look_in, role, script, size, fonts))
    return glyphs


def _is_latin_mark(text: str, index: int, chinese: bool) -> bool:
    """Tell whether a shared mark belongs to Latin text: no hanzi about, or an apostrophe."""
    if not chinese:
        return True
    if text[index] != "’" or not 0 < index < len(text) - 1:
        return False
    around = text[index - 1] + text[index + 1]
    return all(is_letter(char) and ord(char) < _LATIN_LETTERS_END for char in around)


@lru_cache(maxsize=_GLYPHS)
def _glyph(
    char: str, look_in: FontRole, role: FontRole, asian: bool | None, size: int, fonts: FontSet
) -> _Glyph:
    """Find a character's glyph; ``asian`` None where the office's locale decides the script."""
    if char == "\t":
        return _Glyph(width=2.0 * size)
    if is_invisible(char):
        return _Glyph()
    latin, east = fonts.latin_for(role), fonts.primary(role)
    natural = None if asian is None else east if asian else latin
    if char == " " and natural is not None:
        # The office draws a blank in the font of the script before it.
        return _Glyph(natural.key, _width(natural, char, size))
    face = fonts.face_for(look_in, char)
    if face is None:
        return _Glyph(width=float(size), known=False)
    told = natural is not None and face.key == natural.key
    own = "" if told else face.key
    hinted = ord(char) < _ASCII_END or face.key != latin.key
    return _Glyph(face.key, _width(face, char, size), own, hinted)


def _width(face: Face, char: str, size: int) -> float:
    units = face.advance(char)
    if units is None:
        units = face.units_per_em
    return units * size / face.units_per_em


def _portions(asian: list[bool], keys: list[tuple[FontRole, str, bool]]) -> list[int]:
    """Number the stretches of one script and face; the hint alone makes none in the office."""
    portions: list[int] = []
    number = 0
    last: tuple[bool, FontRole, str] | None = None
    for flag, (role, own, _) in zip(asian, keys, strict=True):
        here = (flag, role, own)
        if last is not None and here != last:
            number += 1
        portions.append(number)
        last = here
    return portions


def _pieces(keys: list[tuple[FontRole, str, bool]]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    start = 0
    for index in range(1, len(keys) + 1):
        if index == len(keys) or keys[index] != keys[start]:
            role, face, east = keys[start]
            pieces.append(Piece(start, index, role, face, east))
            start = index
    return tuple(pieces)
