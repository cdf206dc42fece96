"""排版: the items of an issue, moved, dragged, taken out, added."""

from __future__ import annotations

import office_maker as make
import pytest
from hands import column
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot
from real_window import CONTROL, LEFT, confirm, drag, open_views, rest, row_centre, row_top

from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.form_dialog import FormDialog
from xinxi_desktop.gui.main_window import MainWindow
from xinxi_desktop.gui.notify import Notifier
from xinxi_desktop.gui.views.layout import LayoutView
from xinxi_desktop.services.articles import article, create_article
from xinxi_desktop.services.bulletins import lay_out
from xinxi_desktop.services.issues import add_articles, issue, items, take_out
from xinxi_desktop.services.office import Office, find_person
from xinxi_desktop.services.reviewing import review_article
from xinxi_desktop.services.signing import make_proof, send_to_check

UP, DOWN = Qt.Key.Key_Up, Qt.Key.Key_Down


@pytest.fixture
def key(office: Office) -> int:
    """An issue of three, and two articles in the pool: one reviewed, one held over."""
    key = make.issue(office, count=4)
    take_out(office, items(office, key)[3]["id"])
    make.article(office, "备选的一条")
    return key


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, key: int) -> MainWindow:
    return open_views(qtbot, desk, [LayoutView])


@pytest.fixture
def view(window: MainWindow) -> LayoutView:
    found = window.view("layout")
    assert isinstance(found, LayoutView)
    return found


def titles(office: Office, key: int) -> list[str]:
    return [row["title"].removesuffix("条情况") for row in items(office, key)]


def click_row(qtbot: QtBot, view: LayoutView, place: int) -> None:
    listing = view.items.listing
    qtbot.mouseClick(listing.viewport(), LEFT, pos=row_centre(listing, place))


def test_an_item_dragged_up_stands_there(
    qtbot: QtBot, view: LayoutView, office: Office, key: int
) -> None:
    listing = view.items.listing
    drag(listing, row_centre(listing, 2), listing, row_top(listing, 0))
    qtbot.waitUntil(lambda: titles(office, key) == ["第2", "第0", "第1"])


def test_an_item_dragged_below_the_last_stands_last(
    qtbot: QtBot, view: LayoutView, office: Office, key: int
) -> None:
    listing = view.items.listing
    drag(listing, row_centre(listing, 0), listing, row_centre(listing, 2) + QPoint(0, 40))
    qtbot.waitUntil(lambda: titles(office, key) == ["第1", "第2", "第0"])


def test_an_article_dragged_from_the_pool_stands_where_it_was_dropped(
    qtbot: QtBot, view: LayoutView, office: Office, key: int
) -> None:
    qtbot.keyClick(view.listing, Qt.Key.Key_B, CONTROL)
    pool = view.issue.pool.listing
    drag(pool, row_centre(pool, 0), view.items.listing, row_top(view.items.listing, 1))
    qtbot.waitUntil(lambda: titles(office, key)[1] == "备选的一条")
    assert len(titles(office, key)) == 4


def test_control_and_arrows_move_the_chosen_item(
    qtbot: QtBot, view: LayoutView, office: Office, key: int
) -> None:
    click_row(qtbot, view, 0)
    qtbot.keyClick(view.items.listing, DOWN, CONTROL)
    qtbot.keyClick(view.items.listing, DOWN, CONTROL)
    assert titles(office, key) == ["第1", "第2", "第0"]
    qtbot.keyClick(view.items.listing, UP, CONTROL)
    assert titles(office, key) == ["第1", "第0", "第2"]


def test_the_first_item_does_not_go_above_itself(
    qtbot: QtBot, view: LayoutView, office: Office, key: int
) -> None:
    click_row(qtbot, view, 0)
    qtbot.mouseClick(view.items.up, LEFT)
    assert titles(office, key) == ["第0", "第1", "第2"]


def test_f7_takes_an_item_out_and_the_bar_gives_it_back(
    qtbot: QtBot, window: MainWindow, view: LayoutView, office: Office, key: int
) -> None:
    click_row(qtbot, view, 1)
    qtbot.keyClick(view.items.listing, Qt.Key.Key_F7)
    taken = titles(office, key)
    qtbot.mouseClick(window.notices.frames[-1].undo, LEFT)
    assert (taken, titles(office, key)) == (["第0", "第2"], ["第0", "第1", "第2"])


def test_what_was_taken_out_waits_in_the_pool(
    qtbot: QtBot, view: LayoutView, office: Office, key: int
) -> None:
    article_id = items(office, key)[0]["article"]
    click_row(qtbot, view, 0)
    qtbot.mouseClick(view.items.out, LEFT)
    assert article(office, article_id)["state"] == "held_over"
    assert article_id in view.issue.pool.model.ids


