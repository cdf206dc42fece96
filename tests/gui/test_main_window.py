import threading
import time
from collections.abc import Callable
from functools import partial

import office_maker as make
import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from xinxi_desktop import settings
from xinxi_desktop.domain.vocabulary import Disposition
from xinxi_desktop.errors import UserError
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.final import FinalDialog
from xinxi_desktop.gui.dialogs.key_sheet import KeySheet
from xinxi_desktop.gui.jobs import Control
from xinxi_desktop.gui.main_window import MainWindow
from xinxi_desktop.gui.notify import Notifier
from xinxi_desktop.gui.widgets.basics import Zones
from xinxi_desktop.services import intake
from xinxi_desktop.services.office import Office
from xinxi_desktop.services.registers import leaders, persons, save_leader
from xinxi_desktop.services.search import Found

CTRL = Qt.KeyboardModifier.ControlModifier
LEADER = {"name": "罗景川", "title": "分管副主任"}
HIT = Found("submission", 7, "2026-7", "高山蔬菜“订单+保险”", "2026-11-20", "1.2万亩参保")


def type_words(field: object, words: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(field, event)


def compose(field: object, letters: str) -> None:
    QApplication.sendEvent(field, QInputMethodEvent(letters, []))


def test_the_first_tab_is_open_and_its_list_has_the_focus(window: MainWindow) -> None:
    assert window.tabs.currentIndex() == 0
    assert window.focusWidget() is window.view("inbox").listing


def test_ctrl_and_a_digit_changes_the_tab(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_2, CTRL)
    assert window.stack.currentWidget() is window.view("editing")
    assert window.tabs.currentIndex() == 1


def test_a_view_is_built_only_when_first_shown(qtbot: QtBot, window: MainWindow) -> None:
    assert window.stack.count() == 1
    qtbot.mouseClick(window.tabs, Qt.MouseButton.LeftButton, pos=window.tabs.tabRect(1).center())
    assert window.stack.count() == 2


def test_a_page_at_the_right_opens_and_the_tab_brings_back(
    qtbot: QtBot, window: MainWindow
) -> None:
    button = window.page_buttons.buttons()[0]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.stack.currentWidget() is window.view("settings")
    place = window.tabs.tabRect(0).center()
    qtbot.mouseClick(window.tabs, Qt.MouseButton.LeftButton, pos=place)
    assert window.stack.currentWidget() is window.view("inbox")
    assert not button.isChecked()


def test_an_act_is_told_with_undo_and_the_button_takes_it_back(
    qtbot: QtBot, window: MainWindow, desk: Desk, office: Office
) -> None:
    desk.do(partial(save_leader, office, None, LEADER))
    frame = window.notices.frames[-1]
    assert "罗景川" in frame.sentence.text()
    qtbot.mouseClick(frame.undo, Qt.MouseButton.LeftButton)
    assert leaders(office) == []


def test_ctrl_z_takes_back_what_the_bar_tells(
    qtbot: QtBot, window: MainWindow, desk: Desk, office: Office
) -> None:
    desk.do(partial(save_leader, office, None, LEADER))
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert leaders(office) == []


def test_ctrl_y_does_again_what_was_taken_back_and_ctrl_z_takes_it_back_again(
    qtbot: QtBot, window: MainWindow, desk: Desk, office: Office
) -> None:
    desk.do(partial(save_leader, office, None, LEADER))
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    qtbot.keyClick(window, Qt.Key.Key_Y, CTRL)
    assert [row["name"] for row in leaders(office)] == ["罗景川"]
    assert window.notices.frames[-1].sentence.text().startswith("已重做：")
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert leaders(office) == []


def test_the_bar_offers_to_do_again_what_was_taken_back(
    qtbot: QtBot, window: MainWindow, desk: Desk, office: Office
) -> None:
    desk.do(partial(save_leader, office, None, LEADER))
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    buttons = window.notices.frames[-1].findChildren(QPushButton)
    again = next(each for each in buttons if each.text() == "重做")
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    assert len(leaders(office)) == 1


def test_ctrl_z_in_a_field_takes_back_typing_and_no_act(
    qtbot: QtBot, window: MainWindow, desk: Desk, office: Office
) -> None:
    desk.do(partial(save_leader, office, None, LEADER))
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    qtbot.keyClicks(window.search, "12")
    qtbot.keyClick(window.search, Qt.Key.Key_Z, CTRL)
    assert window.search.text() == ""
    assert len(leaders(office)) == 1


def test_a_refused_act_says_why_and_stays_until_closed(
    qtbot: QtBot, window: MainWindow, desk: Desk, notifier: Notifier, office: Office
) -> None:
    assert desk.do(partial(save_leader, office, None, {"name": ""})) is None
    assert notifier.history[-1].kind == "error" and "没有填姓名" in notifier.history[-1].text
    frame = window.notices.frames[-1]
    qtbot.mouseClick(frame.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert window.notices.frames == []


def test_other_views_follow_an_act_and_the_one_that_did_it_does_not(
    qtbot: QtBot, window: MainWindow, desk: Desk, office: Office
) -> None:
    view, heard = window.view("inbox"), []
    view.follow = heard.append
    desk.do(partial(save_leader, office, None, LEADER), view)
    assert heard == []
    desk.do(partial(save_leader, office, None, {**LEADER, "name": "魏承岳"}))
    assert len(heard) == 1


def test_what_was_said_before_the_window_is_shown_in_it(
    notifier: Notifier, open_window: Callable[[], MainWindow]
) -> None:
    notifier.warn("界面设置文件损坏，已改用默认设置。")
    window = open_window()
    assert [frame.notice.kind for frame in window.notices.frames] == ["warn"]


def test_ctrl_k_finds_and_enter_opens(qtbot: QtBot, window: MainWindow, found: list[Found]) -> None:
    found.append(HIT)
    qtbot.keyClick(window, Qt.Key.Key_2, CTRL)
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    qtbot.keyClicks(window.search, "7")
    qtbot.waitUntil(window.search.results.isVisible)
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    assert window.stack.currentWidget() is window.view("inbox")
    assert window.view("inbox").listing.current_id() == 7


def test_a_result_can_be_clicked(qtbot: QtBot, window: MainWindow, found: list[Found]) -> None:
    found.append(HIT)
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    qtbot.keyClicks(window.search, "7")
    qtbot.waitUntil(window.search.results.isVisible)
    listing = window.search.results.listing
    place = listing.visualItemRect(listing.item(1)).center()
    qtbot.mouseMove(listing.viewport(), place)
    qtbot.mouseClick(listing.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.view("inbox").listing.current_id() == 7


def test_results_stand_under_their_kinds_and_arrows_pass_the_headings(
    qtbot: QtBot, window: MainWindow, found: list[Found]
) -> None:
    found += [HIT, Found("article", 3, "3", "高山蔬菜", "2026-11-21", "")]
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    qtbot.keyClicks(window.search, "7")
    qtbot.waitUntil(window.search.results.isVisible)
    listing = window.search.results.listing
    assert [listing.item(place).text() for place in (0, 2)] == ["来稿 1", "稿件 1"]
    qtbot.keyClick(window.search, Qt.Key.Key_Down)
    qtbot.keyClick(window.search, Qt.Key.Key_Down)
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    assert window.stack.currentWidget() is window.view("editing")


def test_the_line_for_the_rest_shows_all_of_its_kind(
    qtbot: QtBot, window: MainWindow, found: list[Found]
) -> None:
    found += [HIT, Found("submission", 0, "", "还有 1 条…", "", "")]
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    qtbot.keyClicks(window.search, "7")
    qtbot.waitUntil(window.search.results.isVisible)
    listing = window.search.results.listing
    assert [listing.item(place).text() for place in (0, 2)] == ["来稿 1", "还有 1 条…"]
    found[1] = Found("submission", 8, "2026-8", "低山蔬菜", "2026-11-21", "")
    qtbot.keyClick(window.search, Qt.Key.Key_Down)
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: listing.item(0).text() == "来稿 2")
    assert window.search.results.isVisible()


def test_letters_being_composed_do_not_search_and_committed_words_do(
    qtbot: QtBot, window: MainWindow, found: list[Found]
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    compose(window.search, "shucai")
    assert window.search.text() == "" and not window.search._timer.isActive()
    type_words(window.search, "蔬菜")
    qtbot.waitUntil(window.search.results.isVisible)
    assert "没有找到“蔬菜”" in window.search.results.nothing.text()


def test_escape_closes_the_results(qtbot: QtBot, window: MainWindow, found: list[Found]) -> None:
    found.append(HIT)
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    qtbot.keyClicks(window.search, "7")
    qtbot.waitUntil(window.search.results.isVisible)
    qtbot.keyClick(window.search, Qt.Key.Key_Escape)
    assert not window.search.results.isVisible()


@pytest.mark.parametrize("way", ["key", "mouse"])
def test_the_old_words_are_typed_over_when_finding_again(
    qtbot: QtBot, window: MainWindow, way: str
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    qtbot.keyClicks(window.search, "12")
    qtbot.keyClick(window.search, Qt.Key.Key_Escape)
    assert not window.search.hasFocus()
    if way == "key":
        qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    else:
        qtbot.mouseClick(window.search, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(window.search, "7")
    assert window.search.text() == "7"


def test_escape_goes_back_to_where_finding_began(qtbot: QtBot, window: MainWindow) -> None:
    listing = window.view("inbox").listing
    listing.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    qtbot.keyClicks(window.search, "12")
    qtbot.keyClick(window.search, Qt.Key.Key_Escape)
    assert listing.hasFocus()


def test_no_field_lies_in_a_popup(window: MainWindow) -> None:
    kind = window.search.results.windowFlags() & Qt.WindowType.WindowType_Mask
    assert kind == Qt.WindowType.Widget and window.search.results.window() is window


def test_the_question_mark_shows_every_key(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Question)
    sheet = window.findChild(KeySheet)
    assert sheet is not None and sheet.isVisible()
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


@pytest.mark.parametrize(("key", "done"), [(Qt.Key.Key_Return, False), (Qt.Key.Key_Tab, True)])
def test_a_stray_enter_does_nothing_final(
    qtbot: QtBot, window: MainWindow, notifier: Notifier, key: Qt.Key, done: bool
) -> None:
    signed: list[bool] = []
    notifier.ask_final("签发第〔待定〕期", "共 8 条、4 页。", "签发", lambda: signed.append(True))
    dialog = window.findChild(FinalDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog.focusWidget(), key)
    if done:
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)
    assert signed == [True] * done


def test_ctrl_y_in_a_field_does_again_what_was_typed_and_no_act(
    qtbot: QtBot, window: MainWindow, desk: Desk, office: Office
) -> None:
    report = make.report(office)
    desk.do(partial(intake.dispose, office, [report], Disposition.KEEP))
    desk.undo_newest()
    window.search.start()
    type_words(window.search, "冷库")
    qtbot.keyClick(window.search, Qt.Key.Key_Z, CTRL)
    qtbot.keyClick(window.search, Qt.Key.Key_Y, CTRL)
    assert window.search.text() == "冷库"
    assert intake.submission(office, report)["state"] == "pending"


def test_a_running_job_is_shown_and_can_be_stopped(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    stopped: list[bool] = []

    def work(control: Control) -> None:
        for step in range(10_000_000):
            control(step % 40, 40)

    desk.jobs.run(work, lambda _: None, title="收稿", on_cancelled=lambda: stopped.append(True))
    qtbot.waitUntil(lambda: window.job_strip.words.text().startswith("收稿 "))
    qtbot.mouseClick(window.job_strip.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.jobs.idle)
    assert stopped == [True] and not window.job_strip.isVisible()


def test_urgent_ones_are_counted_without_a_title_and_a_click_leads_to_them(
    qtbot: QtBot, window: MainWindow, desk: Desk, office: Office
) -> None:
    assert not window.urgent.isVisible()
    make.report(office, "某厂起火", urgency="most_urgent")
    qtbot.keyClick(window, Qt.Key.Key_F5)
    assert window.urgent.isVisible() and window.urgent.text().strip() == "有 1 件急件"
    qtbot.keyClick(window, Qt.Key.Key_2, CTRL)
    qtbot.mouseClick(window.urgent, Qt.MouseButton.LeftButton)
    assert window.stack.currentWidget() is window.view("inbox")
    assert window.view("inbox").queues.key == "urgent"


def test_an_urgent_one_that_is_decided_leaves_the_count(
    window: MainWindow, desk: Desk, office: Office
) -> None:
    key = make.report(office, urgency="urgent")
    desk.do(partial(intake.dispose, office, [key], Disposition.KEEP))
    assert not window.urgent.isVisible()


def test_another_person_takes_over(
    qtbot: QtBot, window: MainWindow, desk: Desk, office: Office, values: settings.Settings
) -> None:
    chief = next(row for row in persons(office) if row["post"] == "section_chief")
    entries = [row["name"] for row in persons(office)]
    steps = [Qt.Key.Key_Down] * (entries.index(chief["name"]) + 1) + [Qt.Key.Key_Return]
    when_open(window.person.findChild(QMenu), partial(press, qtbot, steps))
    qtbot.mouseClick(window.person, Qt.MouseButton.LeftButton)
    assert office.person == chief["id"]
    assert values.get(settings.PERSONS)[str(office.path)] == chief["id"]


def when_open(menu: QMenu, act: Callable[[QMenu], None]) -> None:
    """A menu keeps the keyboard to itself until it closes: go on inside its own loop."""

    def look() -> None:
        if menu.isVisible():
            timer.stop()
            act(menu)

    timer = QTimer(menu)
    timer.timeout.connect(look)
    timer.start(5)


def press(qtbot: QtBot, keys: list[Qt.Key], menu: QMenu) -> None:
    for key in keys:
        qtbot.keyClick(menu, key)


def test_the_window_comes_back_as_it_was_left(
    qtbot: QtBot, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    window.resize(1100, 640)
    qtbot.waitUntil(lambda: window.width() == 1100)
    qtbot.keyClick(window, Qt.Key.Key_Q, CTRL)
    assert not window.isVisible()
    assert open_window().width() == 1100


def test_closing_writes_the_settings(
    qtbot: QtBot, window: MainWindow, values: settings.Settings
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Q, CTRL)
    assert values.path.is_file()


def test_closing_waits_two_seconds_at_most_for_a_stuck_job(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    release, began = threading.Event(), time.monotonic()
    desk.jobs.run(lambda _: release.wait(30), lambda _: None, title="导出")
    window.close()
    release.set()
    assert not window.isVisible() and time.monotonic() - began < 4


def test_every_button_without_words_has_a_name(window: MainWindow, notifier: Notifier) -> None:
    notifier.error(UserError("a", "没有导入。"))
    nameless = [
        button
        for kind in (QToolButton, QPushButton)
        for button in window.findChildren(kind)
        if not button.text().strip()
        and not button.accessibleName()
        and not button.objectName().startswith("qt_")
    ]
    # Qt's own: the tab bar's scroll arrows and the clear button inside a field.
    own = [b for b in nameless if b.parent() is window.tabs or b.parent() is window.search]
    assert set(nameless) == set(own)


def test_dark_and_font_size_are_chosen_on_the_settings_page(
    qtbot: QtBot, window: MainWindow, values: settings.Settings
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Comma, CTRL)
    page = window.view("settings")
    qtbot.keyClick(page.theme, Qt.Key.Key_End)
    qtbot.keyClick(page.font_size, Qt.Key.Key_Up)
    assert values.get(settings.FONT_SIZE) == 15
    assert values.get(settings.THEME) == "dark"


def test_zones_and_columns_come_back_as_they_were_left(
    qtbot: QtBot, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    view = window.view("inbox")
    header, zones = view.listing.horizontalHeader(), view.findChild(Zones)
    before = view.listing.columnWidth(2)
    edge = QPoint(header.sectionViewportPosition(2) + before - 2, 8)
    drag(header.viewport(), edge, edge + QPoint(25, 0))
    handle = zones.handle(1)
    sizes = zones.sizes()
    drag(handle, handle.rect().center(), handle.rect().center() + QPoint(15, 0))
    left = zones.sizes()
    width = view.listing.columnWidth(2)
    qtbot.keyClick(window, Qt.Key.Key_Q, CTRL)
    again = open_window().view("inbox")
    assert width > before and again.listing.columnWidth(2) == width
    assert left != sizes and again.findChild(Zones).sizes()[0] == left[0]


def drag(part: QWidget, begin: QPoint, end: QPoint) -> None:
    QTest.mousePress(part, Qt.MouseButton.LeftButton, pos=begin)
    QTest.mouseMove(part, begin + QPoint(5, 0))
    QTest.mouseMove(part, end)
    QTest.mouseRelease(part, Qt.MouseButton.LeftButton, pos=end)
