"""统计: any period, every unit, and the titles behind every number."""

from __future__ import annotations

from pathlib import Path

import office_maker as make
import pytest
import python_calamine
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QTableView
from pytestqt.qtbot import QtBot
from real_window import CONTROL, LEFT, dialog, open_views, rest

from xinxi_desktop.domain.times import today
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.views.statistics import StatisticsView
from xinxi_desktop.gui.views.statistics_period import usual_periods
from xinxi_desktop.services.articles import create_article
from xinxi_desktop.services.issues import create_issue
from xinxi_desktop.services.office import Office, find_person
from xinxi_desktop.services.printing import finalise, print_out, recheck, send_to_print
from xinxi_desktop.services.reviewing import review_article
from xinxi_desktop.services.signing import (
    chain,
    make_proof,
    send_for_signature,
    send_to_check,
    sign,
)

SUBMITTED, ITEMS, PLACES, RATE, QUICK = 2, 3, 4, 5, 6
SHIFT = Qt.KeyboardModifier.ShiftModifier


def print_issue(office: Office, publication: int, article: int) -> None:
    key = create_issue(office, publication, [article]).id
    send_to_check(office, key)
    make_proof(office, key)
    send_for_signature(office, key)
    for post in chain(office, key):
        sign(office, key, person=find_person(office, post.label), on="2026-11-20")
    recheck(office, key, person=find_person(office, "校对"))
    finalise(office, key, person=find_person(office, "科长"))
    send_to_print(office, key)
    print_out(office, key, on="2026-11-20")


@pytest.fixture
def counted(office: Office) -> list[int]:
    """Three units; the first sent three reports, one of them printed twice; the last none."""
    first, second = make.unit(office, "栖山县委办公室"), make.unit(office, "安渡区委办公室")
    make.unit(office, "白湾区委办公室")
    reports = [
        make.report(office, f"第{n}条", units=(first,), received_at=f"2026-11-1{n}T09:00:00+08:00")
        for n in range(3)
    ]
    make.report(office, "安渡一条", units=(second,), received_at="2026-11-10T09:00:00+08:00")
    article = create_article(office, [reports[0]]).id
    review_article(office, article, person=find_person(office, "科长"))
    print_issue(office, 1, article)
    print_issue(office, 5, article)
    return reports


@pytest.fixture
def view(qtbot: QtBot, desk: Desk, counted: list[int]) -> StatisticsView:
    found = open_views(qtbot, desk, [StatisticsView]).view("statistics")
    assert isinstance(found, StatisticsView)
    return found


@pytest.fixture
def november(qtbot: QtBot, desk: Desk, view: StatisticsView) -> StatisticsView:
    type_period(qtbot, desk, view, "2026-11")
    return view


def type_period(qtbot: QtBot, desk: Desk, view: StatisticsView, period: str) -> None:
    qtbot.keyClick(view.table.table, Qt.Key.Key_F, CONTROL)
    qtbot.keyClicks(view.period.short, period)
    qtbot.keyClick(view.period.short, Qt.Key.Key_Return)
    rest(qtbot, desk)


def cells(table: QTableView, column: int) -> list[str]:
    model = table.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def click(qtbot: QtBot, desk: Desk, table: QTableView, row: int, column: int) -> None:
    centre = table.visualRect(table.model().index(row, column)).center()
    qtbot.mouseClick(table.viewport(), LEFT, pos=centre)
    rest(qtbot, desk)


def listed(view: StatisticsView, column: int = 0) -> list[str]:
    shown = view.titles.stack.currentWidget()
    assert shown in (view.titles.submitted, view.titles.adopted)
    return cells(shown, column)  # type: ignore[arg-type]


def test_units_stand_in_the_offices_order_with_zero_rows(november: StatisticsView) -> None:
    table = november.table.table
    assert cells(table, 0) == ["栖山县委办公室", "安渡区委办公室", "白湾区委办公室"]
    assert cells(table, SUBMITTED) == ["3", "1", "0"]


def test_items_places_rate_and_publications_are_counted(november: StatisticsView) -> None:
    table = november.table.table
    assert [cells(table, column)[0] for column in (ITEMS, PLACES, RATE, QUICK)] == [
        "1", "2", "33.3%", "1",
    ]  # fmt: skip
    assert cells(table, RATE)[2] == "—"


def test_the_total_is_pinned_and_says_how_it_counts(november: StatisticsView) -> None:
    total = november.table.total
    assert [cells(total, column)[0] for column in (0, SUBMITTED, ITEMS, PLACES)] == [
        "合计（每条只计一次）", "4", "1", "2",
    ]  # fmt: skip
    assert total.isVisible()


