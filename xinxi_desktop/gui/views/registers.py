"""单位与信息员: the office's registers, one at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QStackedWidget, QVBoxLayout, QWidget

from xinxi_desktop.gui.actions import bind
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.view import View
from xinxi_desktop.gui.views.registers_list import registers_of
from xinxi_desktop.gui.widgets.basics import Zones
from xinxi_desktop.gui.widgets.queue_list import Queue, QueueList
from xinxi_desktop.gui.widgets.register_page import RegisterPage
from xinxi_desktop.services import absences, registers, units

_SIZES = (184, 1182)


class RegistersPage(View):
    """A list of registers and the page of the chosen one."""

    key = "units"
    title = "单位与信息员"
    kinds = ("unit",)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the list; a page is built when first shown."""
        super().__init__(desk, parent)
        every = registers_of(desk, self)
        self._makers = {key: maker for key, _word, maker in every}
        self._pages: dict[str, RegisterPage] = {}
        self._shown = ""
        self.queues = QueueList("登记簿", [Queue(key, word) for key, word, _maker in every])
        self.stack = QStackedWidget()
        zones = Zones("units", (self.queues, self.stack), _SIZES, desk.values)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(zones)
        self.queues.chosen.connect(self._show)
        # The page has the same key for itself; the list of registers lies beside it.
        bind(self.queues, "register.new", self._new)

    @property
    def page(self) -> RegisterPage:
        """The page that is shown."""
        return self._pages[self._shown]

    def refresh(self) -> None:
        """Read the shown register and the counts anew."""
        office = self.desk.office
        every = units.units(office)
        self.queues.set_counts(
            {
                "units": len(every),
                "to_confirm": sum(bool(row["to_confirm"]) for row in every),
                "informants": len(units.informants(office)),
                "persons": len(registers.persons(office)),
                "absences": len(absences.absences(office)),
                "leaders": len(registers.leaders(office)),
                "publications": len(registers.publications(office)),
                "chains": len(registers.chains(office)),
            }
        )
        if not self._shown:
            self._show(self.queues.key)
        else:
            self.page.refresh()

    def start(self) -> None:
        """Begin in the shown register."""
        if self._shown:
            self.page.start()

    def show_item(self, kind: str, key: int) -> None:
        """Show a unit."""
        self.queues.choose("units")
        if self._shown == "units":
            self.page.show_record(key)

    def flush(self) -> None:
        """Save what is typed; what cannot be saved stays in its form."""
        self.keep()

    def keep(self) -> bool:
        """Save what is typed; False if the form or the office's rules refuse it."""
        return not self._shown or self.page.flush()

    def _new(self) -> None:
        if self._shown and not self.desk.office.read_only:
            self.page.new()

    def _show(self, key: str) -> None:
        if key == self._shown:
            return
        if self._shown and not self.page.flush():
            self.queues.choose(self._shown)
            return
        if key not in self._pages:
            self._pages[key] = self._make(key)
            self.stack.addWidget(self._pages[key])
        self._shown = key
        self.stack.setCurrentWidget(self.page)
        self.page.refresh()

    def _make(self, key: str) -> RegisterPage:
        page = RegisterPage(self._makers[key](), self.desk)
        for box in page.form.findChildren(QComboBox):
            completer = box.completer()
            if box.isEditable() and completer is not None:
                # A unit is found by any of its characters, not only by the first ones.
                box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
                completer.setFilterMode(Qt.MatchFlag.MatchContains)
                completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        return page
