"""``?``: every key on one sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from xinxi_desktop.gui.actions import ACTIONS, PLACES, SAME_KEYS, Action
from xinxi_desktop.gui.widgets.basics import label

_MOST_COLUMNS = 5
_MARGIN, _BETWEEN = 20, 28
_GAP = 16
_BAR = 16
"""Room for the bar of a sheet that must be scrolled."""
_EDGE = QSize(48, 96)
"""What the window's frame and the system's bar take of the screen."""


class KeySheet(QDialog):
    """Lists the action table by place, in columns; Escape closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Use as many columns as the screen is wide enough for; too long a sheet is scrolled."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("全部按键")
        room = self.screen().availableSize() - _EDGE
        sheet = _sheet(list(_places()), room.width() - _BAR)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        self.resize((sheet.sizeHint() + QSize(_BAR, 2)).boundedTo(room))


def _places() -> Iterator[QWidget]:
    for place, title in PLACES.items():
        entries = [each for each in ACTIONS if each.where == place]
        if entries:
            yield _place(title, entries)


def _place(title: str, entries: Sequence[Action]) -> QWidget:
    part = QWidget()
    grid = QGridLayout(part)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    grid.addWidget(label(title, "heading"), 0, 0, 1, 2)
    for row, entry in enumerate(entries, 1):
        keys = "　".join(key for key in entry.keys if key not in SAME_KEYS)
        grid.addWidget(label(keys), row, 0)
        grid.addWidget(label(entry.text, "secondary"), row, 1)
    return part


def _sheet(parts: Sequence[QWidget], width: int) -> QWidget:
    """Put the places side by side, in order, in as many columns as the width holds."""
    sheet = QWidget()
    row = QHBoxLayout(sheet)
    row.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    row.setSpacing(_BETWEEN)
    for group in _columns(parts, width):
        column = QVBoxLayout()
        column.setSpacing(_GAP)
        for part in group:
            column.addWidget(part)
        column.addStretch(1)
        row.addLayout(column)
    return sheet


def _columns(parts: Sequence[QWidget], width: int) -> list[Sequence[QWidget]]:
    for count in range(_MOST_COLUMNS, 1, -1):
        columns = _evenly(parts, count)
        needed = sum(max(part.sizeHint().width() for part in group) for group in columns)
        if needed + (count - 1) * _BETWEEN + 2 * _MARGIN <= width:
            return columns
    return [parts]


def _evenly(parts: Sequence[QWidget], count: int) -> list[Sequence[QWidget]]:
    """Cut the places into columns so that the tallest is as low as can be."""
    cuts = combinations(range(1, len(parts)), count - 1)
    ways = ([parts[a:b] for a, b in pairwise((0, *cut, len(parts)))] for cut in cuts)
    return min(ways, key=lambda way: max(map(_height, way)))


def _height(group: Sequence[QWidget]) -> int:
    return sum(part.sizeHint().height() + _GAP for part in group)
