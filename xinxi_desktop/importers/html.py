"""Rich text from the clipboard (Word, WPS, Excel, a browser) as blocks: text, headings, tables."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from xinxi_desktop.domain.document import (
    Block,
    Document,
    Heading,
    Paragraph,
    Table,
    heading_level,
)

_PARAGRAPHS = {"p", "div", "li", "ul", "ol", "blockquote", "section", "article", "pre", "body"}
_LEVELS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 4, "h6": 4}
_UNSEEN = {"style", "script", "head", "title", "xml"}
_BLANKS = re.compile(r"[ \t\r\n\f\u00a0]+")
_MOST_COLUMNS = 64


@dataclass
class RichText:
    """What was read; ``pictures`` is how many pictures were left out."""

    document: Document
    pictures: int = 0


@dataclass
class _Table:
    """A table being read: its rows, how many are head, and cells that reach down."""

    rows: list[list[str]] = field(default_factory=list)
    heads: int = 0
    down: dict[int, int] = field(default_factory=dict)
    in_head: bool = False
    only_heads: bool = True


def read_html(text: str) -> RichText:
    """Read rich text; what can't be shown as blocks is left out, never its words."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.finish()
    return RichText(Document(tuple(reader.blocks)), reader.pictures)


class _Reader(HTMLParser):
    """Collects blocks; a table within a table gives its words to the cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.pictures = 0
        self._line = ""
        self._level = 0
        self._unseen = 0
        self._tables: list[_Table] = []
        self._cell: list[str] | None = None
        self._span = (1, 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag in _PARAGRAPHS or tag == "br":
            self.end_line()
        elif tag in _LEVELS:
            self.end_line()
            self._level = _LEVELS[tag]
        elif tag == "img":
            self.pictures += 1
        else:
            self._start_in_table(tag, told)

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in _PARAGRAPHS or tag in _LEVELS:
            self.end_line()
            self._level = 0
        elif tag in {"td", "th"} and len(self._tables) == 1:
            self._end_cell()
        elif tag == "thead" and self._tables:
            self._tables[-1].in_head = False
        elif tag == "table" and self._tables:
            self._end_table()

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._line += data

    def finish(self) -> None:
        """Keep what was never closed."""
        while self._tables:
            self._end_table()
        self.end_line()

    def end_line(self) -> None:
        """Keep the line read so far, as a block or as a line of the cell."""
        text, self._line = _BLANKS.sub(" ", self._line).strip(" \u3000"), ""
        if not text:
            return
        if self._cell is not None:
            self._cell.append(text)
        else:
            # Within a table but in no cell: a caption.
            level = heading_level(text) or self._level
            name = f"b{len(self.blocks) + 1}"
            self.blocks.append(Heading(name, text, level) if level else Paragraph(name, text))

    def _start_in_table(self, tag: str, told: dict[str, str | None]) -> None:
        if tag == "table":
            self.end_line()
            self._tables.append(_Table())
        elif len(self._tables) != 1:
            self.end_line()
        elif tag == "thead":
            self._tables[0].in_head = True
        elif tag == "tr":
            self._end_cell()
            self._tables[0].rows.append([])
            self._tables[0].only_heads = True
        elif tag in {"td", "th"}:
            self._end_cell()
            self._cell = []
            self._tables[0].only_heads &= tag == "th"
            self._span = (_number(told.get("colspan")), _number(told.get("rowspan")))

    def _end_cell(self) -> None:
        """Put the cell in its row, past the cells that reach down from above."""
        self.end_line()
        if self._cell is None:
            return
        table = self._tables[0]
        if not table.rows:
            table.rows.append([])
        row = table.rows[-1]
        _skip_reaching(table, row)
        wide, high = self._span
        for place in range(wide):
            if high > 1:
                table.down[len(row)] = high - 1
            row.append("\n".join(self._cell) if place == 0 else "")
        if table.in_head or table.only_heads:
            table.heads = len(table.rows)
        self._cell = None

    def _end_table(self) -> None:
        if len(self._tables) > 1:
            self.end_line()
            self._tables.pop()
            return
        self._end_cell()
        table = self._tables.pop()
        rows = [row for row in table.rows if any(row)]
        width = max((len(row) for row in rows), default=0)
        if width == 1:
            # A table of one column only lays text out.
            for line in "\n".join(row[0] for row in rows).split("\n"):
                self._line = line
                self.end_line()
        elif rows:
            whole = tuple(tuple(row + [""] * (width - len(row))) for row in rows)
            heads = min(max(table.heads, 1), len(whole))
            self.blocks.append(Table(f"b{len(self.blocks) + 1}", whole, heads))


def _skip_reaching(table: _Table, row: list[str]) -> None:
    while table.down.get(len(row), 0) > 0:
        table.down[len(row)] -= 1
        row.append("")


def _number(told: str | None) -> int:
    return min(int(told), _MOST_COLUMNS) if told and told.isdecimal() and int(told) else 1
