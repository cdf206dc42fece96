"""Which backups stay."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from xinxi_desktop.domain.backups import Copy, backup_name, parse_name, to_drop

TODAY = "2026-11-27"
PLENTY = 10**9


def copy(days: int, hour: int = 9, size: int = 10, *, before_restore: bool = False) -> Copy:
    day = date.fromisoformat(TODAY) - timedelta(days=days)
    at = f"{day}T{hour:02}:00:00+08:00"
    return Copy(backup_name("云澜", at, before_restore=before_restore), at, size, before_restore)


def kept(copies: list[Copy], space: int = PLENTY) -> list[Copy]:
    gone = to_drop(copies, TODAY, space)
    return [each for each in copies if each not in gone]


@pytest.mark.parametrize("before_restore", [False, True])
def test_a_backup_is_known_again_by_its_name(before_restore: bool) -> None:
    made = copy(3, before_restore=before_restore)

    assert parse_name("云澜", made.name, 10) == made


@pytest.mark.parametrize(
    "name", ["云澜", "云澜 2026-13-40 090000", "别的 2026-11-27 090000", "云澜 旧"]
)
def test_other_files_are_no_backups(name: str) -> None:
    assert parse_name("云澜", name, 10) is None


def test_of_an_earlier_day_the_newest_stays() -> None:
    assert kept([copy(1, 8), copy(1, 17)]) == [copy(1, 17)]


def test_of_today_every_one_stays() -> None:
    assert len(kept([copy(0, 8), copy(0, 17)])) == 2


def test_the_further_ones_of_today_go_before_those_of_earlier_days() -> None:
    copies = [copy(0, 8), copy(0, 17), copy(1), copy(2)]

    assert kept(copies, space=30) == [copy(0, 17), copy(1), copy(2)]


def test_a_week_of_days_stays_then_one_a_week_then_one_a_month() -> None:
    every = [copy(days) for days in range(400)]
    ages = [
        (date.fromisoformat(TODAY) - date.fromisoformat(each.at[:10])).days for each in kept(every)
    ]

    assert ages[:7] == list(range(7))
    assert 7 <= sum(7 <= age < 56 for age in ages) <= 8
    assert 11 <= sum(age >= 56 for age in ages) <= 13


def test_the_oldest_go_while_all_take_more_than_the_space() -> None:
    assert kept([copy(0), copy(1), copy(2), copy(3)], space=30) == [copy(0), copy(1), copy(2)]


def test_the_newest_stays_even_where_it_alone_is_too_large() -> None:
    assert kept([copy(0, size=99), copy(1, size=99)], space=30) == [copy(0, size=99)]


def test_what_stood_there_before_a_restore_is_not_taken_for_that_day_s_copy() -> None:
    both = [copy(0), copy(0, 11, before_restore=True)]

    assert kept(both) == both
