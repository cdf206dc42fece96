"""Pictures in the PDF and in Word: the same place, the same size, no finer than print shows."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from bulletin_maker import STORE
from docx.oxml.ns import qn
from pdf_reader import image_boxes
from picture_maker import picture
from PIL import Image as Pillow

from xinxi_desktop.domain.bulletin import Bulletin, BulletinItem
from xinxi_desktop.domain.document import Block, Document, Paragraph, Picture
from xinxi_desktop.domain.page import Layout
from xinxi_desktop.errors import WorldError
from xinxi_desktop.exporters.docx import write_docx
from xinxi_desktop.exporters.pdf import write_pdf
from xinxi_desktop.exporters.pictures import fitted
from xinxi_desktop.fonts.shipped import shipped
from xinxi_desktop.importers.pictures import read_picture
from xinxi_desktop.services.word_judge import word_pages
from xinxi_desktop.typesetting import compose

FONTS = shipped()
DATA = {
    "png": picture(1200, 600),
    "jpeg": picture(900, 1200, format_="JPEG"),
    "clear": picture(600, 300, mode="RGBA"),
}
FACTS = {name: read_picture(data) for name, data in DATA.items()}
TEXT = Paragraph("p", STORE)
TWO = (
    TEXT,
    Picture("f", "png", "图1　冷库分布", 6000),
    TEXT,
    Picture("g", "jpeg", "图2　入库现场", 4000),
    TEXT,
)


def made(blocks: Sequence[Block]) -> tuple[Layout, bytes, bytes]:
    """The layout, the PDF and the Word file of some blocks."""
    source = Bulletin((BulletinItem(1, "共享冷库", Document(tuple(blocks))),))
    layout = compose(source, FONTS, pictures=FACTS)
    fetch = DATA.__getitem__
    return (
        layout,
        write_pdf(layout, FONTS, pictures=fetch),
        write_docx(source, layout, FONTS, pictures=fetch),
    )


def boxes(layout: Layout) -> list[tuple[float, float, float, float]]:
    return [
        (image.x, image.y, image.x + image.width, image.y + image.height)
        for page in layout.pages
        for image in page.images
    ]


def test_the_pdf_has_each_picture_in_its_box() -> None:
    layout, pdf, _ = made(TWO)

    for wanted, found in zip(boxes(layout), image_boxes(pdf), strict=True):
        assert found == pytest.approx(wanted, abs=0.1)


@pytest.mark.skipif(not shutil.which("soffice"), reason="本机没有 LibreOffice")
def test_word_s_pages_have_each_picture_in_the_same_box() -> None:
    _, pdf, word = made(TWO)
    pages = word_pages({"w": word}, FONTS)["w"]

    for ours, theirs in zip(image_boxes(pdf), image_boxes(pages), strict=True):
        assert theirs == pytest.approx(ours, abs=1.5)


def test_a_picture_stands_in_a_line_of_its_own_style_with_words_for_who_can_not_see() -> None:
    file = docx.Document(BytesIO(made(TWO)[2]))
    held = [p for p in file.paragraphs if p._element.findall(f".//{qn('wp:inline')}")]

    assert [p.style.name for p in held] == ["图片", "图片"]
    assert all(p.text == "" for p in held)
    words = [node.get("descr") for p in held for node in p._element.iter(qn("wp:docPr"))]
    assert words == ["图1　冷库分布", "图2　入库现场"]


def test_word_s_picture_is_as_wide_as_the_pdf_s() -> None:
    layout, _, word = made(TWO)
    shapes = docx.Document(BytesIO(word)).inline_shapes

    widths = [round(shape.width / 12700, 1) for shape in shapes]
    assert widths == [round(box[2] - box[0], 1) for box in boxes(layout)]


def test_the_same_picture_twice_is_in_the_file_once() -> None:
    _, _, word = made([TEXT, Picture("f", "png", "", 4000), Picture("g", "png", "", 4000)])
    names = [name for name in ZipFile(BytesIO(word)).namelist() if "/media/" in name]

    assert len(names) == 1


def test_captions_have_their_style_and_stay_with_the_picture() -> None:
    file = docx.Document(BytesIO(made(TWO)[2]))
    (caption,) = [p for p in file.paragraphs if p.text.startswith("图1")]

    assert caption.style.name == "题注"
    assert file.styles["图片"].paragraph_format.keep_with_next


@pytest.mark.parametrize("name", DATA)
def test_what_goes_out_is_opaque_and_no_finer_than_300_dots_an_inch(name: str) -> None:
    data, format_ = fitted(DATA[name], 72, 72)
    with Pillow.open(BytesIO(data)) as image:
        assert image.mode in ("L", "RGB") and max(image.size) <= 315
        assert image.format == format_.upper()


def test_a_picture_that_fits_keeps_its_bytes() -> None:
    assert fitted(DATA["jpeg"], 400, 500) == (DATA["jpeg"], "jpeg")


def test_a_picture_that_breaks_at_the_last_moment_is_a_sentence() -> None:
    with pytest.raises(WorldError, match="有一幅图片画不出来"):
        fitted(b"no picture", 100, 100)
