"""排版: the form of an issue, to whom it goes and in how many copies."""

from __future__ import annotations

from collections.abc import Callable

import office_maker as make
import pytest
from hands import choose_queue, choose_row
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QSpinBox
from pytestqt.qtbot import QtBot
from real_window import CONTROL, LEFT

from xinxi_desktop.gui.notify import Notifier
from xinxi_desktop.gui.views.layout import LayoutView
from xinxi_desktop.services.issues import issue
from xinxi_desktop.services.office import Office

PRINTED = ("已印发", "更正、收回")

Open = Callable[[], LayoutView]


def test_copies_and_readers_are_changed_and_saved_by_a_key(
    qtbot: QtBot, office: Office, open_layout: Open
) -> None:
    key = make.issue(office)
    view = open_layout()
    qtbot.mouseClick(view.issue.switch.buttons["registration"], LEFT)
    inputs = view.issue.registration.form.inputs
    copies, readers = inputs["copies"], inputs["issue_to"]
    assert isinstance(copies, QSpinBox) and isinstance(readers, QPlainTextEdit)
    qtbot.keyClick(copies, Qt.Key.Key_Up)
    qtbot.keyClicks(readers, "gexianqu")
    qtbot.keyClick(readers, Qt.Key.Key_S, CONTROL)
    saved = issue(office, key)
    assert (saved["copies"], saved["issue_to"]) == (47, "gexianqu")


def test_what_is_typed_is_kept_when_another_issue_is_chosen(
    qtbot: QtBot, office: Office, open_layout: Open
) -> None:
    older, newer = make.issue(office), make.issue(office)
    view = open_layout()
    qtbot.mouseClick(view.issue.switch.buttons["registration"], LEFT)
    qtbot.keyClick(view.issue.registration.form.inputs["copies"], Qt.Key.Key_Up)
    qtbot.keyClick(view.listing, Qt.Key.Key_Down)
    assert (issue(office, newer)["copies"], issue(office, older)["copies"]) == (47, 46)


def test_a_mark_above_the_machine_is_refused_and_stays_in_the_form(
    qtbot: QtBot, office: Office, open_layout: Open, notifier: Notifier
) -> None:
    key = make.issue(office)
    view = open_layout()
    qtbot.mouseClick(view.issue.switch.buttons["registration"], LEFT)
    box = view.issue.registration.form.inputs["secrecy"]
    for _ in range(2):
        qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.mouseClick(view.issue.registration.save_button, LEFT)
    assert "本机类别是“非涉密”" in notifier.history[-1].text
    assert (issue(office, key)["secrecy"], box.currentText()) == ("internal", "秘密")  # type: ignore[attr-defined]


@pytest.mark.parametrize(("state", "words"), [("sent", ("退改",)), ("printed", PRINTED)])
def test_the_form_of_an_issue_says_why_it_is_closed(
    qtbot: QtBot, office: Office, open_layout: Open, state: str, words: tuple[str, ...]
) -> None:
    key = make.sent_issue(office) if state == "sent" else make.printed_issue(office)
    view = open_layout()
    choose_queue(view.queues, "全部")
    choose_row(view.listing, key)
    qtbot.mouseClick(view.issue.switch.buttons["registration"], LEFT)
    said = view.issue.registration.why.toolTip() or view.issue.registration.why.text()
    assert all(word in said for word in words)
    assert ("退改" in said) == (state == "sent")
