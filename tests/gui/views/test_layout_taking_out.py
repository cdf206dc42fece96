"""撤下 asks where signatures would become void, and only there."""

from __future__ import annotations

import office_maker as make
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from real_window import confirm, dialog, open_views, rest

from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.final import FinalDialog
from xinxi_desktop.gui.views.layout import LayoutView
from xinxi_desktop.services.issues import items
from xinxi_desktop.services.office import Office
from xinxi_desktop.services.signing import signatures


def strike_first(qtbot: QtBot, desk: Desk) -> None:
    view = open_views(qtbot, desk, [LayoutView]).view("layout")
    assert isinstance(view, LayoutView)
    rest(qtbot, desk)
    view.items.listing.select_ids(view.items.model.ids[:1])
    qtbot.keyClick(view.items.listing, Qt.Key.Key_F7)


def test_with_signatures_it_says_who_signed_and_waits(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    key = make.signed_issue(office)
    strike_first(qtbot, desk)

    assert "签批。撤下后退回核稿" in dialog(qtbot, FinalDialog).form.what.text()
    assert len(items(office, key)) == 2
    confirm(qtbot)
    assert len(items(office, key)) == 1 and not signatures(office, key)


def test_without_signatures_it_is_done_at_once(qtbot: QtBot, desk: Desk, office: Office) -> None:
    key = make.issue(office)
    strike_first(qtbot, desk)

    assert QApplication.activeModalWidget() is None
    assert len(items(office, key)) == 1
