"""Opens something the program has made, a filled form say, with the system's own program."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices

from xinxi_desktop.errors import WorldError

_FORBIDDEN = str.maketrans(dict.fromkeys('\\/:*?"<>|', " "))


class Opening(QObject):
    """Keeps what it opens in a folder that goes when the window closes."""

    def __init__(self, parent: QObject) -> None:
        """The folder is made when first needed."""
        super().__init__(parent)
        self._folder: QTemporaryDir | None = None

    def open_bytes(self, name: str, data: bytes) -> Path:
        """Write ``data`` under ``name`` and open it; WorldError if nothing can open it."""
        if self._folder is None:
            self._folder = QTemporaryDir()
        path = Path(self._folder.path()) / name.translate(_FORBIDDEN).strip()
        try:
            path.write_bytes(data)
        except OSError as error:
            raise WorldError(
                "copy_not_written",
                f"“{path.name}”没有写成（{error.strerror}），可能正在 Word 里开着。"
                "文件里的内容没有改动。请关掉它再试。",
            ) from error
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            raise WorldError(
                "no_program",
                f"没有找到能打开“{path.name}”的程序，没有打开。请装好 Word 或 WPS 后再试。",
            )
        return path
