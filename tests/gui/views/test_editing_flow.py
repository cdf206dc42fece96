"""编辑: drafts, revisions, 送核, 核稿 and 退改, and what stands beside the text."""

from __future__ import annotations

from collections.abc import Callable

import hands
import office_maker as make
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from xinxi_desktop.domain.vocabulary import Post
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.form_dialog import FormDialog
from xinxi_desktop.gui.dialogs.record import RecordDialog
from xinxi_desktop.gui.main_window import MainWindow
from xinxi_desktop.gui.notify import Notifier
from xinxi_desktop.gui.views.editing import EditingView
from xinxi_desktop.services import articles, reviewing
from xinxi_desktop.services.intake import submission
from xinxi_desktop.services.issues import items
from xinxi_desktop.services.office import find_person, open_office

Open = Callable[[], EditingView]


def body(desk: Desk, key: int) -> list[str]:
    return [block.text for block in articles.article(desk.office, key)["document"].blocks]


def state(desk: Desk, key: int) -> str:
    return str(articles.article(desk.office, key)["state"])


def write_at_start(view: EditingView, words: str) -> None:
    view.pane.body.setFocus()
    hands.press(Qt.Key.Key_Home, hands.CTRL)
    hands.write(words)


# ------------------------------------------------------------ drafts and revisions


def test_what_is_typed_comes_back_after_another_article(
    editing: Open, two: tuple[int, int], desk: Desk
) -> None:
    view = editing()
    write_at_start(view, "没写完")
    view.listing.setFocus()
    hands.press(Qt.Key.Key_Down)
    assert not view.pane.restored.isVisible()
    hands.press(Qt.Key.Key_Up)
    assert view.pane.body.toPlainText().startswith("没写完")
    assert view.pane.restored.isVisible() and body(desk, two[1]) == ["全县建成冷库18座。"]


def test_what_is_typed_comes_back_in_another_window(
    editing: Open, open_window: Callable[[], MainWindow], draft: int
) -> None:
    view = editing()
    write_at_start(view, "没写完")
    view.window().close()
    again = open_window()
    hands.press(Qt.Key.Key_2, hands.CTRL)
    reopened = again.view("editing")
    assert isinstance(reopened, EditingView)
    assert reopened.pane.body.toPlainText().startswith("没写完第一段")
    assert "已经恢复" in reopened.pane.restored.sentence.text()


def test_restored_text_can_be_given_up(editing: Open, two: tuple[int, int], desk: Desk) -> None:
    view = editing()
    write_at_start(view, "没写完")
    view.listing.setFocus()
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Up)
    hands.click(view.pane.restored.button)
    assert view.pane.body.toPlainText() == "全县建成冷库18座。"
    assert articles.draft(desk.office, two[1]) is None


def test_going_to_another_tab_keeps_the_draft(editing: Open, draft: int, desk: Desk) -> None:
    view = editing()
    write_at_start(view, "没写完")
    hands.press(Qt.Key.Key_1, hands.CTRL)
    kept = articles.draft(desk.office, draft)
    assert kept is not None and kept[1].plain_text().startswith("没写完")


def test_typing_is_in_the_draft_within_seconds(
    qtbot: QtBot, editing: Open, draft: int, desk: Desk
) -> None:
    view = editing()
    write_at_start(view, "没写完")
    qtbot.waitUntil(lambda: articles.draft(desk.office, draft) is not None, timeout=8000)
    qtbot.waitUntil(lambda: desk.jobs.idle)
    assert view.pane.unsaved.isVisible()


def test_typing_taken_back_leaves_no_draft(editing: Open, two: tuple[int, int], desk: Desk) -> None:
    view = editing()
    write_at_start(view, "没写完")
    hands.press(Qt.Key.Key_Z, hands.CTRL)
    view.listing.setFocus()
    hands.press(Qt.Key.Key_Down)
    assert articles.draft(desk.office, two[1]) is None


