"""One door to the person: what was done, what to mind, what failed, what will be final.

Everything said is kept in ``Notifier.history`` (so tests can see it) and logged without its
text: titles and file names of reports stay out of the log. What is said before the window
exists waits in ``pending``.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Signal

from xinxi_desktop.errors import WorldError, XinxiError

_log = logging.getLogger(__name__)

Kind = Literal["told", "warn", "error"]
_KEPT = 100


@dataclass(frozen=True)
class Offer:
    """One more thing that a notice lets the person do: its word and what it calls."""

    word: str
    act: Callable[[], object]


@dataclass(frozen=True)
class Notice:
    """One thing said; ``undo`` takes the act back, ``code`` is the error's reason code.

    A ``lasting`` one stays until the person closes it. ``also`` follows the first offer.
    """

    kind: Kind
    text: str
    undo: Callable[[], None] | None = None
    code: str = ""
    offer: Offer | None = None
    lasting: bool = False
    also: tuple[Offer, ...] = ()

    @property
    def offers(self) -> tuple[Offer, ...]:
        """All that it lets the person do."""
        return (*([self.offer] if self.offer else ()), *self.also)


@dataclass(frozen=True)
class Question:
    """What cannot be taken back: asked with ``title``, exact ``what``, and the verb to do it."""

    title: str
    what: str
    verb: str
    then: Callable[[], None]
    warning: str = "以上内容不能撤销。"


class Notifier(QObject):
    """Says things; whoever shows them listens.

    Signals:
        noticed: a Notice to show.
        asked: a Question to put.
        crashed: an exception that is a bug of ours.
    """

    noticed = Signal(object)
    asked = Signal(object)
    crashed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with nothing said."""
        super().__init__(parent)
        self.history: deque[Notice] = deque(maxlen=_KEPT)
        self.pending: list[Notice] = []
        self.shown = False

    def told(
        self, text: str, undo: Callable[[], None] | None = None, offer: Offer | None = None
    ) -> None:
        """Say that an act is done, and offer 撤销 where it can be undone, or something else."""
        self._say(Notice("told", text, undo, offer=offer))

    def warn(
        self,
        text: str,
        *,
        lasting: bool = False,
        offer: Offer | None = None,
        also: tuple[Offer, ...] = (),
    ) -> None:
        """Say something to mind; ``lasting`` is for what stays true whatever is done next."""
        self._say(Notice("warn", text, lasting=lasting, offer=offer, also=also))

    def error(self, error: Exception) -> None:
        """Say why something failed; a failure that is no XinxiError is a bug and says so."""
        if not isinstance(error, XinxiError):
            self.crashed.emit(error)
            return
        if isinstance(error, WorldError):
            _log.warning("told an error of the world: %s", error.code)
        self._say(Notice("error", error.sentence, code=error.code))

    def ask_final(
        self, title: str, what_will_be_final: str, verb: str, then: Callable[[], None]
    ) -> None:
        """Ask before what can't be taken back; ``then`` is called if the person says so."""
        self.ask(Question(title, what_will_be_final, verb, then))

    def ask(self, question: Question) -> None:
        """Ask before something that is not simply undone."""
        _log.info("asked before something final")
        self.asked.emit(question)

    def take_pending(self) -> list[Notice]:
        """What was said before anyone could show it; from now on nothing waits."""
        self.shown = True
        waiting, self.pending = self.pending, []
        return waiting

    def _say(self, notice: Notice) -> None:
        _log.info("said %s %s", notice.kind, notice.code)
        self.history.append(notice)
        if not self.shown:
            self.pending.append(notice)
        self.noticed.emit(notice)
