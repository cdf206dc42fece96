"""编辑: what changed, beside the original and between revisions."""

from __future__ import annotations

from collections.abc import Callable

import hands
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.views.editing import EditingView
from xinxi_desktop.services import articles

Open = Callable[[], EditingView]


def write_at_start(view: EditingView, words: str) -> None:
    view.pane.body.setFocus()
    hands.press(Qt.Key.Key_Home, hands.CTRL)
    hands.write(words)


def underlined(editor: QTextEdit) -> list[str]:
    return [each.cursor.selectedText() for each in editor.extraSelections()]


def struck(document: QTextDocument) -> str:
    """The characters of a text that are struck through."""
    cursor, found = QTextCursor(document), ""
    while cursor.movePosition(QTextCursor.MoveOperation.Right):
        if cursor.charFormat().fontStrikeOut():
            found += document.characterAt(cursor.position() - 1)
    return found.replace("\u2029", "")


def test_new_words_are_underlined_in_the_text_after_a_pause(
    qtbot: QtBot, editing: Open, draft: int
) -> None:
    view = editing()
    write_at_start(view, "据悉，")
    qtbot.waitUntil(lambda: underlined(view.pane.body) == ["据悉，"])
    (marked,) = view.pane.body.extraSelections()
    look = marked.format
    assert look.underlineStyle() is QTextCharFormat.UnderlineStyle.SingleUnderline
    assert look.foreground().color() != view.pane.body.palette().text().color()


def test_what_the_text_left_out_is_struck_through_in_the_original(
    qtbot: QtBot, editing: Open, draft: int
) -> None:
    view = editing()
    view.pane.body.setFocus()
    hands.press(Qt.Key.Key_End, hands.CTRL | hands.SHIFT)
    hands.press(Qt.Key.Key_Delete)
    original = view.aside.originals.text
    qtbot.waitUntil(lambda: struck(original.document()) == "第一段。第二段。")
    hands.press(Qt.Key.Key_Z, hands.CTRL)
    qtbot.waitUntil(lambda: struck(original.document()) == "")


def test_the_marks_can_be_switched_off_and_that_is_remembered(
    qtbot: QtBot, editing: Open, draft: int
) -> None:
    view = editing()
    write_at_start(view, "据悉，")
    qtbot.waitUntil(lambda: bool(underlined(view.pane.body)))
    hands.click(view.aside.originals.changes)
    assert underlined(view.pane.body) == []
    assert not editing().aside.originals.changes.isChecked()


def test_the_original_is_put_aside_and_brought_back_by_a_key(editing: Open, draft: int) -> None:
    view = editing()
    view.pane.body.setFocus()
    wide = view.pane.width()
    hands.press(Qt.Key.Key_Backslash, hands.CTRL)
    assert view.aside.isHidden() and view.pane.width() >= wide
    hands.press(Qt.Key.Key_Backslash, hands.CTRL)
    assert view.aside.isVisible()


def test_marking_does_not_change_the_text(qtbot: QtBot, editing: Open, draft: int) -> None:
    view = editing()
    write_at_start(view, "据悉，")
    hands.press(Qt.Key.Key_Z, hands.CTRL)
    qtbot.waitUntil(lambda: not view.changes.busy)
    assert not view.pane.dirty


def test_a_restored_revision_is_one_step_that_ctrl_z_takes_back_in_the_text(
    editing: Open, draft: int, desk: Desk
) -> None:
    view = editing()
    write_at_start(view, "据悉，")
    hands.press(Qt.Key.Key_S, hands.CTRL)
    hands.click(view.aside.buttons["revisions"])
    view.aside.revisions.listing.setFocus()
    hands.press(Qt.Key.Key_Down)
    hands.click(view.aside.revisions.restore)
    assert view.pane.body.toPlainText().startswith("第一段") and not view.pane.dirty
    view.pane.body.setFocus()
    hands.press(Qt.Key.Key_Z, hands.CTRL)
    assert view.pane.body.toPlainText().startswith("据悉，第一段") and view.pane.dirty


def test_two_revisions_are_compared_by_words(
    qtbot: QtBot, editing: Open, draft: int, desk: Desk
) -> None:
    view = editing()
    write_at_start(view, "据悉，")
    hands.press(Qt.Key.Key_S, hands.CTRL)
    hands.click(view.aside.buttons["revisions"])
    page = view.aside.revisions
    page.against.setFocus()
    hands.press(Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "据悉，第一段。" in page.compared.toPlainText())
    assert page.sheets.currentWidget() is page.compared
    assert len(articles.revisions(desk.office, draft)) == 2


def test_while_one_writes_nothing_is_compared(qtbot: QtBot, editing: Open, draft: int) -> None:
    view = editing()
    write_at_start(view, "据悉，")
    qtbot.waitUntil(lambda: underlined(view.pane.body) == ["据悉，"])
    write_at_start(view, "又")

    assert view.changes.busy and view.desk.jobs.idle
