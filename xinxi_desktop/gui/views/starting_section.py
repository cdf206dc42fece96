"""设置—启用和演练: a copy for training."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from xinxi_desktop import settings
from xinxi_desktop.domain.ledger import LedgerSheet
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.ledger import LedgerDialog
from xinxi_desktop.gui.jobs import Control
from xinxi_desktop.gui.widgets.basics import label
from xinxi_desktop.services.ledger import open_ledger
from xinxi_desktop.services.office import SUFFIX
from xinxi_desktop.services.rehearsal import WORD, rehearse

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
        self.buttons = QHBoxLayout()
        self.buttons.addWidget(self.ledger_button)
        self.buttons.addWidget(self.rehearse_button)
        self.buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label("启用和演练", "title"))
        lead = label(
            "年中启用可以把往年的台账导进来。"
            "演练副本是复制出来练习用的文件：随便做什么都不影响正式的工作文件，印出的每一页都有“演练”字样。",
            "secondary",
        )
        lead.setWordWrap(True)
        column.addWidget(lead)
        column.addLayout(self.buttons)

    def _choose_ledger(self) -> None:
        folder = self._desk.values.get(settings.EXPORT_FOLDER)
        dialog = QFileDialog(self, "导入往年台账", folder, _TABLES)
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

    def _choose_copy(self) -> None:
        path = self._desk.office.path
        dialog = QFileDialog(self, "建立演练副本", str(path.parent), _FILTER)
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
