"""Opens every dialog that the visible pages offer, as a person would, and takes its picture."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QMenu,
    QToolButton,
    QWidget,
)

from xinxi_desktop.gui.actions import ACTIONS, WINDOW
from xinxi_desktop.gui.main_window import MainWindow
from xinxi_desktop.gui.self_test import settle
from xinxi_desktop.gui.views import PAGES, TABS
from xinxi_desktop.gui.widgets.list_view import ListView
from xinxi_desktop.gui.widgets.queue_list import QueueList

OPENS = (
    "keys", "undo_history", "help", "inbox.day_end", "inbox.reject", "inbox.record", "inbox.draft",
    "inbox.keep_search", "editing.record", "editing.return", "editing.find", "editing.clean",
    "layout.new", "layout.step", "layout.record", "layout.print", "layout.title", "layout.return",
)  # fmt: skip
"""Actions whose button does not end with …; one that acts instead would change the sample only."""
MOST_ISSUES = 8


def shoot_dialogs(window: MainWindow, folder: Path, name: str) -> list[str]:
    """Save one picture of every kind of dialog; their titles."""
    seen: dict[str, None] = {}
    for place, view in enumerate((*TABS, *(page for page, _icon in PAGES))):
        window.show_place(place)
        settle(window)
        for _state in states(window, view.key):
            for press in openers(window, view.key):
                for dialog in opened_by(window, press):
                    title = re.sub(r"[\\/:*?“”《》<>| ]|\d+", "", dialog.windowTitle())[:24]
                    key = f"{type(dialog).__name__}-{title}"
                    if key not in seen:
                        seen[key] = None
                        dialog.grab().save(str(folder / f"dialog-{key}-{name}.png"))
                    dialog.reject()
                    settle(window)
    return list(seen)


def states(window: MainWindow, key: str) -> Iterator[None]:
    """Go through what decides which buttons a page offers: each queue, some of its rows."""
    view = window.view(key)
    queues = view.findChild(QueueList)
    if queues is None:
        yield
        return
    model = queues.model()
    for row in range(model.rowCount()):
        queues.setCurrentIndex(model.index(row, 0))
        settle(window)
        listing = main_list(view)
        if listing is None:
            continue
        most = MOST_ISSUES if key == "layout" else 1
        for line in range(min(listing.model().rowCount(), most)):
            listing.setCurrentIndex(listing.model().index(line, 0))
            settle(window)
            yield


def main_list(view: QWidget) -> ListView | None:
    """The largest list in sight."""
    lists = [each for each in view.findChildren(ListView) if each.isVisible()]
    return max(lists, key=lambda each: each.height() * each.width(), default=None)


def openers(window: MainWindow, key: str) -> list[Callable[[], object]]:
    """What can be pressed here to open a dialog."""
    view = window.view(key)
    presses: list[Callable[[], object]] = []
    for button in view.findChildren(QAbstractButton):
        if button.isVisible() and button.isEnabled() and button.text().endswith("…"):
            presses.append(button.click)
        menu = button.menu() if isinstance(button, QToolButton) else None
        if button.isVisible() and isinstance(menu, QMenu):
            presses += [
                each.trigger
                for each in menu.actions()
                if each.text().endswith("…") and each.isEnabled()
            ]
    wanted = {each.id for each in ACTIONS if each.id in OPENS and each.where in (WINDOW, key)}
    owners = [window, view, *view.findChildren(QWidget)]
    for owner in (each for each in owners if each.window() is window):
        presses += [each.trigger for each in owner.actions() if each.objectName() in wanted]
    return presses


def opened_by(window: MainWindow, press: Callable[[], object]) -> list[QDialog]:
    """Press and give the dialogs that came up; file dialogs are Qt's own and closed at once."""
    QTimer.singleShot(0, press)
    settle(window)
    shown = [
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, QDialog) and each.isVisible()
    ]
    for dialog in shown:
        if isinstance(dialog, QFileDialog):
            dialog.reject()
    return [each for each in shown if not isinstance(each, QFileDialog)]
