"""A bulletin on its pages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bulletin_maker import IMPRINT, RULES, STORE, TABLE, article, bulletin, document

from xinxi_desktop.domain.bulletin import Bulletin, BulletinItem
from xinxi_desktop.domain.document import Document, Paragraph
from xinxi_desktop.domain.fonts import FontRole, FontSet
from xinxi_desktop.domain.page import RED, Layout, Page, Run
from xinxi_desktop.domain.page_scheme import STANDARD
from xinxi_desktop.typesetting import compose

MM = 72 / 25.4
FOOT = (297 - 35) * MM
SAME_PAGE = replace(STANDARD, imprint_same_page=True)


def text_of(page: Page) -> str:
    return "".join(run.text for run in page.runs)


def joined(layout: Layout, kind: str) -> list[str]:
    texts: dict[int, str] = {}
    for line in layout.lines:
        if line.kind == kind:
            texts[line.paragraph] = texts.get(line.paragraph, "") + line.text
    return list(texts.values())


def run_with(page: Page, text: str) -> Run:
    return next(run for run in page.runs if text in run.text)


@pytest.mark.parametrize(
    "text",
    [
        STORE, RULES, "信" * 20000, "a b  c " * 500, "——……" * 400, "1" * 4000, "喆𬭎䶮㛃" * 50,
        "“" * 70, "\u200b信息\ufe0f" * 90, "信息\n报送\n\n工作", "\x00\x07信息",
    ],
)  # fmt: skip
def test_lines_of_a_paragraph_join_to_its_text(fonts: FontSet, text: str) -> None:
    item = BulletinItem(1, "标题", Document((Paragraph("b1", text),)))

    assert joined(compose(Bulletin((item,)), fonts), "paragraph") == [text]


def test_page_holds_twenty_two_lines(fonts: FontSet) -> None:
    layout = compose(article("信" * 28 * 60), fonts)

    assert max(line.line for line in layout.lines if line.page == 2) == 22


def test_every_line_stays_inside_the_type_area(fonts: FontSet) -> None:
    pages = compose(article(*[STORE, RULES] * 10), fonts).pages
    edges = [
        (run.x, run.x + sum(run.advances[:-1]), number)
        for number, page in enumerate(pages, 1)
        for run in page.runs
    ]

    assert all(left >= (28 if n % 2 else 26) * MM - 0.1 for left, _, n in edges)
    assert all(right <= 210 * MM - (26 if n % 2 else 28) * MM for _, right, n in edges)


def test_justified_lines_end_together(fonts: FontSet) -> None:
    page = compose(article("信" * 200), fonts).pages[0]
    ends = {round(run.x + sum(run.advances[:-1]) + 16, 1) for run in page.runs[1:7]}

    assert ends == {round((210 - 26) * MM, 1)}


@pytest.mark.parametrize("lines", range(14, 24))
def test_heading_never_stands_at_the_foot(fonts: FontSet, lines: int) -> None:
    layout = compose(article("信" * 28 * lines, "一、主要做法", STORE), fonts)
    heading = next(line for line in layout.lines if line.kind == "heading")

    assert any(
        line.page == heading.page and line.paragraph == heading.paragraph + 1
        for line in layout.lines
    )


def test_first_sentence_takes_the_heading_s_font(fonts: FontSet) -> None:
    page = compose(article(RULES), fonts).pages[0]

    assert run_with(page, "统一调度管理").face == fonts.primary(FontRole.KAI).key
    assert run_with(page, "小程序").face == fonts.primary(FontRole.BODY).key


def test_upper_edge_of_the_red_name_is_35_mm_down(fonts: FontSet) -> None:
    page = compose(bulletin(), fonts).pages[0]
    name = run_with(page, "云澜信息")

    assert name.colour == RED
    assert name.y - 0.80 * name.size == pytest.approx((37 + 35) * MM, abs=1.0)


def test_red_rule_is_as_wide_as_the_type_area(fonts: FontSet) -> None:
    rule = next(r for r in compose(bulletin(), fonts).pages[0].rules if r.colour == RED)

    assert (rule.x1, rule.x2) == pytest.approx((28 * MM, 184 * MM), abs=0.2)


def test_upward_head_has_number_left_and_signer_right(fonts: FontSet) -> None:
    source = bulletin()
    assert source.masthead
    page = compose(
        replace(source, masthead=replace(source.masthead, signer="甲某某")), fonts
    ).pages[0]
    number, signer = run_with(page, "第"), run_with(page, "甲某某")

    assert number.x == pytest.approx(28 * MM + 16, abs=0.2)
    assert signer.x + sum(signer.advances) == pytest.approx(184 * MM - 16, abs=0.5)
    assert signer.face == fonts.primary(FontRole.KAI).key


def test_contents_give_the_pages_of_the_titles(fonts: FontSet) -> None:
    layout = compose(bulletin(4), fonts)
    titles = [line.page for line in layout.lines if line.kind == "title"]
    tails = [
        placed.paragraph.tail
        for placed in layout.placed
        if hasattr(placed, "paragraph") and placed.paragraph.target
    ]

    assert tails == [str(page) for page in sorted(set(titles)) for _ in range(titles.count(page))]


def test_page_numbers_stand_outside(fonts: FontSet) -> None:
    pages = compose(article(*[STORE] * 9), fonts).pages
    odd, even = pages[0].runs[-1], pages[1].runs[-3]

    assert odd.x + sum(odd.advances) == pytest.approx(184 * MM - 14, abs=1)
    assert even.x == pytest.approx(26 * MM + 14, abs=0.2)


def test_dash_of_the_page_number_is_7_mm_below_the_type_area(fonts: FontSet) -> None:
    dash = compose(article(STORE), fonts).pages[0].runs[-1]

    assert dash.y - 0.36 * dash.size == pytest.approx(FOOT + 7 * MM, abs=0.1)


def test_last_rule_of_the_imprint_lies_on_the_foot(fonts: FontSet) -> None:
    page = compose(bulletin(1), fonts).pages[-1]

    assert max(rule.y1 for rule in page.rules) == pytest.approx(FOOT, abs=0.1)
    assert sorted({round(rule.width / MM, 2) for rule in page.rules}) == [0.25, 0.35]


@pytest.mark.parametrize("lines", range(1, 9))
def test_imprint_stands_on_an_even_page(fonts: FontSet, lines: int) -> None:
    layout = compose(bulletin(1, lines=lines), fonts)

    assert len(layout.pages) % 2 == 0
    assert "共印46份" in text_of(layout.pages[-1]).replace(" ", "")


@pytest.mark.parametrize("lines", range(1, 9))
def test_blank_page_and_imprint_after_it_are_unnumbered(fonts: FontSet, lines: int) -> None:
    pages = compose(bulletin(1, lines=lines), fonts).pages
    blank = [number for number, page in enumerate(pages) if not page.runs]
    labels = [page.label for page in pages]

    unnumbered = 2 if blank else 0
    assert labels.count("") == unnumbered
    assert labels[: len(labels) - unnumbered] == [
        str(number + 1) for number in range(len(labels) - unnumbered)
    ]


def test_imprint_may_share_an_odd_page_by_the_scheme(fonts: FontSet) -> None:
    source = Bulletin((BulletinItem(1, "短讯", document(STORE)),), None, IMPRINT)

    assert len(compose(source, fonts, SAME_PAGE).pages) == 1
    assert len(compose(source, fonts).pages) == 2


def test_imprint_does_not_touch_the_text(fonts: FontSet) -> None:
    for lines in range(12, 22):
        item = BulletinItem(1, "短讯", document("信" * 28 * lines))
        layout = compose(Bulletin((item,), None, IMPRINT), fonts, SAME_PAGE)
        page = layout.pages[-1]
        top = min(rule.y1 for rule in page.rules)
        body = [run.y for run in page.runs if set(run.text) == {"信"} and run.size == 16]
        assert not body or max(body) < top - 10


def test_head_of_a_table_is_repeated(fonts: FontSet) -> None:
    table = replace(TABLE, rows=TABLE.rows[:1] + TABLE.rows[1:] * 30)
    pages = compose(Bulletin((BulletinItem(1, "表", Document((table,))),)), fonts).pages

    assert all("库容" in text_of(page) for page in pages)
    assert len(pages) > 1


def test_cell_taller_than_a_page_goes_on_over_the_page(fonts: FontSet) -> None:
    table = replace(TABLE, rows=(*TABLE.rows, ("长", "信" * 3000, "")))
    layout = compose(Bulletin((BulletinItem(1, "表", Document((table,))),)), fonts)

    assert sum(text_of(page).count("信") for page in layout.pages) == 3000


def test_long_title_and_empty_body_are_set(fonts: FontSet) -> None:
    items = (BulletinItem(1, "信" * 3000, Document()), BulletinItem(2, "", Document()))
    layout = compose(Bulletin(items), fonts)

    assert "".join(joined(layout, "title")) == "信" * 3000


def test_nothing_at_all_is_one_page(fonts: FontSet) -> None:
    assert len(compose(Bulletin(()), fonts).pages) == 1


def test_proof_carries_its_mark_on_every_page(fonts: FontSet) -> None:
    layout = compose(replace(bulletin(1), watermark="清样 校验码7F3A92C1"), fonts)

    assert all("校验码" in text_of(page) for page in layout.pages)


def test_column_is_named_once_for_articles_in_a_row(fonts: FontSet) -> None:
    assert joined(compose(bulletin(3), fonts), "column") == ["经验交流"]


def test_credit_is_put_in_brackets(fonts: FontSet) -> None:
    assert joined(compose(bulletin(1), fonts), "credit") == ["（望川县委办公室供稿）"]


def test_missing_characters_are_listed_once(fonts: FontSet) -> None:
    source = article("\U0001f600信息\U0001f600", title="\U0001f680")

    assert compose(source, fonts).missing == ("\U0001f680", "\U0001f600")


def test_runs_know_their_article(fonts: FontSet) -> None:
    page = compose(bulletin(1), fonts).pages[1]

    assert {run.item for run in page.runs if run.size == 16} == {1}
