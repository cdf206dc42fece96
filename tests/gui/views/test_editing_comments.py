"""编辑: comments beside the text."""

from __future__ import annotations

from collections.abc import Callable

import hands
import office_maker as make
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from xinxi_desktop.domain.vocabulary import Post
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.form_dialog import FormDialog
from xinxi_desktop.gui.notify import Notifier
from xinxi_desktop.gui.views.editing import EditingView
from xinxi_desktop.gui.views.editing_comments import CommentsPage
from xinxi_desktop.services import articles, comments
from xinxi_desktop.services.issues import items
from xinxi_desktop.services.office import find_person

Open = Callable[[], EditingView]


def listed(page: CommentsPage) -> list[str]:
    return [page.listing.item(row).text() for row in range(page.listing.count())]


def noted(view: EditingView) -> list[str]:
    return [each.cursor.selectedText() for each in view.pane.body.extraSelections()]


def back(qtbot: QtBot, view: EditingView) -> None:
    view.window().activateWindow()
    qtbot.waitUntil(view.window().isActiveWindow)
    view.pane.body.setFocus()


@pytest.fixture
def commented(qtbot: QtBot, editing: Open, draft: int) -> EditingView:
    """The second paragraph's first two characters have a comment, made by the keys."""
    view = editing()
    view.pane.body.setFocus()
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Home)
    hands.press(Qt.Key.Key_Right, hands.SHIFT)
    hands.press(Qt.Key.Key_Right, hands.SHIFT)
    hands.press(Qt.Key.Key_M, hands.CTRL)
    dialog = hands.dialog(qtbot, FormDialog)
    hands.write("数字再核")
    hands.click(dialog.go)
    back(qtbot, view)
    return view


def test_a_comment_stands_beside_the_text_and_its_words_are_marked(
    commented: EditingView, draft: int, desk: Desk
) -> None:
    page = commented.aside.comments
    (told,) = listed(page)
    assert page.isVisible() and told.startswith("“第二”\n数字再核\n")
    assert noted(commented) == ["第二"]
    assert not commented.pane.dirty and commented.aside.buttons["comments"].text() == "批注 1"


def test_a_comment_travels_as_one_writes_before_it(qtbot: QtBot, commented: EditingView) -> None:
    hands.press(Qt.Key.Key_Home)
    hands.write("据悉，")
    page = commented.aside.comments
    qtbot.waitUntil(lambda: "不在" not in listed(page)[0])
    hands.press(Qt.Key.Key_S, hands.CTRL)
    hands.press(Qt.Key.Key_Home, hands.CTRL)
    hands.choose_item(page.listing, 0)
    assert commented.pane.body.textCursor().selectedText() == "第二"


def test_words_that_are_gone_are_said_to_be(qtbot: QtBot, commented: EditingView) -> None:
    hands.press(Qt.Key.Key_End, hands.SHIFT)
    hands.press(Qt.Key.Key_Delete)
    page = commented.aside.comments
    qtbot.waitUntil(lambda: "已不在正文里" in listed(page)[0])
    hands.press(Qt.Key.Key_Z, hands.CTRL)
    qtbot.waitUntil(lambda: "已不在正文里" not in listed(page)[0])


def test_a_comment_is_settled_opened_again_and_undone(
    commented: EditingView, draft: int, desk: Desk
) -> None:
    page = commented.aside.comments
    hands.choose_item(page.listing, 0)
    hands.click(page.settle)
    assert (listed(page), noted(commented)) == ([], [])
    page.all.setFocus()
    hands.press(Qt.Key.Key_Space)
    assert "已处理" in listed(page)[0]
    hands.press(Qt.Key.Key_Z, hands.CTRL)
    assert "已处理" not in listed(page)[0] and noted(commented) == ["第二"]


def test_without_a_selection_the_paragraph_is_commented_on(
    qtbot: QtBot, editing: Open, draft: int, desk: Desk
) -> None:
    view = editing()
    view.pane.body.setFocus()
    hands.press(Qt.Key.Key_M, hands.CTRL)
    dialog = hands.dialog(qtbot, FormDialog)
    hands.write("重写")
    hands.click(dialog.go)
    assert comments.comments(desk.office, draft)[0]["quote"] == "第一段。"


def test_a_signed_article_takes_no_comment(editing: Open, desk: Desk, notifier: Notifier) -> None:
    key = items(desk.office, make.signed_issue(desk.office))[0]["article"]
    view = editing()
    view.show_item("article", key)
    hands.press(Qt.Key.Key_M, hands.CTRL)
    assert "不能批注" in notifier.history[-1].text
    assert articles.article(desk.office, key)["title"] not in notifier.history[-1].text


def test_sending_to_review_says_how_many_comments_wait(
    commented: EditingView, notifier: Notifier
) -> None:
    hands.press(Qt.Key.Key_Return, hands.CTRL)
    assert notifier.history[-1].text == "已送核 1 篇，还有 1 条批注没有处理"


def test_passing_with_comments_that_wait_is_asked_once(
    qtbot: QtBot, commented: EditingView, draft: int, desk: Desk
) -> None:
    desk.office.person = find_person(desk.office, Post.SECTION_CHIEF.label)
    hands.press(Qt.Key.Key_Return, hands.CTRL | hands.SHIFT)
    dialog = hands.dialog(qtbot, FormDialog)
    assert dialog.windowTitle() == "还有 1 条批注没有处理"
    assert articles.article(desk.office, draft)["state"] == "draft"
    hands.click(dialog.go)
    assert articles.article(desk.office, draft)["state"] == "reviewed"


def test_who_asks_another_to_pass_reads_how_many_comments_wait(
    qtbot: QtBot, commented: EditingView
) -> None:
    hands.press(Qt.Key.Key_Return, hands.CTRL | hands.SHIFT)
    dialog = hands.dialog(qtbot, FormDialog)
    told = [each.text() for each in dialog.findChildren(QLabel)]
    assert any(each.endswith("还有 1 条批注没有处理。") for each in told)
