"""What should stay on one line: dates, numbers with their units, 〔2026〕12号."""

from __future__ import annotations

import re

from xinxi_desktop.typesetting.rules import UNITS

_NUMBER = r"\d+(?:[.,]\d+)*"
_LONG_UNITS = (
    "个百分点 百分点 个基点 平方公里 平方千米 平方米 立方米 公里 千米 厘米 毫米 千瓦时 兆瓦时 兆瓦 "
    "千瓦 公斤 千克 公顷 美元 欧元 港元 人次 人天 架次 辆次 批次 班次 个月 个工作日 工作日 分钟 小时 "
    "周年 周岁 余人 余户 余家 余个 余元"
)
_UNIT = "|".join([*_LONG_UNITS.split(), f"[{''.join(sorted(UNITS))}]"])
_LATIN_UNIT = r"[A-Za-zμµΩ]{1,4}(?:/[A-Za-zμµ]{1,3}[²³23]?|[²³])?(?![A-Za-z])"
_WHOLE = re.compile(
    rf"〔\d{{4}}〕(?:第?\d+号?)?"
    rf"|\d{{1,4}}年(?:\d{{1,2}}月(?:\d{{1,2}}日)?)?|\d{{1,2}}月\d{{1,2}}日"
    rf"|第?{_NUMBER}(?:[余多]?[十百千万亿]{{0,2}}[余多]?(?:{_UNIT}|{_LATIN_UNIT})|[十百千万亿余多])?"
)
_INSIDE = frozenset("".join(_LONG_UNITS.split()) + "〔〕第年月余多十百千万亿μµΩ²³")
"""What may stand, beside ASCII, before a place inside something whole."""
_WINDOW = 24
"""Nothing that must stay whole is longer."""
_DATE = re.compile(r"\d+[年月]")


def whole_places(text: str) -> frozenset[int]:
    """Give the places inside something that should stay on one line."""
    return frozenset(
        place for found in _WHOLE.finditer(text) for place in range(found.start() + 1, found.end())
    )


def splits_whole(text: str, end: int) -> str:
    """Give what a line that ends before ``end`` cuts in two: a date, a number with its unit."""
    if text[end - 1] not in _INSIDE and not text[end - 1].isascii():
        return ""
    first = max(0, end - _WINDOW)
    # A number that began before the window would be taken for a shorter one: no harm.
    for found in _WHOLE.finditer(text, first, end + _WINDOW):
        if found.start() < end < found.end():
            return found.group()
        if found.start() >= end:
            break
    return ""


def is_date(whole: str) -> bool:
    """Tell a date from a number with its unit."""
    return _DATE.match(whole) is not None and whole[-1] in "年月日"
