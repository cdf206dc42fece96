"""A paragraph's text with everything its line breaks depend on: widths, portions, faces."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate, groupby
from operator import itemgetter
from typing import NamedTuple

from xinxi_desktop.domain.flow import Piece, Span, Style
from xinxi_desktop.domain.fonts import SHARED_MARKS, Face, FontRole, FontSet
from xinxi_desktop.typesetting.bidi import is_right_to_left, joined, levels_of
from xinxi_desktop.typesetting.scripts import (
    is_invisible,
    is_letter,
    is_word,
    leading_weak,
    scripts_of,
    strong_script,
)

_GLYPHS = 32_768
"""Glyphs kept: some thousand characters in a few roles and sizes."""
_TABLES = 64
"""Of so many roles and sizes."""
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
        index = bisect_right(portions, 0)
        while index < len(steps):
            steps[index - 1] += self.gap_before(index) - min(space, 0)
            index = bisect_right(portions, portions[index], index)
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


class _Glyph(NamedTuple):
    """How one character is drawn: ``own`` is the face Word must be told, "" for the style's.

    ``east``: with the eastAsia hint Word takes the same face. ``known``: some face has it.
    """

    face: str = ""
    width: float = 0.0
    own: str = ""
    east: bool = True
    known: bool = True


class _Stretch(NamedTuple):
    """Characters in a row that are drawn alike."""

    asian: bool
    role: FontRole
    own: str
    east: bool
    length: int


def measure(text: str, style: Style, fonts: FontSet, spans: Sequence[Span] = ()) -> Measured:
    """Measure a paragraph's text in its style; ``spans`` override the style's role."""
    if not text:
        return Measured("", style.size, style.spacing, [], [], [], [], ())
    asian, weak = scripts_of(text)
    roles = _roles(text, style.role, spans)
    glyphs = _glyphs(text, roles, style.size, fonts)
    _fit_in(glyphs, text, (asian, weak), roles, style.size, fonts)
    shown = ""
    if is_right_to_left(text):
        glyphs, shown = _joined_glyphs(text, glyphs, asian, roles, style.size, fonts)
    faces, widths, owns, easts, known = zip(*glyphs, strict=True)
    stretches = _stretches(zip(asian, roles, owns, easts, strict=True))
    return Measured(
        text,
        style.size,
        style.spacing,
        list(widths),
        list(faces),
        asian,
        _portions(stretches),
        _pieces(stretches),
        () if all(known) else _unknown(text, known),
        shown=shown,
        levels=levels_of(text) if shown else (),
    )


def _unknown(text: str, known: Sequence[bool]) -> tuple[str, ...]:
    """Give the characters that no face has, once, in order of appearance."""
    return tuple(dict.fromkeys(char for char, found in zip(text, known, strict=True) if not found))


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


def _glyphs(text: str, roles: list[FontRole], size: int, fonts: FontSet) -> list[_Glyph]:
    """Give each character's glyph in its own script."""
    glyphs: list[_Glyph] = []
    for role, stretch in groupby(roles):
        start, known = len(glyphs), _known(role, size, fonts)
        glyphs += map(known.__getitem__, text[start : start + len(list(stretch))])
    return glyphs


def _fit_in(
    glyphs: list[_Glyph],
    text: str,
    scripts: tuple[list[bool], list[int]],
    roles: list[FontRole],
    size: int,
    fonts: FontSet,
) -> None:
    """Give weak signs and shared marks the glyph that goes with what stands about them."""
    asian, weak = scripts
    open_start, marks = leading_weak(text), _latin_marks(text, any(asian))
    for index in {*weak, *marks}:
        look_in = FontRole.LATIN if index in marks else roles[index]
        script = asian[index] if index >= open_start else None
        glyphs[index] = _glyph(text[index], look_in, roles[index], script, size, fonts)


def _latin_marks(text: str, chinese: bool) -> set[int]:
    """Give where shared marks stand that belong to Latin text."""
    if chinese and "’" not in text:
        return set()
    return {
        index
        for index, char in enumerate(text)
        if char in SHARED_MARKS and _is_latin_mark(text, index, chinese)
    }


def _is_latin_mark(text: str, index: int, chinese: bool) -> bool:
    """Tell whether a shared mark belongs to Latin text: no hanzi about, or an apostrophe."""
    if not chinese:
        return True
    if text[index] != "’" or not 0 < index < len(text) - 1:
        return False
    around = text[index - 1] + text[index + 1]
    return all(is_letter(char) and ord(char) < _LATIN_LETTERS_END for char in around)


class _Known(dict[str, _Glyph]):
    """The glyphs of one role and size, each looked up when first met."""

    def __init__(self, role: FontRole, size: int, fonts: FontSet) -> None:
        super().__init__()
        self._role, self._size, self._fonts = role, size, fonts

    def __missing__(self, char: str) -> _Glyph:
        role, script = self._role, strong_script(char)
        glyph = self[char] = _glyph(char, role, role, script, self._size, self._fonts)
        return glyph


@lru_cache(maxsize=_TABLES)
def _known(role: FontRole, size: int, fonts: FontSet) -> _Known:
    return _Known(role, size, fonts)


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


def _stretches(keys: Iterable[tuple[bool, FontRole, str, bool]]) -> list[_Stretch]:
    return [_Stretch(*key, len(list(group))) for key, group in groupby(keys)]


def _portions(stretches: Sequence[_Stretch]) -> list[int]:
    """Number the stretches of one script and face; the hint alone makes none in the office."""
    portions: list[int] = []
    for number, (_, group) in enumerate(groupby(stretches, itemgetter(0, 1, 2))):
        portions += [number] * sum(stretch.length for stretch in group)
    return portions


def _pieces(stretches: Sequence[_Stretch]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    start = 0
    for key, group in groupby(stretches, itemgetter(1, 2, 3)):
        end = start + sum(stretch.length for stretch in group)
        pieces.append(Piece(start, end, *key))
        start = end
    return tuple(pieces)
