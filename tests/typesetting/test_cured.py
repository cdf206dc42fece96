"""Paragraphs with spacing and room chosen by hand, titles broken by hand."""

from __future__ import annotations

from dataclasses import replace

from bulletin_maker import article, bulletin

from xinxi_desktop.domain.bulletin import Bulletin
from xinxi_desktop.domain.cures import TITLE, Cure, text_mark
from xinxi_desktop.domain.fonts import FontSet
from xinxi_desktop.domain.page import Layout
from xinxi_desktop.typesetting import compose

LONG = "信" * (26 + 28 * 2 + 1) + "。"
"""Three lines and a character with its mark; in lines of 29 it is one line less."""


def cured(source: Bulletin, *cures: Cure, item: int = 0) -> Bulletin:
    items = list(source.items)
    items[item] = replace(items[item], cures=cures)
    return replace(source, items=tuple(items))


def lines_of(layout: Layout, kind: str) -> list[str]:
    return [line.text for line in layout.lines if line.kind == kind]


def test_a_tighter_paragraph_needs_a_line_less(fonts: FontSet) -> None:
    source = article(LONG)
    cure = Cure("b1", text_mark(LONG), spacing=-16)

    assert len(lines_of(compose(source, fonts), "paragraph")) == 4
    assert len(lines_of(compose(cured(source, cure), fonts), "paragraph")) == 3


def test_a_cure_rests_once_the_text_was_changed(fonts: FontSet) -> None:
    cure = Cure("b1", text_mark("别的"), spacing=-16)

    assert len(lines_of(compose(cured(article(LONG), cure), fonts), "paragraph")) == 4


def test_a_line_less_above_a_title_lifts_what_follows(fonts: FontSet) -> None:
    source = bulletin(2, lines=1)
    cure = Cure(TITLE, text_mark(source.items[1].title), lines=-1)
    usual, lifted = (compose(each, fonts) for each in (source, cured(source, cure, item=1)))
    below = [
        next(
            run.y
            for page in each.pages
            for run in page.runs
            if run.item == 2 and "主要" in run.text
        )
        for each in (usual, lifted)
    ]

    assert round(below[0] - below[1], 2) == 28.95


def test_a_title_is_broken_where_it_was_chosen(fonts: FontSet) -> None:
    source = article("正文。", title="关于某事的情况报告")
    item = replace(source.items[0], title_breaks=(2, 5))

    assert lines_of(compose(Bulletin((item,)), fonts), "title") == ["关于", "某事的", "情况报告"]


def test_a_chosen_line_too_wide_for_the_page_is_broken_by_the_program(fonts: FontSet) -> None:
    title = "关于" + "信息" * 15 + "的报告"
    source = article("正文。", title=title)
    item = replace(source.items[0], title_breaks=(2,))

    assert lines_of(compose(Bulletin((item,)), fonts), "title") == lines_of(
        compose(source, fonts), "title"
    )
