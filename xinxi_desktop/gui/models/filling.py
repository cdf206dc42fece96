"""Fills a list: the first ids at once, the rest when they are there (architecture.md 16)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from xinxi_desktop.gui.jobs import Control, Jobs
from xinxi_desktop.gui.models.rows import FIRST_IDS, RowModel

Ids = Callable[[int | None], list[int]]
"""Gives the ids of a list in order, at most so many; None asks for all."""


class ListFiller(QObject):
    """Keeps one RowModel filled."""

    def __init__(self, model: RowModel, jobs: Jobs, parent: QObject | None = None) -> None:
        """Fill ``model``; the rest of long lists comes by ``jobs``."""
        super().__init__(parent)
        self._model, self._jobs = model, jobs
        self._round = 0

    def fill(self, ids: Ids, *, whole: bool = False) -> None:
        """Show what ``ids`` gives; ``whole`` at once, so that a far selection survives."""
        self._round += 1
        first = ids(None if whole else FIRST_IDS)
        self._model.replace(first)
        if not whole and len(first) == FIRST_IDS:
            every = partial(_all, ids)
            self._jobs.run(every, partial(self._extend, self._round), after_paint=True)

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


def _all(ids: Ids, _control: Control) -> list[int]:
    return ids(None)
