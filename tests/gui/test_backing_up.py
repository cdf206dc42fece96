"""The daily backup, the status bar's word on the last one, and the list of backups."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import office_maker as make
import pytest
from log_guard import LogGuard
from pytestqt.qtbot import QtBot
from real_window import LEFT, rest

from xinxi_desktop import settings
from xinxi_desktop.domain.times import today
from xinxi_desktop.gui.backing_up import BackupButton, Backups
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.backups import BackupsDialog
from xinxi_desktop.gui.notify import Question
from xinxi_desktop.services.backups import backup_folder, backups


@pytest.fixture
def kept(desk: Desk) -> Iterator[Backups]:
    made = Backups(desk)
    yield made
    made.deleteLater()


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, kept: Backups) -> BackupsDialog:
    """The list of an office with one backup, after which one report came."""
    kept.back_up()
    rest(qtbot, desk)
    make.report(desk.office)
    shown = BackupsDialog(desk, kept)
    qtbot.addWidget(shown)
    shown.show()
    rest(qtbot, desk)
    return shown


@pytest.mark.parametrize(
    ("days", "told", "tone"),
    [(0, "15:04", "secondary"), (1, "（1 天前）", "secondary"), (5, "（5 天前）", "warn")],
)
def test_the_age_of_the_backup_is_told(
    qtbot: QtBot, desk: Desk, kept: Backups, days: int, told: str, tone: str
) -> None:
    day = date.fromisoformat(today()) - timedelta(days)
    desk.values.remember(settings.BACKUPS, str(desk.office.path), f"{day}T15:04:00+08:00")
    button = BackupButton(desk, kept)
    qtbot.addWidget(button)
    assert button.text().endswith(told)
    assert button.property("icon_role") == tone


def test_an_office_without_a_backup_says_so(qtbot: QtBot, desk: Desk, kept: Backups) -> None:
    button = BackupButton(desk, kept)
    qtbot.addWidget(button)
    assert button.text().strip() == "还没有备份" and button.property("icon_role") == "warn"


def test_a_day_s_first_opening_makes_one_backup(qtbot: QtBot, desk: Desk, kept: Backups) -> None:
    kept.begin(0)
    qtbot.waitUntil(lambda: bool(backups(desk.office.path)))
    rest(qtbot, desk)
    kept.back_up_if_due()
    rest(qtbot, desk)

    assert len(backups(desk.office.path)) == 1
    assert kept.last[:10] == today()


def test_a_backup_that_fails_is_a_sentence(
    qtbot: QtBot, desk: Desk, kept: Backups, logs: LogGuard
) -> None:
    logs.expect("backup_failed")
    backup_folder(desk.office.path).write_text("x", encoding="utf-8")
    kept.back_up()
    rest(qtbot, desk)

    assert "备份没有写成" in desk.notifier.history[-1].text
    assert kept.last == ""


def test_a_second_place_that_is_gone_is_told(
    qtbot: QtBot, desk: Desk, kept: Backups, tmp_path: Path
) -> None:
    wall = tmp_path / "墙"
    wall.write_text("x", encoding="utf-8")
    kept.choose_second(str(wall))
    kept.back_up()
    rest(qtbot, desk)

    assert "第二处备份没有做成" in desk.notifier.history[-1].text
    assert kept.last


def test_the_list_says_what_is_in_each_copy(dialog: BackupsDialog) -> None:
    (row,) = dialog.table.chosen_rows() or [dialog.table.rows.row_of(1)]

    assert row["inside"].startswith("来稿 0 件") and row["place"] == "工作文件旁"
    assert dialog.told.text() == "共 1 份。"


def test_a_restore_says_what_would_be_lost_before_it_is_asked_for(
    qtbot: QtBot, desk: Desk, dialog: BackupsDialog
) -> None:
    asked: list[Question] = []
    desk.notifier.asked.connect(asked.append)
    dialog.table.select_ids([1], 1)
    with qtbot.waitSignal(dialog.restore_asked) as said:
        qtbot.mouseClick(dialog.restore, LEFT)
        qtbot.waitUntil(lambda: bool(asked))
        asked[0].then()

    assert "登记来稿 1 次" in asked[0].what
    assert Path(said.args[0]).parent == backup_folder(desk.office.path)
