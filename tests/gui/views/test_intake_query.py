"""Fields typed into the search field of 收稿."""

from __future__ import annotations

from collections.abc import Callable

import hands
import office_maker as make
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from xinxi_desktop.domain.times import today
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


def test_what_fits_elsewhere_is_offered_and_shown_by_one_click(
    qtbot: QtBot, intake: Open, three: list[int]
) -> None:
    view = intake()
    hands.choose_queue(view.queues, "留存")
    view.filter.words.setFocus()
    hands.write("甲")
    qtbot.waitUntil(view.empty.everywhere.isVisible)
    assert view.empty.everywhere.text() == "在全部来稿里找（1 条）"
    hands.click(view.empty.everywhere)
    assert (view.queues.key, view.filter.words.text()) == ("all", "甲")
    assert view.listing.selected_ids() == view.model.ids == [three[0]]


def test_what_fits_nowhere_is_only_cleared(
    qtbot: QtBot, intake: Open, three: list[int], desk: Desk
) -> None:
    view = intake()
    hands.choose_queue(view.queues, "留存")
    view.filter.words.setFocus()
    hands.write("没有这个词")
    qtbot.waitUntil(view.empty.button.isVisible)
    qtbot.waitUntil(lambda: desk.jobs.idle)
    assert view.empty.button.isVisible() and not view.empty.everywhere.isVisible()


def test_own_days_begin_with_this_month_up_to_today(intake: Open, three: list[int]) -> None:
    view = intake()
    view.filter.period.setFocus()
    hands.press(Qt.Key.Key_End)
    shown = [field.date().toString("yyyy-MM-dd") for field in (view.filter.first, view.filter.last)]
    assert shown == [f"{today()[:8]}01", today()]
    assert len(view.model.ids) == 3


def test_last_month_is_offered(intake: Open, desk: Desk) -> None:
    view = intake()
    assert view.filter.period.findText("上月") > view.filter.period.findText("本月")


def test_a_narrowed_list_begins_at_its_newest(qtbot: QtBot, intake: Open, three: list[int]) -> None:
    view = intake()
    view.listing.setFocus()
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Down)
    assert view.listing.current_id() == three[0]
    view.filter.words.setFocus()
    hands.write("详情 ")
    qtbot.waitUntil(lambda: view.model.ids == three[:0:-1])
    assert view.listing.selected_ids() == [three[2]] and view.filter.words.hasFocus()


def test_a_filter_that_stays_in_another_queue_is_named_and_cleared(
    qtbot: QtBot, intake: Open, three: list[int]
) -> None:
    view = intake()
    view.filter.words.setFocus()
    hands.write("甲")
    qtbot.waitUntil(lambda: view.model.ids == three[:1])
    hands.choose_queue(view.queues, "留存")
    assert view.empty.sentence.text().startswith("“留存”里没有来稿符合现在的筛选：甲。")
    hands.click(view.empty.button)
    cross = view.filter.words.findChild(QToolButton)
    assert view.filter.words.text() == ""
    qtbot.waitUntil(lambda: not cross.property("opacity"))
