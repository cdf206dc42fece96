"""单位与信息员: what the office keeps in the window."""

from __future__ import annotations

import json
from pathlib import Path

import hands
import office_maker as make
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot
from real_window import CONTROL, LEFT, dialog, find, open_views, rest

from xinxi_desktop.domain.times import today
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.choose_unit import ChooseUnitDialog
from xinxi_desktop.gui.dialogs.duties import DutiesDialog
from xinxi_desktop.gui.dialogs.form_dialog import FormDialog
from xinxi_desktop.gui.jobs import Jobs
from xinxi_desktop.gui.main_window import MainWindow
from xinxi_desktop.gui.notify import Notifier
from xinxi_desktop.gui.theme import Theme
from xinxi_desktop.gui.views.registers import RegistersPage
from xinxi_desktop.gui.views.settings_page import SettingsPage
from xinxi_desktop.gui.widgets.basics import EmptyState
from xinxi_desktop.services import absences, registers, units
from xinxi_desktop.services.bulletins import office_fonts
from xinxi_desktop.services.issues import issue
from xinxi_desktop.services.office import Office, create_office, find_person, open_office
from xinxi_desktop.services.printing import finalise, recheck
from xinxi_desktop.settings import Settings

KEYS = (
    "units",
    "to_confirm",
    "informants",
    "persons",
    "absences",
    "leaders",
    "publications",
    "chains",
)


@pytest.fixture
def view(qtbot: QtBot, desk: Desk, office: Office) -> RegistersPage:
    make.unit(office, "安渡区委办公室", "安渡")
    make.unit(office, "白湾区委办公室")
    make.new_unit(office, "安渡区委办")
    window = open_views(qtbot, desk, [SettingsPage], [(RegistersPage, "building-2")])
    qtbot.keyClick(window, Qt.Key.Key_U, CONTROL)
    return view_of(window)


def view_of(window: MainWindow) -> RegistersPage:
    found = window.view("units")
    assert isinstance(found, RegistersPage)
    return found


def go_to(qtbot: QtBot, view: RegistersPage, key: str) -> None:
    """Choose a register with the arrows."""
    for _ in KEYS:
        qtbot.keyClick(view.queues, Qt.Key.Key_Up)
    for _ in range(KEYS.index(key)):
        qtbot.keyClick(view.queues, Qt.Key.Key_Down)


def line(view: RegistersPage, name: str) -> QLineEdit:
    found = view.page.form.inputs[name]
    assert isinstance(found, QLineEdit)
    return found


def fill(qtbot: QtBot, field: QWidget, words: str) -> None:
    """Replace what stands in a field."""
    qtbot.keyClick(field, Qt.Key.Key_A, CONTROL)
    qtbot.keyClicks(field, words)


def choose_word(qtbot: QtBot, view: RegistersPage, name: str, word: str) -> None:
    """Go through a choice with the arrows until this word stands there."""
    box = view.page.form.inputs[name]
    assert isinstance(box, QComboBox)
    for _ in range(box.count()):
        qtbot.keyClick(box, Qt.Key.Key_Up)
    while box.currentText() != word:
        before = box.currentIndex()
        qtbot.keyClick(box, Qt.Key.Key_Down)
        assert box.currentIndex() != before, f"{word} is not offered"


def press(qtbot: QtBot, view: RegistersPage, verb: str) -> None:
    buttons = view.page.findChildren(QPushButton)
    qtbot.mouseClick(next(each for each in buttons if each.text() == verb), LEFT)


def save(qtbot: QtBot, view: RegistersPage) -> None:
    qtbot.mouseClick(view.page.save_button, LEFT)


def unit(office: Office, name: str) -> dict[str, object]:
    return next(row for row in units.units(office) if row["name"] == name)


def test_ctrl_u_opens_the_units_in_the_offices_order(view: RegistersPage) -> None:
    model = view.page.model
    names = [model.index(place, 0).data() for place in range(model.rowCount())]
    assert names == ["安渡区委办公室", "白湾区委办公室", "安渡区委办"]


