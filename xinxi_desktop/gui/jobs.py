"""Runs long work beside the window: the only door to the thread pool.

A job is a plain function; it knows no widget and no signal. What it gives back, or what went
wrong, arrives in the window's thread. In tests ``Jobs(inline=True)`` runs everything at once.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal
from shiboken6 import isValid

T = TypeVar("T")

CLOSE_MILLISECONDS = 2000
"""Closing the window never waits longer for jobs (architecture.md 5)."""

FRAME_MILLISECONDS = 16
"""What a screen takes to show one picture."""

REPORT_SECONDS = 0.05
"""Progress is passed on at most so often: a flood of it would freeze the window."""

_log = logging.getLogger(__name__)


class Cancelled(Exception):
    """Raised inside a job when the person cancelled it; ends it without a message."""


class Control:
    """What a job's function is given: says how far it is and hears of a cancel."""

    def __init__(self, report: Callable[[int, int, str], None]) -> None:
        """Keep where progress goes."""
        self._report = report
        self._stop = threading.Event()
        self._guard = threading.Lock()
        self._break_off: Callable[[], None] | None = None
        self._reported = -REPORT_SECONDS

    @property
    def cancelled(self) -> bool:
        """True once the person asked to stop, for functions that end by themselves."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the job to stop at its next step; safe from any thread."""
        with self._guard:
            self._stop.set()
            if self._break_off is not None:
                self._break_off()

    @contextmanager
    def breakable(self, break_off: Callable[[], None]) -> Iterator[None]:
        """Let a cancel call ``break_off`` while a long query runs, and never after it."""
        with self._guard:
            if self.cancelled:
                raise Cancelled
            self._break_off = break_off
        try:
            yield
        finally:
            with self._guard:
                self._break_off = None

    def __call__(self, done: int, total: int, text: str = "") -> None:
        """Say that ``done`` of ``total`` steps are over; raises Cancelled if asked to stop."""
        if self.cancelled:
            raise Cancelled
        moment = time.monotonic()
        if done == total or moment - self._reported >= REPORT_SECONDS:
            self._reported = moment
            self._report(done, total, text)


class Job(QObject):
    """One piece of work on its way; the dispatcher of its results.

    Attributes:
        title: Chinese, shown in the status bar; empty for quick reads that stay quiet.
        done, total, text: the last progress said; total 0 means it cannot be told.
    Signals:
        progressed: how far it is.
        ended: the function is over and its callback was called.
    """

    progressed = Signal(int, int, str)
    ended = Signal()
    _finished = Signal(object, object)

    def __init__(
        self,
        func: Callable[[Control], Any],
        on_done: Callable[[Any], None],
        on_error: Callable[[Exception], None],
        on_cancelled: Callable[[], None] | None,
        title: str,
        otherwise: Callable[[Exception], None],
        parent: QObject,
    ) -> None:
        """Prepare; ``work`` does it, in whichever thread.

        ``otherwise`` gets the error if whoever waited for it was closed in the meantime.
        """
        super().__init__(parent)
        self.title = title
        self.done, self.total, self.text = 0, 0, ""
        self.forgotten, self.repeated = False, False
        self.control = Control(self.progressed.emit)
        self._func = func
        self._on_done, self._on_error, self._on_cancelled = on_done, on_error, on_cancelled
        self._otherwise = otherwise
        self._finished.connect(self._deliver)
        self.progressed.connect(self._note_progress)

    def work(self) -> None:
        """Call the function and send what came of it to the window's thread."""
        result, error = None, None
        try:
            result = self._func(self.control)
        except Exception as caught:  # the outermost frame of a thread: nothing may pass it
            error = caught
        try:
            self._finished.emit(result, error)
        except RuntimeError:
            # The window closed without waiting longer; the result has nobody to go to.
            _log.info("a job ended after the window closed")

    def forget(self) -> None:
        """Stop it and let nothing of it reach the window any more."""
        self.forgotten = True
        self.control.cancel()
        self._on_done, self._on_error, self._on_cancelled = _nothing, _nothing, None
        self._otherwise = _nothing

    def _note_progress(self, done: int, total: int, text: str) -> None:
        self.done, self.total, self.text = done, total, text

    def _deliver(self, result: object, error: Exception | None) -> None:
        try:
            if isinstance(error, Cancelled):
                if self._on_cancelled is not None and not _gone(self._on_cancelled):
                    self._on_cancelled()
            elif error is not None:
                (self._otherwise if _gone(self._on_error) else self._on_error)(error)
            elif not _gone(self._on_done):
                self._on_done(result)
        finally:
            self.ended.emit()


