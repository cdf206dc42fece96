"""信函式: the head and the rules of a letter's first page (GB/T 9704—2012, 10.1)."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest

from xinxi_desktop.domain.bulletin import Masthead
from xinxi_desktop.domain.flow import FlowParagraph, Span, Style
from xinxi_desktop.domain.fonts import FontRole
from xinxi_desktop.domain.page import RED
from xinxi_desktop.domain.page_scheme import PageScheme
from xinxi_desktop.typesetting.draw import Canvas
from xinxi_desktop.typesetting.masthead import BASELINE, INK_TOP, name_style
from xinxi_desktop.typesetting.styles import Geometry, Styles, geometry, twips

THICK, GAP, THIN = 40, 15, 15
RULES = THICK + GAP + THIN
"""Height of the double rule: thick, gap and thin, as the double rule of any head."""
FOOT = twips(20)
"""From the paper's foot to the lower double rule."""
RULE_LENGTH = twips(170)
_BELOW_NAME = twips(4)
_INK_BOTTOM = 0.08
"""How far the ink of a hanzi reaches below the baseline, in em."""
_LARGEST = 960
_HANZI = 320
"""三号: the first mark below the upper rule keeps 7/8 of it away."""
_WORD_STEP = 20
"""Word keeps the room above a rule in whole points."""
_SAFE = 60
"""Room at the foot of the first page by which no program fits a line more or less."""


def letter_flow(masthead: Masthead, styles: Styles, scheme: PageScheme) -> list[FlowParagraph]:
    """Make the head: the name with its rule above the type area, then marks and number."""
    return [*_above(masthead, styles, scheme), *_below(masthead, styles)]


def _above(masthead: Masthead, styles: Styles, scheme: PageScheme) -> list[FlowParagraph]:
    page = geometry(scheme)
    left, right = rule_indents(page)
    width = page.area_width - left - right
    style = name_style(masthead.template, len(masthead.name), styles.name, width, _LARGEST)
    style = replace(style, name="发文机关标志", left=left, right=right)
    top = twips(scheme.mark_mm) - round(_baseline(style) - INK_TOP * style.size)
    flow = [FlowParagraph("masthead", masthead.name, style, top=top)]
    if masthead.subtitle:
        below = replace(styles.subtitle, left=left, right=right)
        flow.append(FlowParagraph("masthead", masthead.subtitle, below, top=top + style.line))
    last = flow[-1].style
    room = last.line - _baseline(last) - _INK_BOTTOM * last.size
    distance = max(0, round((_BELOW_NAME - room) / _WORD_STEP)) * _WORD_STEP
    flow[-1] = replace(flow[-1], rule=(distance, THICK, GAP, THIN))
    return flow


def _baseline(style: Style) -> float:
    return (style.line - style.size) / 2 + BASELINE * style.size


def _below(masthead: Masthead, styles: Styles) -> list[FlowParagraph]:
    """Give 份号, 密级 and 紧急程度 at the left, 发文字号 at the right, a signer under it."""
    marks = [*masthead.marks, *((masthead.notice,) if masthead.notice else ())]
    tails = [masthead.number, *((f"签发人：{masthead.signer}",) if masthead.signer else ())]
    return [
        FlowParagraph(
            "masthead", mark, styles.marks, tail=tail,
            tail_spans=(Span(0, len(tail), FontRole.BODY),) if tail else (),
        )
        for mark, tail in zip_longest(marks, tails, fillvalue="")
    ]  # fmt: skip


def rule_indents(page: Geometry) -> tuple[int, int]:
    """Give how far the rules stand in from the sides of the type area: out, so less than 0."""
    beside = (page.width - RULE_LENGTH) // 2
    return beside - page.inner, beside - page.outer


def body_start(rule_foot: int, page: Geometry) -> int:
    """Give where the first page's text begins, below the head that ends at ``rule_foot``.

    Both count from the head of the type area. The last line of the page keeps clear of its
    foot, so that Word's rounding can't take it away or add one.
    """
    start = max(rule_foot + _HANZI * 7 // 8 - (page.pitch - _HANZI) // 2, 0)
    spare = (page.grid_height - start) % page.pitch
    if spare < _SAFE:
        return start - min(_SAFE - spare, start)
    return start + max(0, _SAFE - (page.pitch - spare))


def draw_foot_rule(canvas: Canvas, page: Geometry) -> None:
    """Draw the lower double rule, thin above and thick below."""
    left, right = rule_indents(page)
    x1, x2 = page.inner + left, page.width - page.outer - right
    foot = page.height - FOOT
    canvas.rule(x1, foot - THICK / 2, x2, foot - THICK / 2, THICK, RED)
    upper = foot - THICK - GAP - THIN / 2
    canvas.rule(x1, upper, x2, upper, THIN, RED)
