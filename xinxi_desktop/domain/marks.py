"""Finding secrecy and urgency marks in a report, and what a machine may hold.

Rules of practice.md §3: 秘密 and 机密 are levels, 绝密 is refused everywhere, 内部 and 工作秘密 are
marks without ★ and term. A mark is a ★ form anywhere, or the bare word standing alone where a
mark stands (top of the text, header, footer, text box, property, part of the file name); the
same word inside running text (商业秘密、保守国家秘密) is no mark.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from xinxi_desktop.domain.vocabulary import Machine, Secrecy, Urgency

TOP_SECRET = "绝密"
TOP_LINES = 12
"""How many lines from the top a mark without ★ may stand in."""

_LEVELS = {"秘密": Secrecy.SECRET, "机密": Secrecy.CONFIDENTIAL}
_STRENGTH = ("", "内部", "工作秘密", "秘密", "机密", TOP_SECRET)
_NUMBER = "(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})"
_TERM = rf"(?P<term>{_NUMBER}(?:年|个月|月|天|日)|长期|永久)"
_URGENT = "(?:特提|特急|加急|急件|平急|平件)"
_OPEN, _CLOSE = r"[【\[({〔<《「“\"]*", r"[】\])}〕>》」”\"]*"
_STARRED = re.compile(
    rf"(?<!工作)(?<!商业)(?P<word>绝密|机密|秘密)级?(?:[★☆✩✪✫✬✭✮✯⭐]|[*](?={_NUMBER}[年个月天日]))"
    rf"{_TERM}?"
)
_ALONE = re.compile(
    rf"{_OPEN}(?:密级:?)?(?:编?号?:?[0-9]{{1,8}})?{_OPEN}(?P<word>绝密|机密|秘密)"
    rf"(?:级|件|文件|资料|材料)?[*]?{_TERM}?{_CLOSE}{_URGENT}?(?:(?:编号|份号|NO|No)[.:]?[0-9]*)?"
    rf"(?:[0-9]{{4}}年[0-9]{{1,2}}月[0-9]{{1,2}}日)?{_CLOSE}"
)
_URGENT_FIRST = re.compile(rf"{_URGENT}(?P<word>绝密|机密|秘密)(?:级)?{_TERM}?")
_LABELLED = re.compile(
    rf"(?:密级|秘密等级|保密等级)[^:]{{0,6}}:(?P<word>绝密|机密|秘密)级?(?:[★*])?{_TERM}?"
)
_UNLEVELLED = re.compile(
    rf"{_OPEN}(?P<word>工作秘密|内部资料|内部材料|内部文件|内部)(?:[,、]?注意保存|[,、]?请勿外传)?{_CLOSE}"
)
_NAME_PART = re.compile(rf"(?P<word>绝密|机密|秘密)(?:级|件)?(?:{_TERM}.*)?")
_URGENT_ALONE = re.compile(
    rf"{_OPEN}(?:紧急程度:|缓急:)?(?:(?:机密|秘密)★?(?:{_NUMBER}年)?)?"
    rf"(?P<word>特提|特急|加急|急件){_CLOSE}"
)
_URGENT_BRACKETED = re.compile(r"[【\[(〔](?P<word>特提|特急|加急|急件)[】\])〕]")
_URGENT_LABELLED = re.compile(r"(?:紧急程度|缓急|紧急等级|急缓程度):(?P<word>特提|特急|加急|急件)")


@dataclass(frozen=True, slots=True)
class SecrecyMark:
    """A mark as found: its word (empty when none) and its term such as ``1年`` (may be empty)."""

    word: str = ""
    term: str = ""

    @property
    def is_state_secret(self) -> bool:
        """Tell whether the mark is one of the three levels of a state secret."""
        return self.word in _LEVELS or self.word == TOP_SECRET

    @property
    def secrecy(self) -> Secrecy:
        """Give the level that is stored; a raw report without a mark is 内部, never 公开."""
        if self.word == "工作秘密":
            return Secrecy.WORK_SECRET
        return _LEVELS.get(self.word, Secrecy.INTERNAL)


NO_MARK = SecrecyMark()


@dataclass(frozen=True, slots=True)
class MarkSources:
    """Where marks are looked for: the body's lines, what stands outside it, the file name."""

    body: tuple[str, ...] = ()
    margins: tuple[str, ...] = ()
    file_name: str = ""


