"""The lines of a layout as text and as rows, for checking and for other programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from xinxi_desktop.domain.flow import PlacedImprint
from xinxi_desktop.domain.page import Layout, SetLine
from xinxi_desktop.typesetting.pictures import ReadyPicture
from xinxi_desktop.typesetting.place import Placement
from xinxi_desktop.typesetting.prepare import ReadyParagraph, ReadyTable

_BODY_KINDS = frozenset(("paragraph", "heading"))


def set_lines(placement: Placement) -> Iterator[SetLine]:
    """Give every set line of the flow: paragraphs and tables are numbered from 1."""
    on_page: Counter[int] = Counter()
    for slot in placement.slots:
        item = placement.ready[slot.source]
        if isinstance(item, ReadyPicture):
            continue
        on_page[slot.page] += 1
        if slot.repeated or _continues_row(item, slot.part):
            continue
        text, kind, start, end, position = _line_of(item, slot.part)
        yield SetLine(
            slot.page, on_page[slot.page], slot.source + 1, kind, start, end, text, position
        )


def _continues_row(item: ReadyParagraph | ReadyTable, part: int) -> bool:
    """Tell whether a row of a table only goes on with the one above."""
    if not isinstance(item, ReadyTable) or part == 0:
        return False
    return item.sources[part] == item.sources[part - 1]


def _line_of(item: ReadyParagraph | ReadyTable, part: int) -> tuple[str, str, int, int, int]:
    if isinstance(item, ReadyTable):
        text = "\t".join(item.table.rows[item.sources[part]])
        return text, "table", 0, len(text), item.table.item
    line, paragraph = item.lines[part], item.paragraph
    text = paragraph.text[line.start : line.end]
    return text, paragraph.kind, line.start, line.end, paragraph.item


def imprint_lines(foot: PlacedImprint, before: Sequence[SetLine]) -> Iterator[SetLine]:
    """Give the lines of the imprint, numbered on after the lines that stand above it."""
    number = max((line.line for line in before if line.page == foot.page), default=0)
    paragraph = max((line.paragraph for line in before), default=0)
    for group in foot.groups:
        for placed in group:
            paragraph += 1
            for line in placed.lines:
                number += 1
                text = placed.paragraph.text[line.start : line.end]
                yield SetLine(foot.page, number, paragraph, "imprint", line.start, line.end, text)


def lines_text(layout: Layout) -> str:
    """Give body paragraphs and headings exactly as set, one line each.

    Source characters only, no indent, a form feed before the first line of each later page:
    joining a paragraph's lines gives the paragraph back.
    """
    pages: list[list[str]] = [[] for _ in layout.pages]
    for line in layout.lines:
        if line.kind in _BODY_KINDS:
            pages[line.page - 1].append(line.text.replace("\n", "") + "\n")
    return "\f".join("".join(page) for page in pages)


def line_rows(layout: Layout) -> Iterator[dict[str, int | str]]:
    """Give one row a line: page, line, paragraph, kind, start, end, text."""
    for line in layout.lines:
        yield {
            "page": line.page,
            "line": line.line,
            "paragraph": line.paragraph,
            "kind": line.kind,
            "start": line.start,
            "end": line.end,
            "text": line.text,
        }
