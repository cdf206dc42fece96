"""The editor of a text: sizes, tables on screen, copying."""

from __future__ import annotations

import hashlib

import pytest
from picture_maker import picture
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from xinxi_desktop.domain.document import Document, Paragraph, Picture, Table
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.picture_shelf import PictureShelf
from xinxi_desktop.gui.theme import Theme
from xinxi_desktop.gui.widgets.body_editor import BodyEditor
from xinxi_desktop.gui.widgets.document_text import DocumentText
from xinxi_desktop.gui.widgets.title_edit import TitleEdit
from xinxi_desktop.services.office import Office
from xinxi_desktop.store.transaction import Transaction

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


# ------------------------------------------------------------ pictures


def kept_picture(office: Office, data: bytes) -> Picture:
    """Store a picture in the file."""

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        tx.put_blob(data)
        return "存图片", ()

    office.do("存图片", work)
    return Picture("b2", hashlib.sha256(data).hexdigest(), "图1 冷库")


@pytest.fixture
def illustrated(qtbot: QtBot, desk: Desk, office: Office) -> BodyEditor:
    """An editor with a text that has a picture."""
    made = BodyEditor(shelf=PictureShelf(desk))
    qtbot.addWidget(made)
    block = kept_picture(office, picture(600, 300))
    made.open_text(1, Document((Paragraph("b1", "见图。"), block)))
    made.allow_editing(True)
    made.resize(600, 400)
    made.show()
    qtbot.waitExposed(made)
    return made


def middle(editor: BodyEditor) -> QPoint:
    """The middle of the picture in the viewport."""
    document = editor.document()
    box = document.documentLayout().blockBoundingRect(document.findBlockByNumber(1))
    return box.center().toPoint() - QPoint(0, editor.verticalScrollBar().value())


def test_a_picture_is_seen_small_in_the_text(qtbot: QtBot, illustrated: BodyEditor) -> None:
    def is_drawn() -> bool:
        colour = (
            illustrated.viewport().grab().toImage().pixelColor(middle(illustrated) - QPoint(40, 20))
        )
        return colour.name().upper() == "#DCE6F0"

    qtbot.waitUntil(is_drawn)


def test_a_lost_picture_is_said_in_its_place(
    qtbot: QtBot, illustrated: BodyEditor, theme: Theme
) -> None:
    before = illustrated.viewport().grab().toImage()
    lost = Picture("b2", "f" * 64, "图1 冷库")
    illustrated.replace_text(1, Document((Paragraph("b1", "见图。"), lost)))

    qtbot.waitUntil(lambda: red(illustrated) > 20)
    assert illustrated.viewport().grab().toImage() != before


def red(editor: BodyEditor) -> int:
    image = editor.viewport().grab().toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(pixel.red() > pixel.green() + 80 for pixel in pixels)


def test_a_double_click_on_a_picture_asks_for_its_caption(
    qtbot: QtBot, illustrated: BodyEditor
) -> None:
    with qtbot.waitSignal(illustrated.caption_asked) as told:
        qtbot.mouseDClick(
            illustrated.viewport(), Qt.MouseButton.LeftButton, pos=middle(illustrated)
        )
    assert illustrated.picture_at(told.args[0]) == ("图1 冷库", 0)


def test_a_double_click_on_text_asks_nothing(qtbot: QtBot, illustrated: BodyEditor) -> None:
    with qtbot.assertNotEmitted(illustrated.caption_asked):
        qtbot.mouseDClick(illustrated.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(45, 10))


def test_a_new_caption_is_an_edit_that_can_be_undone(qtbot: QtBot, illustrated: BodyEditor) -> None:
    with qtbot.waitSignal(illustrated.edited):
        illustrated.change_picture(5, " 图1 新建冷库 ", 4000)
    changed = illustrated.read().blocks[1]
    assert (changed.caption, changed.width) == ("图1 新建冷库", 4000)
    illustrated.undo()
    assert illustrated.read().blocks[1].caption == "图1 冷库"


def test_a_table_of_10000_rows_can_be_scrolled(qtbot: QtBot, editor: BodyEditor) -> None:
    rows = (
        ("序号", "情况"),
        *[(str(n), "望川县建成共享冷库十八座，覆盖一百三十六个村") for n in range(10_000)],
    )
    editor.open_text(2, Document((Paragraph("b1", "见表。"), Table("b2", rows))))
    for share in (0.25, 0.5, 1.0):
        bar = editor.verticalScrollBar()
        bar.setValue(round(bar.maximum() * share))
        assert not editor.viewport().grab().isNull()
    assert editor.verticalScrollBar().maximum() > 100_000


def test_the_menu_of_a_picture_changes_it_or_its_caption(
    qtbot: QtBot, illustrated: BodyEditor
) -> None:
    at = middle(illustrated)
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, at, illustrated.viewport().mapToGlobal(at)
    )
    QApplication.sendEvent(illustrated.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = {action.text(): action for action in menu.actions()}
    with qtbot.waitSignal(illustrated.caption_asked):
        offered["题注和宽度…"].trigger()
    with qtbot.waitSignal(illustrated.picture_asked):
        offered["换图片…"].trigger()
    menu.close()


@pytest.mark.parametrize(
    ("character", "word"), [(5, "社区"), (10, "18座"), (4, "，"), (13, "望川县")]
)
def test_a_double_click_chooses_a_word(editor: BodyEditor, character: int, word: str) -> None:
    text = "𬭎是人名，社区食堂18座，望川县的。"
    editor.open_text(2, Document((Paragraph("b1", text),)))
    cursor = QTextCursor(editor.document())
    cursor.setPosition(character + 1)  # Qt counts 𬭎 twice.
    at = editor.cursorRect(cursor).center() + QPoint(6, 0)
    QTest.mouseDClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert editor.textCursor().selectedText() == word


def test_a_double_click_in_a_title_chooses_a_word(qtbot: QtBot, theme: Theme) -> None:
    title = TitleEdit()
    qtbot.addWidget(title)
    title.show_text("推行检查结果互认清单")
    title.resize(600, 60)
    title.show()
    cursor = title.textCursor()
    cursor.setPosition(5)
    at = title.cursorRect(cursor).center() + QPoint(6, 0)
    QTest.mouseDClick(title.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert title.textCursor().selectedText() == "结果"
