"""What was changed between two texts, told in a few lines: old words → new words."""

from __future__ import annotations

from collections.abc import Sequence

from xinxi_desktop.domain.document import Document
from xinxi_desktop.domain.spans import Kind, Piece
from xinxi_desktop.services.comparing import compare_revisions

_MOST_LINES, _MOST_CHARACTERS, _BEFORE = 6, 30, 8
_SAME = "文字和原来一样。"


def changed_words(old: tuple[str, Document], new: tuple[str, Document]) -> str:
    """Tell each change between two texts (title and body) in a line, the first ones in full."""
    lines = _lines(compare_revisions(old, new))
    if not lines:
        return _SAME
    rest = len(lines) - _MOST_LINES
    more = [f"另有 {rest} 处"] if rest > 0 else []
    return "\n".join([f"改动 {len(lines)} 处：", *lines[:_MOST_LINES], *more])


def _lines(pieces: Sequence[Piece]) -> list[str]:
    lines: list[str] = []
    gone = before = ""
    for piece, after in zip(pieces, [*pieces[1:], None], strict=True):
        if piece.kind is Kind.SAME:
            before = piece.text
        elif piece.kind is Kind.NEW:
            lines.append(_replaced(gone, piece.text) if gone else _added(before, piece.text))
            gone = ""
        elif after is not None and after.kind is Kind.NEW:
            gone = piece.text
        else:
            lines.append(f"删去“{_short(piece.text)}”")
    return lines


def _replaced(old: str, new: str) -> str:
    return f"“{_short(old)}” → “{_short(new)}”"


def _added(before: str, new: str) -> str:
    place = before.rpartition("\n")[2][-_BEFORE:]
    return f"“{place}”后加“{_short(new)}”" if place else f"加“{_short(new)}”"


def _short(text: str) -> str:
    """Keep a long stretch to its two ends; a paragraph's end is a word of its own."""
    plain = text.replace("\n", "（另起一段）").replace("\t", "　")
    half = _MOST_CHARACTERS // 2
    return plain if len(plain) <= _MOST_CHARACTERS else f"{plain[:half]}……{plain[-half:]}"
