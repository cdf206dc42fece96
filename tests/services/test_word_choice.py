"""The word under a character."""

from __future__ import annotations

import pytest

from xinxi_desktop.services.word_choice import word_at

TEXT = "全县建成社区食堂，检查结果互认。"


@pytest.mark.parametrize(
    ("place", "word"), [(0, "全县"), (4, "社区"), (7, "食堂"), (9, "检查"), (12, "结果")]
)
def test_a_character_stands_for_its_word(place: int, word: str) -> None:
    first, last = word_at(TEXT, place)
    assert TEXT[first:last] == word


def test_a_mark_stands_for_itself() -> None:
    assert word_at(TEXT, 8) == (8, 9)


def test_behind_the_end_stands_the_last_character() -> None:
    assert word_at("检查结果", 4) == (2, 4)
    assert word_at("", 0) == (0, 0)
