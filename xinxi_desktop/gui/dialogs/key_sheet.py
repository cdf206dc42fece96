"""``?``: every key on one sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from xinxi_desktop.gui.actions import ACTIONS, PLACES
from xinxi_desktop.gui.widgets.basics import label

_MOST_ROWS = 16
_GAP = 16


class KeySheet(QDialog):
    """Lists the action table by place; Escape or ``?`` closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Fill as many columns as the table needs."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("全部按键")
        row = QHBoxLayout()
        row.setSpacing(48)
        grid, rows = self._column(row), 0
        for place, title in PLACES.items():
            entries = [each for each in ACTIONS if each.where == place]
            if not entries:
                continue
            if rows and rows + len(entries) > _MOST_ROWS:
                grid, rows = self._column(row), 0
            heading = label(title, "heading")
            heading.setContentsMargins(0, _GAP if rows else 0, 0, 0)
            grid.addWidget(heading, rows, 0, 1, 2)
            for offset, entry in enumerate(entries, 1):
                keys = "　".join(key for key in entry.keys if key != "？")
                grid.addWidget(label(keys), rows + offset, 0)
                grid.addWidget(label(entry.text, "secondary"), rows + offset, 1)
            rows += len(entries) + 1
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.addLayout(row)

    def _column(self, row: QHBoxLayout) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        holder = QVBoxLayout()
        holder.addLayout(grid)
        holder.addStretch(1)
        row.addLayout(holder)
        return grid