def test_a_unit_gets_aliases_class_frequency_and_phone(
    qtbot: QtBot, view: RegistersPage, office: Office
) -> None:
    fill(qtbot, line(view, "aliases"), "andu")
    fill(qtbot, line(view, "phone"), "0000-123")
    choose_word(qtbot, view, "frequency", "日")
    choose_word(qtbot, view, "class", "开发区")
    qtbot.keyClick(line(view, "phone"), Qt.Key.Key_S, CONTROL)
    saved = unit(office, "安渡区委办公室")
    assert [saved[name] for name in ("aliases", "phone", "frequency", "class")] == [
        "andu", "0000-123", "daily", "开发区",
    ]  # fmt: skip


def test_a_new_unit_stands_last_unless_it_is_given_a_place(
    qtbot: QtBot, view: RegistersPage, office: Office
) -> None:
    qtbot.keyClick(view.page.listing, Qt.Key.Key_N, CONTROL)
    qtbot.keyClicks(line(view, "name"), "xindanwei")
    save(qtbot, view)
    assert units.units(office)[-1]["name"] == "xindanwei"
    assert view.page.listing.selected_ids() == [units.units(office)[-1]["id"]]


@pytest.mark.parametrize("place", range(len(KEYS)))
def test_ctrl_n_opens_a_new_record_right_after_choosing_a_register(
    qtbot: QtBot, view: RegistersPage, place: int
) -> None:
    if place == 0:
        go_to(qtbot, view, "persons")
    middle = view.queues.visualItemRect(view.queues.item(place)).center()
    qtbot.mouseClick(view.queues.viewport(), LEFT, pos=middle)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_N, CONTROL)
    assert view.queues.key == KEYS[place]
    assert view.page.heading.text() == f"新增{view.page.register.noun}"


def test_a_new_unit_reports_weekly_like_those_registered_by_import(
    qtbot: QtBot, view: RegistersPage, office: Office
) -> None:
    qtbot.keyClick(view.page.listing, Qt.Key.Key_N, CONTROL)
    place = view.page.form.inputs["position"]
    assert isinstance(place, QSpinBox)
    shown = place.text()
    qtbot.keyClicks(line(view, "name"), "xindanwei")
    save(qtbot, view)
    assert (shown, unit(office, "xindanwei")["frequency"]) == ("排在最后", "weekly")


def test_the_example_of_a_date_is_the_offices_today(qtbot: QtBot, view: RegistersPage) -> None:
    go_to(qtbot, view, "leaders")
    assert line(view, "from_date").placeholderText() == today()


def test_a_place_in_the_order_moves_a_unit(
    qtbot: QtBot, view: RegistersPage, office: Office
) -> None:
    qtbot.keyClick(view.page.listing, Qt.Key.Key_Down)
    place = view.page.form.inputs["position"]
    assert isinstance(place, QSpinBox)
    fill(qtbot, place, "1")
    save(qtbot, view)
    assert [row["position"] for row in units.units(office)][:2] == [1, 1]


def test_units_registered_by_import_wait_to_be_confirmed(
    qtbot: QtBot, view: RegistersPage, office: Office
) -> None:
    go_to(qtbot, view, "to_confirm")
    waiting = list(view.page.model.ids)
    press(qtbot, view, "确认")
    assert (len(waiting), view.page.model.ids) == (1, [])
    assert unit(office, "安渡区委办")["to_confirm"] == 0


def test_all_that_are_selected_are_confirmed_together(
    qtbot: QtBot, view: RegistersPage, office: Office, notifier: Notifier
) -> None:
    for name in ("栖山县委办", "望川县委办"):
        make.new_unit(office, name)
    go_to(qtbot, view, "to_confirm")
    for _ in range(2):
        qtbot.keyClick(view.page.listing, Qt.Key.Key_Down, hands.SHIFT)
    press(qtbot, view, "确认 3 个单位")
    assert view.page.model.ids == [] and notifier.history[-1].text == "已确认单位 3 个"
    sentences = [each.sentence.text() for each in view.page.findChildren(EmptyState)]
    assert sentences == ["没有待确认的单位。"]


def test_a_unit_known_by_another_name_is_merged_as_its_alias(
    qtbot: QtBot, view: RegistersPage, office: Office
) -> None:
    go_to(qtbot, view, "to_confirm")
    press(qtbot, view, "并入…")
    shown = dialog(qtbot, ChooseUnitDialog)
    qtbot.keyClick(shown.words, Qt.Key.Key_Return)
    assert unit(office, "安渡区委办公室")["aliases"] == "安渡、安渡区委办"
    assert len(units.units(office)) == 2