def test_an_old_revision_is_shown_and_taken_again_as_a_new_one(
    editing: Open, draft: int, desk: Desk
) -> None:
    view = editing()
    write_at_start(view, "新写的。")
    hands.press(Qt.Key.Key_S, hands.CTRL)
    hands.click(view.aside.buttons["revisions"])
    page = view.aside.revisions
    page.listing.setFocus()
    hands.press(Qt.Key.Key_Down)
    assert "新写的" not in page.text.toPlainText()
    hands.click(page.restore)
    rows = articles.revisions(desk.office, draft)
    assert [row["cause"] for row in rows] == ["恢复第1稿", "保存", "成稿"]
    assert view.pane.body.toPlainText() == "第一段。\n第二段。"


def test_the_newest_revision_needs_no_restoring(editing: Open, draft: int) -> None:
    view = editing()
    hands.click(view.aside.buttons["revisions"])
    assert not view.aside.revisions.restore.isEnabled()


# ------------------------------------------------------------ 送核, 核稿, 退改


def test_ctrl_enter_saves_and_sends_to_review_and_the_next_is_opened(
    editing: Open, two: tuple[int, int], desk: Desk
) -> None:
    view = editing()
    write_at_start(view, "新写的。")
    hands.press(Qt.Key.Key_Return, hands.CTRL)
    assert state(desk, two[1]) == "in_review"
    assert body(desk, two[1]) == ["新写的。全县建成冷库18座。"]
    assert view.pane.key == two[0]


def test_sending_to_review_is_taken_back_by_the_bar(
    qtbot: QtBot, editing: Open, draft: int, desk: Desk
) -> None:
    view = editing()
    hands.click(view.pane.acts["submit.primary"])
    hands.press(Qt.Key.Key_Z, hands.CTRL)
    qtbot.waitUntil(lambda: state(desk, draft) == "draft")
    assert view.pane.facts.text().startswith("草稿")


def test_another_person_passes_review_at_once(editing: Open, draft: int, desk: Desk) -> None:
    reviewing.submit_for_review(desk.office, [draft])
    desk.office.person = find_person(desk.office, Post.SECTION_CHIEF.label)
    view = editing()
    hands.choose_queue(view.queues, "送核")
    hands.press(Qt.Key.Key_Return, hands.CTRL | hands.SHIFT)
    (review,) = reviewing.reviews(desk.office, draft)
    assert state(desk, draft) == "reviewed" and review["person_name"] == "科长"


def test_who_edited_it_names_who_passed_it(
    qtbot: QtBot, editing: Open, draft: int, desk: Desk
) -> None:
    view = editing()
    hands.click(view.pane.acts["review"])
    form = hands.dialog(qtbot, FormDialog).form
    names = form.inputs["person"]
    assert isinstance(names, QComboBox) and names.findText("编辑") == -1
    hands.press(Qt.Key.Key_Return)
    (review,) = reviewing.reviews(desk.office, draft)
    assert review["person_name"] == "科长"


def test_all_that_are_selected_pass_together_and_one_undo_takes_all_back(
    qtbot: QtBot, editing: Open, two: tuple[int, int], desk: Desk
) -> None:
    reviewing.submit_for_review(desk.office, two)
    desk.office.person = find_person(desk.office, Post.SECTION_CHIEF.label)
    view = editing()
    hands.choose_queue(view.queues, "送核")
    view.listing.setFocus()
    hands.press(Qt.Key.Key_Down, hands.SHIFT)
    assert view.pane.acts["review.primary"].text() == "核稿通过 2 篇"
    hands.press(Qt.Key.Key_Return, hands.CTRL | hands.SHIFT)
    assert [state(desk, key) for key in two] == ["reviewed", "reviewed"]
    hands.press(Qt.Key.Key_Z, hands.CTRL)
    qtbot.waitUntil(lambda: [state(desk, key) for key in two] == ["in_review", "in_review"])


def test_who_edited_some_of_several_names_who_passes_them_all(
    qtbot: QtBot, editing: Open, two: tuple[int, int], desk: Desk
) -> None:
    view = editing()
    view.listing.setFocus()
    hands.press(Qt.Key.Key_Down, hands.SHIFT)
    hands.click(view.pane.acts["review"])
    assert hands.dialog(qtbot, FormDialog).windowTitle() == "核稿通过 2 篇"
    hands.press(Qt.Key.Key_Return)
    assert [state(desk, key) for key in two] == ["reviewed", "reviewed"]


