"""Putting prepared paragraphs and tables on pages: a plain sum of heights (word-parity §1.8)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from xinxi_desktop.domain.flow import (
    FlowParagraph,
    Placed,
    PlacedParagraph,
    PlacedPicture,
    PlacedTable,
    Style,
)
from xinxi_desktop.typesetting.letter_head import body_start
from xinxi_desktop.typesetting.pictures import ReadyPicture, at_page_top
from xinxi_desktop.typesetting.prepare import (
    TABLE_RULE,
    ReadyCell,
    ReadyParagraph,
    ReadyTable,
)
from xinxi_desktop.typesetting.styles import Geometry

Ready = ReadyParagraph | ReadyTable | ReadyPicture

_TITLE_BELOW = 240
"""Least room (twips) under a title."""
_ABOVE = {"": 2, "column": 1, "masthead": 4}
"""Least room above a title in half lines, by what stands there (two lines under the rule)."""
_TABLE_ROOM = 140
"""Room above and below a table."""
_DOUBT = 60
"""An element that misses a page by less is told in Word to open the next one.

LibreOffice 7.4 opens a table without asking for the rule below its head or its first row, and
then loses the rows that follow.
"""
_LEAST_ROOM = 20
"""The lowest paragraph that can stand for room."""


class Slot(NamedTuple):
    """One line of a paragraph, or one row of a table, on a page at ``y`` twips."""

    page: int
    y: int
    source: int
    part: int
    repeated: bool = False


@dataclass(slots=True)
class Placement:
    """Where everything stands: ``slots`` refer to ``ready`` by position."""

    ready: list[Ready]
    slots: list[Slot] = field(default_factory=list)
    placed: list[Placed] = field(default_factory=list)
    page: int = 1
    y: int = 0
    for_space: bool = False
    """Word is told of the last turn: the next paragraph would nearly fit, or leads to a table."""
    table_page: int = 0
    """The page on which the last table ends."""


def place(ready: Sequence[Ready], page: Geometry) -> Placement:
    """Put everything in order on pages of the type area's height."""
    placement = Placement(list(ready))
    kept_until = _place_header(placement, page)
    for index, item in enumerate(ready):
        if index < len(placement.placed):
            continue
        if placement.y and _opens_page(item):
            _turn(placement)
        if index > kept_until and _keeps(item):
            kept_until = _keep_together(placement, index, page)
        if isinstance(item, ReadyTable):
            _place_table(placement, index, item, page)
        elif isinstance(item, ReadyPicture):
            _place_picture(placement, index, item, page)
        else:
            _place_paragraph(placement, index, item, page)
    return placement


def _place_header(placement: Placement, page: Geometry) -> int:
    """Put what stands in the first page's header there, begin the text below; the last of it."""
    last = -1
    for index, item in enumerate(placement.ready):
        if not (isinstance(item, ReadyParagraph) and item.paragraph.top):
            break
        y = item.paragraph.top - page.top
        for line in range(len(item.lines)):
            placement.slots.append(Slot(1, y + line * item.paragraph.style.line, index, line))
        placement.placed.append(PlacedParagraph(item.paragraph, item.pieces, item.lines, 1, 0))
        placement.y = body_start(y + item.height, page)
        last = index
    return last


def _keeps(item: Ready) -> bool:
    if isinstance(item, ReadyPicture):
        return item.picture.style.keep_next
    return isinstance(item, ReadyParagraph) and item.paragraph.style.keep_next


def _opens_page(item: Ready) -> bool:
    if not isinstance(item, ReadyParagraph):
        return False
    return item.paragraph.new_page or item.paragraph.style.new_page


def _keep_together(placement: Placement, index: int, page: Geometry) -> int:
    """Open a new page if headings and the line after them do not fit; give the chain's end."""
    height, last, second = 0, index, 0
    while last < len(placement.ready) and _keeps(placement.ready[last]):
        item = placement.ready[last]
        height += _space_before(placement, last, page) + _height(item)
        last += 1
    end = placement.ready[last] if last < len(placement.ready) else None
    if end is not None:
        height += _space_before(placement, last, page) + _first_line(end)
        second = _second_line(placement, end)
    before = _space_before(placement, index, page)
    if height - before <= page.grid_height:
        number = placement.page
        _turn_unless_fits(placement, height, before, page, second)
        # LibreOffice 7.4 would leave the headings with the table's head, and lose its rows.
        placement.for_space |= placement.page > number and isinstance(end, ReadyTable)
    return last - 1


def _turn_unless_fits(
    placement: Placement, height: int, before: int, page: Geometry, second: int = 0
) -> None:
    """Open a new page if ``height`` (``before`` in it) and a ``second`` line are more than is left."""
    if placement.y and placement.y + height + second > page.grid_height:
        placement.for_space = placement.y + height - before <= page.grid_height + _DOUBT
        placement.page += 1
        placement.y = 0


