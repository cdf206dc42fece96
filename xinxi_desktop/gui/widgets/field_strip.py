"""Fields in rows beside a text, each saved by itself as soon as it is filled in.

Nothing has to be saved by hand: leaving a field, Enter, or choosing a word is enough, and the
bar offers 撤销.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from xinxi_desktop.gui.widgets.basics import mark_wrong
from xinxi_desktop.gui.widgets.field_form import Field, make_input, put_value, value_of

COLUMNS = 12
"""Rows are cut into twelfths; a cell takes as many as its number says."""

Cell = tuple[Field, int]
_GAP = 8
_CAPTION_GAP = 6


class FieldStrip(QWidget):
    """Rows of fields.

    Signals:
        committed: name of a field and the value that it has been given.
    """

    committed = Signal(str, object)

    def __init__(self, rows: Sequence[Sequence[Cell]], parent: QWidget | None = None) -> None:
        """Lay out ``rows``; the cells of a row should come to twelve."""
        super().__init__(parent)
        self.inputs: dict[str, QWidget] = {}
        self.cells: dict[str, QWidget] = {}
        self._shown: dict[str, Any] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(_CAPTION_GAP)
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, 1)
        for place, row in enumerate(rows):
            left = 0
            for field, span in row:
                self._grid.addWidget(self._make_cell(field), place, left, 1, span)
                left += span

    def show_values(self, row: Mapping[str, Any]) -> None:
        """Fill the fields from a record."""
        for name, widget in self.inputs.items():
            widget.blockSignals(True)
            put_value(widget, row.get(name))
            widget.blockSignals(False)
            mark_wrong(widget, False)
            self._shown[name] = value_of(widget)
            if isinstance(widget, QLineEdit):
                widget.setCursorPosition(0)

    def refuse(self, name: str) -> None:
        """Frame a field whose value was not taken; what was typed stays."""
        mark_wrong(self.inputs[name], True)

    def commit(self) -> None:
        """Take what is typed in the field that has the focus."""
        focus = QApplication.focusWidget()
        for name, widget in self.inputs.items():
            if focus is not None and (widget is focus or widget.isAncestorOf(focus)):
                self._commit(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A wheel that scrolls past must not change a choice."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return False

    def _make_cell(self, field: Field) -> QWidget:
        widget = make_input(field)
        widget.setAccessibleName(field.label)
        self.inputs[field.name] = widget
        cell = self.cells[field.name] = QWidget()
        row = QHBoxLayout(cell)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_CAPTION_GAP)
        if isinstance(widget, QCheckBox):
            widget.setText(field.label)
            widget.clicked.connect(partial(self._commit, field.name))
        else:
            caption = QLabel(field.label)
            caption.setProperty("role", "secondary")
            caption.setBuddy(widget)
            row.addWidget(caption)
        row.addWidget(widget, 1)
        if isinstance(widget, QComboBox):
            self._prepare_choice(field.name, widget)
        elif isinstance(widget, QLineEdit):
            widget.setPlaceholderText(field.hint)
            widget.editingFinished.connect(partial(self._commit, field.name))
        return cell

    def _prepare_choice(self, name: str, box: QComboBox) -> None:
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        box.setSizeAdjustPolicy(policy)
        box.setMinimumContentsLength(2)
        # The twelfths share the room; a form's own least width would take the list's.
        box.setMinimumWidth(0)
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.installEventFilter(self)
        box.activated.connect(partial(self._commit, name))
        line = box.lineEdit()
        if line is not None:
            box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            line.editingFinished.connect(partial(self._commit, name))

    def _commit(self, name: str, *_arguments: object) -> None:
        value = value_of(self.inputs[name])
        if value != self._shown.get(name, value):
            self._shown[name] = value
            self.committed.emit(name, value)