def test_text_typed_and_not_saved_is_not_passed_with_the_others(
    editing: Open, two: tuple[int, int], desk: Desk, notifier: Notifier
) -> None:
    articles.save_draft(
        desk.office, two[0], "没写完", articles.article(desk.office, two[0])["document"]
    )
    desk.office.person = find_person(desk.office, Post.SECTION_CHIEF.label)
    view = editing()
    view.listing.setFocus()
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Up, hands.SHIFT)
    hands.press(Qt.Key.Key_Return, hands.CTRL | hands.SHIFT)
    assert [state(desk, key) for key in two] == ["draft", "reviewed"]
    assert any("有 1 篇还有没保存的改动" in each.text for each in notifier.history)


def test_returning_wants_a_reason_which_the_editor_reads_over_the_text(
    qtbot: QtBot, editing: Open, draft: int, desk: Desk
) -> None:
    view = editing()
    hands.press(Qt.Key.Key_T, hands.CTRL)
    dialog = hands.dialog(qtbot, FormDialog)
    hands.click(dialog.go)
    assert dialog.problem.text() == "请填写理由。"
    dialog.form.inputs["reason"].setFocus()
    hands.write("数字与来稿不符")
    hands.click(dialog.go)
    assert state(desk, draft) == "returned"
    hands.choose_queue(view.queues, "退改")
    assert view.pane.returned.sentence.text().startswith("退改：数字与来稿不符（科长，")


def test_all_that_are_selected_are_sent_to_review_in_one_step(
    qtbot: QtBot, editing: Open, two: tuple[int, int], desk: Desk
) -> None:
    view = editing()
    view.listing.setFocus()
    hands.press(Qt.Key.Key_Down, hands.SHIFT)
    assert view.pane.acts["submit.primary"].text() == "送核 2 篇"
    hands.press(Qt.Key.Key_Return, hands.CTRL)
    assert [state(desk, key) for key in two] == ["in_review", "in_review"]
    hands.press(Qt.Key.Key_Z, hands.CTRL)
    qtbot.waitUntil(lambda: [state(desk, key) for key in two] == ["draft", "draft"])


def test_of_several_selected_the_buttons_say_for_how_many_they_are_possible(
    editing: Open, two: tuple[int, int], desk: Desk
) -> None:
    reviewing.submit_for_review(desk.office, two[:1])
    view = editing()
    hands.choose_queue(view.queues, "全部")
    view.listing.selectAll()
    assert view.pane.acts["submit.primary"].text() == "送核 1 篇"
    assert view.pane.acts["return"].text() == "退改 2 篇"


def test_all_that_are_selected_are_returned_for_the_same_reason(
    qtbot: QtBot, editing: Open, two: tuple[int, int], desk: Desk
) -> None:
    reviewing.submit_for_review(desk.office, two)
    view = editing()
    hands.choose_queue(view.queues, "送核")
    view.listing.setFocus()
    hands.press(Qt.Key.Key_Down, hands.SHIFT)
    assert view.pane.acts["return"].text() == "退改 2 篇"
    hands.press(Qt.Key.Key_T, hands.CTRL)
    dialog = hands.dialog(qtbot, FormDialog)
    dialog.form.inputs["reason"].setFocus()
    hands.write("缺数据")
    hands.click(dialog.go)
    rows = [articles.article(desk.office, key) for key in two]
    assert [(row["state"], row["return_reason"]) for row in rows] == [("returned", "缺数据")] * 2


def test_saving_a_reviewed_article_keeps_it_open_and_listed_though_it_leaves_its_queue(
    editing: Open, draft: int, desk: Desk, notifier: Notifier
) -> None:
    reviewing.review_article(
        desk.office, draft, person=find_person(desk.office, Post.SECTION_CHIEF.label)
    )
    view = editing()
    hands.choose_queue(view.queues, "已核")
    write_at_start(view, "新写的。")
    hands.press(Qt.Key.Key_S, hands.CTRL)
    assert view.model.ids == [draft] and view.pane.key == draft
    assert view.pane.facts.text().startswith("草稿")
    assert "退回草稿" in notifier.history[-1].text
    hands.choose_queue(view.queues, "送核")
    hands.choose_queue(view.queues, "已核")
    assert view.model.ids == []


