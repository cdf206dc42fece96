"""Which face draws which character, and how wide it is there.

Pure values: files are found and read in ``xinxi_desktop.fonts``. Widths are in font units
(``Face.units_per_em`` of them to one em). Order of faces: page-model.md §4.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from xinxi_desktop.domain.vocabulary import Vocabulary

SHARED_MARKS = frozenset("“”‘’—…·")
"""Marks that Latin and Chinese text share: here they are always full-width Chinese ones."""


class FontRole(Vocabulary):
    """What a face is for on the official page (GB/T 9704—2012)."""

    BODY = "body", "仿宋"
    KAI = "kai", "楷体"
    HEI = "hei", "黑体"
    TITLE = "title", "小标宋"
    SONG = "song", "宋体"
    LATIN = "latin", "西文"


class Advances:
    """Advance widths by code point, kept as runs of equal width."""

    __slots__ = ("_ends", "_seen", "_starts", "_widths")

    def __init__(self, runs: Sequence[int]) -> None:
        """Take flat triples: gap after the last run, length in code points, width."""
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._widths = list(runs[2::3])
        self._seen: dict[str, int | None] = {}
        position = 0
        for gap, length in zip(runs[0::3], runs[1::3], strict=True):
            self._starts.append(position + gap)
            position += gap + length
            self._ends.append(position)

    def __call__(self, char: str) -> int | None:
        """The width of one character, None if there is no glyph for it."""
        try:
            return self._seen[char]
        except KeyError:
            return self._seen.setdefault(char, self._look_up(ord(char)))

    def __len__(self) -> int:
        """How many characters have a glyph."""
        return sum(self._ends) - sum(self._starts)

    def _look_up(self, code: int) -> int | None:
        run = bisect_right(self._starts, code) - 1
        return self._widths[run] if run >= 0 and code < self._ends[run] else None


@dataclass(frozen=True, slots=True)
class Face:
    """One face in one file.

    ``family`` is the name Word should carry, with bold switched on if ``bold``. ``index`` is
    its place in a .ttc. ``ascent`` and ``descent`` (both positive) and ``line_gap`` are in
    font units and those that LibreOffice takes: hhea, or OS/2 where the face asks for it.
    """

    key: str
    family: str
    path: str
    index: int
    units_per_em: int
    ascent: int
    descent: int
    line_gap: int
    advances: Advances = field(repr=False, compare=False)
    bold: bool = False
    shipped: bool = True

    def advance(self, char: str) -> int | None:
        """The character's width in font units, None if the face has no glyph for it."""
        return self.advances(char)

    def has_glyph(self, char: str) -> bool:
        """Whether the face draws the character."""
        return self.advances(char) is not None

    def draws_full_width(self, char: str) -> bool:
        """Whether the glyph takes most of an em (Noto's — is 0.89, a half-width “ 0.35)."""
        width = self.advances(char)
        return width is not None and 4 * width >= 3 * self.units_per_em


@dataclass(frozen=True, slots=True, eq=False)
class FontSet:
    """Per role the faces in order; the first one that has a character draws it.

    A set is known by itself, not by its faces, so that what was measured with it can be kept.

    ``latin_for_title`` goes with a bold title face, so that its digits are bold too and Word
    needs one run for both.
    """

    chains: Mapping[FontRole, tuple[Face, ...]]
    latin_for_title: Face | None = None
    refused: Mapping[FontRole, tuple[str, str]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    """Official families that are installed but can't be used, with the reason in words."""
    _memo: dict[tuple[FontRole, str], Face | None] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def latin(self) -> Face:
        """The face of Latin letters, digits and ASCII signs."""
        return self.chains[FontRole.LATIN][0]

    def primary(self, role: FontRole) -> Face:
        """The face that the role is set in, before any fallback."""
        return self.chains[role][0]

    def latin_for(self, role: FontRole) -> Face:
        """The Latin face beside the role's primary face."""
        if role is FontRole.TITLE and self.latin_for_title and self.primary(role).bold:
            return self.latin_for_title
        return self.latin

    def face_for(self, role: FontRole, char: str) -> Face | None:
        """The face that draws ``char`` in ``role``, None if no face has it.

        A character without ink (a blank, a control sign) belongs to the primary face.
        """
        key = (role, char)
        try:
            return self._memo[key]
        except KeyError:
            return self._memo.setdefault(key, self._choose(role, char))

    def face(self, key: str) -> Face:
        """The face with this key (``Run.face``); KeyError if the set has none."""
        for face in self.faces():
            if face.key == key:
                return face
        raise KeyError(key)

    def faces(self) -> Iterator[Face]:
        """Every face of the set once, in the order of the roles."""
        seen: set[str] = set()
        extra = (self.latin_for_title,) if self.latin_for_title else ()
        for chain in (*self.chains.values(), extra):
            for face in chain:
                if face.key not in seen:
                    seen.add(face.key)
                    yield face

    def missing(self, text: str, role: FontRole) -> list[str]:
        """The characters of ``text`` that no face has, each once, in order."""
        return [char for char in dict.fromkeys(text) if self.face_for(role, char) is None]

    def _choose(self, role: FontRole, char: str) -> Face | None:
        chain = self.chains[role]
        if role is not FontRole.LATIN:
            if char in SHARED_MARKS:
                chain = (*(face for face in chain if face.draws_full_width(char)), *chain)
            elif is_latin(char):
                chain = (self.latin_for(role), *chain)
            # What no Chinese face has (Arabic, Hebrew), Times New Roman may have.
            chain = (*chain, self.latin_for(role))
        for face in chain:
            if face.has_glyph(char):
                return face
        return None if has_ink(char) else chain[0]


def is_latin(char: str) -> bool:
    """Whether an office counts the character as Latin text (word-parity.md §1, rule 1)."""
    code = ord(char)
    return (code < 0x590 or 0x1E00 <= code < 0x1F00) and char not in SHARED_MARKS


def has_ink(char: str) -> bool:
    """Whether a reader would miss the character: not a blank, control or variation sign."""
    if 0xFE00 <= ord(char) <= 0xFE0F or 0xE0100 <= ord(char) <= 0xE01EF:
        return False
    return unicodedata.category(char) not in {"Cc", "Cf", "Zs", "Zl", "Zp"}
