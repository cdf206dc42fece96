"""Dates and numbers with their units stay on one line."""

import pytest

from xinxi_desktop.typesetting.wholes import is_date, splits_whole, whole_places


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2026年", "3月18日"), ("9月", "30日"), ("1.8个百", "分点"), ("3200", "万元"), ("3.2", "亿元"),
        ("12", "平方公里"), ("28μg/", "m³"), ("〔2026〕", "12号"), ("500余", "人"), ("3", "kg"),
    ],
)  # fmt: skip
def test_what_belongs_together_is_known(before: str, after: str) -> None:
    assert splits_whole("共" + before + after + "等", len(before) + 1)


@pytest.mark.parametrize(
    ("before", "after"), [("共18座", "冷库"), ("今年", "3月"), ("12万元", "资金")]
)
def test_a_break_beside_it_splits_nothing(before: str, after: str) -> None:
    assert not splits_whole(before + after, len(before))


def test_all_places_inside_are_given() -> None:
    assert whole_places("到3月5日止") == {2, 3, 4}


def test_a_date_is_told_from_a_measure() -> None:
    assert is_date("3月5日") and not is_date("35万元")
