"""Fills a list: the first ids at once, the rest when they are there (architecture.md 16)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from xinxi_desktop.gui.jobs import Control, Job, Jobs
from xinxi_desktop.gui.models.rows import FIRST_IDS, RowModel

Ids = Callable[[int | None], list[int]]
"""Gives the ids of a list in order, at most so many; None asks for all."""

Breaker = Callable[[], Callable[[], None]]
"""Gives what breaks off the reading of the thread that asks."""


class ListFiller(QObject):
    """Keeps one RowModel filled.

    Signals:
        filled: how many the list holds, 0 while that is not known yet.
    """

    filled = Signal(int)

    def __init__(
        self, model: RowModel, jobs: Jobs, breaker: Breaker, parent: QObject | None = None
    ) -> None:
        """Fill ``model``; the rest of long lists comes by ``jobs``.

        ``breaker`` is asked for in the job's thread: a list that is wanted no more is not read on.
        """
        super().__init__(parent)
        self._model, self._jobs, self._breaker = model, jobs, breaker
        self._round = 0
        self._rest: Job | None = None

    def fill(self, ids: Ids, *, whole: bool = False) -> None:
        """Show what ``ids`` gives; ``whole`` at once, so that a far selection survives."""
        self._round += 1
        if self._rest is not None and isValid(self._rest):
            self._rest.forget()
        self._rest = None
        first = ids(None if whole else FIRST_IDS)
        self._model.replace(first)
        if not whole and len(first) == FIRST_IDS:
            self.filled.emit(0)
            every = partial(_all, ids, self._breaker)
            self._rest = self._jobs.run(every, partial(self._extend, self._round), after_paint=True)
        else:
            self.filled.emit(len(first))

    @property
    def long(self) -> bool:
        """Whether more than the first ids are shown."""
        return len(self._model.ids) > FIRST_IDS

    def _extend(self, round_: int, every: list[int]) -> None:
        if round_ != self._round:
            return
        shown = len(self._model.ids)
        if every[:shown] == self._model.ids:
            self._model.extend(every[shown:])
        else:
            self._model.replace(every)
        self.filled.emit(len(every))


def _all(ids: Ids, breaker: Breaker, control: Control) -> list[int]:
    with control.breakable(breaker()):
        return ids(None)
