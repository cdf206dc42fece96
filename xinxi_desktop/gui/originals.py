"""Gives a stored original to the system's own program, or saves it where the person wants.

What is opened is a copy in a folder that goes when the program closes, marked read-only: the
original in the office file can't be changed from outside.
"""

from __future__ import annotations

import stat
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDir, QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from xinxi_desktop import settings
from xinxi_desktop.errors import WorldError
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.widgets.file_dialog import file_dialog
from xinxi_desktop.services.intake import original, submission_rows

_COPY = "original.copy"
_ONLY_A_COPY = (
    "打开的是原件的副本，只能看：在 Word 或 WPS 里改了，不会存回工作文件，原件不变。"
    "要改文字，请成稿后在“编辑”里改；要自己留一份来改，请用“另存”。"
)


class Originals(QObject):
    """Opens and saves originals for one view."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """Copies go to the desk's own folder."""
        super().__init__(parent)
        self._desk, self._window = desk, parent

    def show_original(self, submission: int) -> None:
        """Open a copy of the original with the system's program."""
        if self._desk.attempt(partial(self._open, submission)):
            self._tell_once()

    def ask_where(self, submission: int) -> None:
        """Let the person choose where a copy goes."""
        (row,) = submission_rows(self._desk.office, [submission])
        name = Path(row["file_name"]).name
        dialog = file_dialog(self._window, "另存原件", str(Path(QDir.homePath()) / name))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(partial(self._save, submission))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _tell_once(self) -> None:
        told = self._desk.values.get(settings.TOLD)
        if _COPY not in told:
            self._desk.values.set(settings.TOLD, [*told, _COPY])
            self._desk.notifier.warn(_ONLY_A_COPY, lasting=True)

    def _open(self, submission: int) -> None:
        name, data = original(self._desk.office, submission)
        folder = self._desk.copies.folder() / str(submission)
        path = folder / Path(name).name
        if not path.exists():
            folder.mkdir(parents=True, exist_ok=True)
            _write(path, data)
            path.chmod(stat.S_IREAD)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            raise WorldError(
                "no_program",
                "没有找到能打开原件的程序，原件没有打开，仍完好保存在库里。"
                "请用“另存”存出一份，再用 Word 或 WPS 打开。",
            )

    def _save(self, submission: int, path: str) -> None:
        if self._desk.attempt(partial(self._copy, submission, Path(path))):
            self._desk.notifier.told("原件已另存")

    def _copy(self, submission: int, path: Path) -> None:

        _write(path, original(self._desk.office, submission)[1])


def _write(path: Path, data: bytes) -> None:
    from xinxi_desktop.services.printing import write_file

    try:
        write_file(path, data)
    except WorldError as error:
        raise WorldError(
            "copy_not_written",
            "原件没有存成（写不进去或空间不够）。原件完好保存在库里。请换一个位置再存。",
        ) from error
