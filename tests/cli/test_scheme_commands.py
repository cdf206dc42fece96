"""``schemes`` and ``scheme``."""

from __future__ import annotations

from pathlib import Path

from cli_calls import Xinxi


def test_schemes_tell_lines_and_characters(xinxi: Xinxi, office: Path) -> None:
    rows = xinxi("schemes", office, "--json").rows

    assert [(row["lines"], row["characters"]) for row in rows[:2]] == [(22, 28), (22, 28)]
    assert "大字版（二号）" in xinxi("schemes", office).out


def test_an_own_scheme_is_made_changed_and_dropped(xinxi: Xinxi, office: Path) -> None:
    made = xinxi("scheme", office, "宽边", "--from", "28磅", "--set", "订口=40")
    changed = xinxi("scheme", office, "宽边", "--set", "天头=60")
    dropped = xinxi("scheme", office, "宽边", "--drop")

    assert (made.code, made.out) == (0, "已建立版式“宽边”：每页 22 行，每行 25 字。\n")
    assert changed.out == "已保存版式“宽边”：每页 20 行，每行 25 字。\n"
    assert dropped.out == "已删除版式“宽边”。\n"


def test_margins_without_room_are_a_sentence_and_change_nothing(xinxi: Xinxi, office: Path) -> None:
    refused = xinxi("scheme", office, "窄", "--set", "订口=95", "--set", "切口=95")

    assert (refused.code, refused.out) == (1, "")
    assert "一行只剩 20 毫米" in refused.err
    assert [
        row["name"] for row in xinxi("schemes", office, "--json").rows if not row["ready"]
    ] == []
