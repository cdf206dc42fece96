"""Mode ``fine``: whole characters on a grid, marks narrowed to fit."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from bulletin_maker import RULES, STORE, article

from xinxi_desktop.domain.page import Layout, Run
from xinxi_desktop.domain.page_scheme import LARGE_PRINT, STANDARD, PageScheme
from xinxi_desktop.domain.vocabulary import BreakingMode
from xinxi_desktop.fonts.shipped import shipped
from xinxi_desktop.typesetting import compose
from xinxi_desktop.typesetting.rules import FAULT_START, LINE_END, LINE_START

FINE = replace(STANDARD, mode=BreakingMode.FINE)
CELL = 442.25 / 28


def laid(*lines: str, scheme: PageScheme = FINE) -> Layout:
    return compose(article(*lines), shipped(), scheme)


def body(*lines: str, scheme: PageScheme = FINE) -> list[str]:
    return [line.text for line in laid(*lines, scheme=scheme).lines if line.kind == "paragraph"]


def runs(layout: Layout, line: int) -> list[Run]:
    """The runs of a body line, counted from 1 below the title."""
    every = [run for run in layout.pages[0].runs if run.size == pytest.approx(16)]
    baselines = sorted({round(run.y, 2) for run in every})
    return [run for run in every if round(run.y, 2) == baselines[line - 1]]


def test_a_line_holds_28_characters() -> None:
    assert [len(line) for line in body("望" * 82)] == [26, 28, 28]


def test_characters_stand_on_the_grid() -> None:
    (run,) = runs(laid("望" * 60), 2)

    assert run.advances == pytest.approx([CELL] * 28, abs=0.01)


def test_a_mark_that_does_not_fit_is_pushed_in() -> None:
    text = "望" * 10 + "，" + "川" * 15 + "。" + "安" * 20

    assert body(text)[0] == text[:27]


def test_without_marks_to_narrow_a_mark_takes_its_character_down() -> None:
    text = "望" * 26 + "！？！" + "川" * 30

    assert len(body(text)[0]) < 26


def test_two_marks_side_by_side_take_one_and_a_half_cells() -> None:
    text = "望川县“共享”，“冷库”。" + "安" * 30
    (first, *_) = runs(laid(text), 1)
    steps = dict(zip(range(len(first.text)), first.advances, strict=True))

    assert steps[first.text.index("”，")] < 0.6 * CELL


def test_a_date_is_cut_at_most_behind_the_year_or_month() -> None:
    ends = [body("望" * length + "2026年11月23日" + "川" * 40)[0][-1] for length in range(14, 26)]

    assert set(ends) <= set("望川年月日")


def test_a_year_in_brackets_is_not_cut() -> None:
    for length in range(18, 27):
        assert any(
            "〔2026〕12号" in line for line in body("望" * length + "〔2026〕12号" + "川" * 40)
        )


def test_no_line_begins_or_ends_badly() -> None:
    lines = body(*(STORE[:cut] + RULES + STORE for cut in range(20, 60)))
    starts = {after[0] for before, after in pairwise(lines) if not before.endswith("。")}

    assert not starts & (LINE_START | FAULT_START)
    assert not {line[-1] for line in lines} & LINE_END


def test_no_last_line_is_a_lone_character() -> None:
    tails = [body("望" * (26 + 28 + extra) + "，好吗。")[-1] for extra in range(-6, 3)]

    assert min(sum(char.isalnum() for char in tail) for tail in tails) > 1


def test_joined_lines_give_the_paragraph_back() -> None:
    assert "".join(body(STORE)) == STORE


def test_no_line_leaves_the_type_area() -> None:
    layout = laid(*[STORE, RULES] * 4)
    right = (210 - 26) / 25.4 * 72

    assert max(run.x + sum(run.advances) for run in layout.pages[0].runs) < right + 0.1


def test_large_print_has_its_own_grid() -> None:
    scheme = replace(LARGE_PRINT, mode=BreakingMode.FINE)

    assert [len(line) for line in body("望" * 58, scheme=scheme)] == [18, 20, 20]


def test_a_long_word_is_cut_where_nothing_else_helps() -> None:
    assert "".join(body("x" * 300)) == "x" * 300
