"""What GUI tests share: settings in a temporary home, the theme, an office, a window on it."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from demo_view import DemoView, OtherView
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from real_window import open_views

from xinxi_desktop.fonts.shipped import shipped
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.jobs import Jobs
from xinxi_desktop.gui.main_window import MainWindow
from xinxi_desktop.gui.notify import Notifier
from xinxi_desktop.gui.theme import Theme
from xinxi_desktop.gui.views.layout import LayoutView
from xinxi_desktop.gui.views.settings_page import SettingsPage
from xinxi_desktop.services.office import Office, create_office
from xinxi_desktop.services.search import Found
from xinxi_desktop.settings import Settings, load_settings

# The printers of the machine that runs the tests are none of their business.
os.environ["CUPS_SERVER"] = "/nonexistent/cups.sock"


def pytest_itemcollected(item: pytest.Item) -> None:
    # Without a display Qt says this about every window; on a display it is silent.
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", extend=True))


@pytest.fixture
def values() -> Settings:
    """The settings of a person who starts the program for the first time."""
    return load_settings()


@pytest.fixture
def theme(qapp: QApplication, values: Settings) -> Iterator[Theme]:
    """The theme as the program applies it; colours and sizes go back afterwards."""
    made = Theme(qapp, values)
    made.apply()
    yield made
    made.set_font_size(14)
    made.set_mode("light")
    made.deleteLater()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """An empty office as the first run makes it."""
    made = create_office(tmp_path / "云澜.xinxi", "云澜市委办公室信息科")
    yield made
    made.close()


@pytest.fixture
def notifier() -> Notifier:
    """What the person was told stands in its history."""
    return Notifier()


@pytest.fixture
def desk(office: Office, values: Settings, theme: Theme, notifier: Notifier) -> Iterator[Desk]:
    """A desk whose jobs run beside the window, as they do for the person."""
    jobs = Jobs(notifier.error)
    made = Desk(office, values, theme, notifier, jobs, shipped)
    yield made
    assert jobs.stop()


@pytest.fixture
def found() -> list[Found]:
    """What the search gives; a test puts things in."""
    return []


@pytest.fixture
def open_window(qtbot: QtBot, desk: Desk, found: list[Found]) -> Callable[[], MainWindow]:
    """Opens the window with the demo views."""

    def make() -> MainWindow:
        window = MainWindow(
            desk, (DemoView, OtherView), ((SettingsPage, "settings"),), lambda *_asked: found
        )
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return make


@pytest.fixture
def window(open_window: Callable[[], MainWindow]) -> MainWindow:
    """The open window."""
    return open_window()


@pytest.fixture
def open_layout(qtbot: QtBot, desk: Desk) -> Callable[[], LayoutView]:
    """Opens 排版 on what the test has prepared; the newest issue is chosen."""

    def opened() -> LayoutView:
        found = open_views(qtbot, desk, [LayoutView]).view("layout")
        assert isinstance(found, LayoutView)
        return found

    return opened
