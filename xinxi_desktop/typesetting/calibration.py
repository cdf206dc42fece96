"""校准页: crosses, millimetre scales and the outline of the head, to lay on pre-printed paper."""

from __future__ import annotations

from xinxi_desktop.domain.flow import Style
from xinxi_desktop.domain.fonts import FontRole, FontSet
from xinxi_desktop.domain.page import RED, Page, Rule, Run
from xinxi_desktop.domain.page_scheme import PageScheme
from xinxi_desktop.typesetting.draw import TWIP, Box, Canvas, Ink, draw_line
from xinxi_desktop.typesetting.measure import measure
from xinxi_desktop.typesetting.styles import Geometry, geometry, twips

_HAIR = 6
_ARM = twips(6)
_SCALE_EDGE = twips(10)
_SCALE_ENDS = twips(20)
_REACH_MM = 12
"""How far the fine scale at a red rule reaches to either side."""
_CAP, _SMALL, _BODY = 0.8, 160, 240
_INSTRUCTIONS = (
    "校准页",
    "细线、细框是红线、红字应在的地方，要与预印红头纸上的重合。",
    "一、把一张预印红头纸放进要用的纸盒，打印本页。",
    "二、细线比预印红线高几毫米，“下移”就填几；比红线低就填负数。",
    "三、细线左端比预印红线左端偏左几毫米，“右移”就填几；偏右就填负数。",
    "四、填好后换一张红头纸再打印本页，重合了就可以套印。",
)


def calibration_page(head: Page, scheme: PageScheme, fonts: FontSet) -> Page:
    """Draw the sheet for an issue whose first page, red and all, is ``head``."""
    page = geometry(scheme)
    canvas = Canvas(page.width, page.height)
    for x in (page.inner, page.width - page.outer):
        for y in (page.top, page.height - page.bottom):
            _cross(canvas, x, y)
    _scale_across(canvas, page, fonts)
    _scale_down(canvas, page, fonts)
    for rule in head.rules:
        if rule.colour == RED:
            _red_rule(canvas, rule)
    for run in head.runs:
        if run.colour == RED:
            _red_run(canvas, run)
    _instruct(canvas, page, fonts)
    return canvas.page()


def _cross(canvas: Canvas, x: int, y: int) -> None:
    canvas.rule(x - _ARM, y, x + _ARM, y, _HAIR)
    canvas.rule(x, y - _ARM, x, y + _ARM, _HAIR)


def _scale_across(canvas: Canvas, page: Geometry, fonts: FontSet) -> None:
    """Draw millimetres from the paper's left edge along its top."""
    for mm in range(20, round(page.width / twips(1)) - 19):
        x = twips(mm)
        canvas.rule(x, _SCALE_EDGE, x, _SCALE_EDGE + _tick(mm), _HAIR)
        if mm % 10 == 0:
            box = Box(x - twips(5), _SCALE_EDGE + twips(5), _SMALL, twips(10), "center")
            _write(canvas, str(mm), _SMALL, box, fonts)


def _scale_down(canvas: Canvas, page: Geometry, fonts: FontSet) -> None:
    """Draw millimetres from the paper's upper edge along its left."""
    for mm in range(20, round(page.height / twips(1)) - 19):
        y = twips(mm)
        canvas.rule(_SCALE_EDGE, y, _SCALE_EDGE + _tick(mm), y, _HAIR)
        if mm % 10 == 0:
            box = Box(_SCALE_EDGE + twips(5.5), y - _SMALL / 2, _SMALL, twips(8))
            _write(canvas, str(mm), _SMALL, box, fonts)


def _tick(mm: int) -> int:
    return twips(5 if mm % 10 == 0 else 3.5 if mm % 5 == 0 else 2)


def _red_rule(canvas: Canvas, rule: Rule) -> None:
    """Draw the rule as a hair, with a fine scale upright at both ends and at the middle."""
    x1, x2, y = rule.x1 / TWIP, rule.x2 / TWIP, rule.y1 / TWIP
    canvas.rule(x1, y, x2, y, _HAIR)
    for x in (x1, (x1 + x2) / 2, x2):
        for mm in range(-_REACH_MM, _REACH_MM + 1):
            reach = _tick(mm) / 2
            canvas.rule(x - reach, y + twips(mm), x + reach, y + twips(mm), _HAIR)
        canvas.rule(x, y - twips(_REACH_MM), x, y + twips(_REACH_MM), _HAIR)


def _red_run(canvas: Canvas, run: Run) -> None:
    """Draw a frame around the ink of red words."""
    left, right = run.x / TWIP, (run.x + sum(run.advances)) / TWIP
    top, foot = (run.y - _CAP * run.size) / TWIP, (run.y + 0.08 * run.size) / TWIP
    for y in (top, foot):
        canvas.rule(left, y, right, y, _HAIR)
    for x in (left, right):
        canvas.rule(x, top, x, foot, _HAIR)


def _instruct(canvas: Canvas, page: Geometry, fonts: FontSet) -> None:
    top = page.height - page.bottom - len(_INSTRUCTIONS) * 2 * _BODY - twips(20)
    for place, words in enumerate(_INSTRUCTIONS):
        box = Box(page.inner, top + place * 2 * _BODY, 2 * _BODY, page.area_width)
        _write(canvas, words, _BODY, box, fonts)


def _write(canvas: Canvas, words: str, size: int, box: Box, fonts: FontSet) -> None:
    style = Style("校准", FontRole.BODY, size, 2 * size)
    draw_line(canvas, measure(words, style, fonts), (0, len(words), None), box, Ink())
