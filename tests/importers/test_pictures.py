"""A report's pictures come into its text; what can't be taken keeps its place and is said."""

from __future__ import annotations

import io

import pytest
from picture_maker import huge_png, picture, shown, word_file
from PIL import Image
from word_parts import paragraph

from xinxi_desktop.domain.document import Paragraph, Picture, Table
from xinxi_desktop.domain.pictures import BROKEN, TOO_LARGE, is_caption
from xinxi_desktop.importers.docx import read_docx
from xinxi_desktop.importers.pictures import Shown, read_picture, take_picture
from xinxi_desktop.importers.texts import ReadText


def read(body: str, **pictures: bytes) -> ReadText:
    return read_docx(word_file(body, **pictures), "稿.docx")


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def test_a_picture_comes_with_its_bytes_and_width() -> None:
    found = read(paragraph("前文。") + shown() + paragraph("后文。"), p1=picture())
    block = found.document.blocks[1]

    assert isinstance(block, Picture) and block.width == 4000
    assert opened(found.pictures[block.blob]).size == (600, 300)
    assert found.notes == ("含图片1幅，已收入正文",)


@pytest.mark.parametrize(
    "body",
    [
        shown() + paragraph("图1 冷库分布"),
        paragraph("图1 冷库分布") + shown(),
        shown(text="图1 冷库分布"),
    ],
)
def test_the_line_beside_it_is_its_caption(body: str) -> None:
    blocks = read(body + paragraph("后文。"), p1=picture()).document.blocks

    assert [getattr(block, "caption", "") for block in blocks] == ["图1 冷库分布", ""]


def test_each_of_two_pictures_takes_the_line_below_it() -> None:
    body = shown() + paragraph("图1 甲") + shown("p2") + paragraph("图2 乙")
    blocks = read(body, p1=picture(), p2=picture(30, 30)).document.blocks

    assert [getattr(block, "caption", "") for block in blocks] == ["图1 甲", "图2 乙"]


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("图1 冷库分布", True),
        ("图 2-1：各县区库容", True),
        ("图一　示意", True),
        ("照片3", True),
        ("图1显示，果品损耗率下降。", False),
        ("图谋不轨", False),
        ("图书馆 12 座", False),
    ],
)
def test_captions_are_known_by_their_number(line: str, is_one: bool) -> None:
    assert is_caption(line) is is_one


def test_pictures_side_by_side_in_a_table_stand_below_each_other() -> None:
    cells = "".join(f"<w:tc>{shown(name)}</w:tc>" for name in ("p1", "p2"))
    names = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("图1 甲", "图2 乙"))
    table = f"<w:tbl><w:tr>{cells}</w:tr><w:tr>{names}</w:tr></w:tbl>"
    blocks = read(table, p1=picture(), p2=picture(30, 30)).document.blocks

    assert [getattr(block, "caption", "") for block in blocks] == ["图1 甲", "图2 乙"]


def test_a_picture_in_a_table_of_data_stands_below_it() -> None:
    row = f"<w:tr><w:tc>{paragraph('甲县')}</w:tc><w:tc>{shown()}</w:tc></w:tr>"
    found = read(f"<w:tbl>{row}{row}</w:tbl>", p1=picture())

    assert [type(block) for block in found.document.blocks] == [Table, Picture, Picture]
    assert found.document.blocks[0].rows[0] == ("甲县", "〔图见表下〕")
    assert "表格中的图片2幅已移到表格下面，请核对位置" in found.doubts


def test_a_drawing_of_lines_leaves_its_place_in_words() -> None:
    emf = b"\x01\x00\x00\x00" + bytes(36) + b" EMF" + bytes(60)
    found = read(shown() + paragraph("图1 走势"), p1=emf)

    assert found.document.blocks == (Paragraph("b1", "〔图：图1 走势〕"),)
    assert "EMF" in found.doubts[0]


