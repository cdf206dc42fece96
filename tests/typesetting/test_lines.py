"""The lines as text and as rows."""

from __future__ import annotations

from bulletin_maker import RULES, STORE, article, bulletin

from xinxi_desktop.domain.fonts import FontSet
from xinxi_desktop.typesetting import compose, line_rows, lines_text


def test_text_has_a_form_feed_between_pages(fonts: FontSet) -> None:
    layout = compose(article(*[STORE] * 12), fonts)

    assert lines_text(layout).count("\f") == len(layout.pages) - 1


def test_text_gives_the_body_back_without_indent(fonts: FontSet) -> None:
    lines = ["一、主要做法", STORE, RULES]

    assert lines_text(compose(article(*lines), fonts)).replace("\n", "") == "".join(lines)


def test_text_has_a_line_for_each_line_of_the_page(fonts: FontSet) -> None:
    text = lines_text(compose(article("信" * 100), fonts))

    assert [len(line) for line in text.splitlines()] == [26, 28, 28, 18]


def test_text_leaves_out_everything_but_the_body(fonts: FontSet) -> None:
    text = lines_text(compose(bulletin(1), fonts))

    assert "错峰销售难题的第1次" not in text
    assert "共印" not in text


def test_rows_point_into_their_paragraph(fonts: FontSet) -> None:
    rows = list(line_rows(compose(article(STORE), fonts)))
    first = rows[1]

    assert first["kind"] == "paragraph"
    assert first["text"] == STORE[int(first["start"]) : int(first["end"])]
    assert list(first) == ["page", "line", "paragraph", "kind", "start", "end", "text"]
