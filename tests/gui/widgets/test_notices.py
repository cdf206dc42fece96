"""The strip of notices, in the window."""

from __future__ import annotations

from functools import partial

import hands
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.main_window import MainWindow
from xinxi_desktop.gui.notify import Notifier
from xinxi_desktop.gui.theme import Theme
from xinxi_desktop.gui.widgets import notices
from xinxi_desktop.gui.widgets.notices import NoticeFrame
from xinxi_desktop.services.office import Office
from xinxi_desktop.services.registers import save_leader

LEADER = {"name": "罗景川", "title": "分管副主任"}
LONG = "没有登记：" + "这一件的编号和已有的来稿相同，请先看那一件。" * 6


def texts(window: MainWindow) -> list[str]:
    return [frame.notice.text for frame in window.notices.frames]


def heights(window: MainWindow) -> list[tuple[int, int]]:
    QApplication.processEvents()
    return [(frame.height(), need(frame)) for frame in window.notices.frames]


def need(frame: NoticeFrame) -> int:
    words = frame.sentence.heightForWidth(frame.sentence.width())
    return max(words, frame.undo.sizeHint().height() if frame.notice.undo else 0)


def test_several_notices_each_have_their_whole_height(
    window: MainWindow, desk: Desk, notifier: Notifier, office: Office
) -> None:
    window.resize(960, 600)
    notifier.warn("还没有选中来稿，没有登记。")
    notifier.warn(LONG)
    desk.do(partial(save_leader, office, None, LEADER))
    notifier.warn("还没有选中来稿。")
    hands.click(window.notices.rest)
    assert len(window.notices.frames) == 3
    assert all(height >= needed for height, needed in heights(window))


def test_a_fourth_notice_sends_the_oldest_away(window: MainWindow, notifier: Notifier) -> None:
    for words in "甲乙丙丁":
        notifier.warn(words)
    assert texts(window) == ["乙", "丙", "丁"]


def places(window: MainWindow) -> tuple[QRect, QRect]:
    QApplication.processEvents()
    return window.stack.geometry(), window.statusBar().geometry()


def test_nothing_moves_when_a_notice_comes_and_goes(window: MainWindow, notifier: Notifier) -> None:
    before = places(window)
    notifier.told("已登记 3 件")
    assert places(window) == before
    notifier.warn(LONG)
    assert places(window) == before
    for frame in list(window.notices.frames):
        hands.click(frame.findChild(QToolButton))
    assert places(window) == before and not window.notices.isVisible()


def test_notices_cover_nothing_of_the_view_nor_of_the_status_bar(
    window: MainWindow, notifier: Notifier
) -> None:
    notifier.told("已登记 3 件", lambda: None)
    notifier.warn("有 1 件没有登记：和已有的来稿一模一样。")
    QApplication.processEvents()
    notices = QRect(window.notices.mapTo(window, QPoint(0, 0)), window.notices.size())
    bar = window.statusBar()
    others = [each for each in bar.findChildren(QWidget) if isinstance(each, QToolButton | QLabel)]
    assert bar.geometry().contains(notices)
    assert not any(
        notices.intersects(QRect(each.mapTo(window, QPoint(0, 0)), each.size()))
        for each in others
        if each.isVisible()
    )


