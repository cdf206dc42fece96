"""刊头 and 版式: what is typed stands on the page beside it, and 保存 keeps it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hands import choose_queue, dialog, press
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from real_window import CONTROL, LEFT, open_views, rest

from xinxi_desktop.domain.masthead import HeadRule, NumberForm, template_from
from xinxi_desktop.domain.page import RED, Page
from xinxi_desktop.domain.page_scheme import STANDARD
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.live_page import LivePageDialog
from xinxi_desktop.gui.dialogs.masthead import MastheadDialog
from xinxi_desktop.gui.dialogs.schemes import SchemeDialog
from xinxi_desktop.gui.views.registers import RegistersPage
from xinxi_desktop.gui.views.settings_page import SettingsPage
from xinxi_desktop.services.registers import publications
from xinxi_desktop.services.schemes import schemes

Press = Callable[[str], None]


@pytest.fixture
def press_verb(qtbot: QtBot, desk: Desk) -> Press:
    """Opens 刊物 and presses one of its buttons."""
    window = open_views(qtbot, desk, [SettingsPage], [(RegistersPage, "building-2")])
    qtbot.keyClick(window, Qt.Key.Key_U, CONTROL)
    view = window.view("units")
    assert isinstance(view, RegistersPage)
    choose_queue(view.queues, "刊物")

    def pressed(verb: str) -> None:
        buttons = view.page.findChildren(QPushButton)
        qtbot.mouseClick(next(each for each in buttons if each.text() == verb), LEFT)

    return pressed


def type_number(qtbot: QtBot, shown: LivePageDialog, name: str, words: str) -> None:
    field = shown.fields.inputs[name]
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_A, CONTROL)
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field, Qt.Key.Key_Tab)


def choose(box: QWidget, word: str) -> None:
    assert isinstance(box, QComboBox)
    box.setFocus()
    press(Qt.Key.Key_Home)
    for _ in range(box.count()):
        if box.currentText() == word:
            return
        press(Qt.Key.Key_Down)
    raise AssertionError(f"{word} is not offered")


def red_runs(page: Page) -> list[float]:
    return [run.size for run in page.runs if run.colour == RED]


def test_a_head_is_shown_as_it_is_typed_and_kept(
    qtbot: QtBot, desk: Desk, press_verb: Press
) -> None:
    press_verb("刊头…")
    shown = dialog(qtbot, MastheadDialog)
    type_number(qtbot, shown, "name_pt", "36")
    choose(shown.fields.inputs["number"], NumberForm.YEAR.label)
    choose(shown.fields.inputs["rule"], HeadRule.DOUBLE.label)
    rest(qtbot, desk)
    page = shown.preview.pages[0]
    assert max(red_runs(page)) == 36 and len([r for r in page.rules if r.colour == RED]) == 2
    assert any("〔" in run.text for run in page.runs)
    qtbot.mouseClick(shown.go, LEFT)
    kept = template_from(publications(desk.office)[0]["masthead"])
    assert (kept.name_pt, kept.number, kept.rule) == (36, NumberForm.YEAR, HeadRule.DOUBLE)


def test_a_cancelled_head_changes_nothing(qtbot: QtBot, desk: Desk, press_verb: Press) -> None:
    press_verb("刊头…")
    shown = dialog(qtbot, MastheadDialog)
    type_number(qtbot, shown, "name_pt", "36")
    qtbot.mouseClick(shown.cancel, LEFT)
    rest(qtbot, desk)
    assert publications(desk.office)[0]["masthead"] in ("{}", "")


def test_a_scheme_is_saved_under_a_name_of_the_office(
    qtbot: QtBot, desk: Desk, press_verb: Press
) -> None:
    press_verb("版式…")
    shown = dialog(qtbot, SchemeDialog)
    type_number(qtbot, shown, "top_mm", "60")
    rest(qtbot, desk)
    assert shown.room.text() == "每页 19 行，每行 28 字"
    qtbot.mouseClick(shown.go, LEFT)
    assert [(each.name, each.top_mm) for each in schemes(desk.office)][-1] == (
        "本办标准22×28", 60.0,
    )  # fmt: skip


def test_margins_without_room_are_said_and_the_page_stays(
    qtbot: QtBot, desk: Desk, press_verb: Press
) -> None:
    press_verb("版式…")
    shown = dialog(qtbot, SchemeDialog)
    rest(qtbot, desk)
    before = shown.preview.pages
    type_number(qtbot, shown, "inner_mm", "100")
    type_number(qtbot, shown, "outer_mm", "90")
    rest(qtbot, desk)
    assert "左右边距太大，一行只剩 20 毫米" in shown.problem.text()
    assert shown.preview.pages == before


def test_the_value_that_can_t_stand_is_framed_until_it_is_put_right(
    qtbot: QtBot, desk: Desk, press_verb: Press
) -> None:
    press_verb("版式…")
    shown = dialog(qtbot, SchemeDialog)
    type_number(qtbot, shown, "pitch_twips", "12")
    framed = [key for key, field in shown.fields.inputs.items() if field.property("wrong")]
    type_number(qtbot, shown, "pitch_twips", "30")
    assert framed == ["body_pt", "pitch_twips"]
    assert not any(field.property("wrong") for field in shown.fields.inputs.values())


def test_a_letter_is_shown_with_its_two_double_rules(
    qtbot: QtBot, desk: Desk, press_verb: Press
) -> None:
    press_verb("版式…")
    shown = dialog(qtbot, SchemeDialog)
    choose(shown.choice, "信函式（自带）")
    rest(qtbot, desk)
    page = shown.preview.pages[0]
    assert len([rule for rule in page.rules if rule.colour == RED]) == 4
    qtbot.mouseClick(shown.go, LEFT)
    assert schemes(desk.office)[-1].letter


def test_every_value_goes_back_to_the_standard_one_but_the_name(
    qtbot: QtBot, desk: Desk, press_verb: Press
) -> None:
    press_verb("版式…")
    shown = dialog(qtbot, SchemeDialog)
    choose(shown.choice, "大字版（二号）（自带）")
    type_number(qtbot, shown, "top_mm", "60")
    qtbot.mouseClick(shown.restore, LEFT)
    qtbot.mouseClick(shown.go, LEFT)
    kept = schemes(desk.office)[-1]
    assert kept == replace(STANDARD, name="本办大字版（二号）")


def test_an_own_scheme_is_deleted_by_its_button(
    qtbot: QtBot, desk: Desk, press_verb: Press
) -> None:
    press_verb("版式…")
    shown = dialog(qtbot, SchemeDialog)
    assert not shown.drop.isEnabled()
    qtbot.mouseClick(shown.go, LEFT)
    press_verb("版式…")
    again = dialog(qtbot, SchemeDialog)
    choose(again.choice, "本办标准22×28（本办）")
    qtbot.mouseClick(again.drop, LEFT)
    assert all(each.name != "本办标准22×28" for each in schemes(desk.office))
