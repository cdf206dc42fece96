"""全期检查: what is asked before an issue goes to its signers, and what is not asked again."""

from __future__ import annotations

from collections.abc import Callable

import office_maker as make
from hands import write
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from real_window import CONTROL, LEFT, choose, dialog, open_views, rest, row_centre

from xinxi_desktop.domain.document import document_from_lines
from xinxi_desktop.domain.vocabulary import Weight
from xinxi_desktop.domain.whole_issue import Finding
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.whole_issue import WholeIssueDialog
from xinxi_desktop.gui.views.editing import EditingView
from xinxi_desktop.gui.views.layout import LayoutView
from xinxi_desktop.gui.widgets.notices import NoticeFrame
from xinxi_desktop.services.articles import save_revision
from xinxi_desktop.services.issues import issue, items
from xinxi_desktop.services.office import Office, find_person
from xinxi_desktop.services.reviewing import review_article
from xinxi_desktop.services.signing import (
    make_proof,
    return_issue,
    send_for_signature,
    send_to_check,
)
from xinxi_desktop.services.whole_issue import check_issue
from xinxi_desktop.store import acts as act_store

Open = Callable[[], LayoutView]


def step(qtbot: QtBot, view: LayoutView) -> None:
    qtbot.mouseClick(view.issue.head.step, LEFT)


def go(qtbot: QtBot, shown: WholeIssueDialog) -> None:
    qtbot.mouseClick(shown.go, LEFT)


def test_an_error_wants_a_reason_before_the_issue_goes_to_its_signers(
    qtbot: QtBot, desk: Desk, office: Office, open_layout: Open
) -> None:
    key = make.proven_issue(office)
    view = open_layout()
    step(qtbot, view)
    shown = dialog(qtbot, WholeIssueDialog)
    write("秘书长口头指定，不发")
    go(qtbot, shown)
    rest(qtbot, desk)
    (act, *_) = act_store.acts_on(office.file, "issue", key)
    assert issue(office, key)["state"] == "sent"
    assert "秘书长口头指定" in act["summary"]


def test_ctrl_enter_sends_from_the_check(
    qtbot: QtBot, desk: Desk, office: Office, open_layout: Open
) -> None:
    key = make.proven_issue(office)
    view = open_layout()
    qtbot.keyClick(view.listing, Qt.Key.Key_Return, CONTROL)
    shown = dialog(qtbot, WholeIssueDialog)
    write("秘书长口头指定，不发")
    qtbot.keyClick(shown.form.inputs["reason"], Qt.Key.Key_Return, CONTROL)
    rest(qtbot, desk)
    assert issue(office, key)["state"] == "sent"


def test_what_was_let_through_with_a_reason_is_not_asked_again(
    qtbot: QtBot, desk: Desk, office: Office, open_layout: Open
) -> None:
    key = make.proven_issue(office)
    view = open_layout()
    step(qtbot, view)
    dialog(qtbot, WholeIssueDialog)
    write("秘书长口头指定，不发")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CONTROL)
    rest(qtbot, desk)
    qtbot.mouseClick(view.items.listing.viewport(), LEFT, pos=row_centre(view.items.listing, 0))
    qtbot.mouseClick(view.items.out, LEFT)
    rest(qtbot, desk)
    for _ in range(2):
        step(qtbot, view)
        rest(qtbot, desk)
    (act, *_) = act_store.acts_on(office.file, "issue", key)
    assert issue(office, key)["state"] == "sent" and len(items(office, key)) == 1
    assert "秘书长口头指定" in act["summary"]
    assert "1 处已在上次说明理由，没有再问" in act["summary"]


def test_what_was_not_asked_again_can_be_looked_at_from_the_notice(
    qtbot: QtBot, desk: Desk, office: Office, open_layout: Open
) -> None:
    key = make.proven_issue(office)
    send_for_signature(office, key, "口头指定", findings=check_issue(office, key))
    return_issue(office, key, "改一处")
    send_to_check(office, key)
    make_proof(office, key)
    view = open_layout()
    step(qtbot, view)
    rest(qtbot, desk)
    notice = view.window().findChildren(NoticeFrame)[-1]
    (look,) = [each for each in notice.findChildren(QPushButton) if each.text() == "看这几处"]
    qtbot.mouseClick(look, LEFT)
    shown = dialog(qtbot, WholeIssueDialog)
    assert shown.listing.item(0).text().endswith("请填写报送范围。（上次已说明理由）")
    assert any(
        "上次送签时说明的理由：口头指定" in each.text() for each in shown.findChildren(QLabel)
    )


def test_many_findings_get_the_room_that_the_screen_has_and_a_size_chosen_is_kept(
    qtbot: QtBot, desk: Desk, office: Office, open_layout: Open
) -> None:
    key = make.proven_issue(office)
    row, every = issue(office, key), items(office, key)
    many = [Finding(f"r{n}", Weight.NOTE, f"第{n}处要看的。" * 12) for n in range(30)]
    shown = WholeIssueDialog(desk, row, every, many)
    shown.show()
    qtbot.waitExposed(shown)
    assert shown.listing.height() > 0.6 * shown.screen().availableSize().height()
    flags = shown.windowFlags()
    assert (
        flags & Qt.WindowType.WindowMaximizeButtonHint
        and flags & Qt.WindowType.WindowCloseButtonHint
    )
    shown.resize(700, 420)
    qtbot.mouseClick(shown.go, LEFT)
    again = WholeIssueDialog(desk, row, every, many)
    again.show()
    assert (again.width(), again.height()) == (700, 420)
    again.close()


def test_the_check_can_be_left_to_mend_the_issue(
    qtbot: QtBot, office: Office, open_layout: Open
) -> None:
    key = make.proven_issue(office)
    view = open_layout()
    step(qtbot, view)
    shown = dialog(qtbot, WholeIssueDialog)
    words = shown.listing.item(0).text()
    qtbot.mouseClick(shown.cancel, LEFT)
    assert words == "错误　报、送、发都空着。请填写报送范围。"
    assert issue(office, key)["state"] == "proof"


def test_the_check_is_shown_at_any_time(qtbot: QtBot, office: Office, open_layout: Open) -> None:
    make.issue(office)
    view = open_layout()
    choose(qtbot, view.issue.head.more, "检查全期…")
    assert dialog(qtbot, WholeIssueDialog).listing.count() > 0


def test_a_finding_leads_to_the_words_it_is_about(qtbot: QtBot, desk: Desk, office: Office) -> None:
    closing = "下一步，将继续抓好督促落实，确保各项措施落地见效。"
    key = make.issue(office)
    for item, word in zip(items(office, key), ("冷库", "水渠"), strict=True):
        body = document_from_lines([f"各地抓紧建设{word}。" * 20 + closing])
        save_revision(office, item["article"], item["title"], body)
        review_article(office, item["article"], person=find_person(office, "科长"))
    window = open_views(qtbot, desk, [LayoutView, EditingView])
    view, editing = window.view("layout"), window.view("editing")
    assert isinstance(view, LayoutView) and isinstance(editing, EditingView)
    choose(qtbot, view.issue.head.more, "检查全期…")
    listing = dialog(qtbot, WholeIssueDialog).listing
    (entry,) = listing.findItems("文字相同", Qt.MatchFlag.MatchContains)
    spot = listing.visualItemRect(entry).center()
    qtbot.mouseClick(listing.viewport(), LEFT, pos=spot)
    qtbot.mouseDClick(listing.viewport(), LEFT, pos=spot)
    assert editing.pane.key == items(office, key)[1]["article"]
    assert editing.pane.body.textCursor().selectedText() == closing
