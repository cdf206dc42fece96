"""The old UAX #14 table for Latin text and numbers (word-parity.md §7)."""

from __future__ import annotations

import pytest

from xinxi_desktop.typesetting.latin import may_break


@pytest.mark.parametrize(
    "text",
    [
        "ab|c", "1|2", "2|a", "7|%", "3|，", "（|a", "“|a", "a|”", "—|—", "…|…", "。|2", "）|a",
        "a|（", "1.|5", "1/|2", "(7)|%", "$|(5)", "$|5", "℃|a", "人|%", "a| b", "（ |a", "a |!",
        "a|-", "人|…", "的\u2060|人", "2|\u3000",
    ],
)  # fmt: skip
def test_stays_together(text: str) -> None:
    before, _, after = text.partition("|")

    assert not may_break(before + after, len(before))


@pytest.mark.parametrize(
    "text",
    [
        "人|人",
        "人|1",
        "1|人",
        "-|19",
        "a |b",
        "/|a",
        "。|人",
        "人|（",
        "—|人",
        "%|人",
        "a |，",
        "9 |．",
        "‰|～",
        "\u3000|人",
    ],
)
def test_may_part(text: str) -> None:
    before, _, after = text.partition("|")

    assert may_break(before + after, len(before))
