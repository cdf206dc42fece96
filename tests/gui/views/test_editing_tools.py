"""编辑: what is done to or with the text as a whole."""

from __future__ import annotations

from collections.abc import Callable

import hands
import office_maker as make
import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from xinxi_desktop.domain.document import Document, Paragraph, Table, document_from_lines
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.text_edits import EditsDialog, FindDialog
from xinxi_desktop.gui.notify import Notifier
from xinxi_desktop.gui.views.editing import EditingView
from xinxi_desktop.services import articles
from xinxi_desktop.services.issues import items

Open = Callable[[], EditingView]


def write_at_start(view: EditingView, words: str) -> None:
    view.pane.body.setFocus()
    hands.press(Qt.Key.Key_Home, hands.CTRL)
    hands.write(words)


def test_the_report_text_is_copied_as_it_stands_with_full_width_indents(
    editing: Open, draft: int, notifier: Notifier
) -> None:
    view = editing()
    write_at_start(view, "据悉，")
    hands.press(Qt.Key.Key_C, hands.CTRL | hands.SHIFT)
    title, first, *_ = QApplication.clipboard().text().split("\n")
    assert (title, first[:5]) == (view.pane.title.text(), "　　据悉，")
    assert "已复制" in notifier.history[-1].text and title not in notifier.history[-1].text


# ------------------------------------------------------------ 查找替换


def find(qtbot: QtBot, words: str, instead: str) -> FindDialog:
    """Open 查找替换 by its key and type."""
    hands.press(Qt.Key.Key_R, hands.CTRL)
    dialog = hands.dialog(qtbot, FindDialog)
    hands.write(words)
    dialog.instead.setFocus()
    hands.write(instead)
    return dialog


@pytest.mark.parametrize("key", [Qt.Key.Key_F, Qt.Key.Key_H])
@pytest.mark.parametrize("field", ["body", "title"])
def test_in_the_text_the_keys_of_word_open_finding_and_replacing(
    qtbot: QtBot, editing: Open, draft: int, key: Qt.Key, field: str
) -> None:
    view = editing()
    getattr(view.pane, field).setFocus()
    hands.press(key, hands.CTRL)
    dialog = hands.dialog(qtbot, FindDialog)
    assert hands.focused() is dialog.words


def test_beside_the_text_ctrl_f_narrows_the_list(editing: Open, draft: int) -> None:
    view = editing()
    view.listing.setFocus()
    hands.press(Qt.Key.Key_F, hands.CTRL)
    assert hands.focused() is view.words


def test_the_menu_of_the_text_offers_finding_and_a_comment(
    qtbot: QtBot, editing: Open, draft: int
) -> None:
    view = editing()
    body = view.pane.body
    body.setFocus()
    at = body.cursorRect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, body.viewport().mapToGlobal(at))
    QApplication.sendEvent(body.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    keys = {each.text(): each.shortcut().toString() for each in menu.actions()}
    assert (keys["加批注"], keys["查找替换"]) == ("Ctrl+M", "Ctrl+F")
    next(each for each in menu.actions() if each.text() == "查找替换").trigger()
    menu.close()
    assert hands.dialog(qtbot, FindDialog).isVisible()


def undo(qtbot: QtBot, view: EditingView) -> None:
    """Go back to the text and take the last step back."""
    view.window().activateWindow()
    qtbot.waitUntil(view.window().isActiveWindow)
    view.pane.body.setFocus()
    hands.press(Qt.Key.Key_Z, hands.CTRL)


def text(view: EditingView) -> str:
    return view.pane.body.toPlainText()


def test_hits_are_listed_and_what_stays_ticked_is_replaced_as_one_step(
    qtbot: QtBot, editing: Open, draft: int
) -> None:
    view = editing()
    view.pane.body.setFocus()
    dialog = find(qtbot, "段", "节")
    dialog.listing.setFocus()
    hands.press(Qt.Key.Key_Space)
    assert dialog.told.text().startswith("共 2 处，已选 1 处")
    hands.click(dialog.go)
    assert text(view) == "第一段。\n第二节。"
    undo(qtbot, view)
    assert text(view) == "第一段。\n第二段。"


def test_a_hit_can_be_gone_to(qtbot: QtBot, editing: Open, draft: int) -> None:
    view = editing()
    view.pane.body.setFocus()
    dialog = find(qtbot, "二段", "")
    dialog.listing.setFocus()
    hands.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.pane.body.textCursor().selectedText() == "二段")
    assert text(view) == "第一段。\n第二段。"


