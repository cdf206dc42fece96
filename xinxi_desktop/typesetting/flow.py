"""From a bulletin to the paragraphs and tables that are set, in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from xinxi_desktop.domain.article_parts import Part, parts_of
from xinxi_desktop.domain.bulletin import Bulletin, BulletinItem
from xinxi_desktop.domain.cures import CREDIT, TITLE
from xinxi_desktop.domain.document import (
    Block,
    Heading,
    Note,
    Paragraph,
    Picture,
    Table,
    run_in_heading,
)
from xinxi_desktop.domain.flow import FlowItem, FlowParagraph, FlowPicture, Span
from xinxi_desktop.domain.fonts import FontRole
from xinxi_desktop.domain.page_scheme import PageScheme
from xinxi_desktop.domain.pictures import ABSENT, PictureInfo
from xinxi_desktop.typesetting.closing import closing_paragraph
from xinxi_desktop.typesetting.cured import cured
from xinxi_desktop.typesetting.letter_head import letter_flow
from xinxi_desktop.typesetting.masthead import masthead_flow
from xinxi_desktop.typesetting.styles import Styles
from xinxi_desktop.typesetting.wide_tables import fitted_tables

_NOTE_LEAD = "编者按："
_NOTE_STARTS = ("编者按", "按语", "按：", "按:", "【", "［")
_LAST_HEADING = 4


Pictures = Mapping[str, PictureInfo]
"""What is known of the pictures, by blob."""


def bulletin_flow(
    bulletin: Bulletin, styles: Styles, scheme: PageScheme, pictures: Pictures
) -> list[FlowItem]:
    """Give everything before the imprint: head, contents, items."""
    flow: list[FlowItem] = []
    if bulletin.masthead:
        head_flow = letter_flow if scheme.letter else masthead_flow
        flow.extend(head_flow(bulletin.masthead, styles, scheme))
    if bulletin.contents:
        flow.extend(_contents(bulletin, styles))
    column, turned = "", False
    for position, item in enumerate(bulletin.items):
        parts = _item(item, position, styles, pictures, item.column != column)
        if turned and parts and isinstance(parts[0], FlowParagraph):
            parts[0] = replace(parts[0], new_page=True)
        flow.extend(parts)
        column = item.column
        turned = any(isinstance(part, FlowParagraph) and part.style.new_page for part in parts)
    if bulletin.annotation:
        flow.append(FlowParagraph("note", bulletin.annotation, styles.body))
    return flow


def _contents(bulletin: Bulletin, styles: Styles) -> list[FlowParagraph]:
    head = FlowParagraph("contents", "目　录", styles.contents_head)
    entries = [
        FlowParagraph(
            "contents", item.title, styles.contents, leader=True, target=_anchor(position)
        )
        for position, item in enumerate(bulletin.items)
    ]
    return [head, *entries] if entries else []


def _anchor(position: int) -> str:
    return f"item{position + 1}"


def _item(
    item: BulletinItem, position: int, styles: Styles, pictures: Pictures, new_column: bool
) -> list[FlowItem]:
    flow = list(_item_paragraphs(item, position, styles, pictures, new_column))
    placed: list[FlowItem] = [
        replace(part, item=position, article=item.article_id) for part in flow
    ]
    return cured(placed, item.cures) if item.cures else placed


def _item_paragraphs(
    item: BulletinItem, position: int, styles: Styles, pictures: Pictures, new_column: bool
) -> Iterator[FlowItem]:
    if item.column and new_column:
        yield FlowParagraph("column", item.column, styles.column)
    if item.title:
        yield FlowParagraph(
            "title", item.title, styles.title, anchor=_anchor(position), block=TITLE,
            breaks=item.title_breaks,
        )  # fmt: skip
    yield from _editor_note(item.editor_note, styles)
    yield from _body(item, styles, pictures)


def _body(item: BulletinItem, styles: Styles, pictures: Pictures) -> Iterator[FlowItem]:
    """Give the text, 供稿单位 under it, and the attachments after it."""
    blocks, credit = item.body.blocks, item.credit
    parts = parts_of(blocks)
    date = next((_words(blocks[i]) for i, part in enumerate(parts) if part is Part.DATE), "")
    for index, (block, part) in enumerate(zip(blocks, parts, strict=True)):
        if part is Part.ATTACHMENT and credit:
            yield FlowParagraph("credit", _credit(credit), styles.credit, block=CREDIT)
            credit = ""
        if part is not Part.TEXT and isinstance(block, Paragraph | Heading):
            closing = closing_paragraph(block, index, parts, date, styles)
            yield replace(closing, block=block.id)
        else:
            yield from _block(block, styles, pictures)
    if credit:
        yield FlowParagraph("credit", _credit(credit), styles.credit, block=CREDIT)


def _words(block: Block) -> str:
    return block.text.strip() if isinstance(block, Paragraph | Heading) else ""


def _credit(credit: str) -> str:
    if credit.startswith(("(", "（")):
        return credit
    return f"（{credit}）" if credit.endswith(("供稿", "综合")) else f"（{credit}供稿）"


def _editor_note(text: str, styles: Styles) -> Iterator[FlowParagraph]:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for index, line in enumerate(lines):
        style = styles.editor_note if index == 0 else replace(styles.editor_note, before=0)
        if index == 0 and not line.startswith(_NOTE_STARTS):
            span = Span(0, len(_NOTE_LEAD), FontRole.HEI)
            yield FlowParagraph("note", _NOTE_LEAD + line, style, (span,))
        else:
            yield FlowParagraph("note", line, style)


def _block(block: Block, styles: Styles, pictures: Pictures) -> Iterator[FlowItem]:
    match block:
        case Paragraph(text=text) if text.strip():
            yield FlowParagraph(
                "paragraph", text, styles.body, _run_in(text, styles), block=block.id
            )
        case Heading(text=text, level=level) if text.strip():
            style = styles.headings[min(max(level, 1), _LAST_HEADING) - 1]
            yield FlowParagraph("heading", text, style, block=block.id)
        case Note(text=text) if text.strip():
            yield FlowParagraph("note", text, styles.note, block=block.id)
        case Picture():
            yield from _picture(block, styles, pictures)
        case Table(rows=rows, header_rows=head) if any(map(len, rows)):
            yield from fitted_tables(rows, min(head, len(rows) - 1), styles)
        case _:
            return


def _picture(block: Picture, styles: Styles, pictures: Pictures) -> Iterator[FlowItem]:
    """Give a picture and its caption; one that can't be drawn keeps a framed place."""
    info = pictures.get(block.blob, PictureInfo(fault=ABSENT))
    if info.fault:
        style = replace(styles.no_picture, keep_next=bool(block.caption))
        yield FlowParagraph("picture", info.fault, style, frame=True)
    else:
        style = replace(styles.picture, keep_next=bool(block.caption))
        yield FlowPicture(block.blob, info, block.caption, style, block.width)
    if block.caption:
        yield FlowParagraph("caption", block.caption, styles.caption)


def _run_in(text: str, styles: Styles) -> tuple[Span, ...]:
    level, length = run_in_heading(text)
    if not level:
        return ()
    return (Span(0, length, styles.headings[level - 1].role),)
