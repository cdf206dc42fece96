"""Turning placed lines into positioned runs, in points from the page's top left corner."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from xinxi_desktop.domain.page import BLACK, Image, Page, Rule, Run
from xinxi_desktop.typesetting.bidi import mirrored, visual_order
from xinxi_desktop.typesetting.breaker import advances, spread_evenly
from xinxi_desktop.typesetting.fine import line_steps
from xinxi_desktop.typesetting.masthead import BASELINE
from xinxi_desktop.typesetting.measure import Measured
from xinxi_desktop.typesetting.rules import BLANKS

TWIP = 1 / 20
_HANGING = BLANKS | {"\n"}


@dataclass(slots=True)
class Canvas:
    """The runs and rules collected for one page; sizes in twips."""

    width: int
    height: int
    label: str = ""
    runs: list[Run] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    watermark: Run | None = None
    images: list[Image] = field(default_factory=list)

    def page(self) -> Page:
        """Give the finished page."""
        return Page(
            self.width * TWIP, self.height * TWIP, tuple(self.runs), tuple(self.rules),
            self.label, self.watermark, tuple(self.images),
        )  # fmt: skip

    def rule(
        self, x1: float, y1: float, x2: float, y2: float, width: float, colour: str = BLACK
    ) -> None:
        """Draw a straight line; all in twips."""
        self.rules.append(Rule(x1 * TWIP, y1 * TWIP, x2 * TWIP, y2 * TWIP, width * TWIP, colour))

    def image(self, box: Box, blob: str, article: int) -> None:
        """Draw a picture that fills a box."""
        place = (box.x * TWIP, box.top * TWIP, box.width * TWIP, box.height * TWIP)
        self.images.append(Image(*place, blob, article))


class Ink(NamedTuple):
    """What a line is drawn with: colour and the article it belongs to."""

    colour: str = BLACK
    article: int = 0


class Box(NamedTuple):
    """Where a line goes: left edge, top, height, width to fill, all twips, and how."""

    x: float
    top: float
    height: float
    width: float
    align: str = "left"


def text_end(text: str, start: int, end: int) -> int:
    """Give where a line's ink ends: blanks at its end hang."""
    while end > start and text[end - 1] in _HANGING:
        end -= 1
    return end


def draw_line(
    canvas: Canvas,
    measured: Measured,
    span: tuple[int, int, int | None],
    box: Box,
    ink: Ink,
) -> float:
    """Draw ``span`` (start, end, own spacing) into the box; give the x where it ends."""
    start, end, own = span
    end = text_end(measured.text, start, end)
    if end <= start:
        return box.x
    x = box.x
    if measured.cell:
        steps = line_steps(measured, start, end, box.width, box.align == "justify")
    else:
        steps = advances(measured, start, end, own)
        spread = measured.spacing if own is None else own
        spare = box.width - (sum(steps) - max(spread, 0))
        if box.align == "justify":
            spread_evenly(measured, start, end, steps, spare)
        elif box.align != "left":
            x += spare / 2 if box.align == "center" else spare
    baseline = box.top + (box.height - measured.size) / 2 + BASELINE * measured.size
    _emit(canvas, measured, start, steps, x, baseline, ink)
    return x + sum(steps)


def _emit(
    canvas: Canvas,
    measured: Measured,
    start: int,
    steps: list[float],
    x: float,
    baseline: float,
    ink: Ink,
) -> None:
    """Write one run for each stretch of one face."""
    count = len(steps)
    text, faces = measured.text[start : start + count], measured.faces[start : start + count]
    if measured.shown:
        text, faces, steps = _turned(measured, start, steps)
    begin = 0
    for face, stretch in groupby(faces):
        stop = begin + len(list(stretch))
        if face:
            canvas.runs.append(
                Run(
                    x * TWIP,
                    baseline * TWIP,
                    text[begin:stop],
                    face,
                    measured.size * TWIP,
                    tuple([step * TWIP for step in steps[begin:stop]]),
                    ink.colour,
                    ink.article,
                )
            )
        x += sum(steps[begin:stop])
        begin = stop


def _turned(
    measured: Measured, start: int, steps: list[float]
) -> tuple[str, list[str], list[float]]:
    """Give a line's characters, faces and steps from the left, where some run from the right."""
    levels = measured.levels[start : start + len(steps)]
    order = visual_order(levels)
    text = "".join(
        mirrored(measured.shown[start + index])
        if levels[index] % 2
        else measured.shown[start + index]
        for index in order
    )
    faces = [measured.faces[start + index] for index in order]
    return text, faces, [steps[index] for index in order]
