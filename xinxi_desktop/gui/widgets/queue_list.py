"""The left zone: saved searches, each with how much waits in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QCursor, QFont, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from xinxi_desktop.gui.tokens import tokens_of

NARROWEST, WIDEST = 180, 220
_KEY = Qt.ItemDataRole.UserRole
_COUNT = Qt.ItemDataRole.UserRole + 1
_HEIGHT = 2.3
_PADDING = 12


@dataclass(frozen=True)
class Queue:
    """One saved search; a queue with an empty key is a heading between groups."""

    key: str
    title: str


class QueueList(QListWidget):
    """Queues with counts; the first is chosen at the start.

    Signals:
        chosen: the key of the queue to show.
    """

    chosen = Signal(str)

    def __init__(self, name: str, queues: Sequence[Queue], parent: QWidget | None = None) -> None:
        """List ``queues``; ``name`` is what a screen reader says."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setMinimumWidth(NARROWEST)
        self.setItemDelegate(QueueDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for queue in queues:
            self._add(queue)
        self.currentItemChanged.connect(self._tell)
        self.choose(next(queue.key for queue in queues if queue.key))

    @property
    def key(self) -> str:
        """The chosen queue's key."""
        item = self.currentItem()
        return str(item.data(_KEY)) if item else ""

    def choose(self, key: str) -> None:
        """Choose a queue."""
        for place in range(self.count()):
            if self.item(place).data(_KEY) == key:
                self.setCurrentRow(place)

    def set_queues(self, queues: Sequence[Queue]) -> None:
        """List other queues; the chosen one stays, or the first is chosen if it is gone."""
        key = self.key
        self.blockSignals(True)
        self.clear()
        for queue in queues:
            self._add(queue)
        self.choose(key)
        self.blockSignals(False)
        if self.key != key:
            self.choose(next(queue.key for queue in queues if queue.key))

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Show how much is in each queue; one without a count shows none."""
        for place in range(self.count()):
            item = self.item(place)
            _show_count(item, counts.get(item.data(_KEY)))

    def add_counts(self, counts: Mapping[str, int]) -> None:
        """Show how much is in some of the queues."""
        for place in range(self.count()):
            item = self.item(place)
            if item.data(_KEY) in counts:
                _show_count(item, counts[item.data(_KEY)])

    def is_hovered(self, row: int) -> bool:
        """Whether the mouse is over a row."""
        if not self.underMouse():
            return False
        return self.indexAt(self.mapFromGlobal(QCursor.pos())).row() == row

    def sizeHint(self) -> QSize:
        """As wide as look.md says."""
        return QSize(WIDEST, super().sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Lay out anew when the text size changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()

    def _add(self, queue: Queue) -> None:
        item = QListWidgetItem(queue.title)
        item.setData(_KEY, queue.key)
        if not queue.key:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.addItem(item)

    def _tell(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(str(item.data(_KEY)))


def _show_count(item: QListWidgetItem, count: int | None) -> None:
    item.setData(_COUNT, count)
    spoken = item.text() if count is None else f"{item.text()}，{count} 条"
    item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)


class QueueDelegate(QStyledItemDelegate):
    """Paints title and count; a heading small and quiet.

    It asks the list what is chosen: the option's state would load every style there is.
    """

    def __init__(self, queues: QueueList) -> None:
        """Paint the rows of ``queues``."""
        super().__init__(queues)
        self._queues = queues

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """A comfortable row."""
        return QSize(NARROWEST, round(QApplication.font().pixelSize() * _HEIGHT))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one queue."""
        tokens = tokens_of(option.palette)
        heading = not index.data(_KEY)
        chosen = self._queues.currentRow() == index.row()
        painter.save()
        if chosen or (not heading and self._queues.is_hovered(index.row())):
            painter.setBackground(tokens.colour("select" if chosen else "hover"))
            painter.eraseRect(option.rect)
        font = QFont(QApplication.font())
        if heading:
            font.setPixelSize(font.pixelSize() - 1)
        font.setWeight(QFont.Weight.DemiBold if chosen else QFont.Weight.Normal)
        painter.setFont(font)
        room = option.rect.adjusted(_PADDING, 0, -_PADDING, 0)
        room = self._paint_count(painter, room, index.data(_COUNT), tokens.colour("secondary"))
        painter.setPen(tokens.colour("secondary" if heading else "text"))
        title = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, title)
        painter.restore()

    def _paint_count(
        self, painter: QPainter, room: QRect, count: int | None, colour: QColor
    ) -> QRect:
        if count is None:
            return room
        text = f"{count:,}"
        painter.setPen(colour)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)
        return room.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(text) - _PADDING, 0)
