"""Faces, scripts and pieces of a paragraph."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from xinxi_desktop.typesetting.measure import Measured

Measurer = Callable[[str], Measured]


def pieces(measured: Measured) -> list[tuple[str, str]]:
    return [(measured.text[p.start : p.end], p.face) for p in measured.pieces]


def test_plain_paragraph_is_one_piece(body: Measurer) -> None:
    assert pieces(body("今年建成“冷库”18座，占30%。")) == [("今年建成“冷库”18座，占30%。", "")]


def test_quote_behind_latin_text_is_a_chinese_one_in_a_piece_of_its_own(body: Measurer) -> None:
    assert pieces(body("推进“5G”网络")) == [("推进“5G", ""), ("”", "fang"), ("网络", "")]


def test_leading_mark_does_not_depend_on_the_office_s_locale(body: Measurer) -> None:
    assert pieces(body("“三农”工作")) == [("“", "fang"), ("三农”工作", "")]


def test_apostrophe_in_a_latin_word_is_latin(body: Measurer) -> None:
    measured = body("引入It’s模式")

    assert measured.faces[4] == "latin"
    assert [p.east for p in measured.pieces] == [True, False, True]


def test_letter_in_the_latin_face_stays_in_the_portion_of_its_word(body: Measurer) -> None:
    """Measured with LibreOffice 7.4: the hint that its run lacks makes no portion."""
    measured = body("用café模式")

    assert measured.portions == [0, 1, 1, 1, 1, 2, 2]


@pytest.mark.parametrize("char", "喆𬭎䶮㛃祎")
def test_rare_character_falls_back_alone(body: Measurer, char: str) -> None:
    measured = body(f"代表{char}发言")

    assert [text for text, _ in pieces(measured)] == ["代表", char, "发言"]
    assert measured.missing == ()


def test_character_without_a_face_is_named(body: Measurer) -> None:
    assert body("信息\U0001f600报送\U0001f600").missing == ("\U0001f600",)


def test_control_and_variation_signs_take_no_room(body: Measurer) -> None:
    assert body("\u200b\ufe0f\x07").widths == [0, 0, 0]
