"""The file dialog of a machine that has none of its own: Chinese throughout, dates as we write them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QPushButton,
    QStyleOptionViewItem,
    QToolButton,
    QTreeView,
)
from pytestqt.qtbot import QtBot

from xinxi_desktop.gui.chinese import translators
from xinxi_desktop.gui.theme import Theme
from xinxi_desktop.gui.widgets.file_dialog import file_dialog

CHANGED = 1_795_000_000
NAME, KIND, DATE = 0, 2, 3


@pytest.fixture
def dialog(qapp: QApplication, qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[QFileDialog]:
    """The dialog on a folder with a folder and a file in it, with details."""
    (tmp_path / "来稿").mkdir()
    (tmp_path / "冷库.txt").write_text("冷库18座。", encoding="utf-8")
    os.utime(tmp_path / "冷库.txt", (CHANGED, CHANGED))
    made = translators(qapp)
    for each in made:
        qapp.installTranslator(each)
    shown = file_dialog(None, "登记来稿", str(tmp_path), "稿件 (*.docx *.txt)")
    qtbot.addWidget(shown)
    shown.setViewMode(QFileDialog.ViewMode.Detail)
    shown.show()
    model = tree(shown).model()
    qtbot.waitUntil(lambda: model.rowCount(tree(shown).rootIndex()) == 2)
    yield shown
    for each in made:
        qapp.removeTranslator(each)


def tree(dialog: QFileDialog) -> QTreeView:
    found = dialog.findChild(QTreeView, "treeView")
    assert found is not None
    return found


def cells(dialog: QFileDialog, column: int) -> list[str]:
    """What a column shows, as its delegate paints it."""
    view = tree(dialog)
    shown = []
    for row in range(view.model().rowCount(view.rootIndex())):
        index = view.model().index(row, column, view.rootIndex())
        option = QStyleOptionViewItem()
        view.itemDelegateForIndex(index).initStyleOption(option, index)
        shown.append(option.text)
    return shown


def test_every_word_is_chinese(dialog: QFileDialog) -> None:
    head = tree(dialog).model()
    words = [
        str(head.headerData(column, Qt.Orientation.Horizontal))
        for column in range(head.columnCount())
    ]
    words += [each.text() for each in dialog.findChildren(QLabel)]
    for button in (*dialog.findChildren(QPushButton), *dialog.findChildren(QToolButton)):
        words += [button.text(), button.toolTip()]
    assert [word for word in words if re.search("[A-Za-z]{2,}", word)] == []


def test_a_folder_is_called_so_in_chinese(dialog: QFileDialog) -> None:
    assert cells(dialog, KIND)[cells(dialog, NAME).index("来稿")] == "文件夹"


def test_dates_are_written_year_first(dialog: QFileDialog) -> None:
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d", each) for each in cells(dialog, DATE))
    assert any(each.startswith("2026-11-1") for each in cells(dialog, DATE))
