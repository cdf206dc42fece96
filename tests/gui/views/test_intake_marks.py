"""Marks in the text that is read: words of the filter, and what is to be checked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import hands
import office_maker as make
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from xinxi_desktop import settings
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.main_window import MainWindow
from xinxi_desktop.gui.theme import Theme
from xinxi_desktop.gui.views.intake import IntakeView
from xinxi_desktop.services.search import search

Open = Callable[[], IntakeView]


def marked(view: IntakeView) -> list[str]:
    """The marked words of the text."""
    return [each.cursor.selectedText() for each in view.detail.text.extraSelections()]


def test_the_words_of_the_filter_are_marked(qtbot: QtBot, intake: Open, three: list[int]) -> None:
    view = intake()
    view.filter.words.setFocus()
    hands.write("正文")
    hands.press(Qt.Key.Key_Return)
    assert set(marked(view)) == {"正文"}


def test_what_is_to_be_checked_is_marked_on_request_and_remembered(
    intake: Open, desk: Desk
) -> None:
    unit = make.unit(desk.office, "望川县委办公室", "望川")
    make.report(desk.office, "共享冷库", "望川建成冷库18座。", units=(unit,))
    view = intake()
    assert marked(view) == []
    hands.press(Qt.Key.Key_M, hands.CTRL)
    assert marked(view) == ["望川", "18"]
    assert desk.values.get(settings.MARK_CHECKS)


def test_the_words_by_which_a_report_was_found_are_marked(
    qtbot: QtBot, desk: Desk, theme: Theme, three: list[int]
) -> None:
    window = MainWindow(desk, (IntakeView,), (), partial(search, desk.office))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    hands.press(Qt.Key.Key_K, hands.CTRL)
    hands.write("甲的")
    qtbot.waitUntil(window.search.results.isVisible)
    hands.press(Qt.Key.Key_Return)
    view = window.view("inbox")
    assert isinstance(view, IntakeView) and set(marked(view)) == {"甲的"}
