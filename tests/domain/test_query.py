"""What is typed into the search field of 收稿."""

from __future__ import annotations

import pytest

from xinxi_desktop.domain.query import days_of, read_query

TODAY = "2026-11-27"


def test_fields_narrow_and_the_rest_are_words() -> None:
    found = read_query("食堂 单位:安渡 类型：问题 日期:2026-11 送餐", TODAY)
    assert (found.unit_name, found.kinds) == ("安渡", ("problem",))
    assert (found.received_from, found.received_to) == ("2026-11", "2026-11")
    assert found.words.split() == ["食堂", "送餐"]


def test_a_field_without_value_restricts_nothing_yet() -> None:
    assert read_query("单位: 类型: 日期:", TODAY) == read_query("", TODAY)


@pytest.mark.parametrize(
    "word, days",
    [
        ("今天", (TODAY, TODAY)),
        ("昨天", ("2026-11-26", "2026-11-26")),
        ("本周", ("2026-11-23", TODAY)),
        ("本月", ("2026-11-01", TODAY)),
        ("前几天", ("~", "")),
    ],
)
def test_words_for_days(word: str, days: tuple[str, str]) -> None:
    assert days_of(word, TODAY) == days
