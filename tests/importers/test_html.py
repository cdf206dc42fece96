"""Rich text from the clipboard."""

from __future__ import annotations

import pytest

from xinxi_desktop.domain.document import Heading, Paragraph, Table
from xinxi_desktop.importers.html import read_html

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>
<!-- p {margin:0} --></style><title>x</title></head><body><!--StartFragment-->
<h1>总体<o:p></o:p></h1><p class=MsoNormal>第一段\n续行&nbsp;&amp;完。<br>第二段。</p>
<p>一、做法</p><ol><li>其一</li></ol><!--[if gte mso 9]><xml>no</xml><![endif]-->
<!--EndFragment--></body></html>"""


def table(html: str) -> Table:
    (found,) = read_html(html).document.blocks
    assert isinstance(found, Table)
    return found


def test_paragraphs_headings_and_list_items_of_word_become_blocks() -> None:
    assert read_html(WORD).document.blocks == (
        Heading("b1", "总体", 1), Paragraph("b2", "第一段 续行 &完。"), Paragraph("b3", "第二段。"),
        Heading("b4", "一、做法", 1), Paragraph("b5", "其一"),
    )  # fmt: skip


def test_a_table_keeps_rows_and_the_lines_of_its_cells() -> None:
    html = (
        "<table><tr><td>单位<td>条数</tr><tr><td><p>安渡</p><p>区</p></td><td>3</td></tr></table>"
    )
    assert table(html).rows == (("单位", "条数"), ("安渡\n区", "3"))


@pytest.mark.parametrize(
    ("html", "rows"),
    [
        ("<tr><td colspan=2>甲</td></tr><tr><td>1</td><td>2</td></tr>", (("甲", ""), ("1", "2"))),
        ("<tr><td rowspan=2>甲</td><td>1</td></tr><tr><td>2</td></tr>", (("甲", "1"), ("", "2"))),
        ("<tr><td>甲</td></tr><tr><td>1</td><td>2</td></tr>", (("甲", ""), ("1", "2"))),
        ("<tr><td>a</td><td><table><tr><td>内</td></tr></table>外</td></tr>", (("a", "内\n外"),)),
    ],
)
def test_joined_cells_leave_empty_ones(html: str, rows: tuple[tuple[str, ...], ...]) -> None:
    assert table(f"<table>{html}</table>").rows == rows


def test_the_rows_of_the_head_are_counted() -> None:
    html = "<table><thead><tr><th>a</th><th>b</th></tr><tr><th>c</th><th>d</th></tr></thead>"
    assert table(html + "<tr><td>1</td><td>2</td></tr></table>").header_rows == 2


def test_a_table_of_one_column_is_text() -> None:
    found = read_html("<table><tr><td>甲</td></tr><tr><td>乙</td></tr></table>").document
    assert found.plain_text() == "甲\n乙"


def test_a_caption_stands_over_its_table() -> None:
    html = "<table><caption>表1</caption><tr><td>a</td><td>b</td></tr></table>"
    assert read_html(html).document.plain_text() == "表1\na\tb"


def test_pictures_are_counted_and_left_out() -> None:
    found = read_html("<p>图<img src='file:///c:/a.png'></p>")
    assert (found.pictures, found.document.plain_text()) == (1, "图")


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<table>",
        "<td>x",
        "<table><tr><td>x",
        "<table><td><table><td>x",
        "</table></p>",
        "<tr><td colspan=999999>",
    ],
)
def test_broken_rich_text_loses_no_words(html: str) -> None:
    assert read_html(html).document.plain_text() == ("x" if "x" in html else "")
