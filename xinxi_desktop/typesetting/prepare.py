"""Paragraphs and tables measured and broken into lines, before they get a place."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache

from xinxi_desktop.domain.flow import FlowParagraph, FlowTable, LineEnd, Piece, Style
from xinxi_desktop.domain.fonts import FontSet
from xinxi_desktop.domain.page import Run
from xinxi_desktop.domain.vocabulary import BreakingMode
from xinxi_desktop.typesetting.breaker import line_width
from xinxi_desktop.typesetting.cured import chosen_lines
from xinxi_desktop.typesetting.faults import break_lines, lines_before_number
from xinxi_desktop.typesetting.fine import fine_lines, on_grid
from xinxi_desktop.typesetting.measure import Measured, measure
from xinxi_desktop.typesetting.styles import contents_room
from xinxi_desktop.typesetting.titles import balanced_lines

_KEPT_TABLES = 32
_KEPT = 1024
"""Paragraphs kept as prepared: after a keystroke only one of some 300 is measured anew."""


@dataclass(frozen=True, slots=True)
class ReadyParagraph:
    """A paragraph with its measured text, lines and tail; ``width`` is the type area's.

    ``drawn`` keeps the runs of its lines by line, left edge and top, with where they end.
    """

    paragraph: FlowParagraph
    measured: Measured
    lines: tuple[LineEnd, ...]
    tail: Measured | None
    width: int
    drawn: dict[tuple[int, float, float], tuple[tuple[Run, ...], float]] = field(
        default_factory=dict, compare=False, repr=False
    )

    @property
    def height(self) -> int:
        """Height of all lines, of rule and frame, without the space before."""
        return self.paragraph.style.line * len(self.lines) + self.edge

    @property
    def edge(self) -> int:
        """Height of rule and frame."""
        return sum(self.paragraph.rule) + 2 * TABLE_RULE * self.paragraph.frame

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The runs of the text."""
        return self.measured.pieces


@lru_cache(maxsize=_KEPT)
def prepare_paragraph(
    paragraph: FlowParagraph, width: int, fonts: FontSet, mode: BreakingMode = BreakingMode.OFFICE
) -> ReadyParagraph:
    """Measure and break a paragraph for a type area ``width`` twips wide."""
    style = paragraph.style
    measured = measure(paragraph.text, style, fonts, paragraph.spans)
    tail = _tail(paragraph, fonts)
    room = width - style.left - style.right - _tail_room(paragraph, tail)
    if style.align == "center":
        lines = chosen_lines(measured, paragraph.breaks, room) or balanced_lines(measured, room)
    elif style.align == "justify" and mode is BreakingMode.FINE:
        measured = on_grid(measured, width)
        lines = fine_lines(measured, room, room - style.first)
    elif paragraph.target:
        lines = lines_before_number(measured, room, contents_room(style.size))
    else:
        lines = break_lines(measured, room, room - style.first)
    return ReadyParagraph(paragraph, measured, tuple(lines) or (LineEnd(0, 0),), tail, width)


def _tail(paragraph: FlowParagraph, fonts: FontSet) -> Measured | None:
    if not paragraph.tail:
        return None
    return measure(paragraph.tail, paragraph.style, fonts, paragraph.tail_spans)


def _tail_room(paragraph: FlowParagraph, tail: Measured | None) -> int:
    if tail is None or paragraph.target:
        return 0
    return round(line_width(tail, 0, len(tail.text))) + paragraph.style.size // 2


@dataclass(frozen=True, slots=True)
class ReadyCell:
    """A table cell's text with its lines."""

    measured: Measured
    lines: tuple[LineEnd, ...]


@dataclass(frozen=True, slots=True)
class ReadyTable:
    """A table with column widths, cells and row heights in twips.

    A row too tall for a page is set as several; ``sources`` tells each row's place in the
    table.
    """

    table: FlowTable
    columns: tuple[int, ...]
    aligns: tuple[str, ...]
    cells: tuple[tuple[ReadyCell, ...], ...]
    heights: tuple[int, ...]
    sources: tuple[int, ...]
    padding: tuple[int, int]


