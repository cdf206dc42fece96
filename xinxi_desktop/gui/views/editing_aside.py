"""Beside the text: the originals it was made from, its marks, its earlier revisions."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QPushButton, QToolButton, QVBoxLayout, QWidget

from xinxi_desktop.domain.document import from_json
from xinxi_desktop.gui.actions import name_key
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.models.columns import Row
from xinxi_desktop.gui.models.rows import RowModel
from xinxi_desktop.gui.moments import moment
from xinxi_desktop.gui.picture_shelf import PictureShelf
from xinxi_desktop.gui.views.editing_lists import REVISION_COLUMNS, mark_rows
from xinxi_desktop.gui.views.intake_lists import lead, number
from xinxi_desktop.gui.widgets.basics import Bar, Zones, label, set_words
from xinxi_desktop.gui.widgets.document_text import DocumentText
from xinxi_desktop.gui.widgets.field_strip import FieldStrip
from xinxi_desktop.gui.widgets.flow_layout import FlowLayout
from xinxi_desktop.gui.widgets.list_view import ListView
from xinxi_desktop.gui.widgets.page_switch import PageSwitch
from xinxi_desktop.services import articles, intake

_MARGIN, _GAP = 16, 12
_BAR_MARGINS = (12, 8, 12, 8)
_LONGEST_NAME = 8


class OriginalsPage(QWidget):
    """One text a source, chosen by the unit's name where there are several.

    Signals:
        open_asked: the id of the submission whose file should be opened.
    """

    open_asked = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin without sources."""
        super().__init__(parent)
        self._desk = desk
        self._sources: list[Row] = []
        self._place = 0
        self.choices: list[QToolButton] = []
        self.bar = QWidget()
        self.bar.setObjectName("bar")
        self.bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._flow = FlowLayout(self.bar)
        self._flow.setContentsMargins(*_BAR_MARGINS)
        self.text = DocumentText(shelf=PictureShelf(desk, self))
        self.text.setAccessibleName("原稿")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.text, 1)

    @property
    def shown(self) -> int:
        """The id of the submission that is shown, 0 for none."""
        return int(self._sources[self._place]["id"]) if self._sources else 0

    def show_sources(self, sources: Sequence[Row]) -> None:
        """Show the first of some submissions."""
        ids = [row["id"] for row in sources]
        if ids == [row["id"] for row in self._sources]:
            return
        self._sources = intake.submission_rows(self._desk.office, ids)
        for button in self.choices:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        several = len(self._sources) > 1
        self.choices = [self._make_choice(place) for place in range(len(ids))] if several else []
        for button in self.choices:
            self._flow.addWidget(button)
        self.bar.setVisible(several)
        self.show_place(0)

    def show_place(self, place: int) -> None:
        """Show one of the sources."""
        self._place = place
        for each, button in enumerate(self.choices):
            button.setChecked(each == place)
        if not self._sources:
            self.text.show_nothing()
            return
        row = intake.submission(self._desk.office, self.shown)
        told = f"来稿 {number(row)}　{moment(row['received_at'])}　{row['characters']:,} 字"
        self.text.show_document(row["title"], f"{lead(row)}　{told}", row["document"])

    def _make_choice(self, place: int) -> QToolButton:
        row = self._sources[place]
        name = (row["units"] or row["title"]).split("、")[0]
        short = name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"
        button = QToolButton()
        button.setCheckable(True)
        set_words(button, f"{place + 1} {short}")
        button.setToolTip(f"{name}：{row['title']}")
        button.clicked.connect(partial(self.show_place, place))
        return button


