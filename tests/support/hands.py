"""What a person does at the window: typing with an input method, dragging, copying files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from xinxi_desktop.gui.widgets.list_view import ListView
from xinxi_desktop.gui.widgets.queue_list import QueueList

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
D = TypeVar("D", bound=QDialog)


def focused() -> QWidget:
    """Where keys go now."""
    widget = QApplication.focusWidget() or QApplication.activeWindow()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key wherever the focus is."""
    QTest.keyClick(focused(), key, modifier)


def click(widget: QWidget) -> None:
    """Click the middle of a widget."""
    QTest.mouseClick(widget, LEFT)


def write(words: str) -> None:
    """Type with an input method into what has the focus: only whole words arrive."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(focused(), event)


def compose(letters: str) -> None:
    """Type letters that the input method has not turned into words yet."""
    QApplication.sendEvent(focused(), QInputMethodEvent(letters, []))


def files(paths: Sequence[Path]) -> QMimeData:
    """What the file manager drags or copies."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drag_over(widget: QWidget, data: QMimeData) -> bool:
    """Drag something over a widget and tell whether it would be taken."""
    event = QDragEnterEvent(
        QPoint(20, 20), Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def drag_away(widget: QWidget) -> None:
    """Drag what was over a widget away from it."""
    QApplication.sendEvent(widget, QDragLeaveEvent())


def drop(widget: QWidget, data: QMimeData, at: QPoint = QPoint(20, 20)) -> None:  # noqa: B008
    """Drag something onto a widget and let go."""
    if drag_over(widget, data):
        event = QDropEvent(
            QPointF(at), Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(widget, event)


def dialog(qtbot: QtBot, kind: type[D]) -> D:
    """The dialog that has just opened, once it takes keys."""

    def found() -> D | None:
        shown = QApplication.activeWindow()
        return shown if isinstance(shown, kind) else None

    qtbot.waitUntil(lambda: found() is not None)
    made = found()
    assert made is not None
    return made


def pick(qtbot: QtBot, path: Path) -> None:
    """Type a path into the file dialog that has just opened, and take it."""
    chooser = dialog(qtbot, QFileDialog)
    field = chooser.findChild(QLineEdit, "fileNameEdit")
    assert field is not None
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, str(path))
    QTest.keyClick(field, Qt.Key.Key_Return)


def choose_queue(queues: QueueList, title: str) -> None:
    """Click the queue called ``title``."""
    (place,) = (row for row in range(queues.count()) if queues.item(row).text() == title)
    at = queues.visualItemRect(queues.item(place)).center()
    QTest.mouseClick(queues.viewport(), LEFT, pos=at)


def choose_row(listing: ListView, key: int) -> None:
    """Click the row of the record ``key``."""
    at = listing.visualRect(listing.rows.index(listing.rows.place_of(key) or 0, 0)).center()
    QTest.mouseClick(listing.viewport(), LEFT, pos=at)


def choose_item(listing: QListWidget, row: int) -> None:
    """Click a row of a plain list."""
    at = listing.visualItemRect(listing.item(row)).center()
    QTest.mouseClick(listing.viewport(), LEFT, pos=at)


def column(listing: ListView, key: str) -> list[str]:
    """What a column of a list shows, from the top."""
    model = listing.rows
    (place,) = (n for n, each in enumerate(model.columns) if each.key == key)
    return [str(model.index(row, place).data()) for row in range(model.rowCount())]
