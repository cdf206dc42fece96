"""The columns of 收稿 that a person wants to see."""

from __future__ import annotations

from collections.abc import Callable

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
