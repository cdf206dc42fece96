"""The strip over the status bar: “已定为不用 3 条　撤销”.

It takes its own room, so that no field ever lies under a notice.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout
from PySide6.QtWidgets import QWidget as Widget

from xinxi_desktop.gui.icons import put_icon
from xinxi_desktop.gui.notify import Notice, Notifier

TOLD_MILLISECONDS = 8_000
MINDED_MILLISECONDS = 15_000
"""How long what was done, and what is to be minded, stays if nothing else takes it away."""

_ICONS = {"told": "circle-check", "warn": "triangle-alert", "error": "circle-alert"}
_ROLES = {"told": "ok", "warn": "warn", "error": "danger"}
_MOST = 3


class NoticeFrame(QFrame):
    """One notice: icon, sentence, 撤销 where possible, a cross.

    Attributes:
        passed: the moment in which it was said is over, so it may make room.
    Signals:
        closed: it is done with, by the person or by time.
    """

    closed = Signal()

    def __init__(self, notice: Notice, parent: Widget) -> None:
        """Show ``notice``; it goes by itself unless it is lasting."""
        super().__init__(parent)
        self.notice = notice
        self.passed = False
        self.setObjectName("notice")
        icon = QLabel()
        put_icon(icon, _ICONS[notice.kind], _ROLES[notice.kind])
        self.sentence = QLabel(notice.text)
        self.sentence.setWordWrap(True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.undo = QPushButton("撤销")
        self.undo.setAccessibleName("撤销刚才的操作")
        self.undo.clicked.connect(self.take_back)
        self.undo.setVisible(notice.undo is not None)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(icon)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.undo)
        self.history = QPushButton("撤销记录")
        self.history.setVisible(notice.undo is not None)
        row.addWidget(self.history)
        if notice.offer is not None:
            more = QPushButton(notice.offer.word)
            more.clicked.connect(notice.offer.act)
            row.addWidget(more)
        row.addWidget(self._cross())
        self._start_timers()

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
        self._count()
        super().leaveEvent(event)

    def _cross(self) -> QToolButton:
        cross = QToolButton()
        cross.setAccessibleName("关闭提示")
        put_icon(cross, "x")
        cross.clicked.connect(self.closed)
        return cross

    def _start_timers(self) -> None:
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._run_out)
        self._count()
        moment = QTimer(self, singleShot=True)
        moment.timeout.connect(self._pass)
        moment.start(0)

    def _count(self) -> None:
        if not self.notice.lasting:
            told = self.notice.kind == "told"
            self._timer.start(TOLD_MILLISECONDS if told else MINDED_MILLISECONDS)

    def _run_out(self) -> None:
        # Who works in another window or dialog has not had the time to read it.
        if self.isActiveWindow():
            self.closed.emit()
        else:
            self._count()

    def _pass(self) -> None:
        self.passed = True


class NoticeBar(Widget):
    """The notices below each other, the newest lowest, each at its full height.

    A new “done” replaces the one before; what was to be minded leaves with ``settle``.

    Signals:
        history_asked: the person wants to see all that can be undone.
    """

    history_asked = Signal()

    def __init__(self, notifier: Notifier, parent: Widget) -> None:
        """Listen to ``notifier`` and show what was said before."""
        super().__init__(parent)
        self.setObjectName("notices")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.frames: list[NoticeFrame] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 4, 8, 4)
        self._column.setSpacing(4)
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
            passing = [frame for frame in self.frames if not frame.notice.lasting]
            self._remove((passing or self.frames)[0])
        frame = NoticeFrame(notice, self)
        frame.closed.connect(self._close_sender)
        frame.history.clicked.connect(self.history_asked)
        self.frames.append(frame)
        self._column.addWidget(frame)
        self.show()

    def settle(self) -> None:
        """Take away what was to be minded before this moment: the person has gone on."""
        for frame in list(self.frames):
            if frame.passed and frame.notice.kind != "told" and not frame.notice.lasting:
                self._remove(frame)

    def undo_last(self) -> bool:
        """Do what 撤销 in the bar would do; False if the bar offers none."""
        for frame in reversed(self.frames):
            if frame.notice.undo is not None:
                frame.take_back()
                return True
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
        self.setVisible(bool(self.frames))
