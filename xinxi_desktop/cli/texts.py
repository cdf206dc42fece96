"""Reading the plain text files that commands take as an article."""

from __future__ import annotations

from pathlib import Path

from xinxi_desktop.domain.document import Document, document_from_lines
from xinxi_desktop.errors import UserError
from xinxi_desktop.importers.cleaning import split_lines
from xinxi_desktop.importers.files import read_bytes
from xinxi_desktop.importers.txt import decode


def text_lines(path: Path) -> list[str]:
    """Read the lines that hold something, as they stand; UTF-8 (BOM or not) or GB18030.

    UserError as for a report if the file can't be read, ``empty_text`` if nothing is in it.
    """
    text, _encoding = decode(read_bytes(path, path.name), path.name)
    lines = [line.strip() for line in split_lines(text) if line.strip()]
    if not lines:
        raise UserError("empty_text", f"“{path.name}”里没有文字，什么也没有做。请换一个文件。")
    return lines


def article_text(path: Path, title: str) -> Document:
    """Read an article's body, one paragraph a line; a first line that is its title is left out."""
    lines = text_lines(path)
    return document_from_lines(lines[1:] if title and lines[0] == title.strip() else lines)
