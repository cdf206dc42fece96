"""排版: queues, composing, the pages, distribution, exports, and an office open for reading."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import office_maker as make
import pytest
from hands import column
from log_guard import LogGuard
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot
from real_window import CONTROL, LEFT, choose, dialog, find, open_views, rest, row_centre

from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.compose import ComposeDialog
from xinxi_desktop.gui.jobs import Jobs
from xinxi_desktop.gui.main_window import MainWindow
from xinxi_desktop.gui.notify import Notifier
from xinxi_desktop.gui.theme import Theme
from xinxi_desktop.gui.views.editing import EditingView
from xinxi_desktop.gui.views.layout import LayoutView
from xinxi_desktop.services.articles import create_article
from xinxi_desktop.services.bulletins import office_fonts
from xinxi_desktop.services.issues import change_item, issue, items
from xinxi_desktop.services.office import Office, create_office, find_person, open_office
from xinxi_desktop.services.registers import save_publication
from xinxi_desktop.services.reviewing import review_article
from xinxi_desktop.services.rounds import finalise_issue, print_issue
from xinxi_desktop.services.signing import return_issue
from xinxi_desktop.settings import Settings

Open = Callable[[], LayoutView]


@pytest.fixture
def open_view(qtbot: QtBot, desk: Desk) -> Open:
    def opened() -> LayoutView:
        return view_of(open_views(qtbot, desk, [LayoutView]))

    return opened


def view_of(window: MainWindow) -> LayoutView:
    found = window.view("layout")
    assert isinstance(found, LayoutView)
    return found


def count(view: LayoutView, queue: str) -> int:
    every = [view.queues.item(place) for place in range(view.queues.count())]
    spoken = next(each for each in every if each.text() == queue).data(
        Qt.ItemDataRole.AccessibleTextRole
    )
    return int(spoken.split("，")[1].removesuffix(" 条"))


def test_queues_count_the_issues_in_each_state(office: Office, open_view: Open) -> None:
    make.issue(office)
    make.sent_issue(office)
    return_issue(office, make.sent_issue(office), "重排")
    view = open_view()
    counted = {word: count(view, word) for word in ("在办", "拟编", "送签", "退改", "全部")}
    assert counted == {"在办": 3, "拟编": 1, "送签": 1, "退改": 1, "全部": 3}


def test_a_queue_shows_its_issues_only(qtbot: QtBot, office: Office, open_view: Open) -> None:
    make.issue(office)
    sent = make.sent_issue(office)
    view = open_view()
    for _ in range(4):
        qtbot.keyClick(view.queues, Qt.Key.Key_Down)
    assert (view.heading.text(), view.model.ids) == ("送签", [sent])


def test_a_step_leaves_the_queue_and_the_issue_where_they_are(
    qtbot: QtBot, office: Office, open_view: Open
) -> None:
    key = make.issue(office)
    make.issue(office)
    view = open_view()
    qtbot.keyClick(view.queues, Qt.Key.Key_Down)
    qtbot.mouseClick(view.listing.viewport(), LEFT, pos=row_centre(view.listing, 1))
    qtbot.mouseClick(view.issue.head.step, LEFT)
    assert (view.heading.text(), view.listing.current_id()) == ("拟编", key)
    qtbot.keyClick(view.queues, Qt.Key.Key_Down)
    qtbot.keyClick(view.queues, Qt.Key.Key_Up)
    assert key not in view.model.ids


def test_after_an_undo_the_same_issue_is_still_chosen(
    qtbot: QtBot, desk: Desk, office: Office, open_view: Open
) -> None:
    key = make.issue(office)
    make.issue(office)
    view = open_view()
    for _ in range(2):
        qtbot.keyClick(view.queues, Qt.Key.Key_Down)
    qtbot.keyClick(view.queues, Qt.Key.Key_Up)
    qtbot.mouseClick(view.listing.viewport(), LEFT, pos=row_centre(view.listing, 1))
    for _ in range(2):
        qtbot.mouseClick(view.issue.head.step, LEFT)
        rest(qtbot, desk)
    qtbot.keyClick(view, Qt.Key.Key_Z, CONTROL)
    assert (view.heading.text(), view.listing.current_id()) == ("拟编", key)
    assert issue(office, key)["state"] == "checking"


def test_an_issue_is_composed_of_a_publication_and_ticked_articles(
    qtbot: QtBot, office: Office, open_view: Open
) -> None:
    for title in ("甲", "乙", "丙"):
        make.article(office, title)
    view = open_view()
    qtbot.keyClick(view.compose, Qt.Key.Key_N, CONTROL)
    shown = dialog(qtbot, ComposeDialog)
    pool = shown.pool
    for place in (2, 0):
        tick = pool.visualRect(pool.rows.index(place, 0)).topLeft() + QPoint(12, 12)
        qtbot.mouseClick(pool.viewport(), LEFT, pos=tick)
    summed = shown.sum.text()
    qtbot.mouseClick(shown.go, LEFT)
    assert [row["title"] for row in items(office, view.listing.current_id())] == ["甲", "丙"]
    assert summed.startswith("共 3 篇备选，已选 2 篇")


def test_what_may_be_composed_is_listed_with_the_short_names_of_its_units(
    qtbot: QtBot, office: Office, open_view: Open
) -> None:
    unit = make.unit(office, "安渡区民政局", "安渡民政")
    report = make.report(office, units=(unit, make.unit(office, "望川县委办公室")))
    article = create_article(office, [report]).id
    review_article(office, article, person=find_person(office, "科长"))
    view = open_view()
    assert column(view.issue.pool.listing, "units") == ["安渡民政、望川县委办公室"]
    qtbot.mouseClick(view.compose, LEFT)
    assert column(dialog(qtbot, ComposeDialog).pool, "units") == ["安渡民政、望川县委办公室"]


def test_a_click_on_a_title_and_space_tick_it_and_a_box_ticks_all(
    qtbot: QtBot, office: Office, open_view: Open
) -> None:
    for title in ("甲", "乙", "丙"):
        make.article(office, title)
    qtbot.mouseClick(open_view().compose, LEFT)
    shown = dialog(qtbot, ComposeDialog)
    pool = shown.pool
    qtbot.keyClick(pool, Qt.Key.Key_Space)
    title = pool.visualRect(pool.rows.index(1, 0)).topLeft() + QPoint(60, 12)
    qtbot.mouseClick(pool.viewport(), LEFT, pos=title)
    assert shown.sum.text().startswith("共 3 篇备选，已选 2 篇") and not shown.every.isChecked()
    qtbot.keyClick(shown.every, Qt.Key.Key_Space)
    assert shown.sum.text().startswith("共 3 篇备选，已选 3 篇") and shown.every.isChecked()
    qtbot.keyClick(shown.every, Qt.Key.Key_Space)
    assert shown.sum.text().startswith("共 3 篇备选，已选 0 篇")


def test_a_dialog_is_never_smaller_than_what_is_in_it(
    qtbot: QtBot, office: Office, open_view: Open
) -> None:
    make.article(office, "甲")
    qtbot.mouseClick(open_view().compose, LEFT)
    shown = dialog(qtbot, ComposeDialog)
    shown.resize(1, 1)
    assert shown.width() > shown.pool.minimumWidth()


def test_what_a_publication_does_not_take_is_said_in_the_dialog(
    qtbot: QtBot, office: Office, open_view: Open
) -> None:
    for title in ("甲", "乙"):
        make.article(office, title)
    view = open_view()
    qtbot.mouseClick(view.compose, LEFT)
    shown = dialog(qtbot, ComposeDialog)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space):
        qtbot.keyClick(shown.pool, key)
    qtbot.keyClick(shown.form.inputs["publication"], Qt.Key.Key_Down)
    qtbot.mouseClick(shown.go, LEFT)
    assert shown.isVisible() and "一期只登一题" in shown.problem.text()


def test_the_pages_shown_are_those_of_the_paper(office: Office, open_view: Open) -> None:
    make.issue(office, count=3)
    view = open_view()
    assert len(view.issue.preview.sheets.pages) == 2
    assert column(view.items.listing, "page")[0] == "1"


def spot(view: LayoutView, article: int, text: str) -> QPoint:
    """Where on the screen the run with this text of an article stands."""
    sheets = view.issue.preview.sheets
    page, run = next(
        (number, run) for number, page in enumerate(sheets.pages) for run in page.runs
        if run.item == article and text in run.text
    )  # fmt: skip
    x = run.x + sum(run.advances[: run.text.index(text)]) + 4
    scale = sheets.scale_for(sheets.pages[page])
    return (sheets.box_of(page).topLeft() + QPointF(x, run.y - 4) * scale).toPoint()


def test_a_click_on_a_text_selects_its_item(office: Office, qtbot: QtBot, open_view: Open) -> None:
    key = make.issue(office)
    view = open_view()
    second = items(office, key)[1]
    place = spot(view, second["article"], "条情况")
    qtbot.mouseClick(view.issue.preview.sheets.viewport(), LEFT, pos=place)
    assert view.items.listing.current_id() == second["id"]


@pytest.mark.parametrize("by_key", [False, True])
def test_a_character_on_the_page_is_opened_in_the_editor(
    qtbot: QtBot, desk: Desk, office: Office, by_key: bool
) -> None:
    key = make.issue(office)
    window = open_views(qtbot, desk, [LayoutView, EditingView])
    sheets = view_of(window).issue.preview.sheets
    first = items(office, key)[0]["article"]
    words = make.TEXT[2:5]
    place = spot(view_of(window), first, words)
    qtbot.mouseClick(sheets.viewport(), LEFT, pos=place)
    if by_key:
        qtbot.keyClick(sheets, Qt.Key.Key_Return)
    else:
        qtbot.mouseDClick(sheets.viewport(), LEFT, pos=place)
    editing = window.view("editing")
    assert isinstance(editing, EditingView) and editing.isVisible()
    assert editing.pane.body.textCursor().selectedText().startswith(words)


def test_a_selected_item_is_shown_on_its_page(
    qtbot: QtBot, desk: Desk, office: Office, open_view: Open
) -> None:
    make.issue(office, count=12)
    view = open_view()
    sheets = view.issue.preview.sheets
    view.items.listing.setFocus()
    qtbot.keyClick(view.items.listing, Qt.Key.Key_End, CONTROL)
    qtbot.waitUntil(lambda: sheets.verticalScrollBar().value() > 0)


def test_a_change_of_order_shows_on_the_pages(
    qtbot: QtBot, desk: Desk, office: Office, open_view: Open
) -> None:
    make.issue(office)
    view = open_view()
    before = [run.item for run in view.issue.preview.sheets.pages[0].runs if run.item]
    qtbot.mouseClick(view.items.listing.viewport(), LEFT, pos=row_centre(view.items.listing, 0))
    qtbot.mouseClick(view.items.down, LEFT)
    rest(qtbot, desk)
    after = [run.item for run in view.issue.preview.sheets.pages[0].runs if run.item]
    assert before[0] != after[0]


def test_a_character_without_a_glyph_is_marked_on_the_page(office: Office, open_view: Open) -> None:
    key = make.issue(office)
    change_item(office, items(office, key)[0]["id"], {"editor_note": "\U0001f600"})
    view = open_view()
    assert "有 1 处要看" in view.issue.preview.faults.text()


def save_to(qtbot: QtBot, target: Path) -> None:
    """Paste a path into the file dialog and press Enter."""
    shown = dialog(qtbot, QFileDialog)
    line = shown.findChild(QLineEdit, "fileNameEdit")
    QApplication.clipboard().setText(str(target))
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_V, CONTROL)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not shown.isVisible())


@pytest.mark.parametrize(
    "entry, suffix, magic",
    [
        ("PDF…", "pdf", b"%PDF"),
        ("Word…", "docx", b"PK"),
        ("Word（断行加固）…", "docx", b"PK"),
    ],
)
def test_an_issue_is_exported_as_pdf_and_word(
    qtbot: QtBot, desk: Desk, office: Office, open_view: Open, tmp_path: Path,
    entry: str, suffix: str, magic: bytes,
) -> None:  # fmt: skip
    make.signed_issue(office)
    view = open_view()
    choose(qtbot, view.issue.head.export, entry)
    save_to(qtbot, tmp_path / f"out.{suffix}")
    rest(qtbot, desk)
    assert (tmp_path / f"out.{suffix}").read_bytes().startswith(magic)
    told = desk.notifier.history[-1]
    assert (told.text, told.offer and told.offer.word) == (f"已导出“out.{suffix}”", "打开文件夹")


def test_an_export_that_cannot_be_written_is_said_and_leaves_nothing(
    qtbot: QtBot, desk: Desk, office: Office, open_view: Open, tmp_path: Path, logs: LogGuard
) -> None:
    logs.expect("cannot_write")
    make.issue(office)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "out.pdf.xinxi.tmp").mkdir()
    view = open_view()
    qtbot.keyClick(view.listing, Qt.Key.Key_E, CONTROL)
    save_to(qtbot, tmp_path / "full" / "out.pdf")
    rest(qtbot, desk)
    assert "“out.pdf”没有写成" in desk.notifier.history[-1].text
    assert not (tmp_path / "full" / "out.pdf").exists()


def test_a_name_of_another_format_is_refused(
    qtbot: QtBot, desk: Desk, office: Office, open_view: Open, tmp_path: Path
) -> None:
    make.issue(office)
    view = open_view()
    qtbot.keyClick(view.listing, Qt.Key.Key_E, CONTROL)
    save_to(qtbot, tmp_path / "out.doc")
    rest(qtbot, desk)
    assert "应以“.pdf”结尾" in desk.notifier.history[-1].text
    assert not (tmp_path / "out.doc").exists()


def test_the_trail_names_signers_and_keeps_what_was_withdrawn(
    qtbot: QtBot, office: Office, open_view: Open
) -> None:
    key = make.signed_issue(office)
    return_issue(office, key, "重写导语")
    view = open_view()
    qtbot.mouseClick(view.issue.switch.buttons["trail"], LEFT)
    rows = view.issue.trail.signatures.rows
    states = [rows.index(place, 3).data() for place in range(rows.rowCount())]
    assert states == ["待签", "待签", "待签", "作废", "作废", "作废"]
    assert "重写导语" in rows.index(3, 4).data()


def test_who_is_named_by_the_post_is_shown_by_its_word(
    qtbot: QtBot, office: Office, open_view: Open
) -> None:
    make.signed_issue(office)
    view = open_view()
    qtbot.mouseClick(view.issue.switch.buttons["trail"], LEFT)
    rows = view.issue.trail.signatures.rows
    names = [rows.index(place, 1).data() for place in range(rows.rowCount())]
    assert names == ["编辑", "科长", "分管副主任"]


def test_a_publication_without_columns_offers_none(office: Office, open_view: Open) -> None:
    save_publication(office, 1, {"name": "每日快报", "columns": ""})
    make.issue(office)
    assert not open_view().items.column.isEnabled()


def test_an_issue_found_by_search_is_shown_even_if_printed(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    key = make.signed_issue(office)
    make.issue(office)
    checker = find_person(office, "校对")
    steps = [*finalise_issue(office, key, person=checker), *print_issue(office, key)]
    window = open_views(qtbot, desk, [LayoutView])
    find(qtbot, window, "每日快报", 1)
    view = view_of(window)
    assert (len(steps), view.heading.text(), view.listing.current_id()) == (4, "全部", key)


@pytest.fixture
def read_only(tmp_path: Path, values: Settings, theme: Theme, notifier: Notifier) -> Desk:
    """A desk on an office that another window holds."""
    path = tmp_path / "held.xinxi"
    held = create_office(path)
    make.issue(held)
    held.close()
    office = open_office(path, read_only=True)
    return Desk(office, values, theme, notifier, Jobs(notifier.error), office_fonts)


def test_an_office_open_for_reading_shows_all_and_says_why_nothing_can_be_done(
    qtbot: QtBot, read_only: Desk
) -> None:
    view = view_of(open_views(qtbot, read_only, [LayoutView]))
    acts = (view.issue.head.step, view.compose, view.items.up, view.items.out, view.issue.pool.add)
    shown = len(view.issue.preview.sheets.pages)
    read_only.jobs.stop()
    assert [each.isEnabled() for each in acts] == [False] * 5
    assert (view.issue.head.remark.text(), shown) == ("文件现在只能看，不能改。", 2)


def test_an_office_open_for_reading_can_still_be_exported(
    qtbot: QtBot, read_only: Desk, tmp_path: Path
) -> None:
    view = view_of(open_views(qtbot, read_only, [LayoutView]))
    choose(qtbot, view.issue.head.export, "PDF…")
    save_to(qtbot, tmp_path / "read.pdf")
    rest(qtbot, read_only)
    assert (tmp_path / "read.pdf").stat().st_size > 1000
    read_only.jobs.stop()