def test_what_can_be_undone_stays_until_the_next_act(
    qtbot: QtBot,
    window: MainWindow,
    desk: Desk,
    notifier: Notifier,
    office: Office,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(notices, "TOLD_MILLISECONDS", 20)
    monkeypatch.setattr(notices, "MINDED_MILLISECONDS", 60)
    # A notice stays while the pointer is on it.
    qtbot.mouseMove(window.top)
    desk.do(partial(save_leader, office, None, LEADER))
    notifier.warn("还没有选中来稿。")
    qtbot.waitUntil(lambda: len(texts(window)) == 1)
    assert window.notices.frames[0].undo.isVisible()
    desk.do(partial(save_leader, office, None, {**LEADER, "name": "魏承岳"}))
    assert len(texts(window)) == 1 and "魏承岳" in texts(window)[0]


def test_a_larger_text_gives_notices_more_room(
    window: MainWindow, theme: Theme, notifier: Notifier
) -> None:
    notifier.warn("还没有选中来稿，没有登记。")
    theme.set_font_size(20)
    assert all(height >= needed for height, needed in heights(window))
    assert window.notices.geometry().bottom() <= window.height()


def test_what_was_done_leaves_with_the_tab_and_a_warning_stays(
    qtbot: QtBot, window: MainWindow, notifier: Notifier
) -> None:
    notifier.warn("“2026-13-45”不是日期。")
    notifier.told("已登记 3 件", lambda: None)
    QApplication.processEvents()
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert texts(window) == ["“2026-13-45”不是日期。"]


def test_two_notices_cover_nothing_of_the_view_at_the_largest_text(
    window: MainWindow, theme: Theme, notifier: Notifier
) -> None:
    theme.set_font_size(20)
    window.resize(960, 600)
    notifier.warn("有 1 件没有登记：和已有的来稿一模一样。")
    notifier.told("已登记 3 件", lambda: None)
    QApplication.processEvents()
    assert window.statusBar().geometry().contains(window.notices.geometry())
    assert window.notices.rest.text() == "另有 1 条"
    hands.click(window.notices.rest)
    assert [frame.isVisible() for frame in window.notices.frames] == [True, True]


def test_what_is_done_later_is_shown_before_a_lasting_warning(
    window: MainWindow, theme: Theme, desk: Desk, notifier: Notifier, office: Office
) -> None:
    theme.set_font_size(20)
    window.resize(960, 600)
    notifier.warn("现在只能看，不能改。" * 2, lasting=True)
    QApplication.processEvents()
    desk.do(partial(save_leader, office, None, LEADER))
    QApplication.processEvents()
    assert [frame.isVisible() for frame in window.notices.frames] == [False, True]
    assert window.notices.rest.text() == "另有 1 条"


def test_a_notice_covers_the_left_of_the_status_bar_wholly_or_not_at_all(
    window: MainWindow, theme: Theme, notifier: Notifier
) -> None:
    notifier.warn("现在只能看，不能改。" * 2, lasting=True)
    notifier.told("已登记 3 件", lambda: None)
    room = window.notices._room
    for width in range(960, 1400, 60):
        window.resize(width, 600)
        QApplication.processEvents()
        left = window.notices.geometry().left()
        assert left in (0, room.mapTo(window, QPoint(0, 0)).x())


def test_a_refusal_leaves_with_the_next_act(window: MainWindow, desk: Desk, office: Office) -> None:
    desk.do(partial(save_leader, office, None, {"name": ""}))
    QApplication.processEvents()
    desk.do(partial(save_leader, office, None, LEADER), window.view("inbox"))
    assert [frame.notice.kind for frame in window.notices.frames] == ["told"]


def test_what_an_act_warns_of_stays_beside_its_success(
    window: MainWindow, desk: Desk, notifier: Notifier, office: Office
) -> None:
    notifier.warn("有 1 件没有登记。")
    desk.do(partial(save_leader, office, None, LEADER))
    assert [frame.notice.kind for frame in window.notices.frames] == ["warn", "told"]


def test_a_warning_leaves_by_itself(
    qtbot: QtBot, window: MainWindow, notifier: Notifier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notices, "MINDED_MILLISECONDS", 50)
    notifier.warn("“2026-13-45”不是日期。")
    qtbot.waitUntil(lambda: texts(window) == [])


def test_what_stays_true_stays_until_closed(
    qtbot: QtBot, window: MainWindow, notifier: Notifier
) -> None:
    notifier.warn("现在只能看，不能改。", lasting=True)
    QApplication.processEvents()
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert texts(window) == ["现在只能看，不能改。"]
    hands.click(window.notices.frames[0].findChild(QToolButton))
    assert texts(window) == []


def test_an_undo_leaves_the_person_in_the_tab(
    qtbot: QtBot, window: MainWindow, desk: Desk, office: Office
) -> None:
    inbox = window.view("inbox")
    inbox.follow = lambda _changes: desk.show_asked.emit("submission", 1)
    window.show_place(1)
    desk.do(partial(save_leader, office, None, LEADER), inbox)
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.tabs.currentIndex() == 1
