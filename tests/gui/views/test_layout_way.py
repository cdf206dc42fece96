"""排版: an issue goes its way by the one primary button; what is final is asked first."""

from __future__ import annotations

from collections.abc import Callable

import office_maker as make
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot
from real_window import CONTROL, LEFT, choose, confirm, dialog, rest

from xinxi_desktop.domain.times import today
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.final_form import FinalFormDialog
from xinxi_desktop.gui.dialogs.form_dialog import FormDialog
from xinxi_desktop.gui.dialogs.print_dialog import PrintDialog
from xinxi_desktop.gui.dialogs.record import RecordDialog
from xinxi_desktop.gui.dialogs.review import ReviewDialog
from xinxi_desktop.gui.notify import Notifier
from xinxi_desktop.gui.views.layout import LayoutView
from xinxi_desktop.services.absences import save_absence
from xinxi_desktop.services.articles import create_article
from xinxi_desktop.services.issues import create_issue, find_publication, issue, items
from xinxi_desktop.services.office import Office, find_person
from xinxi_desktop.services.printing import finalise, recheck
from xinxi_desktop.services.registers import save_person
from xinxi_desktop.services.reviewing import return_article
from xinxi_desktop.services.signing import proofs, sign, signatures
from xinxi_desktop.store import acts as act_store

Open = Callable[[], LayoutView]


def step(qtbot: QtBot, view: LayoutView) -> None:
    qtbot.mouseClick(view.issue.head.step, LEFT)


def go(qtbot: QtBot, shown: FormDialog) -> None:
    qtbot.mouseClick(shown.go, LEFT)


def field(shown: FormDialog, name: str) -> QLineEdit:
    found = shown.form.inputs[name]
    assert isinstance(found, QLineEdit)
    return found


def combo(shown: FormDialog, name: str) -> QComboBox:
    found = shown.form.inputs[name]
    assert isinstance(found, QComboBox)
    return found


def type_date(qtbot: QtBot, shown: FormDialog, day: str) -> None:
    field(shown, "on").selectAll()
    qtbot.keyClicks(field(shown, "on"), day)


def type_reason(qtbot: QtBot, shown: FormDialog, reason: str) -> None:
    text = shown.form.inputs["reason"]
    assert isinstance(text, QPlainTextEdit)
    qtbot.keyClicks(text, reason)


def test_an_issue_goes_from_planned_to_printed_by_its_button_alone(
    qtbot: QtBot, desk: Desk, office: Office, open_layout: Open
) -> None:
    key = make.issue(office)
    view = open_layout()
    verbs = []
    for _ in range(10):
        verbs.append(view.issue.head.step.text())
        step(qtbot, view)
        if verbs[-1] in ("审签", "签发", "复核", "定版", "印发"):
            go(qtbot, dialog(qtbot, FormDialog))
        if verbs[-1] == "付印":
            confirm(qtbot)
        rest(qtbot, desk)
    assert verbs == [
        "送核稿",
        "出清样",
        "送签",
        "审签",
        "审签",
        "签发",
        "复核",
        "定版",
        "付印",
        "印发",
    ]
    printed = issue(office, key)
    assert (printed["state"], printed["number"], printed["running"]) == ("printed", 1, 1)
    assert view.issue.head.step.text() == "导出 PDF"


def test_after_send_to_print_the_printing_window_is_offered(
    qtbot: QtBot, desk: Desk, notifier: Notifier, open_layout: Open, office: Office
) -> None:
    key = make.signed_issue(office)
    checker = find_person(office, "校对")
    recheck(office, key, person=checker)
    finalise(office, key, person=checker)
    view = open_layout()
    step(qtbot, view)
    confirm(qtbot)
    rest(qtbot, desk)
    offer = notifier.history[-1].offer
    assert offer is not None and offer.word == "打印…"
    offer.act()
    assert dialog(qtbot, PrintDialog).isVisible()


def test_signing_says_exactly_what_becomes_final_and_may_be_left(
    qtbot: QtBot, office: Office, open_layout: Open
) -> None:
    key = make.sent_issue(office)
    code = proofs(office, key)[0]["check_code"]
    view = open_layout()
    step(qtbot, view)
    shown = dialog(qtbot, FinalFormDialog)
    type_date(qtbot, shown, "2026-11-23")
    what = shown.what.text()
    qtbot.mouseClick(shown.cancel, LEFT)
    assert all(
        word in what for word in (code, "编辑审签", "2026年11月23日", "轮到科长", "不能撤销")
    )
    assert signatures(office, key) == []


def test_the_pane_says_who_has_signed_and_who_is_to(
    qtbot: QtBot, office: Office, open_layout: Open
) -> None:
    make.sent_issue(office)
    view = open_layout()
    step(qtbot, view)
    go(qtbot, dialog(qtbot, FinalFormDialog))
    assert view.issue.head.signed.text().startswith("已签：编辑；待签：科长")
    assert act_store.last_act(office.file)["name"] == "审签"


