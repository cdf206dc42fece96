"""The paragraph styles of the official page (page-model.md §1), made from a page scheme."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypedDict

from xinxi_desktop.domain.flow import Style
from xinxi_desktop.domain.fonts import FontRole
from xinxi_desktop.domain.page_scheme import PageScheme
from xinxi_desktop.domain.vocabulary import BreakingMode
from xinxi_desktop.typesetting.fine import cell_width

MM = 1440 / 25.4
"""Twips to a millimetre."""
DASH_RISE = 0.36
"""How far the dash of a page number stands above the baseline, in em."""
PROOF_GREY = "#9AA0A6"
WATERMARK_GREY = "#EBEDEF"
WATERMARK_SIZE = 3200
"""The slanting word of a proof, twips."""


def twips(mm: float) -> int:
    """Turn millimetres into whole twips, as the office does."""
    return round(mm * MM)


PAGE_NUMBER_DROP = twips(7)
"""From the foot of the type area to the dashes of the page number."""
GRID_SLACK = 19
"""Room beside the grid's lines that the office needs and shares out unseen."""
PROOF_RISE = twips(14)
"""From the head of the type area up to the line that marks a proof."""
LETTER_PROOF = twips(15)
LEAST_HEADER = twips(3)


_NUMBER_DIGITS = 4
LIST_LABEL = 3
"""Width of “附件：” in characters."""
DATE_ROOM = 4
"""The closing date ends so many characters from the right margin."""
USUAL_DATE = 8
"""Width of “2026年11月22日” in characters, with the gaps beside its digits."""


def contents_room(size: int) -> int:
    """Give the room kept at the right of a contents entry for its page number."""
    return _NUMBER_DIGITS * size // 2


@dataclass(frozen=True, slots=True)
class Geometry:
    """The page in twips: paper, margins, and the type area they leave."""

    width: int
    height: int
    top: int
    bottom: int
    inner: int
    outer: int
    pitch: int
    letter: bool = False

    @property
    def proof_top(self) -> int:
        """From the paper's edge to the line that marks a proof; a letter's name is near it."""
        return LETTER_PROOF if self.letter else max(self.top - PROOF_RISE, LEAST_HEADER)

    @property
    def area_width(self) -> int:
        """Width of the type area."""
        return self.width - self.inner - self.outer

    @property
    def area_height(self) -> int:
        """Height of the type area."""
        return self.height - self.top - self.bottom

    @property
    def grid_height(self) -> int:
        """Height of the grid's whole lines: on a grid the office uses no more of the page."""
        return self.area_height // self.pitch * self.pitch

    @property
    def grid_bottom(self) -> int:
        """The bottom margin that leaves whole lines: the office halves more room above the text."""
        return self.bottom + max(0, self.area_height - self.grid_height - GRID_SLACK)

    def left(self, page: int) -> int:
        """The left edge of the type area: margins are mirrored on even pages."""
        return self.inner if page % 2 else self.outer


