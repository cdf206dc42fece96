"""接管 between two windows of one file: one asks, the other gives way when it is at rest."""

from __future__ import annotations

import time
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from xinxi_desktop.errors import WorldError
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.main_window import MainWindow
from xinxi_desktop.services import takeover
from xinxi_desktop.services.office import open_office
from xinxi_desktop.services.takeover import Request

_DEAD_LOOKS = 4
"""A request whose beat stands still for so many looks is a dead program's."""

_ACTS = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
    )
)


@dataclass(frozen=True)
class Pace:
    """How often the holder looks, the asker beats, how long the one rests and the other waits."""

    look_milliseconds: int = 2_000
    beat_milliseconds: int = 1_000
    rest_seconds: float = 5.0
    patience_seconds: float = 15.0


class Holding(QObject):
    """Looks for requests while the window holds the file.

    Signals:
        given: who gets the file; nothing is being done or typed in this window.
    """

    given = Signal(str)

    def __init__(self, window: MainWindow, pace: Pace) -> None:
        """Look until the window closes."""
        super().__init__(window)
        self._window, self._pace = window, pace
        self._seen: Request | None = None
        self._still = 0
        self._acted = 0.0
        self._timer = QTimer(self, interval=pace.look_milliseconds)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        window.closed.connect(self._end)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note when something is done in the window; only while somebody asks."""
        if event.type() in _ACTS and self._is_ours(watched):
            self._acted = time.monotonic()
        return False

    def _look(self) -> None:
        path = self._window.desk.office.path
        found = takeover.request(path)
        if found is None:
            self._forget()
        elif self._seen is None or found.id != self._seen.id:
            self._meet(found)
        elif found.beat == self._seen.beat:
            self._still += 1
            if self._still >= _DEAD_LOOKS:
                takeover.withdraw(path, found.id)
                self._forget()
        else:
            self._seen, self._still = found, 0
            if self._at_rest():
                self._timer.stop()
                self._forget()
                self.given.emit(found.who)

    def _meet(self, found: Request) -> None:
        self._forget()
        self._seen, self._acted = found, time.monotonic()
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        self._window.desk.notifier.warn(
            f"{found.who}请您让出工作文件。停手几秒，做过的都会保存，这里改为只能看；不想让出，接着做就行。"
        )

    def _at_rest(self) -> bool:
        resting = time.monotonic() - self._acted >= self._pace.rest_seconds
        if not resting or not self._window.desk.jobs.idle or self._dialog_open():
            return False
        return self._window.keep_typed()

    def _dialog_open(self) -> bool:
        """Whether something half filled in may stand over the window; the help is nothing such."""
        from xinxi_desktop.gui.dialogs.help_window import HelpWindow

        return any(
            isinstance(each, QDialog) and each.isVisible() and self._is_ours(each)
            for each in QApplication.topLevelWidgets()
            if not isinstance(each, HelpWindow)
        )

    def _is_ours(self, watched: QObject) -> bool:
        found = watched if isinstance(watched, QWidget) else None
        while found is not None and found is not self._window:
            found = found.parentWidget()
        return found is not None

    def _forget(self) -> None:
        if self._seen is not None:
            QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        self._seen, self._still = None, 0

    def _end(self) -> None:
        self._timer.stop()
        self._forget()


class Asking(QObject):
    """Asks for the file of a window that may only read, and waits.

    Signals:
        got: the Office, opened for writing.
        ended: it waits no more, with or without.
    """

    got = Signal(object)
    ended = Signal()

    def __init__(self, desk: Desk, pace: Pace, parent: QObject) -> None:
        """Prepare; ``begin`` asks."""
        super().__init__(parent)
        self._desk, self._path = desk, desk.office.path
        self._request = takeover.new_request(desk.office)
        self._until = time.monotonic() + pace.patience_seconds
        self._timer = QTimer(self, interval=pace.beat_milliseconds)
        self._timer.timeout.connect(self._try)

    def begin(self) -> None:
        """Ask, or open the file at once if nobody holds it any more."""
        self._timer.start()
        self._try()

    @property
    def waiting(self) -> bool:
        """Whether the other window may still give way."""
        return self._timer.isActive()

    def stop(self) -> None:
        """Wait no more, and take the request away."""
        if self.waiting:
            self._timer.stop()
            takeover.withdraw(self._path, self._request.id)
            self.ended.emit()

    def _try(self) -> None:
        try:
            office = open_office(self._path)
        except WorldError as error:
            self._wait_on(error)
        else:
            self.stop()
            self.got.emit(office)

    def _wait_on(self, error: WorldError) -> None:
        if error.code != "file_locked":
            self.stop()
            self._desk.notifier.error(error)
        elif time.monotonic() >= self._until:
            self.stop()
            self._desk.notifier.warn(_NOT_GIVEN)
        else:
            self._beat()

    def _beat(self) -> None:
        self._request = self._request.next
        try:
            takeover.put(self._path, self._request)
        except WorldError as refused:
            self.stop()
            self._desk.notifier.error(refused)


_NOT_GIVEN = (
    "对方没有让出：正在做事，或没有应答。这里仍然只能看，什么都没有改动。"
    "请过一会儿再请一次，或当面、打电话说一声。"
)
