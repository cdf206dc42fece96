"""Forms described as data: labels with buddies, one widget a field, values in and out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from xinxi_desktop.domain.times import read_date, today
from xinxi_desktop.gui.widgets.basics import DecimalBox, mark_wrong, number_box
from xinxi_desktop.gui.widgets.date_line import DateLine

Kind = Literal["text", "number", "decimal", "choice", "date", "multiline", "check"]
Choices = Sequence[tuple[str, str]]

_MOST = 999_999
_LINES = 3
_CHOICE_EDGE, _WIDEST_CHOICE = 52, 420


@dataclass(frozen=True)
class Field:
    """One field of a record.

    ``choices`` are (stored value, Chinese word), or a function that gives them when the form
    is shown. ``editable`` lets a choice be typed. A date is text ``2026-11-22`` or empty.
    ``blank`` is what a number says at its lowest value; ``unit`` stands behind a decimal one. ``lines`` is how high a multiline field stands.
    """

    name: str
    label: str
    kind: Kind = "text"
    required: bool = False
    hint: str = ""
    choices: Choices | Callable[[], Choices] = ()
    editable: bool = False
    low: float = 0
    high: float = _MOST
    blank: str = ""
    unit: str = ""
    lines: int = _LINES
    default: Any = None


class FieldForm(QWidget):
    """A column of fields.

    Signals:
        edited: the person changed something.
    """

    edited = Signal()

    def __init__(self, fields: Sequence[Field], parent: QWidget | None = None) -> None:
        """Build one widget a field."""
        super().__init__(parent)
        self.fields = tuple(fields)
        self.inputs: dict[str, QWidget] = {}
        layout = QFormLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(16)
        layout.setVerticalSpacing(10)
        layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for field in self.fields:
            self._add(layout, field)
        self.clear()

    def values(self) -> dict[str, Any]:
        """What stands in the fields: text, int, bool; dates and choices as stored text."""
        return {field.name: value_of(self.inputs[field.name]) for field in self.fields}

    def show_values(self, row: Mapping[str, Any]) -> None:
        """Fill the fields from a record; what it lacks gets its default. Choices are read anew."""
        self.blockSignals(True)
        for field in self.fields:
            widget = self.inputs[field.name]
            if isinstance(widget, QComboBox) and callable(field.choices):
                _fill(widget, field.choices())
            value = row.get(field.name)
            put_value(widget, field.default if value is None else value)
            mark_wrong(widget, False)
        self.blockSignals(False)

    def clear(self) -> None:
        """Empty the fields."""
        self.show_values({})

    def problem(self) -> str:
        """A sentence about the first field that must be filled in, framed; empty if none."""
        first = ""
        for field in self.fields:
            missing = field.required and not str(value_of(self.inputs[field.name])).strip()
            wrong = missing or self._not_a_date(field)
            mark_wrong(self.inputs[field.name], wrong)
            if wrong and not first:
                first = f"请填写{field.label}。" if missing else self._how_to_date(field)
                self.inputs[field.name].setFocus()
        return first

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        self.inputs[self.fields[0].name].setFocus()

    def _add(self, layout: QFormLayout, field: Field) -> None:
        widget = make_input(field)
        widget.setAccessibleName(field.label)
        self.inputs[field.name] = widget
        _on_edit(widget, self._tell)
        if isinstance(widget, QCheckBox):
            widget.setText(field.hint or field.label)
            layout.addRow("" if not field.hint else field.label, widget)
            return
        caption = QLabel(f"{field.label} *" if field.required else field.label)
        caption.setBuddy(widget)
        layout.addRow(caption, widget)
        if field.hint:
            layout.addRow("", _Hint(field.hint))

    def _tell(self, *_arguments: object) -> None:
        self.edited.emit()

    def _not_a_date(self, field: Field) -> bool:
        if field.kind != "date":
            return False
        text = str(value_of(self.inputs[field.name]))
        return bool(text) and not read_date(text)

    def _how_to_date(self, field: Field) -> str:
        line = self.inputs[field.name]
        day = line.example if isinstance(line, DateLine) else today()
        return f"“{field.label}”写成 {day} 这样（也可以只写 {day[5:]}）。"


class _Hint(QLabel):
    """A quiet word under a field; as high as its lines at the width it gets."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setProperty("role", "secondary")
        self.setWordWrap(True)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        # QLabel would ask for the room of a nearly square text.
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()), metrics.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height())


def make_input(field: Field) -> QWidget:
    """Make the widget of a field."""
    if field.kind == "number":
        box = number_box()
        box.setRange(int(field.low), int(field.high))
        box.setSpecialValueText(field.blank)
        return box
    if field.kind == "decimal":
        decimal = DecimalBox(field.low, field.high, field.unit)
        decimal.setSpecialValueText(field.blank)
        return decimal
    if field.kind == "choice":
        choice = QComboBox()
        choice.setEditable(field.editable)
        _fill(choice, field.choices() if callable(field.choices) else field.choices)
        return choice
    if field.kind == "multiline":
        return _make_multiline(field.lines)
    if field.kind == "check":
        return QCheckBox()
    return DateLine() if field.kind == "date" else QLineEdit()


def _make_multiline(lines: int) -> QPlainTextEdit:
    text = QPlainTextEdit()
    text.setProperty("field", True)
    text.setTabChangesFocus(True)
    text.setFixedHeight(text.fontMetrics().lineSpacing() * lines + 18)
    return text


def _fill(box: QComboBox, choices: Choices) -> None:
    box.clear()
    for value, word in choices:
        box.addItem(word, value)
    # The style forgets the room that the stylesheet gives to the frame and the arrow.
    longest = max((box.fontMetrics().horizontalAdvance(word) for _, word in choices), default=0)
    box.setMinimumWidth(min(longest + _CHOICE_EDGE, _WIDEST_CHOICE))


def _on_edit(widget: QWidget, slot: Callable[..., None]) -> None:
    if isinstance(widget, QCheckBox):
        widget.toggled.connect(slot)
    elif isinstance(widget, QSpinBox | DecimalBox):
        widget.valueChanged.connect(slot)
    elif isinstance(widget, QComboBox):
        widget.currentTextChanged.connect(slot)
    elif isinstance(widget, QLineEdit | QPlainTextEdit):
        widget.textChanged.connect(slot)


def value_of(widget: QWidget) -> Any:
    """Read what stands in a field's widget."""
    if isinstance(widget, QCheckBox):
        return widget.isChecked()
    if isinstance(widget, QSpinBox | DecimalBox):
        return widget.value()
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText().strip()
    if isinstance(widget, QComboBox):
        place = widget.findText(widget.currentText())
        return widget.itemData(place) if place >= 0 else widget.currentText().strip()
    if isinstance(widget, DateLine):
        return widget.day_or_text()
    return widget.text().strip() if isinstance(widget, QLineEdit) else None


def put_value(widget: QWidget, value: Any) -> None:
    """Show a value in a field's widget."""
    text = "" if value is None else str(value)
    if isinstance(widget, QCheckBox):
        widget.setChecked(bool(value))
    elif isinstance(widget, QSpinBox):
        widget.setValue(int(value or 0))
    elif isinstance(widget, DecimalBox):
        widget.setValue(float(value or 0))
    elif isinstance(widget, QPlainTextEdit):
        widget.setPlainText(text)
    elif isinstance(widget, QComboBox):
        place = widget.findData(text)
        if place >= 0 or not widget.isEditable():
            widget.setCurrentIndex(max(place, 0))
        else:
            widget.setEditText(text)
    elif isinstance(widget, QLineEdit):
        widget.setText(text)
