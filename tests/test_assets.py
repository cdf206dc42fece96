import sys
from pathlib import Path

import pytest

from xinxi_desktop import assets
from xinxi_desktop.errors import WorldError


def test_checkout_holds_the_schema() -> None:
    assert assets.asset("db", "schema.sql").is_file()


def test_missing_file_is_told_in_a_sentence() -> None:
    with pytest.raises(WorldError, match="程序文件不完整，缺少“resources/none.json”") as caught:
        assets.asset("resources", "none.json")

    assert caught.value.code == "asset_missing"


def test_wheel_carries_the_folders_inside_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "_assets" / "ui").mkdir(parents=True)
    monkeypatch.setattr(assets, "_PACKAGE", tmp_path)

    assert assets.asset("ui") == tmp_path / "_assets" / "ui"


def test_frozen_program_has_them_where_it_was_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "db").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)

    assert assets.asset("db") == tmp_path / "db"
