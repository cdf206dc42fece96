"""上报文本."""

from xinxi_desktop.domain.document import Document, Heading, Paragraph, Picture, Table
from xinxi_desktop.domain.report_text import report_text


def test_every_paragraph_is_indented_by_two_full_width_blanks() -> None:
    body = Document((Heading("b1", "一、做法", 1), Paragraph("b2", " 第一段。\n第二段。")))
    assert report_text(" 标题 ", body) == "标题\n　　一、做法\n　　第一段。\n　　第二段。"


def test_a_table_keeps_its_cells_and_a_picture_its_caption() -> None:
    table = Table("b1", (("单位", "条数"), ("安渡", "3")))
    body = Document((table, Picture("b2", "", "图1"), Picture("b3", "")))
    assert report_text("题", body) == "题\n单位\t条数\n安渡\t3\n　　图1"


def test_an_empty_text_is_its_title() -> None:
    assert report_text("题", Document()) == "题"
