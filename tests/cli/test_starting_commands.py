"""``start-number`` and ``new-year``."""

from __future__ import annotations

from pathlib import Path

from cli_calls import Xinxi


def test_numbers_begin_where_the_office_left_off(xinxi: Xinxi, office: Path) -> None:
    assert "第301号" in xinxi("start-number", office, "收稿", "300").out
    assert xinxi("start-number", office, "收稿", "3").code == 1
    assert "第13期" in xinxi("start-number", office, "每日快报", "12").out
    assert "总期号从 100 起" in xinxi("start-number", office, "每日快报", "99", "--running").out


def test_in_its_first_year_there_is_nothing_to_tell(xinxi: Xinxi, office: Path) -> None:
    assert "没有要交代" in xinxi("new-year", office).out
