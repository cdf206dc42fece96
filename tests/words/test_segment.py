"""Where words end: the lexicon's words, names of places, numbers with their units."""

from __future__ import annotations

from itertools import pairwise

import pytest

from xinxi_desktop.words import common_lexicon, word_ends
from xinxi_desktop.words.lexicon import lexicon_from


def cut(text: str) -> list[str]:
    places = [0, *sorted(word_ends(text, common_lexicon())), len(text)]
    return [text[start:end] for start, end in pairwise(places)]


def test_known_words_stay_whole() -> None:
    assert cut("加快推进老年食堂运营") == ["加快", "推进", "老年", "食堂", "运营"]


def test_the_cheapest_way_is_taken() -> None:
    lexicon = lexicon_from(["50\t研究 研究生", "60\t生命 起源", "130\t命"])

    assert word_ends("研究生命起源", lexicon) == {2, 4}


@pytest.mark.parametrize("name", ["望川县", "安渡区", "柳渡镇", "栖山县"])
def test_an_unknown_place_stays_whole(name: str) -> None:
    assert name in cut(f"{name}推进老年食堂建设")


@pytest.mark.parametrize(
    "piece", ["640名", "2026年", "3.21万人", "第三季度", "31.1%", "5G", "〔2026〕12号"]
)
def test_numbers_stay_with_what_they_count(piece: str) -> None:
    ends = word_ends(f"关于{piece}的情况", common_lexicon())

    assert not ends & set(range(3, 2 + len(piece)))


def test_function_words_stand_alone() -> None:
    assert "的" in cut("可持续运营的调查")


def test_nothing_is_cut_from_an_empty_text() -> None:
    assert word_ends("", common_lexicon()) == frozenset()
