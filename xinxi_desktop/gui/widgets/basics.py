"""Small parts used everywhere: buttons, labels, the empty state, the zones of a view."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QSplitter,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from xinxi_desktop import settings
from xinxi_desktop.gui.icons import put_icon
from xinxi_desktop.gui.widgets.list_view import ListView


def primary_button(verb: str) -> QPushButton:
    """The one primary button of a view; ``verb`` is the office's own word."""
    button = QPushButton(verb)
    button.setProperty("primary", True)
    return button


def icon_button(icon: str, name: str, role: str = "secondary") -> QToolButton:
    """A button with an icon only; ``name`` is read out and shown as a hint."""
    button = QToolButton()
    button.setAccessibleName(name)
    button.setToolTip(name)
    put_icon(button, icon, role)
    return button


def set_words(button: QToolButton, words: str) -> None:
    """Put words beside a tool button's icon, with the room that Fusion leaves out."""
    button.setProperty("worded", True)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setText(f" {words}" if button.property("icon_name") else words)


def menu_button(words: str) -> QToolButton:
    """A button whose menu opens at once; the menu is set by whoever fills it."""
    button = QToolButton()
    put_icon(button, "chevron-down")
    set_words(button, words)
    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return button


def label(text: str, role: str = "") -> QLabel:
    """A label; ``role`` is title, heading, secondary, warn or danger."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        made.setProperty("role", role)
    return made


def wrapped(text: str, role: str = "secondary") -> QLabel:
    """Make a label for sentences, which takes as many lines as it needs."""
    made = label(text, role)
    made.setWordWrap(True)
    return made


def number_box() -> QSpinBox:
    """A spin box whose number stands as far from the frame as text in other fields."""
    box = QSpinBox()
    # WORKAROUND: Qt ignores a style sheet's padding for the line edit inside a spin box.
    box.lineEdit().setTextMargins(8, 0, 0, 0)
    return box


class DecimalBox(QDoubleSpinBox):
    """A number with at most two decimals, shown without idle zeros, and its unit."""

    def __init__(
        self, low: float, high: float, unit: str = "", parent: QWidget | None = None
    ) -> None:
        """Take the limits; they hold for the arrows, what is typed beyond them is put right."""
        super().__init__(parent)
        self.setDecimals(2)
        self.setRange(low, high)
        self.setSingleStep(0.5)
        self.setSuffix(f" {unit}" if unit else "")
        self.lineEdit().setTextMargins(8, 0, 0, 0)

    def textFromValue(self, value: float) -> str:  # noqa: N802 - Qt's name
        """Write 37 instead of 37.00."""
        return f"{value:.2f}".rstrip("0").rstrip(".")


def may_fill_screen(window: QWidget) -> None:
    """Let a dialog with a list or pages be maximised by its title bar, like a main window."""
    window.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)


def mark_wrong(field: QWidget, wrong: bool) -> None:
    """Frame a field that must be filled in otherwise; the words stand elsewhere."""
    field.setProperty("wrong", wrong)
    field.style().polish(field)


class EmptyState(QWidget):
    """What stands where nothing is: one sentence and at most one button.

    Signals:
        pressed: the button.
    """

    pressed = Signal()

    def __init__(self, sentence: str, verb: str = "", parent: QWidget | None = None) -> None:
        """Say ``sentence``; ``verb`` is the button's word, empty for none."""
        super().__init__(parent)
        self.setObjectName("empty")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.sentence = label(sentence, "secondary")
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence.setWordWrap(True)
        self.button = QPushButton(verb)
        self.button.clicked.connect(self.pressed)
        self.button.setVisible(bool(verb))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addStretch(2)
        column.addWidget(self.sentence)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)


class ListPane(QWidget):
    """A list, or its empty state while the list has no rows."""

    def __init__(self, view: ListView, empty: EmptyState, parent: QWidget | None = None) -> None:
        """Show whichever fits, from now on."""
        super().__init__(parent)
        self.view, self.empty = view, empty
        self._stack = QStackedLayout(self)
        self._stack.addWidget(view)
        self._stack.addWidget(empty)
        view.rows.modelReset.connect(self._choose)
        view.rows.rowsInserted.connect(self._choose)
        self._choose()

    def _choose(self) -> None:
        self._stack.setCurrentWidget(self.view if self.view.rows.ids else self.empty)


class Bar(QWidget):
    """A row of buttons and words over a zone, with a line below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 8, 12, 8)
        self._row.setSpacing(8)

    def add(self, *widgets: QWidget) -> None:
        """Add widgets from the left."""
        for widget in widgets:
            self._row.addWidget(widget)

    def give_room(self, widget: QWidget) -> None:
        """Let a widget that was added take what the others leave."""
        self._row.setStretchFactor(widget, 1)

    def gap(self) -> None:
        """What follows stands at the right."""
        self._row.addStretch(1)


class Zones(QSplitter):
    """The zones of a view beside each other: queues, list, detail; sizes are remembered."""

    def __init__(
        self,
        name: str,
        zones: Sequence[QWidget],
        sizes: Sequence[int],
        values: settings.Settings,
        parent: QWidget | None = None,
        *,
        upright: bool = False,
    ) -> None:
        """Lay ``zones`` out in ``sizes`` (pixels) unless the person has chosen others.

        ``upright`` puts them below each other.
        """
        direction = Qt.Orientation.Vertical if upright else Qt.Orientation.Horizontal
        super().__init__(direction, parent)
        self._name, self._values = name, values
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for zone in zones:
            self.addWidget(zone)
        remembered = values.get(settings.SPLITTERS).get(name, [])
        self.setSizes(remembered if len(remembered) == len(zones) else list(sizes))
        for place in range(len(zones)):
            self.setStretchFactor(place, 1 if place else 0)
        self.splitterMoved.connect(self._remember)

    def fit(self, wanted: int, most: float) -> None:
        """Give the first of two zones what it needs, up to a share, unless the person chose."""
        chosen = self._values.get(settings.SPLITTERS).get(self._name, [])
        whole = sum(self.sizes())
        if len(chosen) != self.count() and whole:
            first = min(wanted, round(whole * most))
            self.setSizes([first, whole - first])

    def _remember(self) -> None:
        self._values.remember(settings.SPLITTERS, self._name, self.sizes())
