"""What the window knows of a view: how it is called, and when it is told what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Protocol

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.services.office import Changes

if TYPE_CHECKING:
    from xinxi_desktop.domain.page_places import TextPlace


class View(QWidget):
    """One tab or page. Subclasses build their widgets in ``__init__`` and fill in ``refresh``.

    Class attributes:
        key: identifier, also the ``where`` of its actions.
        title: the word on its tab.
        kinds: kinds of records (submission, article, issue, unit) that it shows on request.
    """

    key: ClassVar[str]
    title: ClassVar[str]
    kinds: ClassVar[tuple[str, ...]] = ()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Keep the desk; the view reads nothing before it is first shown."""
        super().__init__(parent)
        self.desk = desk
        self._stale = True

    def refresh(self) -> None:
        """Read what is shown anew; called when shown the first time and after changes."""

    def start(self) -> None:
        """Put the focus where work begins."""
        self.setFocus()

    def show_item(self, kind: str, key: int) -> None:
        """Show one record of a kind named in ``kinds``."""

    def shown_item(self) -> int:
        """Give the record, of the first of ``kinds``, that is shown; 0 for none."""
        return 0

    def mark_found(self, words: str) -> None:
        """Mark the words by which the shown record was found, where the view marks words."""

    def show_text(self, place: TextPlace) -> None:
        """Show a character of an article; what can't do that shows the article."""
        self.show_item("article", place.article)

    def show_queue(self, queue: str) -> None:
        """Show one of the queues, whatever was filtered before."""

    def flush(self) -> None:
        """Keep what is typed and not yet saved; called before leaving and before closing."""

    def keep(self) -> bool:
        """Keep what is typed, as ``flush`` does; False if some of it can't be kept as it stands."""
        self.flush()
        return True

    def follow(self, _changes: Changes) -> None:
        """Hear that something changed elsewhere."""
        self.mark_stale()

    def mark_stale(self) -> None:
        """Read anew: now if visible, else when shown again."""
        self._stale = True
        if self.isVisible():
            self._catch_up()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while hidden."""
        super().showEvent(event)
        self._catch_up()

    def _catch_up(self) -> None:
        if self._stale:
            self._stale = False
            self.refresh()


class ViewMaker(Protocol):
    """What the window needs of a view before it is shown: a View class, or a ``LaterView``."""

    @property
    def key(self) -> str:
        """The view's key."""

    @property
    def title(self) -> str:
        """The word on its tab."""

    @property
    def kinds(self) -> tuple[str, ...]:
        """Kinds of records that it shows."""

    def __call__(self, desk: Desk) -> View:
        """Build it."""


@dataclass(frozen=True)
class LaterView:
    """A view that is imported when first shown, so that starting costs one.

    ``key``, ``title`` and ``kinds`` say what the class says; a test compares.
    """

    key: str
    title: str
    kinds: tuple[str, ...]
    load: Callable[[], type[View]]

    def __call__(self, desk: Desk) -> View:
        """Import the class and build the view."""
        return self.load()(desk)
