"""Opens something the program has made, a filled form say, with the system's own program."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QDir, QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from xinxi_desktop.errors import WorldError
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.exporting import export_folder, file_name, open_folder
from xinxi_desktop.gui.notify import Offer
from xinxi_desktop.gui.widgets.file_dialog import file_dialog

_MOST_NAMES = 1_000


class Opening(QObject):
    """Opens what was made as a copy of the desk's."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        """Dialogs stand over ``window``."""
        super().__init__(window)
        self._desk, self._window = desk, window

    def open_form(self, what: str, name: str, data: bytes) -> None:
        """Open a Word file in Word or WPS and say so; where there is neither, keep it and say where."""
        opened: list[bool] = []
        if not self._desk.attempt(lambda: opened.append(self._open(name, data))):
            return
        if opened[0]:
            self._desk.notifier.told(f"{what}已在 Word 或 WPS 中打开，请在那里打印或另存")
        else:
            self._desk.attempt(partial(self._keep, what, name, data))

    def _open(self, name: str, data: bytes) -> bool:
        path = self._desk.copies.folder() / file_name(name)
        try:
            path.write_bytes(data)
        except OSError as error:
            raise WorldError(
                "copy_not_written",
                f"“{path.name}”没有写成（{error.strerror}），可能正在 Word 里开着。"
                "文件里的内容没有改动。请关掉它再试。",
            ) from error
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _keep(self, what: str, name: str, data: bytes) -> None:
        """Put the file where exports go; what stands there already stays."""
        from xinxi_desktop.services.printing import write_file

        path = _free(Path(export_folder(self._desk)) / file_name(name))
        write_file(path, data)
        self._desk.notifier.warn(
            f"没有能打开 Word 文件的程序，{what}已存到：{QDir.toNativeSeparators(str(path))}",
            lasting=True,
            offer=Offer("打开所在文件夹", partial(open_folder, self._desk, path.parent)),
            also=(Offer("另存…", partial(self._ask_where, path.name, data)),),
        )

    def _ask_where(self, name: str, data: bytes) -> None:
        where = str(Path(export_folder(self._desk)) / name)
        dialog = file_dialog(self._window, "另存", where, "Word 文档 (*.docx)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("docx")
        dialog.fileSelected.connect(partial(self._save, data))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _save(self, data: bytes, chosen: str) -> None:
        from xinxi_desktop.services.printing import write_file

        path = Path(chosen)
        if self._desk.attempt(partial(write_file, path, data)):
            offer = Offer("打开文件夹", partial(open_folder, self._desk, path.parent))
            self._desk.notifier.told(f"已另存“{path.name}”", offer=offer)


def _free(path: Path) -> Path:
    """Give the path, or the next one with a number that nothing stands under."""
    names = [path, *(path.with_stem(f"{path.stem}（{n}）") for n in range(2, _MOST_NAMES))]
    return next((each for each in names if not each.exists()), path)
