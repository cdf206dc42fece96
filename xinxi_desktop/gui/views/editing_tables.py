"""Tables in the text of an article: put one in, change its cells, rows and columns."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from xinxi_desktop.domain.document import Table
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.table import TableDialog
from xinxi_desktop.gui.widgets.body_editor import BodyEditor
from xinxi_desktop.gui.widgets.body_menu import NO_PICTURE


class TableActs(QObject):
    """Answers what the editor asks about its tables."""

    def __init__(self, desk: Desk, editor: BodyEditor, window: QWidget) -> None:
        """Listen to ``editor``."""
        super().__init__(window)
        self._desk, self._editor, self._window = desk, editor, window
        editor.table_asked.connect(self.ask)

    def ask(self, position: int = NO_PICTURE) -> None:
        """Change the table at a position, or make a new one below the cursor's paragraph."""
        dialog = TableDialog(self._desk, self._editor.table_at(position), self._window)
        dialog.changed.connect(partial(self._put, position, self._editor.document()))
        dialog.open()

    def _put(self, position: int, document: object, table: Table) -> None:
        if self._editor.document() is document:
            self._editor.put_table(position, table)
