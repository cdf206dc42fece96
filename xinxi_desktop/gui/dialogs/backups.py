"""备份: what copies there are, what is in them, and putting one back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from xinxi_desktop.errors import XinxiError
from xinxi_desktop.gui.backing_up import Backups, copy_elsewhere
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.jobs import Control
from xinxi_desktop.gui.models.columns import Column, Row, plain
from xinxi_desktop.gui.moments import moment
from xinxi_desktop.gui.notify import Question
from xinxi_desktop.gui.widgets.basics import label, may_fill_screen, primary_button
from xinxi_desktop.gui.widgets.file_dialog import file_dialog
from xinxi_desktop.gui.widgets.short_table import ShortTable
from xinxi_desktop.services import backups as service

_SIZE = (860, 460)
_MARGIN, _GAP = 16, 12
_COLUMNS = (
    Column("at", "时间", lambda row: moment(row["at"]), 6),
    Column("place", "在哪里", plain("place"), 9),
    Column("size", "大小", plain("size"), 4, number=True),
    Column("inside", "里面有", plain("inside"), 24, stretch=True, hint=plain("inside")),
)


class BackupsDialog(QDialog):
    """The list, newest first.

    Signals:
        restore_asked: the path of the copy to put back; said after the person has agreed.
    """

    restore_asked = Signal(object)

    def __init__(self, desk: Desk, kept: Backups, parent: QWidget | None = None) -> None:
        """Read the copies beside the window's work."""
        super().__init__(parent)
        self.setWindowTitle("备份")
        may_fill_screen(self)
        self._desk, self._kept = desk, kept
        self.second = label("", "secondary")
        self.second.setWordWrap(True)
        self.told = label("正在看有哪些备份…", "secondary")
        self.table = ShortTable("backups", "备份", _COLUMNS, desk.values)
        self.now = primary_button("现在备份")
        self.elsewhere = QPushButton("备份到别处…")
        self.choose = QPushButton("第二处…")
        self.restore = QPushButton("恢复到这一份…")
        self.close_button = QPushButton("关闭")
        self._lay_out()
        self._wire()
        self.refresh()

    def refresh(self) -> None:
        """Say where the second copy goes and read the list."""
        where = self._kept.second
        self.second.setText(
            f"第二处：{where}" if where
            else "还没有第二处。建议选一个 U 盘或另一块盘：电脑坏了，旁边的备份也会一起没有。"
        )  # fmt: skip
        path = self._desk.office.path

        def look(_control: Control) -> list[Row]:
            return [_row(path, each) for each in service.backups(path, where)]

        self._desk.jobs.run(look, self._fill)

    def _lay_out(self) -> None:
        lead = label(
            "每天第一次打开时自动备份一份，做完逐页检查。当天的都留，旧的按天、周、月留下几份。",
            "secondary",
        )
        lead.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self.elsewhere)
        buttons.addWidget(self.choose)
        buttons.addStretch(1)
        for button in (self.close_button, self.restore, self.now):
            buttons.addWidget(button)
        for button in (self.elsewhere, self.choose, self.restore, self.close_button, self.now):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_GAP)
        column.addWidget(lead)
        column.addWidget(self.second)
        column.addWidget(self.table, 1)
        column.addWidget(self.told)
        column.addLayout(buttons)
        self.resize(*_SIZE)

    def _wire(self) -> None:
        self.now.clicked.connect(partial(self._kept.back_up, told=True))
        self.elsewhere.clicked.connect(
            partial(
                self._choose_folder,
                "备份到哪个文件夹",
                partial(copy_elsewhere, self._desk, self._kept),
            )
        )
        self.choose.clicked.connect(
            partial(self._choose_folder, "第二处备份放在哪个文件夹", self._kept.choose_second)
        )
        self.restore.clicked.connect(self._ask)
        self.close_button.clicked.connect(self.reject)
        self.table.chosen.connect(self._settle)
        self._kept.made.connect(self.refresh)

    def _fill(self, rows: list[Row]) -> None:
        self.table.show_rows(rows)
        self.told.setText(f"共 {len(rows)} 份。" if rows else "还没有备份。")
        self._settle()

    def _settle(self, _key: int = 0) -> None:
        office = self._desk.office
        self.restore.setEnabled(len(self.table.chosen_rows()) == 1 and not office.read_only)
        self.now.setEnabled(not office.read_only)

    def _choose_folder(
        self, title: str, then: Callable[[str], None], _checked: bool = False
    ) -> None:
        dialog = file_dialog(self, title, self._kept.second)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(then)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask(self) -> None:
        (row,) = self.table.chosen_rows()
        office, path = self._desk.office, Path(row["path"])

        def look(_control: Control) -> list[str]:
            return service.lost_by_restore(office, path)

        self._desk.jobs.run(look, partial(self._confirm, row), self._say)

    def _confirm(self, row: Row, lost: list[str]) -> None:
        gone = f"这一份以后做的会没有：{'、'.join(lost)}。" if lost else "没有会失去的操作。"
        self._desk.notifier.ask(
            Question(
                f"恢复到 {moment(row['at'])} 的备份",
                f"{gone}恢复时窗口会关一下再打开。",
                "恢复",
                partial(self.restore_asked.emit, Path(row["path"])),
                "现在的工作文件会另存为“恢复前”的一份，要换回来就恢复那一份。",
            )
        )

    def _say(self, error: Exception) -> None:
        if not isinstance(error, XinxiError):
            raise error
        self.told.setText(error.sentence)


def _row(path: Path, each: service.Backup) -> Row:
    try:
        inside = str(service.contents(each.path))
    except XinxiError as error:
        inside = error.sentence
    beside = each.path.parent == service.backup_folder(path)
    return {
        "key": str(each.path),
        "path": str(each.path),
        "at": each.copy.at,
        "place": ("工作文件旁" if beside else "第二处")
        + ("·恢复前" if each.copy.before_restore else ""),
        "size": f"{each.copy.size / 1_000_000:.1f} MB",
        "inside": inside,
    }