def find_secrecy(sources: MarkSources) -> SecrecyMark:
    """Find the strongest secrecy mark of a file; of equal ones the first with a term."""
    found = [NO_MARK]
    for index, line in enumerate(sources.body):
        found += _line_marks(line, alone=index < TOP_LINES)
    for line in sources.margins:
        found += _line_marks(line, alone=True)
    found += _name_marks(sources.file_name)
    return max(found, key=lambda mark: (_STRENGTH.index(mark.word), bool(mark.term)))


def find_urgency(sources: MarkSources) -> Urgency:
    """Find an urgency mark standing alone, in brackets or after its label; else 平件."""
    found = [_line_urgency(line, bare=True) for line in sources.body[:TOP_LINES]]
    found += [_line_urgency(line, bare=True) for line in sources.margins]
    found += [_line_urgency(part, bare=True) for part in _name_parts(sources.file_name)]
    found.append(_line_urgency(sources.file_name, bare=False))
    words = {word for word in found if word}
    if words & {"特急", "特提"}:
        return Urgency.MOST_URGENT
    return Urgency.URGENT if words else Urgency.ORDINARY


def is_mark_line(line: str) -> bool:
    """Tell whether a line holds nothing but marks, so that it is not part of the text."""
    text = squeeze(line)
    return any(
        pattern.fullmatch(text)
        for pattern in (_ALONE, _URGENT_FIRST, _UNLEVELLED, _URGENT_ALONE, _STARRED_LINE)
    )


def refusal_code(mark: SecrecyMark, machine: Machine) -> str:
    """Tell why a machine may not hold a file with this mark; empty when it may."""
    if not mark.is_state_secret:
        return ""
    if machine is Machine.UNCLASSIFIED:
        return "state_secret"
    if mark.word == TOP_SECRET:
        return "top_secret"
    above = mark.secrecy is Secrecy.CONFIDENTIAL and machine is Machine.SECRET
    return "above_machine" if above else ""


def strip_marks(text: str) -> str:
    """Take bracketed urgency and secrecy marks out of a title or a file name."""
    text = re.sub(r"[【\[(〔（]\s*(?:特提|特急|加急|急件)\s*[】\])〕）]", "", text)
    return re.sub(
        r"[【\[(〔（]\s*(?:机密|秘密)[★☆*]?[^】\])〕）]{0,6}[】\])〕）]", "", text
    ).strip()


def squeeze(text: str) -> str:
    """Bring full-width forms to half-width and take every blank out, for matching only."""
    folded = unicodedata.normalize("NFKC", text)
    return "".join(
        char
        for char in folded
        if not char.isspace() and unicodedata.category(char) not in ("Cf", "Mn", "Cc")
    )


_STARRED_LINE = re.compile(rf"{_OPEN}{_STARRED.pattern}{_CLOSE}{_URGENT}?{_CLOSE}")


def _line_marks(line: str, *, alone: bool) -> list[SecrecyMark]:
    text = squeeze(line)
    matches = list(_STARRED.finditer(text))
    if alone:
        tests = (_ALONE.fullmatch, _URGENT_FIRST.fullmatch, _LABELLED.search, _UNLEVELLED.fullmatch)
        matches += [match for test in tests if (match := test(text))]
    return [_mark(match) for match in matches]


def _mark(match: re.Match[str]) -> SecrecyMark:
    word = match["word"]
    if word.startswith("内部"):
        return SecrecyMark("内部")
    return SecrecyMark(word, match.groupdict().get("term") or "")


def _name_marks(file_name: str) -> list[SecrecyMark]:
    starred = [_mark(match) for match in _STARRED.finditer(squeeze(file_name))]
    parts = [_NAME_PART.fullmatch(part) for part in _name_parts(file_name)]
    return starred + [_mark(match) for match in parts if match]


def _name_parts(file_name: str) -> list[str]:
    squeezed = unicodedata.normalize("NFKC", file_name)
    return [part for part in re.split(r"[^\u4e00-\u9fff0-9A-Za-z]+", squeezed) if part]


def _line_urgency(line: str, *, bare: bool) -> str:
    text = squeeze(line)
    match = _URGENT_LABELLED.search(text) or _URGENT_BRACKETED.search(text[:60])
    if bare and not match:
        match = _URGENT_ALONE.fullmatch(text)
    return match["word"] if match else ""
