"""One screen for every register: declared fields, a list, a form beside it (architecture.md 23).

Units, informants, persons, leaders, publications and chains differ only in their ``Register``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from xinxi_desktop.gui.actions import bind, name_key
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.models.columns import Column, Row
from xinxi_desktop.gui.models.rows import RowModel
from xinxi_desktop.gui.widgets.basics import Bar, EmptyState, ListPane, Zones, label, primary_button
from xinxi_desktop.gui.widgets.field_form import Field, FieldForm
from xinxi_desktop.gui.widgets.list_view import ListView
from xinxi_desktop.services.office import Changes

_WORDS_WIDTH = 180
Save = Callable[[int | None, dict[str, Any]], Changes]


@dataclass(frozen=True)
class Extra:
    """One more thing that can be done to the chosen record.

    ``act`` does it at once; ``ask`` is given the record and asks first; ``together`` does it at
    once to all selected records. ``when`` tells whether it makes sense for a record.
    """

    verb: str
    act: Callable[[int], Changes] | None = None
    ask: Callable[[Row], None] | None = None
    when: Callable[[Row], bool] = bool
    together: Callable[[Sequence[int]], Changes] | None = None


@dataclass(frozen=True)
class Tool:
    """Something done to a register as a whole, as reading a table of units."""

    verb: str
    act: Callable[[], None]


@dataclass(frozen=True)
class Register:
    """A register as data.

    ``rows`` reads all records (each with ``id``), at most some thousands; ``save`` adds one
    (id None) or changes it. ``noun`` is one record's word, as in “新增单位”. ``find`` puts a
    field over the list that leaves only records with these words. ``nothing`` is what a list
    says that is empty when all its work is done; nobody then needs to add a record.
    """

    key: str
    title: str
    noun: str
    fields: Sequence[Field]
    columns: Sequence[Column]
    rows: Callable[[], Sequence[Row]]
    save: Save
    extras: Sequence[Extra] = ()
    to_form: Callable[[Row], Row] = dict
    tools: Sequence[Tool] = ()
    find: bool = False
    nothing: str = ""


class RegisterPage(QWidget):
    """List, form, 新增 and 保存.

    What is typed and not saved is saved when the person goes to another record; if that is
    not possible the form stays where it is and says why.
    """

    def __init__(self, register: Register, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page; ``refresh`` reads."""
        super().__init__(parent)
        self.register = register
        self._desk = desk
        self._rows: dict[int, Row] = {}
        self._key: int | None = None
        self._dirty = False
        self.model = RowModel(register.columns, self._fetch, self)
        self.listing = ListView(f"register.{register.key}", self.model, desk.values)
        self.listing.setAccessibleName(register.title)
        self.form = FieldForm(register.fields)
        self.heading = label("", "heading")
        self.problem = label("", "danger")
        self.problem.setWordWrap(True)
        self.save_button = primary_button("保存")
        self.new_button = QPushButton(f"新增{register.noun}")
        self.extra_buttons = [self._extra_button(each) for each in register.extras]
        self.tool_buttons = [self._tool_button(each) for each in register.tools]
        self.words = QLineEdit()
        self._lay_out()
        self._wire()
        self._show_new()

    def refresh(self) -> None:
        """Read the records anew, keeping what is being typed."""
        rows = list(self.register.rows())
        self._rows = {row["id"]: row for row in rows}
        self._filter()
        if not rows:
            self._show_new()
        elif not self._dirty and self._key in self._rows:
            self._show(self._key)

    def flush(self) -> bool:
        """Save what is typed; False if it cannot be saved as it stands."""
        return not self._dirty or self.save()

    def save(self) -> bool:
        """Save the form's record; False if the form or the office's rules refuse."""
        self.problem.setText(self.form.problem())
        if self.problem.text():
            return False
        values = self.form.values()
        # The act makes everyone read anew, this page too: nothing may be saved a second time.
        self._dirty = False
        changes = self._desk.do(partial(self.register.save, self._key, values))
        if changes is None:
            self._dirty = True
            return False
        self._key = changes.ids[0] if changes.ids else self._key
        self.refresh()
        self._select(self._key)
        return True

    def new(self) -> None:
        """Begin an empty record."""
        if self.flush():
            self.listing.clearSelection()
            self._show_new()
            self.form.focus_first()

    def start(self) -> None:
        """Put the focus where work begins: into the list, or the form while there is none."""
        if self.model.ids:
            self.listing.setFocus()
        else:
            self.form.focus_first()

    def show_record(self, key: int) -> None:
        """Choose a record."""
        self.words.clear()
        self.listing.select_ids([key], key)

    def _filter(self) -> None:
        words = self.words.text().strip()
        columns = self.register.columns
        self.model.replace(
            [
                key
                for key, row in self._rows.items()
                if not words or any(words in column.text(row) for column in columns)
            ]
        )

    def _lay_out(self) -> None:
        add = "" if self.register.nothing else f"新增{self.register.noun}"
        empty = EmptyState(self.register.nothing or f"还没有{self.register.noun}。", add)
        empty.pressed.connect(self.new)
        left, right = QWidget(), QWidget()
        bar = Bar()
        bar.add(label(self.register.title, "heading"))
        self.words.setPlaceholderText("按名称找")
        self.words.setAccessibleName(f"在{self.register.title}里找")
        self.words.setClearButtonEnabled(True)
        self.words.setMaximumWidth(_WORDS_WIDTH)
        self.words.setVisible(self.register.find)
        bar.add(self.words)
        bar.gap()
        bar.add(*self.tool_buttons, self.new_button)
        _stack(left, bar, ListPane(self.listing, empty))
        head = Bar()
        head.add(self.heading)
        head.gap()
        head.add(*self.extra_buttons, self.save_button)
        _stack(right, head, self._scrolled_form())
        zones = Zones(f"register.{self.register.key}", (left, right), (640, 560), self._desk.values)
        _stack(self, zones)

    def _scrolled_form(self) -> QScrollArea:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.form)
        column.addWidget(self.problem)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(holder)
        return area

    def _wire(self) -> None:
        self.words.textChanged.connect(self._filter)
        self.listing.chosen.connect(self._go_to)
        self.listing.selectionModel().selectionChanged.connect(self._show_extras)
        self.form.edited.connect(self._note_edit)
        self.save_button.clicked.connect(self.save)
        self.new_button.clicked.connect(self.new)
        bind(self, "register.new", self.new)
        bind(self, "register.save", self.save)
        name_key(self.save_button, "register.save")
        name_key(self.new_button, "register.new")

    def _extra_button(self, extra: Extra) -> QPushButton:
        button = QPushButton(extra.verb)
        button.clicked.connect(partial(self._do_extra, extra))
        return button

    def _tool_button(self, tool: Tool) -> QPushButton:
        button = QPushButton(tool.verb)
        button.clicked.connect(tool.act)
        return button

    def _do_extra(self, extra: Extra) -> None:
        # Saving what is typed leaves only its record selected.
        keys = self._meant(extra)
        if self._key is None or not keys or not self.flush():
            return
        if extra.ask is not None:
            extra.ask(self._rows[self._key])
            return
        act = partial(extra.together, keys) if extra.together else None
        if extra.act is not None:
            act = partial(extra.act, self._key)
        if act is not None and self._desk.do(act) is not None:
            self.refresh()

    def _meant(self, extra: Extra) -> list[int]:
        """The records an extra would be done to: all selected ones for which it makes sense."""
        selected = self.listing.selected_ids() if extra.together else []
        keys = selected if self._key in selected else [self._key or 0]
        return [key for key in keys if key in self._rows and extra.when(self._rows[key])]

    def _show_extras(self) -> None:
        for button, extra in zip(self.extra_buttons, self.register.extras, strict=True):
            count = len(self._meant(extra))
            several = f"{extra.verb} {count} 个{self.register.noun}"
            button.setText(several if count > 1 else extra.verb)
            button.setEnabled(count > 0 and not self._desk.office.read_only)

    def _fetch(self, ids: Sequence[int]) -> list[Row]:
        return [self._rows[key] for key in ids if key in self._rows]

    def _go_to(self, key: int) -> None:
        if not key or key == self._key:
            return
        before = self._key
        if self.flush():
            self._show(key)
            self._select(key)
        elif before is not None:
            # The list selects the new row only after it has told of it.
            QTimer.singleShot(0, self, partial(self._select, before))

    def _show(self, key: int | None) -> None:
        if key is None or key not in self._rows:
            return
        self._key = key
        row = self.register.to_form(self._rows[key])
        self.form.show_values(row)
        first = self.register.columns[0]
        self.heading.setText(first.text(self._rows[key]) or self.register.noun)
        self._settle()

    def _show_new(self) -> None:
        self._key = None
        self.form.clear()
        self.heading.setText(f"新增{self.register.noun}")
        self._settle()

    def _settle(self) -> None:
        self._dirty = False
        self.problem.setText("")
        self.save_button.setEnabled(False)
        self._show_extras()
        if self._desk.office.read_only:
            self.problem.setText("文件现在只能看，不能改。")
            for widget in (self.form, self.new_button, *self.tool_buttons):
                widget.setEnabled(False)

    def _note_edit(self) -> None:
        self._dirty = True
        self.save_button.setEnabled(True)

    def _select(self, key: int | None) -> None:
        self.listing.blockSignals(True)
        self.listing.select_ids([key] if key is not None else [])
        self.listing.blockSignals(False)


def _stack(holder: QWidget, *parts: QWidget) -> None:
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part)
