"""设置: the fonts of the page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import hands
import pytest
from font_maker import make_font
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from xinxi_desktop.domain.vocabulary import WordFonts
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.main_window import MainWindow
from xinxi_desktop.gui.widgets.font_section import FontSection
from xinxi_desktop.services.bulletins import office_fonts
from xinxi_desktop.services.typefaces import word_fonts


@pytest.fixture
def section(qtbot: QtBot, window: MainWindow) -> Iterator[FontSection]:
    """The section on the open settings page, filled."""
    office_fonts.cache_clear()
    hands.click(window.page_buttons.buttons()[0])
    found = window.view("settings").findChild(FontSection)
    qtbot.waitUntil(lambda: any(words.text() == "仿宋" for words in found.findChildren(QLabel)))
    yield found
    office_fonts.cache_clear()


def test_each_role_of_the_page_is_named_with_its_font(section: FontSection) -> None:
    shown = [words.text() for words in section.findChildren(QLabel)]
    assert {"仿宋", "楷体", "黑体", "小标宋", "宋体", "西文"} <= set(shown)


def test_a_font_file_is_added_by_its_button(
    qtbot: QtBot, section: FontSection, desk: Desk, tmp_path: Path
) -> None:
    font = make_font(tmp_path / "rare.ttf", ["Rare"])
    hands.click(section.add_button)
    hands.pick(qtbot, font)
    qtbot.waitUntil(lambda: bool(desk.notifier.history))
    assert "已添加字体“Rare”" in desk.notifier.history[-1].text


def test_word_files_name_official_fonts_from_then_on(section: FontSection, desk: Desk) -> None:
    section.word_fonts.setFocus()
    hands.press(Qt.Key.Key_Down)

    assert word_fonts(desk.office) is WordFonts.OFFICIAL
    assert "公文字体" in desk.notifier.history[-1].text
