"""Units from a table, beside those that reports brought in."""

from __future__ import annotations

from pathlib import Path

import office_maker as make
import pytest

from xinxi_desktop.errors import UserError
from xinxi_desktop.services.intake import find_submission, import_files
from xinxi_desktop.services.issues import find_issue
from xinxi_desktop.services.office import Office
from xinxi_desktop.services.units import import_unit_table, names_of_units, split_names, units

HEAD = "单位,简称,类别,建制顺序,备注\n"


def table(folder: Path, *lines: str) -> Path:
    path = folder / "u.csv"
    path.write_text(HEAD + "\n".join(lines), encoding="utf-8")
    return path


def reported(office: Office, folder: Path, *names: str) -> None:
    for name in names:
        path = folder / f"{name}.txt"
        path.write_text(f"{name}有关情况\n正文一段。\n报送单位：{name}", encoding="utf-8")
        list(import_files(office, [path]))


def test_a_unit_a_report_brought_in_gets_its_full_name(office: Office, tmp_path: Path) -> None:
    reported(office, tmp_path, "望川县委办")
    found = import_unit_table(office, table(tmp_path, "望川县委办公室,望川县委办、望川县,县,1,x"))
    assert found.ignored_columns == ("备注",)
    (row,) = units(office)
    assert (row["name"], row["to_confirm"], row["class"]) == ("望川县委办公室", 0, "县")
    assert set(names_of_units(office)) == {"望川县委办公室", "望川县委办", "望川县"}


def test_units_not_in_the_table_come_behind_it(office: Office, tmp_path: Path) -> None:
    reported(office, tmp_path, "甲县委办", "乙县委办")
    import_unit_table(office, table(tmp_path, "丙县委办公室,,,1,", "乙县委办,,,2,"))
    assert [row["name"] for row in units(office)] == ["丙县委办公室", "乙县委办", "甲县委办"]


def test_what_the_table_leaves_empty_stays(office: Office, tmp_path: Path) -> None:
    import_unit_table(office, table(tmp_path, "甲县委办公室,甲县,县,3,"))
    import_unit_table(office, table(tmp_path, "甲县委办公室,,,,"))
    (row,) = units(office)
    assert (row["aliases"], row["class"], row["position"]) == ("甲县", "县", 3)


def test_a_wrong_row_changes_nothing(office: Office, tmp_path: Path) -> None:
    with pytest.raises(UserError):
        import_unit_table(office, table(tmp_path, "甲县委办公室,,,1,", "乙县委办公室,,,一,"))
    assert units(office) == []


def test_full_width_marks_are_taken_as_typed(office: Office) -> None:
    key = make.report(office)
    assert find_submission(office, "2026：1") == key
    assert split_names("望川，望川县、县委办") == ["望川", "望川县", "县委办"]
    with pytest.raises(UserError, match="没有“每日快报：2026：9”这一期"):
        find_issue(office, "每日快报：2026：9")
