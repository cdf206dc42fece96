"""版记: the imprint at the foot of the last page (page-model.md §1, practice.md §7)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from xinxi_desktop.domain.bulletin import Imprint
from xinxi_desktop.domain.flow import FlowParagraph, PlacedImprint, PlacedParagraph, Style
from xinxi_desktop.domain.fonts import FontSet
from xinxi_desktop.typesetting.place import Placement
from xinxi_desktop.typesetting.prepare import ReadyParagraph, prepare_paragraph
from xinxi_desktop.typesetting.styles import Geometry, Styles, twips

OUTER_RULE = twips(0.35)
INNER_RULE = twips(0.25)
PADDING = 60
"""Room between a rule and the text, twips."""
_CLEARANCE = 400
"""Least room between the text and the imprint."""
_LONGEST_LEAD = 6


@dataclass(frozen=True, slots=True)
class ReadyImprint:
    """The imprint's groups of paragraphs, each group between two rules."""

    groups: tuple[tuple[ReadyParagraph, ...], ...]

    @property
    def height(self) -> int:
        """Height from the first rule to the last, in twips."""
        lines = sum(part.height for group in self.groups for part in group)
        return lines + 2 * PADDING * len(self.groups)


def prepare_imprint(
    imprint: Imprint, styles: Styles, width: int, fonts: FontSet, *, letter: bool = False
) -> ReadyImprint | None:
    """Measure the imprint; None if there is nothing in it. A letter names no printer nor day."""
    groups = []
    addressed = [_addressed(line, styles.imprint) for line in imprint.lines if line]
    plain = _flush(styles.imprint)
    if addressed:
        groups.append(addressed)
    if (imprint.printer or imprint.date) and not letter:
        groups.append([FlowParagraph("imprint", imprint.printer, plain, tail=_issued(imprint))])
    if imprint.copies:
        groups.append([FlowParagraph("imprint", "", plain, tail=imprint.copies)])
    ready = tuple(
        tuple(prepare_paragraph(part, width, fonts) for part in group) for group in groups
    )
    return ReadyImprint(ready) if ready else None


def _addressed(line: str, style: Style) -> FlowParagraph:
    """Hang a line of recipients behind its 报： 送： or 发：."""
    lead = max(line.find("："), line.find(":")) + 1
    if not 0 < lead <= _LONGEST_LEAD:
        return FlowParagraph("imprint", line, _flush(style))
    width = lead * style.size if line[lead - 1] == "：" else (lead * 4 - 3) * style.size // 4
    return FlowParagraph("imprint", line, replace(style, first=-width, left=style.right + width))


def _flush(style: Style) -> Style:
    return replace(style, name="版记行", first=0, left=style.right, align="left")


def _issued(imprint: Imprint) -> str:
    date = imprint.date
    return f"{date}印发" if date and not date.endswith("印发") else date


def place_imprint(
    ready: ReadyImprint, text: Placement, geometry: Geometry, same_page: bool
) -> PlacedImprint:
    """Find the page for the imprint after the text that was placed.

    It stands on an even page unless ``same_page``; where it needs a page of its own and the
    page between stays blank, neither is numbered.
    """
    page = text.page
    fits = text.y + _CLEARANCE + ready.height <= geometry.area_height
    if fits and (same_page or page % 2 == 0):
        target = page
    else:
        target = page + 1
        if not same_page and target % 2:
            target += 1
    groups = tuple(
        tuple(PlacedParagraph(part.paragraph, part.pieces, part.lines, target, 0) for part in group)
        for group in ready.groups
    )
    return PlacedImprint(groups, target, ready.height, PADDING, target > page, target > page + 1)