def _height(item: Ready) -> int:
    return sum(item.heights) if isinstance(item, ReadyTable) else item.height


def _first_line(item: Ready) -> int:
    if isinstance(item, ReadyTable):
        return sum(item.heights[: item.table.head + 1]) + TABLE_RULE
    if isinstance(item, ReadyPicture):
        return item.height
    whole = item.paragraph.style.keep_lines
    return item.height if whole else item.paragraph.style.line


def _second_line(placement: Placement, item: Ready) -> int:
    """Give the room of a second line, where the first must not stand alone: below a table.

    LibreOffice 7.4 guesses from the number of rows where pages end, and does not take a single
    line of several back to the page before.
    """
    if placement.table_page != placement.page or not isinstance(item, ReadyParagraph):
        return 0
    style = item.paragraph.style
    return style.line if len(item.lines) > 1 and not style.keep_lines else 0


def _turn(placement: Placement) -> None:
    placement.page += 1
    placement.y = 0


def _space_before(placement: Placement, index: int, page: Geometry) -> int:
    """Give the space above an element that does not stand at the top of a page."""
    item = placement.ready[index]
    below = _wanted_below(placement, index, page)
    if isinstance(item, ReadyTable):
        return max(below, _TABLE_ROOM)
    if isinstance(item, ReadyPicture):
        return item.before + below
    if item.paragraph.kind == "title":
        return _title_above(placement, index, item, page)
    return max(0, item.paragraph.style.before + below + item.paragraph.room * page.pitch)


def _wanted_below(placement: Placement, index: int, page: Geometry) -> int:
    """Give the space that the element above wants between itself and this one."""
    item = placement.ready[index]
    before = placement.ready[index - 1] if index else None
    if before is None or isinstance(before, ReadyTable):
        return 0 if before is None else _TABLE_ROOM
    if isinstance(before, ReadyPicture):
        return before.gap if before.picture.style.keep_next else before.after
    if before.paragraph.kind == "caption":
        above = placement.ready[index - 2] if index > 1 else None
        return above.after if isinstance(above, ReadyPicture) else 0
    if before.paragraph.kind == "title":
        return _below_title(placement, index, before, page)
    style = before.paragraph.style
    same = isinstance(item, ReadyParagraph) and item.paragraph.style.name == style.name
    return 0 if same else style.after


def _title_parts(item: ReadyParagraph, at_top: bool, after: str, pitch: int) -> tuple[int, int]:
    """Give the space above and below a title so that text after it is on the grid again."""
    above = 0 if at_top else _ABOVE[after] * pitch // 2
    above = max(0, above + item.paragraph.room * pitch * (not at_top))
    least = above + item.height + _TITLE_BELOW
    spare = -least % pitch
    if above == 0 and not at_top:
        # Its line was taken away: what is left of it is shared out.
        half = (_TITLE_BELOW + spare) // 2
        return half, _TITLE_BELOW + spare - half
    extra = 0 if at_top else spare * 3 // 5
    return above + extra, _TITLE_BELOW + spare - extra


def _title_above(placement: Placement, index: int, item: ReadyParagraph, page: Geometry) -> int:
    return _title_parts(item, False, _after(placement, index), page.pitch)[0]


def _after(placement: Placement, index: int) -> str:
    """Tell what stands above a title: its column, the head of the page, or text."""
    before = placement.ready[index - 1] if index else None
    kind = before.paragraph.kind if isinstance(before, ReadyParagraph) else ""
    return kind if kind in _ABOVE else ""


def _below_title(placement: Placement, index: int, title: ReadyParagraph, page: Geometry) -> int:
    at_top = False
    if len(placement.placed) >= index:
        placed = placement.placed[index - 1]
        at_top = isinstance(placed, PlacedParagraph) and placed.before == 0
    return _title_parts(title, at_top, _after(placement, index - 1), page.pitch)[1]


def _place_paragraph(
    placement: Placement, index: int, item: ReadyParagraph, page: Geometry
) -> None:
    style = item.paragraph.style
    before = _space_before(placement, index, page)
    second = _second_line(placement, item)
    _turn_unless_fits(placement, before + _first_block(item, page), before, page, second)
    if placement.y == 0:
        before = 0
    new_page = placement.for_space or item.paragraph.new_page
    placement.for_space = False
    placement.y += before
    before -= _leave_below(placement, index, before, page)
    first_page = placement.page
    for line in range(len(item.lines)):
        if placement.y + style.line > page.grid_height:
            _turn(placement)
        placement.slots.append(Slot(placement.page, placement.y, index, line))
        placement.y += style.line
    placement.y += item.edge
    placement.placed.append(
        PlacedParagraph(item.paragraph, item.pieces, item.lines, first_page, before, new_page)
    )


