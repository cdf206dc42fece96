"""The dialog that asks for a file or a folder: the system's, or Qt's own with dates as we write them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import (
    QFileDialog,
    QFileSystemModel,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

_SIZE = QSize(60, 36)
"""In units of the text size."""

_EDGE = QSize(48, 96)
"""What the window's frame and the system's bar take of the screen."""

_NAME, _DATE = 0, 3


def file_dialog(
    parent: QWidget | None, title: str, where: str = "", filters: str = ""
) -> QFileDialog:
    """Make a dialog that begins at a file or folder; what it is for is set by the caller."""
    dialog = QFileDialog(parent, title, where, filters)
    size = _SIZE * dialog.font().pixelSize()
    dialog.resize(size.boundedTo(dialog.screen().availableSize() - _EDGE))
    details = dialog.findChild(QTreeView, "treeView")
    # Where the system has a dialog of its own there is none of Qt's.
    if details is not None:
        _set_up(details)
    return dialog


def _set_up(details: QTreeView) -> None:
    details.setItemDelegateForColumn(_DATE, DateDelegate(details))
    header = details.header()
    header.setStretchLastSection(False)
    for column in range(header.count()):
        header.setSectionResizeMode(
            column,
            QHeaderView.ResizeMode.Stretch
            if column == _NAME
            else QHeaderView.ResizeMode.ResizeToContents,
        )


class DateDelegate(QStyledItemDelegate):
    """Writes when a file was changed as 2026-11-22 15:04, whatever the system's way."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Put the date in place of the system's."""
        super().initStyleOption(option, index)
        model = index.model()
        if isinstance(model, QFileSystemModel) and isinstance(index, QModelIndex):
            option.text = model.lastModified(index).toString("yyyy-MM-dd HH:mm")
