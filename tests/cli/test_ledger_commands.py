"""``import-ledger``."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_calls import Xinxi
from ledger_maker import nasty_ledger


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return nasty_ledger(tmp_path / "台账.xlsx")


def test_a_ledger_is_imported_and_its_leftovers_are_kept(
    xinxi: Xinxi, office: Path, table: Path
) -> None:
    done = xinxi("import-ledger", office, table)
    assert (done.code, "已导入往年台账 4 条，采用 2 条" in done.out) == (1, True)
    assert table.with_name("台账-没有导入.xlsx").exists()


def test_a_dry_run_imports_nothing(xinxi: Xinxi, office: Path, table: Path) -> None:
    assert "可以导入 4 条" in xinxi("import-ledger", office, table, "--dry-run").out
    assert len(xinxi("list", office, "submissions", "--json").rows) == 3


def test_a_column_is_named_by_its_heading(xinxi: Xinxi, office: Path, table: Path) -> None:
    assert xinxi("import-ledger", office, table, "--column", "标题=没有").code == 1
    assert xinxi("import-ledger", office, table, "--column", "没有=标题").code == 2


def test_a_unit_of_the_ledger_is_named(xinxi: Xinxi, office: Path, table: Path) -> None:
    said = xinxi("import-ledger", office, table, "--unit", "云台局=望川县委办公室")
    assert "采用 2 条" in said.out
    assert "云台局" in xinxi("list", office, "units").out or said.code == 1


def test_an_unknown_sheet_is_a_sentence(xinxi: Xinxi, office: Path, table: Path) -> None:
    assert "有标题行的是：台账" in xinxi("import-ledger", office, table, "--sheet", "表九").err
