"""What kind of line stands above or below a report's text: masthead, credit, noise, title."""

from __future__ import annotations

import re

from xinxi_desktop.domain.document import heading_level
from xinxi_desktop.domain.marks import is_mark_line, squeeze
from xinxi_desktop.domain.recognition.dates import is_date_line

TITLE_MAX = 200
"""Longest stretch without any punctuation that is still taken for a title."""

_TITLE_USUAL = 80
_ISSUE = re.compile(
    r"(?:第[〔\[(（]?[\d一二三四五六七八九十百〇零待定×X]{1,6}[〕\])）]?期|总第\d+期"
    r"|[〔\[(（](?:19|20)\d{2}[〕\])）]第?\d+[号期]|增刊第?\d*期?)"
)
_NAME_MAX = 14
_SENTENCE = re.compile(r"[。！？；!?;]")
_NOISE = re.compile(
    r"^(?:首页|当前位置|您现在的位置|您的位置|所在位置|来源[:：]?$|点击|浏览|字体|打印本页|责任编辑|分享到"
    r"|上一篇|下一篇|目录$)"
)
_COLUMN = re.compile(r"[【\[〔◆●■☆★]\s*[\u4e00-\u9fff]{2,8}\s*[】\]〕◆●■☆★]?")
_PAPER_KIND = re.compile(
    r"(?:情况|工作|调研|专题|紧急)?(?:说明|报告|信息|简报|请示|汇报|通知|动态|反映|专报|材料)"
)
_CRUMB = re.compile(r"[>›»]")
_SEPARATOR = re.compile(r"[。！？；，,!?;:：、\s]+")
_CREDIT = re.compile(r"^[（(]([^()（）]{3,80})[)）]$")


def is_masthead(line: str, following: str) -> bool:
    """Tell a bulletin's head: an issue number, or a bulletin's name above one."""
    text = squeeze(line)
    if _is_issue_line(line):
        return True
    # Whatever short name stands right above a number is the bulletin's.
    return len(text) <= _NAME_MAX and not _SENTENCE.search(text) and _is_issue_line(following)


def _is_issue_line(line: str) -> bool:
    text = squeeze(line)
    return len(text) <= 40 and bool(_ISSUE.search(text)) and not _SENTENCE.search(text)


def is_column(line: str) -> bool:
    """Tell the name of a bulletin's column, such as 【经验交流】."""
    return bool(_COLUMN.fullmatch(line.strip()))


def is_paper_kind(line: str) -> bool:
    """Tell a line that only says what sort of paper this is, such as 情况说明."""
    return bool(_PAPER_KIND.fullmatch(squeeze(line)))


def is_noise(line: str) -> bool:
    """Tell lines of a web page and of copy guards: breadcrumbs, “打印本页”, punctuation salad."""
    text = line.strip()
    if _NOISE.match(squeeze(text)) or (_CRUMB.search(text) and len(text) < 120):
        return True
    return not is_wordy(text)


def is_wordy(text: str) -> bool:
    """Tell whether a line says something: two Chinese characters or mostly letters in words."""
    if sum(1 for char in text if "\u3400" <= char <= "\u9fff" or char >= "\U00020000") >= 2:
        return True
    letters = sum(1 for char in text if char.isalpha())
    return (
        letters >= 4
        and letters >= 0.6 * len(squeeze(text))
        and bool(re.search(r"[^\W\d_]{3,}", text))
    )


def is_titlish(line: str) -> bool:
    """Tell whether a line can be a title: no sentence, no number of a heading, not too long."""
    text = line.strip()
    if not is_wordy(text) or heading_level(text) or text.startswith(("附件", "附:", "附：")):
        return False
    if text.isascii() and (text.endswith(".") or ". " in text):
        return False
    if len(text) > _TITLE_USUAL or text.endswith(("。", "，", ",", "；", ";", ":", "：", "、")):
        return False
    return not re.search(r"[。；;]", text) and text.count("，") + text.count(",") <= 2


def is_salutation(line: str) -> bool:
    """Tell “市委办公室:”, “各位领导:” from a title."""
    text = line.strip()
    return len(text) <= 30 and text.endswith((":", "："))


def longest_stretch(line: str) -> int:
    """Give the length of the longest run of characters without punctuation or blank."""
    return max((len(part) for part in _SEPARATOR.split(line)), default=0)


def is_plain_header(line: str) -> bool:
    """Tell lines that are never part of a text: marks and bare dates."""
    return is_mark_line(line) or is_date_line(line)


def credit_of(line: str) -> str:
    """Give what stands inside a line that is one pair of brackets; empty for other lines."""
    match = _CREDIT.match(line.strip())
    return match[1] if match else ""
