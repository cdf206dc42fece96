"""Making a title of the lines it is spread over, and of a text that has none."""

from __future__ import annotations

import re

from xinxi_desktop.domain.document import heading_level
from xinxi_desktop.domain.marks import strip_marks
from xinxi_desktop.domain.recognition.lines import is_salutation, is_titlish

_CUT = 40
_PAIRS = (("《", "》"), ("“", "”"), ("（", "）"), ("(", ")"), ("‘", "’"), ("「", "」"))
_OPEN_END = re.compile(r"(?:[的和与及对在为以将把、—]|有关|推进|破解|开展|加强|做好|基于)$")
_DONE = re.compile(
    r"(?:报告|情况|建议|思考|调查|调研|意见|做法|成效|启示|问题|对策|探析|通知|汇报|反映|信息|总结|首报|续报|终报"
    r"|方案|讲话|体会|[)）”》？?！!])$"
)
_SUBTITLE = re.compile(r"^(?:——|--|—|－－|──)\s*")
_NUMBER = re.compile(
    r"^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d{1,2}[.．、](?!\d))\s*"
)
_LEFTOVERS = re.compile(r"\s*(?:\[打印本页\]|\[复制链接\]|【打印】|>+)\s*$")
_NOT_SECOND = re.compile(r"^(?:[（(【\[]|附件|附[:：]|同志们|各位)")

_SPACED_PIECE = 3
"""Pieces up to this long come from spreading the letters, as in “通　　报” or “工 作 简 报”."""


def join_title(lines: list[str]) -> str:
    """Join title lines as printed; a subtitle is set off by ——."""
    title = ""
    for line in lines:
        text = line.strip()
        if _SUBTITLE.match(text):
            title = f"{title}——{_SUBTITLE.sub('', text)}"
        elif title and title[-1].isascii() and text[:1].isascii():
            title = f"{title} {text}"
        else:
            title += text
    return tidy_title(title)


def tidy_title(title: str) -> str:
    """Take marks, web leftovers and enclosing 《》 off a title, and blanks between characters."""
    title = _LEFTOVERS.sub("", strip_marks(title)).strip()
    if title.startswith("《") and title.endswith("》") and title.count("《") == 1:
        title = title[1:-1]
    return _join_spaced(title)


def _join_spaced(title: str) -> str:
    """Take out the blanks of a letter-spaced title; a blank between two clauses stays, as one."""
    pieces = re.split(r"(?<=[^\x00-\xff])[ \u3000]+(?=[^\x00-\xff])", title)
    if len(pieces) > 1 and all(len(piece) > _SPACED_PIECE for piece in pieces):
        return "\u3000".join(pieces)
    return "".join(pieces)


def goes_on(title: list[str], line: str, following: str) -> bool:
    """Tell whether a line belongs to the title begun above it.

    A subtitle, an unclosed bracket or a dangling word says so for sure; otherwise two short lines
    above long text, the upper one unfinished.
    """
    text, upper = line.strip(), title[-1].strip()
    if len(title) > 2 or not is_titlish(text) or is_salutation(text):
        return False
    if _SUBTITLE.match(text) or _is_open("".join(title)) or _OPEN_END.search(upper):
        return True
    if _NOT_SECOND.match(text) or _DONE.search(upper) or len(upper) < 8 or len(text) > 30:
        return False
    starts_text = (
        len(following) > 50
        or following.endswith(("。", ":", "："))
        or (heading_level(following) > 0)
    )
    return starts_text and bool(_DONE.search(text))


def first_sentence(text: str) -> str:
    """Cut the first sentence of a text to a length that can stand as a title."""
    text = _NUMBER.sub("", text.strip())
    sentence = re.split(r"[。！？；!?;\n]|\. ", text, maxsplit=1)[0].strip()
    if len(sentence) <= _CUT:
        return sentence or text.strip()[:_CUT]
    head = sentence[:_CUT].rstrip()
    clause = re.split(r"[，,:：](?!.*[，,:：])", head, maxsplit=1)[0]
    return clause if len(clause) >= 8 else head + "…"


def _is_open(text: str) -> bool:
    return any(text.count(left) > text.count(right) for left, right in _PAIRS)
