"""初选: deciding by keys, one or several; then 成稿."""

from __future__ import annotations

from collections.abc import Callable

import hands
import office_maker as make
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from xinxi_desktop.domain.vocabulary import Disposition
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.choose_unit import ChooseUnitDialog
from xinxi_desktop.gui.dialogs.drafting import DraftingDialog
from xinxi_desktop.gui.dialogs.reason import ReasonDialog
from xinxi_desktop.gui.main_window import MainWindow
from xinxi_desktop.gui.notify import Notifier
from xinxi_desktop.gui.views.editing import EditingView
from xinxi_desktop.gui.views.intake import IntakeView
from xinxi_desktop.gui.widgets.count_label import CountLabel
from xinxi_desktop.services.articles import queue_counts, sources
from xinxi_desktop.services.intake import dispose, submission

Open = Callable[[], IntakeView]
KEYS = {
    Qt.Key.Key_1: Disposition.SHORTLIST, Qt.Key.Key_2: Disposition.MERGE,
    Qt.Key.Key_3: Disposition.KEEP,
}  # fmt: skip


def counts(view: IntakeView) -> dict[str, int]:
    # They are counted beside the window.
    while not view.desk.jobs.idle:
        QTest.qWait(1)
    items = [view.queues.item(row) for row in range(view.queues.count())]
    return {item.text(): item.data(Qt.ItemDataRole.UserRole + 1) for item in items}


# ------------------------------------------------------------ deciding


@pytest.mark.parametrize("key", KEYS)
def test_a_digit_decides_and_the_next_undecided_is_chosen(
    intake: Open, three: list[int], key: Qt.Key
) -> None:
    view = intake()
    hands.press(key)
    assert counts(view)[KEYS[key].label] == 1
    assert (
        hands.column(view.listing, "title") == ["乙", "甲"]
        and view.listing.current_id() == three[1]
    )
    assert view.detail.key == three[1]


def test_several_rows_are_decided_at_once(intake: Open, three: list[int]) -> None:
    view = intake()
    width = view.detail.width()
    hands.press(Qt.Key.Key_Down, hands.SHIFT)
    assert view.detail.facts.text() == "已选 2 条，一起定" and view.detail.width() == width
    hands.press(Qt.Key.Key_1)
    assert hands.column(view.listing, "title") == ["甲"] and view.listing.selected_ids() == [
        three[0]
    ]


def test_not_using_asks_for_one_of_the_fixed_reasons(
    qtbot: QtBot, intake: Open, three: list[int], desk: Desk, notifier: Notifier
) -> None:
    intake()
    hands.press(Qt.Key.Key_4)
    hands.dialog(qtbot, ReasonDialog)
    hands.press(Qt.Key.Key_3)
    assert notifier.history[-1].text == "已定为不用 1 条：媒体已报"
    row = submission(desk.office, three[2])
    assert (row["disposition"], row["reason"]) == ("reject", "媒体已报")


def test_a_reason_not_given_decides_nothing(qtbot: QtBot, intake: Open, three: list[int]) -> None:
    view = intake()
    hands.press(Qt.Key.Key_4)
    hands.dialog(qtbot, ReasonDialog)
    hands.press(Qt.Key.Key_Escape)
    assert counts(view)["待初选"] == 3


def test_forwarding_asks_to_whom(qtbot: QtBot, intake: Open, three: list[int], desk: Desk) -> None:
    intake()
    hands.press(Qt.Key.Key_5)
    hands.dialog(qtbot, ChooseUnitDialog)
    hands.write("市城管局")
    hands.press(Qt.Key.Key_Return)
    row = submission(desk.office, three[2])
    assert (row["disposition"], row["reason"]) == ("forward", "市城管局")


def test_a_decision_is_taken_back_by_the_bar(qtbot: QtBot, intake: Open, three: list[int]) -> None:
    view = intake()
    hands.press(Qt.Key.Key_3)
    hands.press(Qt.Key.Key_Z, hands.CTRL)
    qtbot.waitUntil(lambda: hands.column(view.listing, "title") == ["丙", "乙", "甲"])
    assert counts(view)["留存"] == 0


def test_a_button_decides_like_its_key(intake: Open, three: list[int]) -> None:
    view = intake()
    hands.click(view.detail.decisions[Disposition.KEEP])
    assert counts(view)["留存"] == 1


def test_deciding_with_nothing_chosen_says_so(intake: Open, notifier: Notifier) -> None:
    intake()
    hands.press(Qt.Key.Key_1)
    assert notifier.history[-1].text.endswith("再按 1–5 定去向。")


