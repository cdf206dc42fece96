"""Rules on what stands around the texts: marks, recipients, numbers, columns, 目录, fonts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from xinxi_desktop.domain import secrecy
from xinxi_desktop.domain.flow import PlacedParagraph
from xinxi_desktop.domain.vocabulary import Weight
from xinxi_desktop.domain.whole_issue.findings import Finding, IssueFacts

_NAMED = 8


def secrecy_inherited(facts: IssueFacts) -> Iterator[Finding]:
    """An issue bears the highest mark and the longest term of its items (architecture.md 15)."""
    marks = [(item.secrecy, item.secrecy_term) for item in facts.items]
    level = secrecy.highest(mark[0] for mark in marks)
    due = secrecy.mark(level, secrecy.longest_term(marks)) or level.label
    same = level is facts.secrecy and (not secrecy.is_state_secret(level) or due == _marked(facts))
    if not marks or same or secrecy.highest((level, facts.secrecy)) is not level:
        return
    yield Finding(
        "secrecy",
        Weight.ERROR,
        f"条目中最高为“{due}”，本期标的是“{_marked(facts)}”。请改正本期密级。",
    )


def _marked(facts: IssueFacts) -> str:
    return secrecy.mark(facts.secrecy, facts.secrecy_term) or facts.secrecy.label


def recipients_named(facts: IssueFacts) -> Iterator[Finding]:
    """An issue says to whom it goes."""
    if not facts.addressed:
        yield Finding("recipients", Weight.ERROR, "报、送、发都空着。请填写报送范围。")
    if not facts.copies:
        yield Finding("copies", Weight.WARNING, "份数是 0。请填写印多少份。")


def copies_add_up(facts: IssueFacts) -> Iterator[Finding]:
    """共印N份 is what the list of recipients adds up to; a few spare copies are only noted."""
    wanted, printed = facts.recipient_copies, facts.copies
    if printed > 0 and not wanted:
        yield Finding(
            "no_recipients", Weight.NOTE,
            f"本期印 {printed} 份，却没有分发对象：印发后份号无处登记、清退无从核对。请在“排版—分发”里列出名单。",
        )  # fmt: skip
    if wanted > printed > 0:
        yield Finding(
            "copies", Weight.WARNING,
            f"分发对象合计 {wanted} 份，本期只印 {printed} 份，差 {wanted - printed} 份。",
        )  # fmt: skip
    elif printed > wanted > 0:
        yield Finding(
            "copies", Weight.NOTE,
            f"分发对象合计 {wanted} 份，本期印 {printed} 份，余 {printed - wanted} 份没有去处。",
        )  # fmt: skip


def numbers_without_gap(facts: IssueFacts) -> Iterator[Finding]:
    """Numbers of a year follow one another."""
    if facts.skipped:
        named = "、".join(str(number) for number in facts.skipped[:_NAMED])
        more = f"等 {len(facts.skipped)} 期" if len(facts.skipped) > _NAMED else "期"
        yield Finding("number_gap", Weight.WARNING, f"今年的期号不连续：缺第{named}{more}。")


def columns_in_order(facts: IssueFacts) -> Iterator[Finding]:
    """Each item stands in a column of the publication, each column once."""
    if not facts.columns:
        return
    if not any(item.column for item in facts.bulletin.items):
        every = "、".join(facts.columns)
        yield Finding("no_column", Weight.NOTE, f"本期各条都没有归入栏目，各栏都空着：{every}。")
        return
    for place, item in enumerate(facts.bulletin.items):
        if not item.column:
            words = f"{facts.item_name(place)}没有归入栏目。"
            yield Finding("no_column", Weight.WARNING, words, place)
        elif item.column not in facts.columns:
            words = f"{facts.item_name(place)}的栏目“{item.column}”不在本刊栏目里。"
            yield Finding("unknown_column", Weight.WARNING, words, place)
    stretches = [name for name, _ in groupby(item.column for item in facts.bulletin.items)]
    for name in dict.fromkeys(name for name in stretches if name and stretches.count(name) > 1):
        words = f"栏目“{name}”被隔开，会印两次。请把同栏目的排在一起。"
        yield Finding("split_column", Weight.WARNING, words)
    empty = [name for name in facts.columns if name not in stretches]
    if empty:
        yield Finding("empty_column", Weight.NOTE, f"本期没有稿件的栏目：{'、'.join(empty)}。")


def contents_match(facts: IssueFacts) -> Iterator[Finding]:
    """目录 names every item by its title and the page it begins on."""
    paragraphs = [
        part.paragraph for part in facts.layout.placed if isinstance(part, PlacedParagraph)
    ]
    begins = {
        part.paragraph.anchor: part.page
        for part in facts.layout.placed
        if isinstance(part, PlacedParagraph) and part.paragraph.anchor
    }
    entries = [paragraph for paragraph in paragraphs if paragraph.target]
    if not facts.bulletin.contents:
        return
    titles = [_solid(item.title) for item in facts.bulletin.items]
    if [_solid(entry.text) for entry in entries] != titles:
        yield Finding("contents", Weight.ERROR, "目录与正文的标题对不上。请重新排版。")
    for place, entry in enumerate(entries):
        page = begins.get(entry.target, 0)
        if entry.tail != str(page):
            words = f"目录第{place + 1}条写第{entry.tail}页，正文在第{page}页。"
            yield Finding("contents", Weight.ERROR, words, place, page)


def _solid(title: str) -> str:
    return "".join(title.split())


def every_glyph_there(facts: IssueFacts) -> Iterator[Finding]:
    """No character is left without a glyph: it would block 付印."""
    if facts.layout.missing:
        signs = "、".join(facts.layout.missing[:_NAMED])
        yield Finding(
            "missing_glyph", Weight.ERROR,
            f"这些字在现有字体里都没有：{signs}。请在“设置”里添加含有它们的字体。",
        )  # fmt: skip


def pictures_fit_for_print(facts: IssueFacts) -> Iterator[Finding]:
    """Every picture is there and fine enough for paper."""
    for remark in facts.layout.remarks:
        weight = Weight.ERROR if remark.fault else Weight.WARNING
        words = f"{facts.item_name(remark.item)}：{remark.sentence}"
        yield Finding("picture", weight, words, remark.item, remark.page)


def official_fonts(facts: IssueFacts) -> Iterator[Finding]:
    """The page is set in the official fonts, or the substitute is named."""
    if facts.substitutes:
        pairs = "，".join(f"{role}用{family}" for role, family in facts.substitutes)
        yield Finding("fonts", Weight.NOTE, f"本机没有可用的公文字体，现以自带字体代替：{pairs}。")
