"""What a file's name says: “【望川县委办】关于….docx”, “20261123-安渡区-….docx”."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from xinxi_desktop.domain.marks import strip_marks
from xinxi_desktop.domain.recognition.dates import find_date, without_dates
from xinxi_desktop.domain.recognition.unit_names import UnitIndex

_EXTENSION = re.compile(r"\.[A-Za-z0-9]{1,5}$")
_NUMBER = re.compile(r"^[（(]?\d{1,3}[)）]?(?:[.、．_\-—:： ]+|(?=[【\u4e00-\u9fff]))(?!\d)")
_TAIL = re.compile(
    r"(?:[\s_\-—]*(?:副本|[（(]\d+[)）]|[（(【\[]?(?:终稿|定稿|最终版|最终稿|修改稿|上报稿|初稿|改)\d*[)）】\]]?"
    r"|[vV]\d+))+$"
)
_BRACKETED = re.compile(r"[【\[（(]([^【】\[\]（）()]{2,25})[】\])）]")
_SPLIT = re.compile(r"[\-—_+:：]+|\s{1,}")
_GENERIC = re.compile(
    r"^(?:新建.*|无标题.*|未命名.*|文档\d*|文稿\d*|信息\d*|稿件\d*|来稿\d*|正文\d*|附件\d*|材料\d*|报送信息"
    r"|document\d*|untitled.*|new.*|[0-9a-fA-F_\-\s]*|.*(?:微信|QQ)(?:图片|截图|文件).*)$",
    re.IGNORECASE,
)
_SENT = re.compile(r"(?:联合)?(?:来稿|报送|上报|供稿|投稿|信息|稿件|材料|调研|（.*?）)+$")
_TITLE_MIN = 4


@dataclass(frozen=True, slots=True)
class NameParts:
    """What a file name gives: a title (may be empty), names of units, a date."""

    title: str
    units: tuple[str, ...]
    date: date | None


def parse_file_name(file_name: str, index: UnitIndex) -> NameParts:
    """Take a file name apart; what is neither date, unit nor number is the title."""
    stem = strip_marks(_EXTENSION.sub("", file_name))
    day = find_date(stem)
    stem = without_dates(stem).strip(" -_—+.")
    stem = _TAIL.sub("", _NUMBER.sub("", stem)).strip(" -_—+.")
    units: list[str] = []
    for match in list(_BRACKETED.finditer(stem)):
        if names := index.split(match[1], strict=False):
            units += names
            stem = stem.replace(match[0], " ")
    parts = [part for part in _SPLIT.split(_NUMBER.sub("", stem.strip())) if part]
    rest = [part for part in parts if not _take_unit(part, len(parts), index, units)]
    title = stem.strip() if len(rest) == len(parts) else " ".join(rest)
    return NameParts(_title(title), tuple(units), day)


def _take_unit(part: str, count: int, index: UnitIndex, units: list[str]) -> bool:
    part = _SENT.sub("", part) or part
    names = index.split(part, strict=count < 2) if count > 1 or index.ids(part) else []
    units += names
    return bool(names)


def _title(text: str) -> str:
    text = text.strip(" -_—+.《》:：【】[]")
    letters = sum(1 for char in text if char.isalpha())
    return "" if letters < _TITLE_MIN or _GENERIC.match(text) else text
