"""What is said at the foot of the window: “已定为不用 3 条　撤销”.

The status bar keeps the room for it always, so nothing moves when it comes or goes, and no
field lies under it. Only what is too long for two lines grows upwards over the view, for a while.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton
from PySide6.QtWidgets import QWidget as Widget

from xinxi_desktop.gui.icons import put_icon
from xinxi_desktop.gui.notify import Notice, Notifier

TOLD_MILLISECONDS = 8_000
MINDED_MILLISECONDS = 15_000
"""How long what was done, and what is to be minded, stays if nothing else takes it away.

What offers 撤销 stays until the next act: it is in nobody's way.
"""

_ICONS = {"told": "circle-check", "warn": "triangle-alert", "error": "circle-alert"}
_ROLES = {"told": "ok", "warn": "warn", "error": "danger"}
_MOST = 3
_LINES, _AIR, _GAP = 2, 4, 8
_LEAST_CHARACTERS = 12
"""Room for so many beside another notice, else they stand below each other."""
_LEAST_ROOM = 24
"""Characters; where the status bar leaves less, a notice lies over the whole of its left."""


class NoticeFrame(QFrame):
    """One notice: icon, sentence, 撤销 where possible, a cross.

    Attributes:
        passed: the moment in which it was said is over, so it may make room.
        moment: what was said together bears one number; later moments have higher ones.
    Signals:
        closed: it is done with, by the person or by time.
    """

    closed = Signal()

    def __init__(self, notice: Notice, parent: Widget) -> None:
        """Show ``notice``; it goes by itself unless it is lasting."""
        super().__init__(parent)
        self.notice = notice
        self.passed = False
        self.moment = 0
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
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 4, 0)
        row.setSpacing(_GAP)
        row.addWidget(icon)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.undo)
        for offer in notice.offers:
            more = QPushButton(offer.word)
            more.clicked.connect(offer.act)
            row.addWidget(more)
        row.addWidget(self._cross())
        self._start_timers()

    @property
    def whole(self) -> int:
        """The width at which the sentence stands on one line."""
        return self.bare + self.sentence.fontMetrics().horizontalAdvance(self.notice.text) + _GAP

    @property
    def bare(self) -> int:
        """The width of all but the sentence."""
        return self._row.minimumSize().width() - self.sentence.minimumSizeHint().width()

    def height_for(self, width: int) -> int:
        """The height at which the whole sentence can be read."""
        self.ensurePolished()
        return self._row.totalHeightForWidth(width)

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
        if not self.notice.lasting and self.notice.undo is None:
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


class NoticeRoom(Widget):
    """The room that the status bar keeps for notices: two lines, whatever the text size.

    Signals:
        moved: it lies elsewhere now, or is of another size.
    """

    moved = Signal()

    def __init__(self, parent: Widget | None = None) -> None:
        """Take what the other parts of the status bar leave."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Two lines high; the width is what is left."""
        return QSize(0, _LINES * self.fontMetrics().lineSpacing() + _AIR)

    def minimumSizeHint(self) -> QSize:
        """Keep the height."""
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        """Tell whoever lies on it."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.FontChange):
            self.moved.emit()
        return super().event(event)


class NoticeBar(Widget):
    """The notices beside each other in the room kept for them, the newest at the right.

    A new “done” replaces the one before; what was to be minded leaves with ``settle``. Where
    several need more height than is kept, the newest stands there and a button tells how many
    older ones there are: only whoever presses it lets them grow over the view.
    """

    def __init__(self, notifier: Notifier, room: NoticeRoom, parent: Widget) -> None:
        """Listen to ``notifier`` and show, over ``room``, what was said before."""
        super().__init__(parent)
        self.setObjectName("notices")
        self.frames: list[NoticeFrame] = []
        self._unfolded = False
        self._moment = 0
        self.rest = QPushButton(self)
        self.rest.setAccessibleName("其他提示")
        self.rest.clicked.connect(self._unfold)
        self.rest.hide()
        self._room, self._window = room, parent
        room.moved.connect(self._arrange)
        parent.installEventFilter(self)
        notifier.noticed.connect(self.show_notice)
        self.hide()
        for notice in notifier.take_pending():
            self.show_notice(notice)

    def show_notice(self, notice: Notice) -> None:
        """Add a notice; of those said to be done only the last stays."""
        for frame in list(self.frames):
            overtaken = notice.kind == frame.notice.kind == "told"
            if overtaken or frame.notice.text == notice.text:
                self._remove(frame)
        while len(self.frames) >= _MOST:
            passing = [frame for frame in self.frames if not frame.notice.lasting]
            self._remove((passing or self.frames)[0])
        frame = NoticeFrame(notice, self)
        self._moment += all(each.passed for each in self.frames)
        frame.moment = self._moment
        frame.closed.connect(self._close_sender)
        self.frames.append(frame)
        self._unfolded = False
        self.show()
        self._arrange()

    def settle(self) -> None:
        """Take away what was to be minded before this moment: the person has gone on."""
        for frame in list(self.frames):
            if frame.passed and frame.notice.kind != "told" and not frame.notice.lasting:
                self._remove(frame)

    def leave_page(self) -> None:
        """Take away what was done on the page that is left; what is to be minded stays."""
        for frame in list(self.frames):
            if frame.passed and frame.notice.kind == "told":
                self._remove(frame)

    def undo_last(self) -> bool:
        """Do what 撤销 in the bar would do; False if the bar offers none."""
        for frame in reversed(self.frames):
            if frame.notice.undo is not None:
                frame.take_back()
                return True
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window: its size, and a text size that changes while a notice is shown."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._arrange()
        return False

    def _arrange(self) -> None:
        """Lie on the room kept; what needs more height grows upwards."""
        if not self.frames:
            return
        line = self.fontMetrics().horizontalAdvance("字")
        place = QRect(self._room.mapTo(self._window, QPoint(0, 0)), self._room.size())
        if place.width() < _LEAST_ROOM * line:
            # Over a part of the file's name and the person it would cut a letter in two.
            place.setLeft(0)
        least = place.height() - _AIR
        shown, boxes = self._choose(place.width(), least, _LEAST_CHARACTERS * line)
        if boxes[-1].bottom() >= least:
            # Who grows over the view is lower for lying over all of the status bar's left.
            place.setLeft(0)
            shown, boxes = self._choose(place.width(), least, _LEAST_CHARACTERS * line)
        height = max(place.height(), boxes[-1].bottom() + 1 + _AIR // 2)
        self.setGeometry(place.left(), place.bottom() + 1 - height, place.width(), height)
        over = height - place.height()
        for frame, box in zip(shown, boxes, strict=True):
            frame.setGeometry(box if over else box.translated(0, _AIR // 2))
        for frame in self.frames:
            frame.setVisible(frame in shown)
        self._tell_rest(len(self.frames) - len(shown), height)
        self.raise_()

    def _choose(self, room: int, least: int, text: int) -> tuple[list[NoticeFrame], list[QRect]]:
        """Choose which notices are shown, and where."""
        shown = list(self.frames)
        boxes = _boxes(shown, room, least, text)
        while len(shown) > 1 and not self._unfolded and boxes[-1].bottom() >= least:
            shown.remove(min(shown, key=_fold_order))
            left = self._rest_width(len(self.frames) - len(shown)) + _GAP
            boxes = [box.translated(left, 0) for box in _boxes(shown, room - left, least, text)]
        return shown, boxes

    def _rest_width(self, count: int) -> int:
        self.rest.setText(f"另有 {count} 条")
        self.rest.ensurePolished()
        return self.rest.sizeHint().width()

    def _tell_rest(self, count: int, height: int) -> None:
        self.rest.setVisible(count > 0)
        if count:
            size = QSize(self._rest_width(count), self.rest.sizeHint().height())
            self.rest.setGeometry(QRect(QPoint(0, (height - size.height()) // 2), size))

    def _unfold(self) -> None:
        self._unfolded = True
        self._arrange()

    def _close_sender(self) -> None:
        frame = self.sender()
        if isinstance(frame, NoticeFrame):
            self._remove(frame)

    def _remove(self, frame: NoticeFrame) -> None:
        if frame in self.frames:
            self.frames.remove(frame)
            frame.hide()
            frame.deleteLater()
        self.setVisible(bool(self.frames))
        self._arrange()


def _fold_order(frame: NoticeFrame) -> tuple[int, bool]:
    """The older folds first; of what one act said, that it was done before what to mind."""
    return frame.moment, frame.notice.kind != "told"


def _boxes(frames: Sequence[NoticeFrame], room: int, least: int, text: int) -> list[QRect]:
    """Give each notice its place: as low as can be, with room of ``text`` for its words."""
    below = _below(frames, room, least)
    spare = room - sum(frame.bare for frame in frames) - _GAP * (len(frames) - 1)
    if spare < text * len(frames):
        return below
    beside = _beside(frames, spare, least)
    return min(beside, below, key=lambda boxes: boxes[-1].bottom())


def _beside(frames: Sequence[NoticeFrame], spare: int, least: int) -> list[QRect]:
    texts = _shares([frame.whole - frame.bare for frame in frames], spare)
    widths = [frame.bare + words for frame, words in zip(frames, texts, strict=True)]
    height = max(
        least, *(frame.height_for(width) for frame, width in zip(frames, widths, strict=True))
    )
    lefts = [sum(widths[:place]) + _GAP * place for place in range(len(frames))]
    return [QRect(left, 0, width, height) for left, width in zip(lefts, widths, strict=True)]


def _shares(wanted: Sequence[int], room: int) -> list[int]:
    """Share room out: who wants less than an equal part leaves the rest to the others."""
    given, left = [0] * len(wanted), room
    for done, place in enumerate(sorted(range(len(wanted)), key=lambda each: wanted[each])):
        given[place] = min(wanted[place], left // (len(wanted) - done))
        left -= given[place]
    return given


def _below(frames: Sequence[NoticeFrame], room: int, least: int) -> list[QRect]:
    heights = [max(least, frame.height_for(room)) for frame in frames]
    tops = [sum(heights[:place]) + _GAP // 2 * place for place in range(len(frames))]
    return [QRect(0, top, room, height) for top, height in zip(tops, heights, strict=True)]
