"""排版: 誊改, what the leader wrote on the signed proof."""

from __future__ import annotations

import office_maker as make
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from real_window import CONTROL, LEFT, choose, confirm, dialog, open_views

from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.final import FinalDialog
from xinxi_desktop.gui.dialogs.transcribe import TranscribeDialog
from xinxi_desktop.gui.views.layout import LayoutView
from xinxi_desktop.services.articles import article
from xinxi_desktop.services.issues import issue, items
from xinxi_desktop.services.office import Office
from xinxi_desktop.services.signing import proofs, signatures


@pytest.fixture
def key(office: Office) -> int:
    return make.signed_issue(office)


@pytest.fixture
def view(qtbot: QtBot, desk: Desk, key: int) -> LayoutView:
    found = open_views(qtbot, desk, [LayoutView]).view("layout")
    assert isinstance(found, LayoutView)
    return found


@pytest.fixture
def shown(qtbot: QtBot, view: LayoutView) -> TranscribeDialog:
    choose(qtbot, view.issue.head.more, "誊改…")
    return dialog(qtbot, TranscribeDialog)


def type_at_the_end(qtbot: QtBot, shown: TranscribeDialog, words: str) -> None:
    qtbot.mouseClick(shown.editor.viewport(), LEFT)
    qtbot.keyClick(shown.editor, Qt.Key.Key_End, CONTROL)
    qtbot.keyClicks(shown.editor, words)


def let_check(qtbot: QtBot, shown: TranscribeDialog, person: str) -> None:
    """Go through the list of checkers with the keyboard until this one stands there."""
    box = shown.form.inputs["checked_by"]
    for _ in range(8):
        if box.currentText() == person:  # type: ignore[attr-defined]
            return
        qtbot.keyClick(box, Qt.Key.Key_Down)


def test_what_the_leader_wrote_is_typed_checked_and_signed_still(
    qtbot: QtBot, shown: TranscribeDialog, office: Office, key: int
) -> None:
    before = len(signatures(office, key))
    type_at_the_end(qtbot, shown, "tongyi")
    qtbot.mouseClick(shown.go, LEFT)
    confirm(qtbot)
    text = article(office, items(office, key)[0]["article"])["document"].plain_text()
    assert text.endswith("tongyi")
    assert (issue(office, key)["state"], len(signatures(office, key))) == ("signed", before)


def test_who_confirms_sees_what_was_changed_and_once_that_it_is_final(
    qtbot: QtBot, shown: TranscribeDialog
) -> None:
    type_at_the_end(qtbot, shown, "tongyi")
    qtbot.mouseClick(shown.go, LEFT)
    asked = dialog(qtbot, FinalDialog)
    what, warning = asked.form.what.text(), asked.form.warning.text()
    asked.reject()
    assert "改动 1 处：" in what and "tongyi”" in what
    assert "不能撤销" not in what and warning == "誊改不能撤销。"


def test_both_check_codes_are_kept_and_shown(
    qtbot: QtBot, view: LayoutView, shown: TranscribeDialog, office: Office, key: int
) -> None:
    type_at_the_end(qtbot, shown, "tongyi")
    qtbot.mouseClick(shown.go, LEFT)
    confirm(qtbot)
    rows = view.issue.trail.proofs.rows
    codes = [rows.index(place, 1).data() for place in range(rows.rowCount())]
    assert codes == [row["check_code"] for row in proofs(office, key)] and len(set(codes)) == 2
    assert "编辑输入、校对核对" in rows.index(0, 5).data()


def test_one_person_cannot_type_and_check_and_nothing_typed_is_lost(
    qtbot: QtBot, shown: TranscribeDialog, office: Office, key: int
) -> None:
    type_at_the_end(qtbot, shown, "tongyi")
    let_check(qtbot, shown, "编辑")
    qtbot.mouseClick(shown.go, LEFT)
    confirm(qtbot)
    assert shown.isVisible() and "不能是同一个人" in shown.problem.text()
    assert shown.editor.read().plain_text().endswith("tongyi") and len(proofs(office, key)) == 1


def test_a_text_left_as_it_was_is_no_transcription(qtbot: QtBot, shown: TranscribeDialog) -> None:
    qtbot.mouseClick(shown.go, LEFT)
    confirm(qtbot)
    assert "没有变化" in shown.problem.text()


def test_what_is_half_typed_is_there_again(
    qtbot: QtBot, view: LayoutView, shown: TranscribeDialog
) -> None:
    type_at_the_end(qtbot, shown, "yiban")
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not view.isHidden() and shown_no_more(shown))
    choose(qtbot, view.issue.head.more, "誊改…")
    again = dialog(qtbot, TranscribeDialog)
    assert again.editor.read().plain_text().endswith("yiban")


def shown_no_more(shown: TranscribeDialog) -> bool:
    try:
        return not shown.isVisible()
    except RuntimeError:  # deleted when closed
        return True


def test_another_item_keeps_its_own_half_typed_text(qtbot: QtBot, shown: TranscribeDialog) -> None:
    type_at_the_end(qtbot, shown, "diyi")
    qtbot.keyClick(shown.items, Qt.Key.Key_Down)
    second = shown.editor.read().plain_text()
    qtbot.keyClick(shown.items, Qt.Key.Key_Up)
    assert "diyi" not in second
    assert shown.editor.read().plain_text().endswith("diyi")
