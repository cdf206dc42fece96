"""Reading the office's own table of units: .xlsx and .xls, or .csv, columns by heading.

Columns: 单位 (required), 简称 (several by 、), 类别, 建制顺序, 报送频次, 电话; any other column
is named and ignored. The heading row may stand below a title row.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from xinxi_desktop.domain.vocabulary import Frequency
from xinxi_desktop.errors import UserError
from xinxi_desktop.importers.cleaning import clean
from xinxi_desktop.importers.files import read_bytes
from xinxi_desktop.importers.refusals import table_refusal
from xinxi_desktop.importers.sniff import OLE_HEAD, ZIP_HEAD
from xinxi_desktop.importers.txt import decode

_HEADINGS = {
    "name": ("单位", "单位名称", "单位全称", "报送单位", "名称"),
    "aliases": ("简称", "单位简称", "别名"),
    "class_": ("类别", "单位类别", "分类", "单位性质", "性质", "单位类型"),
    "order": ("建制顺序", "排序", "顺序"),
    "frequency": ("报送频次", "频次"),
    "phone": ("电话", "联系电话", "办公电话"),
}
_FIELD_OF = {heading: field for field, headings in _HEADINGS.items() for heading in headings}
_HEADING_ROWS = 20
_FREQUENCIES = {
    Frequency.DAILY: ("日", "每日", "日报", "天", "daily"),
    Frequency.WEEKLY: ("周", "每周", "周报", "weekly"),
    Frequency.MONTHLY: ("月", "每月", "月报", "monthly"),
}


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One unit; ``order`` 0 and ``frequency`` None where the table says nothing."""

    name: str
    aliases: tuple[str, ...]
    class_: str
    order: int
    frequency: Frequency | None
    phone: str


@dataclass(frozen=True, slots=True)
class UnitTable:
    """The units of a table, the columns not used, and what was done about odd rows."""

    rows: tuple[UnitRow, ...]
    ignored_columns: tuple[str, ...]
    notes: tuple[str, ...] = ()


def read_units(path: Path) -> UnitTable:
    """Read a unit table; UserError names the row that is wrong, and then nothing is taken."""
    file_name = path.name
    data = read_bytes(path, file_name)
    grid = _sheet(data, file_name) if data.startswith((ZIP_HEAD, OLE_HEAD)) else _csv(data, path)
    start, columns = _heading(grid, file_name)
    notes: list[str] = []
    rows: dict[str, UnitRow] = {}
    for number, cells in enumerate(grid[start + 1 :], start + 2):
        row = _row(cells, columns, number, file_name)
        if row is not None and row.name in rows:
            notes.append(f"第{number}行“{row.name}”重复，已与前面的合并")
            row = _merge(rows[row.name], row)
        if row is not None:
            rows[row.name] = row
    if not rows:
        raise table_refusal("units_empty", file_name)
    ignored = [clean(text).strip() for text in map(_text, grid[start])]
    unused = tuple(text for text in ignored if text and _field(text) not in columns)
    return UnitTable(tuple(rows.values()), unused, tuple(notes))


def _sheet(data: bytes, file_name: str) -> list[list[str]]:
    import python_calamine

    from xinxi_desktop.importers.package import refuse_bomb

    refuse_bomb(data, file_name)
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise table_refusal("units_unreadable", file_name) from error
    grids = [[[_text(cell) for cell in row] for row in sheet] for sheet in sheets]
    headed = (grid for grid in grids if _find_heading(grid) is not None)
    return next(headed, [])


def _csv(data: bytes, path: Path) -> list[list[str]]:
    try:
        text, _ = decode(data, path.name)
    except UserError as error:
        raise table_refusal("units_unreadable", path.name) from error
    first = next((line for line in text.splitlines() if "单位" in line), "")
    mark = max(",;\t，", key=first.count)
    try:
        return [list(row) for row in csv.reader(io.StringIO(text), delimiter=mark)]
    except csv.Error as error:
        raise table_refusal("units_unreadable", path.name) from error


def _heading(grid: Sequence[Sequence[str]], file_name: str) -> tuple[int, dict[str, int]]:
    found = _find_heading(grid)
    if found is None:
        raise table_refusal("units_no_heading", file_name)
    columns: dict[str, int] = {}
    for index, text in enumerate(grid[found]):
        field = _field(text)
        if field:
            columns.setdefault(field, index)
    return found, columns


def _find_heading(grid: Sequence[Sequence[str]]) -> int | None:
    for index, row in enumerate(grid[:_HEADING_ROWS]):
        if any(_field(text) == "name" for text in row):
            return index
    return None


def _field(text: str) -> str:
    return _FIELD_OF.get(re.sub(r"[\s*＊:：]|[（(].*?[)）]", "", clean(text)), "")


def _row(
    cells: Sequence[str], columns: dict[str, int], number: int, file_name: str
) -> UnitRow | None:
    def cell(field: str) -> str:
        index = columns.get(field, -1)
        return clean(cells[index]).strip() if 0 <= index < len(cells) else ""

    name = re.sub(r"\s+", "", cell("name"))
    if not name:
        if any(cell(field) for field in columns if field not in ("order", "class_")):
            raise table_refusal("units_no_name", file_name, number)
        return None
    return UnitRow(
        name=name,
        aliases=_aliases(cell("aliases"), name),
        class_=cell("class_"),
        order=_order(cell("order"), number, file_name),
        frequency=_frequency(cell("frequency"), number, file_name),
        phone=cell("phone"),
    )


def _aliases(text: str, name: str) -> tuple[str, ...]:
    parts = (part.strip() for part in re.split(r"[、,，;；/]+", text))
    return tuple(dict.fromkeys(part for part in parts if part and part != name))


def _order(text: str, number: int, file_name: str) -> int:
    if not text:
        return 0
    if not text.isdecimal() or len(text) > 6:
        raise table_refusal("units_bad_order", file_name, number, text)
    return int(text)


def _frequency(text: str, number: int, file_name: str) -> Frequency | None:
    if not text:
        return None
    for frequency, words in _FREQUENCIES.items():
        if text.lower() in words:
            return frequency
    raise table_refusal("units_bad_frequency", file_name, number, text)


def _merge(first: UnitRow, second: UnitRow) -> UnitRow:
    """Keep the first row, filled up with what only the second one says."""
    return UnitRow(
        name=first.name,
        aliases=tuple(dict.fromkeys((*first.aliases, *second.aliases))),
        class_=first.class_ or second.class_,
        order=first.order or second.order,
        frequency=first.frequency or second.frequency,
        phone=first.phone or second.phone,
    )


def _text(cell: object) -> str:
    """Give a cell as typed: 13800000000.0 is a telephone number, not a fraction."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)
