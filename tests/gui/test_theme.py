from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from xinxi_desktop import settings
from xinxi_desktop.assets import asset
from xinxi_desktop.gui import icons
from xinxi_desktop.gui.theme import Theme, stylesheet
from xinxi_desktop.gui.tokens import DARK, LIGHT, Tokens, palette_of, tokens_of


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("role", ["text", "secondary", "ok", "warn", "danger", "info"])
def test_text_and_tags_stand_out_from_lists_and_ground(tokens: Tokens, role: str) -> None:
    colour = getattr(tokens, role)
    assert contrast(colour, tokens.surface) >= 4.5
    assert contrast(colour, tokens.window) >= 4.3  # #2F6FDE, as specified, is the least


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_primary_button_and_selected_rows_are_readable(tokens: Tokens) -> None:
    assert contrast(tokens.on_accent, tokens.accent) >= 4.5
    assert contrast(tokens.text, tokens.select) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_scheme_is_found_again_from_the_palette(tokens: Tokens) -> None:
    assert tokens_of(palette_of(tokens)) is tokens


def test_the_switch_turns_the_window_dark_and_back(qapp: QApplication, theme: Theme) -> None:
    theme.set_mode("dark")
    assert tokens_of(qapp.palette()) is DARK
    theme.set_mode("light")
    assert tokens_of(qapp.palette()) is LIGHT


def test_one_size_reaches_every_widget(qtbot: QtBot, theme: Theme) -> None:
    label, button = QLabel("稿件"), QPushButton("登记")
    qtbot.addWidget(label)
    qtbot.addWidget(button)
    for widget in (label, button):
        widget.show()
    theme.set_font_size(20)
    assert (label.font().pixelSize(), button.font().pixelSize()) == (20, 20)
    assert button.sizeHint().height() >= 38


def test_an_icon_takes_the_colour_of_the_new_scheme(qtbot: QtBot, theme: Theme) -> None:
    theme.set_mode("light")
    button = QToolButton()
    qtbot.addWidget(button)
    icons.put_icon(button, "search")
    before = button.icon().pixmap(18, 18).toImage()
    theme.set_mode("dark")
    assert button.icon().pixmap(18, 18).toImage() != before


def test_a_forced_scheme_is_told_to_the_system(
    qapp: QApplication, theme: Theme, values: settings.Settings
) -> None:
    theme.set_mode("system")
    unforced = qapp.styleHints().colorScheme()
    assert theme.tokens is (DARK if unforced == Qt.ColorScheme.Dark else LIGHT)


def test_the_stylesheet_uses_no_colour_of_its_own() -> None:
    source = asset("ui", "app.qss").read_text("utf-8")
    declarations = [line for line in source.splitlines() if "{" in line or ":" in line]
    assert not [line for line in declarations if ": #" in line or "solid #" in line]
    assert "$" not in stylesheet(LIGHT, 14)


def test_every_icon_keeps_its_licence_beside_it() -> None:
    folder: Path = asset("resources", "icons")
    assert "ISC License" in (folder / "LICENSE").read_text("utf-8")
    # The program's own mark is ours.
    others = [file for file in folder.glob("*.svg") if file.name != "xinxi.svg"]
    assert all("lucide" in file.read_text("utf-8") for file in others)
