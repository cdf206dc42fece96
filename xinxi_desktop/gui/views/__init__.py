"""One module per tab or page; ``TABS`` and ``PAGES`` are what the window shows, in order."""

from __future__ import annotations

from xinxi_desktop.gui.view import LaterView, View, ViewMaker


def _inbox() -> type[View]:
    from xinxi_desktop.gui.views.intake import IntakeView

    return IntakeView


def _editing() -> type[View]:
    from xinxi_desktop.gui.views.editing import EditingView

    return EditingView


def _layout() -> type[View]:
    from xinxi_desktop.gui.views.layout import LayoutView

    return LayoutView


def _statistics() -> type[View]:
    from xinxi_desktop.gui.views.statistics import StatisticsView

    return StatisticsView


def _registers() -> type[View]:
    from xinxi_desktop.gui.views.registers import RegistersPage

    return RegistersPage


def _settings() -> type[View]:
    from xinxi_desktop.gui.views.settings_page import SettingsPage

    return SettingsPage


TABS: tuple[ViewMaker, ...] = (
    LaterView("inbox", "收稿", ("submission",), _inbox),
    LaterView("editing", "编辑", ("article",), _editing),
    LaterView("layout", "排版", ("issue",), _layout),
    LaterView("statistics", "统计", (), _statistics),
)
PAGES: tuple[tuple[ViewMaker, str], ...] = (
    (LaterView("units", "单位与信息员", ("unit",), _registers), "building-2"),
    (LaterView("settings", "设置", (), _settings), "settings"),
)
"""Pages at the right with the name of their icon."""
