"""How measurements are taken and printed: medians of interleaved runs, as ratios."""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

RUNS = 5
Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of ``make bench``: ours, the other way, their ratio, what was asked.

    ``target`` reads ``<=1.3`` or ``>=4``; empty where nothing was asked. ``baseline`` and
    ``ratio`` are None where only our own value counts.
    """

    name: str
    value: float
    unit: str
    baseline: float | None
    ratio: float | None
    target: str

    @property
    def verdict(self) -> str:
        """``ok`` or ``SHORT``; ``–`` where nothing was asked."""
        if not self.target:
            return "–"
        asked, measured = float(self.target[2:]), self.value if self.ratio is None else self.ratio
        met = measured <= asked if self.target.startswith("<=") else measured >= asked
        return "ok" if met else "SHORT"

    def __str__(self) -> str:
        """Write the line: name value unit baseline ratio target verdict."""
        numbers = ["–" if n is None else f"{n:.3f}" for n in (self.baseline, self.ratio)]
        return (
            f"{self.name} {self.value:.3f} {self.unit} {' '.join(numbers)}"
            f" {self.target or '–'} {self.verdict}"
        )


def medians(*works: Work) -> list[float]:
    """Give each work's median in milliseconds, the works taking turns after one warm-up."""
    for work in works:
        work()
    times: list[list[float]] = [[] for _ in works]
    for _ in range(RUNS):
        for work, taken in zip(works, times, strict=True):
            begin = time.perf_counter()
            work()
            taken.append((time.perf_counter() - begin) * 1000)
    return [statistics.median(taken) for taken in times]


def against(name: str, ours: Work, other: Work, target: str = "") -> Line:
    """Measure ours against another way; the ratio is ours / other."""
    value, baseline = medians(ours, other)
    return Line(name, value, "ms", baseline, value / baseline, target)


def faster(name: str, ours: Work, other: Work, target: str) -> Line:
    """Measure how many times faster ours is; the ratio is other / ours."""
    value, baseline = medians(ours, other)
    return Line(name, value, "ms", baseline, baseline / value, target)


def alone(name: str, ours: Work, target: str = "") -> Line:
    """Measure ours alone."""
    return Line(name, medians(ours)[0], "ms", None, None, target)


def save(lines: list[Line], path: Path) -> None:
    """Write the lines as JSON for other programs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = [{**asdict(line), "verdict": line.verdict} for line in lines]
    path.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
