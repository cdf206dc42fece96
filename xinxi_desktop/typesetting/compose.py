"""A bulletin, fonts and a page scheme in; a finished layout out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from xinxi_desktop.domain.bulletin import Bulletin
from xinxi_desktop.domain.flow import (
    FlowItem,
    FlowPicture,
    FlowTable,
    Placed,
    PlacedImprint,
    PlacedParagraph,
)
from xinxi_desktop.domain.fonts import FontSet
from xinxi_desktop.domain.page import Layout
from xinxi_desktop.domain.page_scheme import STANDARD, PageScheme
from xinxi_desktop.domain.pictures import PictureInfo
from xinxi_desktop.domain.vocabulary import BreakingMode
from xinxi_desktop.typesetting.draw import Canvas
from xinxi_desktop.typesetting.flow import bulletin_flow
from xinxi_desktop.typesetting.imprint import ReadyImprint, place_imprint, prepare_imprint
from xinxi_desktop.typesetting.letter_head import draw_foot_rule
from xinxi_desktop.typesetting.lines import imprint_lines, set_lines
from xinxi_desktop.typesetting.pages import (
    Drawing,
    anchor_pages,
    draw_imprint,
    draw_page_number,
    draw_slots,
    draw_watermark,
)
from xinxi_desktop.typesetting.pictures import ReadyPicture, prepare_picture
from xinxi_desktop.typesetting.place import Placement, Ready, place
from xinxi_desktop.typesetting.prepare import (
    ReadyTable,
    prepare_paragraph,
    prepare_table,
)
from xinxi_desktop.typesetting.remarks import picture_remarks
from xinxi_desktop.typesetting.styles import Geometry, geometry, styles_for

NO_PICTURES: Mapping[str, PictureInfo] = MappingProxyType({})


def compose(
    bulletin: Bulletin,
    fonts: FontSet,
    scheme: PageScheme = STANDARD,
    pictures: Mapping[str, PictureInfo] = NO_PICTURES,
) -> Layout:
    """Set a bulletin: every page's runs, every line, and the characters no face has.

    ``pictures`` tell by blob what is known of each picture; one that is not told of keeps a
    framed place.
    """
    page, styles = geometry(scheme), styles_for(scheme)
    flow = bulletin_flow(bulletin, styles, scheme, pictures)
    placement = place([_prepare(item, page, fonts, scheme.mode) for item in flow], page)
    placed = _with_contents(placement)
    ready, letter = None, scheme.letter and bulletin.masthead is not None
    if bulletin.imprint:
        ready = prepare_imprint(bulletin.imprint, styles, page.area_width, fonts, letter=letter)
    foot = place_imprint(ready, placement, page, scheme.imprint_same_page) if ready else None
    if foot:
        foot = replace(foot, ruled=not letter)
    drawing = Drawing(_canvases(placement, page, foot), page, fonts, styles)
    draw_slots(drawing, placement)
    lines = list(set_lines(placement))
    if ready and foot:
        draw_imprint(drawing, ready, foot)
        lines.extend(imprint_lines(foot, lines))
        placed.append(foot)
    _finish_pages(drawing, bulletin, foot, letter)
    return Layout(
        tuple(canvas.page() for canvas in drawing.canvases),
        tuple(lines),
        _missing(placement, ready),
        tuple(placed),
        tuple(picture_remarks(placement, page)),
    )


def forget() -> None:
    """Forget every paragraph and table kept as prepared, as after a change of fonts."""
    prepare_paragraph.cache_clear()
    prepare_table.cache_clear()


def _prepare(item: FlowItem, page: Geometry, fonts: FontSet, mode: BreakingMode) -> Ready:
    if isinstance(item, FlowTable):
        return prepare_table(item, page.area_width, page.area_height, fonts)
    if isinstance(item, FlowPicture):
        return prepare_picture(item, page, fonts)
    return prepare_paragraph(item, page.area_width, fonts, mode)


def _with_contents(placement: Placement) -> list[Placed]:
    """Fill in the page numbers of the contents, known only now."""
    anchors = anchor_pages(placement)
    return [_numbered(placed, anchors) for placed in placement.placed]


def _numbered(placed: Placed, anchors: dict[str, int]) -> Placed:
    if not isinstance(placed, PlacedParagraph) or not placed.paragraph.target:
        return placed
    number = str(anchors.get(placed.paragraph.target, ""))
    return replace(placed, paragraph=replace(placed.paragraph, tail=number))


def _canvases(placement: Placement, page: Geometry, foot: PlacedImprint | None) -> list[Canvas]:
    last = max(placement.page, foot.page if foot else 0)
    return [Canvas(page.width, page.height) for _ in range(last)]


def _finish_pages(
    drawing: Drawing, bulletin: Bulletin, foot: PlacedImprint | None, letter: bool
) -> None:
    """Write page numbers (none from a blank page on, practice.md §7) and the proof's mark.

    The first page of a letter has its lower rule instead.
    """
    numbered = len(drawing.canvases)
    if foot and foot.blank_before:
        numbered = foot.page - 2
    if letter:
        draw_foot_rule(drawing.canvas(1), drawing.page)
    for number in range(2 if letter else 1, numbered + 1):
        draw_page_number(drawing, number)
    if bulletin.watermark:
        draw_watermark(drawing, bulletin.watermark)


def _missing(placement: Placement, ready: ReadyImprint | None) -> tuple[str, ...]:
    """Give every character that no face has, once, in order of appearance."""
    parts = [part for group in ready.groups for part in group] if ready else []
    found = (char for item in (*placement.ready, *parts) for char in _missing_in(item))
    return tuple(dict.fromkeys(found))


def _missing_in(item: Ready) -> Iterator[str]:
    if isinstance(item, ReadyPicture):
        return
    if isinstance(item, ReadyTable):
        for row in item.cells:
            for cell in row:
                yield from cell.measured.missing
        return
    yield from item.measured.missing
    if item.tail is not None:
        yield from item.tail.missing
