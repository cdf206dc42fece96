"""Finding what does not sit well on the pages: a pure look over a finished layout."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from xinxi_desktop.domain.advice import Advice, Trouble
from xinxi_desktop.domain.flow import FlowParagraph, PlacedImprint, PlacedParagraph
from xinxi_desktop.domain.page import Layout, SetLine
from xinxi_desktop.typesetting.scripts import is_word
from xinxi_desktop.typesetting.styles import Geometry

FEW_LINES = 4
"""A last page with no more lines than these is one that a little saving would spare."""
_MOST_NEEDED = 7
"""More lines than these are not to be saved by spacing."""
WHITE_LINES = 5
"""So many empty lines at a page's foot catch the eye."""
SHORT_WORDS = 2
"""A last line of no more characters than these, marks apart."""
_SHOWN = 10
_BODY = frozenset(("paragraph", "note"))


@dataclass(frozen=True, slots=True)
class TextPage:
    """The lines of text on one page; ``ends``: what follows opens a page by rule."""

    number: int
    lines: tuple[SetLine, ...]
    ends: bool


def find_troubles(layout: Layout, page: Geometry) -> list[Advice]:
    """Name everything that does not sit well, the gravest first, still without remedies."""
    pages = text_pages(layout)
    found = [
        *_overruns(layout, pages, page), *_imprint(layout, pages, page), *_widows(layout, pages),
        *_headings(layout, pages), *_whites(layout, pages, page), *_shorts(layout),
    ]  # fmt: skip
    return found


def text_pages(layout: Layout) -> list[TextPage]:
    """Give the pages that bear text, the imprint left out."""
    lines = [line for line in layout.lines if line.kind != "imprint"]
    pages = [(number, tuple(part)) for number, part in groupby(lines, lambda line: line.page)]
    opens = [_opens_page(layout, part[0]) for _, part in pages[1:]] + [True]
    return [TextPage(number, part, ends) for (number, part), ends in zip(pages, opens, strict=True)]


def paragraph_of(layout: Layout, line: SetLine) -> FlowParagraph | None:
    """Give the paragraph that a line belongs to; None for a row of a table."""
    placed = layout.placed[line.paragraph - 1] if line.paragraph <= len(layout.placed) else None
    return placed.paragraph if isinstance(placed, PlacedParagraph) else None


def named(paragraph: FlowParagraph) -> str:
    """Name a paragraph in a sentence by its first words."""
    text = paragraph.text.replace("\n", "")
    return f"“{text[:_SHOWN]}…”" if len(text) > _SHOWN + 2 else f"“{text}”"


def words_in(text: str) -> int:
    """Count characters, marks and blanks apart."""
    return sum(map(is_word, text))


def _opens_page(layout: Layout, line: SetLine) -> bool:
    paragraph = paragraph_of(layout, line)
    return paragraph is not None and (paragraph.new_page or paragraph.style.new_page)


def _overruns(layout: Layout, pages: Sequence[TextPage], page: Geometry) -> Iterator[Advice]:
    for number, each in enumerate(pages):
        first = number == 0 or pages[number - 1].ends
        if not each.ends or first or len(each.lines) > FEW_LINES:
            continue
        foot = _foot(layout) if each is pages[-1] else None
        rows = -(-foot.height // page.pitch) if foot else 0
        needed, count = len(each.lines) + rows, len(each.lines)
        words = f"第 {each.number} 页只有 {count} 行，差一点就能少用一页。"
        if foot:
            words = f"第 {each.number} 页只有 {count} 行，版记又另占一页；省出约 {needed} 行就能少用两页。"
        # On an even page the imprint keeps the page, whatever the text does.
        if needed <= _MOST_NEEDED and not (foot and foot.page == each.number):
            yield Advice(Trouble.OVERRUN, each.lines[-1].item, each.number, words, needed)


def _foot(layout: Layout) -> PlacedImprint | None:
    return next((part for part in layout.placed if isinstance(part, PlacedImprint)), None)


def _imprint(layout: Layout, pages: Sequence[TextPage], page: Geometry) -> Iterator[Advice]:
    foot = _foot(layout)
    if foot is None or not pages or not foot.own_page:
        return
    last = pages[-1]
    # After an odd page the imprint turns to the even one behind it anyway.
    pushed = foot.page - last.number
    if pushed > 1 or (pushed == 1 and last.number % 2 == 0):
        short = -(-foot.height // page.pitch) - empty_lines(layout, last.number, page)
        if 0 < short <= FEW_LINES + 1:
            words = f"版记在第 {last.number} 页差约 {short} 行放不下，挪到了第 {foot.page} 页。"
            yield Advice(Trouble.IMPRINT, last.lines[-1].item, last.number, words, short)


def _widows(layout: Layout, pages: Sequence[TextPage]) -> Iterator[Advice]:
    for page in pages[1:]:
        line = page.lines[0]
        paragraph = paragraph_of(layout, line)
        if paragraph is None or line.kind not in _BODY or line.start == 0:
            continue
        if line.end == len(paragraph.text) and len(page.lines) > FEW_LINES:
            words = f"第 {page.number} 页页首只有{named(paragraph)}一段的最后一行。"
            yield Advice(Trouble.WIDOW, line.item, page.number, words, 1, paragraph.block)


def _headings(layout: Layout, pages: Sequence[TextPage]) -> Iterator[Advice]:
    for page in pages[:-1]:
        if page.ends or len(page.lines) < 2:
            continue
        above, last = page.lines[-2:]
        paragraph, heading = paragraph_of(layout, last), paragraph_of(layout, above)
        if heading is None or paragraph is None or above.kind != "heading":
            continue
        if last.kind in _BODY and last.start == 0 and last.end < len(paragraph.text):
            words = f"小标题{named(heading)}在第 {page.number} 页页末，下面只有一行。"
            yield Advice(Trouble.HEADING, above.item, page.number, words, 1, heading.block)


def _whites(layout: Layout, pages: Sequence[TextPage], page: Geometry) -> Iterator[Advice]:
    for each in pages[:-1]:
        empty = 0 if each.ends else empty_lines(layout, each.number, page)
        if empty >= WHITE_LINES:
            words = f"第 {each.number} 页页末空着约 {empty} 行。"
            yield Advice(Trouble.WHITE, each.lines[-1].item, each.number, words, empty)


def empty_lines(layout: Layout, number: int, page: Geometry) -> int:
    """Count the empty lines at the foot of a page's type area."""
    foot = (page.top + page.grid_height) / 20
    sheet = layout.pages[number - 1]
    lowest = [run.y for run in sheet.runs if run.y <= foot]
    lowest += [rule.y2 for rule in sheet.rules if rule.y2 <= foot]
    lowest += [image.y + image.height for image in sheet.images]
    return int((foot - max(lowest, default=0.0)) // (page.pitch / 20))


def _shorts(layout: Layout) -> Iterator[Advice]:
    for line in layout.lines:
        paragraph = paragraph_of(layout, line) if line.kind in _BODY and line.start else None
        if paragraph is None or line.end < len(paragraph.text):
            continue
        if words_in(line.text) <= SHORT_WORDS:
            words = f"第 {line.page} 页{named(paragraph)}一段最后一行只有“{line.text}”。"
            yield Advice(Trouble.SHORT, line.item, line.page, words, 1, paragraph.block)
