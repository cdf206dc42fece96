"""编辑: tables in the text."""

from __future__ import annotations

from collections.abc import Callable

import hands
import office_maker as make
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from xinxi_desktop.domain.document import Document, Paragraph, Table
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.final import FinalDialog
from xinxi_desktop.gui.dialogs.table import TableDialog
from xinxi_desktop.gui.views.editing import EditingView
from xinxi_desktop.services import articles
from xinxi_desktop.services.issues import items

Open = Callable[[], EditingView]
TABLE = Table("b2", (("单位", "条数"), ("安渡\n区", "3")))


@pytest.fixture
def view(editing: Open, draft: int, desk: Desk) -> EditingView:
    """An article whose second block is a table, the cursor in its first."""
    body = Document((Paragraph("b1", "见下表。"), TABLE, Paragraph("b3", "完。")))
    articles.save_revision(desk.office, draft, "题", body)
    made = editing()
    made.pane.body.setFocus()
    return made


def shown(view: EditingView) -> list[Table]:
    return [block for block in view.pane.text()[1].blocks if isinstance(block, Table)]


def opened(qtbot: QtBot, view: EditingView) -> TableDialog:
    """Double-click the table."""
    body = view.pane.body
    block = body.document().findBlockByNumber(1)
    at = body.document().documentLayout().blockBoundingRect(block).center().toPoint()
    QTest.mouseDClick(body.viewport(), Qt.MouseButton.LeftButton, pos=at)
    return hands.dialog(qtbot, TableDialog)


def write_in(dialog: TableDialog, row: int, column: int, words: str) -> None:
    """Open a cell with F2, type, and go on."""
    dialog.cells.setFocus()
    dialog.cells.setCurrentCell(row, column)
    hands.press(Qt.Key.Key_F2)
    hands.focused().selectAll()  # type: ignore[attr-defined]
    hands.write(words)
    hands.press(Qt.Key.Key_Tab)


def test_a_double_click_opens_the_cells_and_a_change_is_one_step_of_undo(
    qtbot: QtBot, view: EditingView
) -> None:
    dialog = opened(qtbot, view)
    write_in(dialog, 1, 1, "5")
    hands.click(dialog.go)
    assert shown(view)[0].rows == (("单位", "条数"), ("安渡\n区", "5"))
    view.window().activateWindow()
    qtbot.waitUntil(view.window().isActiveWindow)
    view.pane.body.setFocus()
    hands.press(Qt.Key.Key_Z, hands.CTRL)
    assert shown(view) == [TABLE] and not view.pane.dirty


def test_rows_and_columns_are_put_in_and_taken_out(qtbot: QtBot, view: EditingView) -> None:
    dialog = opened(qtbot, view)
    dialog.cells.setCurrentCell(1, 1)
    hands.click(dialog.tools["加一行"])
    write_in(dialog, 2, 0, "白湾区")
    hands.click(dialog.tools["删列"])
    dialog.cells.setCurrentCell(0, 0)
    hands.click(dialog.tools["加一列"])
    hands.click(dialog.go)
    assert [len(row) for row in shown(view)[0].rows] == [2, 2, 2]


def test_a_cell_of_several_lines_keeps_them(qtbot: QtBot, view: EditingView) -> None:
    dialog = opened(qtbot, view)
    dialog.cells.setCurrentCell(1, 0)
    hands.press(Qt.Key.Key_F2)
    assert isinstance(hands.focused(), QPlainTextEdit)
    hands.write("新")
    hands.press(Qt.Key.Key_Tab)
    hands.click(dialog.go)
    assert "\n" in shown(view)[0].rows[1][0]


def test_what_is_being_written_counts_when_one_says_so(qtbot: QtBot, view: EditingView) -> None:
    dialog = opened(qtbot, view)
    dialog.cells.setCurrentCell(1, 1)
    hands.press(Qt.Key.Key_F2)
    assert isinstance(hands.focused(), QLineEdit)
    hands.write("9")
    hands.click(dialog.go)
    assert "9" in shown(view)[0].rows[1][1]


def test_a_new_table_is_filled_from_excel_and_stands_below_the_paragraph(
    qtbot: QtBot, view: EditingView
) -> None:
    hands.press(Qt.Key.Key_T, hands.CTRL | hands.SHIFT)
    dialog = hands.dialog(qtbot, TableDialog)
    QApplication.clipboard().setText("a\tb\tc\td\n1\t2\t3\t4\n")
    hands.press(Qt.Key.Key_V, hands.CTRL)
    hands.click(dialog.go)
    assert shown(view)[0].rows == (("a", "b", "c", "d"), ("1", "2", "3", "4"))


def test_an_empty_table_is_not_put_in(qtbot: QtBot, view: EditingView) -> None:
    hands.press(Qt.Key.Key_T, hands.CTRL | hands.SHIFT)
    dialog = hands.dialog(qtbot, TableDialog)
    hands.click(dialog.go)
    assert dialog.problem.isVisible() and shown(view) == [TABLE]


def test_leaving_filled_cells_is_asked_and_enter_keeps_them(
    qtbot: QtBot, view: EditingView
) -> None:
    dialog = opened(qtbot, view)
    write_in(dialog, 1, 1, "5")
    hands.press(Qt.Key.Key_Escape)  # The next cell is open: this leaves only the cell.
    hands.press(Qt.Key.Key_Escape)
    asked = hands.dialog(qtbot, FinalDialog)
    assert asked.form.heading.text() == "放弃填好的表格吗？"
    hands.press(Qt.Key.Key_Return)
    assert dialog.isVisible() and dialog.rows()[1][1] == "5"


@pytest.mark.parametrize("leave", ["Esc", "×"])
def test_filled_cells_are_left_only_when_one_says_so(
    qtbot: QtBot, view: EditingView, leave: str
) -> None:
    dialog = opened(qtbot, view)
    write_in(dialog, 1, 1, "5")
    hands.press(Qt.Key.Key_Escape)  # The next cell is open: this leaves only the cell.
    if leave == "×":
        dialog.close()
    else:
        hands.press(Qt.Key.Key_Escape)
    with qtbot.waitSignal(dialog.rejected):
        hands.click(hands.dialog(qtbot, FinalDialog).form.go)
    assert shown(view) == [TABLE]


def test_cells_that_were_not_changed_are_left_at_once(qtbot: QtBot, view: EditingView) -> None:
    dialog = opened(qtbot, view)
    with qtbot.waitSignal(dialog.rejected):
        hands.press(Qt.Key.Key_Escape)


def test_a_signed_article_gets_no_table(editing: Open, desk: Desk) -> None:
    key = items(desk.office, make.signed_issue(desk.office))[0]["article"]
    view = editing()
    view.show_item("article", key)
    hands.press(Qt.Key.Key_T, hands.CTRL | hands.SHIFT)
    assert not isinstance(QApplication.activeWindow(), TableDialog)