def test_the_first_number_of_a_publication_says_where_it_is_set(
    qtbot: QtBot, office: Office, open_layout: Open
) -> None:
    key = make.signed_issue(office)
    recheck(office, key, person=find_person(office, "校对"))
    view = open_layout()
    step(qtbot, view)
    words = [each.text() for each in dialog(qtbot, FinalFormDialog).findChildren(QLabel)]
    assert any("单位与信息员—刊物" in each and "报送范围" in each for each in words)


def test_only_those_whose_turn_it_is_are_offered(
    qtbot: QtBot, office: Office, open_layout: Open
) -> None:
    save_person(office, None, {"name": "周以宁", "post": "编辑"})
    make.sent_issue(office)
    view = open_layout()
    step(qtbot, view)
    box = combo(dialog(qtbot, FormDialog), "person")
    assert [box.itemText(place) for place in range(box.count())] == ["编辑", "周以宁（编辑）"]


def test_a_post_without_a_person_is_said(
    qtbot: QtBot, office: Office, open_layout: Open, notifier: Notifier
) -> None:
    make.sent_issue(office)
    save_person(
        office, find_person(office, "编辑"), {"name": "编辑", "post": "编辑", "active": False}
    )
    view = open_layout()
    step(qtbot, view)
    assert "没有在岗的编辑" in notifier.history[-1].text


def test_articles_not_reviewed_are_named_and_can_be_passed_there(
    qtbot: QtBot, desk: Desk, office: Office, open_layout: Open
) -> None:
    key = make.issue(office)
    chief = find_person(office, "科长")
    return_article(office, items(office, key)[1]["article"], "缺数据", person=chief)
    view = open_layout()
    step(qtbot, view)
    step(qtbot, view)
    shown = dialog(qtbot, ReviewDialog)
    named = [shown.listing.item(place).text() for place in range(shown.listing.count())]
    go(qtbot, shown)
    rest(qtbot, desk)
    assert len(named) == 1 and "第1条情况" in named[0]
    assert (issue(office, key)["state"], len(proofs(office, key))) == ("proof", 1)


def test_who_passes_is_not_who_edited_if_there_is_another(
    qtbot: QtBot, office: Office, open_layout: Open
) -> None:
    chief = find_person(office, "科长")
    own = create_article(office, [make.report(office)], person=chief).id
    create_issue(office, find_publication(office, "每日快报"), [own])
    view = open_layout()
    step(qtbot, view)
    step(qtbot, view)
    shown = dialog(qtbot, ReviewDialog)
    assert combo(shown, "person").currentData() != str(chief)


def test_the_check_code_stands_out_once_there_is_a_proof(
    qtbot: QtBot, desk: Desk, office: Office, open_layout: Open
) -> None:
    key = make.issue(office)
    view = open_layout()
    for _ in range(2):
        step(qtbot, view)
        rest(qtbot, desk)
    assert view.issue.code.text() == f"校验码 {proofs(office, key)[0]['check_code']}"
    assert view.issue.code.isVisible()


def test_the_line_of_steps_marks_the_present_one(
    qtbot: QtBot, office: Office, open_layout: Open
) -> None:
    make.issue(office)
    view = open_layout()
    before = view.issue.head.way.accessibleName()
    qtbot.keyClick(view.listing, Qt.Key.Key_Return, CONTROL)
    assert "现在是拟编，第 1 步，共 9 步" in before
    assert "现在是核稿，第 2 步，共 9 步" in view.issue.head.way.accessibleName()


def test_a_return_needs_a_reason_and_shows_it_afterwards(
    qtbot: QtBot, office: Office, open_layout: Open
) -> None:
    key = make.sent_issue(office)
    view = open_layout()
    qtbot.keyClick(view.listing, Qt.Key.Key_T, CONTROL)
    shown = dialog(qtbot, FormDialog)
    go(qtbot, shown)
    assert shown.isVisible() and shown.problem.text() == "请填写退改理由。"
    type_reason(qtbot, shown, "gai biaoti")
    go(qtbot, shown)
    assert issue(office, key)["state"] == "returned"
    assert view.issue.head.remark.text() == "退改：gai biaoti"


def test_more_holds_what_the_state_allows(qtbot: QtBot, office: Office, open_layout: Open) -> None:
    make.signed_issue(office)
    view = open_layout()
    assert choose(qtbot, view.issue.head.more, "") == {
        "《每日快报》印目录": False,
        "退改…": True, "缓发…": True, "改刊…": True, "誊改…": True, "复审…": True,
        "重出清样": False, "更正…": False, "收回…": False, "重印…": False,
        "检查全期…": True, "履历…": True,
    }  # fmt: skip


@pytest.mark.parametrize(
    "entry, verb, state", [("缓发…", "缓发", "deferred"), ("复审…", "复审", "checking")]
)
def test_a_signed_issue_can_be_held_back_or_submitted_again(
    qtbot: QtBot, office: Office, open_layout: Open, entry: str, verb: str, state: str
) -> None:
    key = make.signed_issue(office)
    view = open_layout()
    choose(qtbot, view.issue.head.more, entry)
    shown = dialog(qtbot, FormDialog)
    type_reason(qtbot, shown, "liyou")
    go(qtbot, shown)
    assert (shown.go.text(), issue(office, key)["state"]) == (verb, state)
    assert signatures(office, key) == []


