"""Charts as plain shapes: laid out once, painted on screen and on paper alike.

报送 is an outline and 采用 a filled part of it, so that a chart reads in black and white.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Measure = Callable[[str], float]
"""Gives the width of a text in the size that the chart is set in."""

_ROW, _BAR = 1.9, 1.1
_COLUMN_HEIGHT, _WIDEST = 8.0, 3.0
_TITLE = 2.2


@dataclass(frozen=True, slots=True)
class Bar:
    """What was submitted and adopted under a label."""

    label: str
    submitted: int
    adopted: int

    @property
    def words(self) -> str:
        """Both numbers: 23/11."""
        return f"{self.submitted}/{self.adopted}"


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars in the order given; ``upright`` ones stand side by side."""

    title: str
    bars: tuple[Bar, ...]
    upright: bool = False

    @property
    def spoken(self) -> str:
        """The chart in words, for a screen reader."""
        parts = [f"{bar.label}报送 {bar.submitted} 采用 {bar.adopted}" for bar in self.bars]
        return f"{self.title}：{'；'.join(parts)}"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, filled for 采用, else an outline."""

    x: float
    y: float
    width: float
    height: float
    filled: bool


@dataclass(frozen=True, slots=True)
class Words:
    """A text whose middle stands at ``y``; ``align`` is -1 from ``x``, 0 about it, 1 up to it."""

    x: float
    y: float
    text: str
    align: int = -1
    title: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes from the top left corner, and the height they take."""

    height: float
    boxes: tuple[Box, ...]
    words: tuple[Words, ...]


def draw(chart: Chart, width: float, size: float, measure: Measure) -> Drawing:
    """Lay out a chart ``width`` wide with text of ``size``."""
    title = Words(0, size, f"{chart.title}（空心报送，实心采用，数字是报送/采用）", title=True)
    shapes = _columns if chart.upright else _rows
    drawn = shapes(chart, width, size, measure)
    return Drawing(drawn.height, drawn.boxes, (title, *drawn.words))


def _rows(chart: Chart, width: float, size: float, measure: Measure) -> Drawing:
    left = min(max((measure(bar.label) for bar in chart.bars), default=0) + size, width / 2)
    right = max((measure(bar.words) for bar in chart.bars), default=0) + size
    most = max((bar.submitted for bar in chart.bars), default=0) or 1
    scale = max(width - left - right, 1) / most
    boxes, words, y = [], [], _TITLE * size
    for bar in chart.bars:
        middle, top = y + _ROW * size / 2, y + (_ROW - _BAR) * size / 2
        for number, filled in ((bar.submitted, False), (bar.adopted, True)):
            if number:
                boxes.append(Box(left, top, number * scale, _BAR * size, filled))
        words.append(Words(left - size / 2, middle, bar.label, 1))
        words.append(Words(left + bar.submitted * scale + size / 2, middle, bar.words))
        y += _ROW * size
    return Drawing(y + size / 2, tuple(boxes), tuple(words))


def _columns(chart: Chart, width: float, size: float, measure: Measure) -> Drawing:
    room = width / max(len(chart.bars), 1)
    thick = min(room * 0.6, _WIDEST * size)
    most = max((bar.submitted for bar in chart.bars), default=0) or 1
    foot = (_TITLE + 1.5 + _COLUMN_HEIGHT) * size
    every = _every(chart, room, measure)
    boxes, words = [], []
    for place, bar in enumerate(chart.bars):
        centre = room * (place + 0.5)
        for number, filled in ((bar.submitted, False), (bar.adopted, True)):
            height = number / most * _COLUMN_HEIGHT * size
            if number:
                boxes.append(Box(centre - thick / 2, foot - height, thick, height, filled))
        if place % every == 0:
            top = foot - bar.submitted / most * _COLUMN_HEIGHT * size
            words.append(Words(centre, top - size * 0.8, bar.words, 0))
            words.append(Words(centre, foot + size, bar.label, 0))
    return Drawing(foot + 2.5 * size, tuple(boxes), tuple(words))


def _every(chart: Chart, room: float, measure: Measure) -> int:
    """Label so few columns that the labels stand apart."""
    widest = max((max(measure(bar.label), measure(bar.words)) for bar in chart.bars), default=0)
    return max(1, int(-(-(widest * 1.15) // max(room, 1))))
