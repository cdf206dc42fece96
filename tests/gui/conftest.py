"""What GUI tests share: settings in a temporary home, the theme, one clean application."""

import os
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from xinxi_desktop.gui.theme import Theme
from xinxi_desktop.settings import Settings, load_settings


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
