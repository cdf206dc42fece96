"""The bar over the lower edge of the window: “已定为不用 3 条　撤销”."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout
from PySide6.QtWidgets import QWidget as Widget

from xinxi_desktop.gui.icons import put_icon
from xinxi_desktop.gui.notify import Notice, Notifier

TOLD_MILLISECONDS = 12_000
_ICONS = {"told": "circle-check", "warn": "triangle-alert", "error": "circle-alert"}
_ROLES = {"told": "ok", "warn": "warn", "error": "danger"}
_MOST = 3
_WIDTH = 640
_GAP = 16


class NoticeFrame(QFrame):
    """One notice: icon, sentence, 撤销 where possible, a cross.

    Signals:
        closed: it is done with, by the person or by time.
    """

    closed = Signal()

    def __init__(self, notice: Notice, parent: Widget) -> None:
        """Show ``notice``; only what was done goes away by itself."""
        super().__init__(parent)
        self.notice = notice
        self.setObjectName("notice")
        icon = QLabel()
        put_icon(icon, _ICONS[notice.kind], _ROLES[notice.kind])
        self.sentence = QLabel(notice.text)
        self.sentence.setWordWrap(True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(icon)
        row.addWidget(self.sentence, 1)
        self.undo = QPushButton("撤销")
        self.undo.setAccessibleName("撤销刚才的操作")
        self.undo.clicked.connect(self.take_back)
        self.undo.setVisible(notice.undo is not None)
        row.addWidget(self.undo)
        if notice.offer is not None:
            more = QPushButton(notice.offer.word)
            more.clicked.connect(notice.offer.act)
            row.addWidget(more)
        row.addWidget(self._cross())
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.closed)
        if notice.kind == "told":
            self._timer.start(TOLD_MILLISECONDS)

    def take_back(self) -> None:
        """Undo what the notice tells of, once."""
        if self.notice.undo is not None:
            self.closed.emit()
            self.notice.undo()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while the pointer is on it."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Count anew when the pointer leaves."""
        if self.notice.kind == "told":
            self._timer.start(TOLD_MILLISECONDS)
        super().leaveEvent(event)

    def _cross(self) -> QToolButton:
        cross = QToolButton()
        cross.setAccessibleName("关闭提示")
        put_icon(cross, "x")
        cross.clicked.connect(self.closed)
        return cross


class NoticeBar(Widget):
    """Floats over ``parent``, above its lower edge; the newest notice is lowest.

    A new “done” replaces the one before; failures stay until closed.
    """

    def __init__(self, notifier: Notifier, parent: Widget) -> None:
        """Listen to ``notifier`` and show what was said before."""
        super().__init__(parent)
        self.frames: list[NoticeFrame] = []
        self._around = parent
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        parent.installEventFilter(self)
        notifier.noticed.connect(self.show_notice)
        self.hide()
        for notice in notifier.take_pending():
            self.show_notice(notice)

    def show_notice(self, notice: Notice) -> None:
        """Add a notice; of those said to be done only the last stays."""
        for frame in list(self.frames):
            if frame.notice.kind == "told" or frame.notice.text == notice.text:
                self._remove(frame)
        while len(self.frames) >= _MOST:
            self._remove(self.frames[0])
        frame = NoticeFrame(notice, self)
        frame.closed.connect(self._close_sender)
        self.frames.append(frame)
        self._column.addWidget(frame)
        self.show()
        self.raise_()
        self._place()

    def undo_last(self) -> bool:
        """Do what 撤销 in the bar would do; False if the bar offers none."""
        for frame in reversed(self.frames):
            if frame.notice.undo is not None:
                frame.take_back()
                return True
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window."""
        if event.type() == QEvent.Type.Resize and watched is self._around:
            self._place()
        return False

    def _close_sender(self) -> None:
        frame = self.sender()
        if isinstance(frame, NoticeFrame):
            self._remove(frame)

    def _remove(self, frame: NoticeFrame) -> None:
        if frame in self.frames:
            self.frames.remove(frame)
            self._column.removeWidget(frame)
            frame.hide()
            frame.deleteLater()
        if self.frames:
            self._place()
        else:
            self.hide()

    def _place(self) -> None:
        around = self._around
        width = min(_WIDTH, around.width() - 2 * _GAP)
        height = self._column.heightForWidth(width)
        height = height if height > 0 else self._column.sizeHint().height()
        self.setGeometry(
            (around.width() - width) // 2, around.height() - height - _GAP, width, height
        )
