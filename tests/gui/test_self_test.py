"""The window's self-test, and the watch that ends a measured start."""

from __future__ import annotations

from functools import partial

import office_maker as make
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from real_window import open_views

from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.self_test import count_colours, walk, watch_first_paint
from xinxi_desktop.gui.views import PAGES, TABS
from xinxi_desktop.services.office import Office


def test_every_page_of_a_window_passes(qtbot: QtBot, desk: Desk) -> None:
    window = open_views(qtbot, desk, TABS, PAGES)

    found = list(walk(window))
    assert [each.name for each in found if not each.ok] == []
    assert [each.name for each in found[2:]] == [view.title for view in [*TABS, *dict(PAGES)]]


def test_a_blank_page_would_not_pass(qtbot: QtBot) -> None:
    blank = QWidget()
    qtbot.addWidget(blank)
    blank.resize(300, 200)

    assert count_colours(blank) <= 2


def test_the_first_paint_with_rows_is_told_once(qtbot: QtBot, desk: Desk, office: Office) -> None:
    make.report(office, "老年食堂可持续运营调查")
    window = open_views(qtbot, desk, TABS)
    told: list[int] = []
    watch_first_paint(window, partial(told.append, 1))

    for _ in range(2):
        window.view("inbox").grab()
        window.view("inbox").listing.viewport().repaint()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: bool(told))
    assert told == [1]
