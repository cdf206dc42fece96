"""Rules on the texts of an issue: nothing empty, nothing left open, one name a unit."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from xinxi_desktop.domain.document import Table
from xinxi_desktop.domain.flow import PlacedTable
from xinxi_desktop.domain.vocabulary import Weight
from xinxi_desktop.domain.whole_issue.findings import Finding, IssueFacts
from xinxi_desktop.domain.whole_issue.sameness import bare

_PLACES = ("省", "市", "县", "区", "乡", "镇", "街道")
"""Names that end so are of places as often as of the units there."""
_OPEN = re.compile(r"×{2,}|[xX]{3,}|〔(?:待[^〕]*|图：[^〕]*)〕|[?？]{2,}|[_＿]{2,}|待核实|待补")
"""What writers leave in a text to be filled in later."""


def nothing_empty(facts: IssueFacts) -> Iterator[Finding]:
    """Every item has a title, a text and, where wanted, its 供稿单位."""
    for place, item in enumerate(facts.bulletin.items):
        if not item.title.strip():
            yield Finding("empty", Weight.ERROR, f"{facts.item_name(place)}没有标题。", place)
        if not item.body.characters():
            yield Finding("empty", Weight.ERROR, f"{facts.item_name(place)}没有正文。", place)
        if facts.credit_wanted and not item.credit:
            yield Finding(
                "no_credit", Weight.NOTE, f"{facts.item_name(place)}没有署供稿单位。", place
            )


def units_left_out_knowingly(facts: IssueFacts) -> Iterator[Finding]:
    """No unit is left out below an item on a guess that nobody has looked at."""
    for place, item in enumerate(facts.items if facts.credit_wanted else ()):
        name = facts.item_name(place)
        if item.tone_guessed:
            words = f"{name}的喜忧是程序自动判断的“忧”，因此不署供稿单位，请在“编辑—登记”里核对。"
            yield Finding("tone_guessed", Weight.WARNING, words, place)
        elif item.tone_at_odds:
            words = f"{name}登记为“忧”，所用来稿都不是，因此不署供稿单位。"
            yield Finding("tone_at_odds", Weight.NOTE, words, place)


def title_not_repeated(facts: IssueFacts) -> Iterator[Finding]:
    """The text does not begin with its own title once more."""
    for place, item in enumerate(facts.bulletin.items):
        first = item.body.blocks[0] if item.body.blocks else None
        text = getattr(first, "text", "")
        if text and bare(text) == bare(item.title):
            words = f"{facts.item_name(place)}正文的第一段又写了一遍标题。"
            yield Finding("title_repeated", Weight.WARNING, words, place)


def printed_before(facts: IssueFacts) -> Iterator[Finding]:
    """An item that the readers have seen already is named with the issue."""
    for place, item in enumerate(facts.items):
        if item.printed_in:
            issues = "、".join(item.printed_in)
            words = f"{facts.item_name(place)}已在{issues}刊发过。"
            yield Finding("printed_before", Weight.WARNING, words, place)


def one_name_a_unit(facts: IssueFacts) -> Iterator[Finding]:
    """A unit is written one way in all texts, and one way in all credits.

    A text may well say 市人社局 for short where a credit has the full name, or 栖山县 of the place.
    """
    if not facts.unit_names:
        return
    pattern = re.compile("|".join(sorted(map(re.escape, facts.unit_names), key=len, reverse=True)))
    items = facts.bulletin.items
    texts = [f"{item.title}\n{item.body.plain_text()}" for item in items]
    for written in (texts, [item.credit for item in items]):
        used: dict[int, dict[str, int]] = defaultdict(dict)
        for place, text in enumerate(written):
            for name in pattern.findall(text):
                if not name.endswith(_PLACES):
                    used[facts.unit_names[name]].setdefault(name, place)
        for names in used.values():
            if len(names) > 1:
                told = "，".join(
                    f"{facts.item_name(place)}写“{name}”" for name, place in names.items()
                )
                yield Finding("unit_names", Weight.WARNING, f"同一单位写法不一：{told}。")


def nothing_left_open(facts: IssueFacts) -> Iterator[Finding]:
    """Nothing waits to be filled in."""
    for place, item in enumerate(facts.bulletin.items):
        found = dict.fromkeys(_OPEN.findall(f"{item.title}\n{item.body.plain_text()}"))
        if found:
            words = f"{facts.item_name(place)}里还有没填的：{'、'.join(found)}。"
            yield Finding("left_open", Weight.WARNING, words, place)


def tables_in_one_piece(facts: IssueFacts) -> Iterator[Finding]:
    """A table with too many columns for the page was cut: somebody should look at it."""
    set_ = Counter(part.table.item for part in facts.layout.placed if isinstance(part, PlacedTable))
    for place, item in enumerate(facts.bulletin.items):
        written = sum(
            isinstance(block, Table) and any(map(len, block.rows)) for block in item.body.blocks
        )
        if set_[place] > written:
            words = f"{facts.item_name(place)}有表格栏目太多，一页排不下，已按栏拆开接排。请核对，或减少栏目。"
            yield Finding("wide_table", Weight.NOTE, words, place)
