"""Asks for the name of a kept search and who sees it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from xinxi_desktop.gui.widgets.basics import label, primary_button
from xinxi_desktop.gui.widgets.whole_height import WholeHeight

_WIDTH = 380
_MARGIN, _GAP = 16, 12


class SearchNameDialog(QDialog):
    """One field and one box; it stays open until the name is taken.

    Signals:
        named: the name, and whether everybody sees the search.
    """

    named = Signal(str, bool)

    def __init__(
        self, title: str, told: str, name: str, shared: bool, parent: QWidget | None = None
    ) -> None:
        """Offer ``name``; ``told`` says what is kept."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.name = QLineEdit(name)
        self.name.setAccessibleName("查询的名称")
        self.name.setPlaceholderText("如：安渡区本月问题")
        self.name.selectAll()
        self.shared = QCheckBox("科室里的人都看得到")
        self.shared.setChecked(shared)
        self.go = primary_button("保存")
        self.cancel = QPushButton("取消")
        self.cancel.setAutoDefault(False)
        self._lay_out(told)
        WholeHeight(self)
        self.go.setDefault(True)
        self.go.clicked.connect(self._tell)
        self.cancel.clicked.connect(self.reject)

    def _lay_out(self, told: str) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        words = label(told, "secondary")
        words.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_GAP)
        column.addWidget(words)
        column.addWidget(self.name)
        column.addWidget(self.shared)
        column.addLayout(buttons)
        self.setMinimumWidth(_WIDTH)

    def _tell(self) -> None:
        self.named.emit(self.name.text(), self.shared.isChecked())
