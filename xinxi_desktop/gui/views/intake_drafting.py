"""成稿: an article of what is selected in 收稿, or one of each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.models.columns import Row
from xinxi_desktop.gui.widgets.list_view import ListView


class Drafting(QObject):
    """Acts for a view on what is selected in its list.

    Signals:
        drafted: the id of the article that was made of all that was selected.
        done: one article was made of each.
    """

    drafted = Signal(int)
    done = Signal()

    def __init__(self, desk: Desk, view: QWidget, listing: ListView) -> None:
        """Acts are told as done by ``view``."""
        super().__init__(view)
        self._desk, self._view, self._listing = desk, view, listing

    def draft(self) -> None:
        """Make the article; with several selected ask whether one of all or one of each."""
        rows = sorted(self._listing.rows.rows_of(self._listing.selected_ids()), key=_received)
        ids = [row["id"] for row in rows]
        if len(rows) < 2:
            self._draft_together(ids)
            return
        from xinxi_desktop.gui.dialogs.drafting import DraftingDialog

        dialog = DraftingDialog(self._desk, rows, self._view)
        dialog.together.connect(partial(self._draft_together, ids))
        dialog.apart.connect(partial(self._draft_apart, ids))
        dialog.open()

    def _draft_together(self, ids: Sequence[int]) -> None:
        from xinxi_desktop.services.articles import create_article

        changes = self._desk.do(partial(create_article, self._desk.office, ids), self._view)
        if changes is not None:
            self.drafted.emit(changes.id)

    def _draft_apart(self, ids: Sequence[int]) -> None:
        from xinxi_desktop.services.articles import create_articles

        if self._desk.do(partial(create_articles, self._desk.office, ids), self._view) is not None:
            self.done.emit()


def _received(row: Row) -> tuple[int, int]:
    return row["year"], row["number"]
