"""Picks a unit from the register by typing part of its name or alias."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from xinxi_desktop.gui.models.columns import Row
from xinxi_desktop.gui.widgets.basics import label, primary_button

_ID = Qt.ItemDataRole.UserRole
_WIDTH = 440
_FEWEST, _MOST, _AROUND = 4, 11, 13
_MARGIN, _GAP = 16, 12
_ROW = 2.1


class ChooseUnitDialog(QDialog):
    """A field and the units that hold its words; arrows and Enter are enough.

    Signals:
        chosen: the unit's id and name; id 0 for a name that is not in the register.
    """

    chosen = Signal(int, str)

    def __init__(
        self,
        title: str,
        units: Sequence[Row],
        verb: str,
        *,
        new_verb: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Offer ``units`` (id, name, aliases); ``new_verb`` lets a name be given that none has."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._units, self._verb, self._new_verb = tuple(units), verb, new_verb
        self.words = QLineEdit()
        self.words.setPlaceholderText("输入名称或简称中的几个字")
        self.words.setAccessibleName("单位名称")
        self.listing = QListWidget()
        self.listing.setAccessibleName("单位")
        self.listing.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.go = primary_button(verb)
        self.cancel = QPushButton("取消")
        self.cancel.setAutoDefault(False)
        self._lay_out(title)
        self.words.textChanged.connect(self._filter)
        self.listing.itemDoubleClicked.connect(self._take)
        self.listing.currentRowChanged.connect(self._name_verb)
        self.go.clicked.connect(self._take)
        self.cancel.clicked.connect(self.reject)
        self._filter()
        self.words.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go through the list while the field keeps the cursor."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        elif self.listing.count():
            place = self.listing.currentRow() + step
            self.listing.setCurrentRow(max(0, min(self.listing.count() - 1, place)))

    def _lay_out(self, title: str) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_GAP)
        column.addWidget(label(title, "heading"))
        column.addWidget(self.words)
        column.addWidget(self.listing, 1)
        column.addLayout(buttons)
        self.go.setDefault(True)
        rows = min(max(len(self._units), _FEWEST), _MOST)
        self.resize(_WIDTH, round(self.fontInfo().pixelSize() * (_ROW * rows + _AROUND)))

    def _filter(self) -> None:
        words = self.words.text().strip()
        self.listing.clear()
        for row in self._units:
            if words in row["name"] or words in (row.get("aliases") or ""):
                item = QListWidgetItem(row["name"])
                item.setData(_ID, row["id"])
                item.setSizeHint(QSize(0, round(self.fontInfo().pixelSize() * _ROW)))
                self.listing.addItem(item)
        if self.listing.count() and (words or not self._new_verb):
            self.listing.setCurrentRow(0)
        self._name_verb()

    def _name_verb(self) -> None:
        chosen, new = self.listing.currentItem() is not None, self._new_name()
        self.go.setText(self._verb if chosen or not new else self._new_verb)
        self.go.setEnabled(chosen or bool(new))

    def _new_name(self) -> str:
        return self.words.text().strip() if self._new_verb else ""

    def _take(self) -> None:
        item = self.listing.currentItem()
        if item is not None:
            self.chosen.emit(int(item.data(_ID)), item.text())
        elif self._new_name():
            self.chosen.emit(0, self._new_name())
        else:
            return
        self.accept()
