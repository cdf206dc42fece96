"""How the parts under an article's text are set: 附件说明, 署名, date, 附件, 注."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from xinxi_desktop.domain.article_parts import Part
from xinxi_desktop.domain.document import Heading, Paragraph
from xinxi_desktop.domain.flow import FlowParagraph, Style
from xinxi_desktop.typesetting.styles import DATE_ROOM, Styles

_LISTED = {Part.LIST_ONE: 0, Part.LIST_FIRST: 1, Part.LIST_NEXT: 2}


def closing_paragraph(
    block: Paragraph | Heading, index: int, parts: Sequence[Part], date: str, styles: Styles
) -> FlowParagraph:
    """Give a block that is such a part as a paragraph in its style.

    ``date`` is the article's closing date: the names above it are centred over it.
    """
    part, text = parts[index], block.text.strip()
    above = parts[index - 1] if index else Part.TEXT
    match part:
        case Part.LIST_ONE | Part.LIST_FIRST | Part.LIST_NEXT:
            style = styles.listed[_LISTED[part]]
        case Part.SIGNATURE:
            style = _signature(text, date, styles)
            style = replace(style, before=0) if above is Part.SIGNATURE else style
        case Part.DATE:
            alone = above is not Part.SIGNATURE
            style = replace(styles.signed_on, before=styles.signature.before * alone)
        case Part.ATTACHMENT:
            style = styles.attachment
        case Part.ATTACHMENT_TITLE:
            style = styles.attachment_title
        case _:
            style = styles.note
    heading = part in (Part.ATTACHMENT, Part.ATTACHMENT_TITLE)
    return FlowParagraph("heading" if heading else "paragraph", text, style)


def _signature(text: str, date: str, styles: Styles) -> Style:
    """Centre a name over the date; one too long for that ends at the right margin."""
    style = styles.signature
    room = 2 * DATE_ROOM + characters_wide(date)
    widest = max(room, characters_wide(text) + 0.5)
    return replace(style, left=max(0, round(styles.area_width - widest * style.size)))


def characters_wide(text: str) -> float:
    """Estimate a text's width in full characters.

    Digits and Latin are half as wide; a fifth stands between them and hanzi.
    """
    wide = [unicodedata.east_asian_width(char) in "WFA" for char in text]
    gaps = sum(
        before != after and text[place].isalnum() and text[place + 1].isalnum()
        for place, (before, after) in enumerate(pairwise(wide))
    )
    return sum(1.0 if each else 0.5 for each in wide) + gaps / 5
