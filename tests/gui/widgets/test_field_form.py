"""Fields of a form that are typed into."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from xinxi_desktop.domain.times import today
from xinxi_desktop.gui.widgets.field_form import Field, FieldForm


@pytest.fixture
def form(qtbot: QtBot) -> FieldForm:
    made = FieldForm([Field("to", "到", "date", default="2025-11-20"), Field("why", "事由")])
    qtbot.addWidget(made)
    made.show()
    made.inputs["to"].setFocus()
    return made


def type_day(qtbot: QtBot, form: FieldForm, words: str) -> None:
    line = form.inputs["to"]
    line.selectAll()  # type: ignore[attr-defined]
    qtbot.keyClicks(line, words)


def test_a_short_date_becomes_whole_when_the_field_is_left(qtbot: QtBot, form: FieldForm) -> None:
    type_day(qtbot, form, "12.5")
    qtbot.keyClick(form.inputs["to"], Qt.Key.Key_Return)
    assert form.inputs["to"].text() == f"{today()[:4]}-12-05"  # type: ignore[attr-defined]


def test_a_short_date_counts_before_the_field_is_left(qtbot: QtBot, form: FieldForm) -> None:
    type_day(qtbot, form, "1205")
    assert form.problem() == ""
    assert form.values()["to"] == f"{today()[:4]}-12-05"


def test_a_wrong_date_is_refused_with_the_day_that_stood_there(
    qtbot: QtBot, form: FieldForm
) -> None:
    type_day(qtbot, form, "13-05")
    assert form.problem() == "“到”写成 2025-11-20 这样（也可以只写 11-20）。"
