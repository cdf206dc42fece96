"""The window with 收稿 and 编辑 as people open it."""

from __future__ import annotations

from collections.abc import Callable

import office_maker as make
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.main_window import MainWindow
from xinxi_desktop.gui.theme import Theme
from xinxi_desktop.gui.views.editing import EditingView
from xinxi_desktop.gui.views.intake import IntakeView
from xinxi_desktop.services import articles
from xinxi_desktop.settings import Settings


@pytest.fixture
def theme(qapp: QApplication, values: Settings) -> Theme:
    """The theme, applied once; painting every widget anew after each test would take longest."""
    made = Theme(qapp, values)
    if not qapp.styleSheet():
        made.apply()
    return made


@pytest.fixture
def open_window(qtbot: QtBot, desk: Desk) -> Callable[[], MainWindow]:
    """Opens the window; what should be in the office is put there before."""

    def make() -> MainWindow:
        window = MainWindow(desk, (IntakeView, EditingView), (), lambda _words: [])
        qtbot.addWidget(window)
        window.resize(1366, 728)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return make


@pytest.fixture
def intake(open_window: Callable[[], MainWindow]) -> Callable[[], IntakeView]:
    """Opens the window on 收稿."""

    def make() -> IntakeView:
        view = open_window().view("inbox")
        assert isinstance(view, IntakeView)
        return view

    return make


@pytest.fixture
def editing(open_window: Callable[[], MainWindow]) -> Callable[[], EditingView]:
    """Opens the window on 编辑."""

    def make() -> EditingView:
        window = open_window()
        window.show_place(1)
        view = window.view("editing")
        assert isinstance(view, EditingView)
        return view

    return make


@pytest.fixture
def three(desk: Desk) -> list[int]:
    """Three undecided reports; the list shows the last one first."""
    unit = make.unit(desk.office, "安渡区委办公室", "安渡区")
    return [
        make.report(desk.office, title, f"{title}的正文。" + "详情。" * size, units=(unit,))
        for size, title in enumerate(("甲", "乙", "丙"))
    ]


@pytest.fixture
def draft(desk: Desk) -> int:
    """One draft of two paragraphs, from one report."""
    unit = make.unit(desk.office, "安渡区委办公室")
    report = make.report(desk.office, "社区食堂", "第一段。\n第二段。", units=(unit,))
    return articles.create_article(desk.office, [report]).id


@pytest.fixture
def two(desk: Desk, draft: int) -> tuple[int, int]:
    """Two drafts; the list shows the second first."""
    report = make.report(desk.office, "共享冷库", "全县建成冷库18座。")
    return draft, articles.create_article(desk.office, [report]).id
