"""A bulletin as Word: natural, editable paragraphs that break as the PDF does.

Settings and their reasons: word-parity.md §2 and §5.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeGuard

from xinxi_desktop.domain.bulletin import Bulletin
from xinxi_desktop.domain.flow import (
    Placed,
    PlacedImprint,
    PlacedParagraph,
    PlacedPicture,
    PlacedTable,
)
from xinxi_desktop.domain.fonts import FontSet
from xinxi_desktop.domain.page import Layout
from xinxi_desktop.domain.page_scheme import STANDARD, PageScheme
from xinxi_desktop.exporters.missing import refuse_missing
from xinxi_desktop.exporters.pictures import PictureBytes, fitted, no_pictures
from xinxi_desktop.exporters.word_letter import letter_frame
from xinxi_desktop.exporters.word_package import WordSection, write_package
from xinxi_desktop.exporters.word_page import (
    EMPTY,
    footer,
    header,
    section_properties,
    settings,
)
from xinxi_desktop.exporters.word_pictures import picture_paragraph
from xinxi_desktop.exporters.word_runs import RunWriter
from xinxi_desktop.exporters.word_styles import SLIVER, StyleSheet
from xinxi_desktop.exporters.word_tables import imprint_table, ruled_table, sliver
from xinxi_desktop.typesetting.styles import geometry, styles_for


def write_docx(
    bulletin: Bulletin,
    layout: Layout,
    fonts: FontSet,
    scheme: PageScheme = STANDARD,
    pictures: PictureBytes = no_pictures,
) -> bytes:
    """Write the layout of a bulletin as .docx; UserError ``missing_glyph`` as for the PDF.

    ``pictures`` gives the bytes of the layout's pictures.
    """
    refuse_missing(layout)
    page, styles = geometry(scheme), styles_for(scheme)
    sheet = StyleSheet(fonts)
    sheet.use(styles.body)
    writer = RunWriter(sheet, page)
    foot = next((part for part in layout.placed if isinstance(part, PlacedImprint)), None)
    body = list(_body(layout, writer))
    top = header(bulletin.watermark, styles, writer)
    feet = footer(styles, writer, odd=True), footer(styles, writer, odd=False)
    head = [part for part in layout.placed if _in_header(part)]
    properties = section_properties(page, styles.page_number, letter=bool(head))
    first = ("", "")
    if head:
        first = letter_frame(head, bulletin.watermark, styles, writer)
    sections = []
    if foot and foot.blank_before:
        sections.append(WordSection(tuple(body), properties, *feet, top, first))
        body, feet, first = [EMPTY], (EMPTY, EMPTY), ("", "")
        properties = section_properties(page, styles.page_number)
    if foot:
        body.extend((imprint_table(foot, writer), sliver(new_page=foot.own_page)))
    sections.append(WordSection(tuple(body) or (EMPTY,), properties, *feet, top, first))
    return write_package(
        tuple(sections), sheet.xml(styles.body), settings(), _title(bulletin),
        _pictures(writer, pictures),
    )  # fmt: skip


def _pictures(writer: RunWriter, pictures: PictureBytes) -> dict[str, tuple[bytes, str]]:
    return {
        writer.picture_key(number): fitted(
            pictures(placed.picture.blob), placed.width / 20, placed.height / 20
        )
        for number, placed in enumerate(writer.pictures, 1)
    }


def _body(layout: Layout, writer: RunWriter) -> Iterator[str]:
    before: Placed | None = None
    for placed in layout.placed:
        if _in_header(placed):
            continue
        if isinstance(placed, PlacedParagraph):
            yield writer.paragraph(placed)
        elif isinstance(placed, PlacedPicture):
            yield picture_paragraph(placed, writer)
        elif isinstance(placed, PlacedTable):
            if placed.before or isinstance(before, PlacedTable):
                keep = isinstance(before, PlacedParagraph) and before.paragraph.style.keep_next
                yield sliver(height=max(placed.before, SLIVER), keep=keep)
            yield ruled_table(placed, writer)
            if placed.after:
                yield sliver(height=placed.after)
        before = placed
    if isinstance(before, PlacedTable):
        yield sliver()


def _in_header(placed: Placed) -> TypeGuard[PlacedParagraph]:
    return isinstance(placed, PlacedParagraph) and placed.paragraph.top > 0


def _title(bulletin: Bulletin) -> str:
    if bulletin.masthead:
        return f"{bulletin.masthead.name}{bulletin.masthead.number}"
    return bulletin.items[0].title if bulletin.items else ""