def test_an_issue_can_change_its_publication(
    qtbot: QtBot, office: Office, open_layout: Open
) -> None:
    key = make.issue(office, count=1)
    view = open_layout()
    choose(qtbot, view.issue.head.more, "改刊…")
    go(qtbot, dialog(qtbot, FormDialog))
    assert issue(office, key)["publication_name"] == "要情专报"
    assert view.issue.head.title.text() == "《要情专报》第〔待定〕期"


def test_the_record_tells_who_did_what(qtbot: QtBot, office: Office, open_layout: Open) -> None:
    make.sent_issue(office)
    view = open_layout()
    qtbot.keyClick(view.listing, Qt.Key.Key_H, CONTROL)
    shown = dialog(qtbot, RecordDialog)
    done = [shown.model.index(place, 2).data() for place in range(shown.model.rowCount())]
    assert done == ["送签", "出清样", "送核稿", "组期"]


def test_the_editor_is_not_offered_for_the_second_check(
    qtbot: QtBot, office: Office, open_layout: Open
) -> None:
    make.signed_issue(office)
    view = open_layout()
    step(qtbot, view)
    box = combo(dialog(qtbot, FormDialog), "person")
    offered = [box.itemText(place) for place in range(box.count())]
    assert offered[0] == "校对" and "编辑" not in offered


def test_dated_next_year_the_question_names_a_number_of_next_year(
    qtbot: QtBot, office: Office, open_layout: Open
) -> None:
    key = make.signed_issue(office)
    recheck(office, key, person=find_person(office, "校对"))
    view = open_layout()
    step(qtbot, view)
    shown = dialog(qtbot, FinalFormDialog)
    type_date(qtbot, shown, "2027-01-04")
    what = shown.what.text()
    go(qtbot, shown)
    fixed = issue(office, key)
    assert "2027年第1期（总第1期），日期 2027年1月4日，46 份" in what
    assert (fixed["year"], fixed["date"]) == (2027, "2027-01-04")


def test_a_date_that_is_none_is_said_in_the_dialog(
    qtbot: QtBot, office: Office, open_layout: Open
) -> None:
    make.sent_issue(office)
    view = open_layout()
    step(qtbot, view)
    shown = dialog(qtbot, FormDialog)
    type_date(qtbot, shown, "2026-13-01")
    go(qtbot, shown)
    assert shown.isVisible() and "“审签日期”写成" in shown.problem.text()


def test_a_deputy_is_offered_first_while_the_signer_is_away(
    qtbot: QtBot, office: Office, open_layout: Open
) -> None:
    key = make.sent_issue(office)
    sign(office, key, person=find_person(office, "编辑"))
    chief, deputy = find_person(office, "科长"), find_person(office, "校对")
    week = {"person": chief, "deputy": deputy, "from_date": today(), "to_date": today()}
    save_absence(office, None, week)
    view = open_layout()
    assert f"科长外出至 {today()[5:]}，由校对代签" in view.issue.head.signed.text()
    step(qtbot, view)
    shown = dialog(qtbot, FinalFormDialog)
    assert combo(shown, "person").currentText() == "校对（受科长委托代签）"
    go(qtbot, shown)
    assert signatures(office, key)[-1]["on_behalf_of"] == chief


def test_who_has_signed_stays_to_be_read_after_the_last_signature(
    office: Office, open_layout: Open
) -> None:
    make.signed_issue(office)
    signed = open_layout().issue.head.signed
    assert signed.isVisible() and signed.text().startswith("已签：编辑、科长")
    assert "待签" not in signed.text() and "科长　科长" in signed.toolTip()


def test_a_deputy_is_named_where_there_is_room(
    qtbot: QtBot, office: Office, open_layout: Open
) -> None:
    key = make.sent_issue(office)
    sign(office, key, person=find_person(office, "编辑"))
    chief, deputy = find_person(office, "科长"), find_person(office, "校对")
    week = {"person": chief, "deputy": deputy, "from_date": today(), "to_date": today()}
    save_absence(office, None, week)
    sign(office, key, person=deputy, on_behalf_of=chief)
    signed = open_layout().issue.head.signed
    assert "科长（校对代）" in signed.text()
    signed.resize(60, signed.height())
    assert "（校对代）" not in signed.text() and "受科长委托代签" in signed.toolTip()


def test_the_line_of_steps_says_who_and_when(office: Office, open_layout: Open) -> None:
    make.sent_issue(office)
    way = open_layout().issue.head.way
    assert sum(bool(each) for each in way.told) == 4
    assert "送签：" in way.accessibleDescription()


def test_every_rarer_step_in_the_menu_says_what_it_does(office: Office, open_layout: Open) -> None:
    make.issue(office)
    menu = open_layout().issue.head.more.menu()
    menu.aboutToShow.emit()
    steps = [
        each for each in menu.actions() if each.text() in {"退改…", "改刊…", "重出清样", "收回…"}
    ]

    assert len(steps) == 4 and menu.toolTipsVisible()
    assert all(each.toolTip() not in ("", each.text()) for each in steps)
