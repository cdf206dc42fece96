"""Rows that can be dragged: within their list to another place, and out of one list into another."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QMimeData, QObject, Qt, Signal

from xinxi_desktop.gui.models.columns import Column
from xinxi_desktop.gui.models.rows import Fetch, Index, RowModel


class MovableModel(RowModel):
    """A RowModel whose rows carry their ids when dragged.

    ``kind`` names what the ids are of; ``takes`` are the kinds that may be dropped here.

    Signals:
        dropped: kind, ids, and the place (from 0) before which they were dropped.
    """

    dropped = Signal(str, object, int)

    def __init__(
        self,
        columns: Sequence[Column],
        fetch: Fetch,
        kind: str,
        takes: Iterable[str] = (),
        parent: QObject | None = None,
    ) -> None:
        """Begin empty, with dropping forbidden."""
        super().__init__(columns, fetch, parent)
        self.kind, self.takes = kind, tuple(takes)
        self.open = False

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows may be dragged; between rows may be dropped, if the list is open."""
        flags = super().flags(index)
        if index.isValid():
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        elif self.open and self.takes:
            flags |= Qt.ItemFlag.ItemIsDropEnabled
        return flags

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows are copied: the list itself changes when the act is done."""
        return Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        """What may be dropped here."""
        return [_type_of(kind) for kind in self.takes]

    def mimeData(self, indexes: Sequence[Index]) -> QMimeData:
        """The ids of the dragged rows, in the list's order."""
        places = sorted({index.row() for index in indexes})
        data = QMimeData()
        ids = [self.ids[place] for place in places]
        data.setData(_type_of(self.kind), json.dumps(ids).encode())
        return data

    def canDropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, _parent: Index
    ) -> bool:
        """Tell whether what is dragged may be dropped."""
        return self.open and any(data.hasFormat(each) for each in self.mimeTypes())

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Say what was dropped where; on a row means before it."""
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        place = row if row >= 0 else parent.row() if parent.isValid() else len(self.ids)
        kind = next(kind for kind in self.takes if data.hasFormat(_type_of(kind)))
        ids = json.loads(bytes(data.data(_type_of(kind)).data()))
        self.dropped.emit(kind, ids, place)
        return True


def moved(ids: Sequence[int], some: Sequence[int], place: int) -> list[int]:
    """The ids with ``some`` of them moved before what stood at ``place``."""
    before = [key for key in ids[:place] if key not in some]
    after = [key for key in ids[place:] if key not in some]
    return [*before, *some, *after]


def _type_of(kind: str) -> str:
    return f"application/x-xinxi-{kind}"
