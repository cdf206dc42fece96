"""Opens a window on an office as the program does, and moves in it as a person would."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QToolButton
from pytestqt.qtbot import QtBot

from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.final import FinalDialog
from xinxi_desktop.gui.main_window import MainWindow
from xinxi_desktop.gui.view import View
from xinxi_desktop.services.search import search_at_desk

D = TypeVar("D", bound=QDialog)
LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
PATIENCE = 20_000
SIZE = (1366, 728)


def open_views(
    qtbot: QtBot,
    desk: Desk,
    tabs: Sequence[type[View]],
    pages: Sequence[tuple[type[View], str]] = (),
) -> MainWindow:
    """Open the window with these tabs and pages, and wait until it stands still."""
    window = MainWindow(desk, tabs, pages, partial(search_at_desk, desk.office))
    qtbot.addWidget(window)
    window.resize(*SIZE)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    rest(qtbot, desk)
    return window


def find(qtbot: QtBot, window: MainWindow, words: str, downs: int = 0) -> None:
    """Find words with Ctrl+K and take the result so many places below the first."""
    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
    typed = QInputMethodEvent()
    typed.setCommitString(words)
    QApplication.sendEvent(window.search, typed)
    qtbot.waitUntil(window.search.results.isVisible, timeout=PATIENCE)
    for _ in range(downs):
        qtbot.keyClick(window.search, Qt.Key.Key_Down)
    qtbot.keyClick(window.search, Qt.Key.Key_Return)


def rest(qtbot: QtBot, desk: Desk) -> None:
    """Wait until no job runs."""
    qtbot.waitUntil(lambda: desk.jobs.idle, timeout=PATIENCE)


def dialog(qtbot: QtBot, kind: type[D]) -> D:
    """Give the open dialog of a kind, once it has come up."""
    found: list[D] = []

    def is_open() -> bool:
        found[:] = [
            each for each in QApplication.topLevelWidgets()
            if isinstance(each, kind) and each.isVisible()
        ]  # fmt: skip
        return bool(found)

    qtbot.waitUntil(is_open, timeout=PATIENCE)
    return found[-1]


def confirm(qtbot: QtBot) -> str:
    """Say yes to what will be final, and give what was asked."""
    asked = dialog(qtbot, FinalDialog)
    what = asked.form.what.text()
    qtbot.mouseClick(asked.form.go, LEFT)
    return str(what)


def choose(qtbot: QtBot, button: QToolButton, words: str) -> dict[str, bool]:
    """Open a button's menu and take the entry with these words by the keyboard; none: leave it.

    Gives the entries, and whether each could be taken.
    """
    menu, entries = button.menu(), dict[str, bool]()

    def look() -> None:
        # A menu keeps the keyboard to itself until it closes: this runs inside its own loop.
        if menu.isVisible():
            timer.stop()
            entries.update(
                (each.text(), each.isEnabled()) for each in menu.actions() if each.text()
            )
            for _ in menu.actions() if words else ():
                qtbot.keyClick(menu, Qt.Key.Key_Down)
                if menu.activeAction() is not None and menu.activeAction().text() == words:
                    break
            qtbot.keyClick(menu, Qt.Key.Key_Return if words else Qt.Key.Key_Escape)

    timer = QTimer(menu)
    timer.timeout.connect(look)
    timer.start(5)
    qtbot.mouseClick(button, LEFT)
    return entries


def row_centre(view: QAbstractItemView, place: int) -> QPoint:
    """The middle of a row in the list's viewport."""
    return view.visualRect(view.model().index(place, 1)).center()


def row_top(view: QAbstractItemView, place: int) -> QPoint:
    """Just under the upper edge of a row: what is dropped here stands before it."""
    box = view.visualRect(view.model().index(place, 1))
    return QPoint(box.center().x(), box.top() + 4)


def drag(source: QAbstractItemView, begin: QPoint, target: QAbstractItemView, end: QPoint) -> None:
    """Drag with the left button from one list to another, or within one."""
    start, goal = source.viewport(), target.viewport()
    far = QPoint(0, QApplication.startDragDistance() + 2)
    for delay, act in enumerate(
        (
            lambda: QTest.mouseMove(goal, end - QPoint(0, 3)),
            lambda: QTest.mouseMove(goal, end),
            lambda: QTest.mouseRelease(goal, LEFT, pos=end),
        ),
        1,
    ):
        QTimer.singleShot(delay * 60, start, act)
    QTest.mousePress(start, LEFT, pos=begin)
    QTest.mouseMove(start, begin + far)
    QTest.mouseMove(start, begin + far + far)
