"""收稿 around one report: correcting, original, phone, record; and finding reports."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import hands
import office_maker as make
from log_guard import LogGuard
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from xinxi_desktop.domain.vocabulary import Disposition
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.choose_unit import ChooseUnitDialog
from xinxi_desktop.gui.dialogs.record import RecordDialog
from xinxi_desktop.gui.notify import Notifier
from xinxi_desktop.gui.views.intake import IntakeView
from xinxi_desktop.services import intake as service
from xinxi_desktop.services.intake import contributions, dispose, submission

Open = Callable[[], IntakeView]


def field(view: IntakeView, name: str) -> QLineEdit:
    strip = view.detail.form.heading if name == "title" else view.detail.form.fields
    found = strip.inputs[name]
    assert isinstance(found, QLineEdit)
    return found


# ------------------------------------------------------------ correcting


def test_a_corrected_title_is_saved_when_the_field_is_left(
    intake: Open, three: list[int], desk: Desk
) -> None:
    view = intake()
    field(view, "title").setFocus()
    field(view, "title").selectAll()
    hands.write("社区食堂送餐上门")
    hands.press(Qt.Key.Key_Tab)
    assert submission(desk.office, three[2])["title"] == "社区食堂送餐上门"
    assert hands.column(view.listing, "title")[0] == "社区食堂送餐上门"


def test_going_to_another_report_saves_what_is_being_corrected(
    intake: Open, three: list[int], desk: Desk
) -> None:
    view = intake()
    field(view, "writers").setFocus()
    hands.write("周𬭎")
    place = view.listing.visualRect(view.model.index(1, 1)).center()
    QTest.mouseClick(view.listing.viewport(), hands.LEFT, pos=place)
    assert submission(desk.office, three[2])["writers"] == "周𬭎"
    assert field(view, "writers").text() == ""


def test_a_chosen_word_is_saved_at_once(intake: Open, three: list[int], desk: Desk) -> None:
    view = intake()
    kind = view.detail.form.fields.inputs["kind"]
    assert isinstance(kind, QComboBox)
    kind.setFocus()
    hands.press(Qt.Key.Key_Down)
    assert submission(desk.office, three[2])["kind"] == "experience"


def test_what_was_guessed_is_marked_until_the_person_says_that_it_is_right(
    intake: Open, desk: Desk
) -> None:
    key = make.report(desk.office, guessed="kind,tone")
    view = intake()
    assert hands.column(view.listing, "kind") == ["动态?"]
    form = view.detail.form
    assert form.guessed.text() == "类型、喜忧是程序按标题和正文认的，请核对。"
    hands.click(form.right)
    assert hands.column(view.listing, "kind") == ["动态"]
    assert not form.right.isVisible() and submission(desk.office, key)["guessed"] == ""


def test_a_source_is_protected_by_one_click(intake: Open, three: list[int], desk: Desk) -> None:
    view = intake()
    box = view.detail.form.fields.inputs["protected"]
    box.setFocus()
    hands.press(Qt.Key.Key_Space)
    assert submission(desk.office, three[2])["protected"] == 1


def test_a_wrong_date_is_told_and_stays_to_be_mended(
    intake: Open, three: list[int], notifier: Notifier, desk: Desk
) -> None:
    view = intake()
    day = field(view, "written_on")
    day.setFocus()
    hands.write("2026-13-01")
    hands.press(Qt.Key.Key_Return)
    assert "不是日期" in notifier.history[-1].text
    assert day.text() == "2026-13-01" and day.property("wrong")
    assert submission(desk.office, three[2])["written_on"] is None


def test_a_unit_is_added_from_the_register_and_the_main_one_taken_away(
    qtbot: QtBot, intake: Open, three: list[int], desk: Desk
) -> None:
    make.unit(desk.office, "白湾区委办公室", "白湾区委办")
    view = intake()
    hands.click(view.detail.form.units.add)
    hands.dialog(qtbot, ChooseUnitDialog)
    hands.write("白湾区委办")
    hands.press(Qt.Key.Key_Return)
    names = [row["name"] for row in contributions(desk.office, three[2])]
    assert names == ["安渡区委办公室", "白湾区委办公室"]
    hands.click(view.detail.form.units.chips[0].findChildren(type(view.detail.fold))[1])
    assert [row["name"] for row in contributions(desk.office, three[2])] == ["白湾区委办公室"]


def test_a_unit_that_nobody_knows_yet_is_registered_with_it(
    qtbot: QtBot, intake: Open, three: list[int], desk: Desk
) -> None:
    view = intake()
    hands.click(view.detail.form.units.add)
    hands.dialog(qtbot, ChooseUnitDialog)
    hands.write("石泓县委值班室")
    hands.press(Qt.Key.Key_Return)
    names = [row["name"] for row in contributions(desk.office, three[2])]
    assert names == ["安渡区委办公室", "石泓县委值班室"]


def test_the_form_gives_its_room_to_the_text(intake: Open, three: list[int]) -> None:
    view = intake()
    hands.press(Qt.Key.Key_E, hands.CTRL)
    assert not view.detail.form.isVisible()
    assert view.detail.text.toPlainText().startswith("丙\n安渡区委办公室")


# ------------------------------------------------------------ around one report


class Opener(QObject):
    """Stands where the system's own program would be started."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[bytes] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()).read_bytes())


