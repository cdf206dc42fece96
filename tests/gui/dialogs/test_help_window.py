"""F1: the page of the view, found by words, with pictures and links that are there."""

from __future__ import annotations

import re

import pytest
from hands import dialog, press, write
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction, QTextDocument
from pytestqt.qtbot import QtBot

from xinxi_desktop.assets import asset_root
from xinxi_desktop.gui.actions import ACTIONS
from xinxi_desktop.gui.dialogs.help_window import HelpWindow
from xinxi_desktop.gui.dialogs.undo_history import UndoHistoryDialog
from xinxi_desktop.gui.help_pages import ORDER, HelpPage, matching, pages
from xinxi_desktop.gui.main_window import MainWindow
from xinxi_desktop.gui.views import PAGES, TABS

HELP = asset_root() / "resources" / "help"
MOST_BYTES = 1_500_000


def opened(qtbot: QtBot, window: MainWindow) -> HelpWindow:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    shown = window.findChild(HelpWindow)
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def test_f1_opens_the_page_of_the_view(qtbot: QtBot, window: MainWindow) -> None:
    shown = opened(qtbot, window)
    assert shown.text.toPlainText().startswith("登记来稿")
    press(Qt.Key.Key_Escape)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert opened(qtbot, window).text.toPlainText().startswith("编辑")


def test_f1_in_a_dialog_opens_the_page_of_the_dialog(qtbot: QtBot, window: MainWindow) -> None:
    window.history_button.click()
    asked = dialog(qtbot, UndoHistoryDialog)
    qtbot.waitUntil(lambda: asked.findChild(QAction, "help") is not None)
    press(Qt.Key.Key_F1)
    shown = dialog(qtbot, HelpWindow)
    assert shown.text.toPlainText().startswith("撤销")
    press(Qt.Key.Key_Escape)
    assert asked.isVisible()


def test_words_narrow_the_pages_and_the_first_is_shown(qtbot: QtBot, window: MainWindow) -> None:
    shown = opened(qtbot, window)
    shown.words.setFocus()
    write("撤销记录")
    assert shown.text.toPlainText().startswith("撤销")
    assert shown.text.textCursor().selectedText() == "撤销记录"


@pytest.mark.parametrize("word", ["署名", "批注", "核稿人"])
def test_what_stands_in_editing_is_explained_there(
    qtbot: QtBot, window: MainWindow, word: str
) -> None:
    shown = opened(qtbot, window)
    shown.words.setFocus()
    write(word)
    assert shown.text.toPlainText().startswith("编辑")


def test_words_that_no_page_has_say_so_and_f1_again_shows_all(
    qtbot: QtBot, window: MainWindow
) -> None:
    shown = opened(qtbot, window)
    shown.words.setFocus()
    write("量子")
    assert shown.nothing.isVisible()
    opened(qtbot, window)
    assert not shown.nothing.isVisible()
    assert not any(shown.listing.isRowHidden(place) for place in range(len(ORDER)))


def test_a_link_leads_to_its_page(qtbot: QtBot, window: MainWindow) -> None:
    shown = opened(qtbot, window)
    shown.text.anchorClicked.emit(QUrl("undo"))
    assert shown.listing.key == "undo" and shown.text.toPlainText().startswith("撤销")


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.key)
def test_pictures_and_links_of_a_page_are_there(page: HelpPage) -> None:
    assert page.text.startswith("# ") and len(page.text) > 150
    assert all((HELP / name).is_file() for name in re.findall(r"!\[[^]]+\]\(([^)]+)\)", page.text))
    assert set(re.findall(r"(?<!!)\[[^]]+\]\(([^)]+)\)", page.text.split("## ")[0])) <= set(ORDER)


def test_a_picture_is_never_wider_than_the_text(qtbot: QtBot, window: MainWindow) -> None:
    shown = opened(qtbot, window)
    kind = QTextDocument.ResourceType.ImageResource.value
    picture = shown.text.loadResource(kind, QUrl("inbox-list.png"))
    assert 0 < picture.deviceIndependentSize().width() <= shown.text.viewport().width()


def test_the_page_of_keys_has_every_key() -> None:
    text = pages()[-1].text
    assert [each.text for each in ACTIONS if f"| {each.text} |" not in text] == []


def test_every_view_has_its_page() -> None:
    views = [view.key for view in (*TABS, *(page for page, _icon in PAGES))]
    assert all(matching(word) for word in ("Ctrl+K", "备份", "校验码", "份号"))
    assert len(views) == len(set(views)) >= 6


def test_the_pictures_stay_small() -> None:
    assert sum(path.stat().st_size for path in HELP.glob("*.png")) <= MOST_BYTES
