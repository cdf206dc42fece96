"""How readers find their way in a PDF: a bookmark for each item, page labels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xinxi_desktop.domain.flow import PlacedParagraph
from xinxi_desktop.domain.page import Layout, Page
from xinxi_desktop.exporters.wordml import printable

_ABOVE_TITLE = 8.0
"""Points of air that a reader sees above a title after a jump to it."""
_UNNUMBERED = "无页码"


def mark_titles(canvas: Any, layout: Layout, number: int) -> None:
    """Bookmark the titles that stand on page ``number`` (from 1), in order."""
    page = layout.pages[number - 1]
    for placed in layout.placed:
        if not isinstance(placed, PlacedParagraph) or placed.page != number:
            continue
        paragraph = placed.paragraph
        if paragraph.kind != "title":
            continue
        key = f"item{paragraph.item}"
        canvas.bookmarkHorizontalAbsolute(key, page.height - _top(page, paragraph.article))
        title = "".join(printable(paragraph.text).split("\n"))
        canvas.addOutlineEntry(title, key, level=0)


def _top(page: Page, article: int) -> float:
    """Give where an article's text begins on a page, in points from the top."""
    tops = [run.y - run.size for run in page.runs if run.item == article]
    return max(0.0, min(tops, default=0.0) - _ABOVE_TITLE)


def label_pages(canvas: Any, pages: Sequence[Page]) -> None:
    """Call each page by its printed number, one without a number 无页码."""
    for index, page in enumerate(pages):
        if page.label:
            canvas.addPageLabel(index, style="ARABIC", start=int(page.label))
        else:
            canvas.addPageLabel(index, prefix=_UNNUMBERED)
