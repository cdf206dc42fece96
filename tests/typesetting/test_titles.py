"""Titles in balanced lines."""

from __future__ import annotations

import pytest

from xinxi_desktop.domain.fonts import FontSet
from xinxi_desktop.domain.page_scheme import STANDARD
from xinxi_desktop.typesetting.breaker import line_width
from xinxi_desktop.typesetting.measure import measure
from xinxi_desktop.typesetting.styles import styles_for
from xinxi_desktop.typesetting.titles import balanced_lines

WIDTH = 8845


def lines_of(text: str, fonts: FontSet) -> list[str]:
    measured = measure(text, styles_for(STANDARD).title, fonts)
    return [text[line.start : line.end] for line in balanced_lines(measured, WIDTH)]


def test_short_title_is_one_line(fonts: FontSet) -> None:
    assert lines_of("信息工作要点", fonts) == ["信息工作要点"]


def test_title_of_twenty_one_characters_leaves_no_lone_one(fonts: FontSet) -> None:
    assert min(map(len, lines_of("信" * 21, fonts))) >= 10


def test_mark_does_not_begin_a_line(fonts: FontSet) -> None:
    assert not any(line[0] in "，、”》" for line in lines_of("信" * 13 + "，" + "息" * 13, fonts))


def test_number_stays_with_its_unit(fonts: FontSet) -> None:
    lines = lines_of("某企业拟撤生产线涉及职工安置问题共640名职工亟需关注和帮扶解决", fonts)

    assert any("640名" in line for line in lines)


@pytest.mark.parametrize("text", ["信" * 3000, "A" * 3000, "，" * 300, "“" * 100, "信 " * 500])
def test_longest_title_is_whole_and_fits(fonts: FontSet, text: str) -> None:
    measured = measure(text, styles_for(STANDARD).title, fonts)
    lines = balanced_lines(measured, WIDTH)

    assert "".join(text[line.start : line.end] for line in lines) == text
    assert max(line_width(measured, line.start, line.end) for line in lines) <= WIDTH
