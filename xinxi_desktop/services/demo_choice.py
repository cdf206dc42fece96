"""Which reports of an unknown folder a demonstration prints: urgent first, then by 字数.

An editor reads; this only counts. So it never decides on what a report is worth, takes
nothing that no font can set, and says for each report left out why.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from xinxi_desktop.domain.vocabulary import Urgency

MOST = 8
"""Items of an issue (practice.md §8: 6–8)."""
RULE = (
    "急件在前，其次是 60 至 3000 字、篇幅接近 800 字的，最多 8 篇；"
    "标题与前面相同的不用，字体里没有的字印不出的留存。"
)
ROOM = 12_000
"""Characters of an issue, about twenty pages; one report alone may be longer."""
_USUAL, _LONG, _SHORT = 800, 3000, 60
_NOISE = re.compile(
    r"工作|情况|问题|建议|报告|做法|经验|调研|调查|信息|报送|全市|全县|我市|我县|全区|关于|推进|"
    r"加强|开展|值得|关注|群众|基层|亟待|解决|存在|影响|发展|建设|管理|服务|实施|取得|成效|[的和与及对在]"
)
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_WORD = re.compile(r"\w")
_EDGES = "（）()《》、，,：:；;　 的"
_SHARED = 3
"""Characters in a row that two titles of one topic share when they are about one thing."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A registered report; ``missing`` are characters that no font has."""

    id: int
    title: str
    characters: int
    urgency: Urgency
    topic: str
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """``groups`` become articles, one 综合 among them at most; ``left_out`` gives reasons."""

    groups: tuple[tuple[int, ...], ...]
    alike: tuple[int, ...]
    left_out: Mapping[int, str]


def choose(candidates: Sequence[Candidate]) -> Choice:
    """Choose what is printed.

    Reports of 60 to 3,000 characters come before others, those nearest to 800 first; one whose
    title an earlier one bears is left out.
    """
    alike = _repeated(candidates)
    left_out = {each.id: f"字体里没有：{each.missing}" for each in candidates if each.missing}
    able = [each for each in candidates if each.id not in alike and not each.missing]
    pair = _pair(able)
    chosen: list[tuple[int, ...]] = []
    room = ROOM
    for each in sorted(able, key=_rank):
        group = pair if each in pair else (each,)
        ids = tuple(one.id for one in group)
        needed = sum(one.characters for one in group)
        if ids in chosen:
            continue
        if len(chosen) < MOST and (needed <= room or not chosen):
            chosen.append(ids)
            room -= needed
    taken = {key for group in chosen for key in group}
    for each in able:
        if each.id not in taken:
            left_out[each.id] = "篇幅偏长" if each.characters > _LONG else "本期已满"
    return Choice(tuple(chosen), tuple(alike), left_out)


def merged_title(first: str, second: str) -> str:
    """Title a 综合 of two reports after the longest phrase that their titles share."""
    places = range(len(first))
    phrases = (first[i:j] for i in places for j in range(i + _SHARED, len(first) + 1))
    shared = max((each for each in phrases if each in second), key=len, default=first)
    if shared.count("“") != shared.count("”"):
        shared = shared.replace("“", "").replace("”", "")
    return f"{shared.strip(_EDGES)}有关情况综合"


def _rank(each: Candidate) -> tuple[int, int, int, int]:
    usual = _SHORT <= each.characters <= _LONG
    urgency = -list(Urgency).index(each.urgency)
    return (not usual, urgency, abs(each.characters - _USUAL), each.id)


def _repeated(candidates: Sequence[Candidate]) -> list[int]:
    seen: set[str] = set()
    found = []
    for each in candidates:
        title = "".join(_WORD.findall(each.title)) or each.title
        if title in seen:
            found.append(each.id)
        seen.add(title)
    return found


def _pair(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Give the first two reports that make one 综合: same topic, titles about one thing."""
    usual = [each for each in candidates if _SHORT <= each.characters <= _LONG and each.topic]
    for first, second in combinations(usual, 2):
        short_enough = first.characters + second.characters <= _LONG
        if first.topic == second.topic and short_enough and _about_one(first.title, second.title):
            return first, second
    return ()


def _about_one(first: str, second: str) -> bool:
    return any(
        phrase[start : start + _SHARED] in second
        for phrase in _HAN.findall(_NOISE.sub(" ", first))
        for start in range(len(phrase) - _SHARED + 1)
    )
