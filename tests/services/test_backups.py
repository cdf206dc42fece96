"""Daily copies: made, listed, put back."""

from __future__ import annotations

from pathlib import Path

import office_maker as make
import pytest

from xinxi_desktop.errors import UserError, WorldError
from xinxi_desktop.services.backups import (
    Made,
    back_up_today,
    backup_folder,
    backups,
    contents,
    find_backup,
    is_due,
    last_backup,
    lost_by_restore,
    restore,
)
from xinxi_desktop.services.office import Office, create_office, open_office


def quiet(_done: int, _total: int) -> None:
    """Progress that nobody looks at."""


def back_up(office: Office, second: str = "") -> Made:
    return back_up_today(office, second, quiet)


def titles(path: Path) -> list[str]:
    office = open_office(path)
    try:
        return [row["title"] for row in office.file.all("SELECT title FROM submission ORDER BY id")]
    finally:
        office.close()


def test_a_day_without_a_copy_is_due_until_one_is_made(office: Office) -> None:
    assert is_due(office.path)
    back_up(office)
    assert not is_due(office.path)


def test_a_copy_goes_to_both_places(office: Office, tmp_path: Path) -> None:
    stick = tmp_path / "U盘"
    made = back_up(office, str(stick))

    assert [path.parent for path in made.paths] == [backup_folder(office.path), stick]
    assert made.paths[0].read_bytes() == made.paths[1].read_bytes()


def test_a_second_place_that_can_t_be_written_is_told_and_the_first_stands(
    office: Office, tmp_path: Path
) -> None:
    wall = tmp_path / "文件"
    wall.write_text("x", encoding="utf-8")
    made = back_up(office, str(wall / "里面"))

    assert len(made.paths) == 1 and "第一处的已经备份好" in made.trouble


def test_the_list_says_what_is_in_a_copy(office: Office) -> None:
    make.report(office)
    make.issue(office)
    back_up(office)
    (found,) = backups(office.path)

    assert str(contents(found.path)) == "来稿 3 件，稿件 2 篇，期 1 期，签批 0 次"
    assert last_backup(office.path) == found.copy.at


def test_a_cancelled_backup_leaves_nothing(office: Office) -> None:
    def stop(_done: int, _total: int) -> None:
        raise RuntimeError("cancelled")

    with pytest.raises(RuntimeError):
        back_up_today(office, "", stop)
    assert list(backup_folder(office.path).iterdir()) == []


def test_what_a_restore_would_lose_is_counted_without_titles(office: Office) -> None:
    (copy,) = back_up(office).paths
    make.report(office, "不该出现的标题")
    make.report(office, "另一件")

    assert lost_by_restore(office, copy) == ["登记来稿 2 次"]


def test_restoring_brings_back_what_was_and_keeps_what_is(office: Office) -> None:
    make.report(office, "先登记的")
    (copy,) = back_up(office).paths
    make.report(office, "后登记的")
    office.close()
    aside = restore(office.path, copy)

    assert titles(office.path) == ["先登记的"]
    assert titles(aside) == ["先登记的", "后登记的"]


def test_a_restore_is_recorded(office: Office) -> None:
    (copy,) = back_up(office).paths
    office.close()
    restore(office.path, copy)
    again = open_office(office.path)
    last = again.file.one("SELECT name, final FROM act ORDER BY id DESC")
    again.close()

    assert last == {"name": "从备份恢复", "final": 1}


def test_after_a_restore_another_copy_is_counted_from_where_they_parted(office: Office) -> None:
    (early,) = back_up(office).paths
    early = early.rename(early.with_name("早.xinxi"))
    make.report(office, "甲")
    (late,) = back_up(office).paths
    office.close()
    restore(office.path, early)
    again = open_office(office.path)
    lost = lost_by_restore(again, late)
    again.close()

    assert lost == ["从备份恢复 1 次"]


def test_a_file_that_somebody_holds_is_not_restored(office: Office) -> None:
    (copy,) = back_up(office).paths
    with pytest.raises(WorldError, match="使用"):
        restore(office.path, copy)


def test_a_damaged_copy_is_refused_and_the_file_stays(office: Office) -> None:
    make.report(office, "长", "字" * 200_000)
    (copy,) = back_up(office).paths
    office.close()
    before = office.path.read_bytes()
    data = bytearray(copy.read_bytes())
    data[len(data) // 2 :] = b"\xff" * (len(data) - len(data) // 2)
    copy.write_bytes(data)

    with pytest.raises(WorldError):
        restore(office.path, copy)
    assert office.path.read_bytes() == before


def test_a_damaged_file_is_kept_aside_as_it_is(office: Office) -> None:
    (copy,) = back_up(office).paths
    office.close()
    office.path.write_bytes(b"rubbish" * 1000)
    aside = restore(office.path, copy)

    assert aside.read_bytes() == b"rubbish" * 1000
    assert titles(office.path) == []


def test_a_copy_of_another_office_is_refused(office: Office, tmp_path: Path) -> None:
    other = create_office(tmp_path / "别处.xinxi", "别处")
    (copy,) = back_up(other).paths
    other.close()

    with pytest.raises(UserError, match="另一个单位"):
        lost_by_restore(office, copy)


def test_a_copy_is_found_by_its_number_or_name(office: Office) -> None:
    (copy,) = back_up(office).paths

    assert find_backup(office.path, "1") == find_backup(office.path, copy.name) == copy
    with pytest.raises(UserError, match="没有“9”这一份"):
        find_backup(office.path, "9")


def test_the_first_place_chosen_as_the_second_too_holds_each_copy_once(office: Office) -> None:
    made = back_up(office, str(backup_folder(office.path)))

    assert (len(made.paths), made.trouble) == (1, "")
