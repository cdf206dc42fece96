"""一键整理标点: what a careful editor puts right in Chinese text without reading it.

Never touched: addresses of the net, decimals (3.5), thousands (1,234), times (10:30), codes
(GB/T 9704-2012), English text. Each rule sees the text as the rules before it left it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from xinxi_desktop.domain.passages import Change
from xinxi_desktop.domain.widths import to_half

_HAN = r"\u3400-\u9fff\U00020000-\U0003ffff"
_MARKS = "，。；：？！、“”‘’（）《》〈〉【】〔〕…—"
_CJK = f"[{_HAN}{_MARKS}]"
_PROTECTED = re.compile(
    r"(?:https?|ftp)://[!-~]+|www\.[!-~]+|[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
    r"|\d+(?:[.,:]\d+)+|[A-Za-z0-9]+(?:[-_./:\\]+[A-Za-z0-9]+)+"
)
_FULL = str.maketrans(",;:?!.", "，；：？！。")
_COMMON = re.compile(rf"(?<={_CJK})[ ]*[,;:?!]+|[,;:?!]+(?=[ ]*{_CJK})")
_STOP = re.compile(rf"(?<=[{_HAN}”’）》%])\.(?=$|[ ]*{_CJK}|\s)")
_NUMBERED = re.compile(r"^[一二三四五六七八九十]{1,3}([.．,，])(?=\S)")
_WIDE = re.compile(r"[０-９Ａ-Ｚａ-ｚ]+")
_WIDE_DOT = re.compile(r"(?<=\d)．(?=\d)|(?<=^\d)．|(?<=^\d\d)．")
_WIDE_PERCENT = re.compile(r"(?<=\d)％")
_ELLIPSIS = re.compile(r"\.{3,}|。{3,}|…{3,}|(?<!…)…(?!…)|·{3,}")
_DASH = re.compile(rf"(?<={_CJK})(?:-{{2,}}|－{{2,}}|—{{3,}})(?={_CJK})")
_DOUBLED = re.compile(r"([，；：？！、])\1+|(?<!。)(。)。(?!。)|，+(?=[。；！？])")
_BLANK = re.compile(rf"(?<={_CJK})[ \u00a0](?={_CJK})")
_HAN_IN = re.compile(f"[{_HAN}]")
_APOSTROPHE = re.compile(r"(?<=[A-Za-z])['’](?=[A-Za-z])")

BLANK = "多余空格"
"""A single blank between Chinese characters; several of them, or a wide one, set words apart."""

Found = Iterator[tuple[int, int, str]]


def clean(text: str) -> list[Change]:
    """Give what should be changed in a paragraph, from the left."""
    cells = list(text)
    whys = [""] * len(cells)
    for why, rule in _RULES:
        _apply(cells, whys, why, rule)
    return _changes(text, cells, whys)


def _apply(cells: list[str], whys: list[str], why: str, rule: Callable[[str], Found]) -> None:
    """Let one rule see the text as it is by now, and keep what it says in the cells."""
    owners = [place for place, cell in enumerate(cells) for _ in cell]
    for start, end, new in list(rule("".join(cells))):
        places = sorted(set(owners[start:end]))
        for place in places:
            cells[place], whys[place] = "", why
        cells[places[0]] = new


def _changes(text: str, cells: list[str], whys: list[str]) -> list[Change]:
    found: list[Change] = []
    pairs = enumerate(zip(text, cells, strict=True))
    for why, run in groupby(pairs, key=lambda each: _why(each, whys)):
        if why:
            places = [place for place, _ in run]
            start, end = places[0], places[-1] + 1
            found.append(Change(start, end, "".join(cells[start:end]), why))
    return found


def _why(pair: tuple[int, tuple[str, str]], whys: list[str]) -> str:
    place, (before, after) = pair
    return whys[place] if before != after else ""


def _kept(text: str) -> set[int]:
    """Give the places of characters that belong to addresses, numbers and codes."""
    return {
        place for found in _PROTECTED.finditer(text) for place in range(found.start(), found.end())
    }


def _each(pattern: re.Pattern[str], make: Callable[[str], str]) -> Callable[[str], Found]:
    """A rule that replaces every match outside what is kept."""

    def rule(text: str) -> Found:
        kept = _kept(text)
        for found in pattern.finditer(text):
            new = make(found[0])
            if found.start() in kept:
                continue
            if len(new) == len(found[0]):
                yield from _turned(text, enumerate(new, found.start()))
            else:
                yield found.start(), found.end(), new

    return rule


def _numbers(text: str) -> Found:
    """一. and 一，at the beginning of a paragraph are 一、."""
    found = _NUMBERED.match(text)
    if found:
        yield found.start(1), found.end(1), "、"


def _halved(text: str) -> Found:
    """Full-width digits and letters, and the dot and the percent sign that belong to them."""
    half = _WIDE.sub(lambda found: to_half(found[0]), text)
    for pattern in (_WIDE, _WIDE_DOT, _WIDE_PERCENT):
        for found in pattern.finditer(text if pattern is _WIDE else half):
            for place in range(found.start(), found.end()):
                yield place, place + 1, to_half(text[place])


def _brackets(text: str) -> Found:
    """Pairs of brackets around or beside Chinese; f(x) and a lone bracket stay."""
    kept, waiting = _kept(text), list[int]()
    for place, char in enumerate(text):
        if char in "(（":
            waiting.append(place)
        elif char in ")）" and waiting:
            start = waiting.pop()
            if {start, place} & kept or not _is_chinese(text, start, place):
                continue
            yield from _turned(text, ((start, "（"), (place, "）")))


def _is_chinese(text: str, start: int, end: int) -> bool:
    """Tell whether what is in a pair of brackets, or stands beside it, is Chinese."""
    if _HAN_IN.search(text, start, end):
        return True
    before, after = text[start - 1 : start], text[end + 1 : end + 2]
    return bool(_HAN_IN.match(before) or (_HAN_IN.match(after) and not before.isalnum()))


def _quotes(text: str) -> Found:
    """Straight or wrongly turned quotation marks open and close by turns; an odd one stays."""
    if not _HAN_IN.search(text):
        return
    for marks, opens, closes in (('"“”', "“", "”"), ("'‘’", "‘", "’")):
        skipped = _kept(text) | {found.start() for found in _APOSTROPHE.finditer(text)}
        places = [p for p, char in enumerate(text) if char in marks and p not in skipped]
        told = [text[place] for place in places]
        if len(places) % 2 or (marks[0] not in told and _balanced(told, opens)):
            continue
        turns = (opens if n % 2 == 0 else closes for n in range(len(places)))
        yield from _turned(text, zip(places, turns, strict=True))


def _balanced(told: Iterable[str], opens: str) -> bool:
    """Tell whether every mark that opens is closed after it."""
    depth = 0
    for mark in told:
        depth += 1 if mark == opens else -1
        if depth < 0:
            return False
    return depth == 0


def _turned(text: str, wanted: Iterable[tuple[int, str]]) -> Found:
    for place, char in wanted:
        if text[place] != char:
            yield place, place + 1, char


def _once(found: str) -> str:
    """What stays of a doubled mark; nothing of commas before a stop."""
    return found[0] if len(found) > 1 else ""


def _doubled(text: str) -> Found:
    for found in _DOUBLED.finditer(text):
        keep = found[1] or found[2]
        if keep:
            yield found.start() + 1, found.end(), ""
        else:
            yield found.start(), found.end(), ""


_RULES: tuple[tuple[str, Callable[[str], Found]], ...] = (
    ("半角数字字母", _halved),
    ("省略号", _each(_ELLIPSIS, lambda _found: "……")),
    ("序号", _numbers),
    ("全角括号", _brackets),
    ("引号成对", _quotes),
    ("全角标点", _each(_COMMON, lambda found: found.strip().translate(_FULL))),
    ("全角标点", _each(_STOP, lambda _found: "。")),
    ("破折号", _each(_DASH, lambda _found: "——")),
    ("重复标点", _doubled),
    (BLANK, _each(_BLANK, lambda _found: "")),
)
"""In this order: what one puts right lets the next one see Chinese marks beside it."""
