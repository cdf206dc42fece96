"""The list with details in Qt's own file dialog: names get the room, dates are written our way."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import (
    QFileSystemModel,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

_NAME, _DATE = 0, 3


def set_up(details: QTreeView) -> None:
    """Share the room among the columns and write dates year first."""
    details.setItemDelegateForColumn(_DATE, DateDelegate(details))
    header = details.header()
    header.setStretchLastSection(False)
    modes = QHeaderView.ResizeMode
    for column in range(header.count()):
        mode = modes.Stretch if column == _NAME else modes.ResizeToContents
        header.setSectionResizeMode(column, mode)


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
