"""Copies that other programs open: in one folder, which goes when the window closes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTemporaryDir


class Copies(QObject):
    """Keeps the folder; a report's original may be one that must not lie about."""

    def __init__(self, parent: QObject) -> None:
        """The folder is made when first needed."""
        super().__init__(parent)
        self._folder: QTemporaryDir | None = None

    def folder(self) -> Path:
        """Where copies go."""
        if self._folder is None:
            self._folder = QTemporaryDir()
        return Path(self._folder.path())

    def remove(self) -> None:
        """Take all copies away; the process ends without giving objects time to do it."""
        if self._folder is not None:
            self._folder.remove()
            self._folder = None
