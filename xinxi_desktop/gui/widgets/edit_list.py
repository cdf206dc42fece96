"""A list of edits with their context, each to be ticked off: a preview before anything changes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from xinxi_desktop.domain.passages import Edit
from xinxi_desktop.gui.tokens import tokens_of

_ROLE = Qt.ItemDataRole.UserRole
_CONTEXT = 14
_ROW = 2.1
_GAP = 10
_TICKED = Qt.CheckState.Checked
_SIGNS = str.maketrans({" ": "␣", "\u00a0": "␣", "\u3000": "□", "\t": "→"})
"""Blanks that come or go must be seen."""


class EditList(QListWidget):
    """Shows edits; those that are ticked are wanted.

    Signals:
        ticked: an edit was ticked or unticked.
    """

    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.setItemDelegate(_Painter(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._edits: list[Edit] = []
        self.itemChanged.connect(lambda _item: self.ticked.emit())

    def show_edits(self, edits: Sequence[Edit]) -> None:
        """Show other edits, all of them ticked."""
        self._edits = list(edits)
        self.blockSignals(True)
        self.clear()
        for edit in edits:
            item = QListWidgetItem(told(edit))
            item.setData(_ROLE, edit)
            item.setCheckState(_TICKED)
            self.addItem(item)
        self.blockSignals(False)
        self.setCurrentRow(0)
        self.ticked.emit()

    def wanted(self) -> list[Edit]:
        """The edits that are ticked."""
        return [
            edit for row, edit in enumerate(self._edits) if self.item(row).checkState() is _TICKED
        ]

    def current(self) -> Edit | None:
        """The edit in whose row one is."""
        row = self.currentRow()
        return self._edits[row] if 0 <= row < len(self._edits) else None

    def tick_all(self, wanted: bool) -> None:
        """Tick all, or none."""
        self.blockSignals(True)
        for row in range(self.count()):
            self.item(row).setCheckState(_TICKED if wanted else Qt.CheckState.Unchecked)
        self.blockSignals(False)
        self.viewport().update()
        self.ticked.emit()


class _Painter(QStyledItemDelegate):
    """Paints context quietly, what goes struck through and what comes underlined."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Let the style paint ground and box, then the words."""
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        style, widget = QApplication.style(), shown.widget
        room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, shown, widget)
        box = style.subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, shown, widget)
        room.setLeft(box.right() + _GAP)
        room.setRight(shown.rect.right() - _GAP)
        shown.text = ""
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, widget)
        painter.save()
        painter.setClipRect(room)
        for role, text, strike, line in _parts(index.data(_ROLE)):
            font = QFont(shown.font)
            font.setStrikeOut(strike)
            font.setUnderline(line)
            painter.setFont(font)
            painter.setPen(tokens_of(QApplication.palette()).colour(role))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), text)
            room = QRect(room)
            room.setLeft(room.left() + painter.fontMetrics().horizontalAdvance(text))
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Rows as high as in other lists."""
        size = super().sizeHint(option, index)
        return QSize(size.width(), round(QApplication.font().pixelSize() * _ROW))


def _parts(edit: Edit) -> list[tuple[str, str, bool, bool]]:
    """Give what to paint: colour, words, struck through, underlined."""
    text, change = edit.passage.text, edit.change
    before = text[max(0, change.start - _CONTEXT) : change.start]
    after = text[change.end : change.end + 2 * _CONTEXT]
    why = f"　{change.why}" if change.why else ""
    lead = "…" if change.start > _CONTEXT else ""
    return [
        ("secondary", f"{edit.passage.name}{why}　", False, False),
        ("text", lead + before, False, False),
        ("danger", edit.old.translate(_SIGNS), True, False),
        ("ok", change.new.translate(_SIGNS), False, True),
        ("text", after, False, False),
    ]


def told(edit: Edit) -> str:
    """An edit in words, for who hears the list."""
    what = f"改为“{edit.change.new}”" if edit.change.new else "删去"
    return f"{edit.passage.name}：“{edit.old}”{what}"
