"""Paragraphs, tables and wrappers of a Word story (body, note, header, text box) as pieces."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from xinxi_desktop.importers.cleaning import clean, split_lines
from xinxi_desktop.importers.docx_inline import Inline, InlineReader
from xinxi_desktop.importers.docx_lines import Cell, Grid, Line, Look, Piece, Tally, lines_of
from xinxi_desktop.importers.numbering import Numbering
from xinxi_desktop.importers.ooxml import Element, attribute, child, flag, name, value
from xinxi_desktop.importers.styles import Styles

_WRAPPERS = frozenset(
    {
        "w:sdt",
        "w:sdtContent",
        "w:customXml",
        "w:smartTag",
        "w:ins",
        "w:moveTo",
        "mc:Choice",
    }
)
_OUTLINES = 9


class StoryReader:
    """Reads the stories of one document one after the other; list numbers run on."""

    def __init__(
        self, styles: Styles, numbering: Numbering, tally: Tally, cite: Callable[[str, str], str]
    ) -> None:
        """Take the document's styles and lists, the tally to fill, and the citer of notes."""
        self._styles = styles
        self._numbering = numbering
        self._tally = tally
        self._inline = InlineReader(styles, tally, self.read, cite)
        self._carried: Inline | None = None

    def read(self, story: Element) -> list[Piece]:
        """Read every block below an element (body, text box, cell, note)."""
        carried, self._carried = self._carried, None
        pieces = self._blocks(story)
        if self._carried is not None:
            pieces += self._lines(self._carried, "", 0, Look())
        self._carried = carried
        return pieces

    def _blocks(self, parent: Iterable[Element]) -> list[Piece]:
        pieces: list[Piece] = []
        for element in parent:
            kind = name(element)
            if kind == "w:p":
                pieces += self._paragraph(element)
            elif kind == "w:tbl":
                pieces += self._table(element)
            elif kind == "mc:AlternateContent":
                pieces += self._first_choice(element)
            elif kind == "w:altChunk":
                self._tally.chunks += 1
            elif kind in _WRAPPERS and not _is_contents(element):
                pieces += self._blocks(element)
            elif kind == "w:sdt":
                self._tally.contents += 1
        return pieces

    def _first_choice(self, element: Element) -> list[Piece]:
        return next((found for choice in element if (found := self._blocks(choice))), [])

    def _paragraph(self, element: Element) -> list[Piece]:
        properties = child(element, "w:pPr")
        style = "" if properties is None else value(properties, "w:pStyle")
        style = style or self._styles.default
        if self._styles.is_contents(style):
            self._tally.contents += 1
            return []
        inline = self._carried or Inline()
        self._carried = None
        self._count_mark(properties)
        self._inline.read(element, style, inline)
        if _mark_deleted(properties):
            # Its paragraph mark is deleted: in the accepted text it runs on into the next one.
            self._carried = inline
            return []
        number = self._number(properties, style) if "".join(inline.text).strip() else ""
        look = self._look(element, properties, style)
        return self._lines(inline, number, self._outline(properties, style), look)

    def _count_mark(self, properties: Element | None) -> None:
        """Count a tracked paragraph mark; what was typed in it counts by itself."""
        run = None if properties is None else child(properties, "w:rPr")
        kinds = {name(item) for item in run} if run is not None else set()
        self._tally.insertions += bool(kinds & {"w:ins", "w:moveTo"})
        self._tally.deletions += bool(kinds & {"w:del", "w:moveFrom"})

    def _lines(self, inline: Inline, number: str, outline: int, look: Look) -> list[Piece]:
        texts = [clean(text).strip() for text in split_lines("".join(inline.text))]
        lines: list[Piece] = []
        for text in filter(None, texts):
            lines.append(Line(_numbered(number, text), outline, look))
            number = ""
        return [*inline.before, *lines, *inline.after]

    def _number(self, properties: Element | None, style: str) -> str:
        numbering = None if properties is None else child(properties, "w:numPr")
        own = "" if numbering is None else value(numbering, "w:numId")
        number = own or self._styles.first(style, "number")
        if not number or number == "0":
            return ""
        level = "" if numbering is None else value(numbering, "w:ilvl")
        level = level or ("" if own else self._styles.first(style, "level"))
        index = int(level) if level.isdecimal() else self._numbering.level_of_style(number, style)
        return clean(self._numbering.text(number, index)).strip()

    def _outline(self, properties: Element | None, style: str) -> int:
        own = "" if properties is None else value(properties, "w:outlineLvl")
        text = own or self._styles.first(style, "outline")
        return int(text) + 1 if text.isdecimal() and int(text) < _OUTLINES else 0

    def _look(self, element: Element, properties: Element | None, style: str) -> Look:
        alignment = "" if properties is None else value(properties, "w:jc")
        sizes = [value(item, "w:sz") for item in element.iter() if name(item) == "w:rPr"]
        sizes = [size for size in sizes if size.isdecimal()] or [self._styles.first(style, "size")]
        return Look(
            title_style=self._styles.is_title(style),
            caption_style=self._styles.is_caption(style),
            centred=(alignment or self._styles.first(style, "alignment")) == "center",
            size=max((int(size) for size in sizes if size.isdecimal()), default=0),
        )

    def _table(self, element: Element) -> list[Piece]:
        every = list(_unwrap(element, "w:tr"))
        kept = [row for row in every if not _row_deleted(row)]
        self._tally.deletions += len(every) - len(kept)
        rows = [cells for row in kept if (cells := self._row(row))]
        if not rows:
            return []
        self._tally.tables += 1
        if len(rows) == 1 and len(rows[0]) == 1:
            # A frame drawn as a table of one cell is no table.
            return list(rows[0][0].content)
        heads = sum(1 for row in kept if _is_head(row))
        return [Grid(tuple(rows), min(max(1, heads), len(rows)))]

    def _row(self, row: Element) -> tuple[Cell, ...]:
        cells: list[Cell] = []
        properties = child(row, "w:trPr")
        if properties is not None and (before := value(properties, "w:gridBefore")).isdecimal():
            cells.append(Cell((), min(int(before), 60)))
        for element in _unwrap(row, "w:tc"):
            cells.append(self._cell(element))
        return tuple(cells)

    def _cell(self, element: Element) -> Cell:
        properties = child(element, "w:tcPr")
        content = tuple(self.read(element))
        if properties is None:
            return Cell(content)
        span = value(properties, "w:gridSpan")
        merge = child(properties, "w:vMerge")
        goes_on = merge is not None and attribute(merge, "val") != "restart"
        # What stands in a merged-on cell is not seen in Word, except when its text differs.
        shown = () if goes_on and not lines_of(content) else content
        return Cell(shown, max(1, min(int(span), 60)) if span.isdecimal() else 1)


def _unwrap(parent: Element, wanted: str) -> Iterable[Element]:
    for element in parent:
        if name(element) == wanted:
            yield element
        elif name(element) in _WRAPPERS:
            yield from _unwrap(element, wanted)


def _row_deleted(row: Element) -> bool:
    properties = child(row, "w:trPr")
    return properties is not None and child(properties, "w:del") is not None


def _is_head(row: Element) -> bool:
    properties = child(row, "w:trPr")
    return properties is not None and flag(properties, "w:tblHeader") is True


def _mark_deleted(properties: Element | None) -> bool:
    run = None if properties is None else child(properties, "w:rPr")
    return run is not None and any(name(item) in ("w:del", "w:moveFrom") for item in run)


def _is_contents(element: Element) -> bool:
    properties = child(element, "w:sdtPr")
    gallery = None if properties is None else child(properties, "w:docPartObj")
    return gallery is not None and value(gallery, "w:docPartGallery") == "Table of Contents"


def _numbered(number: str, text: str) -> str:
    """Join list number and text; a blank only where two Latin signs would run together."""
    if not number:
        return text
    latin = number[-1].isascii() and number[-1] != ")" and text[0].isascii()
    return f"{number} {text}" if latin or number == "•" else number + text
