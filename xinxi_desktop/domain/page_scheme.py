"""版式: the official page as data; those that come ready, finding one, and its limits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from xinxi_desktop.domain.vocabulary import BreakingMode
from xinxi_desktop.errors import UserError


@dataclass(frozen=True, slots=True)
class PageScheme:
    """The official page as data; lengths in mm and pt (page-model.md §1, word-parity.md §5)."""

    name: str = "标准22×28"
    width_mm: float = 210.0
    height_mm: float = 297.0
    top_mm: float = 37.0
    bottom_mm: float = 35.0
    inner_mm: float = 28.0
    outer_mm: float = 26.0
    body_pt: float = 16.0
    title_pt: float = 22.0
    pitch_twips: int = 579
    spacing_twips: int = -5
    indent_chars: int = 2
    page_number_pt: float = 14.0
    mode: BreakingMode = BreakingMode.OFFICE
    imprint_same_page: bool = False
    """版记可同页: the imprint may stand on any page that has room, even an odd one."""
    mark_mm: float = 35.0
    """From the top of the type area to the upper edge of the red name."""


STANDARD = PageScheme()

TIGHT = PageScheme("28磅行距", pitch_twips=560)
"""The widespread setting of offices: exact 28 pt, 22 lines on the same type area."""
GB33476 = PageScheme("GB/T 33476", top_mm=34.58, bottom_mm=32.58, pitch_twips=589)
"""The same page by the software margins of GB/T 33476.2—2016 with its pitch of 29.45 pt."""
LARGE_PRINT = PageScheme(
    "大字版（二号）", body_pt=22.0, title_pt=26.0, pitch_twips=796, spacing_twips=0,
    page_number_pt=18.0,
)  # fmt: skip
"""For readers with weak eyes: 16 lines of 20 characters, spaced as the standard page."""

SCHEMES = {scheme.name: scheme for scheme in (STANDARD, TIGHT, GB33476, LARGE_PRINT)}
"""The page schemes that come ready, by name."""


def find_scheme(word: str, schemes: Iterable[PageScheme] = SCHEMES.values()) -> PageScheme:
    """Find a scheme by its name, or by a part that only one name has; UserError lists them."""
    every = tuple(schemes)
    bare = _bare(word)
    exact = [scheme for scheme in every if _bare(scheme.name) == bare]
    found = exact or [scheme for scheme in every if len(bare) > 1 and bare in _bare(scheme.name)]
    if len(found) == 1:
        return found[0]
    names = "、".join(scheme.name for scheme in every)
    raise UserError("unknown_scheme", f"没有叫“{word}”的版式。没有排版。可用的有：{names}。")


def _bare(name: str) -> str:
    """Leave out what people write one way or another: blanks, ×, brackets' width."""
    return name.replace(" ", "").replace("(", "（").replace(")", "）").replace("x", "×").casefold()
