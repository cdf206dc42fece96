"""履历: who did what to one record, and when."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from xinxi_desktop.gui.models.columns import Column, Row, plain
from xinxi_desktop.gui.models.rows import RowModel
from xinxi_desktop.gui.moments import moment
from xinxi_desktop.gui.widgets.basics import label, may_fill_screen
from xinxi_desktop.gui.widgets.list_view import ListView
from xinxi_desktop.settings import Settings

_SIZE = (720, 420)
_MARGIN, _GAP = 16, 12


class RecordDialog(QDialog):
    """A list of acts, newest first; Escape closes it."""

    def __init__(
        self, what: str, acts: Sequence[Row], values: Settings, parent: QWidget | None = None
    ) -> None:
        """Show ``acts`` as services.acts.history gives them."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("履历")
        may_fill_screen(self)
        self._acts = {row["id"]: row for row in acts}
        self.model = RowModel(_COLUMNS, self._fetch, self)
        self.listing = ListView("record", self.model, values)
        self.listing.setAccessibleName("履历")
        self.model.replace([row["id"] for row in acts])
        close = QPushButton("关闭")
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_GAP)
        heading = label(what, "heading")
        heading.setWordWrap(True)
        column.addWidget(heading)
        column.addWidget(self.listing, 1)
        column.addLayout(buttons)
        self.resize(*_SIZE)

    def _fetch(self, ids: Sequence[int]) -> list[Row]:
        return [self._acts[key] for key in ids]


def _what(row: Row) -> str:
    told = row["summary"] or row["name"]
    return f"{told}（后来撤销了）" if row["undone"] else str(told)


_COLUMNS = (
    Column("at", "时间", lambda row: moment(row["at"]), 7),
    Column("person", "谁", plain("person_name"), 6),
    Column("name", "做了什么", plain("name"), 6),
    Column("summary", "结果", _what, 30, stretch=True),
)
