"""A paragraph's text with everything its line breaks depend on: widths, portions, faces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xinxi_desktop.domain.flow import Piece, Span, Style
from xinxi_desktop.domain.fonts import SHARED_MARKS, Face, FontRole, FontSet
from xinxi_desktop.typesetting.scripts import asian_flags, is_invisible, is_letter, is_word


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

    @property
    def gap(self) -> int:
        """The gap between Asian and Latin text: 1/5 em (word-parity.md §1.3)."""
        return self.size // 5

    def gap_before(self, index: int) -> int:
        """The gap that stands before this character if both sides are on one line."""
        if self.asian[index] == self.asian[index - 1]:
            return 0
        both = is_word(self.text[index]) and is_word(self.text[index - 1])
        return self.gap if both else 0


def measure(text: str, style: Style, fonts: FontSet, spans: Sequence[Span] = ()) -> Measured:
    """Measure a paragraph's text in its style; ``spans`` override the style's role."""
    asian = asian_flags(text)
    roles = _roles(text, style.role, spans)
    chinese = any(asian)
    widths: list[float] = []
    faces: list[str] = []
    keys: list[tuple[FontRole, str, bool]] = []
    missing: dict[str, None] = {}
    looked_up: dict[tuple[str, FontRole, bool], tuple[str, float, str, bool]] = {}
    for index, char in enumerate(text):
        role = roles[index] if roles else style.role
        if char in SHARED_MARKS and _is_latin_mark(text, index, chinese):
            entry = _entry(char, FontRole.LATIN, role, asian[index], style.size, fonts)
        else:
            known = (char, role, asian[index])
            found = looked_up.get(known)
            if found is None:
                found = _entry(char, role, role, asian[index], style.size, fonts)
                looked_up[known] = found
            entry = found
        face, width, own_face, east = entry
        if face == _MISSING:
            missing[char] = None
        faces.append("" if face == _MISSING else face)
        widths.append(width)
        keys.append((role, own_face, east))
    return Measured(
        text, style.size, style.spacing, widths, faces, asian,
        _portions(asian, keys), _pieces(keys), tuple(missing),
    )  # fmt: skip


_MISSING = "?"


def _roles(text: str, role: FontRole, spans: Sequence[Span]) -> list[FontRole]:
    roles = [role] * len(text) if spans else []
    for span in spans:
        roles[span.start : span.end] = [span.role] * (span.end - span.start)
    return roles


def _is_latin_mark(text: str, index: int, chinese: bool) -> bool:
    """Tell whether a shared mark belongs to Latin text: no hanzi about, or an apostrophe."""
    if not chinese:
        return True
    if text[index] != "’" or not 0 < index < len(text) - 1:
        return False
    around = text[index - 1] + text[index + 1]
    return all(is_letter(char) and ord(char) < 0x250 for char in around)


def _entry(
    char: str, look_in: FontRole, role: FontRole, asian: bool, size: int, fonts: FontSet
) -> tuple[str, float, str, bool]:
    """Give face, width, the face Word must be told ("" for the style's own), and the hint."""
    if is_invisible(char) and char != "\t":
        return "", 0.0, "", True
    face = fonts.face_for(look_in, char)
    if face is None:
        return _MISSING, float(size), "", True
    latin, east = fonts.latin_for(role), fonts.primary(role)
    if char == "\t":
        return "", 2.0 * size, "", True
    natural = east if asian else latin
    own = face.key if face.key != natural.key and not char.isspace() else ""
    hinted = ord(char) < 0x80 or face.key != latin.key
    return face.key, _width(face, char, size), own, hinted


def _width(face: Face, char: str, size: int) -> float:
    units = face.advance(char)
    if units is None:
        units = face.units_per_em
    return units * size / face.units_per_em


def _portions(asian: list[bool], keys: list[tuple[FontRole, str, bool]]) -> list[int]:
    portions: list[int] = []
    number = 0
    last: tuple[bool, tuple[FontRole, str, bool]] | None = None
    for flag, key in zip(asian, keys, strict=True):
        here = (flag, key)
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
