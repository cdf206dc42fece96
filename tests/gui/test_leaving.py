"""A window is not closed over work that nobody would begin again."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import hands
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from pytestqt.qtbot import QtBot

from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.final import FinalDialog
from xinxi_desktop.gui.jobs import Control
from xinxi_desktop.gui.main_window import MainWindow


class FromOutside(QCloseEvent):
    """As the cross of the window's frame sends it; Qt lets no program send such a one."""

    def spontaneous(self) -> bool:
        return True


@pytest.fixture
def go_on() -> Iterator[threading.Event]:
    event = threading.Event()
    yield event
    event.set()


def work_on(desk: Desk, go_on: threading.Event, *, repeated: bool = False) -> None:
    def work(control: Control) -> None:
        control(3, 10)
        go_on.wait(10)

    desk.jobs.run(work, lambda _: None, title="登记来稿", repeated=repeated)


def asked(qtbot: QtBot, window: MainWindow) -> FinalDialog:
    qtbot.waitUntil(lambda: window.findChild(FinalDialog) is not None)
    dialog = window.findChild(FinalDialog)
    assert dialog is not None
    return dialog


def test_closing_over_a_job_asks_and_says_how_far_it_is(
    qtbot: QtBot, window: MainWindow, desk: Desk, go_on: threading.Event
) -> None:
    work_on(desk, go_on)
    qtbot.waitUntil(lambda: desk.jobs.unfinished[0].done == 3)
    window.closeEvent(FromOutside())

    assert "“登记来稿”，做了 3，共 10" in asked(qtbot, window).form.what.text()
    assert window.isVisible()


def test_whoever_still_wants_it_closes_the_window(
    qtbot: QtBot, window: MainWindow, desk: Desk, go_on: threading.Event
) -> None:
    work_on(desk, go_on)
    hands.press(Qt.Key.Key_Q, hands.CTRL)
    dialog = asked(qtbot, window)
    go_on.set()
    qtbot.mouseClick(dialog.form.go, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: not window.isVisible())


def test_what_is_begun_again_by_itself_is_broken_off_without_a_question(
    window: MainWindow, desk: Desk, go_on: threading.Event
) -> None:
    work_on(desk, go_on, repeated=True)
    go_on.set()
    hands.press(Qt.Key.Key_Q, hands.CTRL)

    assert not window.isVisible()
