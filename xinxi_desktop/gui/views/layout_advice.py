"""版面建议 under the pages: all that is marked on them, remedies to try and keep, and those kept."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from xinxi_desktop.domain.advice import Advice, Cut, Remedy
from xinxi_desktop.gui.actions import name_key
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.jobs import Control
from xinxi_desktop.gui.models.columns import Row
from xinxi_desktop.gui.views import layout_words as words
from xinxi_desktop.gui.widgets.basics import Bar, label, set_words
from xinxi_desktop.gui.widgets.page_preview import PageMark
from xinxi_desktop.services import page_advice as service
from xinxi_desktop.services.bulletins import Printed
from xinxi_desktop.services.page_advice import Kept, PageAdvice
from xinxi_desktop.services.page_marks import MarginMark, margin_marks

_SHARE = 0.45
"""Of the pane's height, at most; the pages keep the rest."""
_EDGE = 12
_NOT_YET = "正在看这一期的版面，请稍等一下再按。"
_NOTHING = "这一期的版面没有要看的地方，没有建议。"
_SETTLED = "这一期的版面已经定下，没有版面建议；退改以后才有。"
_FINAL = "这一期已经付印，版面不能再动，没有版面建议。"


class AdvicePane(QWidget):
    """A strip with the count; below it, once opened, each spot to look at with its remedies.

    The count is that of the marks on the pages: advice, and what no advice helps.

    Signals:
        pages_asked: these pages (a trial, or the issue itself again) should be shown.
        article_asked: an article should be shown in 编辑.
        page_asked: a page (from 0) should be shown.
        spot_asked: page (from 0) and height (pt) that should be shown.
        marked: MarginMarks for the pages that are shown.
    """

    pages_asked = Signal(object)
    article_asked = Signal(int)
    page_asked = Signal(int)
    spot_asked = Signal(int, float)
    marked = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with nothing to say."""
        super().__init__(parent)
        self._desk = desk
        self._issue: Row = {}
        self._printed: Printed | None = None
        self._tried: QAbstractButton | None = None
        self._others: tuple[PageMark, ...] = ()
        self._looking = False
        self.told = PageAdvice()
        self.count = label("", "heading")
        self.trying = label("", "warn")
        self.fold = QToolButton()
        self.fold.setCheckable(True)
        set_words(self.fold, "展开")
        self.fold.setAccessibleName("展开版面建议")
        self.area = QScrollArea()
        self.area.setAccessibleName("版面建议")
        self._lay_out()
        self.fold.toggled.connect(self._open)
        name_key(self.fold, "layout.advice")
        self.clear()

    def clear(self) -> None:
        """Say nothing: another issue is on its way."""
        self._printed, self.told, self._tried = None, PageAdvice(), None
        self._others, self._looking = (), False
        self.setVisible(False)

    def close_up(self) -> None:
        """Fold: what was opened was about another issue."""
        self.fold.setChecked(False)

    def ask(self) -> None:
        """Open or fold; where there is nothing to open, say why."""
        if self.isVisible():
            self.fold.toggle()
        elif self._looking:
            self._desk.notifier.told(_NOT_YET)
        else:
            self._desk.notifier.told(self._why_nothing())

    def _why_nothing(self) -> str:
        if self._desk.office.read_only:
            return "文件现在只能看，不能改，没有版面建议。"
        if self._issue and words.may(self._issue, "arrange"):
            return _NOTHING
        return _SETTLED if self._issue and words.may(self._issue, "return") else _FINAL

    def show_printed(self, issue: Row, printed: Printed) -> None:
        """Look over the pages of an issue beside the window; only one that may still be changed."""
        self.clear()
        self._issue = issue
        if not words.may(issue, "arrange") or self._desk.office.read_only:
            return
        self._printed, self._looking = printed, True
        office, key = self._desk.office, issue["id"]

        def work(_control: Control) -> tuple[PageAdvice, tuple[MarginMark, ...]]:
            told = service.page_advice(office, key, printed)
            return told, margin_marks(printed, told.advice)

        self._desk.jobs.run(work, partial(self._show, printed))

    def _show(self, printed: Printed, found: tuple[PageAdvice, tuple[MarginMark, ...]]) -> None:
        if printed is not self._printed:
            return
        told, marks = found
        self.told, self._looking = told, False
        self.marked.emit(marks)

    def show_others(self, marks: Sequence[PageMark]) -> None:
        """Show the advice, and of all that is marked on the pages what no advice is about."""
        advised = {each.words for each in self.told.advice}
        self._others = tuple(mark for mark in marks if mark.said not in advised)
        count = len(self.told.advice) + len(self._others)
        parts = [f"有 {count} 处要看"] if count else []
        parts += [f"已采用 {len(self.told.kept)} 处"] if self.told.kept else []
        self.count.setText(f"版面建议　{'，'.join(parts)}")
        self.trying.setText("")
        self._fill()
        self.setVisible(bool(parts))

    def _fill(self) -> None:
        inside = QWidget()
        inside.setObjectName("foot")
        column = QVBoxLayout(inside)
        column.setContentsMargins(_EDGE, 4, _EDGE, 8)
        column.setSpacing(4)
        for each in self.told.advice:
            self._add_advice(column, each)
        for mark in self._others:
            self._add_other(column, mark)
        for kept in self.told.kept:
            self._add_kept(column, kept)
        column.addStretch(1)
        self.area.setWidget(inside)
        self._fit()

    def _fit(self) -> None:
        """Take the height that is needed, and leave the pages the larger part."""
        inside, whole = self.area.widget(), self.parentWidget()
        rows = inside.layout() if inside is not None else None
        if rows is None or whole is None:
            return
        needed = rows.totalHeightForWidth(self.area.viewport().width())
        self.area.setFixedHeight(max(1, min(needed, round(whole.height() * _SHARE))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit anew: words take other lines at another width."""
        super().resizeEvent(event)
        self._fit()

    def _add_advice(self, column: QVBoxLayout, each: Advice) -> None:
        see = QPushButton("看这页")
        see.clicked.connect(partial(self.page_asked.emit, each.page - 1))
        column.addLayout(_row(_wrapped(each.words), see))
        for remedy in each.remedies:
            attempt, keep = QPushButton("试一试"), QPushButton("采用")
            attempt.setCheckable(True)
            attempt.toggled.connect(partial(self._try, remedy, attempt))
            keep.clicked.connect(partial(self._keep, remedy))
            column.addLayout(_row(_wrapped(remedy.words, "secondary"), attempt, keep, inset=True))
        if each.cut:
            edit = QPushButton("去编辑")
            edit.clicked.connect(partial(self._edit, each.cut))
            column.addLayout(_row(_wrapped(each.cut.words, "secondary"), edit, inset=True))
        if not each.remedies and not each.cut:
            nothing = "在限度内调字距、空行都不够，请在“编辑”里增删几个字，或调整条目次序。"
            column.addLayout(_row(_wrapped(nothing, "secondary"), inset=True))

    def _add_other(self, column: QVBoxLayout, mark: PageMark) -> None:
        see = QPushButton("看这处")
        see.clicked.connect(partial(self.spot_asked.emit, mark.page, mark.y))
        column.addLayout(_row(_wrapped(mark.told), see))

    def _add_kept(self, column: QVBoxLayout, kept: Kept) -> None:
        undo = QPushButton("撤消")
        undo.clicked.connect(partial(self._drop, kept))
        rests = "（文字已改，不再起作用）" if kept.rests else ""
        column.addLayout(_row(_wrapped(f"已采用：{kept.words}{rests}"), undo))

    def _try(self, remedy: Remedy, button: QAbstractButton, on: bool) -> None:
        """Show the pages with the remedy, or as they are again."""
        printed = self._printed
        if printed is None:
            return
        if not on:
            if self._tried is button:
                self._tried = None
                self.trying.setText("")
                self.pages_asked.emit(printed)
            return
        before, self._tried = self._tried, button
        if before is not None:
            before.setChecked(False)

        def work(_control: Control) -> Printed:
            return service.try_remedy(printed, remedy)

        self._desk.jobs.run(work, partial(self._show_trial, button))

    def _show_trial(self, button: QAbstractButton, tried: Printed) -> None:
        if self._tried is button:
            self.trying.setText("版面是试看的样子，还没有采用。")
            self.pages_asked.emit(tried)

    def _keep(self, remedy: Remedy) -> None:
        office, key = self._desk.office, self._issue["id"]
        self._desk.do(partial(service.adopt_remedy, office, key, remedy))

    def _drop(self, kept: Kept) -> None:
        office, key = self._desk.office, self._issue["id"]
        self._desk.do(partial(service.drop_cures, office, key, [kept]))

    def _edit(self, cut: Cut) -> None:
        self.article_asked.emit(cut.article)

    def _open(self, on: bool) -> None:
        set_words(self.fold, "收起" if on else "展开")
        self.area.setVisible(on)
        self._fit()

    def _lay_out(self) -> None:
        bar = Bar()
        bar.add(self.count, self.trying)
        bar.gap()
        bar.add(self.fold)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setVisible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.area)


def _row(words_: QLabel, *buttons: QPushButton, inset: bool = False) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(16 if inset else 0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(words_, 1)
    for button in buttons:
        button.setAccessibleName(f"{button.text()}：{words_.text()}")
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
    return row


def _wrapped(text: str, role: str = "") -> QLabel:
    made = label(text, role)
    made.setWordWrap(True)
    return made
