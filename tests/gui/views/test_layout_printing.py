"""排版: 清样 and 审签单 by one key, and what stands in the way of printing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import office_maker as make
import pypdfium2
import pytest
from hands import pick
from print_maker import going_to_print
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot
from real_window import LEFT, choose, dialog, open_views, rest

from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.print_dialog import PrintDialog
from xinxi_desktop.gui.views.layout import LayoutView
from xinxi_desktop.services.office import Office, open_office
from xinxi_desktop.services.print_runs import print_runs
from xinxi_desktop.services.printing import print_out

Open = Callable[[int], LayoutView]


class Word(QObject):
    """Stands where the system's own program would be started."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()).name)


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


def print_to(qtbot: QtBot, desk: Desk, target: Path) -> pypdfium2.PdfDocument:
    shown = dialog(qtbot, PrintDialog)
    rest(qtbot, desk)
    qtbot.mouseClick(shown.go, LEFT)
    pick(qtbot, target)
    rest(qtbot, desk)
    return pypdfium2.PdfDocument(target)


def test_one_key_prints_the_proof_and_opens_its_sign_sheet(
    qtbot: QtBot, desk: Desk, office: Office, open_view: Open, word: Word, tmp_path: Path
) -> None:
    key = make.sent_issue(office)
    view = open_view(key)
    qtbot.keyClick(view.listing, Qt.Key.Key_F8)
    pdf = print_to(qtbot, desk, tmp_path / "proof.pdf")
    assert "清样" in pdf[0].get_textpage().get_text_range().replace("\r\n", "")
    assert [row["kind"] for row in print_runs(office, key)] == ["proof"]
    assert [name[:3] for name in word.opened] == ["审签单"]


def test_without_a_clean_proof_there_is_no_sign_sheet_yet(
    qtbot: QtBot, desk: Desk, office: Office, open_view: Open, word: Word, tmp_path: Path
) -> None:
    view = open_view(make.issue(office))
    qtbot.keyClick(view.listing, Qt.Key.Key_F8)
    print_to(qtbot, desk, tmp_path / "proof.pdf")
    assert word.opened == []
    assert any("没有校验码" in notice.text for notice in desk.notifier.history)


def test_a_printed_issue_gets_no_proof(
    qtbot: QtBot, desk: Desk, office: Office, open_view: Open
) -> None:
    key = going_to_print(office, ("甲", 1), rule="none")
    print_out(office, key)
    view = open_view(key)
    qtbot.keyClick(view.listing, Qt.Key.Key_F8)
    assert "不再打清样" in desk.notifier.history[-1].text


def test_the_menu_opens_the_printing_window(
    qtbot: QtBot, desk: Desk, office: Office, open_view: Open
) -> None:
    view = open_view(make.sent_issue(office))
    choose(qtbot, view.issue.head.press, "打印…")
    assert dialog(qtbot, PrintDialog).windowTitle().startswith("打印：《")
    rest(qtbot, desk)


def test_what_can_not_be_recorded_is_not_printed(
    qtbot: QtBot, desk: Desk, office: Office, open_view: Open
) -> None:
    key = make.sent_issue(office)
    office.close()
    desk.office = open_office(office.path, read_only=True)
    view = open_view(key)
    qtbot.keyClick(view.listing, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    shown = dialog(qtbot, PrintDialog)
    rest(qtbot, desk)
    assert "只能看" in shown.remark.text()
    assert not shown.go.isEnabled()
    assert not shown.pages.calibrate.isEnabled()
    desk.office.close()