def test_all_hits_are_undone_together(qtbot: QtBot, editing: Open, draft: int) -> None:
    view = editing()
    view.pane.body.setFocus()
    hands.click(find(qtbot, "段", "𬭎节").go)
    assert text(view) == "第一𬭎节。\n第二𬭎节。"
    undo(qtbot, view)
    assert not view.pane.dirty


def test_title_and_cells_are_searched_too(
    qtbot: QtBot, editing: Open, draft: int, desk: Desk
) -> None:
    table = Table("b1", (("甲县", "3"), ("乙县", "2")))
    body = Document((table, Paragraph("b2", "甲县、乙县。")))
    articles.save_revision(desk.office, draft, "甲县的事", body)
    view = editing()
    view.pane.body.setFocus()
    hands.click(find(qtbot, "甲县", "丙县").go)
    title, after = view.pane.text()
    assert (title, after.plain_text()) == ("丙县的事", "丙县\t3\n乙县\t2\n丙县、乙县。")


def test_full_and_half_width_are_alike_if_one_wants(
    qtbot: QtBot, editing: Open, draft: int
) -> None:
    view = editing()
    write_at_start(view, "ＡＢ与ab，")
    dialog = find(qtbot, "AB", "甲")
    assert dialog.listing.count() == 0
    dialog.loosely.setFocus()
    hands.press(Qt.Key.Key_Space)
    assert dialog.listing.count() == 2


def test_a_fixed_article_can_be_searched_but_not_changed(
    qtbot: QtBot, editing: Open, desk: Desk
) -> None:
    key = items(desk.office, make.signed_issue(desk.office))[0]["article"]
    view = editing()
    view.show_item("article", key)
    dialog = find(qtbot, "。", "！")
    assert dialog.listing.count() and not dialog.go.isEnabled()
    dialog.reject()
    view.window().activateWindow()
    qtbot.waitUntil(view.window().isActiveWindow)
    hands.press(Qt.Key.Key_L, hands.CTRL)
    assert "不能改" in desk.notifier.history[-1].text


# ------------------------------------------------------------ 整理标点, 全角半角


def test_cleaning_shows_what_would_change_and_does_it_as_one_step(
    qtbot: QtBot, editing: Open, draft: int, desk: Desk
) -> None:
    articles.save_revision(desk.office, draft, "题", document_from_lines(["甲,乙(丙)3.5", "丁."]))
    view = editing()
    view.pane.body.setFocus()
    hands.press(Qt.Key.Key_L, hands.CTRL)
    dialog = hands.dialog(qtbot, EditsDialog)
    assert dialog.go.text() == "改好 4 处"
    hands.click(dialog.go)
    assert text(view) == "甲，乙（丙）3.5\n丁。"
    undo(qtbot, view)
    assert not view.pane.dirty


def test_a_blank_between_the_halves_of_a_title_stays(
    editing: Open, draft: int, desk: Desk, notifier: Notifier
) -> None:
    articles.save_revision(desk.office, draft, "成效明显 仍待清理", document_from_lines(["甲。"]))
    editing().pane.body.setFocus()
    hands.press(Qt.Key.Key_L, hands.CTRL)
    assert notifier.history[-1].text == "标点没有要整理的。"


