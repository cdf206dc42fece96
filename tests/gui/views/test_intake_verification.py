"""核实 in a line: F4, whom one asked, Enter."""

from __future__ import annotations

from collections.abc import Callable

import hands
import office_maker as make
from PySide6.QtCore import Qt

from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.notify import Notifier
from xinxi_desktop.gui.views.intake import IntakeView
from xinxi_desktop.services.intake import submission
from xinxi_desktop.services.units import save_informant, save_unit

Open = Callable[[], IntakeView]


def test_the_numbers_to_ring_stand_beside_the_text_but_for_a_protected_person(
    intake: Open, desk: Desk
) -> None:
    unit = save_unit(desk.office, None, {"name": "安渡区委办公室", "phone": "0000-251"}).id
    for name, protected in (("邵文彬", False), ("甲某", True)):
        fields = {"name": name, "unit": unit, "phone": "0000-9", "protected": protected}
        save_informant(desk.office, None, fields)
    make.report(desk.office, units=(unit,), phone="0000-1", writers="白一")
    phones = intake().detail.phones
    assert phones.isVisible() and "甲某" not in phones.text()
    assert all(each in phones.text() for each in ("0000-1", "0000-251", "邵文彬"))


def test_f4_and_enter_record_a_verification(intake: Open, three: list[int]) -> None:
    view = intake()
    hands.press(Qt.Key.Key_F4)
    hands.write("区民政局 李科长")
    hands.press(Qt.Key.Key_Return)
    assert "李科长" in view.detail.verification.earlier.text()
    assert view.listing.hasFocus()


def test_an_answer_takes_a_marked_report_out_of_its_queue(intake: Open, three: list[int]) -> None:
    view = intake()
    hands.press(Qt.Key.Key_Down, hands.SHIFT)
    hands.press(Qt.Key.Key_F4, hands.SHIFT)
    hands.choose_queue(view.queues, "待核实")
    assert view.model.ids == [three[2], three[1]]
    hands.press(Qt.Key.Key_F4)
    hands.press(Qt.Key.Key_Return)
    assert len(view.model.ids) == 1


def test_a_difference_without_words_is_refused_and_what_was_typed_stays(
    intake: Open, three: list[int], desk: Desk, notifier: Notifier
) -> None:
    line = intake().detail.verification
    hands.press(Qt.Key.Key_F4)
    hands.write("区民政局")
    line.outcome.setFocus()
    hands.press(Qt.Key.Key_Down)
    hands.click(line.save)
    assert "有出入" in notifier.history[-1].text and line.asked.text() == "区民政局"
    assert submission(desk.office, three[2])["to_verify"] == 0


def test_words_begun_for_one_report_wait_while_another_is_shown(
    intake: Open, three: list[int]
) -> None:
    view = intake()
    line = view.detail.verification
    line.words.setFocus()
    hands.write("人数应为")
    view.listing.setFocus()
    hands.press(Qt.Key.Key_Down)
    assert line.words.text() == ""
    hands.press(Qt.Key.Key_Up)
    assert line.words.text() == "人数应为"
