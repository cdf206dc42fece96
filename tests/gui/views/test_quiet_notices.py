"""What the bars say while one works: never the title of a report."""

from __future__ import annotations

from collections.abc import Callable

import office_maker as make
from hands import CTRL, press
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.main_window import MainWindow
from xinxi_desktop.gui.views.intake import IntakeView

TITLES = ("某镇一民房坍塌", "山区县老年食堂可持续运营")


def shown_below(window: MainWindow) -> str:
    """Every word on the notices and the status bar, with its hints and spoken names."""
    parts = [
        part
        for bar in (window.notices, window.statusBar())
        for kind in (QLabel, QPushButton, QToolButton)
        for part in bar.findChildren(kind)
    ]
    return "\n".join(f"{part.text()} {part.toolTip()} {part.accessibleName()}" for part in parts)


def test_no_title_is_shown_below_the_views_while_one_works(
    qtbot: QtBot, desk: Desk, open_window: Callable[[], MainWindow]
) -> None:
    unit = make.unit(desk.office, "安渡区委办公室")
    for title in TITLES:
        make.report(desk.office, title, units=(unit,), urgency="urgent")
    window = open_window()
    view = window.view("inbox")
    assert isinstance(view, IntakeView)
    said = ""
    for key, modifier in (
        (Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Z, CTRL),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Z, CTRL),
        (Qt.Key.Key_Return, CTRL),
        (Qt.Key.Key_Return, CTRL),
        (Qt.Key.Key_Return, CTRL),
    ):
        press(key, modifier)
        said += shown_below(window)
    said += "\n".join(notice.text for notice in desk.notifier.history)
    assert len(desk.notifier.history) >= 5 and "有 2 件急件" in said
    assert [title for title in TITLES if title in said] == []
