"""At the largest text on a small screen nothing is cut in half; what lacks room scrolls."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import office_maker as make
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot
from real_window import open_views, rest

from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.models.columns import Column
from xinxi_desktop.gui.models.rows import RowModel
from xinxi_desktop.gui.theme import Theme
from xinxi_desktop.gui.views import editing_lists, intake_lists
from xinxi_desktop.gui.views import layout_words as words
from xinxi_desktop.gui.views.intake import IntakeView
from xinxi_desktop.gui.views.layout import LayoutView
from xinxi_desktop.gui.views.settings_page import SettingsPage
from xinxi_desktop.gui.views.statistics import StatisticsView
from xinxi_desktop.gui.widgets.count_label import CountLabel
from xinxi_desktop.gui.widgets.list_view import ListView
from xinxi_desktop.gui.widgets.yielding_area import YieldingArea

pytestmark = pytest.mark.usefixtures("largest")
_PADDING = 16
COUNTED = (intake_lists.COLUMNS, editing_lists.COLUMNS, words.ITEM_COLUMNS, words.POOL_COLUMNS)


@pytest.fixture
def largest(theme: Theme) -> Iterator[None]:
    """The largest text, and the usual one again afterwards."""
    theme.set_font_size(20)
    yield
    theme.set_font_size(14)


def test_no_field_of_the_registration_is_lower_than_its_words(
    intake: Callable[[], IntakeView], three: list[int]
) -> None:
    view = intake()
    view.window().resize(1366, 600)
    QApplication.processEvents()
    for field in view.detail.form.fields.inputs.values():
        assert field.height() >= field.minimumSizeHint().height()


def test_the_count_of_the_list_is_shown_whole(
    intake: Callable[[], IntakeView], three: list[int]
) -> None:
    count = intake().findChild(CountLabel)
    assert count.width() >= count.sizeHint().width() > 0


@pytest.mark.parametrize("size", [14, 20])
@pytest.mark.parametrize("columns", COUNTED)
def test_thirty_thousand_characters_are_counted_in_full(
    qtbot: QtBot, desk: Desk, columns: Sequence[Column], size: int
) -> None:
    desk.theme.set_font_size(size)
    listing = ListView("counted", RowModel(columns, lambda _ids: ()), desk.values)
    qtbot.addWidget(listing)
    place = next(n for n, column in enumerate(columns) if column.key == "characters")
    room = listing.columnWidth(place) - _PADDING
    assert room >= listing.fontMetrics().horizontalAdvance("30,645")


def test_a_field_below_the_fold_is_scrolled_to(
    qtbot: QtBot, intake: Callable[[], IntakeView], three: list[int]
) -> None:
    view = intake()
    area = view.detail.findChild(YieldingArea)
    area.setMaximumHeight(120)
    last = view.detail.form.fields.inputs["to_verify"]
    view.detail.form.fields.inputs["commissioned"].setFocus()
    qtbot.keyClick(view.detail.form.fields.inputs["commissioned"], Qt.Key.Key_Tab)
    assert last.hasFocus()
    qtbot.waitUntil(lambda: not last.visibleRegion().isEmpty())


def test_units_keep_their_room_in_the_counts_and_the_total_stays_below(
    qtbot: QtBot, desk: Desk
) -> None:
    make.unit(desk.office, "云澜高新区党工委管委会办公室")
    view = open_views(qtbot, desk, [StatisticsView]).view("statistics")
    assert isinstance(view, StatisticsView)
    rest(qtbot, desk)
    table, total = view.table.table, view.table.total
    assert table.columnWidth(0) >= table.fontMetrics().horizontalAdvance("国") * 8
    table.horizontalScrollBar().setValue(table.horizontalScrollBar().maximum())
    last = view.table.model.columnCount() - 1
    assert table.horizontalScrollBar().maximum() > 0
    assert table.columnViewportPosition(last) == total.columnViewportPosition(last)


def test_the_settings_scroll_downwards_only(qtbot: QtBot, desk: Desk) -> None:
    page = open_views(qtbot, desk, [SettingsPage]).view("settings")
    rest(qtbot, desk)
    assert page.findChild(QScrollArea).horizontalScrollBar().maximum() == 0


def test_the_name_of_an_issue_and_who_edits_it_are_shown_whole(qtbot: QtBot, desk: Desk) -> None:
    make.issue(desk.office)
    view = open_views(qtbot, desk, [LayoutView]).view("layout")
    assert isinstance(view, LayoutView)
    title = view.issue.head.title
    assert title.height() >= title.heightForWidth(title.width())
    assert view.listing.horizontalScrollBar().maximum() == 0
