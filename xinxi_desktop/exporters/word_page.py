"""The page in Word: margins, line grid, settings, page numbers, the proof's mark."""

from __future__ import annotations

from xinxi_desktop.domain.flow import Piece, Style
from xinxi_desktop.domain.fonts import FontRole
from xinxi_desktop.exporters.word_runs import RunWriter
from xinxi_desktop.exporters.word_styles import SLIVER
from xinxi_desktop.exporters.word_tables import sliver
from xinxi_desktop.exporters.word_watermark import slanting_word
from xinxi_desktop.exporters.wordml import element, field, paragraph, run, switch, text
from xinxi_desktop.typesetting.letter_head import FOOT
from xinxi_desktop.typesetting.styles import (
    DASH_RISE,
    PAGE_NUMBER_DROP,
    PROOF_GREY,
    WATERMARK_GREY,
    WATERMARK_SIZE,
    Geometry,
    Styles,
)

EMPTY = paragraph("")

LETTER_FOOT = FOOT - SLIVER
"""From the paper's foot to the end of a letter's footers: the lower rule stands above it."""
_EXACT_ASCENT = 0.8
"""Where the office puts the baseline in a line of exact height."""


def _number_foot(page: Geometry, number: Style) -> int:
    """From the paper's foot to the line of the page number."""
    baseline = PAGE_NUMBER_DROP + round(DASH_RISE * number.size)
    return page.bottom - baseline - round((1 - _EXACT_ASCENT) * number.line)


def section_properties(page: Geometry, number: Style, *, letter: bool = False) -> str:
    """Write page size, mirrored margins and the line grid; docGrid comes last.

    ``letter``: the first page has a header and a footer of its own.
    """
    foot = LETTER_FOOT if page.letter else _number_foot(page, number)
    return (
        element("type", val="nextPage")
        + element("pgSz", w=page.width, h=page.height)
        + element(
            "pgMar", top=page.top, right=page.outer, bottom=page.grid_bottom, left=page.inner,
            header=page.proof_top, footer=foot, gutter=0,
        )
        + element("cols", space=0)
        + (switch("titlePg", True) if letter else "")
        + element("docGrid", type="lines", linePitch=page.pitch)
    )  # fmt: skip


def settings() -> str:
    """Write the document settings (word-parity.md §2)."""
    compatibility = element(
        "compatSetting", name="compatibilityMode",
        uri="http://schemas.microsoft.com/office/word", val=15,
    )  # fmt: skip
    return (
        element("zoom", percent=100)
        + switch("mirrorMargins", True)
        + element("defaultTabStop", val=640)
        + switch("evenAndOddHeaders", True)
        + element("characterSpacingControl", val="doNotCompress")
        + element("compat", compatibility)
        + element("themeFontLang", val="en-US", eastAsia="zh-CN")
    )


def footer(styles: Styles, writer: RunWriter, *, odd: bool) -> str:
    """Write — PAGE — (or PAGE): on odd pages right, on even pages left, one character in."""
    style = styles.page_number
    writer.sheet.use(style)
    dash = writer.run_properties(Piece(0, 0, style.role, _east_face(writer, style)), style)
    number = writer.run_properties(Piece(0, 0, style.role), style)
    side = {"right": style.size} if odd else {"left": style.size}
    properties = (
        element("pStyle", val=writer.sheet.style_id(style))
        + element("ind", **side)
        + element("jc", val="right" if odd else "left")
    )
    content = field("PAGE", "1", number)
    if styles.dashes:
        content = run(text("— "), dash) + content + run(text(" —"), dash)
    below = ""
    if writer.page.letter:
        below = sliver(height=_number_foot(writer.page, style) - LETTER_FOOT)
    return paragraph(content, properties) + below


def _east_face(writer: RunWriter, style: Style) -> str:
    face = writer.sheet.fonts.face_for(style.role, "—")
    return face.key if face else ""


def header(watermark: str, styles: Styles, writer: RunWriter) -> str:
    """Write the proof's mark above the type area and across the page, or nothing."""
    if not watermark:
        return EMPTY
    style = styles.cell
    writer.sheet.use(style)
    grey = writer.run_properties(Piece(0, 0, FontRole.HEI), style) + element(
        "color", val=PROOF_GREY.lstrip("#")
    )
    properties = element("pStyle", val=writer.sheet.style_id(style)) + element("jc", val="center")
    word = watermark.split("\u3000")[0]
    family = writer.sheet.fonts.primary(FontRole.HEI).family
    slanting = slanting_word(word, family, WATERMARK_SIZE / 20, WATERMARK_GREY)
    return paragraph(slanting + run(text(watermark), grey), properties)
