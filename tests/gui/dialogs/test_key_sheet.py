"""The sheet of keys fits the screen, whatever the table of actions grows to."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtWidgets import QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from xinxi_desktop.gui.actions import ACTIONS
from xinxi_desktop.gui.dialogs.key_sheet import KeySheet


@pytest.fixture
def sheet(qtbot: QtBot) -> KeySheet:
    made = KeySheet()
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_is_never_scrolled_sideways(sheet: KeySheet) -> None:
    area = sheet.findChild(QScrollArea)

    assert isinstance(area, QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0


def test_every_action_is_on_it_and_places_keep_their_order(sheet: KeySheet) -> None:
    labels = [each for each in sheet.findChildren(QLabel) if each.isVisible()]
    heads = [each for each in labels if each.property("role") == "heading"]
    places = [each.mapTo(sheet, each.rect().topLeft()) for each in heads]

    assert {each.text for each in ACTIONS} <= {each.text() for each in labels}
    assert all((a.x(), a.y()) < (b.x(), b.y()) for a, b in pairwise(places))