@pytest.mark.parametrize(
    "data",
    [b"", b"not a picture", picture()[:300], picture(format_="JPEG")[:900], picture()[:40]],
)
def test_a_broken_picture_keeps_its_place(data: bytes) -> None:
    found = read(paragraph("前文。") + shown(), p1=data)

    assert isinstance(found.document.blocks[1], Picture)
    assert found.doubts == ("图片损坏1幅，已在原处留出位置并注明，请看原件",)


@pytest.mark.parametrize(
    ("mode", "format_", "kept"),
    [
        ("RGB", "GIF", "PNG"),
        ("RGB", "BMP", "PNG"),
        ("RGBA", "TIFF", "PNG"),
        ("CMYK", "TIFF", "PNG"),
        ("CMYK", "JPEG", "JPEG"),
        ("L", "JPEG", "JPEG"),
        ("P", "PNG", "PNG"),
        ("1", "TIFF", "PNG"),
        ("RGB", "WEBP", "PNG"),
    ],
)
def test_every_kind_of_picture_is_kept_as_png_or_jpeg(mode: str, format_: str, kept: str) -> None:
    source = picture(mode="RGB" if format_ in ("GIF", "WEBP") else mode, format_=format_)
    taken = opened(take_picture(source).data)

    assert (taken.format, taken.size) == (kept, (600, 300))
    assert taken.mode in ("1", "L", "P", "RGB", "RGBA")


def test_sixteen_bit_grey_keeps_its_shades() -> None:
    stream = io.BytesIO()
    Image.new("I;16", (4, 4), 0x8000).save(stream, "TIFF")

    assert opened(take_picture(stream.getvalue()).data).getpixel((0, 0)) == 128


def test_a_hundred_megapixels_are_said_and_not_decoded() -> None:
    found = take_picture(huge_png())

    assert found.info.fault == TOO_LARGE
    assert (found.info.width, found.info.height) == (10_000, 10_000)


def test_a_large_jpeg_is_kept_smaller() -> None:
    taken = take_picture(picture(9000, 8000, "L", "JPEG", quality=20))

    assert taken.reduced
    assert opened(taken.data).width == pytest.approx(5196, abs=4)


def test_what_is_cropped_away_is_not_kept() -> None:
    found = read(shown(crop='l="50000" b="50000"'), p1=picture())
    block = found.document.blocks[0]
    assert isinstance(block, Picture)

    assert opened(found.pictures[block.blob]).size == (300, 150)


def test_a_turned_picture_stands_as_shown() -> None:
    found = read(shown(turn='rot="5400000"'), p1=picture())
    block = found.document.blocks[0]
    assert isinstance(block, Picture)

    assert opened(found.pictures[block.blob]).size == (300, 600)
    assert block.width == 2000


def test_names_and_places_in_a_picture_do_not_go_on() -> None:
    exif = Image.Exif()
    exif[0x013B] = "张某某"
    data = picture(format_="JPEG", exif=exif, comment=b"secret place")
    taken = take_picture(data)

    assert b"secret place" in data and b"secret place" not in taken.data
    assert not opened(taken.data).getexif()
    assert opened(taken.data).tobytes() == opened(data).tobytes()


def test_a_kept_picture_is_read_back() -> None:
    info = read_picture(take_picture(picture(dpi=(300, 300)), Shown()).data)

    assert (info.width, info.height, round(info.dpi), info.fault) == (600, 300, 300, "")
    assert read_picture(picture()[:300]).fault == BROKEN


def test_the_same_picture_twice_is_kept_once() -> None:
    found = read(shown() + shown("p2"), p1=picture(), p2=picture())

    assert len(found.pictures) == 1


def test_captions_count_as_text() -> None:
    found = read(paragraph("前文。") + shown() + paragraph("图1 甲"), p1=picture())

    assert found.document.plain_text() == "前文。\n图1 甲"
    assert found.document.characters() == 6


def test_a_placeholder_in_the_text_stays_as_it_is() -> None:
    assert read(paragraph("〔图：走势图〕")).document.plain_text() == "〔图：走势图〕"
