"""公文字体: which font each role is set in on this machine, and adding a font file."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QGridLayout, QPushButton, QVBoxLayout, QWidget

from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.jobs import Control
from xinxi_desktop.gui.widgets.basics import label
from xinxi_desktop.services.typefaces import FontLine, add_font_file, font_lines

_FILTER = "字体文件 (*.ttf *.ttc *.otf)"


class FontSection(QWidget):
    """A line per role, and one button for a character that no font has."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the frame; ``refresh`` fills it."""
        super().__init__(parent)
        self._desk = desk
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(2, 1)
        self.add_button = QPushButton("添加字体文件…")
        self.add_button.clicked.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(16)
        column.addWidget(label("公文字体", "title"))
        column.addLayout(self._grid)
        column.addWidget(
            label(
                "有的字哪种字体里都没有时，在这里添加一个含有它的字体文件，印发和导出就能用上。",
                "secondary",
            )
        )
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def refresh(self) -> None:
        """Read the fonts in a job and show them."""
        self._desk.jobs.run(_reports, self._show)

    def _show(self, reports: list[FontLine]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        for row, each in enumerate(reports):
            note = label(each.note, "secondary")
            note.setWordWrap(True)
            for place, widget in enumerate((label(each.role), label(each.family), note)):
                self._grid.addWidget(widget, row, place, Qt.AlignmentFlag.AlignTop)

    def _choose(self) -> None:
        dialog = QFileDialog(self, "添加字体文件", "", _FILTER)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.add)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def add(self, path: str) -> None:
        """Add a font file; the bar says what became of it."""
        self._desk.jobs.run(partial(_add, Path(path)), self._added, title="正在添加字体")

    def _added(self, family: str) -> None:
        self._desk.notifier.told(f"已添加字体“{family}”，其他字体没有的字用它补")
        self.refresh()


def _reports(_control: Control) -> list[FontLine]:
    return font_lines()


def _add(path: Path, _control: Control) -> str:
    return add_font_file(path)
