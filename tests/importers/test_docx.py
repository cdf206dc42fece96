"""What a person sees in a Word file is what is read; what is left out is said."""

import pytest
from word_parts import added, package, paragraph, part, run

from xinxi_desktop.domain.document import Heading, Note, Paragraph, Table
from xinxi_desktop.importers.docx import read_docx
from xinxi_desktop.importers.texts import ReadText

NUMBERING = part(
    "numbering",
    """
<w:abstractNum w:abstractNumId="0">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/>
 <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
""",
)


def read(body: str, **parts: str) -> ReadText:
    return read_docx(package(body, **parts), "稿.docx")


def lines(body: str, **parts: str) -> list[str]:
    return read(body, **parts).document.plain_text().split("\n")


def listed(text: str, level: int, number: int = 1) -> str:
    numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text, numbering)


def test_inserted_text_stays_and_deleted_text_goes() -> None:
    body = (
        f"<w:p>{run('报送')}<w:ins>{run('三')}</w:ins>"
        f"<w:del><w:r><w:delText>二</w:delText></w:r></w:del>{run('条')}</w:p>"
    )

    assert lines(body) == ["报送三条"]


def test_moved_text_stands_only_where_it_was_moved_to() -> None:
    moved = f"<w:moveFrom>{run('移走')}</w:moveFrom>"
    body = f"<w:p>{moved}{run('甲')}</w:p><w:p>{run('乙')}<w:moveTo>{run('移来')}</w:moveTo></w:p>"

    assert lines(body) == ["甲", "乙移来"]


def test_paragraph_with_deleted_mark_runs_on() -> None:
    body = paragraph("前半", "<w:rPr><w:del/></w:rPr>") + paragraph("后半")

    assert lines(body) == ["前半后半"]


def test_tracked_changes_are_reported() -> None:
    found = read(f"<w:p>{run('甲')}<w:ins>{run('乙')}</w:ins></w:p>")

    assert found.notes == ("含修订痕迹1处，已按接受全部修订读入，原件保留修订",)


def test_old_paragraph_properties_do_not_number_it() -> None:
    old = (
        '<w:pPrChange><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        "</w:pPrChange>"
    )

    assert lines(paragraph("不编号", old), numbering=NUMBERING) == ["不编号"]


BOX = f"<w:txbxContent>{paragraph('框内文字')}</w:txbxContent>"


def test_text_box_written_twice_is_read_once() -> None:
    body = (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{BOX}"
        f"</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox>"
        f"</w:pict></mc:Fallback></mc:AlternateContent></w:r>{run('正文')}</w:p>"
    )

    assert lines(body) == ["框内文字", "正文"]


