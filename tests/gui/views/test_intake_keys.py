"""收稿 without a mouse: where Tab goes, and that one sees where it is."""

from __future__ import annotations

from collections.abc import Callable

import hands
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.views.intake import IntakeView
from xinxi_desktop.services.intake import contributions

Open = Callable[[], IntakeView]


def tab_to(words: str) -> list[str]:
    """Press Tab until the focus is on what is called so; the stops that were passed."""
    passed: list[str] = []
    while not passed or passed[-1] != words:
        assert len(passed) < 30
        hands.press(Qt.Key.Key_Tab)
        stop = hands.focused()
        words_on = stop.text() if isinstance(stop, QAbstractButton) else ""
        passed.append((stop.accessibleName() or words_on).strip())
    return passed


def test_tab_goes_from_the_title_through_the_units_to_the_writers(
    intake: Open, three: list[int]
) -> None:
    intake().detail.form.heading.inputs["title"].setFocus()
    assert tab_to("执笔人") == [
        "安渡区委办公室", "去掉安渡区委办公室", "添加单位", "执笔人",
    ]  # fmt: skip


def test_a_unit_is_taken_away_by_the_keyboard(
    qtbot: QtBot, intake: Open, three: list[int], desk: Desk
) -> None:
    view = intake()
    view.detail.form.heading.inputs["title"].setFocus()
    tab_to("去掉安渡区委办公室")
    hands.press(Qt.Key.Key_Space)
    assert contributions(desk.office, view.detail.key) == []
    qtbot.waitUntil(view.detail.form.units.add.hasFocus)


def test_every_stop_after_the_marks_shows_that_it_has_the_focus(
    intake: Open, three: list[int]
) -> None:
    view = intake()
    for stop in (view.detail.form.right, view.detail.checks, view.detail.text):
        QApplication.processEvents()
        before = stop.grab().toImage()
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        assert stop.grab().toImage() != before