def test_units_are_found_by_a_part_of_name_or_alias(
    qtbot: QtBot, view: RegistersPage, office: Office
) -> None:
    QApplication.clipboard().setText("白湾")
    qtbot.keyClick(view.page.words, Qt.Key.Key_V, CONTROL)
    assert view.page.model.ids == [unit(office, "白湾区委办公室")["id"]]


def choose_file(qtbot: QtBot, path: Path) -> None:
    shown = dialog(qtbot, QFileDialog)
    field = shown.findChild(QLineEdit, "fileNameEdit")
    QApplication.clipboard().setText(str(path))
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_V, CONTROL)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not shown.isVisible())


def test_a_table_of_units_is_read_and_unused_columns_are_named(
    qtbot: QtBot, view: RegistersPage, desk: Desk, office: Office, tmp_path: Path
) -> None:
    table = tmp_path / "units.csv"
    table.write_text("单位,简称,备注\n栖山县委办公室,栖山,旧名\n白湾区委办公室,白湾,\n", "utf-8")
    press(qtbot, view, "导入名录…")
    choose_file(qtbot, table)
    rest(qtbot, desk)
    assert unit(office, "白湾区委办公室")["aliases"] == "白湾"
    told = desk.notifier.history[-1].text
    assert "单位 2 个，其中新增 1 个" in told and "没有用到的列：备注" in told


def test_a_table_that_is_wrong_is_refused_whole_with_its_row(
    qtbot: QtBot, view: RegistersPage, desk: Desk, office: Office, tmp_path: Path
) -> None:
    table = tmp_path / "units.csv"
    table.write_text("单位,建制顺序\n栖山县委办公室,第三\n", "utf-8")
    press(qtbot, view, "导入名录…")
    choose_file(qtbot, table)
    rest(qtbot, desk)
    assert desk.notifier.history[-1].kind == "error" and "第三" in desk.notifier.history[-1].text
    assert len(units.units(office)) == 3


def test_an_informant_is_protected_at_a_unit_found_by_typing(
    qtbot: QtBot, view: RegistersPage, office: Office
) -> None:
    go_to(qtbot, view, "informants")
    qtbot.keyClick(view.page, Qt.Key.Key_N, CONTROL)
    qtbot.keyClicks(line(view, "name"), "Lu Yuan")
    choose_word(qtbot, view, "unit", "白湾区委办公室")
    choose_word(qtbot, view, "kind", "特邀")
    qtbot.keyClick(view.page.form.inputs["protected"], Qt.Key.Key_Space)
    save(qtbot, view)
    saved = units.informants(office)[0]
    assert [saved[name] for name in ("name", "unit_name", "kind", "protected")] == [
        "Lu Yuan", "白湾区委办公室", "invited", 1,
    ]  # fmt: skip


def test_a_unit_that_is_not_in_the_register_is_refused_and_what_is_typed_stays(
    qtbot: QtBot, view: RegistersPage, notifier: Notifier, office: Office
) -> None:
    go_to(qtbot, view, "informants")
    qtbot.keyClick(view.page, Qt.Key.Key_N, CONTROL)
    qtbot.keyClicks(line(view, "name"), "Lu Yuan")
    box = view.page.form.inputs["unit"]
    assert isinstance(box, QComboBox)
    fill(qtbot, box.lineEdit(), "nowhere")
    save(qtbot, view)
    assert "单位册里没有“nowhere”" in notifier.history[-1].text
    assert (line(view, "name").text(), units.informants(office)) == ("Lu Yuan", [])


def test_a_person_gets_a_post_and_leaves(qtbot: QtBot, view: RegistersPage, office: Office) -> None:
    go_to(qtbot, view, "persons")
    fill(qtbot, line(view, "name"), "Chen")
    choose_word(qtbot, view, "post", "办公室主任")
    qtbot.keyClick(view.page.form.inputs["active"], Qt.Key.Key_Space)
    save(qtbot, view)
    saved = registers.persons(office)[0]
    assert (saved["name"], saved["post"], saved["active"]) == ("Chen", "office_director", 0)


