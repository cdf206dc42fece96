import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from log_guard import LogGuard
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from xinxi_desktop.gui.crash import CrashReporter
from xinxi_desktop.gui.dialogs.crash_dialog import CrashDialog
from xinxi_desktop.services.crash_report import describe, keep

SECRET = "望川县委办来稿的正文"


@pytest.fixture
def reporter(qtbot: QtBot, tmp_path: Path, logs: LogGuard) -> Iterator[CrashReporter]:
    logs.expect("bug: ValueError")
    made = CrashReporter(tmp_path / "config")
    restore = made.install()
    yield made
    restore()


def dialog(qtbot: QtBot) -> CrashDialog:
    def shown() -> list[CrashDialog]:
        found = [w for w in QApplication.topLevelWidgets() if isinstance(w, CrashDialog)]
        return [each for each in found if each.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()))
    return shown()[0]


def raise_and_hook() -> None:
    try:
        int(SECRET)
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)


def test_a_bug_shows_a_report_that_can_be_copied(qtbot: QtBot, reporter: CrashReporter) -> None:
    raise_and_hook()
    shown = dialog(qtbot)
    qtbot.mouseClick(shown.form.copy, Qt.MouseButton.LeftButton)
    text = QApplication.clipboard().text()
    assert "ValueError" in text and "raise_and_hook" in text
    qtbot.mouseClick(shown.form.carry_on, Qt.MouseButton.LeftButton)
    assert not shown.isVisible()


def test_the_report_and_its_file_hold_no_report_text(
    qtbot: QtBot, reporter: CrashReporter, tmp_path: Path
) -> None:
    raise_and_hook()
    shown = dialog(qtbot)
    kept = next((tmp_path / "config").glob("crash-*.txt")).read_text("utf-8")
    assert SECRET not in kept + shown.form.report.toPlainText()
    shown.close()


def test_a_bug_in_another_thread_is_shown_too(qtbot: QtBot, reporter: CrashReporter) -> None:
    thread = threading.Thread(target=int, args=(SECRET,))
    thread.start()
    thread.join()
    dialog(qtbot).close()


def test_while_one_report_is_open_no_second_one_opens(
    qtbot: QtBot, reporter: CrashReporter, tmp_path: Path
) -> None:
    raise_and_hook()
    shown = dialog(qtbot)
    raise_and_hook()
    windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, CrashDialog)]
    assert len([w for w in windows if w.isVisible()]) == 1
    assert len(list((tmp_path / "config").glob("crash-*.txt"))) == 2
    shown.close()


def test_the_report_says_the_whole_chain() -> None:
    try:
        try:
            {}["a"]
        except KeyError as error:
            raise RuntimeError from error
    except RuntimeError as error:
        text = describe(error)
    assert text.index("RuntimeError") < text.index("KeyError")


def test_only_the_last_ten_crash_files_are_kept(tmp_path: Path) -> None:
    for _ in range(12):
        keep("x", tmp_path)
    assert len(list(tmp_path.iterdir())) == 10


def test_a_folder_that_cannot_be_written_does_not_stop_the_report(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert keep("x", tmp_path / "file" / "config") == ""