def test_a_click_on_submitted_lists_as_many_titles(
    qtbot: QtBot, desk: Desk, november: StatisticsView
) -> None:
    click(qtbot, desk, november.table.table, 0, SUBMITTED)
    assert listed(november, 1) == ["第0条", "第1条", "第2条"]
    assert november.titles.heading.text() == "栖山县委办公室　报送 3"


def test_an_adopted_item_is_listed_once_with_all_its_places(
    qtbot: QtBot, desk: Desk, november: StatisticsView
) -> None:
    click(qtbot, desk, november.table.table, 0, ITEMS)
    assert listed(november) == ["第0条"]
    assert (listed(november, 1), listed(november, 2)) == (["每日快报、工作交流"], ["第1期、第1期"])


def test_places_are_listed_one_by_one(qtbot: QtBot, desk: Desk, november: StatisticsView) -> None:
    click(qtbot, desk, november.table.table, 0, PLACES)
    assert (listed(november), listed(november, 3)) == (["第0条", "第0条"], ["11-20", "11-20"])


def test_a_publications_number_lists_only_its_own_places(
    qtbot: QtBot, desk: Desk, november: StatisticsView
) -> None:
    click(qtbot, desk, november.table.table, 0, QUICK)
    assert listed(november, 1) == ["每日快报"]


def test_enter_on_the_total_lists_all(qtbot: QtBot, desk: Desk, november: StatisticsView) -> None:
    click(qtbot, desk, november.table.total, 0, ITEMS)
    qtbot.keyClick(november.table.total, Qt.Key.Key_Left)
    qtbot.keyClick(november.table.total, Qt.Key.Key_Return)
    rest(qtbot, desk)
    assert len(listed(november, 1)) == 4
    assert november.titles.heading.text() == "合计　报送 4"


def test_a_zero_says_that_there_is_nothing(
    qtbot: QtBot, desk: Desk, november: StatisticsView
) -> None:
    click(qtbot, desk, november.table.table, 2, SUBMITTED)
    assert november.titles.nothing.sentence.text() == "白湾区委办公室在这段时间没有报送。"


def test_enter_on_a_title_goes_to_the_submission(
    qtbot: QtBot, desk: Desk, november: StatisticsView, counted: list[int]
) -> None:
    asked = QSignalSpy(desk.show_asked)
    click(qtbot, desk, november.table.table, 0, SUBMITTED)
    qtbot.keyClick(november.titles.submitted, Qt.Key.Key_Down)
    qtbot.keyClick(november.titles.submitted, Qt.Key.Key_Return)
    assert asked.at(0) == ["submission", counted[1]]


