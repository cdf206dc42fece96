"""原稿 beside the text: what an article was made from, and what it left out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QToolButton, QVBoxLayout, QWidget

from xinxi_desktop import settings
from xinxi_desktop.domain.document import Document
from xinxi_desktop.domain.spans import Span
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.models.columns import Row
from xinxi_desktop.gui.moments import moment
from xinxi_desktop.gui.picture_shelf import PictureShelf
from xinxi_desktop.gui.views.intake_lists import lead, number
from xinxi_desktop.gui.widgets.basics import Bar, set_words
from xinxi_desktop.gui.widgets.body_text import shown_text
from xinxi_desktop.gui.widgets.document_text import DocumentText
from xinxi_desktop.gui.widgets.elided import ElidedLabel
from xinxi_desktop.gui.widgets.flow_layout import FlowLayout
from xinxi_desktop.services import intake

_BAR_MARGINS = (12, 8, 12, 8)
_LONGEST_NAME = 8
_UNMARKED = "editing.changes"
_LEGEND = "删除线：没有采入　下划线：新写的"


class OriginalsPage(QWidget):
    """One text a source, chosen by the unit's name where there are several.

    Signals:
        shown_changed: another source is shown, or the marks are wanted or not.
    """

    shown_changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin without sources."""
        super().__init__(parent)
        self._desk = desk
        self._sources: list[Row] = []
        self._documents: list[Document] = []
        self._gone: Sequence[Sequence[Span]] = ()
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
        self.changes = QCheckBox("标出改动")
        self.changes.setChecked(_UNMARKED not in desk.values.get(settings.FOLDED))
        self.changes.toggled.connect(self._choose_marking)
        self.legend = ElidedLabel(_LEGEND, "secondary")
        foot = Bar()
        foot.add(self.changes, self.legend)
        column.addWidget(self.bar)
        column.addWidget(self.text, 1)
        column.addWidget(foot)

    @property
    def shown(self) -> int:
        """The id of the submission that is shown, 0 for none."""
        return int(self._sources[self._place]["id"]) if self._sources else 0

    @property
    def marking(self) -> bool:
        """Whether the person wants to see what changed."""
        return self.changes.isChecked()

    def texts(self) -> tuple[str, ...]:
        """The texts of all sources as they are shown."""
        return tuple(shown_text(document) for document in self._documents)

    def mark_gone(self, gone: Sequence[Sequence[Span]]) -> None:
        """Strike through what the article left out, for each source."""
        self._gone = gone
        self.text.mark_gone(tuple(gone[self._place]) if self._place < len(gone) else ())

    def show_sources(self, sources: Sequence[Row]) -> None:
        """Show the first of some submissions."""
        ids = [row["id"] for row in sources]
        if ids == [row["id"] for row in self._sources]:
            return
        office = self._desk.office
        self._sources = intake.submission_rows(office, ids)
        self._documents = [intake.submission(office, key)["document"] for key in ids]
        self._gone = ()
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
        row = self._sources[place]
        told = f"来稿 {number(row)}　{moment(row['received_at'])}　{row['characters']:,} 字"
        self.text.show_document(row["title"], f"{lead(row)}　{told}", self._documents[place])
        self.mark_gone(self._gone)

    def _choose_marking(self, wanted: bool) -> None:
        self._desk.values.fold(_UNMARKED, not wanted)
        self.shown_changed.emit()

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
