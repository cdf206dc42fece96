"""Asks why a submission is not used: one key from the office's fixed list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from xinxi_desktop.domain.vocabulary import RejectReason
from xinxi_desktop.gui.widgets.basics import label, primary_button

_KEYS = "1234567890"
_MARGIN, _GAP = 16, 12
_ROW = 2.1
_WIDTH = 320


class ReasonDialog(QDialog):
    """Ten reasons, numbered; a digit takes one at once.

    Signals:
        chosen: the reason's word.
    """

    chosen = Signal(str)

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        """Ask for ``count`` submissions."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("不用的理由")
        self.listing = QListWidget()
        self.listing.setAccessibleName("不用的理由")
        for key, reason in zip(_KEYS, RejectReason, strict=True):
            item = QListWidgetItem(f"{key}　{reason.label}")
            item.setSizeHint(QSize(0, self._row()))
            self.listing.addItem(item)
        self.listing.setCurrentRow(0)
        self.go = primary_button("定为不用")
        self.cancel = QPushButton("取消")
        self.cancel.setAutoDefault(False)
        self._lay_out(count)
        self.go.clicked.connect(self._take_current)
        self.cancel.clicked.connect(self.reject)
        self.listing.doubleClicked.connect(self._take_index)
        self.listing.installEventFilter(self)
        self.listing.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A digit is a decision; the list itself would only search for it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            pressed = event.text()
            if pressed and pressed in _KEYS:
                self._take(_KEYS.index(pressed))
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self, count: int) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_GAP)
        column.addWidget(label(f"{count} 条来稿不用，理由是：", "heading"))
        column.addWidget(self.listing)
        column.addWidget(label("按数字键直接选定。", "secondary"))
        column.addLayout(buttons)
        self.go.setDefault(True)
        self.listing.setFixedHeight(self._row() * len(_KEYS))
        self.setMinimumWidth(_WIDTH)

    def _row(self) -> int:
        return round(self.fontInfo().pixelSize() * _ROW)

    def _take_index(self, index: QModelIndex) -> None:
        self._take(index.row())

    def _take_current(self) -> None:
        self._take(self.listing.currentRow())

    def _take(self, place: int) -> None:
        self.chosen.emit(list(RejectReason)[place].label)
        self.accept()
