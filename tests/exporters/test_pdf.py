"""The PDF read back with pypdfium2."""

from __future__ import annotations

import re
import zlib
from dataclasses import replace

import pypdfium2
import pytest
from bulletin_maker import STORE, article, bulletin

from xinxi_desktop.domain.bulletin import Bulletin, BulletinItem
from xinxi_desktop.domain.document import document_from_lines
from xinxi_desktop.domain.page import Layout
from xinxi_desktop.errors import UserError
from xinxi_desktop.exporters.pdf import write_pdf
from xinxi_desktop.fonts.shipped import shipped
from xinxi_desktop.typesetting import compose


def pdf_of(source: Bulletin, title: str = "") -> bytes:
    return write_pdf(compose(source, shipped()), shipped(), title)


def texts(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    found = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return ["".join(text.split()) for text in found]


def drawing(pdf: bytes) -> bytes:
    """The operators of all pages."""
    packed = re.findall(rb"stream\r?\n(.*?)\r?\n?endstream", pdf, re.DOTALL)
    return b"\n".join(zlib.decompressobj().decompress(data) for data in packed if data[:1] == b"x")


def test_text_copies_out_as_it_was_set() -> None:
    assert STORE in "".join(texts(pdf_of(article(STORE))))


def test_rare_characters_copy_out() -> None:
    assert "喆堃祎𬭎䶮㛃" in "".join(texts(pdf_of(article("代表喆堃祎𬭎䶮㛃发言"))))


def test_every_page_is_there_in_a4() -> None:
    layout = compose(bulletin(2), shipped())
    document = pypdfium2.PdfDocument(write_pdf(layout, shipped()))
    sizes = {tuple(round(side) for side in page.get_size()) for page in document}

    assert len(document) == len(layout.pages)
    assert sizes == {(595, 842)}


def test_same_layout_gives_the_same_bytes() -> None:
    assert pdf_of(bulletin(1)) == pdf_of(bulletin(1))


def test_every_font_is_embedded() -> None:
    pdf = pdf_of(bulletin(1))

    assert b"Helvetica" not in pdf
    assert pdf.count(b"/FontFile2") == pdf.count(b"/Type /FontDescriptor") > 0


def test_red_is_printed_as_cmyk() -> None:
    assert re.search(rb"0 0?\.8 0?\.8 0 k", drawing(pdf_of(bulletin(1))))


def test_metadata_holds_the_title_and_no_person() -> None:
    document = pypdfium2.PdfDocument(pdf_of(bulletin(1), "云澜信息第12期"))
    metadata = document.get_metadata_dict()

    assert metadata["Title"] == "云澜信息第12期"
    assert metadata["Author"] == metadata["Creator"] == ""


def test_character_without_glyph_is_refused_by_name() -> None:
    with pytest.raises(UserError) as caught:
        pdf_of(article("信息\U0001f600"))

    assert caught.value.code == "missing_glyph"
    assert "U+1F600" in caught.value.sentence


def test_many_missing_characters_are_counted() -> None:
    layout = Layout((), (), tuple(chr(0x1F600 + number) for number in range(40)))

    with pytest.raises(UserError, match="等40个字符"):
        write_pdf(layout, shipped())


def test_empty_page_is_written() -> None:
    layout = compose(article(STORE), shipped())
    blank = replace(layout, pages=(*layout.pages, replace(layout.pages[0], runs=(), rules=())))

    assert texts(write_pdf(blank, shipped()))[1] == ""


def test_every_item_has_a_bookmark_on_its_page() -> None:
    layout = compose(bulletin(3), shipped())
    begins = {line.item: line.page for line in reversed(layout.lines) if line.kind == "title"}
    document = pypdfium2.PdfDocument(write_pdf(layout, shipped()))
    marks = [(mark.get_title(), mark.get_dest().get_index() + 1) for mark in document.get_toc()]

    assert marks == [
        (f"望川县破解小果农错峰销售难题的第{number}次调研", begins[number - 1])
        for number in (1, 2, 3)
    ]


def test_pages_are_called_by_their_printed_numbers() -> None:
    layout = compose(bulletin(2), shipped())
    document = pypdfium2.PdfDocument(write_pdf(layout, shipped()))
    labels = [document.get_page_label(index) for index in range(len(document))]

    assert labels == [page.label or "无页码" for page in layout.pages]


def test_properties_name_the_office_and_the_day() -> None:
    layout = compose(article(STORE), shipped())
    pdf = write_pdf(layout, shipped(), "标题", office="云澜市委办公室信息科", on="2026-11-23")
    metadata = pypdfium2.PdfDocument(pdf).get_metadata_dict()

    assert metadata["Author"] == "云澜市委办公室信息科"
    assert metadata["CreationDate"] == "D:20261123000000+08'00'"


def test_properties_without_a_day_claim_none() -> None:
    metadata = pypdfium2.PdfDocument(pdf_of(article(STORE))).get_metadata_dict()

    assert metadata["CreationDate"] == metadata["Producer"] == ""


def test_a_proof_says_so_across_every_page_and_at_its_head() -> None:
    proof = replace(bulletin(1), watermark="清样　科长　2026-11-23 16:05")
    layout = compose(proof, shipped())

    assert all(page.watermark and page.watermark.text == "清样" for page in layout.pages)
    assert all(text.count("清样") == 1 for text in texts(write_pdf(layout, shipped())))


def test_the_mark_across_a_proof_is_no_text_that_is_copied_with_the_lines() -> None:
    layout = compose(Bulletin((BulletinItem(1, "标题", document_from_lines([STORE * 3])),),
                              watermark="清样　张某　2026-11-22 15:20"), shipped())  # fmt: skip
    page = pypdfium2.PdfDocument(write_pdf(layout, shipped()))[0]
    lines = page.get_textpage().get_text_range().splitlines()

    assert STORE[:20] in "".join(lines)
    assert min(len(line) for line in lines[1:6]) > 20
