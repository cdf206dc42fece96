"""Makes Word files that an office might offer as its own form, sound and unsound."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import docx

TITLE = "《自己的审签单》"


def own_form(path: Path, *paragraphs: str, rows: Sequence[Sequence[str]] = ()) -> Path:
    """Write a form of some paragraphs and a table."""
    document = docx.Document()
    for words in (TITLE, *paragraphs):
        document.add_paragraph(words)
    if rows:
        table = document.add_table(rows=0, cols=len(rows[0]))
        for row in rows:
            for cell, words in zip(table.add_row().cells, row, strict=True):
                cell.text = words
    document.core_properties.author = "张三"
    document.save(str(path))
    return path


def with_part(path: Path, parts: Mapping[str, str], *, replace: tuple[str, str] = ("", "")) -> Path:
    """Add parts to a Word file, and exchange a text in those it has."""
    old = path.read_bytes()
    with zipfile.ZipFile(io.BytesIO(old)) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if replace[0]:
                data = data.replace(replace[0].encode(), replace[1].encode())
            target.writestr(name, data)
        for name, words in parts.items():
            target.writestr(name, words)
    return path


def words_of(data: bytes) -> str:
    """Everything a filled form says: body, tables, headers and footers."""
    document = docx.Document(io.BytesIO(data))
    section = document.sections[0]
    stories = (document.element.body, section.header._element, section.footer._element)
    return "\n".join("".join(each.itertext()) for each in stories)


def cells_of(data: bytes, table: int = 0) -> list[list[str]]:
    """The cells of a table row by row, joined cells once."""
    rows = docx.Document(io.BytesIO(data)).tables[table].rows
    return [[cell.text for cell in dict.fromkeys(row.cells)] for row in rows]
