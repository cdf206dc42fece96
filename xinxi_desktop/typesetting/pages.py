"""Drawing everything that was placed: lines, tails, tables, imprint, page numbers."""

from __future__ import annotations

from dataclasses import dataclass, replace

from xinxi_desktop.domain.flow import FlowParagraph, LineEnd, PlacedImprint, PlacedParagraph
from xinxi_desktop.domain.fonts import FontRole, FontSet
from xinxi_desktop.domain.page import BLACK, RED, Run
from xinxi_desktop.typesetting.breaker import line_width
from xinxi_desktop.typesetting.draw import TWIP, Box, Canvas, Ink, draw_line
from xinxi_desktop.typesetting.imprint import INNER_RULE, OUTER_RULE, PADDING, ReadyImprint
from xinxi_desktop.typesetting.measure import Measured, measure
from xinxi_desktop.typesetting.pictures import ReadyPicture
from xinxi_desktop.typesetting.place import Placement, Slot
from xinxi_desktop.typesetting.prepare import TABLE_RULE, ReadyParagraph, ReadyTable
from xinxi_desktop.typesetting.styles import (
    DASH_RISE,
    PAGE_NUMBER_DROP,
    PROOF_GREY,
    WATERMARK_GREY,
    WATERMARK_SIZE,
    Geometry,
    Styles,
)

