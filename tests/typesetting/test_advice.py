"""版面建议: named troubles, and remedies that hold when they are applied."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from bulletin_maker import IMPRINT, MASTHEAD

from xinxi_desktop.domain.advice import Advice, Trouble
from xinxi_desktop.domain.bulletin import Bulletin, BulletinItem
from xinxi_desktop.domain.cures import SPACING_MAX, SPACING_MIN, check_cure
from xinxi_desktop.domain.document import document_from_lines
from xinxi_desktop.domain.fonts import FontSet
from xinxi_desktop.domain.page_scheme import STANDARD
from xinxi_desktop.typesetting import compose
from xinxi_desktop.typesetting.advice import advise, cured_bulletin
from xinxi_desktop.typesetting.styles import geometry
from xinxi_desktop.typesetting.troubles import find_troubles

LINE = "信" * 28


def paragraph(lines: int, last: int) -> str:
    """So many lines of body text, ``last`` characters on the last one."""
    return "信" * (26 + 28 * (lines - 2) + last - 1) + "。"


def text(*paragraphs: str) -> Bulletin:
    return Bulletin((BulletinItem(7, "关于某事的情况", document_from_lines(paragraphs)),))


def advice_on(source: Bulletin, fonts: FontSet) -> tuple[Advice, ...]:
    return advise(source, fonts, STANDARD, compose(source, fonts))


def random_bulletin(seed: int) -> Bulletin:
    rng = random.Random(seed)

    def body() -> list[str]:
        lines = []
        for part in range(rng.randint(1, 3)):
            lines.append(f"{'一二三'[part]}、主要做法")
            lines += [
                paragraph(rng.randint(2, 9), rng.randint(1, 28)) for _ in range(rng.randint(1, 4))
            ]
        return lines

    items = tuple(
        BulletinItem(n, f"关于第{n}件事的情况", document_from_lines(body()), credit="甲县委办")
        for n in range(1, rng.randint(2, 6))
    )
    return Bulletin(items, MASTHEAD, IMPRINT, contents=True)


def test_a_last_page_of_a_line_or_two_is_named_and_can_be_spared(fonts: FontSet) -> None:
    # The title takes three rows of 22; 19 + 2 lines of text follow.
    source = text(paragraph(10, 3), paragraph(9, 20), paragraph(2, 5))
    found = advice_on(source, fonts)

    assert found[0].trouble is Trouble.OVERRUN and found[0].lines <= 2
    assert found[0].remedies or found[0].cut


def test_text_that_sits_well_gets_no_advice(fonts: FontSet) -> None:
    assert advice_on(text(paragraph(5, 14), paragraph(6, 20)), fonts) == ()


def test_a_cut_is_named_with_its_article_and_characters(fonts: FontSet) -> None:
    source = text(paragraph(20, 20), paragraph(2, 14))
    cuts = [each.cut for each in advice_on(source, fonts) if each.cut]

    assert cuts[0].article == 7 and 0 < cuts[0].characters <= 60
    assert "编辑" in cuts[0].words


@pytest.mark.parametrize("seed", range(12))
def test_every_remedy_mends_its_trouble_and_takes_no_page_more(fonts: FontSet, seed: int) -> None:
    source = random_bulletin(seed)
    before = compose(source, fonts)
    for each in advise(source, fonts, STANDARD, before):
        for remedy in each.remedies:
            after = compose(cured_bulletin(source, remedy.cures), fonts)
            left = find_troubles(after, geometry(STANDARD))
            assert len(after.pages) <= len(before.pages)
            assert len(left) < len(find_troubles(before, geometry(STANDARD)))


def test_remedies_stay_within_the_limits(fonts: FontSet) -> None:
    cures = [
        cure
        for seed in range(12)
        for each in advice_on(random_bulletin(seed), fonts)
        for remedy in each.remedies
        for _, cure in remedy.cures
    ]
    spacings = [cure.spacing for cure in cures if cure.spacing is not None]

    assert spacings and SPACING_MIN <= min(spacings) <= max(spacings) <= SPACING_MAX
    for cure in cures:
        check_cure(cure)


def test_what_was_cured_is_not_named_again(fonts: FontSet) -> None:
    source = text(paragraph(4, 2), paragraph(5, 14))
    told = advice_on(source, fonts)
    assert [each.trouble for each in told] == [Trouble.SHORT]

    assert advice_on(cured_bulletin(source, told[0].remedies[0].cures), fonts) == ()


def test_a_heading_with_one_line_below_at_the_foot_is_named(fonts: FontSet) -> None:
    lines = next(
        n for n in range(8, 22)
        if any(each.trouble is Trouble.HEADING for each in advice_on(
            text(paragraph(n, 14), "一、主要做法", paragraph(6, 14)), fonts))
    )  # fmt: skip
    found = advice_on(text(paragraph(lines, 14), "一、主要做法", paragraph(6, 14)), fonts)

    assert "主要做法" in next(e for e in found if e.trouble is Trouble.HEADING).words


def test_the_imprint_pushed_behind_a_blank_page_is_named(fonts: FontSet) -> None:
    wanted = [
        each
        for lines in range(30, 44)
        for each in advice_on(replace(text(paragraph(lines, 14)), imprint=IMPRINT), fonts)
        if each.trouble is Trouble.IMPRINT
    ]

    assert wanted and all(each.lines <= 5 for each in wanted)


def test_all_short_ends_are_named(fonts: FontSet) -> None:
    told = advice_on(text(*[paragraph(4, 2), paragraph(3, 14)] * 10), fonts)

    assert sum(each.trouble is Trouble.SHORT for each in told) == 10


def test_a_scheme_with_its_own_spacing_gets_remedies_relative_to_it(fonts: FontSet) -> None:
    # At spacing 0 a line takes 27 characters.
    scheme = replace(STANDARD, spacing_twips=0)
    source = text("信" * (25 + 27 * 3 + 1) + "。", paragraph(5, 14))
    told = advise(source, fonts, scheme, compose(source, fonts, scheme))
    cures = [cure for each in told for remedy in each.remedies for _, cure in remedy.cures]

    assert cures and cures[0].usual == 0 and "收紧" in cures[0].words
    for cure in cures:
        check_cure(cure)
