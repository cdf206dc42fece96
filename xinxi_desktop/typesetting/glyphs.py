"""The glyph of each character of a text: its face, its width, and what Word is told of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import groupby
from typing import NamedTuple

from xinxi_desktop.domain.flow import Span
from xinxi_desktop.domain.fonts import SHARED_MARKS, Face, FontRole, FontSet
from xinxi_desktop.typesetting.scripts import is_invisible, is_letter, strong_script

_GLYPHS = 32_768
"""Glyphs kept: some thousand characters in a few roles and sizes."""
_TABLES = 64
"""Of so many roles and sizes."""
_ASCII_END = 0x80
_LATIN_LETTERS_END = 0x250


class Look(NamedTuple):
    """What Word is told of a character: script, role, and ``own``, its face, "" for the style's.

    ``east``: with the eastAsia hint Word takes the same face.
    """

    asian: bool
    role: FontRole
    own: str = ""
    east: bool = True


class Glyph(NamedTuple):
    """How one character is drawn, ``face`` "" for not at all; ``known``: some face has it."""

    look: Look
    face: str = ""
    width: float = 0.0
    known: bool = True


def glyphs_of(
    text: str, role: FontRole, size: int, fonts: FontSet, spans: Sequence[Span] = ()
) -> list[Glyph]:
    """Give each character's glyph; ``spans`` override the role.

    Weak signs take the script of what is before. Those at the start count as Asian, as in an
    office with a Chinese locale, but are told their face, as others have another locale.
    """
    roles = _roles(text, role, spans)
    found: list[Glyph | None] = []
    for each, stretch in groupby(roles):
        start, known = len(found), _known(each, size, fonts)
        found += map(known.__getitem__, text[start : start + len(list(stretch))])
    glyphs, leading = _with_weak(found, text, roles, size, fonts)
    for index in _latin_marks(text, glyphs):
        script = glyphs[index].look.asian if index >= leading else None
        glyphs[index] = glyph_of(text[index], FontRole.LATIN, roles[index], script, size, fonts)
    return glyphs


def _roles(text: str, role: FontRole, spans: Sequence[Span]) -> list[FontRole]:
    roles = [role] * len(text)
    for span in spans:
        roles[span.start : span.end] = [span.role] * (span.end - span.start)
    return roles


def _with_weak(
    found: list[Glyph | None], text: str, roles: list[FontRole], size: int, fonts: FontSet
) -> tuple[list[Glyph], int]:
    """Give all glyphs, those of weak signs filled in, and how many weak signs lead."""
    leading, last = 0, -1
    for _ in range(found.count(None)):
        last = found.index(None, last + 1)
        before = found[last - 1] if last > leading else None
        leading += last == leading
        script = before.look.asian if before else None
        found[last] = glyph_of(text[last], roles[last], roles[last], script, size, fonts)
    return [glyph for glyph in found if glyph], leading


def _latin_marks(text: str, glyphs: list[Glyph]) -> list[int]:
    """Give where shared marks stand that belong to Latin text: no hanzi, or an apostrophe."""
    if not any(glyph.look.asian for glyph in glyphs):
        return [index for index, char in enumerate(text) if char in SHARED_MARKS]
    places = range(1, len(text) - 1) if "’" in text else ()
    return [
        index
        for index in places
        if text[index] == "’" and all(map(_is_latin_letter, text[index - 1] + text[index + 1]))
    ]


def _is_latin_letter(char: str) -> bool:
    return is_letter(char) and ord(char) < _LATIN_LETTERS_END


class _Known(dict[str, Glyph | None]):
    """The glyphs of one role and size, each looked up when first met; None for a weak sign."""

    def __init__(self, role: FontRole, size: int, fonts: FontSet) -> None:
        super().__init__()
        self._role, self._size, self._fonts = role, size, fonts

    def __missing__(self, char: str) -> Glyph | None:
        role, script = self._role, strong_script(char)
        self[char] = (
            None if script is None else glyph_of(char, role, role, script, self._size, self._fonts)
        )
        return self[char]


@lru_cache(maxsize=_TABLES)
def _known(role: FontRole, size: int, fonts: FontSet) -> _Known:
    return _Known(role, size, fonts)


@lru_cache(maxsize=_GLYPHS)
def glyph_of(
    char: str, look_in: FontRole, role: FontRole, asian: bool | None, size: int, fonts: FontSet
) -> Glyph:
    """Find a character's glyph; ``asian`` None where the office's locale decides the script."""
    plain = _look(asian is not False, role)
    if char == "\t":
        return Glyph(plain, width=2.0 * size)
    if is_invisible(char):
        return Glyph(plain)
    latin, east = fonts.latin_for(role), fonts.primary(role)
    natural = None if asian is None else east if asian else latin
    if char == " " and natural is not None:
        # The office draws a blank in the font of the script before it.
        return Glyph(plain, natural.key, _width(natural, char, size))
    face = fonts.face_for(look_in, char)
    if face is None:
        return Glyph(plain, width=float(size), known=False)
    told = natural is not None and face.key == natural.key
    own = "" if told else face.key
    hinted = ord(char) < _ASCII_END or face.key != latin.key
    return Glyph(_look(plain.asian, role, own, hinted), face.key, _width(face, char, size))


@cache
def _look(asian: bool, role: FontRole, own: str = "", east: bool = True) -> Look:
    """Give the same object for the same look, so that looks are quickly compared."""
    return Look(asian, role, own, east)


def _width(face: Face, char: str, size: int) -> float:
    units = face.advance(char)
    if units is None:
        units = face.units_per_em
    return units * size / face.units_per_em
