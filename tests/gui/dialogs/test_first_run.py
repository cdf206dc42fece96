from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from pytestqt.qtbot import QtBot

from xinxi_desktop.app import make_office
from xinxi_desktop.domain.vocabulary import Machine, Profile
from xinxi_desktop.gui.dialogs.first_run import FirstRunDialog
from xinxi_desktop.gui.jobs import Jobs
from xinxi_desktop.gui.theme import Theme
from xinxi_desktop.services.office import Office, open_office


@pytest.fixture
def opened() -> Iterator[list[Office]]:
    offices: list[Office] = []
    yield offices
    for office in offices:
        office.close()


@pytest.fixture
def dialog(
    qtbot: QtBot, theme: Theme, opened: list[Office], home: Path
) -> Iterator[FirstRunDialog]:
    jobs = Jobs(lambda _: None)
    made = FirstRunDialog(make_office, open_office, jobs)
    made.opened.connect(opened.append)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    jobs.stop()


def fill_in(qtbot: QtBot, dialog: FirstRunDialog, name: str, place: Path) -> None:
    qtbot.keyClicks(dialog.form.office, name)
    dialog.form.place.selectAll()
    qtbot.keyClicks(dialog.form.place, str(place))


def test_the_cursor_waits_in_the_first_field(dialog: FirstRunDialog) -> None:
    assert dialog.focusWidget() is dialog.form.office


def test_what_is_fixed_for_ever_is_said_beside_it(dialog: FirstRunDialog) -> None:
    beside = (dialog.form.profile_fixed, dialog.form.machine_fixed)
    assert [each.text() for each in beside if each.isVisible()] == ["建立后不能改"] * 2


def test_the_answers_make_an_office(
    qtbot: QtBot, dialog: FirstRunDialog, opened: list[Office], tmp_path: Path
) -> None:
    fill_in(qtbot, dialog, "Yunlan", tmp_path / "new" / "a.xinxi")
    qtbot.keyClick(dialog.form.profile, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.form.machine, Qt.Key.Key_Down)
    qtbot.mouseClick(dialog.form.create, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(opened), timeout=10_000)
    office = opened[0]
    assert (office.name, office.profile, office.machine) == (
        "Yunlan",
        Profile.COUNTY_PARTY,
        Machine.SECRET,
    )
    assert not dialog.isVisible()


def test_enter_in_a_field_creates(
    qtbot: QtBot, dialog: FirstRunDialog, opened: list[Office], tmp_path: Path
) -> None:
    fill_in(qtbot, dialog, "Yunlan", tmp_path / "a.xinxi")
    qtbot.keyClick(dialog.form.place, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(opened), timeout=10_000)
    assert opened[0].path == tmp_path / "a.xinxi"


def test_without_a_name_nothing_is_made_and_the_field_is_shown(
    qtbot: QtBot, dialog: FirstRunDialog, opened: list[Office]
) -> None:
    qtbot.mouseClick(dialog.form.create, Qt.MouseButton.LeftButton)
    assert dialog.form.problem.text() == "请填写单位名称。"
    assert dialog.focusWidget() is dialog.form.office and opened == []


def test_the_missing_name_is_no_longer_named_once_it_is_typed(
    qtbot: QtBot, dialog: FirstRunDialog
) -> None:
    qtbot.mouseClick(dialog.form.create, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(dialog.form.office, "Y")
    assert not dialog.form.problem.isVisible()


def test_a_place_already_taken_is_said_and_can_be_changed(
    qtbot: QtBot, dialog: FirstRunDialog, tmp_path: Path
) -> None:
    (tmp_path / "a.xinxi").write_text("something")
    fill_in(qtbot, dialog, "Yunlan", tmp_path / "a.xinxi")
    qtbot.mouseClick(dialog.form.create, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.form.problem.isVisible, timeout=10_000)
    assert dialog.form.create.isEnabled()
    assert (tmp_path / "a.xinxi").read_text() == "something"


def test_the_place_follows_the_name_until_the_person_types_one(
    qtbot: QtBot, dialog: FirstRunDialog, tmp_path: Path
) -> None:
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    qtbot.keyClicks(dialog.form.office, "Yun:lan")
    assert dialog.form.place.text() == str(Path(documents) / "Yun lan.xinxi")
    fill_in(qtbot, dialog, "", tmp_path / "b.xinxi")
    qtbot.keyClicks(dialog.form.office, "x")
    assert dialog.form.place.text() == str(tmp_path / "b.xinxi")


def test_the_machine_class_says_what_may_not_come_in(qtbot: QtBot, dialog: FirstRunDialog) -> None:
    qtbot.keyClick(dialog.form.machine, Qt.Key.Key_End)
    assert "机密级" in dialog.form.machine_note.text()
