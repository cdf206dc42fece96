from dataclasses import replace

import pytest
from demo_view import COLUMNS, fetch
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from xinxi_desktop import settings
from xinxi_desktop.gui.models.rows import RowModel
from xinxi_desktop.gui.theme import Theme
from xinxi_desktop.gui.widgets.list_view import ListView


@pytest.fixture
def listing(qtbot: QtBot, theme: Theme, values: settings.Settings) -> ListView:
    model = RowModel(COLUMNS, fetch)
    view = ListView("inbox", model, values)
    qtbot.addWidget(view)
    view.resize(700, 500)
    model.replace(range(1, 31))
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    view.setFocus()
    return view


def press(qtbot: QtBot, view: ListView, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(view, key)


def test_the_first_row_is_chosen_when_a_list_appears(listing: ListView) -> None:
    assert listing.current_id() == 1


def test_the_arrow_keys_choose(qtbot: QtBot, listing: ListView) -> None:
    with qtbot.waitSignal(listing.chosen) as told:
        press(qtbot, listing, Qt.Key.Key_Down)
    assert told.args == [2]


def test_the_selection_stays_with_its_records_in_another_order(
    qtbot: QtBot, listing: ListView
) -> None:
    press(qtbot, listing, Qt.Key.Key_Down)
    qtbot.keyClick(listing, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    listing.rows.replace(range(30, 0, -1))
    assert listing.selected_ids() == [3, 2]


def test_when_the_chosen_record_leaves_the_next_takes_its_place(
    qtbot: QtBot, listing: ListView
) -> None:
    press(qtbot, listing, Qt.Key.Key_Down)
    with qtbot.waitSignal(listing.chosen) as told:
        listing.rows.replace([key for key in range(1, 31) if key != 2])
    assert told.args == [3]


def test_an_emptied_list_chooses_nothing(qtbot: QtBot, listing: ListView) -> None:
    with qtbot.waitSignal(listing.chosen) as told:
        listing.rows.replace([])
    assert told.args == [0]


def test_enter_opens_the_current_row(qtbot: QtBot, listing: ListView) -> None:
    with qtbot.waitSignal(listing.activated_id) as told:
        press(qtbot, listing, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert told.args == [2]


def test_ctrl_c_copies_the_selected_rows_as_cells(qtbot: QtBot, listing: ListView) -> None:
    qtbot.keyClick(listing, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(listing, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QApplication.clipboard().text().split("\n")
    assert [line.split("\t")[0] for line in lines] == ["1", "2"]
    assert lines[0].split("\t")[1] == "老旧小区充电设施“建而难用”"


def test_a_digit_is_left_to_the_view(qtbot: QtBot, listing: ListView) -> None:
    press(qtbot, listing, Qt.Key.Key_5)
    assert listing.current_id() == 1


def test_rows_are_two_text_heights_high_at_every_size(
    qtbot: QtBot, listing: ListView, theme: Theme
) -> None:
    theme.set_font_size(20)
    assert 40 <= listing.rowHeight(0) <= 44


def test_a_column_width_is_remembered(
    qtbot: QtBot, listing: ListView, values: settings.Settings
) -> None:
    header = listing.horizontalHeader()
    edge = header.sectionViewportPosition(3) - 1
    height = header.height() // 2
    before = header.sectionSize(2)
    qtbot.mousePress(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(edge, height))
    qtbot.mouseMove(header.viewport(), QPoint(edge + 30, height))
    qtbot.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(edge + 30, height))
    assert header.sectionSize(2) == before + 30
    assert values.get(settings.COLUMNS)["inbox"]["unit"] == before + 30


def test_a_click_on_a_heading_asks_for_that_order(qtbot: QtBot, listing: ListView) -> None:
    header = listing.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(2) + 20, header.height() // 2)
    with qtbot.waitSignal(listing.rows.sort_asked) as told:
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == ["unit", False]


def test_columns_grow_with_the_text_size_and_are_not_taken_for_chosen_ones(
    listing: ListView, theme: Theme, values: settings.Settings
) -> None:
    before = listing.columnWidth(2)
    theme.set_font_size(20)
    assert listing.columnWidth(2) > before
    assert values.get(settings.COLUMNS) == {}


def test_in_a_narrow_list_the_stretched_column_keeps_half_its_width(listing: ListView) -> None:
    listing.resize(300, 500)
    title = listing.rows.columns[1]
    character = listing.fontMetrics().horizontalAdvance("国")
    assert listing.columnWidth(1) == title.width * character // 2
    listing.resize(900, 500)
    assert listing.horizontalHeader().length() == listing.viewport().width()


def test_what_can_be_spared_gives_way_to_the_stretched_column(
    qtbot: QtBot, theme: Theme, values: settings.Settings
) -> None:
    columns = [replace(each, spare=int(each.key == "unit")) for each in COLUMNS]
    view = ListView("spare", RowModel(columns, fetch), values)
    qtbot.addWidget(view)
    view.resize(320, 500)
    view.show()
    assert view.isColumnHidden(2) and not view.isColumnHidden(3)
    view.resize(900, 500)
    assert not view.isColumnHidden(2)


def test_a_row_of_two_lines_has_room_for_them(
    qtbot: QtBot, theme: Theme, values: settings.Settings
) -> None:
    view = ListView("lines", RowModel(COLUMNS, fetch), values, lines=2)
    qtbot.addWidget(view)
    view.rows.replace([1])
    assert view.rowHeight(0) >= 2 * view.fontMetrics().lineSpacing()
