"""A second window of a file asks the first to give way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import office_maker as make
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from xinxi_desktop import settings
from xinxi_desktop.app import Program
from xinxi_desktop.gui.crash import CrashReporter
from xinxi_desktop.gui.main_window import MainWindow
from xinxi_desktop.gui.takeover import Pace
from xinxi_desktop.services import takeover
from xinxi_desktop.services.articles import create_article, draft
from xinxi_desktop.services.office import create_office, open_office

PATIENCE = 20_000
QUICK = Pace(look_milliseconds=120, beat_milliseconds=50, rest_seconds=0.2, patience_seconds=15.0)
BRIEF = Pace(look_milliseconds=120, beat_milliseconds=50, rest_seconds=0.2, patience_seconds=1.0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    office = create_office(tmp_path / "云澜.xinxi", "云澜市委办公室信息科")
    create_article(office, [make.report(office)])
    office.close()
    return office.path


@pytest.fixture
def start(qapp: QApplication, path: Path, tmp_path: Path) -> Iterator[Callable[[Pace], Program]]:
    """Starts the program on the file; the first holds it."""
    made: list[Program] = []

    def begin(pace: Pace = QUICK) -> Program:
        program = Program(qapp, settings.load_settings(), CrashReporter(tmp_path / "crashes"))
        program.pace = pace
        program.start(path)
        made.append(program)
        return program

    yield begin
    for program in made:
        if program.window is not None:
            program.window.close()
            program.window.deleteLater()
        program.deleteLater()


def window(program: Program) -> MainWindow:
    assert program.window is not None
    return program.window


def may_write(program: Program) -> bool:
    return program.window is not None and not program.window.desk.office.read_only


def said(program: Program) -> str:
    return program.notifier.history[-1].text


def rest(qtbot: QtBot, *programs: Program) -> None:
    for program in programs:
        qtbot.waitUntil(lambda each=program: window(each).desk.jobs.idle, timeout=PATIENCE)


def test_a_window_at_rest_gives_way_and_says_to_whom(
    qtbot: QtBot, start: Callable[..., Program], path: Path
) -> None:
    holder, asker = start(), start()
    rest(qtbot, holder, asker)
    qtbot.mouseClick(window(asker).ask, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: may_write(asker), timeout=PATIENCE)

    assert window(holder).desk.office.read_only and "只读" in window(holder).file.text()
    assert "接管了工作文件" in said(holder) and holder.notifier.history[-1].lasting
    assert not takeover.request_file(path).exists()


def test_the_notice_that_the_file_is_held_offers_to_ask(
    qtbot: QtBot, start: Callable[..., Program]
) -> None:
    holder, asker = start(), start()
    (frame,) = window(asker).notices.frames
    (offered,) = (each for each in frame.findChildren(QPushButton) if each.text() == "请对方让出")
    rest(qtbot, holder, asker)
    qtbot.mouseClick(offered, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: may_write(asker), timeout=PATIENCE)


def test_what_was_typed_is_there_for_who_takes_over(
    qtbot: QtBot, start: Callable[..., Program]
) -> None:
    holder, asker = start(), start()
    window(holder).show_item("article", 1)
    body = window(holder).view("editing").pane.body  # type: ignore[attr-defined]
    QTest.keyClicks(body, "abc")
    rest(qtbot, holder, asker)
    window(asker).ask.click()
    qtbot.waitUntil(lambda: may_write(asker), timeout=PATIENCE)
    kept = draft(window(asker).desk.office, 1)
    assert kept is not None and "abc" in kept[1].blocks[0].text


def test_who_is_typing_keeps_the_file_and_the_asker_is_told(
    qtbot: QtBot, start: Callable[..., Program], path: Path
) -> None:
    holder, asker = start(BRIEF), start(BRIEF)
    rest(qtbot, holder, asker)
    window(asker).ask.click()

    def told() -> bool:
        QTest.keyClick(window(holder).search, Qt.Key.Key_A)
        return "没有让出" in said(asker)

    qtbot.waitUntil(told, timeout=PATIENCE)
    assert may_write(holder) and window(asker).ask.isEnabled()
    assert not takeover.request_file(path).exists()
    assert any("请您让出工作文件" in each.text for each in holder.notifier.history)


def test_a_holder_with_a_dialog_open_is_not_at_rest(
    qtbot: QtBot, start: Callable[..., Program]
) -> None:
    holder, asker = start(BRIEF), start(BRIEF)
    rest(qtbot, holder, asker)
    window(holder).backup.click()
    window(asker).ask.click()
    qtbot.waitUntil(lambda: "没有让出" in said(asker), timeout=PATIENCE)
    assert may_write(holder)


def test_a_line_that_is_begun_and_not_recorded_keeps_the_file(
    qtbot: QtBot, start: Callable[..., Program]
) -> None:
    holder, asker = start(BRIEF), start(BRIEF)
    window(holder).show_item("submission", 1)
    detail = window(holder).view("inbox").detail  # type: ignore[attr-defined]
    qtbot.waitUntil(detail.verification.isVisible, timeout=PATIENCE)
    QTest.keyClicks(detail.verification.words, "abc")
    window(asker).ask.click()
    qtbot.waitUntil(lambda: "没有让出" in said(asker), timeout=PATIENCE)
    assert may_write(holder)


def test_a_program_that_does_not_answer_is_told_of(
    qtbot: QtBot, start: Callable[..., Program], path: Path
) -> None:
    holder = open_office(path)
    asker = start(BRIEF)
    window(asker).ask.click()
    qtbot.waitUntil(lambda: "没有让出" in said(asker), timeout=PATIENCE)
    assert not may_write(asker)
    holder.close()


def test_a_file_that_was_closed_meanwhile_is_taken_at_once(
    start: Callable[..., Program], path: Path
) -> None:
    holder = open_office(path)
    asker = start()
    holder.close()
    window(asker).ask.click()
    assert may_write(asker) and not window(asker).ask.isVisible()


def test_the_request_of_a_dead_program_moves_nobody(
    qtbot: QtBot, start: Callable[..., Program], path: Path
) -> None:
    holder = start()
    rest(qtbot, holder)
    takeover.put(path, takeover.new_request(window(holder).desk.office))
    qtbot.waitUntil(lambda: not takeover.request_file(path).exists(), timeout=PATIENCE)
    assert may_write(holder)


def test_closing_the_asking_window_takes_the_request_away(
    start: Callable[..., Program], path: Path
) -> None:
    holder = open_office(path)
    asker = start()
    window(asker).ask.click()
    assert takeover.request_file(path).exists()
    window(asker).close()
    assert not takeover.request_file(path).exists()
    holder.close()


def test_both_windows_stay_at_the_record_that_was_chosen(
    qtbot: QtBot, start: Callable[..., Program], path: Path
) -> None:
    office = open_office(path)
    chosen = make.report(office, "老年食堂")
    make.report(office, "共享冷库")
    office.close()
    holder, asker = start(), start()
    for program in (holder, asker):
        window(program).show_item("submission", chosen)
    rest(qtbot, holder, asker)
    window(asker).ask.click()
    qtbot.waitUntil(lambda: may_write(asker), timeout=PATIENCE)
    rest(qtbot, holder, asker)
    assert [window(each).place for each in (holder, asker)] == [(0, chosen)] * 2