def test_the_last_of_a_queue_leaves_it_when_sent_on_and_comes_back_by_undo(
    qtbot: QtBot, editing: Open, draft: int
) -> None:
    view = editing()
    hands.press(Qt.Key.Key_Return, hands.CTRL)
    assert view.model.ids == [] and view.pane.key == 0
    assert view.empty.isVisible() and view.aside.originals.shown == 0
    hands.press(Qt.Key.Key_Z, hands.CTRL)
    qtbot.waitUntil(lambda: view.pane.key == draft)
    assert view.model.ids == [draft] == view.listing.selected_ids()


def test_what_was_sent_on_is_open_again_after_undo(
    qtbot: QtBot, editing: Open, two: tuple[int, int]
) -> None:
    view = editing()
    hands.press(Qt.Key.Key_Return, hands.CTRL)
    assert view.pane.key == two[0] and view.model.ids == [two[0]]
    view.listing.setFocus()
    hands.press(Qt.Key.Key_Z, hands.CTRL)
    qtbot.waitUntil(lambda: view.pane.key == two[1])
    assert view.listing.selected_ids() == [two[1]]


def test_the_state_is_listed_only_where_the_queue_does_not_say_it(
    editing: Open, draft: int
) -> None:
    view = editing()
    assert view.listing.isColumnHidden(2)
    hands.choose_queue(view.queues, "全部")
    assert not view.listing.isColumnHidden(2)


def test_a_text_that_has_passed_is_not_offered_to_pass_again(
    editing: Open, draft: int, desk: Desk
) -> None:
    reviewing.review_article(
        desk.office, draft, person=find_person(desk.office, Post.SECTION_CHIEF.label)
    )
    view = editing()
    hands.choose_queue(view.queues, "已核")
    shown = {name for name, button in view.pane.acts.items() if button.isVisible()}
    assert shown == {"return"}
    write_at_start(view, "新写的。")
    hands.press(Qt.Key.Key_S, hands.CTRL)
    assert view.pane.acts["submit.primary"].isVisible() and view.pane.acts["review"].isVisible()


def test_a_long_title_is_called_long(editing: Open, draft: int) -> None:
    view = editing()
    assert not view.pane.long_title.isVisible()
    view.pane.title.setFocus()
    hands.write("长" * 40)
    assert view.pane.long_title.isVisible()
    assert view.pane.long_title.text() == "标题 44 字，偏长"


def test_an_article_in_a_proof_can_be_read_and_says_why_not_more(editing: Open, desk: Desk) -> None:
    key = items(desk.office, make.sent_issue(desk.office))[0]["article"]
    view = editing()
    hands.choose_queue(view.queues, "入期")
    hands.choose_row(view.listing, key)
    before = view.pane.body.toPlainText()
    view.pane.body.setFocus()
    hands.write("改")
    assert view.pane.body.toPlainText() == before
    assert "誊改" in view.pane.fixed.sentence.text() and view.pane.fixed.isVisible()
    assert not any(button.isVisible() for button in view.pane.acts.values())


def test_from_what_is_fixed_one_goes_to_its_issue(qtbot: QtBot, editing: Open, desk: Desk) -> None:
    issue = make.sent_issue(desk.office)
    view = editing()
    view.show_item("article", items(desk.office, issue)[0]["article"])
    with qtbot.waitSignal(desk.show_asked) as asked:
        hands.click(view.pane.fixed.button)
    assert asked.args == ["issue", issue]


def test_an_office_file_opened_for_reading_lets_nothing_be_typed(
    request: pytest.FixtureRequest, desk: Desk, draft: int, editing: Open
) -> None:
    desk.office = open_office(desk.office.path, read_only=True)
    request.addfinalizer(desk.office.close)
    view = editing()
    view.pane.body.setFocus()
    hands.write("改")
    assert view.pane.body.toPlainText() == "第一段。\n第二段。"
    assert view.pane.fixed.sentence.text().startswith("工作文件是只读打开的")