_LEADER_STEP = 100
_LEADER_GAP = 60
_PLACES = 4
"""On so many places each line of a paragraph is kept as drawn."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """The canvases of all pages, and what to draw them with."""

    canvases: list[Canvas]
    page: Geometry
    fonts: FontSet
    styles: Styles

    def canvas(self, number: int) -> Canvas:
        """The canvas of a page, counted from 1."""
        return self.canvases[number - 1]


def draw_slots(drawing: Drawing, placement: Placement) -> None:
    """Draw every placed line and table row."""
    anchors = anchor_pages(placement)
    for slot in placement.slots:
        item = placement.ready[slot.source]
        if isinstance(item, ReadyTable):
            _draw_row(drawing, item, slot)
        elif isinstance(item, ReadyPicture):
            _draw_picture(drawing, item, slot)
        else:
            _draw_paragraph_line(drawing, item, slot, anchors)


def anchor_pages(placement: Placement) -> dict[str, int]:
    """Tell on which page each anchored paragraph begins."""
    return {
        placed.paragraph.anchor: placed.page
        for placed in placement.placed
        if isinstance(placed, PlacedParagraph) and placed.paragraph.anchor
    }


def _draw_paragraph_line(
    drawing: Drawing, item: ReadyParagraph, slot: Slot, anchors: dict[str, int]
) -> None:
    paragraph = item.paragraph
    left = drawing.page.left(slot.page)
    canvas = drawing.canvas(slot.page)
    end = draw_paragraph_line(canvas, item, slot.part, left, slot.y + drawing.page.top)
    if slot.part == len(item.lines) - 1:
        tail = item.tail
        if paragraph.target:
            number = str(anchors.get(paragraph.target, ""))
            tail = measure(number, paragraph.style, drawing.fonts)
        top = slot.y + drawing.page.top
        if tail is not None:
            _draw_tail(drawing, canvas, item, tail, (left, top, end))
        if paragraph.frame:
            _draw_frame(drawing, canvas, item, (left, top))
        draw_red_rule(drawing, canvas, paragraph, (left, top))


def draw_red_rule(
    drawing: Drawing, canvas: Canvas, paragraph: FlowParagraph, place: tuple[float, float]
) -> None:
    """Draw the rule under a paragraph, as wide as the paragraph, single or double."""
    left, top = place
    right = left + drawing.page.area_width - paragraph.style.right
    y = top + paragraph.style.line
    for number, width in enumerate(paragraph.rule):
        # Distances and thicknesses take turns.
        if number % 2:
            middle = y + width / 2
            canvas.rule(left + paragraph.style.left, middle, right, middle, width, RED)
        y += width


def draw_paragraph_line(
    canvas: Canvas, item: ReadyParagraph, number: int, left: float, top: float
) -> float:
    """Draw one line of a paragraph whose type area begins at ``left``; give its end.

    What was drawn before at this place is taken as it is.
    """
    place = (number, left, top)
    found = item.drawn.get(place)
    if found is None:
        if len(item.drawn) > _PLACES * len(item.lines):
            item.drawn.clear()
        begin = len(canvas.runs)
        end = _draw_anew(canvas, item, number, left, top)
        item.drawn[place] = (tuple(canvas.runs[begin:]), end)
        return end
    canvas.runs.extend(found[0])
    return found[1]


def _draw_anew(canvas: Canvas, item: ReadyParagraph, number: int, left: float, top: float) -> float:
    style, line = item.paragraph.style, item.lines[number]
    first = style.first if number == 0 else 0
    width = item.width - style.left - style.right - first
    align = style.align
    if align == "justify" and _ends_paragraph(item, line):
        align = "left"
    box = Box(left + style.left + first, top, style.line, width, align)
    ink = Ink(RED if style.red else BLACK, item.paragraph.article)
    return draw_line(canvas, item.measured, (line.start, line.end, line.own), box, ink)


def _ends_paragraph(item: ReadyParagraph, line: LineEnd) -> bool:
    text = item.paragraph.text
    return line.own is None and (line.end == len(text) or text[line.end - 1] == "\n")


def _draw_tail(
    drawing: Drawing,
    canvas: Canvas,
    item: ReadyParagraph,
    tail: Measured,
    place: tuple[float, float, float],
) -> None:
    """Draw what stands at the right end of a line, with dots up to it for a contents entry."""
    left, top, end = place
    style = item.paragraph.style
    right = left + drawing.page.area_width - style.right
    box = Box(left, top, style.line, right - left, "right")
    draw_line(canvas, tail, (0, len(tail.text), None), box, Ink())
    if item.paragraph.leader:
        stop = right - round(line_width(tail, 0, len(tail.text))) - _LEADER_GAP
        count = int((stop - end - _LEADER_GAP) // _LEADER_STEP)
        if count > 0:
            _draw_leader(drawing, canvas, item, (stop - count * _LEADER_STEP, top, count))


def _draw_leader(
    drawing: Drawing, canvas: Canvas, item: ReadyParagraph, place: tuple[float, float, int]
) -> None:
    x, top, count = place
    style = item.paragraph.style
    dot = measure(".", style, drawing.fonts)
    spacing = round(_LEADER_STEP - dot.widths[0])
    dots = measure("." * count, replace(style, spacing=spacing), drawing.fonts)
    box = Box(x, top, style.line, count * _LEADER_STEP)
    draw_line(canvas, dots, (0, count, None), box, Ink())


def _draw_picture(drawing: Drawing, item: ReadyPicture, slot: Slot) -> None:
    page = drawing.page
    left = page.left(slot.page) + (page.area_width - item.width) / 2
    box = Box(left, page.top + slot.y, item.drawn, item.width)
    drawing.canvas(slot.page).image(box, item.picture.blob, item.picture.article)


def _draw_frame(
    drawing: Drawing, canvas: Canvas, item: ReadyParagraph, place: tuple[float, float]
) -> None:
    """Draw the frame around a place that has no picture; it ends with the paragraph's last line."""
    left, last = place
    right, foot = left + drawing.page.area_width, last + item.paragraph.style.line + item.edge
    top = foot - item.height
    for y in (top, foot):
        canvas.rule(left, y, right, y, TABLE_RULE)
    for x in (left, right):
        canvas.rule(x, top, x, foot, TABLE_RULE)


