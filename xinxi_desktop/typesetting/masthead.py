"""报头: the head of the first page as paragraphs (page-model.md §1, domain.md §7)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from xinxi_desktop.domain.bulletin import Masthead
from xinxi_desktop.domain.flow import FlowParagraph, Span, Style
from xinxi_desktop.domain.fonts import FontRole
from xinxi_desktop.domain.masthead import HeadRule, MastheadTemplate
from xinxi_desktop.domain.page_scheme import PageScheme
from xinxi_desktop.typesetting.styles import Geometry, Styles, geometry, twips

_LARGEST = 1240
_SMALLEST = 600
INK_TOP = 0.80
"""How far the ink of a hanzi rises above the baseline, in em."""
RULE_DISTANCE = 100
RULE_WIDTH = 40
"""The red rule: with the room inside the line this is 4 mm under the text, 2 pt thick."""

_RULES: Mapping[HeadRule, tuple[int, ...]] = {
    HeadRule.SINGLE: (RULE_DISTANCE, RULE_WIDTH),
    HeadRule.DOUBLE: (RULE_DISTANCE, RULE_WIDTH, 15, 15),
    HeadRule.NONE: (),
}

BASELINE = 0.86
"""Where the baseline stands in the em box, from its top."""


def masthead_flow(masthead: Masthead, styles: Styles, scheme: PageScheme) -> list[FlowParagraph]:
    """Make the paragraphs of the head, from the marks down to the red rule."""
    page = geometry(scheme)
    marks = _marks(masthead, styles)
    flow = [*marks, _name(masthead, styles, page, scheme, len(marks))]
    if masthead.subtitle:
        flow.append(FlowParagraph("masthead", masthead.subtitle, styles.subtitle))
    flow.extend(_number_lines(masthead, styles))
    flow[-1] = replace(flow[-1], rule=_RULES[masthead.template.rule])
    return flow


def _marks(masthead: Masthead, styles: Styles) -> list[FlowParagraph]:
    lines = masthead.marks or ("",)
    first = FlowParagraph("masthead", lines[0], styles.marks, tail=masthead.notice)
    return [first, *(FlowParagraph("masthead", line, styles.marks) for line in lines[1:])]


def _name(
    masthead: Masthead, styles: Styles, page: Geometry, scheme: PageScheme, marks: int
) -> FlowParagraph:
    style = name_style(masthead.template, len(masthead.name), styles.name, page.area_width)
    baseline = (style.line - style.size) / 2 + BASELINE * style.size
    ink_top = marks * styles.marks.line + baseline - INK_TOP * style.size
    before = max(0, round(twips(scheme.mark_mm) - ink_top))
    return FlowParagraph("masthead", masthead.name, replace(style, before=before))


def name_style(
    template: MastheadTemplate, count: int, style: Style, width: int, largest: int = _LARGEST
) -> Style:
    """Set the name as the template asks; else as large as ``width`` allows, a short one spread.

    A name that would be too wide as asked is set smaller.
    """
    widest = width * 0.94
    asked = round(template.name_pt * 20) or min(largest, widest / max(count, 1))
    size = int(max(_SMALLEST, min(asked, widest / max(count, 1))))
    size -= size % 10
    gaps = max(count - 1, 1)
    spare = (width * 0.8 - count * size) / gaps
    spread = max(0, min(size * 0.3, spare))
    if template.spread_pt >= 0:
        spread = min(template.spread_pt * 20, max(0, (widest - count * size) / gaps))
    return replace(style, size=size, line=size * 5 // 4, spacing=int(spread))


def _number_lines(masthead: Masthead, styles: Styles) -> list[FlowParagraph]:
    gap = styles.number.line
    office = replace(styles.office, before=gap // 4)
    if masthead.signer:
        signer = f"签发人：{masthead.signer}"
        span = Span(len("签发人："), len(signer), FontRole.KAI)
        size = styles.office.size
        style = replace(styles.office, name="上报期号", before=gap, left=size, right=size)
        lines = [FlowParagraph("masthead", masthead.number, style, tail=signer, tail_spans=(span,))]
    else:
        number = replace(styles.number, before=gap // 2)
        lines = [FlowParagraph("masthead", masthead.number, number)] if masthead.number else []
    # The rule is as wide as the paragraph above it, and the signer's is indented.
    if masthead.office or masthead.date or masthead.signer or not lines:
        lines.append(FlowParagraph("masthead", masthead.office, office, tail=masthead.date))
    return lines
