"""Makes believable reports from a seed: our own sentences, no two alike, for any count.

Reports come in parcels that each have a seed of their own, so that a short run is the
beginning of a long one, and several processes can write at once.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from benchmarks.vocabulary import words

PLACES = ("安渡", "白湾", "栖山", "望川", "石泓", "临汐", "东埠", "柳渡", "北关", "城南")
MATTERS = (
    "冷链物流",
    "充电设施",
    "就业服务",
    "课后服务",
    "老年食堂",
    "污水管网",
    "农机维修",
    "医保结算",
)
VERBS = ("推进", "排查", "整治", "试点", "完善", "统筹", "督办", "走访")
PARCEL = 500
_PARAGRAPHS = (2, 5)
_PER_PARAGRAPH = (1, 4)
_NUMBERS = tuple(str(number) for number in range(2, 400))

_PATTERNS = (
    "{place}今年{verb}{matter}{n}处，{w}{w}的{w}{w}，{w}{w}，群众满意度明显提高。",
    "据{place}反映，{matter}仍有{n}处进展偏慢，{w}和{w}{w}，主要是{w}{w}不够。",
    "下一步，{place}将继续{verb}{matter}，{w}{w}{w}，力争年内完成{w}{w}的任务。",
    "{w}的{w}{w}，{w}{w}{w}{w}，{n}个{w}{w}的{w}得到{w}。",
    "在{w}{w}方面，{w}{w}和{w}{w}，{w}{w}的{w}{w}{w}。",
    "{w}{w}{w}，{w}{w}，{w}{w}的{w}{w}同比增长{n}%。",
    "{w}{w}，{w}{w}{w}，{w}{w}，{w}的{w}{w}。",
    "{w}{w}和{w}{w}，{w}{w}{w}，{w}{w}的{w}。",
    "{w}{w}{w}，{w}{w}，{w}{w}{w}{w}。",
    "建议{w}{w}{w}，由{w}{w}，对{w}{w}的{w}{w}{w}。",
    "一是{w}{w}，{w}{w}{w}；二是{w}{w}的{w}，{w}{w}。",
    "{w}、{w}、{w}等{n}项{w}{w}，{w}{w}{w}的{w}。",
)
_TITLES = (
    "{place}{verb}{matter}{w}{w}的做法",
    "{place}反映{matter}{w}{w}{w}",
    "关于{w}{w}{w}的{w}",
    "{place}{w}{w}{verb}{w}",
)


@dataclass(frozen=True, slots=True)
class Report:
    """One made-up report."""

    title: str
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        """The whole text, a line a paragraph."""
        return "\n".join((self.title, *self.paragraphs))


def reports(count: int, seed: int = 7) -> Iterator[Report]:
    """Give ``count`` reports; the same seed gives the same ones."""
    parcels = range((count + PARCEL - 1) // PARCEL)
    return islice((each for number in parcels for each in parcel(number, seed)), count)


def parcel(number: int, seed: int = 7) -> list[Report]:
    """Give the reports of one parcel."""
    pen = _Pen(random.Random(seed * 1_000_003 + number))
    return [pen.report() for _ in range(PARCEL)]


class _Pen:
    """Writes sentences; words are drawn many at a time, which is what takes long."""

    _DRAWN = 50_000

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._words = self._draw()

    def report(self) -> Report:
        """Write a title and some paragraphs."""
        number = self._rng.randint(*_PARAGRAPHS)
        return Report(self._sentence(_TITLES), tuple(self._paragraph() for _ in range(number)))

    def _paragraph(self) -> str:
        number = self._rng.randint(*_PER_PARAGRAPH)
        return "".join(self._sentence(_PATTERNS) for _ in range(number))

    def _sentence(self, patterns: tuple[str, ...]) -> str:
        choice, following = self._rng.choice, self._words
        parts = choice(patterns).split("{w}")
        text = "".join(part + next(following) for part in parts[:-1]) + parts[-1]
        for slot, choices in _SLOTS:
            if slot in text:
                text = text.replace(slot, choice(choices))
        return text

    def _draw(self) -> Iterator[str]:
        known = words()
        while True:
            yield from self._rng.choices(known.words, cum_weights=known.heights, k=self._DRAWN)


_SLOTS = (("{place}", PLACES), ("{verb}", VERBS), ("{matter}", MATTERS), ("{n}", _NUMBERS))
