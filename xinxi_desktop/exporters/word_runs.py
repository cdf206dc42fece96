"""Paragraphs of the layout as Word paragraphs: few runs, and those that parity needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from xinxi_desktop.domain.flow import (
    FlowParagraph,
    Piece,
    PlacedParagraph,
    PlacedPicture,
    Span,
    Style,
)
from xinxi_desktop.exporters.word_styles import StyleSheet, indent
from xinxi_desktop.exporters.wordml import (
    bookmark,
    element,
    paragraph,
    run,
    switch,
    tab_stop,
    text,
)
from xinxi_desktop.exporters.wordml import (
    field as word_field,
)
from xinxi_desktop.typesetting.bidi import is_right_to_left
from xinxi_desktop.typesetting.measure import measure
from xinxi_desktop.typesetting.styles import Geometry

RED_RULE = "FF3333"


@dataclass(slots=True)
class RunWriter:
    """Writes paragraphs into one file: keeps the style sheet, numbers bookmarks and pictures."""

    sheet: StyleSheet
    page: Geometry
    bookmarks: dict[str, int] = field(default_factory=dict)
    pictures: list[PlacedPicture] = field(default_factory=list)

    def add_picture(self, placed: PlacedPicture) -> int:
        """Number a picture from 1."""
        self.pictures.append(placed)
        return len(self.pictures)

    @staticmethod
    def picture_key(number: int) -> str:
        """The key that stands for a picture's relationship until the package is written."""
        return f"xinxi-picture-{number}-"

    def paragraph(self, placed: PlacedParagraph) -> str:
        """Write a placed paragraph."""
        source = placed.paragraph
        content = self.runs(placed)
        if source.anchor:
            number = self.bookmarks.setdefault(source.anchor, len(self.bookmarks) + 1)
            content = bookmark(content, source.anchor, number)
        return paragraph(content + self._tail(source), self._properties(placed))

    def runs(self, placed: PlacedParagraph) -> str:
        """Write the text: one run, more only where font or a line's own spacing changes."""
        source, written = placed.paragraph, []
        breaks = _forced_breaks(placed)
        whole = source.style.spacing
        cure = whole if whole != self.sheet.use(source.style).spacing else None
        for start, end, piece, own in _stretches(placed):
            content = text(source.text[start:end])
            if start in breaks:
                content = element("br") + content
            properties = self.run_properties(piece, source.style, cure if own is None else own)
            if is_right_to_left(source.text[start:end]):
                properties += switch("rtl", True)
            written.append(run(content, properties))
        return "".join(written)

    def plain(self, value: str, style: Style, spans: tuple[Span, ...] = ()) -> str:
        """Write short text in a style, its spans in their roles."""
        pieces = measure(value, style, self.sheet.fonts, spans).pieces
        return "".join(
            run(text(value[piece.start : piece.end]), self.run_properties(piece, style))
            for piece in pieces
        )

    def _tail(self, source: FlowParagraph) -> str:
        if not source.tail:
            return ""
        hint = self.run_properties(Piece(0, 0, source.style.role), source.style)
        if source.target:
            shown = word_field(f"PAGEREF {source.target} \\h", source.tail, hint)
        else:
            shown = self.plain(source.tail, source.style, source.tail_spans)
        return run(element("tab"), hint) + shown

    def _properties(self, placed: PlacedParagraph) -> str:
        source, style = placed.paragraph, placed.paragraph.style
        base = self.sheet.use(style)
        written = element("pStyle", val=self.sheet.style_id(style))
        if style.keep_next != base.keep_next:
            written += switch("keepNext", style.keep_next)
        if placed.new_page:
            written += switch("pageBreakBefore", True)
        if source.frame:
            written += frame_border()
        if source.rule:
            distance, width, *second = source.rule
            kind = "thickThinSmallGap" if second else "single"
            border = element(
                "bottom", val=kind, sz=width * 2 // 5, space=distance // 20, color=RED_RULE
            )
            written += element("pBdr", border)
        if source.tail:
            written += tab_stop(self.page.area_width - style.right, source.leader)
        written += own_room(base.before, placed.before, placed.after)
        if (style.first, style.left, style.right) != (base.first, base.left, base.right):
            written += indent(style)
        return written

    def run_properties(self, piece: Piece, style: Style, own: int | None = None) -> str:
        """Write what differs from the paragraph's style: font of a piece, own spacing."""
        written = ""
        if piece.face:
            written += element("rStyle", val=self.sheet.face_id(piece.face))
        elif piece.role is not style.role:
            written += element("rStyle", val=self.sheet.role_id(piece.role))
        if piece.east:
            written += element("rFonts", hint="eastAsia")
        return written + (element("spacing", val=own) if own is not None else "")


def frame_border() -> str:
    """Write the frame around a place that has no picture."""
    sides = ("top", "left", "bottom", "right")
    lines = (element(side, val="single", sz=4, space=0, color="000000") for side in sides)
    return element("pBdr", "".join(lines))


def own_room(usual: int, before: int, after: int) -> str:
    """Write the room above and below a paragraph where it is not its style's; nothing else."""
    room = {"before": before} if before != usual else {}
    if after:
        room["after"] = after
    return element("spacing", **room) if room else ""


def _forced_breaks(placed: PlacedParagraph) -> set[int]:
    """Give where we broke the text, not the office: titles."""
    if placed.paragraph.style.align != "center":
        return set()
    return {line.start for line in placed.lines[1:]}


def _stretches(placed: PlacedParagraph) -> Iterator[tuple[int, int, Piece, int | None]]:
    """Cut the text where a piece ends, a line gets its own spacing, or a forced break stands."""
    forced = _forced_breaks(placed)
    marks: list[tuple[int, int | None]] = [(0, None)]
    for line in placed.lines:
        if line.own is not None or marks[-1][1] is not None or line.start in forced:
            marks.append((line.start, line.own))
    length = len(placed.paragraph.text)
    ends = [start for start, _ in marks[1:]] + [length]
    zones = [
        (start, end, own) for (start, own), end in zip(marks, ends, strict=True) if end > start
    ]
    position = 0
    for start, end, own in zones:
        while position < len(placed.pieces) and placed.pieces[position].start < end:
            piece = placed.pieces[position]
            yield max(start, piece.start), min(end, piece.end), piece, own
            if piece.end > end:
                break
            position += 1
