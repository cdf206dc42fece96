"""What one checks in a report before using it: numbers, dates, names of units and of people."""

from __future__ import annotations

import re
from collections.abc import Iterable

from xinxi_desktop.domain.finding import occurrences

Place = tuple[int, int]
_DIGITS = r"[0-9０-９]"
_AMOUNT = rf"{_DIGITS}+(?:[,，.．]{_DIGITS}+)*(?:[%％‰]|[万亿千百]+)?"
_DATE = rf"(?:{_DIGITS}{{2,4}}年)?(?:{_DIGITS}{{1,2}}月)(?:{_DIGITS}{{1,2}}日)?|{_DIGITS}{{4}}年"
_NUMBERS = re.compile(f"{_DATE}|{_AMOUNT}")
_SHORTEST = 2
_WORD = re.compile(r"\w+")


class Checks:
    """Finds what is to be checked in lines of text; ``names`` are those of units and people."""

    def __init__(self, names: Iterable[str]) -> None:
        """Prepare once for many lines."""
        known = {name for name in names if len(name) >= _SHORTEST}
        longest_first = sorted(known, key=lambda name: (-len(name), name))
        self._names = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")

    def places(self, text: str) -> list[Place]:
        """Give first and last (exclusive) characters, in order; none overlap."""
        found: list[Place] = []
        matches = [*self._names.finditer(text), *_NUMBERS.finditer(text)]
        for match in sorted(matches, key=lambda each: (each.start(), -each.end())):
            if not found or match.start() >= found[-1][1]:
                found.append(match.span())
        return found


def word_places(text: str, words: str) -> list[Place]:
    """Give where the words of a search stand in a text, whatever their width and case."""
    return sorted(
        (start, start + len(word))
        for word in dict.fromkeys(_WORD.findall(words))
        for start in occurrences(text, word, loosely=True)
    )
