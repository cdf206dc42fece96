"""The window: tabs on top, one view below, the status bar; and all wiring between the parts.

Views are given by name and built when first shown, so that starting costs one view.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QSizePolicy,
    QStackedWidget,
    QTabBar,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from xinxi_desktop import settings
from xinxi_desktop.gui.actions import bind
from xinxi_desktop.gui.backing_up import BackupButton, Backups
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.helping import Helping
from xinxi_desktop.gui.leaving import breaking_off
from xinxi_desktop.gui.notify import Question
from xinxi_desktop.gui.view import View, ViewMaker
from xinxi_desktop.gui.widgets.banner import Banner
from xinxi_desktop.gui.widgets.basics import icon_button, set_words
from xinxi_desktop.gui.widgets.notices import NoticeBar, NoticeRoom
from xinxi_desktop.gui.widgets.search_box import Search, SearchBox
from xinxi_desktop.gui.widgets.status import (
    AskButton,
    FileLabel,
    JobStrip,
    PersonButton,
    UrgentButton,
)
from xinxi_desktop.services.office import Changes
from xinxi_desktop.services.rehearsal import rehearsal_words
from xinxi_desktop.services.takeover import may_ask

if TYPE_CHECKING:
    from xinxi_desktop.domain.page_places import TextPlace

_NAME = "main"
_FIRST_SIZE = (1366, 728)
_LEAST_SIZE = (960, 540)
"""1366 × 768 at 125 %, less the system's bar, leaves 574 rows."""


