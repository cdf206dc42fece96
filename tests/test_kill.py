"""The program is killed at work; `make kill` does it a hundred times."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from kill_child import PHASES
from kill_rounds import Round, run_rounds

from xinxi_desktop.services.office import create_office, open_office
from xinxi_desktop.services.printing import write_file

SEED = 1699
"""Lets each phase live for two seconds or more, and typing for over four."""


@pytest.fixture(scope="module")
def rounds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Round]]:
    yield list(run_rounds(tmp_path_factory.mktemp("kill"), len(PHASES), SEED))


def test_a_killed_program_loses_nothing_it_acknowledged(rounds: list[Round]) -> None:
    assert [(each.seed, each.phase, each.faults) for each in rounds if each.faults] == []


def test_it_was_killed_at_work(rounds: list[Round]) -> None:
    for kind in ("typed", "import", "sign", "export", "backup", "office"):
        assert any(each.said[kind] for each in rounds), kind


def test_what_an_earlier_export_left_half_written_goes_with_the_next(tmp_path: Path) -> None:
    half, fresh = tmp_path / "快报.pdf.xinxi.tmp", tmp_path / "他人.pdf.tmp"
    for path in (half, fresh):
        path.write_bytes(b"%PDF")
        os.utime(path, times=(time.time() - 7200,) * 2)
    write_file(tmp_path / "下一期.pdf", b"%PDF %%EOF")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["下一期.pdf", "他人.pdf.tmp"]


def test_opening_clears_what_was_to_replace_the_file(tmp_path: Path) -> None:
    path = tmp_path / "云澜.xinxi"
    create_office(path).close()
    path.with_name("云澜.xinxi.tmp").write_bytes(b"half")
    open_office(path).close()
    assert [each.name for each in tmp_path.iterdir()] == ["云澜.xinxi"]
