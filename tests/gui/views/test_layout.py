"""排版: how its zones share the room, and what holds for a publication from here."""

from __future__ import annotations

import office_maker as make
from hands import choose_queue
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot
from real_window import CONTROL, LEFT, choose, open_views, rest

from xinxi_desktop import settings
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.main_window import MainWindow
from xinxi_desktop.gui.views.layout import LayoutView
from xinxi_desktop.services.bulletins import lay_out
from xinxi_desktop.services.office import Office
from xinxi_desktop.services.registers import publications


def view_of(window: MainWindow) -> LayoutView:
    found = window.view("layout")
    assert isinstance(found, LayoutView)
    return found


def open_layout(qtbot: QtBot, desk: Desk) -> LayoutView:
    return view_of(open_views(qtbot, desk, [LayoutView]))


def free_rows(view: LayoutView) -> int:
    """Rows that would still fit below those of the list of issues."""
    listing = view.listing
    used = len(view.model.ids) * listing.verticalHeader().defaultSectionSize()
    return (listing.viewport().height() - used) // listing.verticalHeader().defaultSectionSize()


def test_the_list_of_issues_takes_no_more_than_its_rows(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    for _ in range(4):
        make.issue(office)
    view = open_layout(qtbot, desk)
    assert len(view.model.ids) == 4 and free_rows(view) == 0


def test_a_long_list_of_issues_leaves_the_larger_part_to_the_items(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    for _ in range(14):
        make.issue(office, count=1)
    view = open_layout(qtbot, desk)
    upper, lower = view.middle.sizes()
    assert upper < lower


def test_sizes_that_the_person_chose_stay(qtbot: QtBot, desk: Desk, office: Office) -> None:
    make.issue(office)
    view = open_layout(qtbot, desk)
    handle = view.middle.handle(1)
    qtbot.mousePress(handle, LEFT, pos=QPoint(5, 0))
    qtbot.mouseMove(handle, QPoint(5, 90))
    qtbot.mouseRelease(handle, LEFT, pos=QPoint(5, 90))
    chosen = view.middle.sizes()
    choose_queue(view.queues, "清样")
    assert view.middle.sizes() == chosen
    assert desk.values.get(settings.SPLITTERS)["layout.middle"] == chosen


def test_the_contents_are_switched_where_the_pages_are_seen(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    key = make.issue(office)
    view = open_layout(qtbot, desk)
    before = lay_out(office, key).bulletin.contents
    choose(qtbot, view.issue.head.more, "《每日快报》印目录")
    rest(qtbot, desk)
    assert lay_out(office, key).bulletin.contents is not before
    assert "目录" in desk.notifier.history[-1].text
    qtbot.keyClick(view, Qt.Key.Key_Z, CONTROL)
    assert bool(publications(office)[0]["contents"]) is before