def test_a_column_is_chosen_from_those_of_the_publication(
    qtbot: QtBot, view: LayoutView, office: Office, key: int
) -> None:
    click_row(qtbot, view, 1)
    qtbot.mouseClick(view.items.column, LEFT)
    qtbot.keyClick(view.items.column.view(), DOWN)
    qtbot.keyClick(view.items.column.view(), Qt.Key.Key_Return)
    offered = [view.items.column.itemText(place) for place in range(view.items.column.count())]
    assert items(office, key)[1]["column_name"] == offered[1]
    assert offered[0] == "（无栏目）" and len(offered) == 5


def choose_first_column(qtbot: QtBot, view: LayoutView) -> str:
    qtbot.mouseClick(view.items.column, LEFT)
    qtbot.keyClick(view.items.column.view(), Qt.Key.Key_Home)
    qtbot.keyClick(view.items.column.view(), DOWN)
    qtbot.keyClick(view.items.column.view(), Qt.Key.Key_Return)
    return view.items.column.itemText(1)


def select_all(qtbot: QtBot, view: LayoutView) -> None:
    click_row(qtbot, view, 0)
    end, shift = row_centre(view.items.listing, 2), Qt.KeyboardModifier.ShiftModifier
    qtbot.mouseClick(view.items.listing.viewport(), LEFT, shift, pos=end)


def test_a_column_is_given_to_all_chosen_items_in_one_step(
    qtbot: QtBot, window: MainWindow, view: LayoutView, office: Office, key: int
) -> None:
    select_all(qtbot, view)
    name = choose_first_column(qtbot, view)
    assert [row["column_name"] for row in items(office, key)] == [name] * 3
    assert f"3 条归入栏目“{name}”" in window.notices.frames[-1].notice.text
    qtbot.mouseClick(window.notices.frames[-1].undo, LEFT)
    assert [row["column_name"] for row in items(office, key)] == [""] * 3


def test_items_of_different_columns_show_none_of_them_as_theirs(
    qtbot: QtBot, view: LayoutView, office: Office, key: int
) -> None:
    click_row(qtbot, view, 1)
    choose_first_column(qtbot, view)
    select_all(qtbot, view)
    assert (view.items.column.currentIndex(), view.items.column.isEnabled()) == (-1, True)
    click_row(qtbot, view, 1)
    assert view.items.column.currentIndex() == 1


def test_the_note_of_several_items_is_closed_and_says_why(
    qtbot: QtBot, view: LayoutView, key: int
) -> None:
    select_all(qtbot, view)
    assert not view.items.note.isEnabled() and "请只选一条" in view.items.note.placeholderText()
    click_row(qtbot, view, 1)
    assert view.items.note.isEnabled() and view.items.note.placeholderText() == ""


def test_several_items_are_taken_out_in_one_step(
    qtbot: QtBot, window: MainWindow, view: LayoutView, office: Office, key: int
) -> None:
    select_all(qtbot, view)
    qtbot.keyClick(view.items.listing, Qt.Key.Key_F7)
    gone = titles(office, key)
    qtbot.mouseClick(window.notices.frames[-1].undo, LEFT)
    assert (gone, titles(office, key)) == ([], ["第0", "第1", "第2"])


def test_an_editors_note_is_kept_when_the_field_is_left(
    qtbot: QtBot, view: LayoutView, office: Office, key: int
) -> None:
    click_row(qtbot, view, 0)
    qtbot.mouseClick(view.items.note.viewport(), LEFT)
    qtbot.keyClicks(view.items.note, "anyu")
    qtbot.keyClick(view.items.note, Qt.Key.Key_Tab)
    assert [row["editor_note"] for row in items(office, key)] == ["anyu", "", ""]


def test_a_note_belongs_to_the_item_at_which_it_was_typed(
    qtbot: QtBot, view: LayoutView, office: Office, key: int
) -> None:
    click_row(qtbot, view, 0)
    qtbot.mouseClick(view.items.note.viewport(), LEFT)
    qtbot.keyClicks(view.items.note, "anyu")
    click_row(qtbot, view, 2)
    assert [row["editor_note"] for row in items(office, key)] == ["anyu", "", ""]
    assert view.items.note.toPlainText() == ""


def test_enter_on_an_item_asks_for_its_article(
    qtbot: QtBot, view: LayoutView, desk: Desk, office: Office, key: int
) -> None:
    asked = QSignalSpy(desk.show_asked)
    click_row(qtbot, view, 1)
    qtbot.keyClick(view.items.listing, Qt.Key.Key_Return)
    assert asked.at(0) == ["article", items(office, key)[1]["article"]]


