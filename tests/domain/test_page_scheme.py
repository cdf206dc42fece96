"""Page schemes as data: what can be printed, what is refused, what is stored."""

from __future__ import annotations

from dataclasses import replace

import pytest

from xinxi_desktop.domain.page_scheme import (
    SCHEMES,
    STANDARD,
    VALUES,
    PageScheme,
    changed,
    check_scheme,
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
