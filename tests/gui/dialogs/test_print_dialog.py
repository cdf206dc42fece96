"""打印: the window chooses, the pages come out of Qt's printer as a PDF, the run is recorded."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import office_maker as make
import pypdfium2
import pytest
from hands import pick, press
from log_guard import LogGuard
from print_maker import going_to_print, numbered
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot
from real_window import CONTROL, LEFT, dialog, open_views, rest

from xinxi_desktop import settings
from xinxi_desktop.domain.filters import IssueFilter
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.print_dialog import PrintDialog
from xinxi_desktop.gui.views.layout import LayoutView
from xinxi_desktop.services.issues import issue, issue_ids
from xinxi_desktop.services.office import Office
from xinxi_desktop.services.print_runs import print_runs
from xinxi_desktop.services.printing import print_out

Show = Callable[[], PrintDialog]
MM = 72 / 25.4


@pytest.fixture
def show(qtbot: QtBot, desk: Desk) -> Show:
    """Opens 排版 on what the test has prepared, and the printing window by its key."""

    def shown() -> PrintDialog:
        view = open_views(qtbot, desk, [LayoutView]).view("layout")
        assert isinstance(view, LayoutView)
        view.show_item("issue", issue_ids(desk.office, IssueFilter())[0])
        rest(qtbot, desk)
        qtbot.keyClick(view.listing, Qt.Key.Key_P, CONTROL)
        found = dialog(qtbot, PrintDialog)
        rest(qtbot, desk)
        return found

    return shown


def choose(box: QComboBox, value: str) -> None:
    """Go to an entry with the keyboard."""
    box.setFocus()
    press(Qt.Key.Key_Home)
    while box.currentData() != value:
        before = box.currentIndex()
        press(Qt.Key.Key_Down)
        assert box.currentIndex() != before, f"there is no {value}"


def to_pdf(qtbot: QtBot, desk: Desk, shown: PrintDialog, target: Path) -> pypdfium2.PdfDocument:
    """Press 打印, name the file, wait, and read it."""
    rest(qtbot, desk)
    qtbot.mouseClick(shown.go, LEFT)
    pick(qtbot, target)
    rest(qtbot, desk)
    return pypdfium2.PdfDocument(target)


def text(page: pypdfium2.PdfPage) -> str:
    return "".join(page.get_textpage().get_text_range().split())


def place_of(page: pypdfium2.PdfPage, word: str) -> tuple[float, float]:
    """Left and lower edge of the first character of a word, in points from the lower left."""
    whole = page.get_textpage()
    raw = whole.get_text_range()
    left, bottom, _right, _top = whole.get_charbox(raw.index(word[0]))
    return left, bottom


def colours(page: pypdfium2.PdfPage) -> list[tuple[int, int, int]]:
    """The pixels of a page."""
    data = page.render(scale=0.5).to_pil().convert("RGB").tobytes()
    return list(zip(data[0::3], data[1::3], data[2::3], strict=True))


def reddish(page: pypdfium2.PdfPage) -> int:
    """Count the pixels that are clearly red."""
    return sum(red > green + 60 for red, green, _blue in colours(page))


def test_every_recipient_gets_copies_with_their_numbers(
    qtbot: QtBot, desk: Desk, office: Office, show: Show, tmp_path: Path
) -> None:
    key = going_to_print(office, ("市委书记", 2), ("市政府办公室", 1))
    pdf = to_pdf(qtbot, desk, show(), tmp_path / "final.pdf")
    heads = [text(pdf[place]) for place in range(0, len(pdf), 2)]
    assert len(pdf) == 6
    assert [f"编号：00000{n}" in head for n, head in enumerate(heads, 1)] == [True] * 3
    (run,) = print_runs(office, key)
    assert (run["kind"], run["copies"], run["first_number"], run["last_number"]) == (
        "final", 3, 1, 3,
    )  # fmt: skip
    assert run["printer"] == "PDF：final.pdf"


def test_only_ticked_recipients_are_printed(
    qtbot: QtBot, desk: Desk, office: Office, show: Show, tmp_path: Path
) -> None:
    key = going_to_print(office, ("市委书记", 2), ("市政府办公室", 1))
    shown = show()
    listing = shown.pages.recipients
    listing.setFocus()
    listing.setCurrentRow(0)
    press(Qt.Key.Key_Space)
    pdf = to_pdf(qtbot, desk, shown, tmp_path / "one.pdf")
    assert (len(pdf), "000003" in text(pdf[0])) == (2, True)
    assert print_runs(office, key)[0]["copies"] == 1


def test_pre_printed_paper_keeps_its_head_free_and_pages_move(
    qtbot: QtBot, desk: Desk, office: Office, show: Show, tmp_path: Path
) -> None:
    going_to_print(office, ("甲", 1))
    plain = to_pdf(qtbot, desk, show(), tmp_path / "red.pdf")
    window = show()
    qtbot.mouseClick(window.pages.overprint, LEFT)
    for field, words in ((window.pages.right, "2.5"), (window.pages.down, "-4")):
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, words)
    moved = to_pdf(qtbot, desk, window, tmp_path / "bare.pdf")
    before, after = place_of(plain[0], "编号"), place_of(moved[0], "编号")
    assert (reddish(plain[0]) > 500, reddish(moved[0])) == (True, 0)
    assert after[0] - before[0] == pytest.approx(2.5 * MM, abs=0.3)
    assert after[1] - before[1] == pytest.approx(4 * MM, abs=0.3)


def test_black_only_prints_the_head_in_black(
    qtbot: QtBot, desk: Desk, office: Office, show: Show, tmp_path: Path
) -> None:
    going_to_print(office, ("甲", 1))
    shown = show()
    choose(shown.pages.colour, "black")
    pdf = to_pdf(qtbot, desk, shown, tmp_path / "black.pdf")
    # pdfium mixes black ink to a warm black.
    assert all(max(colour) - min(colour) < 8 for colour in colours(pdf[0]))
    assert "每日快报" in text(pdf[0])


def test_a_range_of_pages_is_printed_and_recorded(
    qtbot: QtBot, desk: Desk, office: Office, show: Show, tmp_path: Path
) -> None:
    key = going_to_print(office, ("甲", 1))
    shown = show()
    qtbot.keyClicks(shown.pages.pages, "2")
    pdf = to_pdf(qtbot, desk, shown, tmp_path / "second.pdf")
    assert (len(pdf), print_runs(office, key)[0]["pages"]) == (1, "2")


def test_a_page_that_is_not_there_is_said_at_once(
    qtbot: QtBot, desk: Desk, office: Office, show: Show
) -> None:
    going_to_print(office, ("甲", 1))
    shown = show()
    qtbot.keyClicks(shown.pages.pages, "9")
    rest(qtbot, desk)
    assert "没有第 9 页" in shown.problem.text()
    assert not shown.go.isEnabled()


def test_before_print_only_a_marked_proof_comes_out(
    qtbot: QtBot, desk: Desk, office: Office, show: Show, tmp_path: Path
) -> None:
    key = make.sent_issue(office)
    shown = show()
    assert [shown.pages.kind.itemData(n) for n in range(shown.pages.kind.count())] == ["proof"]
    pdf = to_pdf(qtbot, desk, shown, tmp_path / "proof.pdf")
    assert "清样" in text(pdf[0])
    assert print_runs(office, key)[0]["kind"] == "proof"


def test_without_recipients_the_window_says_so_and_counts(
    qtbot: QtBot, desk: Desk, office: Office, show: Show, tmp_path: Path
) -> None:
    key = going_to_print(office, rule="none")
    shown = show()
    assert "还没有分发名单" in shown.remark.text()
    assert shown.pages.copies.isVisible() and not shown.pages.recipients.isVisible()
    to_pdf(qtbot, desk, shown, tmp_path / "final.pdf")
    assert print_runs(office, key)[0]["first_number"] is None


def test_without_a_printer_the_window_offers_a_pdf(
    qtbot: QtBot, desk: Desk, office: Office, show: Show
) -> None:
    going_to_print(office, ("甲", 1))
    shown = show()
    assert "没有打印机" in shown.remark.text()
    assert shown.pages.printer.currentText() == "打印到 PDF"


def test_a_numbering_machine_is_told_and_finds_the_place_empty(
    qtbot: QtBot, desk: Desk, office: Office, show: Show, tmp_path: Path
) -> None:
    key = going_to_print(office, ("甲", 2), rule="blank")
    shown = show()
    pdf = to_pdf(qtbot, desk, shown, tmp_path / "blank.pdf")
    run = print_runs(office, key)[0]
    assert "000001" not in text(pdf[0])
    assert (run["first_number"], run["last_number"]) == (1, 2)


def test_large_print_on_red_paper_is_warned_of(
    qtbot: QtBot, desk: Desk, office: Office, show: Show
) -> None:
    going_to_print(office, ("老领导", 1), large="老领导")
    shown = show()
    assert not shown.warning.isVisible()
    qtbot.mouseClick(shown.pages.overprint, LEFT)
    assert "红头位置与标准版不同" in shown.warning.text()


def test_a_printed_issue_is_printed_again_from_what_was_stored(
    qtbot: QtBot, desk: Desk, office: Office, show: Show, tmp_path: Path
) -> None:
    key = going_to_print(office, ("甲", 1), rule="none")
    print_out(office, key)
    to_pdf(qtbot, desk, show(), tmp_path / "again.pdf")
    assert print_runs(office, key)[0]["kind"] == "reprint"


def test_the_window_is_not_higher_than_a_small_screen(office: Office, show: Show) -> None:
    going_to_print(office, ("甲", 3))
    assert show().height() <= 700


def test_an_issue_that_was_never_printed_is_proposed_whole(office: Office, show: Show) -> None:
    key = going_to_print(office, ("甲", 3), rule="none")
    print_out(office, key)
    assert show().pages.copies.value() == issue(office, key)["copies"] > 1


def test_copies_printed_later_go_on_behind_the_numbers(
    qtbot: QtBot, desk: Desk, office: Office, show: Show, tmp_path: Path
) -> None:
    key = going_to_print(office, ("甲", 2))
    print_out(office, key)
    pdf = to_pdf(qtbot, desk, show(), tmp_path / "later.pdf")
    assert "编号：000003" in text(pdf[0])
    assert print_runs(office, key)[0]["copies"] == 1


def test_the_calibration_sheet_is_printed_and_recorded(
    qtbot: QtBot, desk: Desk, office: Office, show: Show, tmp_path: Path
) -> None:
    key = going_to_print(office, ("甲", 1))
    shown = show()
    qtbot.mouseClick(shown.pages.calibrate, LEFT)
    pick(qtbot, tmp_path / "sheet.pdf")
    rest(qtbot, desk)
    pdf = pypdfium2.PdfDocument(tmp_path / "sheet.pdf")
    assert "校准页" in text(pdf[0])
    assert print_runs(office, key)[0]["kind"] == "calibration"


def test_how_it_was_printed_is_remembered_at_this_machine(
    qtbot: QtBot, desk: Desk, office: Office, show: Show, tmp_path: Path
) -> None:
    going_to_print(office, ("甲", 1))
    shown = show()
    choose(shown.pages.colour, "black")
    shown.pages.right.setFocus()
    shown.pages.right.selectAll()
    qtbot.keyClicks(shown.pages.right, "1.5")
    to_pdf(qtbot, desk, shown, tmp_path / "first.pdf")
    again = show()
    assert (again.pages.colour.currentData(), again.pages.right.value()) == ("black", 1.5)


@pytest.mark.parametrize("kept", [{"printer": 7, "right": "x", "proofs": -3}, {"tray": None}])
def test_settings_changed_by_hand_do_no_harm(
    qtbot: QtBot, desk: Desk, office: Office, show: Show, kept: dict[str, object]
) -> None:
    going_to_print(office, ("甲", 1))
    family = office.file.value("SELECT uuid FROM publication WHERE name LIKE '%每日快报'")
    desk.values.remember(settings.PRINTING, family, kept)
    shown = show()
    assert (shown.pages.right.value(), shown.pages.tray.currentData()) == (0.0, "auto")


def test_a_folder_that_can_not_be_written_is_a_sentence(
    qtbot: QtBot, desk: Desk, office: Office, show: Show, tmp_path: Path, logs: LogGuard
) -> None:
    logs.expect("cannot_write")
    key = going_to_print(office, ("甲", 1))
    shown = show()
    (tmp_path / "满.pdf").mkdir()
    rest(qtbot, desk)
    shown.print_into(tmp_path / "满.pdf")
    rest(qtbot, desk)
    assert desk.notifier.history[-1].code == "cannot_write"
    assert print_runs(office, key) == []


def test_a_cancelled_run_leaves_no_file_and_says_so(
    qtbot: QtBot, desk: Desk, office: Office, show: Show, tmp_path: Path
) -> None:
    numbered(office)
    key = going_to_print(office, ("甲", 300))
    shown = show()
    shown.print_into(tmp_path / "多.pdf")
    (job,) = desk.jobs.shown
    qtbot.waitUntil(lambda: job.total > 0, timeout=20_000)
    job.control.cancel()
    rest(qtbot, desk)
    assert list(tmp_path.glob("多*")) == []
    assert "中途取消" in desk.notifier.history[-1].text
    assert print_runs(office, key) == []