# ------------------------------------------------------------ beside the text


def test_marks_are_changed_beside_the_text(editing: Open, draft: int, desk: Desk) -> None:
    view = editing()
    hands.click(view.aside.buttons["marks"])
    view.aside.marks.fields.inputs["tone"].setFocus()
    hands.press(Qt.Key.Key_Up)
    view.aside.marks.fields.inputs["credit"].setFocus()
    hands.write("市委办公室信息科综合")
    hands.press(Qt.Key.Key_Return)
    row = articles.article(desk.office, draft)
    assert (row["tone"], row["credit"]) == ("problem", "市委办公室信息科综合")


def test_what_will_be_printed_as_credit_stands_beside_it_and_a_guess_is_confirmed(
    editing: Open, desk: Desk
) -> None:
    unit = make.unit(desk.office, "安渡区委办公室")
    report = make.report(desk.office, units=(unit,), tone="problem", guessed="tone")
    articles.create_article(desk.office, [report])
    view = editing()
    marks = view.aside.marks
    hands.click(view.aside.buttons["marks"])
    assert "忧类不署供稿单位；“忧”是程序自动判断的" in marks.credit.text()
    hands.click(marks.right)
    assert marks.credit.text() == "将印：（云澜市委办公室信息科综合）——忧类不署供稿单位"
    assert not marks.right.isVisible() and submission(desk.office, report)["guessed"] == ""


def test_a_mark_below_the_sources_is_refused(editing: Open, desk: Desk, notifier: Notifier) -> None:
    report = make.report(desk.office, secrecy="work_secret")
    articles.create_article(desk.office, [report])
    view = editing()
    hands.click(view.aside.buttons["marks"])
    view.aside.marks.fields.inputs["secrecy"].setFocus()
    hands.press(Qt.Key.Key_Up)
    assert "不能标得更低" in notifier.history[-1].text


def test_each_source_of_several_can_be_read(editing: Open, desk: Desk) -> None:
    reports = [make.report(desk.office, f"第{n}条", f"第{n}条正文。") for n in (1, 2)]
    articles.create_article(desk.office, reports)
    view = editing()
    assert view.aside.buttons["originals"].text() == "原稿 2"
    hands.click(view.aside.originals.choices[1])
    assert "第2条正文。" in view.aside.originals.text.toPlainText()


def test_the_record_of_an_article_tells_who_did_what(
    qtbot: QtBot, editing: Open, draft: int
) -> None:
    editing()
    hands.press(Qt.Key.Key_H, hands.CTRL)
    record = hands.dialog(qtbot, RecordDialog)
    assert record.model.index(0, 2).data() == "成稿"


def test_the_left_side_gives_its_room_to_the_text(editing: Open, draft: int) -> None:
    view = editing()
    hands.press(Qt.Key.Key_B, hands.CTRL)
    assert not view.queues.isVisible() and not view.listing.isVisible()
    hands.press(Qt.Key.Key_B, hands.CTRL)
    assert view.queues.isVisible() and view.listing.isVisible()


def test_words_narrow_the_articles(qtbot: QtBot, editing: Open, two: tuple[int, int]) -> None:
    view = editing()
    hands.press(Qt.Key.Key_F, hands.CTRL)
    hands.write("第二段")
    qtbot.waitUntil(lambda: view.model.ids == [two[0]])


def test_an_article_that_is_no_more_is_closed(qtbot: QtBot, editing: Open, draft: int) -> None:
    view = editing()
    hands.press(Qt.Key.Key_Z, hands.CTRL)
    qtbot.waitUntil(lambda: view.pane.key == 0)
    assert view.model.rowCount() == 0


def test_an_office_without_articles_says_where_they_come_from(editing: Open) -> None:
    view = editing()
    assert view.empty.sentence.text() == "“草稿”里没有稿件。"
    assert "收稿" in view.pane.empty.sentence.text()