def _leave_below(placement: Placement, index: int, before: int, page: Geometry) -> int:
    """Let the element above keep its room itself, so that body text bears no room of its own.

    Gives how much of the room ``before`` went there.
    """
    item, below = placement.ready[index], _wanted_below(placement, index, page)
    # Of room below and room above the office takes the larger: a picture, which has room above
    # anyway, bears all of it.
    own = isinstance(item, ReadyTable | ReadyPicture) or (
        isinstance(item, ReadyParagraph)
        and (item.paragraph.kind == "title" or item.paragraph.style.before > 0)
    )
    if own or not placement.placed or not 0 < below <= before:
        return 0
    last = placement.placed[-1]
    if isinstance(last, PlacedParagraph | PlacedTable | PlacedPicture):
        placement.placed[-1] = replace(last, after=below)
    return below


def _place_picture(placement: Placement, index: int, item: ReadyPicture, page: Geometry) -> None:
    before = _space_before(placement, index, page)
    _turn_unless_fits(placement, before + item.height, before, page)
    if not placement.y:
        before = 0
        item = placement.ready[index] = at_page_top(item, page)
    placement.y += before
    before -= _leave_below(placement, index, before, page)
    placement.slots.append(Slot(placement.page, placement.y, index, 0))
    placement.y += item.height
    new_page, placement.for_space = placement.for_space, False
    placement.placed.append(
        PlacedPicture(
            item.picture, item.width, item.drawn, placement.page, before, new_page=new_page
        )
    )


def _first_block(item: ReadyParagraph, page: Geometry) -> int:
    whole = item.paragraph.style.keep_lines and item.height <= page.grid_height
    return item.height if whole else item.paragraph.style.line


def _place_table(placement: Placement, index: int, item: ReadyTable, page: Geometry) -> None:
    before = 0 if placement.y == 0 else _space_before(placement, index, page)
    left = page.grid_height - placement.y
    new_page = False
    if placement.y and before + _first_line(item) > left:
        new_page = _is_doubtful(placement, item, left - before)
        # The room above stays behind on the page it would have opened on.
        before = min(before, left - _LEAST_ROOM) if left >= 2 * _LEAST_ROOM else 0
        _turn(placement)
    else:
        placement.y += before
    first_page = placement.page
    for row, height in enumerate(item.heights):
        if placement.y and placement.y + height + TABLE_RULE > page.grid_height:
            _turn(placement)
            for repeated in range(item.table.head) if row >= item.table.head else ():
                placement.slots.append(Slot(placement.page, placement.y, index, repeated, True))
                placement.y += item.heights[repeated]
        placement.slots.append(Slot(placement.page, placement.y, index, row))
        placement.y += height
    placement.y += TABLE_RULE
    placement.table_page = placement.page
    placement.for_space = False
    placement.placed.append(
        PlacedTable(
            item.table, item.columns, item.heights, item.aligns, first_page,
            item.padding, before, _part_cells(item, first_page), new_page=new_page,
        )
    )  # fmt: skip


def _is_doubtful(placement: Placement, item: ReadyTable, left: int) -> bool:
    """Tell whether the office could begin a table on the page that has ``left`` too little for it.

    On a page with another table it guesses more rows than there are, and may leave a table cut
    in two where it would have fitted.
    """
    head = sum(item.heights[: item.table.head])
    close = _first_line(item) <= left + _DOUBT or abs(left - head) <= _DOUBT
    return close or placement.table_page == placement.page


def _part_cells(item: ReadyTable, page: int) -> tuple[tuple[PlacedParagraph, ...], ...]:
    """Give the cells of each row as set: a row too tall for a page is several, in Word too."""
    return tuple(
        tuple(
            _part_cell(
                cell, item.table.head_style if source < item.table.head else item.table.style, page
            )
            for cell in row
        )
        for source, row in zip(item.sources, item.cells, strict=True)
    )


def _part_cell(cell: ReadyCell, style: Style, page: int) -> PlacedParagraph:
    """Give the part of a cell that stands in one row as a paragraph of its own."""
    start = cell.lines[0].start if cell.lines else 0
    end = cell.lines[-1].end if cell.lines else 0
    text = cell.measured.text[start:end].removesuffix("\n")
    pieces = tuple(
        replace(piece, start=max(piece.start - start, 0), end=min(piece.end - start, len(text)))
        for piece in cell.measured.pieces
        if piece.start < start + len(text) and piece.end > start
    )
    lines = tuple(
        replace(line, start=line.start - start, end=min(line.end - start, len(text)))
        for line in cell.lines
    )
    return PlacedParagraph(FlowParagraph("cell", text, style), pieces, lines, page, 0)
