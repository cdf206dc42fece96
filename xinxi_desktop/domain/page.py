"""The result of typesetting: pages of positioned runs, one for preview, print and PDF.

All lengths are points (1/72 inch) from the page's top left corner; ``y`` of a run is its
baseline. The same runs are drawn on screen and written to the PDF (architecture.md 18).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from xinxi_desktop.domain.flow import Placed
from xinxi_desktop.domain.pictures import PictureRemark

BLACK = "#000000"
RED = "#FF3333"
"""Official red Y80 M80 as one RGB value for screen; the PDF writes it as CMYK 0/.8/.8/0."""


WATERMARK_ANGLE = 45.0
"""Degrees by which the large word of a proof rises from left to right."""


class Run(NamedTuple):
    """A stretch of text in one face on one baseline.

    ``face`` is a key of the FontSet; ``spacing`` (pt) is added after each character;
    ``advances`` are the pen steps (pt) of each character, spacing included, so that no
    painter needs to measure. ``item`` is the article id the text belongs to, 0 for none.
    """

    x: float
    y: float
    text: str
    face: str
    size: float
    advances: tuple[float, ...]
    colour: str = BLACK
    item: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line, ``width`` pt thick."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    colour: str = BLACK


@dataclass(frozen=True, slots=True)
class Image:
    """A picture drawn into a box; its bytes are found by ``blob``, its SHA-256."""

    x: float
    y: float
    width: float
    height: float
    blob: str
    item: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """One page; ``label`` is its printed number, empty where none is printed.

    ``watermark`` stands behind everything, rising at ``WATERMARK_ANGLE``; its ``x`` and ``y``
    count from the middle of the page along the slope.
    """

    width: float
    height: float
    runs: tuple[Run, ...] = ()
    rules: tuple[Rule, ...] = ()
    label: str = ""
    watermark: Run | None = None
    images: tuple[Image, ...] = ()


class SetLine(NamedTuple):
    """One line as set: page and line from 1, its paragraph, its source ``text[start:end]``.

    ``kind`` is title, heading, paragraph, credit, note, column, contents, masthead, imprint,
    caption, or picture for the words in the place of one that can't be drawn.
    ``item`` is the position of the bulletin item from 0, -1 outside the items.
    """

    page: int
    line: int
    paragraph: int
    kind: str
    start: int
    end: int
    text: str
    item: int = -1


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything typesetting says: pages, lines, and what could not be set well."""

    pages: tuple[Page, ...]
    lines: tuple[SetLine, ...]
    missing: tuple[str, ...] = ()
    """Characters that no face has: exports refuse, the preview marks them."""
    placed: tuple[Placed, ...] = ()
    """Paragraphs, tables and pictures as set, in order: what Word export writes."""
    remarks: tuple[PictureRemark, ...] = ()
    """Pictures that will look rough or are not drawn."""
