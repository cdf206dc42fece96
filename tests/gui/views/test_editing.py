"""编辑: writing: typing, undo, headings, tables, paste and drag."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import hands
import office_maker as make
import pytest
from picture_maker import picture
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from xinxi_desktop.domain.document import Document, Heading, Paragraph, Picture, Table
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.form_dialog import FormDialog
from xinxi_desktop.gui.main_window import MainWindow
from xinxi_desktop.gui.notify import Notifier
from xinxi_desktop.gui.views.editing import EditingView
from xinxi_desktop.gui.widgets.count_label import CountLabel
from xinxi_desktop.services import articles

Open = Callable[[], EditingView]
TABLE = Table("b2", (("单位", "条数"), ("安渡区", "3")))


def body(desk: Desk, key: int) -> list[str]:
    return [block.text for block in articles.article(desk.office, key)["document"].blocks]


def state(desk: Desk, key: int) -> str:
    return str(articles.article(desk.office, key)["state"])


def write_at_start(view: EditingView, words: str) -> None:
    view.pane.body.setFocus()
    hands.press(Qt.Key.Key_Home, hands.CTRL)
    hands.write(words)


# ------------------------------------------------------------ writing


def test_the_first_article_is_open_with_its_original_beside_it(editing: Open, draft: int) -> None:
    view = editing()
    assert view.pane.body.toPlainText() == "第一段。\n第二段。"
    assert "社区食堂" in view.aside.originals.text.toPlainText()
    assert view.pane.units.text() == "供稿单位：安渡区委办公室"


def test_what_is_typed_is_counted_at_the_next_pause_and_saved_by_ctrl_s(
    editing: Open, draft: int, desk: Desk, qtbot: QtBot
) -> None:
    view = editing()
    write_at_start(view, "刘𬭎说：")
    assert view.pane.unsaved.isVisible()
    qtbot.waitUntil(lambda: view.pane.count.text() == "正文 12 字")
    hands.press(Qt.Key.Key_S, hands.CTRL)
    assert body(desk, draft) == ["刘𬭎说：第一段。", "第二段。"]
    assert not view.pane.unsaved.isVisible()


def test_letters_being_composed_are_neither_counted_nor_disturbed(
    editing: Open, draft: int, qtbot: QtBot
) -> None:
    view = editing()
    view.pane.body.setFocus()
    hands.compose("shi tang")
    block = view.pane.body.document().firstBlock()
    assert view.pane.count.text() == "正文 8 字" and not view.pane.unsaved.isVisible()
    assert block.layout().preeditAreaText() == "shi tang"
    hands.write("食堂")
    qtbot.waitUntil(lambda: view.pane.count.text() == "正文 10 字")


def test_ctrl_z_in_the_text_takes_back_typing_and_no_act(
    editing: Open, draft: int, desk: Desk
) -> None:
    view = editing()
    write_at_start(view, "新写的。")
    hands.press(Qt.Key.Key_Z, hands.CTRL)
    assert view.pane.body.toPlainText().startswith("第一段")
    assert not view.pane.unsaved.isVisible() and state(desk, draft) == "draft"


@pytest.mark.parametrize(
    "key, held", [(Qt.Key.Key_Y, hands.CTRL), (Qt.Key.Key_Z, hands.CTRL | hands.SHIFT)]
)
def test_what_was_taken_back_in_the_text_is_done_again_in_the_text(
    editing: Open, draft: int, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    view = editing()
    write_at_start(view, "新写的。")
    hands.press(Qt.Key.Key_Z, hands.CTRL)
    hands.press(key, held)
    assert view.pane.body.toPlainText().startswith("新写的。第一段")


def test_undo_still_works_after_saving_and_after_another_article(
    editing: Open, two: tuple[int, int]
) -> None:
    view = editing()
    write_at_start(view, "新写的。")
    hands.press(Qt.Key.Key_S, hands.CTRL)
    view.listing.setFocus()
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Up)
    view.pane.body.setFocus()
    hands.press(Qt.Key.Key_Z, hands.CTRL)
    assert view.pane.body.toPlainText() == "全县建成冷库18座。"


def test_the_title_is_edited_and_enter_goes_on_to_the_text(
    editing: Open, draft: int, desk: Desk
) -> None:
    view = editing()
    view.pane.title.setFocus()
    hands.press(Qt.Key.Key_End)
    hands.write("送餐上门")
    hands.press(Qt.Key.Key_Return)
    assert hands.focused() is view.pane.body
    hands.press(Qt.Key.Key_S, hands.CTRL)
    assert articles.article(desk.office, draft)["title"] == "社区食堂送餐上门"


def test_an_empty_title_is_refused_and_the_text_stays(
    editing: Open, draft: int, notifier: Notifier, desk: Desk
) -> None:
    view = editing()
    view.pane.title.setFocus()
    hands.press(Qt.Key.Key_A, hands.CTRL)
    hands.press(Qt.Key.Key_Delete)
    write_at_start(view, "新写的。")
    hands.press(Qt.Key.Key_S, hands.CTRL)
    assert notifier.history[-1].text.startswith("标题是空的，没有保存")
    assert view.pane.body.toPlainText().startswith("新写的。") and view.pane.unsaved.isVisible()


def test_a_line_with_a_numeral_is_a_heading_and_looks_like_one(
    qtbot: QtBot, editing: Open, draft: int, desk: Desk
) -> None:
    view = editing()
    write_at_start(view, "一、做法")
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_S, hands.CTRL)
    first = articles.article(desk.office, draft)["document"].blocks[0]
    assert isinstance(first, Heading) and first.level == 1
    layout = view.pane.body.document().firstBlock().layout()
    qtbot.waitUntil(lambda: len(layout.formats()) == 1)
    assert layout.formats()[0].length == 4 and layout.formats()[0].format.fontWeight() > 500


def test_shift_enter_begins_a_paragraph_too(editing: Open, draft: int, desk: Desk) -> None:
    view = editing()
    write_at_start(view, "甲。")
    hands.press(Qt.Key.Key_Return, hands.SHIFT)
    hands.press(Qt.Key.Key_S, hands.CTRL)
    assert body(desk, draft) == ["甲。", "第一段。", "第二段。"]


def test_a_table_survives_editing_around_it(editing: Open, desk: Desk) -> None:
    text = Document((Paragraph("b1", "见下表。"), TABLE, Paragraph("b3", "完。")))
    key = articles.create_article(desk.office, [make.report(desk.office)], body=text).id
    view = editing()
    write_at_start(view, "各单位报送情况")
    hands.press(Qt.Key.Key_S, hands.CTRL)
    assert articles.article(desk.office, key)["document"].blocks[1] == TABLE
    assert view.pane.count.text() == "正文 21 字"


def test_a_table_is_deleted_and_brought_back_whole(editing: Open, desk: Desk) -> None:
    text = Document((Paragraph("b1", "见下表。"), TABLE))
    key = articles.create_article(desk.office, [make.report(desk.office)], body=text).id
    view = editing()
    view.pane.body.setFocus()
    hands.press(Qt.Key.Key_End, hands.CTRL)
    hands.press(Qt.Key.Key_Backspace)
    hands.press(Qt.Key.Key_S, hands.CTRL)
    assert len(articles.article(desk.office, key)["document"].blocks) == 1
    hands.press(Qt.Key.Key_Z, hands.CTRL)
    hands.press(Qt.Key.Key_S, hands.CTRL)
    assert articles.article(desk.office, key)["document"] == text


def test_pasting_takes_plain_text_one_paragraph_a_line(
    editing: Open, draft: int, desk: Desk
) -> None:
    view = editing()
    data = QMimeData()
    data.setHtml("<p><b>红字</b></p>")
    data.setText("　　红字\r\n\r\n　　第二行\r\n")
    QApplication.clipboard().setMimeData(data)
    view.pane.body.setFocus()
    hands.press(Qt.Key.Key_V, hands.CTRL)
    hands.press(Qt.Key.Key_S, hands.CTRL)
    assert body(desk, draft) == ["红字", "第二行第一段。", "第二段。"]


def test_a_sentence_is_dragged_over_from_the_original(
    editing: Open, draft: int, desk: Desk
) -> None:
    view = editing()
    write_at_start(view, "按：")
    original = view.aside.originals.text
    original.setFocus()
    hands.press(Qt.Key.Key_End, hands.CTRL)
    hands.press(Qt.Key.Key_Home, hands.SHIFT)
    data = original.createMimeDataFromSelection()
    end = view.pane.body.cursorRect(_end(view)).center()
    hands.drop(view.pane.body.viewport(), data, end)
    hands.press(Qt.Key.Key_S, hands.CTRL)
    assert body(desk, draft) == ["按：第一段。", "第二段。第二段。"]


def test_the_original_cannot_be_written_in(editing: Open, draft: int) -> None:
    view = editing()
    before = view.aside.originals.text.toPlainText()
    view.aside.originals.text.setFocus()
    hands.write("改")
    hands.press(Qt.Key.Key_Delete)
    assert view.aside.originals.text.toPlainText() == before


def test_ctrl_k_in_the_text_finds_instead_of_deleting(editing: Open, draft: int) -> None:
    view = editing()
    view.pane.body.setFocus()
    hands.press(Qt.Key.Key_K, hands.CTRL)
    window = view.window()
    assert isinstance(window, MainWindow)
    assert hands.focused() is window.search
    assert view.pane.body.toPlainText() == "第一段。\n第二段。"


def _end(view: EditingView) -> QTextCursor:
    cursor = view.pane.body.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    return cursor


# ------------------------------------------------------------ pictures


def test_a_caption_is_changed_in_the_text_and_saved(
    qtbot: QtBot, editing: Open, desk: Desk
) -> None:
    body = Document((Paragraph("b1", "见图。"), Picture("b2", "0" * 64, "图1 冷库", 4000)))
    key = articles.create_article(desk.office, [make.report(desk.office)], body=body).id
    view = editing()
    view.pane.body.caption_asked.emit(5)
    dialog = hands.dialog(qtbot, FormDialog)
    assert dialog.form.values() == {"caption": "图1 冷库", "width": 71}
    hands.press(Qt.Key.Key_A, hands.CTRL)
    hands.write("图1 新建冷库分布")
    hands.click(dialog.go)

    qtbot.waitUntil(view.pane.unsaved.isVisible)
    view.save()
    saved = articles.article(desk.office, key)["document"].blocks[1]
    assert (saved.caption, saved.width) == ("图1 新建冷库分布", 4000)


def test_a_picture_is_put_in_below_the_cursor_s_paragraph_and_saved(
    qtbot: QtBot, editing: Open, draft: int, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "store.png"
    path.write_bytes(picture())
    view = editing()
    view.pane.body.setFocus()
    hands.press(Qt.Key.Key_I, hands.CTRL | hands.SHIFT)
    hands.pick(qtbot, path)
    qtbot.waitUntil(view.pane.unsaved.isVisible)
    view.save()

    first, shown, second = articles.article(desk.office, draft)["document"].blocks
    assert (first.text, second.text) == ("第一段。", "第二段。")
    assert desk.office.file.blob(shown.blob).startswith(b"\x89PNG")


def test_a_lost_picture_is_changed_for_another_and_keeps_its_caption(
    qtbot: QtBot, editing: Open, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "store.jpg"
    path.write_bytes(picture(format_="JPEG"))
    body = Document((Paragraph("b1", "见图。"), Picture("b2", "0" * 64, "图1 冷库")))
    articles.create_article(desk.office, [make.report(desk.office)], body=body)
    view = editing()
    view.pane.body.picture_asked.emit(5)
    hands.pick(qtbot, path)
    qtbot.waitUntil(view.pane.unsaved.isVisible)

    shown = view.pane.body.read().blocks[1]
    assert shown.caption == "图1 冷库" and shown.blob != "0" * 64
    view.pane.body.undo()
    assert view.pane.body.read() == body


def test_a_file_that_is_no_picture_is_said_and_the_text_stays(
    qtbot: QtBot, editing: Open, draft: int, notifier: Notifier, tmp_path: Path
) -> None:
    path = tmp_path / "false.png"
    path.write_bytes(b"no picture")
    view = editing()
    view.pane.body.setFocus()
    hands.press(Qt.Key.Key_I, hands.CTRL | hands.SHIFT)
    hands.pick(qtbot, path)

    qtbot.waitUntil(lambda: any("没有收入：图片损坏" in each.text for each in notifier.history))
    assert not view.pane.dirty


def test_how_many_the_list_shows_stands_beside_the_filter(
    qtbot: QtBot, editing: Open, two: tuple[int, int]
) -> None:
    view = editing()
    count = view.findChild(CountLabel)
    assert count.isVisible() and count.text() == "共 2 篇"
    view.words.setFocus()
    hands.write(view.model.row(0)["title"])
    qtbot.waitUntil(lambda: count.text() == "共 1 篇")
