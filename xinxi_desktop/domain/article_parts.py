"""The parts around an article's running text, told by their words: 附件说明, 署名, 附件, 注.

GB/T 9704—2012, 7.3.4–7.3.9. Only what is unmistakable is taken for a part; everything else stays
running text, so that no sentence is set as something that it is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum

from xinxi_desktop.domain.document import Block, Heading, Note, Paragraph


class Part(Enum):
    """What a block of an article is."""

    TEXT = "text"
    LIST_ONE = "list_one"
    """附件：name — the only attachment named under the text."""
    LIST_FIRST = "list_first"
    """附件：1. name — the first of several."""
    LIST_NEXT = "list_next"
    SIGNATURE = "signature"
    DATE = "date"
    NOTE = "note"
    ATTACHMENT = "attachment"
    """附件, 附件2 — the word over an attachment itself, which opens a page."""
    ATTACHMENT_TITLE = "attachment_title"


_LIST = re.compile(r"^附件[:：]\s*(?=\S)(?:(\d{1,2})[.．、]\s*)?")
_NEXT = re.compile(r"^(\d{1,2})[.．、]\s*(?=\S)")
_ATTACHMENT = re.compile(r"^附件\s*(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})?\s*[:：]?$")
_NOTE = re.compile(r"^(?:[（(]?注\s*\d{0,2}\s*[:：]|资料来源[:：]|数据来源[:：])")
_DATE = re.compile(
    r"^(?:(?:19|20)\d{2}|[〇○零一二三四五六七八九]{4})\s*年\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s*月"
    r"\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*日$"
)
_SENTENCE = re.compile(r"[。；;：:，,！!？?、]")
_FORMULA = ("特此", "此致", "专此", "以上", "妥否", "当否", "附件", "附：")
_LONGEST_SIGNATURE = 30
_LONGEST_TITLE = 80
_LONGEST_NAME = 120
_MOST_SIGNATURES = 3


def parts_of(blocks: Sequence[Block]) -> list[Part]:
    """Tell for each block of an article what part it is."""
    parts = [Part.TEXT] * len(blocks)
    _find_attachments(blocks, parts)
    end = next((i for i, part in enumerate(parts) if part is Part.ATTACHMENT), len(blocks))
    _find_list(blocks, parts, end)
    _find_signature(blocks, parts, end)
    for index, block in enumerate(blocks):
        if parts[index] is Part.TEXT and isinstance(block, Paragraph) and _NOTE.match(block.text):
            parts[index] = Part.NOTE
    return parts


def _text(block: Block) -> str:
    return block.text.strip() if isinstance(block, Paragraph | Heading) else ""


def _find_attachments(blocks: Sequence[Block], parts: list[Part]) -> None:
    for index, block in enumerate(blocks):
        # An article that begins with the word is one whose title was lost: no page is turned.
        if index and _ATTACHMENT.match(_text(block)):
            parts[index] = Part.ATTACHMENT
            after = _text(blocks[index + 1]) if index + 1 < len(blocks) else ""
            if after and len(after) <= _LONGEST_TITLE and not after.endswith(("。", "；", "：")):
                parts[index + 1] = Part.ATTACHMENT_TITLE


def _find_list(blocks: Sequence[Block], parts: list[Part], end: int) -> None:
    """Find 附件说明: “附件：” with a name, and the numbered names that follow it."""
    for index in range(end):
        text = _text(blocks[index])
        found = _LIST.match(text)
        if found is None or len(text) > _LONGEST_NAME or text.endswith("。"):
            continue
        if found[1] != "1":
            parts[index] = Part.LIST_ONE
            continue
        parts[index] = Part.LIST_FIRST
        for place, expected in zip(range(index + 1, end), range(2, end + 2), strict=False):
            number = _NEXT.match(_text(blocks[place]))
            if number is None or int(number[1]) != expected:
                break
            parts[place] = Part.LIST_NEXT


def _find_signature(blocks: Sequence[Block], parts: list[Part], end: int) -> None:
    """Find the date that closes the text, and the names right above it."""
    for index in _closing(blocks, end):
        text = _text(blocks[index])
        if not _DATE.match(text):
            continue
        parts[index] = Part.DATE
        for above in range(index - 1, max(index - 1 - _MOST_SIGNATURES, -1), -1):
            if parts[above] is not Part.TEXT or not _is_signature(blocks[above]):
                break
            parts[above] = Part.SIGNATURE
        return


def _closing(blocks: Sequence[Block], end: int) -> Iterator[int]:
    """Give the last blocks of the text from behind: notes and a remark may follow the date."""
    for index in range(end - 1, -1, -1):
        yield index
        text = _text(blocks[index])
        aside = isinstance(blocks[index], Note) or _NOTE.match(text)
        if not aside and not text.startswith(("（", "(")):
            return


def _is_signature(block: Block) -> bool:
    text = _text(block)
    return (
        isinstance(block, Paragraph)
        and 1 < len(text) <= _LONGEST_SIGNATURE
        and not _SENTENCE.search(text)
        and not text.startswith(_FORMULA)
    )