def test_enter_in_the_pool_adds_the_article_at_the_end(
    qtbot: QtBot, view: LayoutView, office: Office, key: int
) -> None:
    qtbot.keyClick(view.listing, Qt.Key.Key_B, CONTROL)
    qtbot.keyClick(view.issue.pool.listing, Qt.Key.Key_Return)
    assert titles(office, key) == ["第0", "第1", "第2", "备选的一条"]


def test_the_pool_shows_reviewed_and_held_over_articles_and_others_on_demand(
    qtbot: QtBot, view: LayoutView
) -> None:
    pool = view.issue.pool
    qtbot.mouseClick(view.issue.switch.buttons["pool"], LEFT)
    before = len(pool.model.ids)
    qtbot.mouseClick(pool.unready, LEFT, pos=QPoint(8, pool.unready.height() // 2))
    assert (before, pool.unready.isChecked()) == (2, True)
    assert view.issue.switch.buttons["pool"].text() == "备选稿件 2"


def test_an_article_that_was_refused_stays_out_and_the_bar_says_why(
    qtbot: QtBot, desk: Desk, office: Office, notifier: Notifier
) -> None:
    single = make.issue(office, "要情专报", 1)
    make.article(office, "第二题")
    view = open_views(qtbot, desk, [LayoutView]).view("layout")
    assert isinstance(view, LayoutView)
    qtbot.keyClick(view.listing, Qt.Key.Key_B, CONTROL)
    qtbot.keyClick(view.issue.pool.listing, Qt.Key.Key_Return)
    assert "一期只登一题" in notifier.history[-1].text
    assert len(items(office, single)) == 1


def test_a_proof_holds_the_items_and_says_so(qtbot: QtBot, desk: Desk, office: Office) -> None:
    sent = make.sent_issue(office)
    view = open_views(qtbot, desk, [LayoutView]).view("layout")
    assert isinstance(view, LayoutView)
    click_row(qtbot, view, 0)
    qtbot.keyClick(view.items.listing, DOWN, CONTROL)
    assert titles(office, sent) == ["第0", "第1"]
    assert "请先退改" in view.items.why.text() and not view.items.up.isEnabled()


def test_an_item_struck_from_a_signed_issue_sends_it_back_to_review(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    signed = make.signed_issue(office)
    view = open_views(qtbot, desk, [LayoutView]).view("layout")
    assert isinstance(view, LayoutView)
    click_row(qtbot, view, 0)
    qtbot.keyClick(view.items.listing, Qt.Key.Key_F7)
    confirm(qtbot)
    rest(qtbot, desk)
    assert issue(office, signed)["state"] == "checking"
    assert view.issue.head.step.text() == "出清样"


def test_the_list_counts_the_pages_that_are_left_after_an_item_was_struck(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    key = make.issue(office, count=1)
    long = create_article(office, [make.report(office, "长的一条", make.TEXT * 60)]).id
    review_article(office, long, person=find_person(office, "科长"))
    add_articles(office, key, [long])
    send_to_check(office, key)
    make_proof(office, key)
    view = open_views(qtbot, desk, [LayoutView]).view("layout")
    assert isinstance(view, LayoutView)
    before = column(view.listing, "pages")
    click_row(qtbot, view, 1)
    qtbot.keyClick(view.items.listing, Qt.Key.Key_F7)
    rest(qtbot, desk)
    left = str(len(lay_out(office, key).layout.pages))
    assert before != [left] and column(view.listing, "pages") == [left]
    assert issue(office, key)["pages"] is None


def test_an_item_is_diverted_to_a_special_report_by_key(
    qtbot: QtBot, view: LayoutView, office: Office, key: int
) -> None:
    click_row(qtbot, view, 1)
    moved = items(office, key)[1]["article"]
    qtbot.keyClick(view.items.listing, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    dialog = view.window().findChild(FormDialog)
    qtbot.mouseClick(dialog.go, LEFT)
    shown = view.items.issue
    assert shown["id"] != key and shown["publication_name"].endswith("要情专报")
    assert [row["article"] for row in items(office, shown["id"])] == [moved]


def test_an_item_dragged_into_the_pool_is_taken_out(
    qtbot: QtBot, view: LayoutView, office: Office, key: int
) -> None:
    qtbot.keyClick(view.listing, Qt.Key.Key_B, CONTROL)
    listing, pool = view.items.listing, view.issue.pool.listing
    gone = items(office, key)[1]["article"]
    drag(listing, row_centre(listing, 1), pool, row_centre(pool, 0) + QPoint(0, 120))
    qtbot.waitUntil(lambda: titles(office, key) == ["第0", "第2"])
    assert article(office, gone)["state"] == "held_over"
