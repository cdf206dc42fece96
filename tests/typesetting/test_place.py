"""Page ends beside tables and pictures, as LibreOffice was measured to set them."""

from __future__ import annotations

import pytest

from xinxi_desktop.domain.bulletin import Bulletin, BulletinItem
from xinxi_desktop.domain.document import Block, Document, Paragraph, Picture, Table
from xinxi_desktop.domain.fonts import FontSet
from xinxi_desktop.domain.page import Layout
from xinxi_desktop.domain.page_scheme import SCHEMES
from xinxi_desktop.domain.pictures import PictureInfo
from xinxi_desktop.typesetting import compose
from xinxi_desktop.typesetting.styles import geometry

SCHEME = SCHEMES["28磅行距"]
LINES = 18
"""Lines below a title of one line that leave room for just two rows of a table."""


def set_below(fonts: FontSet, lines: int, *blocks: Block, **facts: PictureInfo) -> Layout:
    text: list[Block] = [Paragraph(f"p{n}", "一行。") for n in range(lines)]
    item = BulletinItem(1, "题", Document((*text, *blocks)))
    return compose(Bulletin((item,)), fonts, SCHEME, facts)


def table(rows: int) -> Table:
    return Table("t", (("甲", "乙"), *[("一", "二")] * rows))


def rows_on_first_page(layout: Layout) -> int:
    return sum(run.text in {"甲", "一"} for run in layout.pages[0].runs)


@pytest.mark.parametrize(("rows", "first"), [(1, 0), (3, 2)])
def test_a_table_that_goes_on_asks_no_room_for_its_lower_rule(
    fonts: FontSet, rows: int, first: int
) -> None:
    page = geometry(SCHEME)
    assert page.grid_height - (LINES + 2) * page.pitch == 140 + 2 * 490

    assert rows_on_first_page(set_below(fonts, LINES, table(rows))) == first


def test_text_below_a_picture_at_the_top_of_a_page_is_on_the_grid(fonts: FontSet) -> None:
    picture = Picture("f", "a", "", 5000)
    layout = set_below(fonts, 17, picture, Paragraph("z", "尾"), a=PictureInfo(1000, 900, 300.0))
    (last,) = [run for run in layout.pages[1].runs if run.text == "尾"]
    first = next(run for run in layout.pages[0].runs if run.text.startswith("一行"))
    off = round((last.y - first.y) * 20) % SCHEME.pitch_twips

    assert layout.pages[1].images
    assert off in {0, SCHEME.pitch_twips}