def test_fallback_is_read_when_the_choice_gives_nothing() -> None:
    body = (
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='x'/><mc:Fallback><w:pict>"
        f"<v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )

    assert lines(body) == ["框内文字"]


def test_word_art_is_text() -> None:
    assert lines('<w:p><w:r><w:pict><v:textpath string="艺术字"/></w:pict></w:r></w:p>') == [
        "艺术字"
    ]


@pytest.mark.parametrize(
    "wrapper",
    [
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:hyperlink>{}</w:hyperlink>",
        "<w:smartTag><w:smartTag>{}</w:smartTag></w:smartTag>",
        "<w:customXml>{}</w:customXml>",
        '<w:fldSimple w:instr="PAGE">{}</w:fldSimple>',
    ],
)
def test_wrapped_runs_are_read(wrapper: str) -> None:
    assert lines(f"<w:p>{wrapper.format(run('内文'))}</w:p>") == ["内文"]


def test_nested_content_controls_around_paragraphs_are_read() -> None:
    inner = f"<w:sdt><w:sdtContent>{paragraph('内层')}</w:sdtContent></w:sdt>"

    assert lines(f"<w:sdt><w:sdtContent>{paragraph('外层')}{inner}</w:sdtContent></w:sdt>") == [
        "外层",
        "内层",
    ]


def test_field_shows_its_result_and_not_its_code() -> None:
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = "<w:r><w:instrText>HYPERLINK x</w:instrText></w:r>"
    body = (
        f"<w:p>{char('begin')}{code}{char('separate')}{run('结果')}{char('end')}{run('后文')}</w:p>"
    )

    assert lines(body) == ["结果后文"]


def test_field_without_end_does_not_swallow_the_rest() -> None:
    broken = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>'

    assert lines(broken + paragraph("还在")) == ["还在"]


def test_line_breaks_make_lines_and_page_breaks_do_not() -> None:
    body = f'<w:p>{run("上")}<w:r><w:br/></w:r>{run("下")}<w:r><w:br w:type="page"/></w:r></w:p>'

    assert lines(body) == ["上", "下"]


def test_odd_characters_are_read_as_seen() -> None:
    body = (
        f"<w:p>{run('信')}<w:r><w:softHyphen/><w:noBreakHyphen/>"
        '<w:sym w:font="Wingdings" w:char="F0AB"/></w:r></w:p>'
    )

    assert lines(body) == ["信-★"]


def test_sign_typed_in_a_symbol_font_is_mapped() -> None:
    font = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'

    assert lines(f"<w:p>{run('秘密')}{run('«', font)}{run('1年')}</w:p>") == ["秘密★1年"]


def test_rare_characters_survive() -> None:
    assert lines(paragraph("𬭎䶮㛃")) == ["𬭎䶮㛃"]


def test_ruby_keeps_the_base() -> None:
    ruby = f"<w:ruby><w:rt>{run('pin')}</w:rt><w:rubyBase>{run('拼')}</w:rubyBase></w:ruby>"

    assert lines(f"<w:p><w:r>{ruby}</w:r></w:p>") == ["拼"]


@pytest.mark.parametrize("switch", ["", ' w:val="1"', ' w:val="true"'])
def test_hidden_text_is_left_out_and_reported(switch: str) -> None:
    found = read(f"<w:p>{run('看得见')}{run('看不见', f'<w:vanish{switch}/>')}</w:p>")

    assert found.document.plain_text() == "看得见"
    assert found.notes == ("含隐藏文字1处，未收入正文",)


def test_switched_off_hiding_hides_nothing() -> None:
    shown = run("看得见", '<w:vanish w:val="0"/>')

    assert lines(f"<w:p>{shown}</w:p>") == ["看得见"]


def test_automatic_numbers_become_text() -> None:
    body = listed("总体情况", 0) + listed("进展", 1) + listed("问题", 1) + listed("下步打算", 0)

    assert lines(body, numbering=NUMBERING) == [
        "一、总体情况",
        "（一）进展",
        "（二）问题",
        "二、下步打算",
    ]


def test_numbered_headings_get_their_levels() -> None:
    blocks = read(listed("总体", 0) + listed("进展", 1), numbering=NUMBERING).document.blocks

    assert [block.level for block in blocks if isinstance(block, Heading)] == [1, 2]


def test_second_list_of_the_same_kind_starts_anew() -> None:
    assert lines(listed("甲", 0) + listed("乙", 0, number=3), numbering=NUMBERING)[1] == "一、乙"


def test_number_does_not_merge_with_digits_of_the_text() -> None:
    assert lines(listed("2026年", 2), numbering=NUMBERING) == ["1. 2026年"]


def test_bullet_of_a_symbol_font_is_a_bullet() -> None:
    assert lines(listed("条目", 0, number=2), numbering=NUMBERING) == ["• 条目"]


def test_number_and_heading_may_come_from_the_style() -> None:
    styles = part(
        "styles",
        '<w:style w:type="paragraph" w:styleId="base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="kid"><w:basedOn w:val="base"/>'
        "</w:style>",
    )
    body = paragraph("沿用样式", '<w:pStyle w:val="kid"/>')

    assert lines(body, styles=styles, numbering=NUMBERING) == ["一、沿用样式"]


def test_heading_style_makes_a_heading() -> None:
    (block,) = read(paragraph("主要做法", '<w:outlineLvl w:val="1"/>')).document.blocks

    assert isinstance(block, Heading)
    assert block.level == 2


def test_long_text_in_a_heading_style_stays_a_paragraph() -> None:
    (block,) = read(paragraph("长" * 60, '<w:outlineLvl w:val="0"/>')).document.blocks

    assert isinstance(block, Paragraph)


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def test_table_keeps_columns_under_merged_cells() -> None:
    wide = cell("合计", '<w:gridSpan w:val="2"/>')
    body = (
        f"<w:tbl><w:tr>{cell('县')}{cell('条')}{cell('名次')}</w:tr>"
        f"<w:tr>{wide}{cell('3')}</w:tr></w:tbl>"
    )
    (block,) = read(body).document.blocks

    assert isinstance(block, Table)
    assert block.rows == (("县", "条", "名次"), ("合计", "", "3"))


def test_vertically_merged_cell_is_read_once() -> None:
    first, second = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = (
        f"<w:tbl><w:tr>{cell('甲', first)}{cell('1')}</w:tr>"
        f"<w:tr>{cell('', second)}{cell('2')}</w:tr></w:tbl>"
    )
    (block,) = read(body).document.blocks

    assert isinstance(block, Table)
    assert block.rows == (("甲", "1"), ("", "2"))


def test_nested_table_is_read_in_its_cell() -> None:
    inner = f"<w:tbl><w:tr>{cell('里')}{cell('内')}</w:tr></w:tbl>"
    body = f"<w:tbl><w:tr>{cell('外')}<w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>"
    (block,) = read(body).document.blocks

    assert isinstance(block, Table)
    assert block.rows == (("外", "里 内"),)


def test_deleted_table_row_is_dropped() -> None:
    gone = f"<w:tr><w:trPr><w:del/></w:trPr>{cell('删')}{cell('除')}</w:tr>"

    assert lines(f"<w:tbl><w:tr>{cell('留')}{cell('下')}</w:tr>{gone}</w:tbl>") == ["留\t下"]


def test_frame_of_one_cell_is_text() -> None:
    (block,) = read(f"<w:tbl><w:tr>{cell('框中正文')}</w:tr></w:tbl>").document.blocks

    assert isinstance(block, Paragraph)


def test_form_with_the_report_in_a_cell_becomes_text() -> None:
    long = "".join(paragraph("情况说明。" * 30) for _ in range(2))
    body = (
        f"<w:tbl><w:tr>{cell('标 题')}{cell('关于某事的建议')}</w:tr>"
        f"<w:tr>{cell('内容')}<w:tc>{long}</w:tc></w:tr></w:tbl>"
    )
    found = lines(body)

    assert found[0] == "标题:关于某事的建议"
    assert len(found) == 3


def test_footnotes_stand_at_the_end_and_are_cited() -> None:
    notes = part(
        "footnotes",
        f'<w:footnote w:id="0">{paragraph("分隔")}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph("数据来自年报")}</w:footnote>',
    )
    body = f'<w:p>{run("增长8%")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    text, note = read(body, footnotes=notes).document.blocks

    assert isinstance(text, Paragraph) and text.text == "增长8%[1]"
    assert isinstance(note, Note) and note.text == "[1]数据来自年报"


def test_comments_are_not_text_but_reported() -> None:
    comments = part("comments", f'<w:comment w:id="0">{paragraph("请核实")}</w:comment>')
    found = read(paragraph("正文"), comments=comments)

    assert found.document.plain_text() == "正文"
    assert found.notes == ("含批注1条，未收入正文",)
    assert "请核实" in found.margins


def test_header_and_footer_are_only_looked_at_for_marks() -> None:
    found = read(paragraph("正文"), header1=part("hdr", paragraph("秘密★1年")))

    assert found.document.plain_text() == "正文"
    assert "秘密★1年" in found.margins


def test_pictures_and_embedded_files_are_counted() -> None:
    body = (
        "<w:p><w:r><w:drawing><pic:pic/></w:drawing></w:r>"
        f"<w:r><w:object><v:imagedata/><o:OLEObject/></w:object></w:r>{run('见图')}</w:p>"
    )

    found = read(body)

    assert found.notes == ("含嵌入文件1个，未打开，未收入正文",)
    assert found.doubts == ("图片缺失1幅，已在原处留出位置并注明，请看原件",)


def test_macros_are_reported() -> None:
    data = added(package(paragraph("正文")), "word/vbaProject.bin", b"x")

    assert read_docx(data, "稿.docm").notes == ("含宏代码，未执行",)


def test_contents_are_left_out_and_reported() -> None:
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    toc = (
        f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{paragraph('一、情况 1')}"
        "</w:sdtContent></w:sdt>"
    )
    found = read(toc + paragraph("正文"))

    assert found.document.plain_text() == "正文"
    assert found.notes == ("含自动目录1处，未收入正文",)


def test_placeholder_of_an_empty_control_is_no_text() -> None:
    empty = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"

    assert lines(f"<w:p>{run('标题')}{empty.format(run('单击输入'))}</w:p>") == ["标题"]


def test_large_centred_lines_at_the_top_are_likely_titles() -> None:
    centred = '<w:jc w:val="center"/>'
    title = run("关于某事的报告", '<w:sz w:val="44"/>')
    big = f"<w:p><w:pPr>{centred}</w:pPr>{title}</w:p>"

    assert read(big + paragraph("正文。")).title_lines == ("关于某事的报告",)


def test_main_part_may_have_another_name() -> None:
    data = package(paragraph("正文"), main="document2")

    assert read_docx(data, "稿.docx").document.plain_text() == "正文"


def test_strict_dialect_is_read() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    xml = f'<document xmlns="{strict}"><body><p><r><t>严格格式</t></r></p></body></document>'

    assert read_docx(package("", xml=xml), "稿.docx").document.plain_text() == "严格格式"
