"""排版: 版面建议 tried, kept and taken back; titles broken by hand."""

from __future__ import annotations

import office_maker as make
import pytest
from hands import choose_row
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot
from real_window import CONTROL, LEFT, dialog, open_views, rest, row_centre

from xinxi_desktop.domain.document import document_from_lines
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.title_breaks import TitleBreaksDialog
from xinxi_desktop.gui.views.layout import LayoutView
from xinxi_desktop.services.articles import save_revision
from xinxi_desktop.services.bulletins import lay_out
from xinxi_desktop.services.issues import items
from xinxi_desktop.services.office import Office, find_person
from xinxi_desktop.services.page_advice import kept_cures
from xinxi_desktop.services.reviewing import review_article

SHORT = "信" * (26 + 28 * 3 + 2) + "。"


@pytest.fixture
def key(office: Office) -> int:
    """An issue whose first text ends with two characters on a line of their own."""
    key = make.issue(office)
    first = items(office, key)[0]
    save_revision(office, first["article"], first["title"], document_from_lines([SHORT]))
    review_article(office, first["article"], person=find_person(office, "科长"))
    return key


@pytest.fixture
def view(qtbot: QtBot, desk: Desk, key: int) -> LayoutView:
    window = open_views(qtbot, desk, [LayoutView])
    found = window.view("layout")
    assert isinstance(found, LayoutView)
    rest(qtbot, desk)
    return found


def press(qtbot: QtBot, view: LayoutView, verb: str) -> None:
    buttons = view.issue.advice.area.findChildren(QPushButton)
    qtbot.mouseClick(next(each for each in buttons if each.text() == verb), LEFT)


def lines_shown(view: LayoutView) -> int:
    """The lines of the first text on the pages shown, told apart by their baselines."""
    runs = [run for page in view.issue.preview.sheets.pages for run in page.runs]
    return len({run.y for run in runs if set(run.text) <= set("信。")})


def test_a_remedy_is_tried_kept_and_taken_back(
    qtbot: QtBot, desk: Desk, view: LayoutView, office: Office, key: int
) -> None:
    advice = view.issue.advice
    assert advice.isVisible() and advice.count.text() == "版面建议　有 1 处要看"
    qtbot.keyClick(view.listing, Qt.Key.Key_J, CONTROL)
    before = lines_shown(view)
    press(qtbot, view, "试一试")
    rest(qtbot, desk)
    assert lines_shown(view) == before - 1 and not kept_cures(lay_out(office, key))
    press(qtbot, view, "试一试")
    assert lines_shown(view) == before
    press(qtbot, view, "采用")
    rest(qtbot, desk)
    assert lines_shown(view) == before - 1 and advice.count.text() == "版面建议　已采用 1 处"
    press(qtbot, view, "撤消")
    rest(qtbot, desk)
    assert lines_shown(view) == before and not kept_cures(lay_out(office, key))


def test_nothing_is_said_where_the_pages_sit_well(qtbot: QtBot, desk: Desk, office: Office) -> None:
    make.issue(office)
    view = open_views(qtbot, desk, [LayoutView]).view("layout")
    assert isinstance(view, LayoutView)
    rest(qtbot, desk)

    assert view.issue.preview.isVisible() and not view.issue.advice.isVisible()


def test_the_count_is_that_of_the_marks_on_the_pages(
    qtbot: QtBot, desk: Desk, office: Office, key: int
) -> None:
    second = items(office, key)[1]
    odd = document_from_lines(["\U0001f600" + "字" * 10])
    save_revision(office, second["article"], second["title"], odd)
    view = open_views(qtbot, desk, [LayoutView]).view("layout")
    assert isinstance(view, LayoutView)
    rest(qtbot, desk)
    faults = view.issue.preview.faults
    assert (view.issue.advice.count.text(), faults.text()) == (
        "版面建议　有 2 处要看",
        "有 2 处要看",
    )
    qtbot.keyClick(view.listing, Qt.Key.Key_J, CONTROL)
    press(qtbot, view, "看这处")
    assert all(entry.text().count("页") == 1 for entry in faults.menu().actions())


