"""What changed between two texts, by words: sentences first, then the words of what is left.

Comparing by characters would tear words (望川县 → 望江县 marks 川 only); comparing all words at
once would be slow and would find chance matches far apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate, pairwise

from xinxi_desktop.domain.spans import Kind, Piece, Sides, Span
from xinxi_desktop.words.lexicon import Lexicon, common_lexicon
from xinxi_desktop.words.segment import word_ends

_SENTENCE = re.compile(r"[^。！？；!?;\n]*[。！？；!?;]+[”’」』）)]*|[^。！？；!?;\n]+|\n")
_WORDS = re.compile(r"\w")
_MOST_PAIRS = 4_000_000
"""Above so many pairs of words a stretch counts as rewritten; comparing it would take seconds."""
_LEAST_KEPT = 2
_LEAST_MOVED = 6

Opcode = tuple[str, int, int, int, int]


def compare(old: str, new: str, lexicon: Lexicon | None = None) -> tuple[Piece, ...]:
    """Give the pieces of which both texts are made, in order; gone before new."""
    words = lexicon or common_lexicon()
    left, right = _sentences(old), _sentences(new)
    found: list[tuple[Kind, str]] = []
    for tag, a, b, c, d in _opcodes(left, right):
        if tag == "equal":
            found.append((Kind.SAME, "".join(left[a:b])))
        else:
            found.extend(_by_words("".join(left[a:b]), "".join(right[c:d]), words))
    return tuple(_placed(_joined(found)))


def compare_sides(old: str, new: str, lexicon: Lexicon | None = None) -> Sides:
    """Tell what to mark in two texts side by side; a sentence that only moved is not marked."""
    pieces = compare(old, new, lexicon)
    gone = [Span(p.old, p.old + len(p.text)) for p in pieces if p.kind is Kind.GONE]
    fresh = [Span(p.new, p.new + len(p.text)) for p in pieces if p.kind is Kind.NEW]
    here, there = _whole_sentences(old, gone), _whole_sentences(new, fresh)
    moved = _counted(old, here) & _counted(new, there)
    return Sides(_without(old, gone, here, moved), _without(new, fresh, there, moved))


def _sentences(text: str) -> list[str]:
    return _SENTENCE.findall(text)


def _opcodes(left: Sequence[str], right: Sequence[str]) -> Sequence[Opcode]:
    return SequenceMatcher(None, left, right, autojunk=False).get_opcodes()


def _by_words(old: str, new: str, lexicon: Lexicon) -> list[tuple[Kind, str]]:
    """Compare one stretch; a lone small word between two changes is taken as changed too."""
    left, right = _tokens(old, lexicon), _tokens(new, lexicon)
    if not left or not right or len(left) * len(right) > _MOST_PAIRS:
        return [(Kind.GONE, old), (Kind.NEW, new)]
    opcodes = _opcodes(left, right)
    found: list[tuple[Kind, str]] = []
    for place, (tag, a, b, c, d) in enumerate(opcodes):
        text = "".join(left[a:b])
        inner = 0 < place < len(opcodes) - 1
        if tag == "equal" and not (inner and _chance(text)):
            found.append((Kind.SAME, text))
        else:
            found += [(Kind.GONE, text), (Kind.NEW, "".join(right[c:d]))]
    return found


def _chance(text: str) -> bool:
    """Tell whether a stretch is so small that it is alike by chance."""
    return "\n" not in text and len(_WORDS.findall(text)) < _LEAST_KEPT


def _tokens(text: str, lexicon: Lexicon) -> list[str]:
    """Cut a text into words; a line end is a word of its own."""
    tokens: list[str] = []
    for place, line in enumerate(text.split("\n")):
        if place:
            tokens.append("\n")
        if line:
            cuts = [0, *sorted(word_ends(line, lexicon)), len(line)]
            tokens.extend(line[start:end] for start, end in pairwise(cuts))
    return tokens


def _joined(found: Sequence[tuple[Kind, str]]) -> Iterator[tuple[Kind, str]]:
    """Join neighbours of one kind; within one change what is gone stands before what is new."""
    waiting = {Kind.GONE: "", Kind.NEW: "", Kind.SAME: ""}
    for kind, text in found:
        if not text:
            continue
        if kind is Kind.SAME:
            yield from _release(waiting, (Kind.GONE, Kind.NEW))
        else:
            yield from _release(waiting, (Kind.SAME,))
        waiting[kind] += text
    yield from _release(waiting, (Kind.SAME, Kind.GONE, Kind.NEW))


def _release(waiting: dict[Kind, str], kinds: Sequence[Kind]) -> Iterator[tuple[Kind, str]]:
    for kind in kinds:
        if waiting[kind]:
            yield kind, waiting[kind]
            waiting[kind] = ""


def _placed(found: Iterator[tuple[Kind, str]]) -> Iterator[Piece]:
    old = new = 0
    for kind, text in found:
        yield Piece(kind, text, old, new)
        old += 0 if kind is Kind.NEW else len(text)
        new += 0 if kind is Kind.GONE else len(text)


def _whole_sentences(text: str, spans: Sequence[Span]) -> list[Span]:
    """Give the sentences that lie wholly within spans and are long enough to be known again."""
    ends = [0, *accumulate(len(sentence) for sentence in _sentences(text))]
    whole: list[Span] = []
    waiting = iter(spans)
    span = next(waiting, None)
    for start, end in pairwise(ends):
        while span and span.end <= start:
            span = next(waiting, None)
        if span and span.start <= start and end <= span.end and end - start >= _LEAST_MOVED:
            whole.append(Span(start, end))
    return whole


def _counted(text: str, spans: Sequence[Span]) -> Counter[str]:
    return Counter(text[span.start : span.end] for span in spans)


def _without(
    text: str, spans: Sequence[Span], sentences: Sequence[Span], moved: Counter[str]
) -> tuple[Span, ...]:
    """Cut moved sentences out of spans."""
    left = Counter(moved)
    cuts: list[Span] = []
    for sentence in sentences:
        words = text[sentence.start : sentence.end]
        if left[words] > 0:
            left[words] -= 1
            cuts.append(sentence)
    rest: list[Span] = []
    for span in spans:
        start = span.start
        for cut in (each for each in cuts if span.start <= each.start and each.end <= span.end):
            rest.append(Span(start, cut.start))
            start = cut.end
        rest.append(Span(start, span.end))
    return tuple(each for each in rest if text[each.start : each.end].strip())
