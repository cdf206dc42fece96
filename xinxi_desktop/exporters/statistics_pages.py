"""The statistics on paper: table, then charts, as A4 pages of runs and rules like any other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from xinxi_desktop.domain.charts import Box, Chart, Drawing, draw
from xinxi_desktop.domain.counting import CountRow
from xinxi_desktop.domain.fonts import FontRole, FontSet
from xinxi_desktop.domain.page import Layout, Page, Rule, Run
from xinxi_desktop.domain.period import Period

_WIDTH, _HEIGHT = 595.28, 841.89
_EDGE, _SIZE, _LARGE, _ROW = 50.0, 10.0, 16.0, 20.0
_ROOM = _WIDTH - 2 * _EDGE
_COLUMNS = (("序号", 35.0), ("单位", 190.0), ("类别", 90.0), ("报送", 45.0),
            ("采用条数", 50.0), ("采用篇次", 50.0), ("采用率", 35.28))  # fmt: skip
_WORDS = 3
"""So many columns hold words, the others numbers."""
_CHART_BARS = 30
_MIDDLE = 0.36
"""From a text's middle down to its baseline, as a share of its size."""


@dataclass(slots=True)
class _Pages:
    """The pages so far, and how far down the last one is filled."""

    fonts: FontSet
    runs: list[list[Run]] = field(default_factory=lambda: [[]])
    rules: list[list[Rule]] = field(default_factory=lambda: [[]])
    missing: list[str] = field(default_factory=list)
    y: float = _EDGE

    def left(self, height: float) -> bool:
        """Tell whether so much still fits the page."""
        return self.y + height <= _HEIGHT - _EDGE

    def turn(self) -> None:
        """Begin another page."""
        self.runs.append([])
        self.rules.append([])
        self.y = _EDGE

    def write(
        self, x: float, middle: float, text: str, align: int = -1, size: float = _SIZE
    ) -> None:
        """Write a text as one run for each face; ``align`` as in charts."""
        x -= self.measure(text, size) * (align + 1) / 2
        self.missing += self.fonts.missing(text, FontRole.SONG)
        shown = [char for char in text if self.fonts.face_for(FontRole.SONG, char)]
        for key, part in groupby(shown, self._key):
            chars = "".join(part)
            steps = tuple(self._step(char, size) for char in chars)
            self.runs[-1].append(Run(x, middle + _MIDDLE * size, chars, key, size, steps))
            x += sum(steps)

    def measure(self, text: str, size: float = _SIZE) -> float:
        """Give the width of a text."""
        return sum(self._step(char, size) for char in text)

    def line(self, x1: float, y1: float, x2: float, y2: float, width: float = 0.5) -> None:
        """Draw a line."""
        self.rules[-1].append(Rule(x1, y1, x2, y2, width))

    def layout(self) -> Layout:
        """Give the finished pages."""
        pages = tuple(
            Page(_WIDTH, _HEIGHT, tuple(runs), tuple(rules), str(number))
            for number, (runs, rules) in enumerate(zip(self.runs, self.rules, strict=True), 1)
        )
        return Layout(pages, (), tuple(dict.fromkeys(self.missing)))

    def _key(self, char: str) -> str:
        face = self.fonts.face_for(FontRole.SONG, char)
        return face.key if face else ""

    def _step(self, char: str, size: float) -> float:
        face = self.fonts.face_for(FontRole.SONG, char)
        return (face.advance(char) or 0) * size / face.units_per_em if face else 0.0


def statistics_layout(
    office: str, period: Period, rows: Sequence[CountRow], charts: Sequence[Chart], fonts: FontSet
) -> Layout:
    """Lay out the table (last row the total) and the charts."""
    pages = _Pages(fonts)
    pages.write(_WIDTH / 2, pages.y + _LARGE / 2, "信息报送采用统计表", 0, _LARGE)
    pages.write(_EDGE, pages.y + 2 * _LARGE, f"{office}　{period.title}")
    pages.y += 3 * _LARGE
    _write_head(pages)
    for order, row in enumerate(rows, 1):
        if not pages.left(_ROW):
            pages.turn()
            _write_head(pages)
        _write_row(pages, _cells(order, row))
    pages.y += _ROW
    for chart in _parted(charts):
        _write_chart(pages, chart)
    for number in range(len(pages.runs)):
        _number_page(pages, number)
    return pages.layout()


def _write_head(pages: _Pages) -> None:
    pages.line(_EDGE, pages.y, _EDGE + _ROOM, pages.y)
    _write_row(pages, [name for name, _ in _COLUMNS])


def _cells(order: int, row: CountRow) -> list[str]:
    rate = "—" if row.rate is None else f"{row.rate * 100:.1f}%"
    number = "" if row.unit_id is None else str(order)
    counts = (row.submitted, row.adopted_items, row.adopted_places)
    return [number, row.unit, row.unit_class, *map(str, counts), rate]


def _write_row(pages: _Pages, cells: Sequence[str]) -> None:
    x, middle = _EDGE, pages.y + _ROW / 2
    for place, ((_, width), cell) in enumerate(zip(_COLUMNS, cells, strict=True)):
        if place < _WORDS:
            pages.write(x + 3, middle, _fitted(pages, cell, width - 6))
        else:
            pages.write(x + width - 3, middle, cell, 1)
        x += width
    pages.y += _ROW
    pages.line(_EDGE, pages.y, _EDGE + _ROOM, pages.y)


def _fitted(pages: _Pages, text: str, width: float) -> str:
    """Shorten a name that is wider than its column."""
    if pages.measure(text) <= width:
        return text
    while text and pages.measure(f"{text}…") > width:
        text = text[:-1]
    return f"{text}…"


def _parted(charts: Sequence[Chart]) -> Iterator[Chart]:
    """Give charts that each fit a page."""
    for chart in charts:
        parts = range(0, len(chart.bars), _CHART_BARS)
        for start in parts:
            more = "" if start == 0 else "（续）"
            bars = chart.bars[start : start + _CHART_BARS]
            yield replace(chart, title=f"{chart.title}{more}", bars=bars)


def _write_chart(pages: _Pages, chart: Chart) -> None:
    drawn: Drawing = draw(chart, _ROOM, _SIZE, pages.measure)
    if not pages.left(drawn.height):
        pages.turn()
    for box in drawn.boxes:
        _write_box(pages, box)
    for words in drawn.words:
        pages.write(_EDGE + words.x, pages.y + words.y, words.text, words.align)
    pages.y += drawn.height + _SIZE


def _write_box(pages: _Pages, box: Box) -> None:
    x, y = _EDGE + box.x, pages.y + box.y
    right, foot = x + box.width, y + box.height
    if box.filled:
        pages.line(x, (y + foot) / 2, right, (y + foot) / 2, box.height)
        return
    for x1, y1, x2, y2 in ((x, y, right, y), (x, foot, right, foot), (x, y, x, foot),
                           (right, y, right, foot)):  # fmt: skip
        pages.line(x1, y1, x2, y2)


def _number_page(pages: _Pages, number: int) -> None:
    last = pages.runs.pop(number)
    pages.runs.append(last)
    pages.write(_WIDTH / 2, _HEIGHT - _EDGE / 2, f"第 {number + 1} 页　共 {len(pages.runs)} 页", 0)
    pages.runs.insert(number, pages.runs.pop())
