"""What is to be checked in a text, and where searched words stand."""

from __future__ import annotations

import pytest

from xinxi_desktop.domain.checking import Checks, word_places


@pytest.mark.parametrize(
    "text, found",
    [
        ("建成冷库18座，增长31.1%。", ["18", "31.1%"]),
        ("2026年11月23日，望川县", ["2026年11月23日", "望川县"]),
        ("11月16日至20日投入1,200万元", ["11月16日", "20", "1,200万"]),
        ("没有要核对的", []),
    ],
)
def test_numbers_dates_and_known_names_are_found(text: str, found: list[str]) -> None:
    places = Checks(["望川县", "望川", "县"]).places(text)
    assert [text[first:last] for first, last in places] == found


def test_words_are_found_whatever_their_width() -> None:
    assert word_places("甲ＡＢ乙ab", "ab 甲") == [(0, 1), (1, 3), (4, 6)]
