from collections.abc import Iterator
from pathlib import Path

import hands
import office_maker as make
import pytest
from log_guard import LogGuard
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from xinxi_desktop import settings
from xinxi_desktop.app import Program
from xinxi_desktop.domain.document import document_from_lines
from xinxi_desktop.gui.crash import CrashReporter
from xinxi_desktop.gui.dialogs.posts import PostsDialog
from xinxi_desktop.gui.views.starting_section import StartingSection
from xinxi_desktop.services import articles
from xinxi_desktop.services.backups import back_up_today
from xinxi_desktop.services.office import create_office, open_office
from xinxi_desktop.services.registers import persons


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    values = settings.load_settings()
    made = Program(qapp, values, CrashReporter(tmp_path / "crashes"))
    yield made
    if made.window is not None:
        made.window.close()
    if made.first_run is not None:
        made.first_run.close()
    made.deleteLater()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "云澜.xinxi"
    create_office(place, "云澜市委办公室信息科").close()
    return place


def test_the_first_start_asks(program: Program) -> None:
    program.start()
    assert program.first_run is not None and program.first_run.isVisible()


def test_the_sample_office_opens_from_the_first_start(program: Program, qtbot: QtBot) -> None:
    program.start()
    assert program.first_run is not None
    qtbot.mouseClick(program.first_run.form.sample, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.window is not None, timeout=60_000)
    assert program.window is not None and "云澜" in program.window.windowTitle()
    assert not program.first_run.isVisible()


def test_the_last_file_reopens(program: Program, path: Path) -> None:
    program.values.opened(path)
    program.start()
    assert program.window is not None and "云澜" in program.window.windowTitle()


def test_a_last_file_that_is_gone_is_said_and_another_can_be_chosen(
    program: Program, tmp_path: Path
) -> None:
    program.start(tmp_path / "没有.xinxi")
    assert program.first_run is not None
    assert "找不到工作文件" in program.first_run.form.problem.text()


def test_a_file_held_by_another_window_opens_for_reading(program: Program, path: Path) -> None:
    other = open_office(path)
    program.start(path)
    assert program.window is not None and "只读" in program.window.file.text()
    told = program.notifier.history[-1].text
    assert told.startswith("编辑（计算机 ") and "只能看" in told
    assert "没有做" not in told and "进程" not in told
    other.close()


def test_closing_the_window_closes_the_file(program: Program, qtbot: QtBot, path: Path) -> None:
    program.start(path)
    assert program.window is not None
    qtbot.waitUntil(program.window.isActiveWindow)
    qtbot.keyClick(program.window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    again = open_office(path)
    assert not again.read_only
    again.close()


def test_changing_to_another_file_closes_the_one_before(
    program: Program, path: Path, tmp_path: Path
) -> None:
    create_office(tmp_path / "b.xinxi", "望川县委办公室").close()
    program.start(path)
    program.change_to(str(tmp_path / "b.xinxi"))
    assert program.window is not None and "望川" in program.window.windowTitle()
    open_office(path).close()


def test_a_file_that_is_none_leaves_the_open_one(
    program: Program, path: Path, tmp_path: Path, logs: LogGuard
) -> None:
    logs.expect("not_an_office_file")
    (tmp_path / "c.xinxi").write_text("text")
    program.start(path)
    before = program.window
    program.change_to(str(tmp_path / "c.xinxi"))
    assert program.window is before
    assert program.notifier.history[-1].kind == "error"


def test_a_restore_closes_the_window_and_opens_the_file_of_then(
    program: Program, qtbot: QtBot, path: Path
) -> None:
    program.start(path)
    assert program.window is not None
    office = program.window.desk.office
    (copy,) = back_up_today(office, "", lambda _done, _total: None).paths
    make.report(office, "后来登记的")
    program.window.restore_asked.emit(copy)
    qtbot.waitUntil(lambda: program.window is not None, timeout=20_000)

    assert program.window.desk.office.file.value("SELECT count(*) FROM submission") == 0
    assert "已恢复" in program.notifier.history[-1].text


def test_a_restore_that_fails_opens_the_file_as_it_was(
    program: Program, qtbot: QtBot, path: Path
) -> None:
    program.start(path)
    assert program.window is not None
    make.report(program.window.desk.office)
    program.window.restore_asked.emit(path.with_name("没有这一份.xinxi"))
    qtbot.waitUntil(lambda: program.window is not None, timeout=20_000)

    assert program.window.desk.office.file.value("SELECT count(*) FROM submission") == 1
    assert "找不到备份" in program.notifier.history[-1].text


def test_the_second_place_asked_for_on_the_first_day_is_kept(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    program.start()
    assert program.first_run is not None
    form = program.first_run.form
    qtbot.keyClicks(form.office, "xianwei")
    form.place.clear()
    qtbot.keyClicks(form.place, str(tmp_path / "x.xinxi"))
    qtbot.keyClicks(form.second, str(tmp_path / "stick"))
    qtbot.mouseClick(form.create, Qt.MouseButton.LeftButton)
    hands.click(hands.dialog(qtbot, PostsDialog).cancel)

    assert program.window is not None
    assert program.window.backups.second == str(tmp_path / "stick")


def new_office(program: Program, qtbot: QtBot, place: Path) -> PostsDialog:
    """Make an office as on the first day; gives the dialog that comes up over its window."""
    program.start()
    assert program.first_run is not None
    form = program.first_run.form
    qtbot.keyClicks(form.office, "xianwei")
    form.place.clear()
    qtbot.keyClicks(form.place, str(place))
    qtbot.mouseClick(form.create, Qt.MouseButton.LeftButton)
    return hands.dialog(qtbot, PostsDialog)


def test_a_new_office_asks_who_holds_the_posts(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = new_office(program, qtbot, tmp_path / "x.xinxi")
    hands.write("陈书怀")
    hands.click(dialog.go)
    assert program.window is not None
    assert program.window.person.text().strip() == "陈书怀（编辑）"
    names = [row["name"] for row in persons(program.window.desk.office)]
    assert names[0] == "陈书怀" and "科长" in names


def test_the_names_can_be_left_for_later(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    hands.click(new_office(program, qtbot, tmp_path / "x.xinxi").cancel)
    qtbot.waitUntil(lambda: bool(program.notifier.history))
    assert "导入往年台账" in program.notifier.history[-1].text
    assert program.window is not None
    assert program.window.person.text().strip() == "编辑"


def test_the_sample_office_opens_from_the_settings_too(
    program: Program, qtbot: QtBot, path: Path
) -> None:
    program.start(path)
    assert program.window is not None
    program.window.show_place(5)
    section = program.window.findChild(StartingSection)
    assert section is not None
    qtbot.mouseClick(section.sample_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "示范单位" in program.window.file.text(), timeout=60_000)

    assert "云澜" in program.window.windowTitle()


def test_what_was_typed_and_not_saved_is_told_at_the_next_start(
    program: Program, qtbot: QtBot, path: Path
) -> None:
    office = open_office(path)
    article = articles.create_article(office, [make.report(office)]).id
    articles.save_draft(office, article, "题", document_from_lines(["新写的。"]))
    office.close()
    program.start(path)
    qtbot.waitUntil(lambda: bool(program.notifier.history))
    notice = program.notifier.history[-1]

    assert "1 篇稿件留着上次没有保存的改动" in notice.text
    assert notice.offer is not None and notice.offer.word == "去看"
