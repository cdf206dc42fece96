"""Page ends beside tables and pictures, as LibreOffice was measured to set them."""

from __future__ import annotations

import pytest

from xinxi_desktop.domain.bulletin import Bulletin, BulletinItem
from xinxi_desktop.domain.document import Block, Document, Heading, Paragraph, Picture, Table
from xinxi_desktop.domain.flow import PlacedParagraph, PlacedTable
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


@pytest.mark.parametrize("rows", [1, 3])
def test_a_table_whose_first_rows_fit_without_their_rule_opens_the_next_page_in_word_too(
    fonts: FontSet, rows: int
) -> None:
    page = geometry(SCHEME)
    assert page.grid_height - (LINES + 2) * page.pitch == 140 + 2 * 490

    layout = set_below(fonts, LINES, table(rows))

    assert rows_on_first_page(layout) == 0
    assert [part.new_page for part in layout.placed if isinstance(part, PlacedTable)] == [True]


def test_a_table_of_which_only_the_head_just_fits_opens_the_next_page_in_word_too(
    fonts: FontSet,
) -> None:
    scheme, lines = SCHEMES["GB/T 33476"], 19
    page = geometry(scheme)
    assert page.grid_height - (2 * 490 + 10 + 140 + lines * page.pitch) - (140 + 490) == 7

    blocks = (table(1), Paragraph("p", "信" * 28 * (lines - 1)), table(5))
    layout = compose(Bulletin((BulletinItem(1, "", Document(blocks)),)), fonts, scheme)

    assert [part.new_page for part in layout.placed if isinstance(part, PlacedTable)] == [
        False,
        True,
    ]


def test_a_table_that_does_not_fit_below_another_begins_the_next_page_in_word_too(
    fonts: FontSet,
) -> None:
    text = Paragraph("p", "信" * 40)
    alone = set_below(fonts, LINES + 1, table(9)).placed[-1]
    below = set_below(fonts, LINES - 10, table(8), text, table(9)).placed[-1]

    assert isinstance(alone, PlacedTable) and isinstance(below, PlacedTable)
    assert (alone.page, alone.new_page) == (2, False)
    assert (below.page, below.new_page) == (2, True)


def test_a_heading_that_goes_with_its_table_to_the_next_page_does_so_in_word_too(
    fonts: FontSet,
) -> None:
    layout = set_below(fonts, LINES, Heading("h", "一、情况", 1), table(5))
    heading = next(
        part
        for part in layout.placed
        if isinstance(part, PlacedParagraph) and part.paragraph.text == "一、情况"
    )

    assert (heading.page, heading.new_page) == (2, True)


def test_a_table_with_room_for_its_first_rows_goes_on_on_the_next_page(fonts: FontSet) -> None:
    layout = set_below(fonts, LINES - 1, table(5))

    assert rows_on_first_page(layout) == 3
    assert [part.new_page for part in layout.placed if isinstance(part, PlacedTable)] == [False]


@pytest.mark.parametrize("lines", [1, 5])
def test_no_single_line_of_several_stays_below_a_table(fonts: FontSet, lines: int) -> None:
    text = Paragraph("p", "信" * (27 * lines))
    layout = set_below(fonts, LINES - 2, table(1), text)
    below = layout.placed[-1]

    assert isinstance(below, PlacedParagraph)
    assert (below.page, below.new_page) == ((1, False) if lines == 1 else (2, True))


def test_a_heading_goes_with_the_lines_that_do_not_stay_below_a_table(fonts: FontSet) -> None:
    text = Paragraph("p", "信" * 90)
    layout = set_below(fonts, LINES - 3, table(1), Heading("h", "一、情况", 1), text)
    heading, below = layout.placed[-2:]

    assert isinstance(heading, PlacedParagraph) and isinstance(below, PlacedParagraph)
    assert (heading.page, heading.new_page, below.new_page) == (2, True, False)


def test_text_below_a_picture_at_the_top_of_a_page_is_on_the_grid(fonts: FontSet) -> None:
    picture = Picture("f", "a", "", 5000)
    layout = set_below(fonts, 17, picture, Paragraph("z", "尾"), a=PictureInfo(1000, 900, 300.0))
    (last,) = [run for run in layout.pages[1].runs if run.text == "尾"]
    first = next(run for run in layout.pages[0].runs if run.text.startswith("一行"))
    off = round((last.y - first.y) * 20) % SCHEME.pitch_twips

    assert layout.pages[1].images
    assert off in {0, SCHEME.pitch_twips}