def test_a_digit_typed_into_a_field_decides_nothing(intake: Open, three: list[int]) -> None:
    view = intake()
    phone = view.detail.form.fields.inputs["phone"]
    phone.setFocus()
    hands.press(Qt.Key.Key_1)
    assert isinstance(phone, QLineEdit) and phone.text() == "1" and counts(view)["待初选"] == 3


def test_a_decided_one_may_be_decided_otherwise(intake: Open, three: list[int], desk: Desk) -> None:
    dispose(desk.office, three, Disposition.KEEP)
    view = intake()
    hands.choose_queue(view.queues, "留存")
    view.listing.setFocus()
    hands.press(Qt.Key.Key_1)
    assert (counts(view)["留存"], counts(view)["拟用"]) == (2, 1)


# ------------------------------------------------------------ 成稿


def test_ctrl_enter_makes_an_article_and_opens_it(
    intake: Open, three: list[int], open_window: Callable[[], MainWindow]
) -> None:
    window = intake().window()
    assert isinstance(window, MainWindow)
    hands.press(Qt.Key.Key_Return, hands.CTRL)
    editing = window.view("editing")
    assert isinstance(editing, EditingView) and editing.isVisible()
    assert editing.pane.title.text() == "丙" and "丙的正文" in editing.pane.body.toPlainText()
    assert hands.focused() is editing.pane.body


def test_several_to_be_merged_make_one_article_in_the_order_they_came(
    qtbot: QtBot, intake: Open, three: list[int], desk: Desk
) -> None:
    dispose(desk.office, three, Disposition.MERGE)
    view = intake()
    hands.choose_queue(view.queues, "综合")
    view.listing.setFocus()
    hands.press(Qt.Key.Key_Down, hands.SHIFT)
    hands.press(Qt.Key.Key_Return, hands.CTRL)
    hands.dialog(qtbot, DraftingDialog)
    hands.press(Qt.Key.Key_Return)
    editing = view.window().view("editing")  # type: ignore[attr-defined]
    assert [row["title"] for row in sources(desk.office, editing.pane.key)] == ["乙", "丙"]
    assert editing.pane.row["form"] == "merged"


def test_several_shortlisted_make_one_article_each_and_one_undo_takes_all_back(
    qtbot: QtBot, intake: Open, three: list[int], desk: Desk, notifier: Notifier
) -> None:
    dispose(desk.office, three, Disposition.SHORTLIST)
    view = intake()
    hands.choose_queue(view.queues, "拟用")
    view.listing.setFocus()
    hands.press(Qt.Key.Key_Down, hands.SHIFT)
    hands.press(Qt.Key.Key_Return, hands.CTRL)
    hands.dialog(qtbot, DraftingDialog)
    hands.press(Qt.Key.Key_Return)
    assert notifier.history[-1].text == "已成稿 2 篇" and view.isVisible()
    assert queue_counts(desk.office) == {"draft": 2}
    view.window().activateWindow()
    qtbot.waitUntil(view.window().isActiveWindow)
    hands.press(Qt.Key.Key_Z, hands.CTRL)
    qtbot.waitUntil(lambda: queue_counts(desk.office) == {})


def test_giving_up_the_question_makes_no_article(
    qtbot: QtBot, intake: Open, three: list[int], desk: Desk
) -> None:
    intake()
    hands.press(Qt.Key.Key_Down, hands.SHIFT)
    hands.press(Qt.Key.Key_Return, hands.CTRL)
    hands.dialog(qtbot, DraftingDialog)
    hands.press(Qt.Key.Key_Escape)
    assert queue_counts(desk.office) == {}


def test_a_report_leads_to_the_article_made_from_it(
    intake: Open, three: list[int], desk: Desk
) -> None:
    make.create_article(desk.office, [three[0]], title="社区食堂")
    view = intake()
    hands.choose_queue(view.queues, "已成稿")
    hands.click(view.detail.articles)
    editing = view.window().view("editing")  # type: ignore[attr-defined]
    assert editing.pane.title.text() == "社区食堂"


def test_a_folded_form_stays_folded_in_the_next_window(
    intake: Open, three: list[int], desk: Desk
) -> None:
    view = intake()
    hands.press(Qt.Key.Key_E, hands.CTRL)
    view.window().close()
    assert not intake().detail.form.isVisible()


def test_how_many_the_list_shows_stands_beside_the_filter(
    qtbot: QtBot, intake: Open, three: list[int]
) -> None:
    view = intake()
    count = view.findChild(CountLabel)
    assert count.isVisible() and count.text() == "共 3 条"
    view.filter.words.setFocus()
    hands.write(view.model.row(0)["title"])
    qtbot.waitUntil(lambda: count.text() == "共 1 条")
