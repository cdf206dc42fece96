"""撤销记录 as a person uses it after a wrong batch."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import office_maker as make
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from xinxi_desktop.domain.vocabulary import Disposition
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.undo_history import UndoHistoryDialog
from xinxi_desktop.gui.main_window import MainWindow
from xinxi_desktop.services import intake

LEFT = Qt.MouseButton.LeftButton
KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def opened(qtbot: QtBot, window: MainWindow) -> UndoHistoryDialog:
    qtbot.keyClick(window, Qt.Key.Key_Z, KEYS)
    dialog = window.findChild(UndoHistoryDialog)
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def import_two(desk: Desk, folder: Path) -> None:
    for name in ("甲", "乙"):
        (folder / f"{name}.txt").write_text(f"{name}事情况\n{name}事已办。\n", encoding="utf-8")
    list(intake.import_files(desk.office, [folder / "甲.txt", folder / "乙.txt"]))


def test_a_wrong_batch_is_undone_with_one_key_and_one_click(
    qtbot: QtBot, window: MainWindow, desk: Desk, tmp_path: Path
) -> None:
    import_two(desk, tmp_path)
    dialog = opened(qtbot, window)
    assert "一批 2 个，一起撤销" in dialog.heading.text()
    qtbot.mouseClick(dialog.one, LEFT)
    assert intake.queue_counts(desk.office)["all"] == 0
    assert not dialog.one.isEnabled() and "已经撤销过" in dialog.refused.text()


def test_the_chosen_step_says_what_goes_back(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    report = make.report(desk.office)
    intake.dispose(desk.office, [report], Disposition.REJECT, "内容一般")
    dialog = opened(qtbot, window)
    assert "去向 不用 → 空" in dialog.what.toPlainText()
    qtbot.keyClick(dialog.listing, Qt.Key.Key_Down)
    assert "去掉来稿" in dialog.what.toPlainText()


def test_what_has_later_work_on_it_is_undone_with_it(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    report = make.report(desk.office)
    intake.dispose(desk.office, [report], Disposition.REJECT, "内容一般")
    dialog = opened(qtbot, window)
    qtbot.keyClick(dialog.listing, Qt.Key.Key_Down)
    assert not dialog.one.isEnabled() and dialog.since.text() == "撤销到这一步（共 2 步）"
    qtbot.mouseClick(dialog.since, LEFT)
    assert intake.queue_counts(desk.office)["all"] == 0


def test_what_was_undone_is_done_again_by_its_button(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    report = make.report(desk.office)
    intake.dispose(desk.office, [report], Disposition.REJECT, "内容一般")
    dialog = opened(qtbot, window)
    assert not dialog.again.isEnabled()
    qtbot.mouseClick(dialog.one, LEFT)
    qtbot.mouseClick(dialog.again, LEFT)
    assert intake.submission(desk.office, report)["disposition"] == "reject"
    assert not dialog.again.isEnabled()


def test_a_step_that_can_only_go_back_alone_says_why(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    make.report(desk.office)
    issue = make.signed_issue(desk.office)
    assert issue
    dialog = opened(qtbot, window)
    qtbot.keyClick(dialog.listing, Qt.Key.Key_End)
    assert not dialog.since.isEnabled()
    assert "不能撤销到这一步" in dialog.refused.text() or "定局" in dialog.refused.text()


def test_what_is_final_says_so_and_cannot_be_undone(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    make.signed_issue(desk.office)
    dialog = opened(qtbot, window)
    row = dialog.model.row(0)
    shown = [column.text(row) for column in dialog.model.columns]
    assert shown[-1] == "已成定局，不能撤销"
    assert not dialog.one.isEnabled() and not dialog.since.isEnabled()


def test_the_status_bar_leads_to_it(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    desk.do(partial(intake.dispose, desk.office, [make.report(desk.office)], Disposition.KEEP))
    qtbot.mouseClick(window.history_button, LEFT)
    assert window.findChild(UndoHistoryDialog) is not None