_PADDING = (100, 60)
_CELL_SPARE = 8
"""What a column is wider than its longest cell, since the office rounds widths."""
TABLE_RULE = 10
"""Thickness of a table's rules; each row has room for one."""


def cell_room(size: int) -> int:
    """Give what a column of one character more than its text needs beside it."""
    return 2 * _PADDING[0] + _CELL_SPARE + size // 4


@lru_cache(maxsize=_KEPT_TABLES)
def prepare_table(table: FlowTable, width: int, height: int, fonts: FontSet) -> ReadyTable:
    """Give the columns widths after their contents, then break every cell.

    ``width`` and ``height`` are the type area's, in twips. A head that would take more than a
    third of every page is a row like any other.
    """
    ready = _ready_table(table, width, height, fonts)
    head = sum(
        row for row, source in zip(ready.heights, ready.sources, strict=True) if source < table.head
    )
    if head * 3 > height:
        return _ready_table(replace(table, head=0), width, height, fonts)
    return ready


def _ready_table(table: FlowTable, width: int, height: int, fonts: FontSet) -> ReadyTable:
    count = max(map(len, table.rows))
    measured = [
        [
            measure(row[column] if column < len(row) else "", _cell_style(table, index), fonts)
            for column in range(count)
        ]
        for index, row in enumerate(table.rows)
    ]
    columns = _columns(measured, width, table.style.size)
    whole = [_broken_row(row, columns) for row in measured]
    most = max(1, height // table.style.line * 3 // 4)
    rows = [(i, part) for i, row in enumerate(whole) for part in _parts(row, most)]
    heights = tuple(
        max(len(cell.lines) for cell in row) * table.style.line + 2 * _PADDING[1] + TABLE_RULE
        for _, row in rows
    )
    cells = tuple(row for _, row in rows)
    sources = tuple(source for source, _ in rows)
    aligns = _aligns(whole, table.head)
    return ReadyTable(table, columns, aligns, cells, heights, sources, _PADDING)


def _broken_row(row: list[Measured], columns: tuple[int, ...]) -> tuple[ReadyCell, ...]:
    rooms = [column - 2 * _PADDING[0] for column in columns]
    return tuple(
        ReadyCell(cell, tuple(break_lines(cell, room, room)) or (LineEnd(0, 0),))
        for cell, room in zip(row, rooms, strict=True)
    )


def _parts(row: tuple[ReadyCell, ...], most: int) -> list[tuple[ReadyCell, ...]]:
    """Cut a row into rows of at most ``most`` lines."""
    tallest = max(len(cell.lines) for cell in row)
    return [
        tuple(ReadyCell(cell.measured, cell.lines[start : start + most]) for cell in row)
        for start in range(0, tallest, most)
    ]


def _cell_style(table: FlowTable, row: int) -> Style:
    return table.head_style if row < table.head else table.style


def _columns(measured: list[list[Measured]], width: int, size: int) -> tuple[int, ...]:
    """Share the width by the longest cell of each column; short columns are not squeezed."""
    count = len(measured[0])
    extra = 2 * _PADDING[0] + _CELL_SPARE
    needs = [
        extra + max(size, *(line_width(row[column], 0, len(row[column].text)) for row in measured))
        for column in range(count)
    ]
    fair = _fair_share(needs, width)
    kept = [min(need, fair) for need in needs]
    spare = (width - sum(kept)) / count
    shares = [int(need + spare) for need in kept]
    shares[-1] += width - sum(shares)
    return tuple(shares)


def _fair_share(needs: list[float], width: int) -> float:
    """Give the width at which columns must stop growing for all to fit."""
    left, count = float(width), len(needs)
    for need in sorted(needs):
        if need * count > left:
            return left / count
        left -= need
        count -= 1
    return float(width)


def _aligns(cells: list[tuple[ReadyCell, ...]], head: int) -> tuple[str, ...]:
    """Centre the columns whose cells are single lines, set the others from the left."""
    body = cells[head:] or cells
    return tuple(
        "center" if all(len(row[column].lines) == 1 for row in body) else "left"
        for column in range(len(cells[0]))
    )
