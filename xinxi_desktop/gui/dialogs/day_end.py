"""日清: what came today and before and still has no decision."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from xinxi_desktop.gui.models.columns import Column, Row
from xinxi_desktop.gui.models.rows import RowModel
from xinxi_desktop.gui.widgets.basics import label
from xinxi_desktop.gui.widgets.list_view import ListView
from xinxi_desktop.settings import Settings

_SIZE = (820, 480)
_MARGIN, _GAP = 16, 12


class DayEndDialog(QDialog):
    """Oldest first; Enter or a double click goes to one, Escape closes.

    Signals:
        asked: the id of a submission to go to.
    """

    asked = Signal(int)

    def __init__(
        self,
        ids: Sequence[int],
        columns: Sequence[Column],
        fetch: Callable[[Sequence[int]], list[Row]],
        values: Settings,
        parent: QWidget | None = None,
    ) -> None:
        """List the submissions ``ids``; ``fetch`` reads their rows."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("日清")
        self.told = label(
            f"还有 {len(ids)} 条来稿没有定去向。双击或按回车去处理。"
            if ids
            else "今天的来稿都有去向了。",
            "heading",
        )
        self.model = RowModel(tuple(columns), fetch, self)
        self.listing = ListView("inbox.day_end", self.model, values)
        self.listing.setAccessibleName("没有定去向的来稿")
        self.model.replace(ids)
        self.listing.setVisible(bool(ids))
        self.listing.select_ids(ids[:1])
        self.listing.activated_id.connect(self._go)
        self._lay_out(bool(ids))

    def _lay_out(self, any_left: bool) -> None:
        self.go = QPushButton("去处理")
        self.go.setVisible(any_left)
        self.go.clicked.connect(self._go_to_current)
        close = QPushButton("关闭")
        close.clicked.connect(self.reject)
        for button in (self.go, close):
            button.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.go)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_GAP)
        column.addWidget(self.told)
        column.addWidget(self.listing, 1)
        column.addLayout(buttons)
        if any_left:
            self.resize(*_SIZE)
            self.listing.setFocus()

    def _go_to_current(self) -> None:
        self._go(self.listing.current_id())

    def _go(self, key: int) -> None:
        if key:
            self.accept()
            self.asked.emit(key)
