"""Acts on several submissions at once, and the order of the list that is remembered."""

from __future__ import annotations

from collections.abc import Callable

import hands
import office_maker as make
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.choose_unit import ChooseUnitDialog
from xinxi_desktop.gui.views.intake import IntakeView
from xinxi_desktop.gui.widgets.list_view import ListView
from xinxi_desktop.services import articles
from xinxi_desktop.services.intake import submission, submission_rows

Open = Callable[[], IntakeView]


def choose(view: IntakeView, menu: QMenu, words: str) -> None:
    """Choose an entry of the list's menu, which a right click opens."""
    view.listing.customContextMenuRequested.emit(QPoint(20, 20))
    next(each for each in menu.actions() if each.text().startswith(words)).trigger()
    view.together.menu.close()


def test_all_selected_get_a_kind_and_one_undo_takes_it_back(
    intake: Open, three: list[int], desk: Desk
) -> None:
    view = intake()
    before = [row["kind"] for row in submission_rows(desk.office, three)]
    view.listing.selectAll()
    choose(view, view.together.kinds, "问题")
    assert {row["kind"] for row in submission_rows(desk.office, three)} == {"problem"}
    desk.undo_newest()
    assert [row["kind"] for row in submission_rows(desk.office, three)] == before


def test_the_menu_decides_for_all_selected_and_shows_the_keys(
    intake: Open, three: list[int], desk: Desk
) -> None:
    view = intake()
    view.listing.selectAll()
    texts = [each.text() for each in view.together.menu.actions()[:6]]
    assert texts == ["拟用\t1", "综合\t2", "留存\t3", "不用\t4", "转送\t5", "成稿\tCtrl+Enter"]
    choose(view, view.together.menu, "留存")
    assert {submission(desk.office, key)["disposition"] for key in three} == {"keep"}


def test_the_menu_offers_no_decision_on_what_became_an_article(
    intake: Open, three: list[int], desk: Desk
) -> None:
    articles.create_articles(desk.office, three)
    view = intake()
    hands.choose_queue(view.queues, "已成稿")
    view.listing.selectAll()
    view.listing.customContextMenuRequested.emit(QPoint(20, 20))
    enabled = {each.text(): each.isEnabled() for each in view.together.menu.actions()[:6]}
    view.together.menu.close()
    assert [words for words, on in enabled.items() if on] == ["成稿\tCtrl+Enter"]


def test_all_selected_are_marked_as_commissioned(
    intake: Open, three: list[int], desk: Desk
) -> None:
    view = intake()
    view.listing.selectAll()
    choose(view, view.together.menu, "标为约稿")
    assert all(submission(desk.office, key)["commissioned"] for key in three)


def test_all_selected_get_a_unit(qtbot: QtBot, intake: Open, three: list[int], desk: Desk) -> None:
    make.unit(desk.office, "北桥区委办公室")
    view = intake()
    view.listing.selectAll()
    choose(view, view.together.menu, "单位改为")
    dialog = hands.dialog(qtbot, ChooseUnitDialog)
    hands.write("北桥")
    hands.click(dialog.go)
    assert set(hands.column(view.listing, "unit")) == {"北桥区委办公室"}


def test_several_selected_are_changed_together_and_no_one_is_edited_for_all(
    intake: Open, three: list[int], desk: Desk
) -> None:
    view = intake()
    view.listing.setFocus()
    hands.press(Qt.Key.Key_Down, hands.SHIFT)
    strip = view.detail.together
    assert strip.isVisible() and not view.detail.form.isVisible()
    assert strip.words.text().startswith("这里的改动对选中的 2 条一起起作用。")
    menu = strip.tone.menu()
    assert isinstance(menu, QMenu)
    next(each for each in menu.actions() if each.text() == "忧").trigger()
    tones = [row["tone"] for row in submission_rows(desk.office, three)]
    assert tones.count("problem") == 2
    hands.press(Qt.Key.Key_Down)
    assert view.detail.form.isVisible() and not strip.isVisible()


def test_what_was_guessed_of_all_selected_is_confirmed_at_once(intake: Open, desk: Desk) -> None:
    keys = [make.report(desk.office, title, guessed="kind") for title in ("甲", "乙")]
    view = intake()
    view.listing.selectAll()
    hands.click(view.detail.together.right)
    assert {row["guessed"] for row in submission_rows(desk.office, keys)} == {""}


def click_head(listing: ListView, key: str) -> None:
    """Click the head of a column."""
    header = listing.horizontalHeader()
    place = [column.key for column in listing.rows.columns].index(key)
    at = QPoint(header.sectionViewportPosition(place) + 10, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_the_order_of_the_list_is_there_again_in_the_next_window(
    intake: Open, three: list[int]
) -> None:
    click_head(intake().listing, "characters")
    again = intake()
    assert again.listing.order() == ("characters", False)
    assert again.model.ids == three
