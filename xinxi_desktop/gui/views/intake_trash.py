"""The line above the list while the trash is shown: what it means, and 恢复."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from xinxi_desktop.gui.actions import name_key
from xinxi_desktop.gui.widgets.basics import Bar, label


class TrashBar(Bar):
    """Hidden but in the trash.

    Signals:
        restore_asked: take the selected submissions back.
    """

    restore_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin hidden."""
        super().__init__(parent)
        self.restore = QPushButton("恢复")
        name_key(self.restore, "inbox.restore")
        self.add(label("删除的来稿编号仍然保留", "secondary"))
        self.gap()
        self.add(self.restore)
        self.restore.clicked.connect(self.restore_asked)
        self.hide()
