"""Makes common.txt from the dictionary of jieba (MIT): words of two characters and more.

Usage: python resources/lexicons/make_lexicon.py path/to/jieba/dict.txt
One line a price: the price (ten times minus the natural logarithm of a word's share), a tab,
the words of that price with blanks between.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from math import log
from pathlib import Path

LEAST = 20
"""Words seen less often are left out: names and slips for the most part."""
LONGEST = 8


def main(source: Path) -> None:
    """Write the lexicon beside this script."""
    counts: dict[str, int] = {}
    for line in source.read_text(encoding="utf-8").splitlines():
        word, count, *_ = line.split(" ")
        counts[word] = int(count)
    total = sum(counts.values())
    priced: dict[int, list[str]] = defaultdict(list)
    for word, count in counts.items():
        hanzi = all("\u4e00" <= char <= "\u9fff" for char in word)
        if count >= LEAST and hanzi and 2 <= len(word) <= LONGEST:
            priced[round(-10 * log(count / total))].append(word)
    lines = (f"{price}\t{' '.join(sorted(words))}" for price, words in sorted(priced.items()))
    target = Path(__file__).parent / "common.txt"
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
