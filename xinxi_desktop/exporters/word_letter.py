"""信函式 in Word: header and footer of the first page, with the name and the two red rules."""

from __future__ import annotations

from collections.abc import Sequence

from xinxi_desktop.domain.flow import PlacedParagraph
from xinxi_desktop.exporters.word_page import LETTER_FOOT, header
from xinxi_desktop.exporters.word_runs import RED_RULE, RunWriter
from xinxi_desktop.exporters.word_styles import SLIVER, SLIVER_STYLE
from xinxi_desktop.exporters.word_tables import sliver
from xinxi_desktop.exporters.wordml import element, paragraph
from xinxi_desktop.typesetting.letter_head import RULES, THICK, body_start, rule_indents
from xinxi_desktop.typesetting.styles import Geometry, Styles

_SLACK = 20
"""Room that the first page keeps below its last line."""


def letter_frame(
    head: Sequence[PlacedParagraph], watermark: str, styles: Styles, writer: RunWriter
) -> tuple[str, str]:
    """Write header and footer of the first page: the proof's mark, the name, both red rules.

    The header pushes the text down to where we begin it, and the footer takes what is left
    below the last line: the office would put half of that above the text.
    """
    page, first, last = writer.page, head[0].paragraph, head[-1]
    rule_foot = last.paragraph.top + last.paragraph.style.line * len(last.lines)
    rule_foot += sum(last.paragraph.rule) - page.top
    start = body_start(rule_foot, page)
    room, mark = first.top - page.proof_top, ""
    if watermark:
        mark, room = header(watermark, styles, writer), room - styles.cell.line
    names = "".join(writer.paragraph(placed) for placed in head)
    above = mark + sliver(height=max(room, SLIVER)) + names + sliver(height=start - rule_foot)
    lines = (page.grid_height - start) // page.pitch
    return above, _footer(page, page.area_height - start - lines * page.pitch - _SLACK)


def _footer(page: Geometry, spare: int) -> str:
    """Write the lower rule, thin above and thick below, under room that ends the text."""
    left, right = rule_indents(page)
    room = page.bottom + spare - LETTER_FOOT - RULES - 2 * SLIVER
    rule = element("bottom", val="thinThickSmallGap", sz=THICK * 2 // 5, space=0, color=RED_RULE)
    ruled = paragraph(
        "",
        element("pStyle", val=SLIVER_STYLE)
        + element("pBdr", rule)
        + element(
            "ind", leftChars=0, left=left, rightChars=0, right=right, firstLineChars=0, firstLine=0
        ),
    )
    return sliver(height=room) + ruled + sliver()
