"""信函式: where name, rules, marks and number of a letter stand (GB/T 9704—2012, 10.1)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bulletin_maker import IMPRINT, MASTHEAD, STORE, article

from xinxi_desktop.domain.bulletin import Bulletin, Masthead
from xinxi_desktop.domain.page import RED, Layout, Page, Rule, Run
from xinxi_desktop.domain.page_scheme import LETTER, STANDARD
from xinxi_desktop.fonts.shipped import shipped
from xinxi_desktop.typesetting import compose

MM = 72 / 25.4
HEAD = Masthead(
    "云澜市委办公室", "云办函〔2026〕12号", marks=("000012", "机密★1年", "特急")
)  # fmt: skip
LETTER_SOURCE = replace(article(*[STORE] * 8), masthead=HEAD, imprint=IMPRINT)


def letter(source: Bulletin = LETTER_SOURCE) -> Layout:
    return compose(source, shipped(), LETTER)


def red_rules(page: Page) -> list[Rule]:
    return sorted((rule for rule in page.rules if rule.colour == RED), key=lambda rule: rule.y1)


def run_with(page: Page, text: str) -> Run:
    return next(run for run in page.runs if text in run.text)


def test_the_name_s_edge_is_30_mm_below_the_paper_s() -> None:
    name = run_with(letter().pages[0], "云澜市委办公室")

    assert name.colour == RED
    assert name.y - 0.8 * name.size == pytest.approx(30 * MM, abs=0.5)


def test_both_double_rules_are_170_mm_long_in_the_middle_of_the_paper() -> None:
    rules = red_rules(letter().pages[0])

    assert len(rules) == 4
    assert {(round(rule.x1 / MM), round(rule.x2 / MM)) for rule in rules} == {(20, 190)}


def test_the_upper_rule_is_thick_above_4_mm_under_the_name() -> None:
    page = letter().pages[0]
    name, (thick, thin) = run_with(page, "云澜市委办公室"), red_rules(page)[:2]
    ink = name.y + 0.08 * name.size

    assert thick.width > thin.width
    assert thick.y1 - thick.width / 2 - ink == pytest.approx(4 * MM, abs=0.6)


def test_the_lower_rule_is_thick_below_20_mm_above_the_foot() -> None:
    page = letter().pages[0]
    thin, thick = red_rules(page)[2:]

    assert thin.width < thick.width
    assert page.height - thick.y1 - thick.width / 2 == pytest.approx(20 * MM, abs=0.1)


def test_marks_stand_left_and_the_number_right_under_the_rule() -> None:
    page = letter().pages[0]
    copy, number = run_with(page, "000012"), run_with(page, "云办函")
    ends = [run.x + sum(run.advances) for run in page.runs if run.y == number.y]
    gap = copy.y - 0.8 * copy.size - red_rules(page)[1].y1

    assert copy.x == pytest.approx(28 * MM, abs=0.1) and copy.y == number.y
    assert max(ends) == pytest.approx(184 * MM, abs=0.6)
    assert gap == pytest.approx(16 * 7 / 8, abs=4)


def test_only_the_first_page_bears_rules_and_no_number() -> None:
    pages = letter().pages

    assert [page.label for page in pages[:3]] == ["", "2", "3"]
    assert [len(red_rules(page)) for page in pages[:3]] == [4, 0, 0]


def test_the_imprint_has_neither_rules_nor_printer() -> None:
    last = letter().pages[-1]
    text = "".join(run.text for run in last.runs)

    assert not last.rules
    assert "报：" in text and "印发" not in text and "信息科" not in text


@pytest.mark.parametrize("marks", range(4))
def test_text_begins_below_the_marks_and_ends_within_the_type_area(marks: int) -> None:
    source = replace(LETTER_SOURCE, masthead=replace(HEAD, marks=HEAD.marks[:marks]))
    page = letter(source).pages[0]

    assert max(run.y for run in page.runs) < (297 - 35) * MM
    assert run_with(page, "小果农").y > run_with(page, "云办函").y


def test_notice_and_signer_of_a_letter_are_not_lost() -> None:
    head = replace(HEAD, notice="内部资料　注意保存", signer="甲某某")
    text = "".join(run.text for run in letter(replace(LETTER_SOURCE, masthead=head)).pages[0].runs)

    assert "内部资料" in text and "签发人：甲某某" in text


def test_a_name_of_two_lines_keeps_clear_of_the_text() -> None:
    head = replace(HEAD, name="云澜市委办公室云澜市人民政府办公室云澜市委组织部")
    page = letter(replace(LETTER_SOURCE, masthead=head)).pages[0]
    lowest = max(run.y for run in page.runs if run.colour == RED)

    assert lowest < red_rules(page)[0].y1 < run_with(page, "000012").y - 16


def test_an_article_alone_is_an_ordinary_page_in_this_scheme_too() -> None:
    pages = letter(article(STORE)).pages

    assert pages[0].label == "1" and not red_rules(pages[0])


def test_other_schemes_know_nothing_of_letters() -> None:
    page = compose(replace(LETTER_SOURCE, masthead=MASTHEAD), shipped(), STANDARD).pages[0]

    assert page.label == "1" and len(red_rules(page)) == 1
