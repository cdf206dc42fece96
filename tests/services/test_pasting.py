"""What the clipboard brings."""

from xinxi_desktop.domain.document import Paragraph, Table
from xinxi_desktop.services.pasting import pasted_html, pasted_text


def test_lines_with_as_many_tabs_are_a_table_among_text() -> None:
    blocks = pasted_text("见下表。\r\n单位\t条数\r\n安渡\t3\r\n完。").document.blocks
    assert [type(block) for block in blocks] == [Paragraph, Table, Paragraph]
    assert blocks[1].rows == (("单位", "条数"), ("安渡", "3"))  # type: ignore[union-attr]


def test_one_line_with_a_tab_is_text() -> None:
    assert not pasted_text("电话\t123").rich


def test_only_headings_and_tables_make_rich_text() -> None:
    assert not pasted_html("<p>甲</p>").rich
    assert pasted_html("<h2>甲</h2>").rich
