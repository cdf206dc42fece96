"""A paragraph's text with everything its line breaks depend on: widths, portions, faces."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate, groupby

from xinxi_desktop.domain.flow import Piece, Span, Style
from xinxi_desktop.domain.fonts import FontSet
from xinxi_desktop.typesetting.bidi import is_right_to_left, joined, levels_of
from xinxi_desktop.typesetting.glyphs import Glyph, Look, glyph_of, glyphs_of
from xinxi_desktop.typesetting.scripts import is_invisible, is_word

_Stretch = tuple[Look, int]
"""A look and how many characters in a row have it."""


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


def measure(text: str, style: Style, fonts: FontSet, spans: Sequence[Span] = ()) -> Measured:
    """Measure a paragraph's text in its style; ``spans`` override the style's role."""
    if not text:
        return Measured("", style.size, style.spacing, [], [], [], [], ())
    glyphs, shown = glyphs_of(text, style.role, style.size, fonts, spans), ""
    if is_right_to_left(text):
        glyphs, shown = _joined_glyphs(text, glyphs, style.size, fonts)
    looks, faces, widths, known = zip(*glyphs, strict=True)
    stretches = [(look, len(list(group))) for look, group in groupby(looks)]
    return Measured(
        text,
        style.size,
        style.spacing,
        list(widths),
        list(faces),
        _asian(stretches),
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
    text: str, glyphs: list[Glyph], size: int, fonts: FontSet
) -> tuple[list[Glyph], str]:
    """Give Arabic letters joined, where the face that has the letter has the form too."""
    found, shown = list(glyphs), list(text)
    for index, char in enumerate(joined(text)):
        if char != text[index]:
            look = glyphs[index].look
            glyph = glyph_of(char, look.role, look.role, look.asian, size, fonts)
            if is_invisible(char) or glyph.face == glyphs[index].face:
                found[index], shown[index] = glyph, char
    return found, "".join(shown)


def _asian(stretches: Sequence[_Stretch]) -> list[bool]:
    asian: list[bool] = []
    for look, length in stretches:
        asian += [look.asian] * length
    return asian


def _portions(stretches: Sequence[_Stretch]) -> list[int]:
    """Number the stretches of one script and face; the hint alone makes none in the office."""
    portions: list[int] = []
    by_face = groupby(stretches, lambda stretch: stretch[0][:3])
    for number, (_, group) in enumerate(by_face):
        portions += [number] * sum(length for _, length in group)
    return portions


def _pieces(stretches: Sequence[_Stretch]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    start = 0
    for told, group in groupby(stretches, lambda stretch: stretch[0][1:]):
        end = start + sum(length for _, length in group)
        pieces.append(Piece(start, end, *told))
        start = end
    return tuple(pieces)
