"""From a spot on a laid-out page to the characters of an article, and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from xinxi_desktop.domain.flow import FlowParagraph, PlacedParagraph
from xinxi_desktop.domain.page import Layout, Page, Run, SetLine

_QUOTED = 12
_DESCENT = 0.35


@dataclass(frozen=True, slots=True)
class TextPlace:
    """A character of an article: ``first`` of ``block`` (``title`` for the title), and what follows.

    ``block`` is empty where only the article is known.
    """

    article: int
    block: str = ""
    first: int = 0
    quote: str = ""


def place_at(layout: Layout, page: int, x: float, y: float) -> TextPlace | None:
    """Give the character at a spot (pt) of a page (from 0); None where no article's text is."""
    runs = layout.pages[page].runs
    run = next((each for each in runs if each.item and _holds(each, x, y)), None)
    if run is None:
        return _picture_at(layout.pages[page], x, y)
    beside = _line_of(runs, run)
    before = sum(len(each.text) for each in beside[: beside.index(run)])
    return _named(layout, page, run.item, _joined(beside), before + _character(run, x))


def baseline(layout: Layout, line: SetLine) -> float:
    """Give the height of a line on its page, 0 where no run of it was drawn."""
    text = line.text.strip()
    runs = layout.pages[line.page - 1].runs
    found = [run for run in runs if run.text.strip() and run.text.strip() in text]
    return max(found, key=lambda run: len(run.text)).y if found else 0.0


def title_spot(layout: Layout, article: int) -> tuple[int, float] | None:
    """Give page (from 0) and height where an article begins; None if it isn't on the pages."""
    for line in layout.lines:
        paragraph = paragraph_of(layout, line)
        if paragraph and paragraph.article == article and paragraph.block == "title":
            runs = [
                run for run in layout.pages[line.page - 1].runs
                if run.item == article and run.text.strip() and run.text.strip() in line.text
            ]  # fmt: skip
            if runs:
                highest = max(runs, key=lambda run: run.size)
                return line.page - 1, highest.y - highest.size
    return None


def paragraph_of(layout: Layout, line: SetLine) -> FlowParagraph | None:
    """Give the paragraph that a line belongs to; None for a row of a table."""
    placed = layout.placed[line.paragraph - 1] if line.paragraph <= len(layout.placed) else None
    return placed.paragraph if isinstance(placed, PlacedParagraph) else None


def _holds(run: Run, x: float, y: float) -> bool:
    across = run.x <= x <= run.x + sum(run.advances)
    return across and run.y - run.size <= y <= run.y + run.size * _DESCENT


def _line_of(runs: Sequence[Run], run: Run) -> list[Run]:
    same = [each for each in runs if each.item == run.item and abs(each.y - run.y) < run.size / 2]
    return sorted(same, key=lambda each: each.x)


def _joined(runs: Sequence[Run]) -> str:
    return "".join(run.text for run in runs)


def _character(run: Run, x: float) -> int:
    ends = accumulate(run.advances)
    return next(
        (place for place, end in enumerate(ends) if run.x + end >= x), max(len(run.text) - 1, 0)
    )


def _picture_at(page: Page, x: float, y: float) -> TextPlace | None:
    for image in page.images:
        inside = image.x <= x <= image.x + image.width and image.y <= y <= image.y + image.height
        if image.item and inside:
            return TextPlace(image.item)
    return None


def _named(layout: Layout, page: int, article: int, shown: str, place: int) -> TextPlace:
    for line in layout.lines:
        paragraph = paragraph_of(layout, line)
        if line.page != page + 1 or paragraph is None or paragraph.article != article:
            continue
        at = line.text.find(shown.strip())
        if at >= 0:
            lead = len(shown) - len(shown.lstrip())
            first = line.start + at + max(place - lead, 0)
            quote = paragraph.text[first : min(first + _QUOTED, line.end)].split("\n")[0]
            return TextPlace(article, paragraph.block, first, quote)
    return TextPlace(article)
