"""What is typed into the search field of 收稿."""

from __future__ import annotations

from xinxi_desktop.domain.query import not_understood, read_query

TODAY = "2026-11-27"


def test_fields_narrow_and_the_rest_are_words() -> None:
    found = read_query("食堂 单位:安渡 类型：问题 日期:2026-11 送餐", TODAY)
    assert (found.unit_name, found.kinds) == ("安渡", ("problem",))
    assert (found.received_from, found.received_to) == ("2026-11-01", "2026-11-30")
    assert found.words.split() == ["食堂", "送餐"]


def test_a_field_without_value_restricts_nothing_yet() -> None:
    assert read_query("单位: 类型: 日期:", TODAY) == read_query("", TODAY)


def test_what_cannot_be_read_lets_nothing_through_and_is_named() -> None:
    typed = "日期:前几天 类型:杂文"
    assert read_query(typed, TODAY).received_from == "~"
    told = not_understood(typed, TODAY)
    assert (
        told.startswith("看不懂“日期:前几天”，可以写 上月、10月、2026-10、") and "类型:杂文" in told
    )


def test_what_can_be_read_is_not_complained_about() -> None:
    assert not_understood("食堂 单位:安渡 类型:问题 日期：上个月 日期:", TODAY) == ""
