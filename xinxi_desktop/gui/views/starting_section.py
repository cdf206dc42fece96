"""设置—启用和演练: a copy for training."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from xinxi_desktop import settings
from xinxi_desktop.domain.ledger import LedgerSheet
from xinxi_desktop.domain.times import today
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.form_dialog import FormDialog
from xinxi_desktop.gui.dialogs.ledger import LedgerDialog
from xinxi_desktop.gui.jobs import Control
from xinxi_desktop.gui.widgets.basics import label
from xinxi_desktop.gui.widgets.field_form import Field
from xinxi_desktop.gui.widgets.file_dialog import file_dialog
from xinxi_desktop.services import numbers
from xinxi_desktop.services.issues import publications
from xinxi_desktop.services.ledger import open_ledger
from xinxi_desktop.services.office import SUFFIX, Changes
from xinxi_desktop.services.rehearsal import WORD, rehearse

_MOST = 99_999
_TABLES = "Excel 文件 (*.xlsx *.xls)"
_FILTER = f"工作文件 (*{SUFFIX})"


class StartingSection(QWidget):
    """Buttons for what is done when an office begins, and for training."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the buttons."""
        super().__init__(parent)
        self._desk = desk
        self.rehearse_button = QPushButton("建立演练副本…")
        self.rehearse_button.clicked.connect(self._choose_copy)
        self.ledger_button = QPushButton("导入往年台账…")
        self.ledger_button.clicked.connect(self._choose_ledger)
        self.ledger_button.setDisabled(desk.office.read_only)
        self.numbers_button = QPushButton("起始编号…")
        self.numbers_button.clicked.connect(self._set_number)
        self.numbers_button.setDisabled(desk.office.read_only)
        self.sample_button = QPushButton("打开示范单位")
        self.sample_button.clicked.connect(desk.sample_asked)
        self.buttons = QHBoxLayout()
        self.buttons.addWidget(self.ledger_button)
        self.buttons.addWidget(self.numbers_button)
        self.buttons.addWidget(self.rehearse_button)
        self.buttons.addWidget(self.sample_button)
        self.buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label("启用和演练", "title"))
        lead = label(
            "年中启用可以把往年的台账导进来，设定编号从多少接着编。"
            "演练副本是复制出来练习用的文件：随便做什么都不影响正式的工作文件，印出的每一页都有“演练”字样。"
            "示范单位是一个虚构的办公室，有来稿和一年的往期。要回来，按 Ctrl+O 打开自己的工作文件。",
            "secondary",
        )
        lead.setWordWrap(True)
        column.addWidget(lead)
        column.addLayout(self.buttons)

    def _choose_ledger(self) -> None:
        folder = self._desk.values.get(settings.EXPORT_FOLDER)
        dialog = file_dialog(self, "导入往年台账", folder, _TABLES)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.open_ledger)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open_ledger(self, path: str) -> None:
        """Read the sheets beside the window, then show what would come of them."""

        def work(_control: Control) -> tuple[LedgerSheet, ...]:
            return open_ledger(Path(path))

        def show(sheets: tuple[LedgerSheet, ...]) -> None:
            LedgerDialog(self._desk, Path(path), sheets, self.window()).open()

        self._desk.jobs.run(work, show, title="读台账")

    def _set_number(self) -> None:
        """收稿, 期号 and 总期号 of every 刊 in one dialog."""
        office = self._desk.office

        def act(values: dict[str, Any]) -> Changes:
            kind, _, family = str(values["series"]).partition(":")
            if kind == "running":
                return numbers.set_last_running(office, int(family), values["number"])
            if kind == "issue":
                return numbers.set_last_number(
                    office, int(family), values["year"], values["number"]
                )
            return numbers.set_last_submission(office, values["year"], values["number"])

        FormDialog(
            self._desk, "start_numbers", "起始编号", "设定",
            (
                Field("series", "哪种编号", "choice", choices=self._series()),
                Field("year", "年份", "number", low=2000, high=2100, default=int(today()[:4]),
                      hint="总期号不分年份。"),
                Field("number", "最后编到", "number", high=_MOST),
            ),
            lead="本程序启用以前最后编到多少？以后接着往下编。已经给出的编号不会再给第二次。",
            act=act, parent=self.window(),
        ).open()  # fmt: skip

    def _series(self) -> list[tuple[str, str]]:
        families, year = publications(self._desk.office), int(today()[:4])
        series = [
            ("submission", "收稿编号", year),
            *((f"issue:{row['id']}", f"《{row['name']}》期号", year) for row in families),
            *((f"running:{row['id']}", f"《{row['name']}》总期号", 0) for row in families),
        ]
        return [(key, f"{words}{self._so_far(key, of)}") for key, words, of in series]

    def _so_far(self, series: str, year: int) -> str:
        last = numbers.last_number(self._desk.office, series, year)
        return f"（{'今年' if year else ''}已编到 {last}）" if last else ""

    def _choose_copy(self) -> None:
        path = self._desk.office.path
        dialog = file_dialog(self, "建立演练副本", str(path.parent), _FILTER)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX.lstrip("."))
        dialog.selectFile(f"{path.stem}-{WORD}{SUFFIX}")
        dialog.fileSelected.connect(self.rehearse_into)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def rehearse_into(self, path: str) -> None:
        """Copy beside the window and say where the copy lies."""

        def work(_control: Control) -> Path:
            return rehearse(self._desk.office, Path(path))

        self._desk.jobs.run(work, self._tell, title="建立演练副本")

    def _tell(self, path: Path) -> None:
        self._desk.notifier.told(
            f"演练副本“{path.name}”已建立；用“打开工作文件”（Ctrl+O）打开它。", None
        )
