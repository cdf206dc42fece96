"""The titles behind a number of 统计; Enter goes to the submission."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from xinxi_desktop.domain.counting import CountRow
from xinxi_desktop.domain.period import Period
from xinxi_desktop.domain.vocabulary import SubmissionState
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.jobs import Control
from xinxi_desktop.gui.models.columns import Column, Row, plain
from xinxi_desktop.gui.models.rows import RowModel
from xinxi_desktop.gui.moments import moment
from xinxi_desktop.gui.views import statistics_table as table
from xinxi_desktop.gui.views.statistics_table import CountColumn
from xinxi_desktop.gui.widgets.basics import Bar, EmptyState
from xinxi_desktop.gui.widgets.elided import ElidedLabel
from xinxi_desktop.gui.widgets.list_view import ListView
from xinxi_desktop.services.office import Office
from xinxi_desktop.services.statistics import adopted_list, submitted_list

_SUBMITTED_COLUMNS = (
    Column("number", "编号", lambda row: f"{row['year']}-{row['number']}", 5),
    Column("title", "标题", plain("title"), 10, stretch=True, hint=plain("title")),
    Column("received", "收到", lambda row: moment(row["received_at"][:10]), 3),
    Column("state", "状态", lambda row: SubmissionState(row["state"]).label, 4),
)
_ADOPTED_COLUMNS = (
    Column("title", "标题", plain("title"), 10, stretch=True, hint=plain("title")),
    Column("publication", "刊物", plain("where"), 4, hint=plain("publication")),
    Column("number", "期号", plain("numbers"), 5, hint=plain("numbers")),
    Column("date", "日期", lambda row: moment(row["printed_on"]), 3),
)
_SUBMITTED, _ADOPTED, _EMPTY = range(3)


def titles_behind(
    office: Office, period: Period, unit: int | None, column: CountColumn
) -> list[Row]:
    """Read what a number counts: as many rows as the number says."""
    if column.counts in ("", table.SUBMITTED):
        rows = submitted_list(office, period, unit)
        return [{**row, "submission": row["id"]} for row in rows]
    places = adopted_list(office, period, unit, column.publication)
    if column.counts in (table.ITEMS, table.RATE):
        return _once_each(places)
    return [_told(row, [row]) for row in places]


def _once_each(places: Sequence[Row]) -> list[Row]:
    every: dict[int, list[Row]] = {}
    for row in places:
        every.setdefault(row["submission"], []).append(row)
    return [_told(rows[0], rows) for rows in every.values()]


def _told(row: Row, places: Sequence[Row]) -> Row:
    names = [str(each["publication"]).rpartition("·")[2] for each in places]
    numbers = [f"第{each['number']}期" for each in places]
    where = "、".join(dict.fromkeys(names))
    return {**row, "where": where, "numbers": "、".join(numbers)}


class TitlesPane(QWidget):
    """A heading that says which number, and its titles.

    Signals:
        submission_asked: a submission should be shown in 收稿.
    """

    submission_asked = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with a word on what this is for."""
        super().__init__(parent)
        self._desk = desk
        self._rows: list[Row] = []
        self._wanted: object = None
        self.heading = ElidedLabel("", "heading")
        self.submitted = self._make_list("statistics.submitted", _SUBMITTED_COLUMNS)
        self.adopted = self._make_list("statistics.adopted", _ADOPTED_COLUMNS)
        self.nothing = EmptyState("点表中任何一个数字，这里列出它数的是哪些标题。")
        self.stack = QStackedWidget()
        for page in (self.submitted, self.adopted, self.nothing):
            self.stack.addWidget(page)
        self.stack.setCurrentIndex(_EMPTY)
        self.go = QPushButton("到收稿看")
        self.go.setToolTip("到收稿里看选中的这一条（Enter）")
        self.go.clicked.connect(self._go_to_chosen)
        self.go.setEnabled(False)
        bar = Bar()
        bar.add(self.heading, self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.stack, 1)

    def show_behind(self, period: Period, row: CountRow, column: CountColumn) -> None:
        """List what the number in ``row`` under ``column`` counts."""
        self._wanted = wanted = (period, row.unit_id, column.title)
        office = self._desk.office
        words = column if column.counts else table.columns_for(())[2]

        def work(_control: Control) -> list[Row]:
            return titles_behind(office, period, row.unit_id, words)

        def done(rows: list[Row]) -> None:
            if self._wanted == wanted:
                self._show(row, words, rows)

        self._desk.jobs.run(work, done)

    def forget(self) -> None:
        """Show nothing: the period has changed."""
        self._wanted = None
        self.heading.setText("")
        self.go.setEnabled(False)
        self.nothing.sentence.setText("点表中任何一个数字，这里列出它数的是哪些标题。")
        self.stack.setCurrentIndex(_EMPTY)

    def _show(self, row: CountRow, column: CountColumn, rows: Sequence[Row]) -> None:
        self._rows = [{**each, "id": place} for place, each in enumerate(rows, 1)]
        whose = row.unit if row.unit_id is not None else "合计"
        what = "采用条数" if column.counts == table.RATE else column.title
        self.heading.setText(f"{whose}　{what} {len(rows):,}")
        shown = self.submitted if column.counts == table.SUBMITTED else self.adopted
        shown.rows.replace(range(1, len(rows) + 1))
        self.go.setEnabled(bool(rows))
        if rows:
            self.stack.setCurrentWidget(shown)
        else:
            self.nothing.sentence.setText(f"{whose}在这段时间没有{what}。")
            self.stack.setCurrentIndex(_EMPTY)

    def _make_list(self, name: str, columns: Sequence[Column]) -> ListView:
        listing = ListView(name, RowModel(columns, self._fetch, self), self._desk.values)
        listing.setAccessibleName("标题")
        listing.activated_id.connect(self._go_to)
        return listing

    def _fetch(self, ids: Sequence[int]) -> list[Row]:
        return [self._rows[key - 1] for key in ids]

    def _go_to_chosen(self) -> None:
        shown = self.stack.currentWidget()
        if isinstance(shown, ListView) and shown.current_id():
            self._go_to(shown.current_id())

    def _go_to(self, key: int) -> None:
        self.submission_asked.emit(int(self._rows[key - 1]["submission"]))