def test_the_advice_folds_when_another_issue_is_chosen(
    qtbot: QtBot, desk: Desk, view: LayoutView, office: Office
) -> None:
    other = make.issue(office)
    view.refresh()
    rest(qtbot, desk)
    area = view.issue.advice.area
    qtbot.keyClick(view.listing, Qt.Key.Key_J, CONTROL)
    opened = area.isVisible()
    choose_row(view.listing, other)
    rest(qtbot, desk)
    choose_row(view.listing, view.model.ids[-1])
    rest(qtbot, desk)
    assert opened and view.issue.advice.isVisible() and not area.isVisible()


def said(qtbot: QtBot, view: LayoutView) -> str:
    qtbot.keyClick(view.listing, Qt.Key.Key_J, CONTROL)
    return view.desk.notifier.history[-1].text


def test_ctrl_j_always_says_something(qtbot: QtBot, desk: Desk, office: Office) -> None:
    view = open_views(qtbot, desk, [LayoutView]).view("layout")
    assert isinstance(view, LayoutView)
    told = [said(qtbot, view)]
    made = (make.issue(office), make.sent_issue(office), make.printed_issue(office))
    view.queues.setCurrentRow(view.queues.count() - 1)
    view.refresh()
    for key in made:
        choose_row(view.listing, key)
        rest(qtbot, desk)
        told.append(said(qtbot, view))
    words = ("还没有选定一期", "没有要看的地方", "退改以后才有", "已经付印")
    assert all(word in text for word, text in zip(words, told, strict=True))


def test_the_advice_is_shown_from_any_page(qtbot: QtBot, view: LayoutView) -> None:
    view.issue.switch.show_page("registration")
    qtbot.keyClick(view.listing, Qt.Key.Key_J, CONTROL)
    assert view.issue.advice.area.isVisible()


def open_title(qtbot: QtBot, view: LayoutView) -> TitleBreaksDialog:
    qtbot.mouseClick(view.items.listing.viewport(), LEFT, pos=row_centre(view.items.listing, 0))
    qtbot.mouseClick(view.items.title, LEFT)
    return dialog(qtbot, TitleBreaksDialog)


def type_lines(qtbot: QtBot, shown: TitleBreaksDialog, text: str) -> None:
    field = shown.fields.inputs["lines"]
    assert isinstance(field, QPlainTextEdit)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_A, CONTROL)
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    field.insertPlainText(text)


def test_a_title_is_broken_by_hand(
    qtbot: QtBot, desk: Desk, view: LayoutView, office: Office, key: int
) -> None:
    shown = open_title(qtbot, view)
    type_lines(qtbot, shown, "第0条\n情况")
    rest(qtbot, desk)
    assert any(run.text == "情况" for run in shown.preview.pages[0].runs)
    qtbot.mouseClick(shown.go, LEFT)
    rest(qtbot, desk)

    assert lay_out(office, key).bulletin.items[0].title_breaks == (3,)


def test_words_cannot_be_changed_there(
    qtbot: QtBot, view: LayoutView, office: Office, key: int
) -> None:
    shown = open_title(qtbot, view)
    type_lines(qtbot, shown, "第0条\n新情况")
    qtbot.mouseClick(shown.go, LEFT)

    assert "不改字" in shown.problem.text()
    assert lay_out(office, key).bulletin.items[0].title_breaks == ()


def test_the_program_s_own_lines_can_be_had_back(
    qtbot: QtBot, desk: Desk, view: LayoutView, office: Office, key: int
) -> None:
    for text in ("第0条\n情况", "第0条情况"):
        shown = open_title(qtbot, view)
        type_lines(qtbot, shown, text)
        qtbot.mouseClick(shown.go, LEFT)
        rest(qtbot, desk)

    assert lay_out(office, key).bulletin.items[0].title_breaks == ()
