"""份号: consecutive for each recipient, written and read as offices do."""

from __future__ import annotations

import pytest

from xinxi_desktop.domain.distribution import (
    number_ranges,
    number_words,
    parse_numbers,
    several_words,
)
from xinxi_desktop.errors import UserError


def test_numbers_go_on_from_one_recipient_to_the_next() -> None:
    assert number_ranges([2, 1, 3]) == [(1, 2), (3, 3), (4, 6)]
    assert number_ranges([2], first=47) == [(47, 48)]


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [(1, 3, "000001—000003"), (12, 12, "000012"), (None, None, ""), (4, 3, "")],
)
def test_a_range_is_written_in_six_digits(first: int | None, last: int | None, words: str) -> None:
    assert number_words(first, last) == words


def test_single_numbers_are_joined_where_they_follow_each_other() -> None:
    assert several_words([7, 5, 6, 3]) == "3、5—7"


@pytest.mark.parametrize("typed", ["3、5-7", "3,5—7", " 3 5至7 ", "000003；5～7", "3、3、5-7"])
def test_numbers_are_read_in_any_usual_writing(typed: str) -> None:
    assert parse_numbers(typed) == (3, 5, 6, 7)


@pytest.mark.parametrize("typed", ["三", "7-5", "1-", "-3", "1-9999999", "3.5"])
def test_what_is_no_number_is_a_sentence(typed: str) -> None:
    with pytest.raises(UserError, match="看不出是哪些号"):
        parse_numbers(typed)
