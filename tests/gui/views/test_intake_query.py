"""Fields typed into the search field of 收稿."""

from __future__ import annotations

from collections.abc import Callable

import hands
import office_maker as make
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.views.intake import IntakeView

Open = Callable[[], IntakeView]


def test_typed_fields_narrow_the_list(
    qtbot: QtBot, intake: Open, three: list[int], desk: Desk
) -> None:
    unit = make.unit(desk.office, "北桥区委办公室")
    key = make.report(desk.office, "丁", units=(unit,), kind="problem")
    view = intake()
    view.filter.words.setFocus()
    hands.write("单位:北桥 类型:问题 日期:2026-11 ")
    qtbot.waitUntil(lambda: view.model.ids == [key])


def test_a_field_and_its_value_are_completed(qtbot: QtBot, intake: Open, three: list[int]) -> None:
    view = intake()
    view.filter.words.setFocus()
    hands.write("类")
    popup = view.filter.completion.popup()
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert view.filter.words.text() == "类型:"
    hands.write("问")
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert view.filter.words.text() == "类型:问题 "
    qtbot.waitUntil(lambda: view.model.ids == [])


def test_a_date_that_is_not_understood_is_said(
    qtbot: QtBot, intake: Open, three: list[int]
) -> None:
    view = intake()
    view.filter.words.setFocus()
    hands.write("日期:前几天 ")
    qtbot.waitUntil(lambda: view.model.ids == [])
    assert view.empty.sentence.text().startswith("看不懂“日期:前几天”，可以写 上月、10月、")
    assert view.empty.button.text() == "清除筛选"