def geometry(scheme: PageScheme) -> Geometry:
    """Turn a scheme's lengths into twips."""
    return Geometry(
        twips(scheme.width_mm), twips(scheme.height_mm), twips(scheme.top_mm),
        twips(scheme.bottom_mm), twips(scheme.inner_mm), twips(scheme.outer_mm),
        scheme.pitch_twips, scheme.letter,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Styles:
    """Every style a bulletin uses, named as shown in Word; ``area_width`` is the type area's."""

    area_width: int
    body: Style
    headings: tuple[Style, Style, Style, Style]
    title: Style
    column: Style
    editor_note: Style
    credit: Style
    note: Style
    listed: tuple[Style, Style, Style]
    """附件说明: the only name, the first of several, those after it."""
    signature: Style
    signed_on: Style
    attachment: Style
    attachment_title: Style
    caption: Style
    picture: Style
    no_picture: Style
    contents_head: Style
    contents: Style
    cell: Style
    cell_head: Style
    cell_small: Style
    cell_small_head: Style
    marks: Style
    name: Style
    subtitle: Style
    number: Style
    office: Style
    imprint: Style
    page_number: Style
    dashes: bool
    """Whether page numbers stand between dashes."""


def styles_for(scheme: PageScheme) -> Styles:
    """Make the styles of a scheme."""
    size = round(scheme.body_pt * 20)
    pitch = scheme.pitch_twips
    cell: float = size
    if scheme.mode is BreakingMode.FINE:
        cell = cell_width(geometry(scheme).area_width, size)
    indent = round(cell * scheme.indent_chars)
    body = Style("正文", FontRole.BODY, size, pitch, first=indent, spacing=scheme.spacing_twips)
    plain = replace(body, first=0, align="left")
    return Styles(
        area_width=geometry(scheme).area_width,
        dashes=scheme.number_dashes,
        body=body,
        headings=_headings(scheme, body),
        title=_title(scheme),
        column=replace(
            plain, name="栏目", role=FontRole.HEI, align="center", keep_next=True, before=pitch
        ),
        editor_note=replace(
            body, name="按语", role=FontRole.KAI, left=indent, right=indent, before=pitch // 2,
            after=pitch - pitch // 2
        ),
        credit=replace(plain, name="供稿单位", role=FontRole.KAI, align="right"),
        note=replace(body, name="注", size=size - 40, first=(size - 40) * scheme.indent_chars),
        caption=replace(
            plain, name="题注", role=FontRole.KAI, size=size - 40, align="center", keep_lines=True
        ),
        picture=Style(
            "图片", FontRole.BODY, 20, 20, align="center", grid=False, keep_next=True, auto=True
        ),
        no_picture=replace(
            plain, name="图片占位", role=FontRole.HEI, line=3 * pitch - 20, align="center", grid=False,
            keep_next=True,
        ),
        contents_head=replace(
            plain, name="目录标题", role=FontRole.HEI, align="center", keep_next=True,
            before=pitch,
        ),
        contents=replace(plain, name="目录"),
        **_closing_styles(scheme, body, plain),
        **_table_styles(scheme),
        **_head_styles(scheme, plain),
    )  # fmt: skip


class _Closing(TypedDict):
    listed: tuple[Style, Style, Style]
    signature: Style
    signed_on: Style
    attachment: Style
    attachment_title: Style


def _closing_styles(scheme: PageScheme, body: Style, plain: Style) -> _Closing:
    """Make what stands under an article's text (GB/T 9704—2012, 7.3.4–7.3.9)."""
    size, label = body.size, body.first + LIST_LABEL * body.size
    number = body.size * 3 // 4
    named = replace(body, left=label, first=-LIST_LABEL * size)
    numbered = replace(named, left=label + number)
    title = _title(scheme)
    return _Closing(
        listed=(
            replace(named, name="附件说明", before=body.line),
            replace(numbered, name="附件说明 1", first=-LIST_LABEL * size - number, before=body.line),
            replace(numbered, name="附件说明 2", first=-number),
        ),
        signature=replace(
            plain, name="署名", align="center", keep_next=True, before=body.line,
            left=geometry(scheme).area_width - (2 * DATE_ROOM + USUAL_DATE) * size,
        ),
        signed_on=replace(plain, name="成文日期", align="right", right=DATE_ROOM * size),
        attachment=replace(plain, name="附件", role=FontRole.HEI, keep_next=True, new_page=True),
        attachment_title=replace(
            title, name="附件标题", before=body.line, after=-(title.line + body.line) % body.line,
        ),
    )  # fmt: skip


def _headings(scheme: PageScheme, body: Style) -> tuple[Style, Style, Style, Style]:
    roles = (scheme.heading1_font, scheme.heading2_font, FontRole.BODY, FontRole.BODY)
    one, two, three, four = (
        replace(body, name=f"标题 {level}", role=role, keep_next=True, outline=level)
        for level, role in enumerate(roles, 1)
    )
    return one, two, three, four


def _title(scheme: PageScheme) -> Style:
    size = round(scheme.title_pt * 20)
    return Style(
        "标题", scheme.title_font, size, size * 17 // 11, align="center", grid=False, keep_next=True,
        keep_lines=True,
    )  # fmt: skip


def _table_styles(scheme: PageScheme) -> dict[str, Style]:
    size = round(scheme.body_pt * 15)
    cell = Style("表格", FontRole.BODY, size, size * 3 // 2, align="left", grid=False)
    small = replace(cell, name="表格（小）", size=size * 3 // 4, line=size * 9 // 8)
    return {
        "cell": cell, "cell_head": replace(cell, name="表头", role=FontRole.HEI),
        "cell_small": small,
        "cell_small_head": replace(small, name="表头（小）", role=FontRole.HEI),
    }  # fmt: skip


def _head_styles(scheme: PageScheme, plain: Style) -> dict[str, Style]:
    small = round(scheme.page_number_pt * 20)
    return {
        "marks": replace(plain, name="报头标识", role=FontRole.HEI),
        "name": Style(
            "报头", FontRole.TITLE, 1240, 1600, align="center", grid=False, red=True
        ),
        "subtitle": Style(
            "报头副题", FontRole.TITLE, 520, 780, align="center", grid=False, red=True
        ),
        "number": replace(plain, name="期号", align="center"),
        "office": replace(plain, name="编印单位"),
        "imprint": Style(
            "版记", FontRole.BODY, small, small * 17 // 10, align="justify", grid=False,
            first=-2 * small, left=3 * small, right=small, spacing=0,
        ),
        "page_number": Style("页码", FontRole.SONG, small, small * 10 // 7, grid=False),
    }  # fmt: skip
