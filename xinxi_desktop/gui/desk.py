"""What every view is given: the open office, the settings, and the doors to act and to say.

A view acts through ``do``: the service runs, the bar says what was done and offers 撤销,
and every other view hears ``changed``. Failures come out as sentences, never as None-checks.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from xinxi_desktop import settings
from xinxi_desktop.errors import XinxiError
from xinxi_desktop.gui.copies import Copies
from xinxi_desktop.gui.jobs import Jobs
from xinxi_desktop.gui.notify import Notifier, Offer
from xinxi_desktop.gui.theme import Theme
from xinxi_desktop.services.acts import redo_last, undo_act, undo_last
from xinxi_desktop.services.office import Changes, Office

if TYPE_CHECKING:
    from xinxi_desktop.domain.fonts import FontSet


class Desk(QObject):
    """The office as it lies open in this window.

    Attributes:
        copies: the folder of what other programs open.
        fonts: gives the faces for preview and print; slow the first time, so ask in a job.
    Signals:
        changed: Changes and the view that made them (None: the window itself).
        person_changed: somebody else works now.
        show_asked: kind and id of a record that some view should show.
        text_asked: a TextPlace that should be opened for editing.
        sample_asked: the sample office should be opened in place of this one.
    """

    changed = Signal(object, object)
    person_changed = Signal(int)
    show_asked = Signal(str, int)
    text_asked = Signal(object)
    sample_asked = Signal()

    def __init__(
        self,
        office: Office,
        values: settings.Settings,
        theme: Theme,
        notifier: Notifier,
        jobs: Jobs,
        fonts: Callable[[], FontSet],
        parent: QObject | None = None,
    ) -> None:
        """Put the parts together."""
        super().__init__(parent)
        self.office = office
        self.values = values
        self.theme = theme
        self.notifier = notifier
        self.jobs = jobs
        self.fonts = fonts
        self.copies = Copies(self)

    def do(self, act: Callable[[], Changes], initiator: QObject | None = None) -> Changes | None:
        """Run one act and tell everyone; None if it was refused, and then the bar says why."""
        try:
            changes = act()
        except XinxiError as error:
            self.notifier.error(error)
            return None
        self.did(changes, initiator)
        return changes

    def did(
        self, changes: Changes, initiator: QObject | None = None, offer: Offer | None = None
    ) -> None:
        """Tell what an act did (after a job, say) and let the other views follow."""
        undo = None if changes.final else partial(self.undo, changes.act)
        self.notifier.told(changes.sentence, undo, offer)
        self.changed.emit(changes, initiator)

    def attempt(self, work: Callable[[], None]) -> bool:
        """Do something that is no recorded act; False if it failed, and then the bar says why."""
        try:
            work()
        except XinxiError as error:
            self.notifier.error(error)
            return False
        return True

    def undo(self, act: int) -> None:
        """Take an act back."""
        self.take_back(partial(undo_act, self.office, act))

    def undo_newest(self) -> None:
        """Take the newest act of the whole office file back."""
        self.take_back(partial(undo_last, self.office))

    def take_back(self, undo: Callable[[], Changes]) -> None:
        """Run an undo and offer to do again what it took back."""
        try:
            changes = undo()
        except XinxiError as error:
            self.notifier.error(error)
            return
        self.notifier.told(changes.sentence, offer=Offer("重做", self.redo_newest))
        self.changed.emit(changes, None)

    def redo_newest(self) -> None:
        """Do again what the newest undo took back."""
        self.do(partial(redo_last, self.office))

    def choose_person(self, person: int) -> None:
        """From now on acts are by ``person``."""
        self.office.person = person
        self.values.remember(settings.PERSONS, str(self.office.path), person)
        self.person_changed.emit(person)
