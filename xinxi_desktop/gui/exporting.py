"""Writing a file for the person: where, made beside the window, then “已导出 …　打开文件夹”."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDir, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from xinxi_desktop import settings
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.jobs import Control
from xinxi_desktop.gui.notify import Offer
from xinxi_desktop.gui.widgets.file_dialog import file_dialog

_FORBIDDEN = str.maketrans(dict.fromkeys('\\/:*?"<>|', " "))
_WORDS = {".pdf": "PDF", ".docx": "Word 文档", ".xlsx": "Excel 工作簿"}


def export(
    desk: Desk,
    parent: QWidget,
    name: str,
    suffix: str,
    make: Callable[[], bytes],
    note: str = "",
) -> None:
    """Ask where to put ``name`` + ``suffix``, make its bytes in a job and write them whole.

    ``note`` is told with the result.
    """
    folder = export_folder(desk)
    dialog = file_dialog(parent, "导出到", folder, f"{_WORDS[suffix]} (*{suffix})")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix[1:])
    dialog.selectFile(f"{file_name(name)}{suffix}")
    dialog.fileSelected.connect(partial(_write, desk, suffix, make, note))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _write(desk: Desk, suffix: str, make: Callable[[], bytes], note: str, chosen: str) -> None:
    target = Path(chosen)
    desk.values.set(settings.EXPORT_FOLDER, str(target.parent))

    def work(_control: Control) -> Path:
        # With it comes all that sets pages, which a start can spare.
        from xinxi_desktop.services.printing import check_target, write_file

        write_file(check_target(target, suffix), make())
        return target

    desk.jobs.run(work, partial(_tell, desk, note), title=f"导出 {target.name}")


def _tell(desk: Desk, note: str, made: Path) -> None:
    offer = Offer("打开文件夹", partial(open_folder, desk, made.parent))
    desk.notifier.told(f"已导出“{made.name}”" + (f"。{note}" if note else ""), offer=offer)


def open_folder(desk: Desk, folder: Path) -> None:
    """Show a folder in the system's file manager; where there is none, say where it is."""
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        where = QDir.toNativeSeparators(str(folder))
        desk.notifier.warn(f"没有找到能打开文件夹的程序，没有打开。文件在：{where}。")


def export_folder(desk: Desk) -> str:
    """Where the person last exported to, or the documents' folder."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    chosen = desk.values.get(settings.EXPORT_FOLDER)
    return next(
        (each for each in (chosen, place) if each and Path(each).is_dir()), str(Path.home())
    )


def file_name(name: str) -> str:
    """Make a name that every system takes."""
    return name.translate(_FORBIDDEN).strip()
