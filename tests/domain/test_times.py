"""Dates as people type them."""

from __future__ import annotations

import pytest

from xinxi_desktop.domain.times import parse_date, read_date, today
from xinxi_desktop.errors import UserError


@pytest.mark.parametrize(
    "typed", ["12-05", "12.5", "12/5", "1205", "12月5日", "12月5", " 12-5 ", "１２－０５"]
)
def test_a_day_without_a_year_is_of_the_present_year(typed: str) -> None:
    assert read_date(typed) == f"{today()[:4]}-12-05"


@pytest.mark.parametrize(
    "typed", ["2026-12-05", "20261205", "2026.12.5", "2026/12/5", "2026年12月5日"]
)
def test_a_whole_date_may_be_written_in_many_ways(typed: str) -> None:
    assert parse_date(typed) == "2026-12-05"


@pytest.mark.parametrize("typed", ["", "昨天", "2026-02-30", "1305", "2026-12", "125", "12-0"])
def test_what_is_no_day_is_refused(typed: str) -> None:
    assert read_date(typed) == ""
    with pytest.raises(UserError, match="不是日期"):
        parse_date(typed)
