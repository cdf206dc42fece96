"""导入往年台账: seen before anything is written, every doubt decided in the window."""

from __future__ import annotations

from pathlib import Path

import hands
import pytest
from ledger_maker import nasty_ledger
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.ledger import LedgerDialog
from xinxi_desktop.gui.main_window import MainWindow
from xinxi_desktop.gui.views.starting_section import StartingSection


@pytest.fixture
def shown(qtbot: QtBot, window: MainWindow, desk: Desk, tmp_path: Path) -> LedgerDialog:
    """The dialog on the nasty ledger, opened from 设置."""
    hands.click(window.page_buttons.buttons()[0])
    section = window.view("settings").findChild(StartingSection)
    assert section is not None
    qtbot.waitUntil(lambda: desk.jobs.idle)
    hands.click(section.ledger_button)
    hands.pick(qtbot, nasty_ledger(tmp_path / "ledger.xlsx"))
    return hands.dialog(qtbot, LedgerDialog)


def choose(box: QComboBox, word: str) -> None:
    """Go down until this word stands in the box."""
    box.setFocus()
    while box.currentText() != word:
        hands.press(Qt.Key.Key_Down)


def count(desk: Desk) -> int:
    return int(desk.office.file.value("SELECT count(*) FROM submission"))


def test_columns_are_recognised_and_rows_are_shown(shown: LedgerDialog) -> None:
    assert shown.columns["printed"].currentText() == "采用情况·日期"
    assert shown.told.text().startswith("可以导入 4 条，其中采用 2 条，不导入 4 条")
    assert shown.year.value() == 2025


def test_the_ledger_is_imported_and_what_is_left_is_kept(
    qtbot: QtBot, shown: LedgerDialog, desk: Desk, tmp_path: Path
) -> None:
    hands.click(shown.go)
    qtbot.waitUntil(lambda: desk.jobs.idle and count(desk) == 4)
    assert (tmp_path / "ledger-没有导入.xlsx").exists()


def test_a_unit_that_is_not_known_can_be_left_out(shown: LedgerDialog) -> None:
    choose(shown.doubts["云台局"], "不导入")
    assert shown.told.text().startswith("可以导入 3 条")


def test_without_a_title_column_nothing_can_be_imported(shown: LedgerDialog) -> None:
    box = shown.columns["title"]
    box.setFocus()
    while box.currentIndex():
        hands.press(Qt.Key.Key_Up)
    assert "哪一列是标题" in shown.problem.text()
    assert not shown.go.isEnabled()


def test_nothing_is_written_by_looking(shown: LedgerDialog, desk: Desk) -> None:
    hands.click(shown.cancel)
    assert count(desk) == 0
