"""What nobody should write but somebody will: every text ends as whole pages, or as a sentence."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Sequence
from io import BytesIO
from zipfile import ZipFile

import pytest
from bulletin_maker import RULES, STORE
from pdf_reader import image_boxes, pdf_text
from picture_maker import huge_png, picture

from xinxi_desktop.domain.bulletin import Bulletin, BulletinItem
from xinxi_desktop.domain.document import (
    Block,
    Document,
    Heading,
    Note,
    Paragraph,
    Picture,
    Table,
    block_lines,
)
from xinxi_desktop.domain.page import Layout
from xinxi_desktop.errors import UserError
from xinxi_desktop.exporters.docx import write_docx
from xinxi_desktop.exporters.pdf import write_pdf
from xinxi_desktop.fonts.shipped import shipped
from xinxi_desktop.importers.pictures import read_picture, take_picture
from xinxi_desktop.services.word_judge import compare, word_pages
from xinxi_desktop.typesetting import compose

FONTS = shipped()
LONG = STORE + RULES
PUNCTUATION = "，。；：、！？“”‘’（）《》——……"
TEXTS: dict[str, tuple[str, Sequence[Block]]] = {
    "title of 200 hanzi": ((STORE * 2)[:200], [Paragraph("a", STORE)]),
    "title of 200 letters": ("A" * 200, [Paragraph("a", STORE)]),
    "title of 2,000 hanzi": ((LONG * 20)[:2000], [Paragraph("a", STORE)]),
    "60,000 in one paragraph": ("长", [Paragraph("a", (LONG * 400)[:60_000])]),
    "60,000 in 300": ("长", [Paragraph(f"p{n}", (LONG * 2)[n : n + 200]) for n in range(300)]),
    "60,000 letters without a blank": ("长", [Paragraph("a", "x" * 60_000)]),
    "only punctuation": ("。", [Paragraph("a", PUNCTUATION * 40)]),
    "one mark": ("，", [Paragraph("a", "。")]),
    "3,000 opening brackets": ("（" * 60, [Paragraph("a", "（" * 3000)]),
    "3,000 commas": ("，" * 60, [Paragraph("a", "，" * 3000)]),
    "only blanks": ("　", [Paragraph("a", " \u3000 "), Heading("h", "\u200b", 1)]),
    "nothing": ("", []),
    "empty blocks": (
        "",
        [Paragraph("a", ""), Heading("b", "", 1), Note("c", ""), Table("d", ()), Table("e", ((),))],
    ),
    "5,000 characters in a cell": (
        "表",
        [Table("t", (("甲", "乙", "丙"), ("1", (LONG * 30)[:5000], "2")))],
    ),
    "5,000 characters in one of 40 columns": (
        "表",
        [
            Table(
                "t",
                (
                    tuple(f"第{n}栏" for n in range(40)),
                    ("县", (LONG * 30)[:5000], *["7万"] * 38),
                ),
            )
        ],
    ),
    "rows of different lengths": ("表", [Table("t", (("甲",), ("1", "2", "3"), ()))]),
    "a head of 3,000 characters": ("表", [Table("t", (((LONG * 20)[:3000], "乙"), ("1", "2")))]),
}


def bulletin(title: str, blocks: Sequence[Block]) -> Bulletin:
    return Bulletin((BulletinItem(1, title, Document(tuple(blocks))),))


def both(title: str, blocks: Sequence[Block]) -> tuple[Layout, bytes, bytes]:
    """The layout, the PDF and the Word file."""
    source = bulletin(title, blocks)
    layout = compose(source, FONTS)
    return layout, write_pdf(layout, FONTS, title), write_docx(source, layout, FONTS)


def signs(*texts: str) -> Counter[str]:
    """How often each character stands in some texts, blanks and controls apart."""
    return Counter(char for char in "".join(texts) if char.isprintable() and not char.isspace())


def word_text(data: bytes) -> str:
    body = ZipFile(BytesIO(data)).read("word/document.xml").decode()
    return "".join(re.findall("<w:t[^>]*>([^<]*)</w:t>", body))


@pytest.mark.parametrize("name", TEXTS)
def test_every_character_reaches_pdf_and_word(name: str) -> None:
    title, blocks = TEXTS[name]
    layout, pdf, word = both(title, blocks)
    written = signs(title, *[line for block in blocks for line in block_lines(block)])

    assert not written - signs("".join(run.text for page in layout.pages for run in page.runs))
    assert not written - signs(word_text(word))
    assert pdf.startswith(b"%PDF-") and len(layout.pages) >= 1


@pytest.mark.parametrize("name", TEXTS)
def test_nothing_stands_outside_the_type_area(name: str) -> None:
    layout, _, _ = both(*TEXTS[name])
    for page in layout.pages:
        for run in page.runs:
            right = run.x + sum(run.advances)
            assert run.x > 60 and right < page.width - 60 and 90 < run.y < page.height - 60


@pytest.mark.skipif(not shutil.which("soffice"), reason="本机没有 LibreOffice")
def test_word_breaks_every_odd_text_where_the_pdf_does() -> None:
    files = {str(number): both(*text) for number, text in enumerate(TEXTS.values())}
    pages = word_pages({number: word for number, (_, _, word) in files.items()}, FONTS)
    for number, name in enumerate(TEXTS):
        found = compare(files[str(number)][1], pages[str(number)])
        told = (name, found.same, found.word_pages, found.lost)
        assert told == (name, found.lines, found.our_pages, "")


def test_a_table_of_10000_rows_is_set_whole_with_its_head_on_every_page() -> None:
    rows = (("序号", "县区", "情况"), *[(str(n), "望川县", f"第{n}座") for n in range(10_000)])
    layout, pdf, word = both("清单", [Table("t", rows)])
    heads = sum(run.text == "县区" for page in layout.pages for run in page.runs)

    assert heads == len(layout.pages) > 300
    assert word_text(word).count("望川县") == 10_000
    assert pdf_text(pdf).count("望川县") == 10_000


def test_control_signs_are_left_out_and_the_words_stay() -> None:
    text = "信\x00息\x01工\x08作\x1b[31m简\x7f报\x85\u200b\ufeff。"
    _, pdf, word = both("标\x00题\x07", [Paragraph("a", text), Paragraph("b", "一\x0b二\x0c三")])

    assert "信息工作" in word_text(word) and "标题" in word_text(word)
    assert "信息工作" in pdf_text(pdf)


def test_lines_broken_inside_a_paragraph_stay_lines() -> None:
    layout, _, _ = both("题", [Paragraph("a", "第一行\n第二行")])

    assert [line.text.strip() for line in layout.lines[1:]] == ["第一行", "第二行"]


@pytest.mark.parametrize("sign", ["\ufffe", "\uffff", "😀", "\ud7ff"])
def test_what_no_font_can_draw_is_named_and_nothing_is_written(sign: str) -> None:
    with pytest.raises(UserError, match=f"U\\+{ord(sign):04X}"):
        both("题", [Paragraph("a", f"有{sign}字")])


# ------------------------------------------------------------ pictures


def with_picture(data: bytes) -> tuple[Layout, bytes, bytes]:
    """Set and write a text with a picture as it comes out of a report."""
    taken = take_picture(data)
    source = bulletin("题", [Paragraph("a", STORE), Picture("f", "x", "图1 冷库", 5000)])
    layout = compose(source, FONTS, pictures={"x": read_picture(taken.data)})
    fetch = {"x": taken.data}.__getitem__
    return (
        layout,
        write_pdf(layout, FONTS, pictures=fetch),
        write_docx(source, layout, FONTS, pictures=fetch),
    )


def large_jpeg(**options: object) -> bytes:
    """A JPEG of 108 megapixels."""
    return picture(12_000, 9_000, format_="JPEG", **options)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (huge_png(), "图片太大"),
        (large_jpeg(progressive=True), "图片太大"),
        (picture()[:300], "图片损坏"),
        (picture(format_="JPEG")[:600], "图片损坏"),
        (b"", "图片损坏"),
        (b"GIF89a", "图片损坏"),
    ],
    ids=["png of 100 megapixels", "progressive", "cut png", "cut jpeg", "empty", "cut gif"],
)
def test_a_picture_that_can_not_be_drawn_keeps_a_place_that_says_so(
    data: bytes, fault: str
) -> None:
    layout, pdf, word = with_picture(data)

    assert [remark.fault for remark in layout.remarks] == [fault]
    assert fault in pdf_text(pdf) and fault in word_text(word)


@pytest.mark.parametrize(
    "data",
    [large_jpeg(), picture(mode="CMYK", format_="JPEG"), picture(1, 1), picture(20_000, 2)],
    ids=["jpeg of 108 megapixels", "cmyk", "one pixel", "a thread"],
)
def test_an_odd_picture_is_drawn(data: bytes) -> None:
    layout, pdf, word = with_picture(data)

    assert len(image_boxes(pdf)) == 1 and "图1 冷库" in word_text(word)
    assert not any(remark.fault for remark in layout.remarks)
    assert len(pdf) < 3_000_000
