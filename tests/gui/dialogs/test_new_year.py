"""进入新年度: told in one dialog, noted by its verb."""

from __future__ import annotations

import hands
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from xinxi_desktop.domain.times import today
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.form_dialog import FormDialog
from xinxi_desktop.gui.dialogs.new_year import NewYearDialog
from xinxi_desktop.gui.main_window import MainWindow
from xinxi_desktop.gui.views.starting_section import StartingSection
from xinxi_desktop.services.new_year import new_year
from xinxi_desktop.store import issues


def test_what_was_read_is_noted(window: MainWindow, desk: Desk) -> None:
    turned = new_year(desk.office, f"{int(today()[:4]) + 1}-01-01")
    assert turned is not None
    shown = NewYearDialog(desk, turned, window)
    shown.open()
    hands.click(shown.go)
    assert desk.office.file.setting("year_begun") == today()[:4]


def test_start_numbers_are_set_in_one_dialog(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    hands.click(window.page_buttons.buttons()[0])
    section = window.view("settings").findChild(StartingSection)
    assert section is not None
    hands.click(section.numbers_button)
    shown = hands.dialog(qtbot, FormDialog)
    number = shown.form.inputs["number"]
    number.setFocus()
    hands.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(number, "41")
    hands.click(shown.go)
    assert issues.last_given(desk.office.file, "submission", int(today()[:4])) == 41
