"""``demo``, ``new --sample``, and what opens the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_calls import BODY, Xinxi

from xinxi_desktop.cli import _wants_window


def test_demo_prints_a_folder(xinxi: Xinxi, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(f"某地情况\n{BODY}", encoding="utf-8")
    said = xinxi("demo", "--out", "out", "--from", "in")
    assert (said.code, said.out.splitlines()[-1]) == (0, "结果在“out”。")
    assert xinxi("verify", "out/office.xinxi").code == 0


def test_demo_without_a_report_is_wrong_input(xinxi: Xinxi, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    said = xinxi("demo", "--out", "out", "--from", "in")
    assert (said.code, "没有印出刊物" in said.err) == (1, True)
    assert (tmp_path / "out" / "summary.json").exists()


def test_the_sample_goes_on_to_a_printed_issue(xinxi: Xinxi) -> None:
    assert xinxi("new", "s.xinxi", "--sample").code == 0
    planned = xinxi("list", "s.xinxi", "issues", "--state", "拟编", "--json").rows
    issue = next(row["id"] for row in planned if "快报" in row["publication"])
    assert xinxi("proof", "s.xinxi", issue).code == 0
    for post in ("陈书怀", "科长", "分管副主任"):
        assert xinxi("sign", "s.xinxi", issue, "--person", post, "--date", "2026-11-23").code == 0
    assert "第69期" in xinxi("finalise", "s.xinxi", issue, "--person", "校对").out


@pytest.mark.parametrize(
    "words, window",
    [([], True), (["信息科.xinxi"], True), (["--help"], False), (["undo", "a.xinxi"], False)],
)
def test_no_command_opens_the_window(words: list[str], window: bool) -> None:
    assert _wants_window(words) is window
