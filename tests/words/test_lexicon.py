"""The shipped lexicon."""

from __future__ import annotations

from xinxi_desktop.words import common_lexicon


def test_it_knows_the_words_of_offices() -> None:
    known = common_lexicon().prices

    assert {"办公室", "信息", "调研", "老年", "食堂", "基层"} <= known.keys()


def test_rarer_words_are_dearer() -> None:
    known = common_lexicon().prices

    assert known["发展"] < known["食堂"]
