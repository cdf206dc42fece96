"""公文字体: which font each role is set in on this machine, and adding a font file."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from xinxi_desktop.domain.vocabulary import WordFonts
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.jobs import Control
from xinxi_desktop.gui.widgets.basics import label, wrapped
from xinxi_desktop.gui.widgets.file_dialog import file_dialog
from xinxi_desktop.services.typefaces import (
    FontLine,
    add_font_file,
    choose_word_fonts,
    font_lines,
    word_fonts,
)

_WORD_FONTS = (
    "实际字体：写排版时用的字体，断行与 PDF 一致。公文字体：写仿宋_GB2312、方正小标宋简体等，"
    "对方电脑有这些字体时好看，但个别行的断行可能不同。"
)
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
            wrapped(
                "有的字哪种字体里都没有时，在这里添加一个含有它的字体文件，印发和导出就能用上。"
            )
        )
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._add_word_fonts(column)

    def _add_word_fonts(self, column: QVBoxLayout) -> None:
        self.word_fonts = QComboBox()
        for choice in WordFonts:
            self.word_fonts.addItem(choice.label, choice)
        self.word_fonts.setEnabled(not self._desk.office.read_only)
        self.word_fonts.activated.connect(self._choose_word_fonts)
        caption = QLabel("Word 文件的字体名称")
        caption.setBuddy(self.word_fonts)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.addRow(caption, self.word_fonts)
        column.addLayout(form)
        column.addWidget(wrapped(_WORD_FONTS))

    def refresh(self) -> None:
        """Read the fonts in a job and show them."""
        self.word_fonts.setCurrentIndex(self.word_fonts.findData(word_fonts(self._desk.office)))
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

    def _choose_word_fonts(self, place: int) -> None:
        choice = WordFonts(self.word_fonts.itemData(place))
        if choice is not word_fonts(self._desk.office):
            self._desk.do(partial(choose_word_fonts, self._desk.office, choice), self)

    def _choose(self) -> None:
        dialog = file_dialog(self, "添加字体文件", "", _FILTER)
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
