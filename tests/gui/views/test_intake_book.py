"""来稿登记簿 of what the list shows: Word by Ctrl+P, Excel by Ctrl+Shift+E."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import hands
import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from xinxi_desktop import settings
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.views.intake import IntakeView

Open = Callable[[], IntakeView]


class Opener(QObject):
    """Stands for Word: takes what is opened."""

    def __init__(self) -> None:
        """Nothing was opened yet."""
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        """Keep the path."""
        self.opened.append(Path(url.toLocalFile()))


def test_the_list_opens_in_word_as_the_register(
    qtbot: QtBot, intake: Open, three: list[int]
) -> None:
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "take")
    intake()
    hands.press(Qt.Key.Key_P, hands.CTRL)
    qtbot.waitUntil(lambda: bool(opener.opened))
    QDesktopServices.unsetUrlHandler("file")
    assert [path.name for path in opener.opened] == ["来稿登记簿 待初选.docx"]


def test_the_narrowed_list_goes_out_as_excel(
    qtbot: QtBot, intake: Open, three: list[int], home: Path
) -> None:
    view = intake()
    view.filter.words.setFocus()
    hands.write("甲")
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_E, hands.CTRL | hands.SHIFT)
    hands.pick(qtbot, home / "a.xlsx")
    qtbot.waitUntil((home / "a.xlsx").exists)
    rows = CalamineWorkbook.from_path(home / "a.xlsx").get_sheet_by_index(0).to_python()
    assert rows[0][0] == "来稿登记簿（待初选，甲）"
    assert [row[4] for row in rows[3:]] == ["甲"]


@pytest.mark.qt_log_ignore("No such method", extend=True)
def test_without_a_program_the_register_is_kept_and_one_is_told_where(
    qtbot: QtBot, intake: Open, three: list[int], desk: Desk, home: Path
) -> None:
    opener = Opener()
    # A handler that fails is how Qt says that nothing opens such a file.
    QDesktopServices.setUrlHandler("file", opener, "nothing")
    desk.values.set(settings.EXPORT_FOLDER, str(home))
    window = intake().window()
    hands.press(Qt.Key.Key_P, hands.CTRL)
    kept = home / "来稿登记簿 待初选.docx"
    qtbot.waitUntil(lambda: any(str(kept) in each.text for each in desk.notifier.history))
    QDesktopServices.setUrlHandler("file", opener, "take")
    buttons = {each.text(): each for each in window.notices.findChildren(QPushButton)}
    hands.click(buttons["打开所在文件夹"])
    hands.click(buttons["另存…"])
    hands.pick(qtbot, home / "b.docx")
    QDesktopServices.unsetUrlHandler("file")
    assert opener.opened == [home]
    assert (home / "b.docx").read_bytes() == kept.read_bytes()


@pytest.mark.qt_log_ignore("No such method", extend=True)
def test_a_register_kept_before_is_not_written_over(
    qtbot: QtBot, intake: Open, three: list[int], desk: Desk, home: Path
) -> None:
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "nothing")
    desk.values.set(settings.EXPORT_FOLDER, str(home))
    (home / "来稿登记簿 待初选.docx").write_text("mine")
    intake()
    hands.press(Qt.Key.Key_P, hands.CTRL)
    qtbot.waitUntil((home / "来稿登记簿 待初选（2）.docx").exists)
    QDesktopServices.unsetUrlHandler("file")
    assert (home / "来稿登记簿 待初选.docx").read_text() == "mine"