def test_leaders_stand_by_their_number_never_by_name(
    qtbot: QtBot, view: RegistersPage, office: Office
) -> None:
    go_to(qtbot, view, "leaders")
    for name in ("Wei", "An"):
        qtbot.keyClick(view.page, Qt.Key.Key_N, CONTROL)
        qtbot.keyClicks(line(view, "name"), name)
        qtbot.keyClicks(line(view, "title"), "director")
        save(qtbot, view)
    model = view.page.model
    assert [model.index(place, 0).data() for place in range(2)] == ["Wei", "An"]


def test_a_publication_gets_columns_and_a_masthead_date_rule(
    qtbot: QtBot, view: RegistersPage, office: Office
) -> None:
    go_to(qtbot, view, "publications")
    fill(qtbot, line(view, "columns"), "yaoqing")
    choose_word(qtbot, view, "date_rule", "印发日期")
    save(qtbot, view)
    saved = registers.publications(office)[0]
    assert (saved["columns"], saved["date_rule"]) == ("yaoqing", "printed")


def test_an_office_that_begins_mid_year_sets_where_numbers_begin(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    key = make.signed_issue(office)
    window = open_views(qtbot, desk, [SettingsPage], [(RegistersPage, "building-2")])
    qtbot.keyClick(window, Qt.Key.Key_U, CONTROL)
    view = view_of(window)
    go_to(qtbot, view, "publications")
    for verb, name, last in (("起始期号…", "number", "87"), ("起始总期号…", "running", "1203")):
        press(qtbot, view, verb)
        shown = dialog(qtbot, FormDialog)
        if name == "number":
            fill(qtbot, shown.form.inputs["year"], "2026")
        fill(qtbot, shown.form.inputs[name], last)
        qtbot.mouseClick(shown.go, LEFT)
        qtbot.waitUntil(lambda: not any(isinstance(each, FormDialog) and each.isVisible()
                                        for each in QApplication.topLevelWidgets()))  # fmt: skip
    recheck(office, key, person=find_person(office, "校对"))
    finalise(office, key, person=find_person(office, "科长"))
    numbered = issue(office, key)
    assert (numbered["number"], numbered["running"]) == (88, 1204)


def test_a_number_given_already_is_refused_in_the_dialog(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    key = make.signed_issue(office)
    recheck(office, key, person=find_person(office, "校对"))
    finalise(office, key, person=find_person(office, "科长"))
    window = open_views(qtbot, desk, [SettingsPage], [(RegistersPage, "building-2")])
    qtbot.keyClick(window, Qt.Key.Key_U, CONTROL)
    view = view_of(window)
    go_to(qtbot, view, "publications")
    press(qtbot, view, "起始期号…")
    shown = dialog(qtbot, FormDialog)
    fill(qtbot, shown.form.inputs["year"], "2026")
    qtbot.mouseClick(shown.go, LEFT)
    assert shown.isVisible() and "第1期已经用过" in shown.problem.text()


def test_a_chain_is_built_of_conditions_and_posts_in_order(
    qtbot: QtBot, view: RegistersPage, office: Office
) -> None:
    go_to(qtbot, view, "chains")
    qtbot.keyClick(view.page, Qt.Key.Key_N, CONTROL)
    choose_word(qtbot, view, "publication", "《工作交流》")
    choose_word(qtbot, view, "post1", "编辑")
    choose_word(qtbot, view, "post2", "科长")
    save(qtbot, view)
    saved = registers.chains(office)[-1]
    assert saved["publication_name"] == "工作交流"
    assert json.loads(saved["posts"]) == ["editor", "section_chief"]


def test_a_chain_without_a_post_is_refused(
    qtbot: QtBot, view: RegistersPage, notifier: Notifier
) -> None:
    go_to(qtbot, view, "chains")
    qtbot.keyClick(view.page, Qt.Key.Key_N, CONTROL)
    choose_word(qtbot, view, "tone", "忧")
    save(qtbot, view)
    assert "没有岗位" in notifier.history[-1].text


def test_a_chain_is_deleted_and_comes_back_by_undo(
    qtbot: QtBot, view: RegistersPage, office: Office
) -> None:
    go_to(qtbot, view, "chains")
    count = len(registers.chains(office))
    press(qtbot, view, "删除")
    fewer = len(registers.chains(office))
    qtbot.keyClick(view, Qt.Key.Key_Z, CONTROL)
    assert (fewer, len(registers.chains(office))) == (count - 1, count)


def test_another_register_saves_what_is_typed(
    qtbot: QtBot, view: RegistersPage, office: Office
) -> None:
    fill(qtbot, line(view, "phone"), "0000-9")
    go_to(qtbot, view, "persons")
    assert unit(office, "安渡区委办公室")["phone"] == "0000-9"


def test_what_cannot_be_saved_keeps_its_register_open(qtbot: QtBot, view: RegistersPage) -> None:
    fill(qtbot, line(view, "name"), " ")
    qtbot.keyClick(view.queues, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: view.queues.key == "units")
    assert view.page.problem.text() == "请填写单位全称。"


def test_a_unit_found_by_search_is_shown(qtbot: QtBot, desk: Desk, office: Office) -> None:
    make.unit(office, "安渡区委办公室")
    make.unit(office, "白湾区委办公室")
    window = open_views(qtbot, desk, [SettingsPage], [(RegistersPage, "building-2")])
    find(qtbot, window, "白湾区")
    assert view_of(window).page.heading.text() == "白湾区委办公室"


def test_an_office_open_for_reading_shows_registers_and_says_why_nothing_can_be_kept(
    qtbot: QtBot, tmp_path: Path, values: Settings, theme: Theme, notifier: Notifier
) -> None:
    path = tmp_path / "held.xinxi"
    held = create_office(path)
    make.unit(held, "安渡区委办公室")
    held.close()
    office = open_office(path, read_only=True)
    desk = Desk(office, values, theme, notifier, Jobs(notifier.error), office_fonts)
    window = open_views(qtbot, desk, [SettingsPage], [(RegistersPage, "building-2")])
    qtbot.keyClick(window, Qt.Key.Key_U, CONTROL)
    page = view_of(window).page
    assert line(view_of(window), "name").text() == "安渡区委办公室"
    assert page.problem.text() == "文件现在只能看，不能改。"
    assert not any(each.isEnabled() for each in (page.form, page.new_button, page.save_button))
    desk.jobs.stop()


def test_a_publication_that_comes_ready_is_added_by_choosing_it(
    qtbot: QtBot, view: RegistersPage, office: Office
) -> None:
    go_to(qtbot, view, "publications")
    press(qtbot, view, "添加现成的…")
    asked = dialog(qtbot, FormDialog)
    box = asked.form.inputs["name"]
    assert isinstance(box, QComboBox)
    while "社情民意专报" not in box.currentText():
        qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.mouseClick(asked.go, LEFT)

    assert "社情民意专报" in {row["name"] for row in registers.publications(office)}


def test_an_absence_is_registered_with_a_deputy(
    qtbot: QtBot, view: RegistersPage, office: Office
) -> None:
    go_to(qtbot, view, "absences")
    qtbot.keyClick(view, Qt.Key.Key_N, CONTROL)
    choose_word(qtbot, view, "person", "科长")
    fill(qtbot, line(view, "to_date"), today())
    choose_word(qtbot, view, "deputy", "校对")
    save(qtbot, view)
    (row,) = absences.absences(office)
    assert (row["person_name"], row["deputy_name"]) == ("科长", "校对")


def test_units_are_ticked_for_an_editor(qtbot: QtBot, view: RegistersPage, office: Office) -> None:
    press(qtbot, view, "分工…")
    shown = dialog(qtbot, DutiesDialog)
    for place in range(2):
        shown.listing.setCurrentRow(place)
        qtbot.keyClick(shown.listing, Qt.Key.Key_Space)
    qtbot.mouseClick(shown.go, LEFT)
    assert [row["editor"] for row in units.units(office)] == [office.person, office.person, None]


def test_the_editor_of_a_unit_is_chosen_in_its_form(
    qtbot: QtBot, view: RegistersPage, office: Office
) -> None:
    view.page.show_record(units.units(office)[0]["id"])
    choose_word(qtbot, view, "editor", "校对")
    save(qtbot, view)
    assert units.units(office)[0]["editor_name"] == "校对"
