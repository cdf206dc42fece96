"""Page schemes as data: what can be printed, what is refused, what is stored."""

from __future__ import annotations

from dataclasses import replace

import pytest

from xinxi_desktop.domain.fonts import FontRole
from xinxi_desktop.domain.page_scheme import (
    LARGE_PRINT,
    LETTER,
    SCHEMES,
    STANDARD,
    VALUES,
    PageScheme,
    changed,
    check_scheme,
    enlarged,
    scheme_faults,
    scheme_from,
    scheme_values,
)
from xinxi_desktop.domain.vocabulary import BreakingMode
from xinxi_desktop.errors import UserError


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=lambda scheme: scheme.name)
def test_a_ready_scheme_can_be_printed_and_stored(scheme: PageScheme) -> None:
    assert check_scheme(scheme) is scheme
    assert scheme_from(scheme.name, scheme_values(scheme)) == scheme


def test_the_standard_page_has_22_lines_of_28_characters() -> None:
    assert (STANDARD.lines, STANDARD.characters) == (22, 28)


@pytest.mark.parametrize(
    "values, said",
    [
        ({"inner_mm": 95.0, "outer_mm": 95.0}, "左右边距太大，一行只剩 20 毫米"),
        ({"top_mm": 150.0, "bottom_mm": 140.0}, "上下边距太大，一页只剩 7 毫米"),
        ({"top_mm": 150.0, "bottom_mm": 150.0}, "一页只剩 0 毫米"),
        ({"pitch_twips": 300}, "行距比字还小：16 磅的字，行距至少 16.8 磅"),
        ({"body_pt": 200.0}, "正文字号要在 9 到 36 磅之间，现在是 200 磅"),
        ({"top_mm": -3.0}, "天头要在 5 到 150 毫米之间"),
        ({"top_mm": float("nan")}, "天头要在 5 到 150 毫米之间"),
        ({"mark_mm": 120.0}, "刊名距版心上边最多 112.5 毫米"),
        ({"name": "  "}, "没有填版式的名称"),
    ],
)
def test_what_leaves_no_room_is_refused_with_its_limit(
    values: dict[str, object], said: str
) -> None:
    with pytest.raises(UserError, match=said):
        check_scheme(replace(STANDARD, **values))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "values, said",
    [
        ({"mark_mm": 10.0}, "距纸的上边要在 25 到 60 毫米之间"),
        ({"width_mm": 170.0, "inner_mm": 20.0, "outer_mm": 20.0}, "纸宽至少 180 毫米"),
        ({"bottom_mm": 20.0}, "地脚至少 30 毫米"),
    ],
)
def test_a_letter_needs_room_for_its_rules(values: dict[str, float], said: str) -> None:
    with pytest.raises(UserError, match=said):
        check_scheme(replace(LETTER, **values))  # type: ignore[arg-type]


def test_every_fault_names_the_values_it_lies_in() -> None:
    scheme = replace(STANDARD, inner_mm=95.0, outer_mm=95.0, pitch_twips=300)

    assert [keys for keys, _ in scheme_faults(scheme)] == [
        ("pitch_twips", "body_pt"), ("inner_mm", "outer_mm"),
    ]  # fmt: skip


def test_fonts_and_switches_are_taken_by_their_words() -> None:
    made = changed(STANDARD, {"标题字体": "黑体", "二级标题字体": "宋体", "页码加横线": "否"})

    assert (made.title_font, made.heading2_font) == (FontRole.HEI, FontRole.SONG)
    assert not made.number_dashes
    assert scheme_from(made.name, scheme_values(made)) == made


@pytest.mark.parametrize("words", [{"标题字体": "西文"}, {"版记可同页": "也许"}, {"断行": "快"}])
def test_a_word_that_is_no_choice_is_refused(words: dict[str, str]) -> None:
    with pytest.raises(UserError):
        changed(STANDARD, words)


def test_a_large_copy_keeps_paper_margins_and_head() -> None:
    own = replace(LETTER, name="函", inner_mm=30.0, number_dashes=False)
    large = enlarged(own)

    assert (large.body_pt, large.pitch_twips) == (22.0, 796)
    assert large.letter and large.inner_mm == 30.0 and not large.number_dashes


def test_what_leaves_no_room_for_large_type_is_printed_on_the_usual_page() -> None:
    assert enlarged(replace(STANDARD, inner_mm=60.0, outer_mm=60.0)) is LARGE_PRINT
    assert enlarged(LARGE_PRINT) is LARGE_PRINT


def test_values_are_taken_as_people_write_them() -> None:
    made = changed(STANDARD, {"天头": "40", "行距": "28", "断行": "标点压缩", "版记可同页": "是"})

    assert (made.top_mm, made.pitch_twips) == (40.0, 560)
    assert made.mode is BreakingMode.FINE and made.imprint_same_page


@pytest.mark.parametrize("words", [{"天头": "四十"}, {"天高": "40"}, {"行距": "inf"}])
def test_what_cannot_be_read_is_a_sentence(words: dict[str, str]) -> None:
    with pytest.raises(UserError, match="没有改动"):
        changed(STANDARD, words)


def test_a_stored_scheme_ignores_what_it_does_not_know() -> None:
    assert scheme_from("旧", {"top_mm": 30.0, "hanging": True}) == PageScheme("旧", top_mm=30.0)


def test_every_value_is_one_of_the_scheme() -> None:
    assert {value.key for value in VALUES} <= set(PageScheme.__dataclass_fields__)
