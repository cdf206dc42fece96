"""The reporting units of a submission: chips with the main unit first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from xinxi_desktop.gui.icons import put_icon
from xinxi_desktop.gui.models.columns import Row
from xinxi_desktop.gui.widgets.basics import icon_button, label, set_words
from xinxi_desktop.gui.widgets.flow_layout import FlowLayout

_IN_CHIP = 4


class UnitField(QWidget):
    """Shows units, lets one be taken away, made the main one, or another be added.

    Signals:
        changed: the ids as they should be, main unit first.
        add_asked: another unit should be chosen from the register.
        confirm_asked: the id of a unit marked 待确认 that is right.
    """

    changed = Signal(object)
    add_asked = Signal()
    confirm_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without units."""
        super().__init__(parent)
        self.ids: list[int] = []
        self.chips: list[QFrame] = []
        self._flow = FlowLayout(self)
        self._none = label("还没有单位", "warn")
        self.add = QToolButton()
        put_icon(self.add, "plus")
        set_words(self.add, "添加单位")
        self.add.clicked.connect(self.add_asked)

    def show_units(self, rows: Sequence[Row]) -> None:
        """Show units: rows with id, name, to_confirm."""
        self.ids = [int(row["id"]) for row in rows]
        focus = QApplication.focusWidget()
        within = focus is not None and any(chip.isAncestorOf(focus) for chip in self.chips)
        while self._flow.takeAt(0) is not None:
            pass
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.chips = [self._make_chip(row, place) for place, row in enumerate(rows)]
        self._none.setVisible(not rows)
        for widget in (*self.chips, self._none, self.add):
            self._flow.addWidget(widget)
            widget.setVisible(widget is not self._none or not rows)
        self.updateGeometry()
        if within:
            # Who took a unit away by the keyboard goes on beside it.
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self, before: QWidget) -> None:
        """Let Tab go from ``before`` through the units to 添加单位."""
        stops = [button for chip in self.chips for button in chip.findChildren(QToolButton)]
        for first, then in pairwise([before, *stops, self.add]):
            QWidget.setTabOrder(first, then)

    def _make_chip(self, row: Row, place: int) -> QFrame:
        chip = QFrame()
        chip.setObjectName("chip")
        line = QHBoxLayout(chip)
        line.setContentsMargins(_IN_CHIP, 0, 0, 0)
        line.setSpacing(0)
        name = QToolButton()
        set_words(name, f"{row['name']}（待确认）" if row["to_confirm"] else str(row["name"]))
        name.setMenu(self._make_menu(name, row, place))
        name.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        line.addWidget(name)
        cross = icon_button("x", f"去掉{row['name']}")
        cross.clicked.connect(partial(self._remove, int(row["id"])))
        line.addWidget(cross)
        return chip

    def _make_menu(self, owner: QWidget, row: Row, place: int) -> QMenu:
        menu, key = QMenu(owner), int(row["id"])
        if place:
            menu.addAction("设为主报单位", partial(self._lead, key))
        if row["to_confirm"]:
            menu.addAction("确认这个单位", partial(self.confirm_asked.emit, key))
        menu.addAction("去掉", partial(self._remove, key))
        return menu

    def _lead(self, key: int) -> None:
        self.changed.emit([key, *(each for each in self.ids if each != key)])

    def _remove(self, key: int) -> None:
        self.changed.emit([each for each in self.ids if each != key])
