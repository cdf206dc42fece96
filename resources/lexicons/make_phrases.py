"""Makes phrases.txt: words that official reports nearly always write side by side.

Usage: python resources/lexicons/make_phrases.py REPORTS.jsonl …
Each line of a file is a JSON object with the text of a report. Kept are phrases of two or three
words that were seen often and whose words draw each other (normalised pointwise mutual
information); a title had better not be broken inside one.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from math import log
from pathlib import Path

from xinxi_desktop.words import common_lexicon, word_ends
from xinxi_desktop.words.segment import FUNCTION_WORDS

LEAST = 10
"""Phrases seen less often are left out."""
BOUND = 0.38
"""Least normalised mutual information of a phrase's words, 1 being always together."""
LONGEST = 8
_SHORT = 4
_HANZI = re.compile(r"[\u4e00-\u9fff]{3,}")


def main(sources: list[Path]) -> None:
    """Write the phrases beside this script, a line each length."""
    words, pairs, triples = Counter[str](), Counter[tuple[str, ...]](), Counter[tuple[str, ...]]()
    for run in _runs(sources):
        cut = _words(run)
        words.update(cut)
        pairs.update(pairwise(cut))
        triples.update(zip(cut, cut[1:], cut[2:], strict=False))
    total = sum(words.values())
    found = {"".join(words_) for words_ in _bound(pairs, words, total)}
    found |= {"".join(words_) for words_ in _bound(triples, words, total)}
    by_length: dict[int, list[str]] = {}
    for phrase in sorted(found):
        by_length.setdefault(len(phrase), []).append(phrase)
    lines = (" ".join(phrases) for _length, phrases in sorted(by_length.items()))
    target = Path(__file__).parent / "phrases.txt"
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _runs(sources: list[Path]) -> Iterator[str]:
    """Give the runs of Chinese characters between marks and numbers."""
    for source in sources:
        for line in source.read_text(encoding="utf-8").splitlines():
            for text in _texts(json.loads(line)):
                yield from _HANZI.findall(text)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)


def _words(run: str) -> list[str]:
    ends = [0, *sorted(word_ends(run, common_lexicon())), len(run)]
    return [run[start:end] for start, end in pairwise(ends)]


def _bound(
    groups: Counter[tuple[str, ...]], words: Counter[str], total: int
) -> Iterator[tuple[str, ...]]:
    for group, count in groups.items():
        length = sum(map(len, group))
        if count < LEAST or not 3 <= length <= LONGEST or not _may_bound(group, length):
            continue
        share = count / total
        apart = sum(log(words[word] / total) for word in group)
        if (log(share) - apart) / -log(share) / (len(group) - 1) >= BOUND:
            yield group


def _may_bound(group: tuple[str, ...], length: int) -> bool:
    """Tell whether a phrase may begin and end so: longer ones not with a lone character."""
    first, last = group[0], group[-1]
    if FUNCTION_WORDS & {first, last}:
        return False
    return length <= _SHORT or min(len(first), len(last)) > 1


if __name__ == "__main__":
    main([Path(each) for each in sys.argv[1:]])
