import pytest
from demo_view import TEXT
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from xinxi_desktop.gui.theme import Theme
from xinxi_desktop.gui.widgets.reading import ReadingText


@pytest.fixture
def text(qtbot: QtBot, theme: Theme) -> ReadingText:
    made = ReadingText()
    qtbot.addWidget(made)
    made.resize(1400, 600)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_text("“共享冷库”破解小果农错峰难题", "望川县委办　11-22 15:04", TEXT)
    return made


def longest_line(text: ReadingText) -> int:
    block, longest = text.document().begin(), 0
    while block.isValid():
        layout = block.layout()
        lines = [layout.lineAt(place).textLength() for place in range(layout.lineCount())]
        longest = max([longest, *lines])
        block = block.next()
    return longest


@pytest.mark.parametrize("width", [500, 1400])
def test_no_line_is_longer_than_can_be_read(qtbot: QtBot, text: ReadingText, width: int) -> None:
    text.resize(width, 600)
    qtbot.waitUntil(lambda: text.width() == width)
    # Digits and Latin letters are narrow, so a line of 42 ems may hold a few more of them.
    assert 20 <= longest_line(text) <= 46
    assert text.document().idealWidth() <= text.viewport().width()


def test_reading_text_is_larger_and_follows_the_setting(
    qtbot: QtBot, text: ReadingText, theme: Theme
) -> None:
    assert text.font().pixelSize() == 17
    theme.set_font_size(20)
    assert text.font().pixelSize() == 24


def test_lines_stand_apart_by_seven_tenths(text: ReadingText) -> None:
    block = text.document().lastBlock()
    assert block.blockFormat().lineHeight() == round(17 * 1.7)


def test_the_candidate_window_is_at_the_cursor(qtbot: QtBot, text: ReadingText) -> None:
    text.setReadOnly(False)
    text.moveCursor(QTextCursor.MoveOperation.End)
    said = text.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle).toRect()
    seen = text.cursorRect().translated(text.viewport().pos())
    assert (said.left(), said.top()) == (seen.left(), seen.top())
    assert seen.left() > QFontMetricsF(text.font()).horizontalAdvance("国") * 10


def test_composed_letters_are_not_text_and_the_commit_is(qtbot: QtBot, text: ReadingText) -> None:
    text.clear()
    text.setReadOnly(False)
    QApplication.sendEvent(text, QInputMethodEvent("xinxi", []))
    composing = text.toPlainText()
    commit = QInputMethodEvent()
    commit.setCommitString("信息")
    QApplication.sendEvent(text, commit)
    assert (composing, text.toPlainText()) == ("", "信息")
