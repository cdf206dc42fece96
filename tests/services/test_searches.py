"""Searches kept under a name."""

from __future__ import annotations

import office_maker as make
import pytest

from xinxi_desktop.domain.searches import Search, search_from
from xinxi_desktop.errors import UserError
from xinxi_desktop.services.office import Office, find_person
from xinxi_desktop.services.searches import (
    count,
    delete_search,
    keep_search,
    rename_search,
    saved_searches,
)

SEARCH = Search("pending", "单位:安渡 日期:本月", period="week")


def test_a_kept_search_counts_what_it_finds(office: Office) -> None:
    make.report(office, "社区食堂", "社区食堂的正文。")
    make.report(office, "共享冷库", "冷库的正文。")
    keep_search(office, "食堂", Search(text="食堂"), shared=False)
    body = search_from(saved_searches(office)[0]["body"])
    assert count(office, body.to_filter("2026-11-27")) == 1


def test_only_a_search_for_all_is_seen_by_another_person(office: Office) -> None:
    keep_search(office, "我的", SEARCH, shared=False)
    keep_search(office, "大家的", SEARCH, shared=True)
    office.person = find_person(office, "科长")
    assert [row["name"] for row in saved_searches(office)] == ["大家的"]


@pytest.mark.parametrize("name", ["", "甲", "长" * 21])
def test_a_name_that_is_taken_or_unfit_is_refused(office: Office, name: str) -> None:
    keep_search(office, "甲", SEARCH, shared=False)
    with pytest.raises(UserError):
        keep_search(office, name, SEARCH, shared=True)


def test_a_search_is_renamed_and_deleted(office: Office) -> None:
    key = keep_search(office, "甲", SEARCH, shared=False).id
    rename_search(office, key, "乙", shared=False)
    assert [row["name"] for row in saved_searches(office)] == ["乙"]
    delete_search(office, key)
    assert saved_searches(office) == []


def test_this_month_is_the_month_in_which_one_looks() -> None:
    search = search_from(Search(period="month").to_json())
    assert search.to_filter("2026-12-03").received_from == "2026-12-01"


@pytest.mark.parametrize(
    "period, days",
    [
        ("last_week", ("2026-11-16", "2026-11-22")),
        ("last_month", ("2026-10-01", "2026-10-31")),
        ("last_year", ("2025-01-01", "2025-12-31")),
        ("two_days", ("2026-11-26", "2026-11-27")),
    ],
)
def test_a_period_is_counted_from_the_day_on_which_one_looks(
    period: str, days: tuple[str, str]
) -> None:
    found = Search(period=period).to_filter("2026-11-27")
    assert (found.received_from, found.received_to) == days
