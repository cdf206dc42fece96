"""Pieces of a Word story made into blocks; forms drawn as tables become text again."""

from __future__ import annotations

from collections.abc import Iterable

from xinxi_desktop.domain.document import (
    Block,
    Document,
    Heading,
    Note,
    Paragraph,
    Table,
    heading_level,
)
from xinxi_desktop.importers.docx_lines import Cell, Grid, Line, Piece, lines_of

_HEADING_MAX = 40
_FORM_CELL = 200
"""A cell with more text than this, in several paragraphs, holds the report itself."""
_LABEL_MAX = 10


def make_document(pieces: Iterable[Piece], notes: Iterable[str]) -> Document:
    """Make blocks with ids b1, b2 … from pieces in order; notes stand last."""
    blocks: list[Block] = []
    for piece in _flatten(pieces):
        block_id = f"b{len(blocks) + 1}"
        if isinstance(piece, Grid):
            blocks.append(Table(block_id, _rows(piece), piece.header_rows))
        else:
            blocks.append(_text_block(block_id, piece))
    for note in notes:
        blocks.append(Note(f"b{len(blocks) + 1}", note))
    return Document(tuple(blocks))


def _flatten(pieces: Iterable[Piece]) -> Iterable[Piece]:
    for piece in pieces:
        if isinstance(piece, Grid) and not any(lines_of([piece])):
            continue
        if isinstance(piece, Grid) and _is_form(piece):
            yield from _form_pieces(piece)
        else:
            yield piece


def _text_block(block_id: str, line: Line) -> Paragraph | Heading:
    level = heading_level(line.text)
    sentence = line.text.endswith(("。", ";", "；", ":", "：", "!", "！"))
    if not level and line.outline and len(line.text) <= _HEADING_MAX and not sentence:
        level = min(line.outline, 4)
    if level and not line.look.title_style:
        return Heading(block_id, line.text, level)
    return Paragraph(block_id, line.text)


def _rows(grid: Grid) -> tuple[tuple[str, ...], ...]:
    """Give cell texts; spanned columns stay empty so that columns keep their places."""
    rows = [[text for cell in row for text in _cell_columns(cell)] for row in grid.rows]
    width = max(len(row) for row in rows)
    return tuple(tuple(row + [""] * (width - len(row))) for row in rows)


def _cell_columns(cell: Cell) -> list[str]:
    return [_cell_text(cell), *[""] * (cell.span - 1)]


def _cell_text(cell: Cell) -> str:
    return " ".join(line.text for line in lines_of(cell.content))


def _is_form(grid: Grid) -> bool:
    """Tell a registration form whose one big cell holds the report from a table of data."""
    for row in grid.rows:
        for cell in row:
            lines = lines_of(cell.content)
            if len(lines) > 1 and sum(len(line.text) for line in lines) > _FORM_CELL:
                return True
    return False


def _form_pieces(grid: Grid) -> Iterable[Piece]:
    """Give a form row by row: “label:value” for short cells, the paragraphs of a long one."""
    for row in grid.rows:
        filled = [cell for cell in row if lines_of(cell.content)]
        label = ""
        for cell in filled:
            lines, text = lines_of(cell.content), _cell_text(cell)
            if label and len(lines) == 1:
                yield Line(f"{label}:{text}")
                label = ""
            elif len(lines) == 1 and len(text) <= _LABEL_MAX and cell is not filled[-1]:
                label = text.rstrip(":：").replace(" ", "")
            else:
                yield from _flatten(cell.content)
                label = ""
