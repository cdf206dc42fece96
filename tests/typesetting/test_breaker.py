"""The imitation of the office's breaking rules (word-parity.md §1), rule by rule."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from xinxi_desktop.typesetting.breaker import Own, line_width, natural_end, natural_lines
from xinxi_desktop.typesetting.measure import Measured

WIDTH = 8845
Measurer = Callable[[str], Measured]


def first_line(measured: Measured, width: float = WIDTH) -> str:
    return measured.text[: natural_end(measured, 0, len(measured.text), width)]


def test_twenty_eight_hanzi_fill_a_line(body: Measurer) -> None:
    assert len(first_line(body("信" * 60))) == 28


def test_spacing_is_not_applied_to_the_last_character_of_a_line(body: Measurer) -> None:
    assert line_width(body("信" * 28), 0, 28) == 28 * 320 - 27 * 5


def test_spacing_is_not_applied_at_the_end_of_a_portion(body: Measurer) -> None:
    hanzi, digits = 3 * 320 - 2 * 5, 4 * 160 - 3 * 5

    assert line_width(body("信息科2024，"), 0, 8) == hanzi + 64 + digits + 320


def test_fifth_of_an_em_stands_between_hanzi_and_digits(body: Measurer) -> None:
    assert line_width(body("年2"), 0, 2) == 320 + 64 + 160


def test_no_gap_stands_beside_a_mark(body: Measurer) -> None:
    assert line_width(body("，2"), 0, 2) == 320 + 160


def test_own_positive_spacing_counts_behind_the_last_character(body: Measurer) -> None:
    assert line_width(body("信" * 10), 0, 10, 20) == 10 * 340


def test_closing_mark_takes_a_character_down_with_it(body: Measurer) -> None:
    assert first_line(body("信" * 28 + "，信信信")) == "信" * 27


def test_opening_mark_does_not_end_a_line(body: Measurer) -> None:
    assert first_line(body("信" * 27 + "（信信信")) == "信" * 27


def test_number_is_not_cut(body: Measurer) -> None:
    assert first_line(body("信" * 26 + "123456人")) == "信" * 26


def test_number_sticks_to_the_closing_mark_before_it(body: Measurer) -> None:
    text = "信" * 25 + "息。123456人"

    assert first_line(body(text)) == "信" * 25


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("信", "“50100”"),
        ("信", "“APP”"),
        ("信，", "“5+2”"),
        ("信：", "“12345”"),
        ("信）", "“50100”"),
        ("信…", "“50100”"),
        ("信·", "“50100”"),
        ("信％", "“50100”"),
        ("信，”", "％50100"),
        ("5信", "“50100”"),
        ("信", "％50100"),
        ("信", "℃50100"),
        ("信%", "（50100"),
        ("信”", "（50100"),
        ("信；", "“信”"),
        ("信;", "“信”"),
        ("信,", "“信”"),
    ],
)
def test_only_the_last_mark_before_latin_text_goes_down(
    body: Measurer, before: str, after: str
) -> None:
    """Measured with LibreOffice 7.4, which asks the portion before the number again."""
    measured = body("信" * 24 + before + after + "信信信")
    beside = len(measured.text) - 3 - len(after)
    width = line_width(measured, 0, beside + 1)

    assert first_line(measured, width) == "信" * 24 + before


@pytest.mark.parametrize(
    "together",
    [
        "信。50100",
        "信）50100",
        "信、50100",
        "5“50100”",
        "5）“50100”",
        "5,“信信”",
        "A”（50100",
    ],
)
def test_what_sticks_to_the_mark_before_latin_text_goes_down_too(
    body: Measurer, together: str
) -> None:
    measured = body("信" * 21 + together + "信信信")
    width = line_width(measured, 0, len(measured.text) - 6)

    assert first_line(measured, width) == "信" * 21


def test_letters_and_hyphen_break_before_digits(body: Measurer) -> None:
    assert first_line(body("信" * 24 + "COVID-19防控")).endswith("COVID-")


def test_blanks_hang_at_the_end_of_a_line(body: Measurer) -> None:
    assert first_line(body("信" * 28 + "  息息")) == "信" * 28 + "  "


def test_unbreakable_code_is_cut_at_the_character(body: Measurer) -> None:
    lines = natural_lines(body("1" * 200), WIDTH, WIDTH)

    assert lines[0].end == 57


def test_line_feed_ends_a_line_and_stays_in_it(body: Measurer) -> None:
    lines = natural_lines(body("信息\n报送"), WIDTH, WIDTH)

    assert [(line.start, line.end) for line in lines] == [(0, 3), (3, 5)]


def test_run_with_its_own_spacing_ends_where_it_fills_the_line(body: Measurer) -> None:
    measured = body("信" * 60)

    assert natural_end(measured, 0, 60, WIDTH, [Own(0, 27, 7)]) == 27


def test_run_with_too_little_spacing_does_not_hold_the_line(body: Measurer) -> None:
    measured = body("信" * 60)

    assert natural_end(measured, 0, 60, WIDTH, [Own(0, 26, 0)]) == 27


@pytest.mark.parametrize("width", [300.0, 10.0, 0.0])
def test_narrowest_room_still_takes_one_character_a_line(body: Measurer, width: float) -> None:
    assert len(natural_lines(body("信，（息"), width, width)) == 4


def test_a_narrow_run_behind_the_line_may_come_up(body: Measurer) -> None:
    measured = body("信" * 26 + "2026年的事情" + "息" * 60)

    assert natural_end(measured, 0, 60, WIDTH, [Own(26, 56, -60)]) > 27


def test_a_path_goes_whole_to_the_next_line_where_a_blank_stands_before_it(body: Measurer) -> None:
    measured = body("信" * 20 + " http://a.example/" + "b" * 20)

    assert natural_end(measured, 0, len(measured.text), WIDTH) == 21


def test_a_path_behind_a_blank_of_an_earlier_line_is_cut_at_the_character(body: Measurer) -> None:
    measured = body("信 息" + "信" * 20 + "a.example.of/" + "b" * 20)
    natural = natural_end(measured, 3, len(measured.text), WIDTH)

    assert measured.text[natural - 1 : natural + 1] == "bb"


def test_a_path_behind_a_blank_of_the_line_before_sends_a_character_down(body: Measurer) -> None:
    measured = body("信 2026" + "信" * 20 + "http://a.example/" + "b" * 20)
    end = natural_end(measured, 2, len(measured.text), WIDTH)

    assert measured.text[end:].startswith("信http")


def test_a_mark_before_an_unbreakable_code_is_a_line_of_its_own(body: Measurer) -> None:
    """So does LibreOffice 7.4: it finds no place but the line's start."""
    lines = natural_lines(body("信信（" + "A" * 70), WIDTH, WIDTH)

    assert [line.end for line in lines[:2]] == [2, 3]
