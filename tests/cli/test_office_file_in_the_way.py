"""An office file that is newer, read-only, held by another process, or not one at all."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import rights
from cli_calls import Xinxi

HOLD = """
import sys
from pathlib import Path
from xinxi_desktop.services.office import open_office
office = open_office(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
office.close()
"""


@contextmanager
def held(office: Path) -> Iterator[None]:
    """Let another process have the file open for writing."""
    command = [sys.executable, "-c", HOLD, str(office)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"open\n"
        yield


def test_a_held_file_refuses_to_be_written(xinxi: Xinxi, office: Path) -> None:
    with held(office):
        said = xinxi("dispose", office, 1, "keep")
    assert (said.code, "正由" in said.err) == (3, True)


@pytest.mark.parametrize(
    "words",
    [
        ["list", "office.xinxi", "submissions"],
        ["search", "office.xinxi", "冷链"],
        ["statistics", "office.xinxi", "--period", "2026"],
        ["verify", "office.xinxi"],
        ["backup", "office.xinxi", "copy.xinxi"],
    ],
    ids=lambda words: words[0],
)
def test_a_held_file_can_be_read(xinxi: Xinxi, office: Path, words: list[str]) -> None:
    with held(office):
        assert xinxi(*words).code == 0


def test_a_demonstration_moves_no_file_that_is_held(xinxi: Xinxi, office: Path) -> None:
    with held(office):
        said = xinxi("demo", "--out", ".", "--from", "nowhere.txt")
    assert said.code == 1
    assert office.exists()


def test_a_newer_file_is_refused_and_kept(xinxi: Xinxi, office: Path) -> None:
    connection = sqlite3.connect(office)
    connection.execute("PRAGMA user_version = 9999")
    connection.close()
    before = office.read_bytes()
    said = xinxi("list", office, "units")
    assert (said.code, "更新版本" in said.err) == (3, True)
    assert office.read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"", b"not a database " * 99, b"SQLite format 3\x00" + bytes(99)]
)
def test_another_file_is_refused_and_kept(xinxi: Xinxi, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.xinxi"
    path.write_bytes(content)
    assert [xinxi("undo", path).code, xinxi("verify", path).code] == [3, 3]
    assert path.read_bytes() == content


def test_a_missing_file_is_told(xinxi: Xinxi) -> None:
    said = xinxi("list", "none.xinxi", "units")
    assert (said.code, "找不到" in said.err) == (3, True)


WITHOUT_RIGHTS = """
import sys
sys.path.append(sys.argv[2])
from rights import obey_permissions
from xinxi_desktop.cli import main
obey_permissions()
sys.exit(10 * main(["dispose", sys.argv[1], "1", "keep"]) + main(["list", sys.argv[1], "units"]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="rights are kept otherwise here")
def test_a_read_only_file_can_be_read_and_not_written(
    xinxi: Xinxi, office: Path, tmp_path: Path
) -> None:
    office.chmod(0o444)
    tmp_path.chmod(0o555)
    command = [sys.executable, "-c", WITHOUT_RIGHTS, str(office), str(Path(rights.__file__).parent)]
    child = subprocess.run(command, capture_output=True, text=True, check=False)
    tmp_path.chmod(0o755)
    assert (child.returncode, "只读" in child.stderr) == (30, True), child.stderr
