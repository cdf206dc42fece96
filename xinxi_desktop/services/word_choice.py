"""Which word a character of a text belongs to, by the office's own word list."""

from __future__ import annotations

import re

_RUN = re.compile(r"[^\s\ufffc，。；：、！？“”‘’（）《》〔〕【】…—,;:!?\"'()]+")


def word_at(text: str, place: int) -> tuple[int, int]:
    """Give begin and end of the word of the character at ``place``; a mark is one by itself.

    Behind the end it is the last character that is meant.
    """
    from xinxi_desktop.words import common_lexicon, word_ends

    place = min(place, max(len(text) - 1, 0))
    for run in _RUN.finditer(text):
        if run.start() <= place < run.end():
            ends = sorted(word_ends(run[0], common_lexicon()) | {len(run[0])})
            own = place - run.start()
            last = next(end for end in ends if end > own)
            first = max((end for end in ends if end <= own), default=0)
            return run.start() + first, run.start() + last
    return place, min(place + 1, len(text))
