"""The dialog that asks for a file or a folder: the system's, or Qt's own with dates as we write them."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFileDialog, QWidget

_SIZE = QSize(60, 36)
"""In units of the text size."""

_EDGE = QSize(48, 96)
"""What the window's frame and the system's bar take of the screen."""


def file_dialog(
    parent: QWidget | None, title: str, where: str = "", filters: str = ""
) -> QFileDialog:
    """Make a dialog that begins at a file or folder; what it is for is set by the caller."""
    from PySide6.QtWidgets import QTreeView

    from xinxi_desktop.gui.widgets.file_details import set_up

    dialog = QFileDialog(parent, title, where, filters)
    size = _SIZE * dialog.font().pixelSize()
    dialog.resize(size.boundedTo(dialog.screen().availableSize() - _EDGE))
    details = dialog.findChild(QTreeView, "treeView")
    # Where the system has a dialog of its own there is none of Qt's.
    if details is not None:
        set_up(details)
    return dialog
