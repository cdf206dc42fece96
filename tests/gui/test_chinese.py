"""Qt's own words as the program says them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from xinxi_desktop.gui.chinese import translators


@pytest.fixture
def _in_chinese(qapp: QApplication) -> Iterator[None]:
    installed = translators(qapp)
    for each in installed:
        qapp.installTranslator(each)
    yield
    for each in installed:
        qapp.removeTranslator(each)


@pytest.mark.usefixtures("_in_chinese")
def test_the_menu_of_a_field_says_the_words_of_the_program(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    words = [each.text().partition("\t")[0] for each in field.createStandardContextMenu().actions()]

    assert words[:2] == ["撤销(&U)", "重做(&R)"]
    assert not any(word.isascii() for word in words if word)
