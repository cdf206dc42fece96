"""``?``: every key on one sheet."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from xinxi_desktop.gui.actions import ACTIONS, PLACES, SAME_KEYS, Action
from xinxi_desktop.gui.widgets.basics import label

_MOST_ROWS = 22
_GAP = 16
_MOST_SIZE = QSize(1400, 1000)
_EDGE = QSize(48, 96)
"""What the window's frame and the system's bar take of the screen."""


class KeySheet(QDialog):
    """Lists the action table by place, in columns; Escape closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Fill as many columns as the table needs; too large a text scrolls."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("全部按键")
        sheet = QWidget()
        self._row = QHBoxLayout(sheet)
        self._row.setContentsMargins(24, 24, 24, 24)
        self._row.setSpacing(40)
        self._fill()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        room = self.screen().availableSize() - _EDGE
        self.resize((sheet.sizeHint() + QSize(16, 16)).boundedTo(_MOST_SIZE).boundedTo(room))

    def _fill(self) -> None:
        grid, rows = self._column(), 0
        for place, title in PLACES.items():
            entries = [each for each in ACTIONS if each.where == place]
            if rows and rows + len(entries) > _MOST_ROWS:
                grid, rows = self._column(), 0
            rows = _list_place(grid, rows, title, entries)

    def _column(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        holder = QVBoxLayout()
        holder.addLayout(grid)
        holder.addStretch(1)
        self._row.addLayout(holder)
        return grid


def _list_place(grid: QGridLayout, row: int, title: str, entries: list[Action]) -> int:
    if not entries:
        return row
    heading = label(title, "heading")
    heading.setContentsMargins(0, _GAP if row else 0, 0, 0)
    grid.addWidget(heading, row, 0, 1, 2)
    for place, entry in enumerate(entries, row + 1):
        keys = "　".join(key for key in entry.keys if key not in SAME_KEYS)
        grid.addWidget(label(keys), place, 0)
        grid.addWidget(label(entry.text, "secondary"), place, 1)
    return row + len(entries) + 1
