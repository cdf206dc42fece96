"""更正, 收回, 重印: what is asked, what will be final, and what is recorded."""

from __future__ import annotations

import hands
import office_maker as make
import pytest
from pytestqt.qtbot import QtBot

from xinxi_desktop.domain.vocabulary import CorrectionKind
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.correction import CorrectionDialog
from xinxi_desktop.services.corrections import corrections
from xinxi_desktop.services.issues import issue
from xinxi_desktop.services.office import Office


@pytest.fixture
def printed(office: Office) -> int:
    """A printed issue with two recipients."""
    return make.printed_issue(office, (("书记", "机要", 1), ("市长", "机要", 2)))


def ask(qtbot: QtBot, desk: Desk, kind: CorrectionKind, key: int) -> CorrectionDialog:
    """Open the dialog."""
    dialog = CorrectionDialog(desk, kind, issue(desk.office, key))
    dialog.open()
    return hands.dialog(qtbot, type(dialog))


def test_a_correction_says_whom_it_goes_to(qtbot: QtBot, desk: Desk, printed: int) -> None:
    shown = ask(qtbot, desk, CorrectionKind.CORRECTION, printed)
    assert "2 个对象，共 3 份，现在在外 3 份" in shown.what.text()
    assert "登记后不能撤销" in shown.what.text()
    hands.click(shown.cancel)


def test_a_correction_is_recorded(qtbot: QtBot, desk: Desk, office: Office, printed: int) -> None:
    shown = ask(qtbot, desk, CorrectionKind.CORRECTION, printed)
    hands.write("第2页“18座”应为“16座”。")
    hands.click(shown.go)
    assert corrections(office, printed)[0]["text"] == "第2页“18座”应为“16座”。"
    assert desk.notifier.history[-1].undo is None


def test_what_is_missing_is_asked_for(
    qtbot: QtBot, desk: Desk, office: Office, printed: int
) -> None:
    shown = ask(qtbot, desk, CorrectionKind.RECALL, printed)
    hands.click(shown.go)
    assert (shown.problem.text(), corrections(office, printed)) == ("请填写收回原因。", [])
    hands.click(shown.cancel)


def test_a_second_recall_is_refused_in_the_dialog(
    qtbot: QtBot, desk: Desk, office: Office, printed: int
) -> None:
    for _ in range(2):
        shown = ask(qtbot, desk, CorrectionKind.RECALL, printed)
        hands.write("内容失实")
        hands.click(shown.go)
    assert "已经收回过" in shown.problem.text()
    hands.click(shown.cancel)


def test_a_reprint_counts_its_copies(
    qtbot: QtBot, desk: Desk, office: Office, printed: int
) -> None:
    shown = ask(qtbot, desk, CorrectionKind.REPRINT, printed)
    qtbot.keyClicks(shown.form.inputs["copies"], "2")
    assert "加印 2 份" in shown.what.text() or "加印 12 份" in shown.what.text()
    shown.form.inputs["reason"].setFocus()
    hands.write("补发")
    hands.click(shown.go)
    assert corrections(office, printed)[0]["kind"] == "reprint"
