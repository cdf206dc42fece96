"""What is wrong on the pages of an issue, line by line, to be marked in their margin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xinxi_desktop.domain.advice import Advice
from xinxi_desktop.domain.flow import PlacedParagraph
from xinxi_desktop.domain.page import Layout, SetLine
from xinxi_desktop.domain.page_places import baseline, paragraph_of
from xinxi_desktop.services.bulletins import Printed

_FAULT = "断行不合规矩"


@dataclass(frozen=True, slots=True)
class MarginMark:
    """One thing to look at: page (from 0), height (pt), a few words, a sentence."""

    page: int
    y: float
    words: str
    sentence: str


def margin_marks(printed: Printed, advice: Sequence[Advice]) -> tuple[MarginMark, ...]:
    """Give the marks for advice and for lines that had to break badly, from the top."""
    marks = [_advised(printed.layout, each) for each in advice]
    marks += _bad_breaks(printed.layout)
    return tuple(sorted(marks, key=lambda mark: (mark.page, mark.y)))


def _advised(layout: Layout, each: Advice) -> MarginMark:
    lines = [line for line in layout.lines if line.page == each.page]
    own = [line for line in lines if each.block and _is_in(layout, line, each)]
    chosen = (own or lines)[-1:]
    height = baseline(layout, chosen[0]) if chosen else 0.0
    return MarginMark(each.page - 1, height, each.trouble.label, each.words)


def _is_in(layout: Layout, line: SetLine, each: Advice) -> bool:
    paragraph = paragraph_of(layout, line)
    return paragraph is not None and (line.item, paragraph.block) == (each.item, each.block)


def _bad_breaks(layout: Layout) -> Iterator[MarginMark]:
    from xinxi_desktop.typesetting.faults import is_fault

    for line in layout.lines:
        placed = layout.placed[line.paragraph - 1] if line.paragraph <= len(layout.placed) else None
        if not isinstance(placed, PlacedParagraph) or line.kind != "paragraph":
            continue
        text = placed.paragraph.text
        if is_fault(text, line.start, line.end, len(text)):
            words = f"“{line.text.strip()[-4:]}”之后断行不合规矩，请在“编辑”里增删一两个字。"
            yield MarginMark(line.page - 1, baseline(layout, line), _FAULT, words)
