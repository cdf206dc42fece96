"""Cures of the fit-to-page advice, and title breaks by hand: what belongs to an item of an issue.

Both are kept as JSON in ``issue_item``, covered by the issue's signature (architecture.md 9),
and hold only for the text that they were chosen for: once it is changed, they rest.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from xinxi_desktop.domain.document import canonical, sha256
from xinxi_desktop.errors import UserError

TITLE, CREDIT = "title", "credit"
"""The places of an item that are no block of its text."""
USUAL = -5
"""The spacing of body text in the standard scheme, twips."""
SPACING_MIN, SPACING_MAX = -16, 20
"""Limits of a paragraph's own spacing (twips): the typographers' 推入 and as much outwards.

They hold for the usual spacing of -5 and move with a scheme's own; single mended lines may go to -17 and 60 (word-parity.md §5.3).
"""
MOST_LINES = 1
"""So many lines of room may be added or taken away above a paragraph."""
_MARK = 12


@dataclass(frozen=True, slots=True)
class Cure:
    """One paragraph set otherwise: own ``spacing`` (twips after each character), lines above.

    ``block`` is the id of a block of the item's text, or ``title`` or ``credit``. ``mark`` is a
    check code of the paragraph's text, ``usual`` the spacing of the scheme it was found in.
    """

    block: str
    mark: str
    spacing: int | None = None
    lines: int = 0
    usual: int = USUAL

    @property
    def words(self) -> str:
        """Say what is done, without the place."""
        if self.spacing is not None:
            points = f"{abs(self.spacing - self.usual) / 20:g}"
            return f"字距每字{'收紧' if self.spacing < self.usual else '放宽'} {points} 磅"
        return "上方少空一行" if self.lines < 0 else "上方多空一行"


Cures = tuple[Cure, ...]


def text_mark(text: str) -> str:
    """Give the check code of a paragraph's text."""
    return sha256(text)[:_MARK]


def check_cure(cure: Cure) -> None:
    """Refuse a cure outside the limits."""
    spacing = USUAL if cure.spacing is None else cure.spacing - cure.usual + USUAL
    inside = SPACING_MIN <= spacing <= SPACING_MAX
    if not inside or abs(cure.lines) > MOST_LINES:
        raise UserError(
            "cure_too_strong",
            "字距和空行的调整超出了限度，看得出来。没有改动。请改用别的办法，或在“编辑”里删几个字。",
        )


def merged(cures: Iterable[Cure], added: Iterable[Cure]) -> Cures:
    """Put cures together; of several for one block the last stands."""
    return tuple({cure.block: cure for cure in (*cures, *added)}.values())


def cures_to_json(cures: Sequence[Cure]) -> str:
    """Write cures by block; empty for none."""
    rows = {
        cure.block: {"mark": cure.mark}
        | ({} if cure.spacing is None else {"spacing": cure.spacing})
        | ({"lines": cure.lines} if cure.lines else {})
        | ({} if cure.usual == USUAL else {"usual": cure.usual})
        for cure in cures
    }
    return canonical(rows) if rows else ""


def cures_from_json(text: str) -> Cures:
    """Read what ``cures_to_json`` wrote."""
    rows = json.loads(text) if text else {}
    return tuple(Cure(block, **fields) for block, fields in rows.items())


def breaks_to_json(title: str, breaks: Sequence[int]) -> str:
    """Write where the lines of a title begin (characters), for this title; empty for none."""
    return canonical({"mark": text_mark(title), "breaks": list(breaks)}) if breaks else ""


def breaks_from_json(text: str, title: str) -> tuple[int, ...]:
    """Read them back; none if the title is another one now."""
    kept = json.loads(text) if text else {}
    if kept.get("mark") != text_mark(title):
        return ()
    return tuple(kept["breaks"])
