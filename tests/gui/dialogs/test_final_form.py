"""What is final is done by nobody's stray Enter."""

from __future__ import annotations

from collections.abc import Callable

import office_maker as make
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from real_window import CONTROL, LEFT, dialog

from xinxi_desktop.gui.dialogs.final_form import FinalFormDialog
from xinxi_desktop.gui.views.layout import LayoutView
from xinxi_desktop.services.office import Office
from xinxi_desktop.services.signing import signatures

Open = Callable[[], LayoutView]


def step(qtbot: QtBot, view: LayoutView) -> None:
    qtbot.mouseClick(view.issue.head.step, LEFT)


def enter(qtbot: QtBot, shown: FinalFormDialog, times: int = 1) -> QWidget | None:
    """Press Enter wherever the focus is, and say where it is afterwards."""
    for _ in range(times):
        qtbot.keyClick(shown.focusWidget(), Qt.Key.Key_Return)
    return shown.focusWidget()


def field(shown: FinalFormDialog, name: str) -> QLineEdit:
    found = shown.form.inputs[name]
    assert isinstance(found, QLineEdit)
    return found


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, CONTROL])
def test_no_enter_signs(
    qtbot: QtBot, office: Office, open_layout: Open, modifier: Qt.KeyboardModifier
) -> None:
    key = make.sent_issue(office)
    view = open_layout()
    step(qtbot, view)
    shown = dialog(qtbot, FinalFormDialog)
    field(shown, "on").setFocus()
    qtbot.keyClick(field(shown, "on"), Qt.Key.Key_Return, modifier)
    assert shown.isVisible() and signatures(office, key) == []


def test_the_button_that_signs_takes_enter_once_one_has_gone_to_it(
    qtbot: QtBot, office: Office, open_layout: Open
) -> None:
    key = make.sent_issue(office)
    step(qtbot, open_layout())
    shown = dialog(qtbot, FinalFormDialog)
    field(shown, "on").setFocus()
    for _ in range(2):
        qtbot.keyClick(shown.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(shown.focusWidget(), Qt.Key.Key_Return)
    assert len(signatures(office, key)) == 1


def test_enter_leads_from_the_last_field_to_the_verb_and_then_signs(
    qtbot: QtBot, office: Office, open_layout: Open
) -> None:
    key = make.sent_issue(office)
    step(qtbot, open_layout())
    shown = dialog(qtbot, FinalFormDialog)
    assert enter(qtbot, shown) is field(shown, "on")
    assert (enter(qtbot, shown), signatures(office, key)) == (shown.go, [])
    enter(qtbot, shown)
    assert len(signatures(office, key)) == 1


def test_a_verb_that_lacks_something_leads_back_to_it(
    qtbot: QtBot, office: Office, open_layout: Open
) -> None:
    key = make.sent_issue(office)
    step(qtbot, open_layout())
    shown = dialog(qtbot, FinalFormDialog)
    field(shown, "on").clear()
    assert enter(qtbot, shown, 3) is field(shown, "on")
    assert shown.isVisible() and signatures(office, key) == []


def test_enter_held_down_signs_nothing(qtbot: QtBot, office: Office, open_layout: Open) -> None:
    key = make.sent_issue(office)
    step(qtbot, open_layout())
    shown = dialog(qtbot, FinalFormDialog)
    enter(qtbot, shown, 2)
    held = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True
    )
    QApplication.sendEvent(shown.go, held)
    assert shown.isVisible() and signatures(office, key) == []
