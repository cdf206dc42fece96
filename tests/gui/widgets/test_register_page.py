from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from xinxi_desktop.domain.times import today
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.models.columns import Column, plain
from xinxi_desktop.gui.notify import Notifier
from xinxi_desktop.gui.widgets.field_form import Field
from xinxi_desktop.gui.widgets.register_page import Register, RegisterPage
from xinxi_desktop.services.office import Office
from xinxi_desktop.services.registers import leaders, save_leader

LEFT = Qt.MouseButton.LeftButton


def leader_register(office: Office) -> Register:
    return Register(
        "leaders",
        "领导",
        "领导",
        (
            Field("name", "姓名", required=True),
            Field("title", "职务", required=True),
            Field("position", "排序号", "number"),
            Field("from_date", "起", "date"),
        ),
        (
            Column("name", "姓名", plain("name")),
            Column("title", "职务", plain("title"), stretch=True),
        ),
        partial(leaders, office),
        partial(save_leader, office),
    )


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, office: Office) -> RegisterPage:
    for name in ("Luo", "Wei"):
        save_leader(office, None, {"name": name, "title": "director"})
    made = RegisterPage(leader_register(office), desk)
    qtbot.addWidget(made)
    made.resize(1100, 600)
    made.refresh()
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.start()
    return made


def field(page: RegisterPage, name: str) -> QLineEdit:
    found = page.form.inputs[name]
    assert isinstance(found, QLineEdit)
    return found


def names(office: Office) -> list[str]:
    return [row["name"] for row in leaders(office)]


def test_the_chosen_record_stands_in_the_form(qtbot: QtBot, page: RegisterPage) -> None:
    qtbot.keyClick(page.listing, Qt.Key.Key_Down)
    assert field(page, "name").text() == "Wei" and page.heading.text() == "Wei"


def test_a_change_is_saved_with_its_button(
    qtbot: QtBot, page: RegisterPage, office: Office
) -> None:
    assert not page.save_button.isEnabled()
    qtbot.keyClicks(field(page, "name"), " Jing")
    qtbot.mouseClick(page.save_button, LEFT)
    assert names(office) == ["Luo Jing", "Wei"]
    assert not page.save_button.isEnabled()


def test_ctrl_n_types_and_ctrl_s_add_a_record(
    qtbot: QtBot, page: RegisterPage, office: Office
) -> None:
    qtbot.keyClick(page.listing, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert page.focusWidget() is field(page, "name")
    qtbot.keyClicks(field(page, "name"), "Song")
    qtbot.keyClicks(field(page, "title"), "chief")
    qtbot.keyClick(field(page, "title"), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert names(office) == ["Luo", "Wei", "Song"]
    assert page.listing.selected_ids() == [leaders(office)[2]["id"]]


def test_a_missing_name_is_said_beside_the_form_and_framed(
    qtbot: QtBot, page: RegisterPage, office: Office
) -> None:
    field(page, "name").selectAll()
    qtbot.keyClick(field(page, "name"), Qt.Key.Key_Delete)
    qtbot.mouseClick(page.save_button, LEFT)
    assert page.problem.text() == "请填写姓名。" and field(page, "name").property("wrong")
    assert names(office) == ["Luo", "Wei"]


def test_a_date_that_is_none_is_said(qtbot: QtBot, page: RegisterPage) -> None:
    qtbot.keyClicks(field(page, "from_date"), "2026-13-01")
    qtbot.mouseClick(page.save_button, LEFT)
    assert today() in page.problem.text()


def test_going_to_another_record_saves_what_was_typed(
    qtbot: QtBot, page: RegisterPage, office: Office
) -> None:
    qtbot.keyClicks(field(page, "name"), "x")
    qtbot.keyClick(page.listing, Qt.Key.Key_Down)
    assert names(office) == ["Luox", "Wei"]
    assert field(page, "name").text() == "Wei"


def test_what_cannot_be_saved_holds_the_person_at_its_record(
    qtbot: QtBot, page: RegisterPage
) -> None:
    field(page, "name").selectAll()
    qtbot.keyClick(field(page, "name"), Qt.Key.Key_Delete)
    qtbot.keyClick(page.listing, Qt.Key.Key_Down)
    assert page.problem.text() == "请填写姓名。"
    qtbot.waitUntil(lambda: page.listing.selected_ids() == [page.model.ids[0]])


def test_a_save_can_be_undone_from_the_bar(
    qtbot: QtBot, page: RegisterPage, office: Office, notifier: Notifier
) -> None:
    qtbot.keyClicks(field(page, "name"), "x")
    qtbot.mouseClick(page.save_button, LEFT)
    undo = notifier.history[-1].undo
    assert undo is not None
    undo()
    assert names(office) == ["Luo", "Wei"]


def test_every_field_has_its_label_as_buddy(page: RegisterPage) -> None:
    assert all(widget.accessibleName() for widget in page.form.inputs.values())
