"""Reading an office's old ledger: .xlsx and .xls, the heading rows found by themselves."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from xinxi_desktop.domain.ledger import LedgerSheet, cell_text, guess_columns, guess_field, read_day
from xinxi_desktop.errors import UserError
from xinxi_desktop.importers.files import read_bytes

_HEADING_ROWS = 20
_FEWEST = 2
_YEAR = re.compile(r"(20\d\d)\s*年?")
Grid = list[list[str]]


def read_ledger(path: Path) -> tuple[LedgerSheet, ...]:
    """Read every sheet that has a heading; UserError if none has or the file is no workbook."""
    import python_calamine

    from xinxi_desktop.importers.package import refuse_bomb

    data = read_bytes(path, path.name)
    try:
        if data.startswith(b"PK"):
            refuse_bomb(data, path.name)
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        grids = [(name, _grid(book.get_sheet_by_name(name))) for name in book.sheet_names]
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise UserError(
            "ledger_unreadable",
            f"“{path.name}”不是能读的 Excel 文件。没有导入，工作文件没有改动。"
            "请用 Excel 或 WPS 另存为 .xlsx 后再导入。",
        ) from error
    sheets = tuple(filter(None, (_sheet(name, grid, path.stem) for name, grid in grids)))
    if not sheets:
        raise UserError(
            "ledger_no_heading",
            f"“{path.name}”的前 {_HEADING_ROWS} 行里找不到标题行（单位、标题、日期）。没有导入，工作文件没有改动。"
            "请加上标题行后再导入。",
        )
    return sheets


def _grid(sheet: Any) -> Grid:
    grid = [[cell_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        # A cell merged over several rows holds for each of them; over columns it stays a title.
        for row in range(top, min(bottom + 1, len(grid))):
            for column in range(left, min(right + 1, len(grid[row]))):
                grid[row][column] = grid[top][left]
    return grid


def _sheet(name: str, grid: Grid, stem: str) -> LedgerSheet | None:
    found = _heading(grid)
    if found is None:
        return None
    start, end = found
    headings = _joined(grid[start:end])
    rows = tuple(
        (number, tuple(cells)) for number, cells in enumerate(grid[end:], end + 1) if any(cells)
    )
    above = [*(cell for row in grid[:start] for cell in row), name, stem]
    years = [int(hit[1]) for cell in above if (hit := _YEAR.search(cell))]
    return LedgerSheet(name, headings, rows, years[0] if years else 0)


def _heading(grid: Grid) -> tuple[int, int] | None:
    """Give the first row of the heading and the first row after it."""
    scores = [len(guess_columns(_one_each(row))) for row in grid[:_HEADING_ROWS]]
    if not scores or max(scores) < _FEWEST:
        return None
    best = scores.index(max(scores))
    if best and scores[best - 1] >= _FEWEST:
        best -= 1
    below = grid[best + 1] if best + 1 < len(grid) else []
    second = any(
        guess_field(cell) and len(cell) < 12 and not read_day(cell, 2000)
        for cell in _fresh(grid[best], below)
    )
    return best, best + (2 if second else 1)


def _one_each(row: Sequence[str]) -> list[str]:
    """A title merged over the whole width is one cell, not a heading of each column."""
    return ["" if place and cell == row[place - 1] else cell for place, cell in enumerate(row)]


def _fresh(above: Sequence[str], below: Sequence[str]) -> list[str]:
    """Give the cells under a heading that spans columns, or under none: a second heading row."""
    spans = [
        not cell
        or (place > 0 and above[place - 1] == cell)
        or (place + 1 < len(above) and above[place + 1] == cell)
        for place, cell in enumerate(above)
    ]
    return [
        cell
        for up, cell, open_ in zip(above, below, spans, strict=False)
        if open_ and cell and cell != up
    ]


def _joined(rows: Grid) -> tuple[str, ...]:
    width = max(len(row) for row in rows)
    heads = []
    for place in range(width):
        parts = [row[place] for row in rows if place < len(row) and row[place]]
        heads.append("·".join(dict.fromkeys(part.replace("\n", "") for part in parts)))
    return tuple(heads)
