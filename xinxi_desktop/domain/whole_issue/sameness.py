"""Two items of an issue that tell the same: one report, one title, or much of one text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from xinxi_desktop.domain.bulletin import BulletinItem
from xinxi_desktop.domain.document import Document, Paragraph
from xinxi_desktop.domain.vocabulary import Weight
from xinxi_desktop.domain.whole_issue.findings import Finding, IssueFacts, quoted

_SIGNS = re.compile(r"[\W_]+")
_SENTENCE = re.compile(r"[^。！？；!?;]+[。！？；!?;”’」』）)]*")
_LEAST = 20
"""Words this long, signs apart, are not found twice by chance."""
_SUBSTANTIAL = 0.4
"""Of the shorter text; what is less may be a closing sentence that both happen to have."""
_QUOTED = 40


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph or a sentence that stands in another item, too."""

    block: str
    first: int
    text: str

    @property
    def length(self) -> int:
        """Its characters, signs apart."""
        return len(bare(self.text))


def bare(text: str) -> str:
    """Give a text without signs and blanks."""
    return _SIGNS.sub("", text)


def same_article_twice(facts: IssueFacts) -> Iterator[Finding]:
    """No two items share their report, their title or much of their text."""
    for (first, one), (place, other) in combinations(enumerate(facts.bulletin.items), 2):
        named = f"{facts.item_name(place)}与{facts.item_name(first)}"
        shared = shared_pieces(one.body, other.body)
        share = _share(shared, one, other)
        same = _same_origin(facts, first, place)
        if same:
            words = f"{named}{same}，像是同一件事编了两次。"
            yield Finding("twice", Weight.ERROR, words, place)
        elif share >= _SUBSTANTIAL:
            words = f"{named}文字有 {share:.0%} 相同，像是同一件事编了两次：{_quoted(shared)}"
            yield _at(shared, "twice", Weight.ERROR, words, place)
        elif shared:
            weight = Weight.NOTE if len(shared) == 1 else Weight.WARNING
            words = f"{named}有 {len(shared)} 处文字相同（占 {share:.0%}），请看是否合适：{_quoted(shared)}"
            yield _at(shared, "alike", weight, words, place)


def shared_pieces(one: Document, other: Document) -> list[Piece]:
    """List the paragraphs of ``other`` that ``one`` has, too, and of the rest the sentences."""
    paragraphs = {bare(block.text) for block in one.blocks if isinstance(block, Paragraph)}
    sentences = {bare(piece.text) for block in _paragraphs(one) for piece in _sentences(block)}
    found = []
    for block in _paragraphs(other):
        if bare(block.text) in paragraphs:
            found += _long([Piece(block.id, 0, block.text)])
        else:
            found += _long([each for each in _sentences(block) if bare(each.text) in sentences])
    return found


def _paragraphs(document: Document) -> list[Paragraph]:
    return [block for block in document.blocks if isinstance(block, Paragraph)]


def _sentences(block: Paragraph) -> list[Piece]:
    return [
        Piece(block.id, match.start(), match.group()) for match in _SENTENCE.finditer(block.text)
    ]


def _long(pieces: list[Piece]) -> list[Piece]:
    return [piece for piece in pieces if piece.length >= _LEAST]


def _share(shared: list[Piece], *items: BulletinItem) -> float:
    """How much of the shorter text stands in the other, too."""
    shorter = min(sum(len(bare(block.text)) for block in _paragraphs(item.body)) for item in items)
    return min(1.0, sum(piece.length for piece in shared) / max(shorter, 1))


def _same_origin(facts: IssueFacts, first: int, place: int) -> str:
    """Say what two items have in common besides their words, if anything."""
    if place < len(facts.items):
        numbers = facts.items[place].submissions
        for number in (each for each in facts.items[first].submissions if each in numbers):
            return f"都出自来稿 {number}"
    titles = [bare(facts.bulletin.items[each].title) for each in (first, place)]
    return "标题相同" if titles[0] and titles[0] == titles[1] else ""


def _longest(shared: list[Piece]) -> Piece:
    return max(shared, key=lambda piece: piece.length)


def _quoted(shared: list[Piece]) -> str:
    return quoted(_longest(shared).text.strip(), _QUOTED)


def _at(shared: list[Piece], rule: str, weight: Weight, words: str, place: int) -> Finding:
    longest = _longest(shared)
    return Finding(
        rule, weight, words, place, block=longest.block, first=longest.first, quote=longest.text
    )