def test_f2_opens_a_copy_of_the_stored_original(intake: Open, three: list[int], desk: Desk) -> None:
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "take")
    intake()
    hands.press(Qt.Key.Key_F2)
    QDesktopServices.unsetUrlHandler("file")
    assert opener.opened == [service.original(desk.office, three[2])[1]]


def test_f2_says_once_that_what_is_opened_is_only_a_copy(
    intake: Open, three: list[int], notifier: Notifier
) -> None:
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "take")
    intake()
    hands.press(Qt.Key.Key_F2)
    hands.press(Qt.Key.Key_F2)
    QDesktopServices.unsetUrlHandler("file")
    assert len(opener.opened) == 2
    assert len([each for each in notifier.history if "副本" in each.text]) == 1


def test_the_original_is_saved_where_the_person_wants(
    qtbot: QtBot, intake: Open, three: list[int], desk: Desk, tmp_path: Path
) -> None:
    intake()
    hands.press(Qt.Key.Key_S, hands.CTRL | hands.SHIFT)
    hands.dialog(qtbot, QFileDialog)
    hands.pick(qtbot, tmp_path / "copy.txt")
    saved = tmp_path / "copy.txt"
    assert saved.read_bytes() == service.original(desk.office, three[2])[1]


def test_an_original_that_cannot_be_saved_says_that_it_is_still_safe(
    qtbot: QtBot, intake: Open, three: list[int], notifier: Notifier, logs: LogGuard, home: Path
) -> None:
    logs.expect("copy_not_written")
    (home / "copy.txt").symlink_to(home / "missing" / "copy.txt")
    intake()
    hands.press(Qt.Key.Key_S, hands.CTRL | hands.SHIFT)
    hands.pick(qtbot, home / "copy.txt")
    assert "原件完好保存在库里" in notifier.history[-1].text


def test_the_record_tells_who_did_what(qtbot: QtBot, intake: Open, three: list[int]) -> None:
    view = intake()
    hands.choose_queue(view.queues, "全部")
    view.listing.setFocus()
    hands.press(Qt.Key.Key_3)
    hands.press(Qt.Key.Key_Up)
    hands.press(Qt.Key.Key_H, hands.CTRL)
    record = hands.dialog(qtbot, RecordDialog)
    told = [record.model.index(row, 2).data() for row in range(record.model.rowCount())]
    assert told == ["初选", "登记来稿"]
    assert record.model.index(0, 1).data() == "编辑"


def test_remarks_of_the_import_stand_over_the_text(intake: Open, desk: Desk) -> None:
    make.report(desk.office, remarks="含修订痕迹3处，已按接受修订后的文字读入\n含表格1个")
    view = intake()
    assert view.detail.remarks.text() == "含修订痕迹3处，已按接受修订后的文字读入；含表格1个"


def test_a_report_that_counts_for_no_unit_says_so(intake: Open, desk: Desk) -> None:
    make.report(desk.office, units=())
    view = intake()
    assert view.detail.unit_warning.isVisible()
    assert view.detail.unit_warning.text() == "没有报送单位，统计时不计入任何单位。"