class Jobs(QObject):
    """All jobs of the window.

    Signals:
        changed: a titled job began or ended; ``shown`` has the list.
    """

    changed = Signal()

    def __init__(
        self,
        on_error: Callable[[Exception], None],
        *,
        inline: bool = False,
        parent: QObject | None = None,
    ) -> None:
        """Keep the way of errors that no caller takes; ``inline`` is for tests."""
        super().__init__(parent)
        self._on_error = on_error
        self._inline = inline
        self._running: list[Job] = []
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._keeping = QThreadPool(self)
        self._keeping.setMaxThreadCount(1)

    @property
    def shown(self) -> list[Job]:
        """The jobs with a title, oldest first."""
        return [job for job in self._running if job.title]

    @property
    def unfinished(self) -> list[Job]:
        """The jobs that closing would break off and that nobody begins again by itself."""
        return [job for job in self.shown if not job.repeated]

    @property
    def idle(self) -> bool:
        """True when nothing runs, quiet jobs included."""
        return not self._running

    def run(
        self,
        func: Callable[[Control], T],
        on_done: Callable[[T], None],
        on_error: Callable[[Exception], None] | None = None,
        *,
        title: str = "",
        on_cancelled: Callable[[], None] | None = None,
        at_once: bool = False,
        after_paint: bool = False,
        repeated: bool = False,
    ) -> Job:
        """Call ``func(control)`` in another thread, then one callback in this one.

        ``on_error`` gets what the function raised; without it the window shows it.
        ``title`` puts the job into the status bar, with its progress and a cancel button.
        ``at_once`` is for short work that may not wait until long jobs leave a thread free.
        ``after_paint`` lets what is on the screen be painted first: two threads of Python are
        slower than one.
        ``repeated`` is work that the program begins anew by itself if closing breaks it off.
        """
        takes = on_error or self._on_error
        job = Job(func, on_done, takes, on_cancelled, title, self._on_error, self)
        job.repeated = repeated
        job.ended.connect(self._take_off)
        self._running.append(job)
        self.changed.emit()
        pool = self._keeping if at_once else self._pool
        if self._inline:
            job.work()
        elif after_paint:
            # The frame begins when the window comes to paint; until then it is being built.
            begin = partial(_begin, job, pool)
            QTimer.singleShot(0, partial(QTimer.singleShot, FRAME_MILLISECONDS, begin))
        else:
            pool.start(job.work)
        return job

    def stop(
        self, milliseconds: int = CLOSE_MILLISECONDS, break_off: Callable[[], None] | None = None
    ) -> bool:
        """Cancel everything and wait at most so long; True if all had ended.

        ``break_off`` ends what a job waits for and cannot be asked to stop at a next step.
        """
        for job in self._running:
            job.forget()
        if break_off is not None:
            break_off()
        kept = self._keeping.waitForDone(milliseconds)
        return self._pool.waitForDone(milliseconds) and kept

    def finish(self) -> None:
        """Wait, however long, for work that went on after the window was closed."""
        self._keeping.waitForDone()
        self._pool.waitForDone()

    def _take_off(self) -> None:
        job = self.sender()
        if isinstance(job, Job) and job in self._running:
            self._running.remove(job)
            job.deleteLater()
        self.changed.emit()


def _begin(job: Job, pool: QThreadPool) -> None:
    """Let a job begin that waited for a paint, unless nobody waits for it any more."""
    if not isValid(job):
        return
    if job.forgotten:
        job.ended.emit()
    else:
        pool.start(job.work)


def _gone(callback: Callable[..., None]) -> bool:
    """Whether the dialog or view that waited for the result was closed in the meantime."""
    while isinstance(callback, partial):
        callback = callback.func
    owner = getattr(callback, "__self__", None)
    return isinstance(owner, QObject) and not isValid(owner)


def _nothing(_result: object) -> None:
    """Take a result that nobody waits for any more."""
