"""排版: forms of an issue opened in Word, and 更正, 收回, 重印 of a printed one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import form_maker as paper
import hands
import office_maker as make
import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot
from real_window import choose, dialog, open_views, rest

from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.correction import CorrectionDialog
from xinxi_desktop.gui.dialogs.print_dialog import PrintDialog
from xinxi_desktop.gui.views.layout import LayoutView
from xinxi_desktop.services.corrections import correct_issue, corrections
from xinxi_desktop.services.office import Office
from xinxi_desktop.services.signing import proofs

Open = Callable[[int], LayoutView]
LEADERS = (("书记", "机要", 1), ("市长", "机要", 2))


class Word(QObject):
    """Stands where the system's own program would be started."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


@pytest.fixture
def word() -> Iterator[Word]:
    """What a Word file is opened with."""
    made = Word()
    QDesktopServices.setUrlHandler("file", made, "take")
    yield made
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def open_view(qtbot: QtBot, desk: Desk) -> Open:
    """Opens 排版 on an issue."""

    def opened(key: int) -> LayoutView:
        view = open_views(qtbot, desk, [LayoutView]).view("layout")
        assert isinstance(view, LayoutView)
        view.show_item("issue", key)
        rest(qtbot, desk)
        return view

    return opened


def test_forms_are_offered_as_the_issue_is_ready_for_them(
    qtbot: QtBot, office: Office, open_view: Open
) -> None:
    view = open_view(make.issue(office))
    offered = choose(qtbot, view.issue.head.press, "")
    assert [word for word, free in offered.items() if not free] == [
        "审签单…", "清样封面…", "更正通知…", "收回通知…",
    ]  # fmt: skip


def test_a_form_is_filled_and_opened(
    qtbot: QtBot, desk: Desk, office: Office, open_view: Open, word: Word
) -> None:
    key = make.sent_issue(office)
    view = open_view(key)
    choose(qtbot, view.issue.head.press, "审签单…")
    rest(qtbot, desk)
    (made,) = word.opened
    assert proofs(office, key)[0]["check_code"] in paper.words_of(made.read_bytes())
    assert "已在 Word 或 WPS 中打开" in desk.notifier.history[-1].text


def test_what_is_missing_for_a_form_is_a_sentence(
    qtbot: QtBot, desk: Desk, office: Office, open_view: Open, word: Word
) -> None:
    view = open_view(make.issue(office))
    choose(qtbot, view.issue.head.press, "交换清单…")
    rest(qtbot, desk)
    assert (word.opened, "分发" in desk.notifier.history[-1].text) == ([], True)


def test_only_a_printed_issue_is_corrected(qtbot: QtBot, office: Office, open_view: Open) -> None:
    view = open_view(make.signed_issue(office))
    entries = choose(qtbot, view.issue.head.more, "")
    assert {word: entries[f"{word}…"] for word in ("更正", "收回", "重印")} == {
        "更正": False, "收回": False, "重印": False,
    }  # fmt: skip


def test_a_correction_is_recorded_shown_and_its_notice_opened(
    qtbot: QtBot, desk: Desk, office: Office, open_view: Open, word: Word
) -> None:
    key = make.printed_issue(office, LEADERS)
    view = open_view(key)
    choose(qtbot, view.issue.head.more, "更正…")
    shown = dialog(qtbot, CorrectionDialog)
    shown.form.inputs["text"].setFocus()
    hands.write("第2页“18座”应为“16座”。")
    hands.click(shown.go)
    rest(qtbot, desk)
    assert "书记、市长：" in paper.words_of(word.opened[0].read_bytes())
    assert hands.column(view.issue.trail.corrections, "kind") == ["更正"]


def test_a_notice_is_opened_again_from_the_trail(
    qtbot: QtBot, desk: Desk, office: Office, open_view: Open, word: Word
) -> None:
    key = make.printed_issue(office, LEADERS)
    for text in ("甲处有误。", "乙处有误。"):
        correct_issue(office, key, text)
    view = open_view(key)
    view.issue.switch.show_page("trail")
    view.issue.trail.corrections.setFocus()
    hands.press(Qt.Key.Key_Home, hands.CTRL)
    hands.press(Qt.Key.Key_Return)
    rest(qtbot, desk)
    assert "甲处有误。" in paper.words_of(word.opened[0].read_bytes())


def test_a_list_is_made_of_the_chosen_recipients(
    qtbot: QtBot, desk: Desk, office: Office, open_view: Open, word: Word
) -> None:
    view = open_view(make.printed_issue(office, LEADERS))
    view.issue.switch.show_page("distribution")
    view.issue.distribution.shares.select_ids([2], 2)
    choose(qtbot, view.issue.head.press, "清退单：市长…")
    rest(qtbot, desk)
    rows = paper.cells_of(word.opened[0].read_bytes())
    assert [row[1] for row in rows[1:-1]] == ["市长"]


def test_the_trail_of_a_recall_counts_the_copies_out(
    qtbot: QtBot, desk: Desk, office: Office, open_view: Open, word: Word
) -> None:
    view = open_view(make.printed_issue(office, LEADERS))
    choose(qtbot, view.issue.head.more, "收回…")
    shown = dialog(qtbot, CorrectionDialog)
    shown.form.inputs["reason"].setFocus()
    hands.write("内容失实")
    hands.click(shown.go)
    rest(qtbot, desk)
    assert "共 3 份，还有 3 份没有退回" in hands.column(view.issue.trail.corrections, "what")[0]
    assert view.issue.head.remark.text() == "已收回，共 3 份，还有 3 份没有退回"


def test_after_a_reprint_is_recorded_the_printing_window_opens(
    qtbot: QtBot, desk: Desk, office: Office, open_view: Open
) -> None:
    key = make.printed_issue(office, LEADERS)
    view = open_view(key)
    choose(qtbot, view.issue.head.more, "重印…")
    shown = dialog(qtbot, CorrectionDialog)
    copies = shown.form.inputs["copies"]
    copies.setFocus()
    hands.press(Qt.Key.Key_Up)
    shown.form.inputs["reason"].setFocus()
    hands.write("补发新任领导")
    hands.click(shown.go)
    printing = dialog(qtbot, PrintDialog)
    rest(qtbot, desk)
    assert corrections(office, key)[0]["text"] == "按存档的 PDF 重印2份"
    assert printing.pages.copies.value() == 2
    printing.reject()


def test_an_issue_without_later_acts_shows_none(office: Office, open_view: Open) -> None:
    view = open_view(make.printed_issue(office))
    assert view.issue.trail.later.isHidden()


def test_the_register_of_the_year_is_opened_or_exported(
    qtbot: QtBot, desk: Desk, office: Office, open_view: Open, word: Word, tmp_path: Path
) -> None:
    view = open_view(make.printed_issue(office))
    choose(qtbot, view.issue.head.press, "2026年发文登记簿…")
    rest(qtbot, desk)
    assert "2026年发文登记簿" in paper.words_of(word.opened[0].read_bytes())
    choose(qtbot, view.issue.head.press, "2026年发文登记簿（Excel）…")
    hands.pick(qtbot, tmp_path / "book.xlsx")
    rest(qtbot, desk)
    assert (tmp_path / "book.xlsx").read_bytes().startswith(b"PK")
