from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from xinxi_desktop.gui.actions import ACTIONS, PLACES, Action, clashes
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.compose import ComposeDialog
from xinxi_desktop.gui.main_window import MainWindow
from xinxi_desktop.gui.views import PAGES, TABS


def test_no_key_means_two_things_in_one_place() -> None:
    assert clashes(ACTIONS) == []


def test_a_clash_with_the_window_is_found() -> None:
    pair = [Action("a", "甲", ("Ctrl+K",)), Action("b", "乙", ("Ctrl+K",), "inbox")]
    assert clashes(pair) == [("a", "b")]


def test_no_bare_letter_is_a_key() -> None:
    bare = [key for each in ACTIONS for key in each.keys if len(key) == 1 and key.isalpha()]
    assert bare == []


def test_every_place_has_a_word() -> None:
    assert {each.where for each in ACTIONS} <= set(PLACES)


def test_every_action_in_the_table_has_its_key_somewhere(qtbot: QtBot, desk: Desk) -> None:
    window = MainWindow(desk, TABS, PAGES, lambda _words: [])
    qtbot.addWidget(window)
    window.show()
    for view in (*TABS, *(page for page, _icon in PAGES)):
        window.view(view.key).refresh()
    ComposeDialog(desk, window)
    bound = {made.objectName() for made in window.findChildren(QAction)}
    assert {each.id for each in ACTIONS} - bound == set()
