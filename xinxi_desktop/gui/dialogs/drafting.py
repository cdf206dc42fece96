"""成稿 from several submissions: put them together into one article, or make one of each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from xinxi_desktop.domain.vocabulary import Disposition
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.form_dialog import FormDialog
from xinxi_desktop.gui.models.columns import Row

_GAP = 8


class DraftingDialog(FormDialog):
    """Asks once how many articles there should be; 综合 begins with one, 拟用 with one each.

    Signals:
        together: make one article of all.
        apart: make one article of each.
    """

    together = Signal()
    apart = Signal()

    def __init__(self, desk: Desk, rows: Sequence[Row], parent: QWidget | None = None) -> None:
        """Ask about ``rows``, the selected submissions."""
        self.one = QRadioButton("合成一篇（综合稿）")
        self.each = QRadioButton(f"各成一篇（共 {len(rows)} 篇）")
        merging = all(row["disposition"] == Disposition.MERGE for row in rows)
        first = self.one if merging else self.each
        first.setChecked(True)
        super().__init__(
            desk,
            "drafting",
            f"选中的 {len(rows)} 条来稿怎样成稿？",
            "成稿",
            body=self._make_body(),
            parent=parent,
        )
        first.setFocus()
        self.filled.connect(self._choose)

    def _make_body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        for choice in (self.each, self.one):
            column.addWidget(choice)
        column.addStretch(1)
        return body

    def _choose(self) -> None:
        if self.one.isChecked():
            self.together.emit()
        else:
            self.apart.emit()
