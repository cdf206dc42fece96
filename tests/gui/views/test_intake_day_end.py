"""日清 (Ctrl+D): what has no decision, oldest first."""

from __future__ import annotations

from collections.abc import Callable

import hands
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from xinxi_desktop.domain.vocabulary import Disposition
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.day_end import DayEndDialog
from xinxi_desktop.gui.views.intake import IntakeView
from xinxi_desktop.services.intake import dispose

Open = Callable[[], IntakeView]


def test_enter_goes_to_the_oldest_without_a_decision(
    qtbot: QtBot, intake: Open, three: list[int]
) -> None:
    view = intake()
    hands.press(Qt.Key.Key_D, hands.CTRL)
    dialog = hands.dialog(qtbot, DayEndDialog)
    assert dialog.model.ids == three and "3 条" in dialog.told.text()
    hands.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.listing.current_id() == three[0])


def test_it_says_when_everything_is_decided(
    qtbot: QtBot, intake: Open, three: list[int], desk: Desk
) -> None:
    dispose(desk.office, three, Disposition.KEEP)
    intake()
    hands.press(Qt.Key.Key_D, hands.CTRL)
    dialog = hands.dialog(qtbot, DayEndDialog)
    assert dialog.told.text() == "今天的来稿都有去向了。" and not dialog.go.isVisible()
