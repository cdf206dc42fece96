"""Ctrl+K: one field at the top that finds anything; its results float below it.

The results are a plain child of the window, never a Popup: a Popup takes the keyboard from
an input method. Only committed text searches, never the letters being composed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from xinxi_desktop.gui.jobs import Control, Jobs
from xinxi_desktop.gui.moments import moment
from xinxi_desktop.gui.tokens import tokens_of
from xinxi_desktop.gui.widgets.basics import label

if TYPE_CHECKING:
    from xinxi_desktop.services.search import Found

Search = Callable[..., "Sequence[Found]"]
"""Takes the words, and a kind of which all is wanted."""

KINDS = {"submission": "来稿", "article": "稿件", "issue": "刊期", "unit": "单位"}
_FOUND = Qt.ItemDataRole.UserRole
_WAIT_MILLISECONDS = 150
_WIDTH = 560
_ROW_HEIGHT = 3.6
_HEAD_HEIGHT = 2.0
_MOST_HEIGHT = 33
_PADDING = 12


class SearchBox(QLineEdit):
    """The field and its results.

    Signals:
        chosen: kind and id of what the person picked.
    """

    chosen = Signal(str, int)

    def __init__(self, search: Search, jobs: Jobs, window: QWidget) -> None:
        """Search with ``search`` in a job; results float over ``window``."""
        super().__init__(window)
        self.setPlaceholderText("编号、标题、词语、校验码（Ctrl+K）")
        self.setAccessibleName("查找")
        self.setClearButtonEnabled(True)
        self._search, self._jobs = search, jobs
        self._asked = ""
        self._come_from: QWidget | None = None
        self._clicked_in = False
        self.results = FoundFrame(window)
        self.results.listing.itemClicked.connect(self._take)
        self._timer = QTimer(self, singleShot=True, interval=_WAIT_MILLISECONDS)
        self._timer.timeout.connect(lambda: self._ask())
        self.textChanged.connect(self._wait)

    def start(self) -> None:
        """Take the focus, ready to type over what was there."""
        self._come_from = QApplication.focusWidget() if not self.hasFocus() else self._come_from
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        if self.text().strip():
            self._ask()

    def sizeHint(self) -> QSize:
        """Room for what one types."""
        return QSize(QApplication.font().pixelSize() * 20, super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go through the results, Enter takes one, Escape closes."""
        listing = self.results.listing
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.results.isVisible():
            self.results.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(listing.currentItem() if self.results.isVisible() else None)
        elif key == Qt.Key.Key_Escape:
            self.close_results()
            self._go_back()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click that brings the focus chooses the old words, as the key does."""
        super().mousePressEvent(event)
        if self._clicked_in:
            self._clicked_in = False
            self.selectAll()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hear of a click before it sets the cursor."""
        super().focusInEvent(event)
        self._clicked_in = event.reason() == Qt.FocusReason.MouseFocusReason

    def _go_back(self) -> None:
        """Give the focus back to where the key was pressed, so that its keys go on working."""
        before, self._come_from = self._come_from, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus()
        else:
            self.window().setFocus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the results when the person goes elsewhere, but not for a click on them."""
        super().focusOutEvent(event)
        if not self.results.underMouse():
            self.close_results()

    def close_results(self) -> None:
        """Take the results away."""
        self._asked = ""
        self._timer.stop()
        self.results.hide()

    def _wait(self) -> None:
        self._timer.start()

    def _ask(self, *kind: str) -> None:
        words = self.text().strip()
        if not words:
            self.close_results()
            return

        self._asked = words

        def work(_control: Control) -> Sequence[Found]:
            return self._search(words, *kind)

        self._jobs.run(work, partial(self._show, words))

    def _show(self, words: str, found: Sequence[Found]) -> None:
        # A slower answer to an earlier question, or after closing, comes too late.
        if words == self._asked:
            self.results.show_found(words, found, self)

    def _take(self, item: QListWidgetItem | None) -> None:
        found: Found | None = item.data(_FOUND) if item is not None else None
        if found is None:
            return
        if not found.id:
            self._ask(found.kind)
            return
        self.close_results()
        self.chosen.emit(found.kind, found.id)


class FoundFrame(QFrame):
    """The floating results."""

    def __init__(self, window: QWidget) -> None:
        """Begin hidden."""
        super().__init__(window)
        self._window = window
        self.setObjectName("found")
        self.listing = QListWidget()
        self.listing.setAccessibleName("查找结果")
        self.listing.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.listing.setItemDelegate(FoundDelegate(self.listing))
        self.listing.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = label("", "secondary")
        self.nothing.setContentsMargins(_PADDING, 8, _PADDING, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 4, 1, 4)
        column.addWidget(self.nothing)
        column.addWidget(self.listing)
        self.hide()

    def step(self, way: int) -> None:
        """Go to the next or the last result, past the headings."""
        place = self.listing.currentRow() + way
        while 0 <= place < self.listing.count():
            if self.listing.item(place).data(_FOUND) is not None:
                self.listing.setCurrentRow(place)
                return
            place += way

    def show_found(self, words: str, found: Sequence[Found], field: QWidget) -> None:
        """List what was found below ``field``, under a heading for each kind."""
        self.listing.clear()
        kinds = Counter(each.kind for each in found if each.id)
        for kind, some in groupby(found, key=lambda each: each.kind):
            self._head(f"{KINDS.get(kind, '')} {kinds[kind]}")
            for each in some:
                self._add(each)
        self.nothing.setText(f"没有找到“{words}”。可以换个词，或只输编号。")
        self.nothing.setVisible(not found)
        self.listing.setVisible(bool(found))
        self.listing.setCurrentRow(1 if found else -1)
        text = QApplication.font().pixelSize()
        whole = sum(kinds.values())
        lines = len(found) - whole + len(kinds)
        wanted = round(text * (whole * _ROW_HEIGHT + lines * _HEAD_HEIGHT))
        most = min(round(text * _MOST_HEIGHT), round(self._window.height() * 0.8))
        height = min(wanted, most) + 10 if found else self.nothing.sizeHint().height() + 10
        corner = field.mapTo(self._window, field.rect().bottomRight())
        self.setGeometry(QRect(corner.x() - _WIDTH, corner.y() + 4, _WIDTH, height))
        self.show()
        self.raise_()

    def _head(self, words: str) -> None:
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.listing.addItem(item)

    def _add(self, found: Found) -> None:
        item = QListWidgetItem(found.title)
        item.setData(_FOUND, found)
        spoken = f"{KINDS.get(found.kind, '')} {found.number} {found.title}"
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        self.listing.addItem(item)


class FoundDelegate(QStyledItemDelegate):
    """Paints a result: title and date above, kind, number and snippet below."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Two lines, a heading and the line for the rest one."""
        found: Found | None = index.data(_FOUND)
        rows = _ROW_HEIGHT if found is not None and found.id else _HEAD_HEIGHT
        return QSize(0, round(QApplication.font().pixelSize() * rows))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one result, or the heading of its kind."""
        found: Found | None = index.data(_FOUND)
        tokens = tokens_of(option.palette)
        if found is None:
            _paint_head(painter, option.rect, str(index.data()), tokens.colour("secondary"))
            return
        from PySide6.QtWidgets import QStyle  # brings every style along, which a start can spare

        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, tokens.colour("select"))
        if not found.id:
            _paint_head(painter, option.rect, found.title, tokens.colour("text"))
            return
        box = option.rect.adjusted(_PADDING, 6, -_PADDING, -6)
        upper = QRect(box.left(), box.top(), box.width(), box.height() // 2)
        lower = upper.translated(0, box.height() // 2)
        painter.save()
        painter.setFont(QApplication.font())
        date = moment(found.date)
        room = upper.width() - painter.fontMetrics().horizontalAdvance(date) - _PADDING
        painter.setPen(tokens.colour("text"))
        _write(painter, upper.adjusted(0, 0, room - upper.width(), 0), found.title)
        painter.setPen(tokens.colour("secondary"))
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, date)
        small = QFont(QApplication.font())
        small.setPixelSize(small.pixelSize() - 1)
        painter.setFont(small)
        parts = (found.number, found.snippet)
        _write(painter, lower, "　".join(part for part in parts if part))
        painter.restore()


def _paint_head(painter: QPainter, box: QRect, words: str, colour: QColor) -> None:
    painter.save()
    small = QFont(QApplication.font())
    small.setPixelSize(small.pixelSize() - 1)
    painter.setFont(small)
    painter.setPen(colour)
    _write(painter, box.adjusted(_PADDING, 0, -_PADDING, 0), words)
    painter.restore()


def _write(painter: QPainter, box: QRect, text: str) -> None:
    fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, fitting)