class MarksPage(QWidget):
    """The marks that the article has by itself; the sources' are the floor.

    Signals:
        changed: the id of an article whose marks were changed.
    """

    changed = Signal(int)

    def __init__(self, desk: Desk, initiator: QObject, parent: QWidget | None = None) -> None:
        """Change in the desk's office; acts are told as done by ``initiator``."""
        super().__init__(parent)
        self._desk, self._initiator = desk, initiator
        self._key = 0
        self.setObjectName("reading")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.fields = FieldStrip(mark_rows(desk.office.machine))
        self.units = label("")
        self.units.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_GAP)
        column.addWidget(self.fields)
        column.addWidget(label("供稿单位（在来稿的登记里更正）", "secondary"))
        column.addWidget(self.units)
        column.addStretch(1)
        self.fields.committed.connect(self._change)

    def show_article(self, row: Row, fixed: bool) -> None:
        """Show an article's marks; ``fixed`` ones can only be read."""
        self._key = row["id"]
        self.fields.show_values(row)
        self.fields.setEnabled(not fixed)
        names = articles.unit_names(self._desk.office, row["id"])
        self.units.setText("\n".join(names) or "没有登记单位")

    def commit(self) -> None:
        """Save the field in which the cursor is."""
        self.fields.commit()

    def _change(self, name: str, value: object) -> None:
        key = self._key
        act = partial(articles.change_article, self._desk.office, key, {name: value})
        if self._desk.do(act, self._initiator) is None:
            self.fields.refuse(name)
        else:
            self.changed.emit(key)


class RevisionsPage(QWidget):
    """Every revision with who made it and when; an old one can be taken again.

    Signals:
        restore_asked: number, title and body of the revision to take again.
    """

    restore_asked = Signal(int, str, object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._desk = desk
        self._rows: dict[int, Row] = {}
        self._newest = 0
        self._fixed = False
        self.model = RowModel(REVISION_COLUMNS, self._fetch, self)
        self.listing = ListView("editing.revisions", self.model, desk.values)
        self.listing.setAccessibleName("历次稿")
        self.listing.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.restore = QPushButton("恢复为这一稿")
        self.text = DocumentText(shelf=PictureShelf(desk, self))
        lower = QWidget()
        below = QVBoxLayout(lower)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        bar = Bar()
        bar.add(self.restore)
        bar.gap()
        below.addWidget(bar)
        below.addWidget(self.text, 1)
        zones = Zones(
            "editing.revisions", (self.listing, lower), (200, 400), desk.values, upright=True
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(zones)
        self.listing.chosen.connect(self._show)
        self.restore.clicked.connect(self._ask)

    def show_article(self, key: int, fixed: bool) -> None:
        """List an article's revisions, the newest chosen."""
        rows = articles.revisions(self._desk.office, key)
        self._fixed = fixed
        if [row["id"] for row in rows] != self.model.ids:
            self._rows = {row["id"]: row for row in rows}
            self._newest = rows[0]["id"] if rows else 0
            self.model.replace([row["id"] for row in rows])
            self.listing.select_ids([self._newest], self._newest)
        self._show(self.listing.current_id())

    def _show(self, key: int) -> None:
        row = self._rows.get(key)
        self.restore.setEnabled(bool(row) and key != self._newest and not self._fixed)
        if row is None:
            self.text.show_nothing()
        else:
            told = f"第{row['number']}稿　{row['person_name']}　{moment(row['at'])}"
            self.text.show_document(row["title"], told, from_json(row["body"]))

    def _ask(self) -> None:
        row = self._rows.get(self.listing.current_id())
        if row:
            self.restore_asked.emit(row["number"], row["title"], from_json(row["body"]))

    def _fetch(self, ids: Sequence[int]) -> list[Row]:
        return [self._rows[key] for key in ids]


class EditingAside(PageSwitch):
    """原稿, 登记 and 历次稿 of the open article."""

    def __init__(self, desk: Desk, initiator: QObject, parent: QWidget | None = None) -> None:
        """Build the three pages."""
        super().__init__("稿件的旁边", parent)
        self._desk = desk
        self.originals = OriginalsPage(desk)
        self.marks = MarksPage(desk, initiator)
        self.revisions = RevisionsPage(desk)
        self.add_page("originals", "原稿", self.originals)
        self.add_page("marks", "登记", self.marks)
        self.add_page("revisions", "历次稿", self.revisions)
        self.original = QToolButton()
        set_words(self.original, "原件")
        name_key(self.original, "editing.original")
        self.record = QToolButton()
        set_words(self.record, "履历")
        name_key(self.record, "editing.record")
        self.bar.gap()
        self.bar.add(self.original, self.record)

    def show_article(self, row: Row, fixed: bool) -> None:
        """Show what belongs to an article."""
        sources = articles.sources(self._desk.office, row["id"])
        self.originals.show_sources(sources)
        self.rename("originals", f"原稿 {len(sources)}" if len(sources) > 1 else "原稿")
        self.marks.show_article(row, fixed)
        self.revisions.show_article(row["id"], fixed)
