"""Fields that save themselves."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from xinxi_desktop.gui.widgets.field_form import Field
from xinxi_desktop.gui.widgets.field_strip import FieldStrip

TONES = (("good", "喜"), ("problem", "忧"), ("neutral", "中"))


@pytest.fixture
def strip(qtbot: QtBot) -> FieldStrip:
    made = FieldStrip(
        [[
            (Field("writers", "执笔人"), 4), (Field("tone", "喜忧", "choice", choices=TONES), 4),
            (Field("topic", "领域", "choice", choices=TONES, editable=True), 4),
        ]]
    )  # fmt: skip
    made.show_values({"writers": "周启明", "tone": "problem", "topic": "自拟"})
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def told(strip: FieldStrip) -> list[tuple[str, object]]:
    seen: list[tuple[str, object]] = []
    strip.committed.connect(lambda name, value: seen.append((name, value)))
    return seen


def test_leaving_a_changed_field_saves_it_once(
    strip: FieldStrip, told: list[tuple[str, object]]
) -> None:
    strip.inputs["writers"].setFocus()
    QTest.keyClicks(strip.inputs["writers"], "A")
    QTest.keyClick(strip.inputs["writers"], Qt.Key.Key_Return)
    QTest.keyClick(strip.inputs["writers"], Qt.Key.Key_Tab)
    assert told == [("writers", "A周启明")]


def test_leaving_an_untouched_field_saves_nothing(
    strip: FieldStrip, told: list[tuple[str, object]]
) -> None:
    strip.inputs["writers"].setFocus()
    for name in ("writers", "tone", "topic"):
        QTest.keyClick(strip.inputs[name], Qt.Key.Key_Tab)
    assert told == []


def test_a_wheel_scrolling_past_changes_no_choice(
    strip: FieldStrip, told: list[tuple[str, object]]
) -> None:
    box = strip.inputs["tone"]
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, turn)
    assert isinstance(box, QComboBox) and box.currentText() == "忧" and told == []


def test_a_word_outside_the_list_may_be_typed_where_the_list_is_open(
    strip: FieldStrip, told: list[tuple[str, object]]
) -> None:
    box = strip.inputs["topic"]
    assert isinstance(box, QComboBox) and box.currentText() == "自拟"
    line = box.lineEdit()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, "AI")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert told == [("topic", "AI")]
