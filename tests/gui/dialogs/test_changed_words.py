"""What a confirming dialog tells of changes."""

from __future__ import annotations

import pytest

from xinxi_desktop.domain.document import Document, Paragraph
from xinxi_desktop.gui.dialogs.changed_words import changed_words

OLD = "望川县完成投资三亿元。各项工作都在推进。"


def told(old: str, new: str) -> list[str]:
    texts = [("标题", Document((Paragraph("1", text),))) for text in (old, new)]
    return changed_words(*texts).split("\n")


@pytest.mark.parametrize(
    ("new", "line"),
    [
        (OLD.replace("三亿元", "五亿元"), "→"),
        (OLD.replace("各项工作", "各项重点工作"), "后加“重点”"),
        (OLD.replace("各项工作都在推进。", ""), "删去“各项工作都在推进。”"),
    ],
)
def test_each_change_is_a_line(new: str, line: str) -> None:
    first, *lines = told(OLD, new)
    assert first == "改动 1 处：" and len(lines) == 1
    assert line in lines[0]


def test_many_changes_are_counted_and_the_first_ones_told() -> None:
    lines = told(OLD * 9, OLD.replace("望川县", "安渡区") * 9)
    assert (lines[0], lines[-1]) == ("改动 9 处：", "另有 3 处")


def test_a_long_change_shows_its_two_ends() -> None:
    (_, line) = told(OLD, OLD + "甲" * 50 + "乙。")
    assert len(line) < 60 and line.endswith("乙。”")


def test_the_same_words_are_said_to_be_the_same() -> None:
    assert told(OLD, OLD) == ["文字和原来一样。"]
