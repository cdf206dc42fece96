"""The editor of a text: sizes, tables on screen, copying."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from xinxi_desktop.domain.document import Document, Paragraph, Picture, Table
from xinxi_desktop.gui.theme import Theme
from xinxi_desktop.gui.widgets.body_editor import BodyEditor
from xinxi_desktop.gui.widgets.document_text import DocumentText
from xinxi_desktop.gui.widgets.title_edit import TitleEdit

TABLE = Table("b2", (("单位", "条数"), ("安渡区", "3"), ("白湾区", "2")))
TEXT = Document((Paragraph("b1", "见下表。"), TABLE, Picture("b3", "0" * 64, "现场")))


@pytest.fixture
def editor(qtbot: QtBot, theme: Theme) -> BodyEditor:
    made = BodyEditor()
    made.open_text(1, TEXT)
    made.allow_editing(True)
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    return made


def height(editor: BodyEditor, block: int) -> float:
    document = editor.document()
    found = document.findBlockByNumber(block)
    return document.documentLayout().blockBoundingRect(found).height()


def test_a_table_takes_the_room_of_its_rows(editor: BodyEditor) -> None:
    line = editor.fontMetrics().height()
    assert height(editor, 1) > 3 * line > height(editor, 0)


def test_a_copied_table_is_its_cells_parted_by_tabs(editor: BodyEditor) -> None:
    QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(editor, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QApplication.clipboard().text()
    assert copied == "见下表。\n单位\t条数\n安渡区\t3\n白湾区\t2\n现场"


def test_a_larger_text_size_reaches_an_open_text_and_its_undo_stays(
    editor: BodyEditor, theme: Theme
) -> None:
    QTest.keyClicks(editor, "AB")
    before = height(editor, 0)
    theme.set_font_size(20)
    assert height(editor, 0) > before
    assert editor.document().defaultFont().pixelSize() == 24
    while editor.document().isUndoAvailable():
        QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.read() == TEXT


def test_two_open_texts_keep_their_own_cursor(editor: BodyEditor) -> None:
    QTest.keyClick(editor, Qt.Key.Key_Right)
    editor.open_text(2, Document((Paragraph("b1", "另一篇。"),)))
    editor.open_text(1, TEXT)
    assert editor.textCursor().position() == 1


def test_a_text_to_be_read_is_written_anew_in_another_size(qtbot: QtBot, theme: Theme) -> None:
    reader = DocumentText()
    qtbot.addWidget(reader)
    reader.show()
    reader.show_document("题", "单位", TEXT)
    theme.set_font_size(20)
    block = reader.document().findBlockByNumber(2)
    assert block.blockFormat().lineHeight() == round(24 * 1.7)


def test_a_long_title_takes_the_lines_it_needs(qtbot: QtBot, theme: Theme) -> None:
    title = TitleEdit()
    qtbot.addWidget(title)
    title.resize(300, 40)
    title.show()
    title.show_text("短题")
    one = title.height()
    title.show_text("很长的标题" * 6)
    assert title.height() > one
    cursor = title.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    assert title.text() == "很长的标题" * 6
