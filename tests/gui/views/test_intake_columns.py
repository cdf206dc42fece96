"""The columns of 收稿 that a person wants to see."""

from __future__ import annotations

from collections.abc import Callable

import hands
import office_maker as make
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from xinxi_desktop import settings
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.views.intake import IntakeView
from xinxi_desktop.gui.views.intake_listing import IntakeListing

Open = Callable[[], IntakeView]


def test_a_column_is_hidden_by_the_menu_of_the_head_and_stays_hidden(
    qtbot: QtBot, intake: Open, three: list[int], desk: Desk
) -> None:
    view = intake()
    place = [column.key for column in view.model.columns].index("kind")
    view.listing.horizontalHeader().customContextMenuRequested.emit(QPoint(5, 5))
    qtbot.waitUntil(view.listing.columns_menu.isVisible)
    next(each for each in view.listing.columns_menu.actions() if each.text() == "类型").trigger()
    view.listing.columns_menu.close()
    assert view.listing.isColumnHidden(place)
    assert "inbox.list.kind" in desk.values.get(settings.FOLDED)
    again = IntakeListing(view.model, desk.values)
    qtbot.addWidget(again)
    assert again.isColumnHidden(place)


def test_numbers_and_days_of_earlier_years_are_shown_whole(intake: Open, desk: Desk) -> None:
    make.report(desk.office, "旧稿", received_at="2020-01-05T09:00:00+08:00")
    for _ in range(9):
        make.report(desk.office, "又一旧稿", received_at="2020-02-05T09:00:00+08:00")
    for _ in range(60):
        make.report(desk.office, "新稿")
    view = intake()
    hands.choose_queue(view.queues, "全部")
    places = {column.key: place for place, column in enumerate(view.model.columns)}
    for key, text in (("number", "2020-10"), ("received_at", "2020-02-05")):
        room = view.listing.columnWidth(places[key]) - 16
        assert view.listing.model().index(60, places[key]).data() == text
        assert room >= view.listing.fontMetrics().horizontalAdvance(text)
