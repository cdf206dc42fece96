"""Kept searches among the queues of 收稿."""

from __future__ import annotations

from collections.abc import Callable

import hands
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from xinxi_desktop.gui.dialogs.search_name import SearchNameDialog
from xinxi_desktop.gui.main_window import MainWindow
from xinxi_desktop.gui.notify import Notifier
from xinxi_desktop.gui.views.intake import IntakeView

Open = Callable[[], IntakeView]


def keep(qtbot: QtBot, view: IntakeView, words: str, name: str) -> None:
    """Type words into the search field and keep them under a name."""
    view.window().activateWindow()
    qtbot.waitUntil(view.window().isActiveWindow)
    view.filter.words.setFocus()
    view.filter.words.clear()
    hands.write(words)
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_B, hands.CTRL)
    dialog = hands.dialog(qtbot, SearchNameDialog)
    dialog.name.setText(name)
    hands.click(dialog.go)


def titles(view: IntakeView) -> list[str]:
    """What the list of queues says."""
    return [view.queues.item(place).text() for place in range(view.queues.count())]


def press_entry(menu: QMenu, words: str) -> None:
    """Choose an entry of an open menu."""
    next(each for each in menu.actions() if each.text().startswith(words)).trigger()


def test_a_kept_search_stands_among_the_queues_and_is_left_by_another_queue(
    qtbot: QtBot, intake: Open, three: list[int]
) -> None:
    view = intake()
    keep(qtbot, view, "甲", "找甲")
    hands.choose_queue(view.queues, "找甲")
    assert view.model.ids == three[:1] and view.filter.words.text() == "甲"
    hands.choose_queue(view.queues, "全部")
    assert len(view.model.ids) == len(three) and view.filter.words.text() == ""


def test_a_kept_search_is_renamed_and_deleted_by_its_menu(
    qtbot: QtBot, intake: Open, three: list[int]
) -> None:
    view = intake()
    keep(qtbot, view, "甲", "找甲")
    hands.choose_queue(view.queues, "找甲")
    at = view.queues.visualItemRect(view.queues.currentItem()).center()
    view.queues.customContextMenuRequested.emit(at)
    press_entry(view.saved.menu, "改名")
    dialog = hands.dialog(qtbot, SearchNameDialog)
    dialog.name.setText("甲稿")
    hands.click(dialog.go)
    assert titles(view)[-1] == "甲稿"
    view.queues.customContextMenuRequested.emit(at)
    press_entry(view.saved.menu, "删除")
    assert "甲稿" not in titles(view) and len(view.model.ids) == len(three)


def test_a_name_that_is_taken_keeps_the_dialog_open(
    qtbot: QtBot, intake: Open, three: list[int], notifier: Notifier
) -> None:
    view = intake()
    keep(qtbot, view, "甲", "找甲")
    keep(qtbot, view, "乙", "找甲")
    assert "已经有" in notifier.history[-1].text
    assert hands.dialog(qtbot, SearchNameDialog).name.text() == "找甲"


def test_another_person_does_not_see_the_searches_of_the_first(
    qtbot: QtBot, intake: Open, three: list[int]
) -> None:
    view = intake()
    keep(qtbot, view, "甲", "找甲")
    window = view.window()
    assert isinstance(window, MainWindow)
    menu = window.person.findChild(QMenu)
    menu.aboutToShow.emit()
    press_entry(menu, "科长")
    assert "找甲" not in titles(view)
