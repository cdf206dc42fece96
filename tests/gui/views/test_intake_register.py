"""登记: files in by every way, and nothing of a batch lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import hands
import office_maker as make
import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.choose_unit import ChooseUnitDialog
from xinxi_desktop.gui.main_window import MainWindow
from xinxi_desktop.gui.notify import Notifier
from xinxi_desktop.gui.views.intake import IntakeView

Open = Callable[[], IntakeView]
TAIL = "报送单位：望川县委办公室\n执笔人：周启明\n"


def text(folder: Path, name: str, title: str = "", tail: str = TAIL) -> Path:
    path = folder / name
    title = title or f"{path.stem}有关情况"
    path.write_text(
        f"{title}\n类型：经验\n全县建成冷库18座，损耗率下降11个百分点。\n{tail}", encoding="utf-8"
    )
    return path


def word(folder: Path, name: str, title: str) -> Path:
    path = folder / name
    document = docx.Document()
    for line in (title, "全市新增就业3.21万人。", "报送单位：市人社局", "执笔人：姜宁"):
        document.add_paragraph(line)
    document.save(str(path))
    return path


@pytest.fixture
def folder(tmp_path: Path, desk: Desk) -> Path:
    make.unit(desk.office, "望川县委办公室")
    made = tmp_path / "mail"
    made.mkdir()
    return made


def results(view: IntakeView) -> list[str]:
    return hands.column(view.results.listing, "kind")


def drop(qtbot: QtBot, view: IntakeView, *paths: Path) -> None:
    hands.drop(view, hands.files(paths))
    qtbot.waitUntil(lambda: view.desk.jobs.idle, timeout=20_000)


def test_dropped_files_are_registered_and_listed(qtbot: QtBot, intake: Open, folder: Path) -> None:
    view = intake()
    drop(qtbot, view, word(folder, "1.docx", "前10月就业情况"), text(folder, "2.txt", "共享冷库"))
    assert hands.column(view.listing, "title") == ["共享冷库", "前10月就业情况"]
    assert hands.column(view.listing, "unit") == ["望川县委办公室", "（新）市人社局"]
    assert view.results.words.text() == "登记 2 件。"


def test_the_first_one_registered_is_shown_ready_to_be_decided(
    qtbot: QtBot, intake: Open, folder: Path
) -> None:
    view = intake()
    drop(qtbot, view, text(folder, "1.txt", "共享冷库"))
    assert "损耗率下降11个百分点" in view.detail.text.toPlainText()
    assert hands.focused() is view.listing


def test_a_dropped_folder_is_gone_through_with_its_folders(
    qtbot: QtBot, intake: Open, folder: Path
) -> None:
    view = intake()
    (folder / "a").mkdir()
    text(folder / "a", "1.txt")
    text(folder, "2.txt")
    (folder / "~$2.docx").write_bytes(b"lock")
    drop(qtbot, view, folder)
    assert sorted(results(view)) == ["已登记", "已登记", "略过"]


def test_one_may_let_go_only_over_files(intake: Open, folder: Path) -> None:
    view = intake()
    assert hands.drag_over(view, hands.files([text(folder, "1.txt")]))
    assert view.doors.hint.isVisible()
    hands.drag_away(view)
    assert not view.doors.hint.isVisible() and not hands.drag_over(view, QMimeData())


def test_copied_files_are_registered_by_pasting(qtbot: QtBot, intake: Open, folder: Path) -> None:
    view = intake()
    QApplication.clipboard().setMimeData(hands.files([text(folder, "1.txt", "共享冷库")]))
    hands.press(Qt.Key.Key_V, hands.CTRL)
    qtbot.waitUntil(lambda: hands.column(view.listing, "title") == ["共享冷库"])


def test_pasting_nothing_says_what_to_copy(qtbot: QtBot, intake: Open, notifier: Notifier) -> None:
    intake()
    QApplication.clipboard().setText(" ")
    hands.press(Qt.Key.Key_V, hands.CTRL)
    assert "剪贴板里没有文件" in notifier.history[-1].text


def test_pasted_rich_text_is_registered_with_its_title(qtbot: QtBot, intake: Open) -> None:
    view = intake()
    data = QMimeData()
    data.setHtml("<h1>关于冷库的情况</h1><p>望川县建成冷库18座。</p>")
    data.setText("关于冷库的情况\n望川县建成冷库18座。")
    QApplication.clipboard().setMimeData(data)
    hands.press(Qt.Key.Key_V, hands.CTRL)
    qtbot.waitUntil(lambda: hands.column(view.listing, "title") == ["关于冷库的情况"])


def test_a_pasted_picture_is_registered(qtbot: QtBot, intake: Open) -> None:
    view = intake()
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    QApplication.clipboard().setImage(image)
    hands.press(Qt.Key.Key_V, hands.CTRL)
    qtbot.waitUntil(lambda: hands.column(view.listing, "title") == ["图片来稿"])


def test_files_are_registered_by_the_dialog(qtbot: QtBot, intake: Open, folder: Path) -> None:
    view = intake()
    path = text(folder, "1.txt", "共享冷库")
    hands.press(Qt.Key.Key_N, hands.CTRL)
    hands.pick(qtbot, path)
    qtbot.waitUntil(lambda: hands.column(view.listing, "title") == ["共享冷库"])


def test_a_folder_is_registered_by_the_dialog(qtbot: QtBot, intake: Open, folder: Path) -> None:
    view = intake()
    text(folder, "1.txt", "共享冷库")
    hands.click(view.register_folder)
    hands.pick(qtbot, folder)
    qtbot.waitUntil(lambda: hands.column(view.listing, "title") == ["共享冷库"])


def test_a_duplicate_is_registered_only_when_the_person_says_so(
    qtbot: QtBot, intake: Open, folder: Path
) -> None:
    view = intake()
    drop(qtbot, view, text(folder, "1.txt", "共享冷库"))
    (folder / "2.txt").write_bytes((folder / "1.txt").read_bytes())
    drop(qtbot, view, folder / "2.txt")
    assert results(view) == ["重复"] and view.model.rowCount() == 1
    hands.click(view.results.register)
    qtbot.waitUntil(lambda: view.model.rowCount() == 2)
    assert results(view) == ["已登记"]


def test_a_registered_copy_names_the_submission_it_repeats(
    qtbot: QtBot, intake: Open, folder: Path
) -> None:
    view = intake()
    drop(qtbot, view, text(folder, "1.txt"))
    drop(qtbot, view, folder / "1.txt")
    hands.click(view.results.register)
    qtbot.waitUntil(lambda: view.model.rowCount() == 2)
    assert view.detail.remarks.text().startswith("与来稿 1 的文件完全相同")


def test_a_refused_file_says_why_and_the_rest_goes_on(
    qtbot: QtBot, intake: Open, folder: Path
) -> None:
    view = intake()
    (folder / "1.docx").write_bytes(b"")
    drop(qtbot, view, folder / "1.docx", text(folder, "2.txt"))
    assert results(view) == ["未收", "已登记"]
    assert "0字节" in view.results.sentence.text()


def test_a_refused_file_is_read_again_once_it_is_mended(
    qtbot: QtBot, intake: Open, folder: Path
) -> None:
    view = intake()
    (folder / "1.docx").write_bytes(b"PK\x03\x04")
    drop(qtbot, view, folder / "1.docx")
    word(folder, "1.docx", "前10月就业情况")
    hands.click(view.results.retry)
    qtbot.waitUntil(lambda: results(view)[0].startswith("已登记"))


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n\0\0", "秘密★1年".encode()])
def test_what_would_be_refused_again_is_not_offered_to_be_read_again(
    qtbot: QtBot, intake: Open, folder: Path, content: bytes
) -> None:
    view = intake()
    (folder / "1.txt").write_bytes(content)
    drop(qtbot, view, folder / "1.txt")
    assert results(view) == ["未收"] and not view.results.retry.isVisible()


def test_a_state_secret_is_stopped_at_the_door(
    qtbot: QtBot, intake: Open, folder: Path, desk: Desk
) -> None:
    view = intake()
    drop(qtbot, view, text(folder, "1.txt", "秘密★1年\n样例"))
    assert view.results.sentence.text().startswith("该文件标有国家秘密标志")
    assert desk.office.file.value("SELECT count(*) FROM blob") == 0


def test_a_name_of_two_units_is_asked_and_then_registered(
    qtbot: QtBot, intake: Open, folder: Path, desk: Desk
) -> None:
    make.unit(desk.office, "安渡区城南街道办事处", "城南街道")
    make.unit(desk.office, "望川县城南街道办事处", "城南街道")
    view = intake()
    drop(qtbot, view, text(folder, "1.txt", tail="报送单位：城南街道\n"))
    assert results(view) == ["待定单位"]
    hands.click(view.results.choose_unit)
    hands.dialog(qtbot, ChooseUnitDialog)
    hands.write("望川")
    hands.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: hands.column(view.listing, "unit") == ["望川县城南街道办事处"])


def test_what_was_assumed_is_listed_to_be_checked(qtbot: QtBot, intake: Open, folder: Path) -> None:
    view = intake()
    drop(qtbot, view, text(folder, "1.txt", tail=""))
    assert results(view) == ["已登记，待核对"]
    assert "请核对" in view.results.sentence.text()


def test_a_stopped_batch_lists_what_was_not_read_and_goes_on_when_asked(
    qtbot: QtBot, intake: Open, folder: Path
) -> None:
    view = intake()
    for place in range(80):
        text(folder, f"{place:02}.txt")
    hands.drop(view, hands.files([folder]))
    qtbot.waitUntil(lambda: view.results.progress.value() > 0)
    hands.click(view.results.stop)
    qtbot.waitUntil(lambda: view.desk.jobs.idle)
    left = results(view).count("没有读到")
    assert 0 < left < 80
    view.results.listing.setFocus()
    hands.press(Qt.Key.Key_Home, hands.CTRL)
    for _ in range(left - 1):
        hands.press(Qt.Key.Key_Down, hands.SHIFT)
    hands.click(view.results.go_on)
    qtbot.waitUntil(lambda: view.desk.jobs.idle, timeout=30_000)
    assert set(results(view)) == {"已登记"} and view.model.rowCount() == 80


def test_a_batch_is_taken_back_as_a_whole(qtbot: QtBot, intake: Open, folder: Path) -> None:
    view = intake()
    drop(qtbot, view, text(folder, "1.txt"), text(folder, "2.txt"))
    hands.press(Qt.Key.Key_Z, hands.CTRL)
    qtbot.waitUntil(lambda: view.model.rowCount() == 0)


def test_what_is_not_settled_is_folded_when_more_files_come(
    qtbot: QtBot, intake: Open, folder: Path
) -> None:
    view = intake()
    (folder / "1.docx").write_bytes(b"")
    drop(qtbot, view, folder / "1.docx")
    drop(qtbot, view, text(folder, "2.txt"))
    assert results(view) == ["已登记"] and view.results.words.text() == "登记 1 件。"
    assert view.results.before.text() == "看以前没办完的 1 件"
    hands.click(view.results.before)
    assert results(view) == ["已登记", "未收"]


def test_an_earlier_file_registered_after_all_is_no_longer_kept(
    qtbot: QtBot, intake: Open, folder: Path
) -> None:
    view = intake()
    (folder / "1.txt").write_bytes(b"")
    drop(qtbot, view, folder / "1.txt")
    drop(qtbot, view, text(folder, "2.txt"))
    drop(qtbot, view, text(folder, "1.txt"))
    assert results(view) == ["已登记"] and not view.results.before.isVisible()


def test_esc_closes_the_results(qtbot: QtBot, intake: Open, folder: Path) -> None:
    view = intake()
    drop(qtbot, view, text(folder, "1.txt"))
    assert view.results.isVisible()
    hands.press(Qt.Key.Key_Escape)
    assert not view.results.isVisible()


def test_a_result_leads_to_its_submission_and_the_panel_closes(
    qtbot: QtBot, intake: Open, folder: Path
) -> None:
    view = intake()
    drop(qtbot, view, text(folder, "1.txt", "甲县情况"), text(folder, "2.txt", "乙县情况"))
    view.results.listing.setFocus()
    hands.press(Qt.Key.Key_Home, hands.CTRL)
    hands.click(view.results.look)
    assert view.detail.form.heading.inputs["title"].text() == "甲县情况"  # type: ignore[attr-defined]
    hands.click(view.results.close_button)
    assert not view.results.isVisible()


def test_an_empty_office_offers_to_register(
    qtbot: QtBot, intake: Open, open_window: Callable[[], MainWindow]
) -> None:
    view = intake()
    assert "拖到这里" in view.empty.sentence.text()
    assert hands.focused() is view.register
