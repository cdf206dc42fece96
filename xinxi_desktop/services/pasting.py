"""What the clipboard brings as blocks: from rich text, or from lines whose cells tabs part."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from xinxi_desktop.domain.document import Block, Document, Heading, Table, document_from_lines
from xinxi_desktop.importers.html import read_html

_LEAST_ROWS = 2


@dataclass(frozen=True, slots=True)
class Pasted:
    """Blocks to paste, and how many pictures were left out."""

    document: Document
    pictures: int = 0

    @property
    def rich(self) -> bool:
        """Whether there is more in it than paragraphs."""
        return any(isinstance(block, Table | Heading) for block in self.document.blocks)


def pasted_html(text: str) -> Pasted:
    """Read rich text."""
    found = read_html(text)
    return Pasted(found.document, found.pictures)


def pasted_text(text: str) -> Pasted:
    """Read plain text; neighbouring lines with as many tabs each are a table."""
    blocks: list[Block] = []
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for tabs, group in groupby(lines, key=lambda line: line.count("\t")):
        rows = list(group)
        if tabs and len(rows) >= _LEAST_ROWS:
            cells = tuple(tuple(cell.strip() for cell in row.split("\t")) for row in rows)
            blocks.append(Table("", cells))
        else:
            blocks.extend(document_from_lines(rows).blocks)
    return Pasted(Document(tuple(blocks)))