def _draw_row(drawing: Drawing, item: ReadyTable, slot: Slot) -> None:
    canvas, height = drawing.canvas(slot.page), item.heights[slot.part]
    left = drawing.page.left(slot.page)
    top = slot.y + drawing.page.top
    side, _ = item.padding
    row = item.cells[slot.part]
    style = item.table.style
    x = left
    for cell, width, align in zip(row, item.columns, item.aligns, strict=True):
        if item.sources[slot.part] < item.table.head:
            align = "center"
        y = top + (height - len(cell.lines) * style.line) / 2
        for line in cell.lines:
            box = Box(x + side, y, style.line, width - 2 * side, align)
            ink = Ink(article=item.table.article)
            draw_line(canvas, cell.measured, (line.start, line.end, line.own), box, ink)
            y += style.line
        canvas.rule(x, top, x, top + height, TABLE_RULE)
        x += width
    canvas.rule(x, top, x, top + height, TABLE_RULE)
    for y in (top, top + height):
        canvas.rule(left, y, x, y, TABLE_RULE)


def draw_imprint(drawing: Drawing, ready: ReadyImprint, placed: PlacedImprint) -> None:
    """Draw the imprint so that its last rule lies on the foot of the type area."""
    page, number = drawing.page, placed.page
    canvas, left = drawing.canvas(number), page.left(number)
    foot = page.top + page.area_height
    y = float(foot - ready.height)
    for index, group in enumerate(ready.groups):
        if placed.ruled:
            _imprint_rule(canvas, page, left, y, OUTER_RULE if index == 0 else INNER_RULE)
        y += PADDING
        for part in group:
            for line in range(len(part.lines)):
                end = draw_paragraph_line(canvas, part, line, left, y)
                if part.tail and line == len(part.lines) - 1:
                    _draw_tail(drawing, canvas, part, part.tail, (left, y, end))
                y += part.paragraph.style.line
        y += PADDING
    if placed.ruled:
        _imprint_rule(canvas, page, left, foot, OUTER_RULE)


def _imprint_rule(canvas: Canvas, page: Geometry, left: float, y: float, width: int) -> None:
    canvas.rule(left, y, left + page.area_width, y, width)


def draw_page_number(drawing: Drawing, number: int) -> None:
    """Write — N — (or N) 7 mm below the type area, one character in at the outer side."""
    canvas, page, style = drawing.canvas(number), drawing.page, drawing.styles.page_number
    words = f"— {number} —" if drawing.styles.dashes else str(number)
    text = measure(words, style, drawing.fonts)
    left = page.left(number) + style.size
    dash = page.top + page.area_height + PAGE_NUMBER_DROP
    baseline = dash + DASH_RISE * style.size
    align = "right" if number % 2 else "left"
    box = Box(
        left, baseline - 1.36 * style.size, 2 * style.size, page.area_width - 2 * style.size, align
    )
    draw_line(canvas, text, (0, len(text.text), None), box, Ink())
    canvas.label = str(number)


def draw_watermark(drawing: Drawing, text: str) -> None:
    """Write a grey line above the type area of every page, and its first word across it."""
    paragraph = replace(drawing.styles.cell, role=FontRole.HEI, align="center")
    measured = measure(text, paragraph, drawing.fonts)
    page = drawing.page
    for number, canvas in enumerate(drawing.canvases, 1):
        box = Box(page.left(number), page.proof_top, paragraph.line, page.area_width, "center")
        draw_line(canvas, measured, (0, len(text), None), box, Ink(PROOF_GREY))
        canvas.watermark = _slanting_word(text.split("\u3000")[0], drawing)


def _slanting_word(word: str, drawing: Drawing) -> Run | None:
    """Set the watermark's first word large and pale about the middle of the page."""
    style = replace(drawing.styles.cell, role=FontRole.HEI, size=WATERMARK_SIZE, spacing=0)
    measured = measure(word, style, drawing.fonts)
    face = measured.faces[0]
    if not face or set(measured.faces) != {face}:
        return None
    widths = [width * TWIP for width in measured.widths]
    size = WATERMARK_SIZE * TWIP
    return Run(-sum(widths) / 2, size * 0.36, word, face, size, tuple(widths), WATERMARK_GREY)
