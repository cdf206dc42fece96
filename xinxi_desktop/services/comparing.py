"""What an article took over from its submissions, and what changed between two texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from xinxi_desktop.domain.document import Document
from xinxi_desktop.domain.spans import Piece, Span
from xinxi_desktop.words import comparing

_BETWEEN = "\n"
_KEPT = 16


@dataclass(frozen=True, slots=True)
class Taken:
    """What each source lost on its way into an article, and what the article brought."""

    gone: tuple[tuple[Span, ...], ...]
    new: tuple[Span, ...]


@lru_cache(maxsize=_KEPT)
def compare_sources(sources: tuple[str, ...], text: str) -> Taken:
    """Compare an article's text with those of its sources, taken together."""
    whole = _BETWEEN.join(sources)
    sides = comparing.compare_sides(whole, text)
    gone: list[tuple[Span, ...]] = []
    start = 0
    for source in sources:
        end = start + len(source)
        gone.append(tuple(_inside(sides.gone, start, end)))
        start = end + len(_BETWEEN)
    return Taken(tuple(gone), sides.new)


@lru_cache(maxsize=_KEPT)
def compare_revisions(old: tuple[str, Document], new: tuple[str, Document]) -> tuple[Piece, ...]:
    """Give what two revisions (title and body) have in common and what not, in order."""
    return comparing.compare(_whole(*old), _whole(*new))


def _whole(title: str, body: Document) -> str:
    return f"{title}\n{body.plain_text()}"


def _inside(spans: Sequence[Span], start: int, end: int) -> list[Span]:
    cut = (Span(max(each.start, start) - start, min(each.end, end) - start) for each in spans)
    return [each for each in cut if each.start < each.end]
