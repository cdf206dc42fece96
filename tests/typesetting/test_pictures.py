"""Pictures on the page: their size, their place, their caption, and what is said of bad ones."""

from __future__ import annotations

import pytest
from bulletin_maker import STORE

from xinxi_desktop.domain.bulletin import Bulletin, BulletinItem
from xinxi_desktop.domain.document import Block, Document, Paragraph, Picture
from xinxi_desktop.domain.fonts import FontSet
from xinxi_desktop.domain.page import Image, Layout
from xinxi_desktop.domain.page_scheme import STANDARD
from xinxi_desktop.domain.pictures import BROKEN, PictureInfo
from xinxi_desktop.typesetting import compose
from xinxi_desktop.typesetting.styles import geometry

AREA = geometry(STANDARD)
FINE = PictureInfo(2400, 1200, 300.0)
TEXT = Paragraph("p", STORE)


def set_blocks(fonts: FontSet, *blocks: Block, **facts: PictureInfo) -> Layout:
    item = BulletinItem(7, "共享冷库", Document(blocks))
    return compose(Bulletin((item,)), fonts, STANDARD, facts)


def images(layout: Layout) -> list[Image]:
    return [image for page in layout.pages for image in page.images]


def test_a_picture_stands_centred_as_wide_as_its_writer_wished(fonts: FontSet) -> None:
    (image,) = images(set_blocks(fonts, TEXT, Picture("f", "a", "图1 冷库", 5760), a=FINE))
    left, right = AREA.left(1) / 20, (AREA.left(1) + AREA.area_width) / 20

    assert (image.width, image.height, image.item) == (288, 144, 7)
    assert image.x - left == pytest.approx(right - image.x - image.width, abs=0.1)


def test_a_picture_is_never_wider_than_the_type_area(fonts: FontSet) -> None:
    (image,) = images(set_blocks(fonts, Picture("f", "a", "", 30_000), a=FINE))

    assert image.width <= AREA.area_width / 20
    assert image.height == pytest.approx(image.width / 2, abs=0.1)


def test_a_tall_picture_leaves_room_for_its_caption_on_the_page(fonts: FontSet) -> None:
    tall = PictureInfo(600, 6000, 300.0)
    layout = set_blocks(fonts, TEXT, Picture("f", "a", "图1 塔"), a=tall)
    (image,) = images(layout)
    (caption,) = [line for line in layout.lines if line.kind == "caption"]

    foot = (AREA.top + AREA.area_height) / 20
    assert image.y + image.height < foot and layout.pages[caption.page - 1].images == (image,)


def test_picture_and_caption_stay_on_one_page(fonts: FontSet) -> None:
    for count in range(12):
        layout = set_blocks(
            fonts, *[TEXT] * 2, *[Paragraph("x", "一行。")] * count, Picture("f", "a", "图1 冷库"),
            TEXT, a=FINE,
        )  # fmt: skip
        (caption,) = [line for line in layout.lines if line.kind == "caption"]
        assert layout.pages[caption.page - 1].images


def test_text_below_a_picture_is_on_the_grid_again(fonts: FontSet) -> None:
    layout = set_blocks(fonts, TEXT, Picture("f", "a", "图1 冷库"), Paragraph("z", "尾"), a=FINE)
    rows = [run.y for run in layout.pages[0].runs if run.item == 7 and run.size == 16]
    pitch = AREA.pitch / 20

    assert (rows[-1] - rows[0]) / pitch == pytest.approx(round((rows[-1] - rows[0]) / pitch))


def test_a_coarse_picture_is_remarked_with_its_resolution_as_set(fonts: FontSet) -> None:
    layout = set_blocks(fonts, Picture("f", "a", "图1 冷库", 5760), a=PictureInfo(400, 200, 300.0))
    (remark,) = layout.remarks

    assert (remark.dpi, remark.article, remark.page) == (100, 7, 1)
    assert "100 点/英寸" in remark.sentence and "图1 冷库" in remark.sentence


def test_a_fine_picture_needs_no_remark(fonts: FontSet) -> None:
    assert set_blocks(fonts, Picture("f", "a", "", 5760), a=FINE).remarks == ()


@pytest.mark.parametrize("facts", [{"a": PictureInfo(fault=BROKEN)}, {}])
def test_a_bad_or_unknown_picture_keeps_a_framed_place(
    fonts: FontSet, facts: dict[str, PictureInfo]
) -> None:
    layout = set_blocks(fonts, TEXT, Picture("f", "a", "图1 冷库"), **facts)
    (remark,) = layout.remarks

    assert not images(layout)
    assert len(layout.pages[0].rules) == 4
    assert remark.fault in [line.text for line in layout.lines if line.kind == "picture"]


def test_two_pictures_after_each_other_do_not_touch(fonts: FontSet) -> None:
    one, two = Picture("f", "a", "", 3000), Picture("g", "b", "", 3000)
    first, second = images(set_blocks(fonts, one, two, a=FINE, b=FINE))

    assert second.y > first.y + first.height + 6
