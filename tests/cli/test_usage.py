"""Help and wrong use: Chinese throughout, exit code 2, and what a bug or a closed pipe does."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from cli_calls import Xinxi
from log_guard import LogGuard

from xinxi_desktop.cli import commands
from xinxi_desktop.cli.commands import xinxi as program
from xinxi_desktop.cli.help_texts import HELP


def test_every_command_of_the_guide_is_there() -> None:
    assert list(program.commands) == list(HELP)


@pytest.mark.parametrize("words", [["--help"], *([name, "--help"] for name in HELP)])
def test_help_is_chinese(xinxi: Xinxi, words: list[str]) -> None:
    said = xinxi(*words)
    assert (said.code, said.out[:3]) == (0, "用法：")
    assert not re.search(r"Usage|Options|Commands|Show this|required", said.out)


@pytest.mark.parametrize(
    "words, cause",
    [
        (["frobnicate"], "没有“frobnicate”这个命令"),
        (["list"], "缺少参数 FILE"),
        (["demo"], "缺少选项 --out"),
        (["verify", "a.xinxi", "more"], "多出了“more”"),
        (["verify", "a.xinxi", "--colour"], "没有“--colour”这个选项"),
        (["new", "a.xinxi", "--profile", "省委"], "不认识“省委”"),
        (["list", "a.xinxi", "units", "--limit", "0"], "不是大于 0 的整数"),
        (["statistics", "a.xinxi", "--period"], "选项“--period”用得不对"),
        (["units", "a.xinxi", "export", "u.xlsx"], "后面是 import"),
        (["sign", "a.xinxi", "1", "--person", "科长", "--date", "昨天"], "不是日期"),
        (["demo", "--out", "d", "--units", "u.xlsx"], "--from"),
    ],
)
def test_wrong_use_is_a_chinese_sentence(xinxi: Xinxi, words: list[str], cause: str) -> None:
    said = xinxi(*words)
    assert (said.code, said.out, cause in said.err) == (2, "", True)
    assert not re.search(r"[A-Za-z]{4,} [a-z]{2,}", said.err.splitlines()[0])


def test_version_is_told(xinxi: Xinxi) -> None:
    assert xinxi("--version").out.startswith("信息科工作台 ")


def test_a_bug_is_a_sentence_and_a_file(
    xinxi: Xinxi, monkeypatch: pytest.MonkeyPatch, home: Path, logs: LogGuard
) -> None:
    logs.expect("bug: ZeroDivisionError")
    # The world gives no bug to order; any service that raises one will do.
    monkeypatch.setattr(commands.office_commands, "create_office", lambda *_a, **_k: 1 / 0)
    said = xinxi("new", "a.xinxi")
    assert (said.code, "Traceback" in said.err, "程序出错" in said.err) == (70, False, True)
    (kept,) = home.rglob("crash-*.txt")
    assert "ZeroDivisionError" in kept.read_text("utf-8")


def test_a_reader_that_leaves_is_no_error(office: Path) -> None:
    command = [sys.executable, "-m", "xinxi_desktop", "list", str(office), "acts", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stdout is not None and child.stderr is not None
        child.stdout.close()
        assert child.stderr.read() == b""
    assert child.returncode == 141


def test_output_is_utf_8_whatever_the_locale(office: Path) -> None:
    command = [sys.executable, "-m", "xinxi_desktop", "list", str(office), "units"]
    environment = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}
    done = subprocess.run(command, capture_output=True, check=True, env=environment)
    assert "望川县委办公室" in done.stdout.decode("utf-8")