def test_new_units_of_a_report_are_confirmed_in_place(
    intake: Open, desk: Desk, notifier: Notifier
) -> None:
    new = [make.new_unit(desk.office, name) for name in ("栖山县委办", "望川县委办")]
    make.report(desk.office, units=tuple(new))
    view = intake()
    assert "“栖山县委办、望川县委办”" in view.detail.unit_warning.text()
    assert hands.column(view.listing, "unit") == ["（新）栖山县委办、望川县委办"]
    assert view.detail.confirm.text() == "确认 2 个单位"
    hands.click(view.detail.confirm)
    assert notifier.history[-1].text == "已确认单位 2 个"
    assert not view.detail.confirm.isVisible() and not view.detail.unit_warning.isVisible()
    assert hands.column(view.listing, "unit") == ["栖山县委办、望川县委办"]


# ------------------------------------------------------------ finding


def test_words_narrow_the_list(qtbot: QtBot, intake: Open, three: list[int]) -> None:
    view = intake()
    hands.press(Qt.Key.Key_F, hands.CTRL)
    hands.write("乙的正文")
    qtbot.waitUntil(lambda: hands.column(view.listing, "title") == ["乙"])


def test_nothing_found_offers_to_clear_the_filter(
    qtbot: QtBot, intake: Open, three: list[int]
) -> None:
    view = intake()
    hands.press(Qt.Key.Key_F, hands.CTRL)
    hands.write("没有这个词")
    qtbot.waitUntil(lambda: hands.column(view.listing, "title") == [])
    assert view.empty.sentence.text().startswith("“待初选”里没有来稿符合现在的筛选：没有这个词。")
    hands.click(view.empty.button)
    assert len(hands.column(view.listing, "title")) == 3


def test_a_unit_narrows_the_list(qtbot: QtBot, intake: Open, three: list[int], desk: Desk) -> None:
    other = make.unit(desk.office, "白湾区委办公室", "白湾区")
    make.report(desk.office, "丁", units=(other,))
    view = intake()
    hands.click(view.filter.unit)
    hands.dialog(qtbot, ChooseUnitDialog)
    hands.write("白湾")
    hands.press(Qt.Key.Key_Return)
    assert hands.column(view.listing, "title") == ["丁"]
    hands.click(view.filter.any_unit)
    assert len(hands.column(view.listing, "title")) == 4


def test_a_time_narrows_the_list(qtbot: QtBot, intake: Open, desk: Desk) -> None:
    make.report(desk.office, "旧稿", received_at="2020-01-05T09:00:00+08:00")
    view = intake()
    view.filter.period.setFocus()
    hands.press(Qt.Key.Key_End)
    assert view.filter.first.isVisible() and hands.column(view.listing, "title") == []
    view.filter.first.setFocus()
    QTest.keyClicks(view.filter.first, "20200101")
    assert hands.column(view.listing, "title") == ["旧稿"]


def test_a_click_on_a_heading_sorts(intake: Open, three: list[int]) -> None:
    view = intake()
    header = view.listing.horizontalHeader()
    place = next(n for n, each in enumerate(view.model.columns) if each.key == "characters")
    at = header.sectionViewportPosition(place) + 10
    QTest.mouseClick(header.viewport(), hands.LEFT, pos=header.rect().center().__class__(at, 10))
    assert hands.column(view.listing, "title") == ["甲", "乙", "丙"]


def test_a_queue_shows_what_was_decided_so(intake: Open, three: list[int], desk: Desk) -> None:
    dispose(desk.office, three[:1], Disposition.REJECT, "内容一般")
    view = intake()
    hands.choose_queue(view.queues, "不用")
    assert hands.column(view.listing, "title") == ["甲"]
    assert view.detail.facts.text() == "编号 1　不用：内容一般"
    hands.choose_queue(view.queues, "急件待处理")
    assert view.empty.sentence.text() == "“急件待处理”里没有来稿。"


def test_a_long_list_is_there_whole_after_its_first_rows(
    qtbot: QtBot, intake: Open, desk: Desk
) -> None:
    for place in range(230):
        make.report(desk.office, f"第{place}条")
    view = intake()
    qtbot.waitUntil(lambda: view.model.rowCount() == 230)
    hands.press(Qt.Key.Key_End, hands.CTRL)
    hands.press(Qt.Key.Key_3)
    assert view.model.rowCount() == 229 and view.listing.current_id() == view.model.ids[0]