class MainWindow(QMainWindow):
    """One office file in one window.

    Signals:
        open_asked: the person wants another file.
        file_asked: the window that holds the file is to give way to this one.
        restore_asked: a backup (its path) is to be put back in place of the open file.
        closed: everything is kept and the jobs were stopped.
    """

    open_asked = Signal()
    file_asked = Signal()
    restore_asked = Signal(object)
    closed = Signal()

    def __init__(
        self,
        desk: Desk,
        tabs: Sequence[ViewMaker],
        pages: Sequence[tuple[ViewMaker, str]],
        search: Search,
    ) -> None:
        """Put the window together; ``pages`` stand at the right, each with its icon."""
        super().__init__()
        self.desk = desk
        self._classes: list[ViewMaker] = [*tabs, *(page for page, _icon in pages)]
        self._built: dict[int, View] = {}
        self._current = -1
        self._help = Helping(self, desk.values, self._view_key)
        self._make_top(tabs, pages, search)
        self._make_middle()
        self._make_status()
        self._wire()
        self._bind_keys(len(tabs))
        self._restore_geometry()
        self.setWindowTitle(f"{desk.office.title} — 信息科工作台")
        self.show_place(0)

    def view(self, key: str) -> View:
        """The view called ``key``, built if it wasn't yet; KeyError if there is none."""
        for place, each in enumerate(self._classes):
            if each.key == key:
                return self._build(place)
        raise KeyError(key)

    def show_place(self, place: int) -> None:
        """Show the tab or page at ``place``, counted from the left."""
        if place != self._current and self._current in self._built:
            self.notices.leave_page()
            self._built[self._current].flush()
        self._current = place
        self.search.close_results()
        view = self._build(place)
        self.stack.setCurrentWidget(view)
        self._mark_place(place)
        view.start()

    @property
    def place(self) -> tuple[int, int]:
        """Which tab or page is shown, counted from the left, and which record in it, 0 for none."""
        return self._current, self._built[self._current].shown_item()

    def go_to(self, place: tuple[int, int]) -> None:
        """Go where another window of this office was."""
        self.show_place(place[0])
        view = self._built[self._current]
        if place[1] and place[1] != view.shown_item():
            view.show_item(view.kinds[0], place[1])

    def keep_typed(self) -> bool:
        """Keep what is typed anywhere; False if some of it can't be kept as it stands."""
        kept = [view.keep() for view in self._built.values()]
        return all(kept)

    def show_item(self, kind: str, key: int) -> None:
        """Show a record in the view that is for its kind."""
        for place, each in enumerate(self._classes):
            if kind in each.kinds:
                self.show_place(place)
                self._built[place].show_item(kind, key)
                return

    def _show_found(self, kind: str, key: int) -> None:
        words = self.search.text()
        self.show_item(kind, key)
        self._built[self._current].mark_found(words)

    def show_text(self, place: TextPlace) -> None:
        """Open an article with the cursor at a character."""
        for number, each in enumerate(self._classes):
            if "article" in each.kinds:
                self.show_place(number)
                self._built[number].show_text(place)

    def showEvent(self, event: QShowEvent) -> None:
        """Put the focus where work begins; a hidden widget could not take it earlier."""
        super().showEvent(event)
        self._built[self._current].start()

    def leave(self) -> None:
        """Close; if something is still being done, ask before it is broken off."""
        unfinished = self.desk.jobs.unfinished
        if unfinished:
            self.desk.notifier.ask(breaking_off(unfinished, self.close))
        else:
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is typed, remember the window, stop the jobs (2 s at most).

        A person who closes it while something is being done is asked first.
        """
        if event.spontaneous() and self.desk.jobs.unfinished:
            event.ignore()
            self.leave()
            return
        for view in self._built.values():
            view.flush()
        self._help.close()
        values = self.desk.values
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        values.remember(settings.WINDOWS, _NAME, geometry)
        self.desk.attempt(values.save)
        self.urgent.stop()
        self.backups.end()
        self.desk.jobs.stop(break_off=self.desk.office.stop_reading)
        self.desk.copies.remove()
        super().closeEvent(event)
        self.closed.emit()

    def _make_top(
        self,
        tabs: Sequence[ViewMaker],
        pages: Sequence[tuple[ViewMaker, str]],
        search: Search,
    ) -> None:
        self.top = QWidget()
        self.top.setObjectName("top")
        self.tabs = QTabBar()
        self.tabs.setObjectName("tabs")
        self.tabs.setAccessibleName("工作页签")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for tab in tabs:
            self.tabs.addTab(tab.title)
        self.search = SearchBox(search, self.desk.jobs, self)
        self.page_buttons = QButtonGroup(self)
        row = QHBoxLayout(self.top)
        row.setContentsMargins(8, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self.tabs)
        row.addStretch(1)
        row.addWidget(self.search)
        for offset, (page, icon) in enumerate(pages):
            button = _page_button(page.title, icon)
            self.page_buttons.addButton(button, len(tabs) + offset)
            row.addWidget(button)
        self.keys_button = icon_button("keyboard", "全部按键（?）")
        row.addWidget(self.keys_button)
        self.help_button = icon_button("info", "帮助（F1）")
        row.addWidget(self.help_button)

    def _make_middle(self) -> None:
        self.stack = QStackedWidget()
        # Where room is short the view gives way, never the bars.
        self.stack.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.middle = QWidget()
        column = QVBoxLayout(self.middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if self.desk.office.rehearsal:
            banner = Banner("warn")
            banner.say(rehearsal_words(self.desk.office))
            column.addWidget(banner)
        column.addWidget(self.top)
        column.addWidget(self.stack, 1)
        self.setCentralWidget(self.middle)

    def _make_status(self) -> None:
        office, bar = self.desk.office, self.statusBar()
        bar.setSizeGripEnabled(False)
        bar.setContentsMargins(12, 0, 12, 0)
        self.file = FileLabel()
        self.file.show_file(office.path.name, str(office.path), office.read_only)
        self.ask = AskButton(may_ask(office))
        self.person = PersonButton(office)
        self.person.show_person(office.person)
        self.job_strip = JobStrip(self.desk.jobs)
        self.backups = Backups(self.desk, self)
        self.backup = BackupButton(self.desk, self.backups)
        self.urgent = UrgentButton(office)
        bar.addWidget(self.urgent)
        bar.addWidget(self.file)
        bar.addWidget(self.ask)
        bar.addWidget(self.person)
        room = NoticeRoom()
        bar.addWidget(room, 1)
        bar.addPermanentWidget(self.job_strip)
        self.history_button = icon_button("undo-2", "撤销记录（Ctrl+Alt+Z）")
        set_words(self.history_button, "撤销记录")
        bar.addPermanentWidget(self.history_button)
        bar.addPermanentWidget(self.backup)
        self.notices = NoticeBar(self.desk.notifier, room, self)

    def _wire(self) -> None:
        # Everything that crosses from one part to another, in one place.
        desk = self.desk
        self.tabs.currentChanged.connect(self._choose_tab)
        self.tabs.tabBarClicked.connect(self._choose_tab)
        self.page_buttons.idClicked.connect(self.show_place)
        self.keys_button.clicked.connect(self._show_keys)
        self.help_button.clicked.connect(self._help.show)
        self.history_button.clicked.connect(self._show_history)
        self.search.chosen.connect(self._show_found)
        self.urgent.clicked.connect(self._show_urgent)
        self.backup.clicked.connect(self._show_backups)
        self.ask.clicked.connect(self.file_asked)
        self.person.chosen.connect(desk.choose_person)
        desk.person_changed.connect(self.person.show_person)
        desk.show_asked.connect(self.show_item)
        desk.text_asked.connect(self.show_text)
        desk.changed.connect(self._spread)
        desk.notifier.asked.connect(self._ask)

    def _bind_keys(self, tab_count: int) -> None:
        for place in range(tab_count):
            bind(self, f"tab.{place + 1}", partial(self.show_place, place))
        for place, each in enumerate(self._classes[tab_count:], tab_count):
            bind(self, each.key, partial(self.show_place, place))
        bind(self, "find", self.search.start)
        bind(self, "undo", self._undo)
        bind(self, "redo", self._redo)
        bind(self, "history", self._show_history)
        bind(self, "help", self._help.show)
        bind(self, "keys", self._show_keys)
        bind(self, "refresh", self._read_anew)
        bind(self, "open", self.open_asked.emit)
        bind(self, "backup", self._show_backups)
        bind(self, "quit", self.leave)

    def _build(self, place: int) -> View:
        if place not in self._built:
            view = self._classes[place](self.desk)
            self._built[place] = view
            self.stack.addWidget(view)
        return self._built[place]

    def _mark_place(self, place: int) -> None:
        # A tab bar always has a current tab; on a page at the right none may look chosen.
        on_tab = place < self.tabs.count()
        self.tabs.blockSignals(True)
        if on_tab:
            self.tabs.setCurrentIndex(place)
        self.tabs.blockSignals(False)
        if bool(self.tabs.property("aside")) == on_tab:
            self.tabs.setProperty("aside", not on_tab)
            self.tabs.style().polish(self.tabs)
        self.page_buttons.setExclusive(False)
        for button in self.page_buttons.buttons():
            button.setChecked(self.page_buttons.id(button) == place)

    def _view_key(self) -> str:
        return self._classes[self._current].key

    def _choose_tab(self, place: int) -> None:
        if place >= 0 and place != self._current:
            self.show_place(place)

    def _spread(self, changes: Changes, initiator: object) -> None:
        for view in self._built.values():
            if view is not initiator:
                view.follow(changes)
        if initiator not in self._built.values() or initiator is self._built[self._current]:
            self.notices.settle()
        self.urgent.count()
        self.person.show_person(self.desk.office.person)
        self.setWindowTitle(f"{self.desk.office.title} — 信息科工作台")

    def _undo(self) -> None:
        place = self._current
        if not self.notices.undo_last():
            self.desk.undo_newest()
        if self._current != place:
            self.show_place(place)

    def _redo(self) -> None:
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit | QPlainTextEdit | QTextEdit) and not field.isReadOnly():
            # In a field the key means what was typed there, as Ctrl+Z does.
            field.redo()
            return
        place = self._current
        self.desk.redo_newest()
        if self._current != place:
            self.show_place(place)

    def _show_urgent(self) -> None:
        self.show_place(0)
        self._built[0].show_queue("urgent")

    def _read_anew(self) -> None:
        self.urgent.count()
        for view in self._built.values():
            view.mark_stale()

    def _show_keys(self) -> None:
        from xinxi_desktop.gui.dialogs.key_sheet import KeySheet

        KeySheet(self).open()

    def _show_backups(self) -> None:
        from xinxi_desktop.gui.dialogs.backups import BackupsDialog

        dialog = BackupsDialog(self.desk, self.backups, self)
        dialog.restore_asked.connect(self.restore_asked)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show_history(self) -> None:
        from xinxi_desktop.gui.dialogs.undo_history import UndoHistoryDialog

        self._built[self._current].flush()
        UndoHistoryDialog(self.desk, self).open()

    def _ask(self, question: Question) -> None:
        from xinxi_desktop.gui.dialogs.final import FinalDialog

        FinalDialog(question, self).open()

    def _restore_geometry(self) -> None:
        self.setMinimumSize(*_LEAST_SIZE)
        self.resize(*_FIRST_SIZE)
        kept = self.desk.values.get(settings.WINDOWS).get(_NAME, "")
        self.restoreGeometry(QByteArray.fromBase64(kept.encode()))


def _page_button(title: str, icon: str) -> QToolButton:
    button = icon_button(icon, title)
    set_words(button, title)
    button.setCheckable(True)
    return button
