"""One module per tab or page; ``TABS`` and ``PAGES`` are what the window shows, in order."""

from __future__ import annotations

from xinxi_desktop.gui.view import View
from xinxi_desktop.gui.views.editing import EditingView
from xinxi_desktop.gui.views.intake import IntakeView
from xinxi_desktop.gui.views.layout import LayoutView
from xinxi_desktop.gui.views.registers import RegistersPage
from xinxi_desktop.gui.views.settings_page import SettingsPage
from xinxi_desktop.gui.views.statistics import StatisticsView

TABS: tuple[type[View], ...] = (IntakeView, EditingView, LayoutView, StatisticsView)
PAGES: tuple[tuple[type[View], str], ...] = (
    (RegistersPage, "building-2"),
    (SettingsPage, "settings"),
)
"""Pages at the right with the name of their icon."""
