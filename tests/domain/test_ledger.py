"""Where a ledger says that a report was printed, however it is written in the cells."""

from __future__ import annotations

import pytest

from xinxi_desktop.domain.ledger import Place, read_rows

HEADS = {"unit": 0, "title": 1, "received": 2, "publication": 3, "issue": 4, "adopted": 5}


def read(publication: str, issue: str, adopted: str) -> tuple[Place, ...] | str:
    row = ("安渡区委办公室", "小饭桌办成大民生", "2026-03-05", publication, issue, adopted)
    found = read_rows([(4, row)], HEADS, 2026)
    return found.entries[0].places if found.entries else found.leftovers[0].reason


@pytest.mark.parametrize(
    "cells",
    [
        ("《每日快报》第18期、要情专报第3期", "", ""),
        ("", "", "《每日快报》第18期、《要情专报》第3期"),
        ("", "", "每日快报第18期；要情专报第3期"),
        ("", "每日快报第18期和要情专报第3期", "采用"),
    ],
)
def test_every_issue_that_is_named_counts(cells: tuple[str, str, str]) -> None:
    assert read(*cells) == (Place("每日快报", 0, 18), Place("要情专报", 0, 3))


@pytest.mark.parametrize(
    "cells",
    [
        ("每日快报", "12、13", ""),
        ("每日快报", "第12、13期", "采用"),
        ("", "", "每日快报第12期、第13期"),
        ("《每日快报》", "第12期（总第340期），第13期（3月5日）", "2分"),
    ],
)
def test_several_numbers_are_of_the_same_publication(cells: tuple[str, str, str]) -> None:
    assert read(*cells) == (Place("每日快报", 0, 12), Place("每日快报", 0, 13))


@pytest.mark.parametrize("written", ["每日快报第21—23期", "每日快报第18期、《要情专报》"])
def test_what_can_be_read_in_part_only_is_left_over(written: str) -> None:
    assert "认不出的期号" in str(read("", "", written))
