"""Reading the files that commands take as an article: plain text, and Word for typesetting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from xinxi_desktop.domain.document import Block, Document, document_from_lines
from xinxi_desktop.errors import UserError
from xinxi_desktop.importers.cleaning import split_lines
from xinxi_desktop.importers.files import read_bytes
from xinxi_desktop.importers.sniff import sniff
from xinxi_desktop.importers.txt import decode


@dataclass(frozen=True, slots=True)
class PageText:
    """A text to be set: title, body, and the bytes of its pictures by SHA-256.

    ``doubts`` say what became of pictures that could not be taken as they are.
    """

    title: str
    body: Document
    pictures: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    doubts: tuple[str, ...] = ()


def page_text(path: Path) -> PageText:
    """Read a plain text (its first line is the title) or a Word file with tables and pictures.

    UserError as for a report if the file can't be read, ``empty_text`` if nothing is in it.
    """
    data = read_bytes(path, path.name)
    if sniff(data, path.name) != "docx":
        title, *paragraphs = text_lines(path)
        return PageText(title, document_from_lines(paragraphs))
    from xinxi_desktop.importers.docx import read_docx

    found = read_docx(data, path.name)
    if not found.document.characters():
        raise _empty(path)
    title, blocks = _split_title(found.document.blocks, found.title_lines)
    return PageText(title, Document(blocks), found.pictures, found.doubts)


def _split_title(blocks: tuple[Block, ...], look: tuple[str, ...]) -> tuple[str, tuple[Block, ...]]:
    """Take the title off: the first lines that look like one, else the first line."""
    count = 0
    while count < len(blocks) and getattr(blocks[count], "text", "") in look:
        count += 1
    count = count or int(bool(blocks) and bool(getattr(blocks[0], "text", "")))
    return "".join(getattr(block, "text", "") for block in blocks[:count]), blocks[count:]


def text_lines(path: Path) -> list[str]:
    """Read the lines that hold something, as they stand; UTF-8 (BOM or not) or GB18030.

    UserError as for a report if the file can't be read, ``empty_text`` if nothing is in it.
    """
    text, _encoding = decode(read_bytes(path, path.name), path.name)
    lines = [line.strip() for line in split_lines(text) if line.strip()]
    if not lines:
        raise _empty(path)
    return lines


def _empty(path: Path) -> UserError:
    return UserError("empty_text", f"“{path.name}”里没有文字，什么也没有做。请换一个文件。")


def article_text(path: Path, title: str) -> Document:
    """Read an article's body, one paragraph a line; a first line that is its title is left out."""
    lines = text_lines(path)
    return document_from_lines(lines[1:] if title and lines[0] == title.strip() else lines)
