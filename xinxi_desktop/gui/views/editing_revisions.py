"""历次稿 beside the text: every revision, compared by words, and taken again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from xinxi_desktop.domain.document import Document, from_json
from xinxi_desktop.domain.spans import Piece
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.jobs import Control
from xinxi_desktop.gui.models.columns import Row
from xinxi_desktop.gui.models.rows import RowModel
from xinxi_desktop.gui.moments import moment
from xinxi_desktop.gui.picture_shelf import PictureShelf
from xinxi_desktop.gui.views.editing_lists import REVISION_COLUMNS
from xinxi_desktop.gui.widgets.basics import Bar, Zones
from xinxi_desktop.gui.widgets.compared_text import ComparedText
from xinxi_desktop.gui.widgets.document_text import DocumentText
from xinxi_desktop.gui.widgets.list_view import ListView
from xinxi_desktop.services import articles
from xinxi_desktop.services.comparing import compare_revisions

_CHOICES = ("只看这一稿", "与前一稿比较", "与最新一稿比较")
_ALONE, _NEWEST = 0, 2


class RevisionsPage(QWidget):
    """Every revision with who made it and when; an old one can be taken again.

    Signals:
        restore_asked: the number of the revision to take again.
    """

    restore_asked = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._desk = desk
        self._rows: dict[int, Row] = {}
        self._newest = 0
        self._asked = (0, 0)
        self._fixed = False
        self.model = RowModel(REVISION_COLUMNS, self._fetch, self)
        self.listing = ListView("editing.revisions", self.model, desk.values)
        self.listing.setAccessibleName("历次稿")
        self.listing.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.restore = QPushButton("恢复为这一稿")
        self.against = QComboBox()
        self.against.setAccessibleName("比较")
        self.against.addItems(list(_CHOICES))
        self.text = DocumentText(shelf=PictureShelf(desk, self))
        self.text.setAccessibleName("选中的一稿")
        self.compared = ComparedText()
        self.compared.setAccessibleName("两稿的不同")
        self.sheets = QStackedWidget()
        self.sheets.addWidget(self.text)
        self.sheets.addWidget(self.compared)
        lower = QWidget()
        below = QVBoxLayout(lower)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        bar = Bar()
        bar.add(self.against)
        bar.gap()
        bar.add(self.restore)
        below.addWidget(bar)
        below.addWidget(self.sheets, 1)
        zones = Zones(
            "editing.revisions", (self.listing, lower), (200, 400), desk.values, upright=True
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(zones)
        self.listing.chosen.connect(self._show)
        self.restore.clicked.connect(self._ask)
        self.against.currentIndexChanged.connect(lambda: self._show(self.listing.current_id()))

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
        pair = self._pair(key)
        self.sheets.setCurrentWidget(self.text if pair is None else self.compared)
        if row is None:
            self.text.show_nothing()
        elif pair is None:
            told = f"第{row['number']}稿　{row['person_name']}　{moment(row['at'])}"
            self.text.show_document(row["title"], told, from_json(row["body"]))
        else:
            old, new = (_text_of(self._rows[each]) for each in pair)
            self._asked = pair
            self._desk.jobs.run(partial(_pieces, old, new), partial(self._show_pieces, pair))

    def _pair(self, key: int) -> tuple[int, int] | None:
        """Give the older and the newer of the two revisions to compare, None for one alone."""
        place, ids = self.against.currentIndex(), self.model.ids
        if key not in ids or place == _ALONE:
            return None
        at = ids.index(key)
        if place == _NEWEST:
            return (key, self._newest) if at else None
        return (ids[at + 1], key) if at + 1 < len(ids) else None

    def _show_pieces(self, pair: tuple[int, int], pieces: tuple[Piece, ...]) -> None:
        if pair == self._asked:
            self.compared.show_pieces(pieces)

    def _ask(self) -> None:
        row = self._rows.get(self.listing.current_id())
        if row:
            self.restore_asked.emit(row["number"])

    def _fetch(self, ids: Sequence[int]) -> list[Row]:
        return [self._rows[key] for key in ids]


def _text_of(row: Row) -> tuple[str, Document]:
    return row["title"], from_json(row["body"])


def _pieces(
    old: tuple[str, Document], new: tuple[str, Document], _control: Control
) -> tuple[Piece, ...]:
    return compare_revisions(old, new)
