"""表单: the forms and their fields, taking in an own template, going back."""

from __future__ import annotations

from pathlib import Path

import form_maker as paper
import hands
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from real_window import rest

from xinxi_desktop.domain.vocabulary import PaperForm
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.forms import FormsDialog
from xinxi_desktop.gui.main_window import MainWindow
from xinxi_desktop.services.forms import form_states, template_of
from xinxi_desktop.services.office import Office

SHEET = PaperForm.SIGN_SHEET


@pytest.fixture
def forms(qtbot: QtBot, window: MainWindow) -> FormsDialog:
    """The dialog, opened from 设置 by its button."""
    hands.click(window.page_buttons.buttons()[0])
    hands.click(window.view("settings").forms_button)  # type: ignore[attr-defined]
    return hands.dialog(qtbot, FormsDialog)


def own(office: Office) -> list[PaperForm]:
    """The forms that have the office's own template."""
    return [each.form for each in form_states(office) if each.own]


def test_the_chosen_form_shows_its_fields(forms: FormsDialog) -> None:
    forms.forms.setFocus()
    hands.press(Qt.Key.Key_Down)
    assert (forms.heading.text(), forms.form) == ("清样封面", PaperForm.PROOF_COVER)
    tags = hands.column(forms.fields, "tag")
    assert {"{{ 校验码 }}", "{%tr for 行 in 条目 %}", "{{ 行.标题 }}"} <= set(tags)


def test_an_own_template_is_taken_in_and_undone(
    qtbot: QtBot, forms: FormsDialog, desk: Desk, office: Office, tmp_path: Path
) -> None:
    path = paper.own_form(tmp_path / "own.docx", "{{ 期名 }}")
    hands.click(forms.take_button)
    hands.pick(qtbot, path)
    qtbot.waitUntil(lambda: own(office) == [SHEET])
    rest(qtbot, desk)
    assert hands.column(forms.forms, "state")[0].startswith("本单位的")
    undo = desk.notifier.history[-1].undo
    assert undo is not None
    undo()
    assert own(office) == []


def test_a_faulty_template_is_told_in_the_dialog(
    qtbot: QtBot, forms: FormsDialog, office: Office, tmp_path: Path
) -> None:
    path = paper.own_form(tmp_path / "own.docx", "{{ 期刊名 }}")
    hands.click(forms.take_button)
    hands.pick(qtbot, path)
    qtbot.waitUntil(lambda: "没有叫“期刊名”的字段" in forms.problem.text())
    assert (own(office), forms.take_button.isEnabled()) == ([], True)


def test_the_shipped_template_comes_back_by_its_button(
    qtbot: QtBot, forms: FormsDialog, office: Office, tmp_path: Path
) -> None:
    assert not forms.drop_button.isEnabled()
    hands.click(forms.take_button)
    hands.pick(qtbot, paper.own_form(tmp_path / "own.docx", "{{ 期名 }}"))
    qtbot.waitUntil(forms.drop_button.isEnabled)
    hands.click(forms.drop_button)
    assert own(office) == []


def test_the_template_is_exported_to_be_edited(
    qtbot: QtBot, forms: FormsDialog, office: Office, tmp_path: Path
) -> None:
    path = tmp_path / "out.docx"
    hands.click(forms.export_button)
    hands.pick(qtbot, path)
    qtbot.waitUntil(path.exists)
    assert path.read_bytes() == template_of(office, SHEET)
