"""The head of the first page: name, number, rule, as its template asks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bulletin_maker import MASTHEAD, STORE, article

from xinxi_desktop.domain.bulletin import Bulletin, Masthead
from xinxi_desktop.domain.masthead import HeadRule, MastheadTemplate
from xinxi_desktop.domain.page import RED, Page
from xinxi_desktop.fonts.shipped import shipped
from xinxi_desktop.typesetting import compose


def head(template: MastheadTemplate, **fields: str) -> Masthead:
    return replace(MASTHEAD, template=template, **fields)  # type: ignore[arg-type]


def first_page(masthead: Masthead, **fields: str) -> Page:
    source = replace(article(STORE), masthead=masthead, **fields)  # type: ignore[arg-type]
    return compose(source, shipped()).pages[0]


def red_rules(page: Page) -> list[float]:
    return [rule.width for rule in page.rules if rule.colour == RED]


@pytest.mark.parametrize(
    "rule, widths",
    [(HeadRule.SINGLE, [2.0]), (HeadRule.DOUBLE, [2.0, 0.75]), (HeadRule.NONE, [])],
)
def test_the_red_rule_is_single_double_or_none(rule: HeadRule, widths: list[float]) -> None:
    assert red_rules(first_page(head(MastheadTemplate(rule=rule)))) == widths


def test_a_double_rule_is_thick_above_and_thin_below() -> None:
    page = first_page(head(MastheadTemplate(rule=HeadRule.DOUBLE)))
    thick, thin = (rule for rule in page.rules if rule.colour == RED)

    assert thick.width > thin.width and thick.y1 < thin.y1
    assert (thick.x1, thick.x2) == (thin.x1, thin.x2)


def test_the_name_is_as_large_as_asked_and_never_wider_than_the_page() -> None:
    asked = first_page(head(MastheadTemplate(name_pt=40)))
    huge = first_page(head(MastheadTemplate(name_pt=90), name="云澜市委办公室信息科情况反映"))
    sizes = [max(run.size for run in page.runs if run.colour == RED) for page in (asked, huge)]

    assert sizes[0] == 40 and sizes[1] < 40


def test_a_name_is_spread_as_asked() -> None:
    page = first_page(head(MastheadTemplate(name_pt=40, spread_pt=20), name="云澜信息"))
    (name,) = [run for run in page.runs if run.text == "云澜信息"]

    assert name.advances[0] == pytest.approx(60, abs=0.1)


def test_the_rule_of_an_upward_form_is_as_wide_as_the_page_without_office_and_date() -> None:
    template = MastheadTemplate(show_office=False, show_date=False)
    page = first_page(head(template, signer="张三", office="", date=""))
    (rule,) = [rule for rule in page.rules if rule.colour == RED]

    assert rule.x2 - rule.x1 == pytest.approx(156 / 25.4 * 72, abs=0.5)


def test_the_annotation_stands_under_the_text() -> None:
    source = replace(article(STORE), annotation="（联系人：李四，电话：0553-3800000）")
    lines = compose(source, shipped()).lines

    assert lines[-1].text == "（联系人：李四，电话：0553-3800000）"
    assert isinstance(source, Bulletin)