def click_heading(qtbot: QtBot, view: StatisticsView, column: int) -> None:
    header = view.table.table.horizontalHeader()
    middle = header.sectionViewportPosition(column) + header.sectionSize(column) // 2
    qtbot.mouseClick(header.viewport(), LEFT, pos=QPoint(middle, header.height() // 2))


def test_only_a_click_on_a_heading_sorts_and_a_button_brings_the_order_back(
    qtbot: QtBot, november: StatisticsView
) -> None:
    click_heading(qtbot, november, SUBMITTED)
    rising = cells(november.table.table, SUBMITTED)
    qtbot.mouseClick(november.order, LEFT)
    assert (rising, cells(november.table.table, SUBMITTED)) == (["0", "1", "3"], ["3", "1", "0"])


def test_units_without_a_rate_stay_last_when_sorted_by_it(
    qtbot: QtBot, november: StatisticsView
) -> None:
    click_heading(qtbot, november, RATE)
    click_heading(qtbot, november, RATE)
    assert cells(november.table.table, RATE) == ["33.3%", "0.0%", "—"]


def test_zero_rows_go_only_when_the_person_says_so(qtbot: QtBot, november: StatisticsView) -> None:
    qtbot.mouseClick(november.only_active, LEFT, pos=QPoint(8, november.only_active.height() // 2))
    assert cells(november.table.table, 0) == ["栖山县委办公室", "安渡区委办公室"]


def test_the_whole_table_is_copied_with_its_heading_and_total(
    qtbot: QtBot, november: StatisticsView
) -> None:
    qtbot.keyClick(november.table.table, Qt.Key.Key_C, CONTROL | SHIFT)
    lines = [line.split("\t") for line in QApplication.clipboard().text().split("\n")]
    assert lines[0][:4] == ["单位", "类别", "报送", "采用条数"]
    assert (len(lines), lines[1][0], lines[-1][2]) == (5, "栖山县委办公室", "4")


def test_selected_cells_are_copied(qtbot: QtBot, desk: Desk, november: StatisticsView) -> None:
    table = november.table.table
    click(qtbot, desk, table, 0, SUBMITTED)
    qtbot.keyClick(table, Qt.Key.Key_Right, SHIFT)
    qtbot.keyClick(table, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(table, Qt.Key.Key_C, CONTROL)
    assert QApplication.clipboard().text() == "3\t1\n1\t0"


def test_a_period_without_data_is_said_over_a_table_of_zeros(
    qtbot: QtBot, desk: Desk, view: StatisticsView
) -> None:
    type_period(qtbot, desk, view, "2019Q2")
    assert view.heading.text() == "2019-04-01 至 2019-06-30"
    assert "没有收到来稿" in view.remark.text()
    assert set(cells(view.table.table, SUBMITTED)) == {"0"}


def test_a_period_that_cannot_be_read_is_said_and_the_table_stays(
    qtbot: QtBot, desk: Desk, november: StatisticsView
) -> None:
    type_period(qtbot, desk, november, "2026Q9")
    assert november.problem.isVisible() and "看不懂期间“2026Q9”" in november.problem.text()
    assert november.heading.text() == "2026-11-01 至 2026-11-30"


def test_two_dates_make_a_period(qtbot: QtBot, desk: Desk, view: StatisticsView) -> None:
    for field, day in ((view.period.start, "2026-11-11"), (view.period.end, "2026-11-11")):
        field.selectAll()
        qtbot.keyClicks(field, day)
        qtbot.keyClick(field, Qt.Key.Key_Return)
        rest(qtbot, desk)
    assert cells(view.table.table, SUBMITTED) == ["1", "0", "0"]


def test_a_button_takes_last_year(qtbot: QtBot, desk: Desk, view: StatisticsView) -> None:
    button = next(each for each in view.period.group.buttons() if each.text().strip() == "去年")
    qtbot.mouseClick(button, LEFT)
    rest(qtbot, desk)
    last = usual_periods(today())["去年"]
    assert view.heading.text() == f"{last}-01-01 至 {last}-12-31"


@pytest.mark.parametrize(
    "day, expected",
    [
        ("2026-11-22", ["2026-11", "2026-10", "2026Q4", "2026H1", "2026", "2025"]),
        ("2027-01-04", ["2027-01", "2026-12", "2027Q1", "2027H1", "2027", "2026"]),
    ],
)
def test_usual_periods_turn_with_the_year(day: str, expected: list[str]) -> None:
    assert list(usual_periods(day).values()) == expected


def test_the_table_is_exported_for_excel(
    qtbot: QtBot, desk: Desk, november: StatisticsView, tmp_path: Path
) -> None:
    qtbot.mouseClick(november.export, LEFT)
    shown = dialog(qtbot, QFileDialog)
    line = shown.findChild(QLineEdit, "fileNameEdit")
    proposed = line.text()
    QApplication.clipboard().setText(str(tmp_path / "count.xlsx"))
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_V, CONTROL)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not shown.isVisible())
    rest(qtbot, desk)
    book = python_calamine.CalamineWorkbook.from_path(tmp_path / "count.xlsx")
    rows = book.get_sheet_by_index(0).to_python()
    assert any("栖山县委办公室" in row for row in rows)
    assert proposed == "信息报送采用统计 2026-11-01 至 2026-11-30.xlsx"


def test_the_charts_are_shown_and_spoken(
    qtbot: QtBot, view: StatisticsView, counted: list[int]
) -> None:
    qtbot.mouseClick(view.switch.buttons["charts"], LEFT)
    sheet = view.charts.sheet
    assert sheet.isVisible() and sheet.height() > 200
    assert "栖山县委办公室报送 3 采用 1" in sheet.accessibleDescription()


def test_the_copied_table_is_a_table_for_word_too(
    qtbot: QtBot, view: StatisticsView, counted: list[int]
) -> None:
    qtbot.mouseClick(view.copy, LEFT)
    data = QApplication.clipboard().mimeData()
    assert "<table" in data.html() and "栖山县委办公室\t" in data.text()


def test_escape_goes_back_from_the_titles_to_their_number(
    qtbot: QtBot, desk: Desk, november: StatisticsView
) -> None:
    table = november.table.table
    click(qtbot, desk, table, 0, SUBMITTED)
    november.titles.submitted.setFocus()
    qtbot.keyClick(november.titles.submitted, Qt.Key.Key_Escape)
    assert table.hasFocus() and table.currentIndex().column() == SUBMITTED
