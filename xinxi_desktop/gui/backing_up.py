"""The daily backup beside the window's work, and the status bar's word on the last one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from xinxi_desktop import settings
from xinxi_desktop.domain.times import days_since, now
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.icons import put_icon
from xinxi_desktop.gui.jobs import Control
from xinxi_desktop.gui.moments import moment
from xinxi_desktop.gui.widgets.basics import set_words

if TYPE_CHECKING:
    from xinxi_desktop.services.backups import Made

_OLD_DAYS = 3
"""From so many days on a backup is too old, and the icon says so."""
_FIRST_WAIT = 3_000
"""The window is drawn and at rest by then."""
_LOOK_AGAIN = 30 * 60 * 1000
"""A window may stay open over days."""


class Backups(QObject):
    """Makes the backups of the desk's office and remembers when.

    Signals:
        made: there is a new backup, or the second place is another.
    """

    made = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Wait; ``begin`` looks whether today has one."""
        super().__init__(parent)
        self._desk = desk
        self._first = QTimer(self, singleShot=True)
        self._first.timeout.connect(self.back_up_if_due)
        self._again = QTimer(self, interval=_LOOK_AGAIN)
        self._again.timeout.connect(self.back_up_if_due)

    @property
    def second(self) -> str:
        """The folder of the second copy at this machine, empty if none was chosen."""
        return self._desk.values.get(settings.SECOND_PLACES).get(str(self._desk.office.path), "")

    @property
    def last(self) -> str:
        """When this machine made the last backup, empty if it never did."""
        return self._desk.values.get(settings.BACKUPS).get(str(self._desk.office.path), "")

    def begin(self, wait: int = _FIRST_WAIT) -> None:
        """Back up if today has no copy yet, after ``wait`` ms and on every later day."""
        if not self._desk.office.read_only:
            self._again.start()
            self._first.start(wait)

    def end(self) -> None:
        """Look no more: the window closes."""
        self._first.stop()
        self._again.stop()

    def back_up_if_due(self) -> None:
        """Look at the copies beside the window's work, and make today's if it is missing."""
        path, second = self._desk.office.path, self.second

        def look(_control: Control) -> bool:
            from xinxi_desktop.services import backups

            return backups.is_due(path, second)

        self._desk.jobs.run(look, self._answer)

    def back_up(self, _checked: bool = False, *, told: bool = False) -> None:
        """Make a checked copy in every place; a job with progress that can be stopped.

        ``told``: somebody asked for it and hears that it is done.
        """
        office, second = self._desk.office, self.second

        def work(control: Control) -> Made:
            from xinxi_desktop.services import backups

            return backups.back_up_today(office, second, control)

        self._desk.jobs.run(work, partial(self._done, told), title="备份", repeated=True)

    def choose_second(self, folder: str) -> None:
        """Keep a second copy in ``folder`` from now on; empty for none."""
        values = self._desk.values
        values.remember(settings.SECOND_PLACES, str(self._desk.office.path), folder)
        self._desk.attempt(values.save)
        self.made.emit()

    def remember_now(self) -> None:
        """Note that there is a backup of this moment."""
        self._desk.values.remember(settings.BACKUPS, str(self._desk.office.path), now())
        self.made.emit()

    def _answer(self, due: bool) -> None:
        if due:
            self.back_up()

    def _done(self, told: bool, made: Made) -> None:
        self.remember_now()
        if made.trouble:
            self._desk.notifier.warn(made.trouble, lasting=True)
        elif told:
            self._desk.notifier.told(f"已备份到“{'”和“'.join(str(p.parent) for p in made.paths)}”")


class BackupButton(QToolButton):
    """“上次备份 11-22 15:04”; a click opens the list of backups."""

    def __init__(self, desk: Desk, kept: Backups, parent: QWidget | None = None) -> None:
        """Show the last backup of the desk's office."""
        super().__init__(parent)
        self._desk, self._kept = desk, kept
        kept.made.connect(self._show_last)
        self._show_last()

    def _show_last(self) -> None:
        at = self._kept.last
        words = f"上次备份 {moment(at)}" if at else "还没有备份"
        days = days_since(at) if at else _OLD_DAYS
        if at and days:
            words += f"（{days} 天前）"
        set_words(self, words)
        put_icon(self, "save", "warn" if days >= _OLD_DAYS else "secondary")
        self.setAccessibleName(f"备份：{words}")


def copy_elsewhere(desk: Desk, kept: Backups, folder: str) -> None:
    """Copy the office file into a folder of the person's choice, once; a job."""
    office = desk.office

    def work(control: Control) -> Path:
        from xinxi_desktop.services import backups

        return backups.copy_elsewhere(office, Path(folder), control)

    desk.jobs.run(work, partial(_told, desk, kept), title="备份")


def _told(desk: Desk, kept: Backups, made: Path) -> None:
    desk.notifier.told(f"已备份到“{made}”")
    kept.remember_now()
