"""分发 in 排版: the list, its numbers, who took the copies, what came back."""

from __future__ import annotations

from collections.abc import Callable

import office_maker as make
import pytest
from distribution_acts import listed_issue
from print_maker import going_to_print, numbered
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLineEdit, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot
from real_window import LEFT, dialog, open_views, rest, row_centre

from xinxi_desktop.domain.filters import IssueFilter
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.form_dialog import FormDialog
from xinxi_desktop.gui.dialogs.recipients import RecipientsDialog
from xinxi_desktop.gui.views.layout import LayoutView
from xinxi_desktop.gui.views.layout_distribution import DistributionPane
from xinxi_desktop.services import distribution, recipients
from xinxi_desktop.services.issues import find_publication, issue_ids
from xinxi_desktop.services.office import Office
from xinxi_desktop.services.printing import print_out

Open = Callable[[], DistributionPane]


@pytest.fixture
def open_pane(qtbot: QtBot, desk: Desk) -> Open:
    """Opens 排版 on what the test has prepared, at 分发."""

    def opened() -> DistributionPane:
        view = open_views(qtbot, desk, [LayoutView]).view("layout")
        assert isinstance(view, LayoutView)
        view.show_item("issue", issue_ids(desk.office, IssueFilter())[0])
        qtbot.mouseClick(view.issue.switch.buttons["distribution"], LEFT)
        rest(qtbot, desk)
        return view.issue.distribution

    return opened


def cells(pane: DistributionPane, key: str) -> list[str]:
    model = pane.shares.rows
    (column,) = (n for n, each in enumerate(model.columns) if each.key == key)
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def choose(qtbot: QtBot, pane: DistributionPane, place: int) -> None:
    at = row_centre(pane.shares, place)
    qtbot.mouseClick(pane.shares.viewport(), LEFT, pos=QPoint(30, at.y()))


def line(shown: FormDialog, name: str) -> QLineEdit:
    found = shown.form.inputs[name]
    assert isinstance(found, QLineEdit)
    return found


def number(shown: FormDialog, name: str) -> QSpinBox:
    found = shown.form.inputs[name]
    assert isinstance(found, QSpinBox)
    return found


def press(qtbot: QtBot, button: QPushButton) -> FormDialog:
    qtbot.mouseClick(button, LEFT)
    return dialog(qtbot, FormDialog)


def test_the_list_is_made_from_the_publications_recipients(
    qtbot: QtBot, office: Office, open_pane: Open
) -> None:
    numbered(office)
    family = find_publication(office, "每日快报")
    recipients.save_recipient(office, family, None, {"name": "市委书记", "copies": 2})
    make.issue(office)
    pane = open_pane()
    assert "还没有分发名单" in pane.empty.sentence.text()
    qtbot.mouseClick(pane.make, LEFT)
    assert (cells(pane, "name"), cells(pane, "numbers")) == (["市委书记"], ["000001—000002"])


def test_without_recipients_a_sentence_says_where_they_are_kept(
    qtbot: QtBot, desk: Desk, office: Office, open_pane: Open
) -> None:
    make.issue(office)
    pane = open_pane()
    qtbot.mouseClick(pane.make, LEFT)
    assert "还没有登记分发对象" in desk.notifier.history[-1].text


def test_one_more_recipient_goes_on_with_the_numbers(
    qtbot: QtBot, office: Office, open_pane: Open
) -> None:
    numbered(office)
    listed_issue(office, "甲", "乙")
    pane = open_pane()
    shown = press(qtbot, pane.add)
    line(shown, "name").setText("")
    qtbot.keyClicks(line(shown, "name"), "Bing")
    number(shown, "copies").selectAll()
    qtbot.keyClicks(number(shown, "copies"), "3")
    qtbot.mouseClick(shown.go, LEFT)
    assert cells(pane, "numbers")[-1] == "000005—000007"


def test_the_name_of_a_recipient_brings_its_copies_and_way(
    qtbot: QtBot, office: Office, open_pane: Open
) -> None:
    listed_issue(office, "甲")
    family = find_publication(office, "每日快报")
    fields = {"name": "Shuji", "copies": 3, "way": "机要"}
    recipients.save_recipient(office, family, None, fields)
    shown = press(qtbot, open_pane().add)
    qtbot.keyClicks(line(shown, "name"), "Shuji")
    assert shown.form.values() == {**fields, "large_print": False}


def test_what_was_filled_in_before_the_name_stays(
    qtbot: QtBot, office: Office, open_pane: Open
) -> None:
    listed_issue(office, "甲")
    family = find_publication(office, "每日快报")
    recipients.save_recipient(office, family, None, {"name": "Shuji", "copies": 3})
    shown = press(qtbot, open_pane().add)
    number(shown, "copies").selectAll()
    qtbot.keyClicks(number(shown, "copies"), "5")
    qtbot.keyClicks(line(shown, "name"), "Shuji")
    assert number(shown, "copies").value() == 5


