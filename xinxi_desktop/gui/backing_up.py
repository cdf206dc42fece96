"""The status bar's word on the last backup; a click makes one, beside the window's work."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QToolButton, QWidget

from xinxi_desktop import settings
from xinxi_desktop.domain.times import days_since, now
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.icons import put_icon
from xinxi_desktop.gui.jobs import Control
from xinxi_desktop.gui.moments import moment
from xinxi_desktop.gui.widgets.basics import set_words
from xinxi_desktop.services.office import SUFFIX
from xinxi_desktop.services.safekeeping import back_up

_OLD_DAYS = 3
"""From so many days on a backup is too old, and the icon says so."""


class BackupButton(QToolButton):
    """“上次备份 11-22 15:04”; what was copied where is remembered for this machine."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Show the last backup of the desk's office."""
        super().__init__(parent)
        self._desk = desk
        self.clicked.connect(self._choose_place)
        self._show_last()

    def back_up_to(self, folder: str) -> None:
        """Copy the office file into ``folder``, named with the moment; a job."""
        office = self._desk.office
        stamp = now()[:16].translate(str.maketrans("T", " ", ":"))
        target = Path(folder) / f"{office.path.stem} {stamp}{SUFFIX}"

        def work(_control: Control) -> Path:
            return back_up(office, target)

        self._desk.jobs.run(work, partial(self._done, folder), title="备份")

    def _choose_place(self) -> None:
        start = self._desk.values.get(settings.BACKUP_FOLDER)
        dialog = QFileDialog(self.window(), "备份放在哪个文件夹", start)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.back_up_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _done(self, folder: str, made: Path) -> None:
        values = self._desk.values
        values.set(settings.BACKUP_FOLDER, folder)
        values.remember(settings.BACKUPS, str(self._desk.office.path), now())
        self._desk.notifier.told(f"已备份到“{made}”")
        self._show_last()

    def _show_last(self) -> None:
        at = self._desk.values.get(settings.BACKUPS).get(str(self._desk.office.path), "")
        words = f"上次备份 {moment(at)}" if at else "还没有备份"
        days = days_since(at) if at else _OLD_DAYS
        if at and days:
            words += f"（{days} 天前）"
        set_words(self, words)
        put_icon(self, "save", "warn" if days >= _OLD_DAYS else "secondary")
        self.setAccessibleName(f"备份：{words}")
