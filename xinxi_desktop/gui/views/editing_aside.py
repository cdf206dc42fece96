"""Beside the text: the originals it was made from, its marks, its earlier revisions."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from xinxi_desktop.gui.actions import name_key
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.models.columns import Row
from xinxi_desktop.gui.views.editing_comments import CommentsPage
from xinxi_desktop.gui.views.editing_lists import mark_rows
from xinxi_desktop.gui.views.editing_originals import OriginalsPage
from xinxi_desktop.gui.views.editing_revisions import RevisionsPage
from xinxi_desktop.gui.widgets.basics import label, set_words
from xinxi_desktop.gui.widgets.body_editor import BodyEditor
from xinxi_desktop.gui.widgets.field_strip import FieldStrip
from xinxi_desktop.gui.widgets.page_switch import PageSwitch
from xinxi_desktop.services import articles, credits, intake

_MARGIN, _GAP = 16, 12


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
        self._guessed: list[int] = []
        self.setObjectName("reading")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.fields = FieldStrip(mark_rows(desk.office.machine))
        self.units = label("")
        self.units.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_GAP)
        column.addWidget(self.fields)
        column.addLayout(self._make_credit())
        column.addWidget(label("供稿单位（在来稿的登记里更正）", "secondary"))
        column.addWidget(self.units)
        column.addStretch(1)
        self.fields.committed.connect(self._change)

    def show_article(self, row: Row, fixed: bool) -> None:
        """Show an article's marks; ``fixed`` ones can only be read."""
        self._key = row["id"]
        self.fields.show_values(row)
        self.fields.setEnabled(not fixed)
        self.credit.setText(credits.credit_words(self._desk.office, row["id"]))
        self._guessed = credits.guessed_problems(self._desk.office, row["id"])
        self.right.setVisible(bool(self._guessed) and not self._desk.office.read_only)
        names = articles.unit_names(self._desk.office, row["id"])
        self.units.setText("\n".join(names) or "没有登记单位")

    def show_nothing(self) -> None:
        """Empty the marks: no article is open."""
        self.fields.show_values({})
        self.fields.setEnabled(False)
        self.units.setText("")

    def commit(self) -> None:
        """Save the field in which the cursor is."""
        self.fields.commit()

    def _make_credit(self) -> QHBoxLayout:
        """What will be printed, and the word of the person where the program only guessed."""
        self.credit, self.right = label(""), QToolButton()
        self.credit.setWordWrap(True)
        set_words(self.right, "确是忧")
        self.right.setProperty("framed", True)
        self.right.setToolTip("喜忧核对过了，是忧类；不是的，请在上面改")
        self.right.clicked.connect(self._confirm_tone)
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        row.addWidget(self.credit, 1)
        row.addWidget(self.right, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _confirm_tone(self) -> None:
        key, ids = self._key, self._guessed
        act = partial(intake.confirm_tones, self._desk.office, ids)
        if self._desk.do(act, self._initiator) is not None:
            self.changed.emit(key)

    def _change(self, name: str, value: object) -> None:
        key = self._key
        act = partial(articles.change_article, self._desk.office, key, {name: value})
        if self._desk.do(act, self._initiator) is None:
            self.fields.refuse(name)
        else:
            self.changed.emit(key)


class EditingAside(PageSwitch):
    """原稿, 批注, 登记 and 历次稿 of the open article."""

    def __init__(self, desk: Desk, editor: BodyEditor, parent: QWidget) -> None:
        """Build the pages; ``editor`` has the text, acts are told as done by ``parent``."""
        super().__init__("稿件的旁边", parent, wraps=True)
        self._desk = desk
        self.originals = OriginalsPage(desk)
        self.comments = CommentsPage(desk, editor)
        self.marks = MarksPage(desk, parent)
        self.revisions = RevisionsPage(desk)
        self.add_page("originals", "原稿", self.originals)
        self.add_page("comments", "批注", self.comments)
        self.add_page("marks", "登记", self.marks)
        self.add_page("revisions", "历次稿", self.revisions)
        self.original = QToolButton()
        set_words(self.original, "原件")
        name_key(self.original, "editing.original")
        self.record = QToolButton()
        set_words(self.record, "履历")
        name_key(self.record, "editing.record")
        self.comments.counted.connect(self._count_comments)
        self.bar.gap()
        self.bar.add(self.original, self.record)

    def show_article(self, row: Row, fixed: bool) -> None:
        """Show what belongs to an article."""
        sources = articles.sources(self._desk.office, row["id"])
        self.originals.show_sources(sources)
        self.rename("originals", f"原稿 {len(sources)}" if len(sources) > 1 else "原稿")
        self.marks.show_article(row, fixed)
        self.revisions.show_article(row["id"], fixed)
        self.comments.show_article(row["id"], fixed)

    def show_nothing(self) -> None:
        """Empty the pages: no article is open."""
        self.originals.show_sources(())
        self.rename("originals", "原稿")
        self.marks.show_nothing()
        self.revisions.show_article(0, fixed=True)
        self.comments.show_article(0, fixed=True)

    def _count_comments(self, count: int) -> None:
        self.rename("comments", f"批注 {count}" if count else "批注")