def test_a_change_of_copies_moves_the_numbers_behind_it(
    qtbot: QtBot, office: Office, open_pane: Open
) -> None:
    numbered(office)
    listed_issue(office, "甲", "乙")
    pane = open_pane()
    choose(qtbot, pane, 0)
    shown = press(qtbot, pane.change)
    number(shown, "copies").selectAll()
    qtbot.keyClicks(number(shown, "copies"), "5")
    qtbot.mouseClick(shown.go, LEFT)
    assert cells(pane, "numbers") == ["000001—000005", "000006—000007"]


def test_a_recipient_is_taken_off_and_put_back_by_undo(
    qtbot: QtBot, desk: Desk, office: Office, open_pane: Open
) -> None:
    listed_issue(office, "甲", "乙")
    pane = open_pane()
    choose(qtbot, pane, 0)
    qtbot.mouseClick(pane.drop, LEFT)
    assert cells(pane, "name") == ["乙"]
    desk.undo_newest()
    assert cells(pane, "name") == ["甲", "乙"]


def test_who_signed_for_the_copies_stands_in_the_list(
    qtbot: QtBot, office: Office, open_pane: Open
) -> None:
    key = listed_issue(office, "甲", "乙")
    make.on_press(office, key)
    pane = open_pane()
    choose(qtbot, pane, 1)
    shown = press(qtbot, pane.hand)
    qtbot.keyClicks(line(shown, "received_by"), "Wang")
    qtbot.mouseClick(shown.go, LEFT)
    first, second = cells(pane, "handed")
    assert (first, second.endswith("Wang")) == ("", True)


def test_numbers_that_came_back_are_ticked_off(
    qtbot: QtBot, office: Office, open_pane: Open
) -> None:
    numbered(office)
    key = listed_issue(office, "甲", "乙")
    make.on_press(office, key)
    pane = open_pane()
    choose(qtbot, pane, 1)
    shown = press(qtbot, pane.back)
    assert line(shown, "numbers").text() == "3—4"
    line(shown, "numbers").selectAll()
    qtbot.keyClicks(line(shown, "numbers"), "4")
    qtbot.mouseClick(shown.go, LEFT)
    assert cells(pane, "back") == ["", "缺 3"]


def test_a_number_of_somebody_else_is_refused_in_the_window(
    qtbot: QtBot, office: Office, open_pane: Open
) -> None:
    numbered(office)
    key = listed_issue(office, "甲", "乙")
    make.on_press(office, key)
    pane = open_pane()
    choose(qtbot, pane, 1)
    shown = press(qtbot, pane.back)
    line(shown, "numbers").selectAll()
    qtbot.keyClicks(line(shown, "numbers"), "1")
    qtbot.mouseClick(shown.go, LEFT)
    assert "1 号不是发给“乙”的" in shown.problem.text()
    assert distribution.returns(office, key) == []


def test_after_printing_out_the_list_stands_but_copies_can_be_added(
    qtbot: QtBot, desk: Desk, office: Office, open_pane: Open
) -> None:
    key = going_to_print(office, ("甲", 2))
    print_out(office, key)
    pane = open_pane()
    choose(qtbot, pane, 0)
    enabled = [b.isEnabled() for b in (pane.make, pane.change, pane.drop, pane.add, pane.hand)]
    assert enabled == [False, False, False, True, True]


def test_recipients_are_kept_in_a_window_of_their_own(
    qtbot: QtBot, desk: Desk, office: Office, open_pane: Open
) -> None:
    listed_issue(office, "甲", "乙")
    pane = open_pane()
    qtbot.mouseClick(pane.recipients, LEFT)
    shown = dialog(qtbot, RecipientsDialog)
    assert "2 个对象，合计 4 份" in shown.sum.text()
    qtbot.mouseClick(shown.page.new_button, LEFT)
    name = shown.page.form.inputs["name"]
    qtbot.keyClicks(name, "Bing")
    qtbot.mouseClick(shown.page.save_button, LEFT)
    family = find_publication(office, "每日快报")
    assert [row["name"] for row in recipients.recipients(office, family)] == ["甲", "乙", "Bing"]


def test_a_recipient_moves_up_in_the_order(
    qtbot: QtBot, desk: Desk, office: Office, open_pane: Open
) -> None:
    listed_issue(office, "甲", "乙")
    pane = open_pane()
    qtbot.mouseClick(pane.recipients, LEFT)
    shown = dialog(qtbot, RecipientsDialog)
    at = row_centre(shown.page.listing, 1)
    qtbot.mouseClick(shown.page.listing.viewport(), LEFT, pos=QPoint(30, at.y()))
    up = next(each for each in shown.page.extra_buttons if each.text() == "上移")
    qtbot.mouseClick(up, LEFT)
    family = find_publication(office, "每日快报")
    assert [row["name"] for row in recipients.recipients(office, family)] == ["乙", "甲"]
