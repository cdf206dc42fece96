"""Beside what narrows a list stands how many it shows."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.models.filling import ListFiller
from xinxi_desktop.gui.models.rows import FIRST_IDS, RowModel
from xinxi_desktop.gui.widgets.count_label import CountLabel


def test_a_long_list_is_counted_once_all_of_it_is_there(qtbot: QtBot, desk: Desk) -> None:
    filler = ListFiller(RowModel((), lambda _ids: ()), desk.jobs, desk.office.breaker)
    shown = CountLabel(filler, "条")
    qtbot.addWidget(shown)
    every = list(range(FIRST_IDS + 1234))
    filler.fill(lambda limit: every[:limit])
    assert shown.isHidden()
    qtbot.waitUntil(lambda: shown.text() == "共 1,434 条")
