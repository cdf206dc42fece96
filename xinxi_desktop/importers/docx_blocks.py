"""Pieces of a Word story made into blocks; forms drawn as tables become text again.

A picture takes the line beside it that names it (“图1 …”) as its caption, wherever it stands.
"""

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
from xinxi_desktop.domain.pictures import is_caption
from xinxi_desktop.importers.docx_lines import (
    Cell,
    Figure,
    Grid,
    Line,
    Piece,
    figures_of,
    lines_of,
)
from xinxi_desktop.importers.docx_pictures import PictureTaker

_HEADING_MAX = 40
_FORM_CELL = 200
"""A cell with more text than this, in several paragraphs, holds the report itself."""
_LABEL_MAX = 10


def make_document(pieces: Iterable[Piece], notes: Iterable[str], taker: PictureTaker) -> Document:
    """Make blocks with ids b1, b2 … from pieces in order; notes stand last."""
    blocks: list[Block] = []
    for piece, caption in _captioned(list(_flatten(pieces))):
        block_id = f"b{len(blocks) + 1}"
        if isinstance(piece, Figure):
            blocks.append(taker.take(piece, block_id, caption))
        elif isinstance(piece, Grid):
            blocks.append(Table(block_id, _rows(piece), piece.header_rows))
            for figure in figures_of([piece]):
                taker.counts["moved"] += 1
                blocks.append(taker.take(figure, f"b{len(blocks) + 1}", ""))
        else:
            blocks.append(_text_block(block_id, piece))
    for note in notes:
        blocks.append(Note(f"b{len(blocks) + 1}", note))
    return Document(tuple(blocks))


def _captioned(pieces: list[Piece]) -> Iterable[tuple[Piece, str]]:
    """Give each piece with its caption: the line below a picture, else the one above it."""
    used: set[int] = set()
    captions: dict[int, str] = {}
    for near in (1, -1):
        for place, piece in enumerate(pieces):
            beside = place + near
            if not isinstance(piece, Figure) or place in captions or beside in used:
                continue
            line = pieces[beside] if 0 <= beside < len(pieces) else None
            if isinstance(line, Line) and (line.look.caption_style or is_caption(line.text)):
                captions[place] = line.text
                used.add(beside)
    for place, piece in enumerate(pieces):
        if place not in used:
            yield piece, captions.get(place, "")


def _flatten(pieces: Iterable[Piece]) -> Iterable[Piece]:
    for piece in pieces:
        if isinstance(piece, Grid) and _only_pictures(piece):
            yield from _by_columns(piece)
            continue
        if isinstance(piece, Grid) and not any(lines_of([piece])):
            continue
        if isinstance(piece, Grid) and _is_form(piece):
            yield from _form_pieces(piece)
        else:
            yield piece


def _only_pictures(grid: Grid) -> bool:
    """Tell a table that only puts pictures and their captions side by side."""
    lines = lines_of([grid])
    return bool(figures_of([grid])) and all(
        line.look.caption_style or is_caption(line.text) for line in lines
    )


def _by_columns(grid: Grid) -> Iterable[Piece]:
    """Give the contents column by column: a caption stands below its picture."""
    for column in range(max(map(len, grid.rows))):
        for row in grid.rows:
            if column < len(row):
                yield from row[column].content


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
    text = " ".join(line.text for line in lines_of(cell.content))
    return text or ("〔图见表下〕" if figures_of(cell.content) else "")


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
