"""The status bar's word on the last backup: its age, and that an old one is too old."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from xinxi_desktop import settings
from xinxi_desktop.domain.times import today
from xinxi_desktop.gui.backing_up import BackupButton
from xinxi_desktop.gui.desk import Desk


@pytest.mark.parametrize(
    ("days", "told", "tone"),
    [(0, "15:04", "secondary"), (1, "（1 天前）", "secondary"), (5, "（5 天前）", "warn")],
)
def test_the_age_of_the_backup_is_told(
    qtbot: QtBot, desk: Desk, days: int, told: str, tone: str
) -> None:
    day = date.fromisoformat(today()) - timedelta(days)
    desk.values.remember(settings.BACKUPS, str(desk.office.path), f"{day}T15:04:00+08:00")
    button = BackupButton(desk)
    qtbot.addWidget(button)
    assert button.text().endswith(told)
    assert button.property("icon_role") == tone


def test_an_office_without_a_backup_says_so(qtbot: QtBot, desk: Desk) -> None:
    button = BackupButton(desk)
    qtbot.addWidget(button)
    assert button.text().strip() == "还没有备份" and button.property("icon_role") == "warn"
