"""排版: 版面建议 tried, kept and taken back; titles broken by hand."""

from __future__ import annotations

import office_maker as make
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot
from real_window import CONTROL, LEFT, dialog, open_views, rest, row_centre

from xinxi_desktop.domain.document import document_from_lines
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.title_breaks import TitleBreaksDialog
from xinxi_desktop.gui.views.layout import LayoutView
from xinxi_desktop.services.articles import review_article, save_revision
from xinxi_desktop.services.bulletins import lay_out
from xinxi_desktop.services.issues import items
from xinxi_desktop.services.office import Office, find_person
from xinxi_desktop.services.page_advice import kept_cures

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
    assert advice.isVisible() and advice.count.text() == "版面建议 1 条"
    qtbot.keyClick(view.listing, Qt.Key.Key_J, CONTROL)
    before = lines_shown(view)
    press(qtbot, view, "试一试")
    rest(qtbot, desk)
    assert lines_shown(view) == before - 1 and not kept_cures(lay_out(office, key))
    press(qtbot, view, "试一试")
    assert lines_shown(view) == before
    press(qtbot, view, "采用")
    rest(qtbot, desk)
    assert lines_shown(view) == before - 1 and advice.count.text() == "已采用 1 处"
    press(qtbot, view, "撤消")
    rest(qtbot, desk)
    assert lines_shown(view) == before and not kept_cures(lay_out(office, key))


def test_nothing_is_said_where_the_pages_sit_well(qtbot: QtBot, desk: Desk, office: Office) -> None:
    make.issue(office)
    view = open_views(qtbot, desk, [LayoutView]).view("layout")
    assert isinstance(view, LayoutView)
    rest(qtbot, desk)

    assert view.issue.preview.isVisible() and not view.issue.advice.isVisible()


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
