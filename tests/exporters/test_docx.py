"""The Word file read back with python-docx."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from bulletin_maker import IMPRINT, RULES, STORE, TABLE, article, bulletin, document
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph

from xinxi_desktop.domain.bulletin import Bulletin, BulletinItem
from xinxi_desktop.domain.document import Document, Table
from xinxi_desktop.domain.page_scheme import SCHEMES, STANDARD
from xinxi_desktop.errors import UserError
from xinxi_desktop.exporters.docx import write_docx
from xinxi_desktop.fonts.shipped import shipped
from xinxi_desktop.typesetting import compose
from xinxi_desktop.typesetting.styles import geometry


def bytes_of(source: Bulletin) -> bytes:
    fonts = shipped()
    return write_docx(source, compose(source, fonts), fonts)


def word(source: Bulletin) -> WordFile:
    return docx.Document(BytesIO(bytes_of(source)))


def part(source: Bulletin, name: str) -> str:
    with ZipFile(BytesIO(bytes_of(source))) as package:
        return package.read(name).decode()


def paragraph(file: WordFile, start: str) -> WordParagraph:
    return next(p for p in file.paragraphs if p.text.startswith(start))


def test_paragraphs_hold_the_source_text() -> None:
    texts = [p.text for p in word(article("一、主要做法", STORE, RULES)).paragraphs]

    assert texts[1:] == ["一、主要做法", STORE, RULES]


def test_plain_paragraph_is_one_run() -> None:
    assert len(paragraph(word(article("信" * 300)), "信").runs) == 1


def test_run_in_heading_has_its_own_run() -> None:
    runs = paragraph(word(article("（一）强化调度。各县区要抓落实。")), "（一）").runs

    assert [run.text for run in runs] == ["（一）强化调度。", "各县区要抓落实。"]
    assert runs[0].style.name == "楷体字"


def test_mended_line_carries_its_spacing() -> None:
    runs = paragraph(word(article("信" * 25 + "——信息报送工作要点")), "信").runs
    spacings = [run._r.find(f".//{qn('w:spacing')}") for run in runs]

    assert len(runs) == 2
    assert spacings[0] is not None and spacings[1] is None


def test_rare_character_names_its_font() -> None:
    file = word(article("代表喆发言"))
    run = paragraph(file, "代表").runs[1]
    fonts = run.style.element.find(f".//{qn('w:rFonts')}")

    assert run.text == "喆"
    assert {fonts.get(qn(f"w:{name}")) for name in ("ascii", "hAnsi", "eastAsia")} == {
        "LXGW WenKai Light"
    }


def test_shared_marks_get_the_east_asian_hint() -> None:
    run = paragraph(word(article(STORE)), "今年").runs[0]

    assert run._r.rPr.rFonts.get(qn("w:hint")) == "eastAsia"


def test_body_style_is_set_as_measured() -> None:
    style = word(article(STORE)).styles["Normal"].element
    properties = {child.tag.rsplit("}")[-1]: child for child in style.pPr}

    assert properties["overflowPunct"].get(qn("w:val")) == "1"
    assert properties["snapToGrid"].get(qn("w:val")) == "1"
    assert properties["ind"].get(qn("w:firstLine")) == "640"
    assert style.rPr.find(qn("w:spacing")).get(qn("w:val")) == "-5"


def test_title_keeps_its_exact_height_off_the_grid() -> None:
    style = word(article(STORE)).styles["Title"].element

    assert style.pPr.find(qn("w:snapToGrid")).get(qn("w:val")) == "0"
    assert style.pPr.find(qn("w:spacing")).get(qn("w:lineRule")) == "exact"


def test_every_style_names_all_its_fonts_and_no_theme() -> None:
    source = bulletin(1)
    styles = part(source, "word/styles.xml")

    assert "Theme" not in styles
    assert all(
        {"ascii", "hAnsi", "eastAsia"} <= {key.rsplit("}")[-1] for key in fonts.attrib}
        for fonts in word(source).styles.element.iter(qn("w:rFonts"))
    )


def test_page_is_the_official_one() -> None:
    section = word(article(STORE)).sections[0]._sectPr
    margins, grid = section.find(qn("w:pgMar")), section[-1]

    assert [margins.get(qn(f"w:{side}")) for side in ("top", "left", "right", "bottom")] == [
        "2098", "1587", "1474", "1984",
    ]  # fmt: skip
    assert (grid.tag, grid.get(qn("w:linePitch"))) == (qn("w:docGrid"), "579")


def test_margins_are_mirrored_and_marks_not_compressed() -> None:
    settings = part(article(STORE), "word/settings.xml")

    assert "mirrorMargins" in settings
    assert 'characterSpacingControl w:val="doNotCompress"' in settings


def test_page_numbers_are_fields_on_both_sides() -> None:
    section = word(article(STORE)).sections[0]
    feet = section.footer.paragraphs[0], section.even_page_footer.paragraphs[0]

    assert all("PAGE" in foot._p.xml and foot.text == "— 1 —" for foot in feet)
    assert [foot.alignment for foot in feet] == [2, 0]


def test_file_names_nobody() -> None:
    properties = word(bulletin(1)).core_properties

    assert properties.title.startswith("云澜信息·每日快报")
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")


def test_same_bulletin_gives_the_same_bytes() -> None:
    assert bytes_of(bulletin(1)) == bytes_of(bulletin(1))


def test_red_rule_is_the_border_of_a_paragraph() -> None:
    line = paragraph(word(bulletin(1)), "云澜市委办公室信息科")

    assert line._p.pPr.find(f".//{qn('w:bottom')}").get(qn("w:color")) == "FF3333"


def test_contents_refer_to_bookmarks_of_the_titles() -> None:
    xml = part(bulletin(2), "word/document.xml")

    assert all(f"PAGEREF item{n} " in xml and f'w:name="item{n}"' in xml for n in (1, 2))


def test_title_is_broken_where_the_pdf_breaks_it() -> None:
    title = "关于进一步加强和改进全市信息工作切实提高服务水平的若干意见"
    lines = [
        line.text
        for line in compose(article(STORE, title=title), shipped()).lines
        if line.kind == "title"
    ]

    assert word(article(STORE, title=title)).paragraphs[0].text.split("\n") == lines


def test_imprint_is_a_table_held_to_the_foot() -> None:
    table = word(bulletin(1)).tables[-1]
    position = table._tbl.tblPr.find(qn("w:tblpPr"))

    height = geometry(STANDARD).area_height
    assert height * 2 // 3 < int(position.get(qn("w:tblpY"))) < height
    assert table.cell(0, 0).text.startswith("报：市委书记")


def test_blank_page_and_imprint_are_a_section_without_numbers() -> None:
    files = (word(bulletin(1, lines=lines)) for lines in range(1, 9))
    file = next(file for file in files if len(file.sections) == 2)
    last = file.sections[-1]

    assert not last.footer.is_linked_to_previous
    assert last.footer.paragraphs[0].text == last.even_page_footer.paragraphs[0].text == ""


def test_table_of_the_text_repeats_its_head() -> None:
    table = word(Bulletin((BulletinItem(1, "表", Document((TABLE, TABLE))),))).tables[0]

    assert [cell.text for cell in table.rows[0].cells] == list(TABLE.rows[0])
    assert table.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None


def test_room_above_a_table_goes_with_it_below_a_heading() -> None:
    body = Document((*document("一、完成情况").blocks, TABLE))
    file = word(Bulletin((BulletinItem(1, "表", body),)))
    room = file.tables[0]._tbl.getprevious()

    assert room.pPr.find(qn("w:keepNext")).get(qn("w:val")) == "1"


@pytest.mark.parametrize(("lines", "told"), [(16, False), (18, True), (21, False)])
def test_title_that_needs_a_page_only_for_its_room_says_so(lines: int, told: bool) -> None:
    first = BulletinItem(1, "", document("信" * (28 * lines + 20)))
    file = word(Bulletin((first, BulletinItem(2, "标题", document(STORE)))))
    properties = paragraph(file, "标题")._p.pPr

    assert (properties.find(qn("w:pageBreakBefore")) is not None) is told


def test_proof_is_marked_in_the_header() -> None:
    file = word(replace(bulletin(1), watermark="清样 校验码7F3A92C1"))

    assert file.sections[0].header.paragraphs[0].text == "清样 校验码7F3A92C1"


def test_character_without_glyph_is_refused() -> None:
    with pytest.raises(UserError) as caught:
        bytes_of(article("信息\U0001f600"))

    assert caught.value.code == "missing_glyph"


@pytest.mark.parametrize(
    "source",
    [
        Bulletin(()),
        Bulletin((), None, IMPRINT),
        article("\x00\x07信息\ud7ff", title="\x01标题"),
        article(title="信" * 3000),
        Bulletin((BulletinItem(1, "", document()),)),
    ],
)
def test_odd_bulletin_still_opens(source: Bulletin) -> None:
    layout = replace(compose(source, shipped()), missing=())

    assert docx.Document(BytesIO(write_docx(source, layout, shipped(), STANDARD)))


def test_a_proof_bears_its_word_across_the_page() -> None:
    proof = replace(bulletin(1), watermark="清样　科长　2026-11-23 16:05")
    data = write_docx(proof, compose(proof, shipped()), shipped())
    with ZipFile(BytesIO(data)) as package:
        heads = [package.read(name).decode() for name in package.namelist() if "/header" in name]

    assert heads
    assert all('string="清样"' in head and "2026-11-23 16:05" in head for head in heads)


def test_the_grid_has_no_room_left_that_the_office_would_halve() -> None:
    for scheme in SCHEMES.values():
        page = geometry(scheme)
        left = page.height - page.top - page.grid_bottom - page.grid_height
        assert 0 <= left <= 19


def test_a_table_sent_to_the_next_page_begins_it_in_word_too() -> None:
    scheme, fonts = SCHEMES["28磅行距"], shipped()
    table = Table("t", (("甲", "乙"), ("一", "二"), ("三", "四")))
    text = document(*["一行。"] * 18).blocks
    source = Bulletin((BulletinItem(1, "题", Document((*text, table))),))
    written = write_docx(source, compose(source, fonts, scheme), fonts, scheme)

    head = docx.Document(BytesIO(written)).tables[0].rows[0]
    breaks = [cell.paragraphs[0].paragraph_format.page_break_before for cell in head.cells]
    assert breaks == [True, None]