def test_nothing_to_clean_is_said(editing: Open, draft: int, notifier: Notifier) -> None:
    editing().pane.body.setFocus()
    hands.press(Qt.Key.Key_L, hands.CTRL)
    assert notifier.history[-1].text == "标点没有要整理的。"


def test_the_selection_gets_another_width_by_a_key(editing: Open, draft: int) -> None:
    view = editing()
    write_at_start(view, "a1𬭎b")
    hands.press(Qt.Key.Key_Home, hands.CTRL)
    for _ in range(3):
        hands.press(Qt.Key.Key_Right, hands.SHIFT)
    hands.press(Qt.Key.Key_BracketRight, hands.CTRL)
    assert text(view).startswith("ａ１𬭎b")
    QTest.keyClick(view.pane.body, Qt.Key.Key_A, hands.CTRL)
    hands.press(Qt.Key.Key_BracketLeft, hands.CTRL)
    assert text(view).startswith("a1𬭎b第一段")


def test_without_a_selection_nothing_is_turned_and_that_is_said(
    editing: Open, draft: int, notifier: Notifier
) -> None:
    editing().pane.body.setFocus()
    hands.press(Qt.Key.Key_BracketLeft, hands.CTRL)
    assert "没有选中" in notifier.history[-1].text


# ------------------------------------------------------------ pasting

RICH = "<h2>做法</h2><table><tr><td>单位</td><td>条数</td></tr><tr><td>安渡</td><td>3</td></tr></table>"


def on_clipboard(html: str, words: str) -> None:
    data = QMimeData()
    data.setHtml(html)
    data.setText(words)
    QApplication.clipboard().setMimeData(data)


def test_headings_and_tables_pasted_stay_what_they_are_and_are_undone_at_once(
    editing: Open, draft: int
) -> None:
    view = editing()
    view.pane.body.setFocus()
    hands.press(Qt.Key.Key_Right)
    on_clipboard(RICH, "做法\n单位\t条数\n安渡\t3")
    hands.press(Qt.Key.Key_V, hands.CTRL)
    blocks = view.pane.text()[1].blocks
    assert [type(block).__name__ for block in blocks] == [
        "Paragraph", "Heading", "Table", "Paragraph", "Paragraph",
    ]  # fmt: skip
    hands.press(Qt.Key.Key_Z, hands.CTRL)
    assert not view.pane.dirty


def test_what_is_on_the_clipboard_as_html_only_is_pasted_too(editing: Open, draft: int) -> None:
    view = editing()
    view.pane.body.setFocus()
    data = QMimeData()
    data.setHtml("<p>新写的。</p>")
    QApplication.clipboard().setMimeData(data)
    hands.press(Qt.Key.Key_V, hands.CTRL)
    assert view.pane.body.toPlainText().startswith("新写的。")


def test_rich_text_can_be_pasted_as_words_only(editing: Open, draft: int) -> None:
    view = editing()
    view.pane.body.setFocus()
    on_clipboard("<h2>做法</h2>", "做法")
    hands.press(Qt.Key.Key_V, hands.CTRL | hands.SHIFT)
    assert text(view) == "做法第一段。\n第二段。"


def test_pictures_that_did_not_come_along_are_told(
    editing: Open, draft: int, notifier: Notifier
) -> None:
    editing().pane.body.setFocus()
    on_clipboard(RICH + "<img src=a.png>", "做法")
    hands.press(Qt.Key.Key_V, hands.CTRL)
    assert "1 张图片" in notifier.history[-1].text


def test_nothing_is_pasted_into_a_signed_article(editing: Open, desk: Desk) -> None:
    key = items(desk.office, make.signed_issue(desk.office))[0]["article"]
    view = editing()
    view.show_item("article", key)
    on_clipboard(RICH, "做法")
    hands.press(Qt.Key.Key_V, hands.CTRL)
    hands.press(Qt.Key.Key_V, hands.CTRL | hands.SHIFT)
    assert not view.pane.dirty
