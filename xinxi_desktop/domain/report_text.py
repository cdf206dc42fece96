"""上报文本: title and body as plain text that another system takes as it stands."""

from __future__ import annotations

from xinxi_desktop.domain.document import Document, block_lines

INDENT = "\u3000\u3000"
"""Two full-width blanks: what the systems of superior offices expect before a paragraph."""


def report_text(title: str, body: Document) -> str:
    """Write title and body, each paragraph indented; a table keeps its cells parted by tabs."""
    lines = [title.strip()]
    for block in body.blocks:
        for line in block_lines(block):
            lines.extend(_indented(line))
    return "\n".join(line for line in lines if line)


def _indented(line: str) -> list[str]:
    if "\t" in line:
        return [line]
    parts = (part.strip() for part in line.splitlines())
    return [INDENT + part for part in parts if part]
