"""统计: 报送、采用 per unit for any period; every number lists what it counts."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QVBoxLayout, QWidget

from xinxi_desktop.domain.charts import Chart
from xinxi_desktop.domain.counting import CountRow
from xinxi_desktop.domain.period import Period
from xinxi_desktop.gui import exporting
from xinxi_desktop.gui.actions import bind, name_key
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.jobs import Control
from xinxi_desktop.gui.view import View
from xinxi_desktop.gui.views.statistics_period import PeriodBar
from xinxi_desktop.gui.views.statistics_table import CountColumn, CountTable, columns_for
from xinxi_desktop.gui.views.statistics_titles import TitlesPane
from xinxi_desktop.gui.widgets.basics import Bar, Zones, label, primary_button
from xinxi_desktop.gui.widgets.chart_view import ChartView
from xinxi_desktop.gui.widgets.page_switch import PageSwitch
from xinxi_desktop.services.statistics import Statistics, statistics, statistics_xlsx, year_start
from xinxi_desktop.services.statistics_charts import charts, statistics_pdf

_SIZES = (976, 390)
_NO_DATA = "这段时间没有收到来稿，下面各项都是 0。"


class StatisticsView(View):
    """Period, table, and beside it the titles behind a number."""

    key = "statistics"
    title = "统计"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the view; it counts when first shown."""
        super().__init__(desk, parent)
        self.counted: Statistics | None = None
        self._charts: tuple[Chart, ...] = ()
        self._wanted: Period | None = None
        self.period = PeriodBar()
        self.problem = label("", "danger")
        self.problem.setContentsMargins(12, 6, 12, 6)
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.heading = label("", "heading")
        self.remark = label("", "warn")
        self.only_active = QCheckBox("只看有报送的")
        self.order = QPushButton("建制顺序")
        self.copy = QPushButton("复制表格")
        self.export = primary_button("导出 Excel")
        self.paper = QPushButton("导出 PDF")
        self.table = CountTable()
        self.charts = ChartView()
        self.titles = TitlesPane(desk)
        self._lay_out()
        self._wire()

    def refresh(self) -> None:
        """Count the chosen period anew, beside the window."""
        self.period.use_year(year_start(self.desk.office))
        office, period = self.desk.office, self.period.period
        self._wanted = period

        def work(_control: Control) -> tuple[Statistics, tuple[Chart, ...]]:
            counted = statistics(office, period)
            return counted, charts(office, counted)

        self.desk.jobs.run(work, self._show)

    def start(self) -> None:
        """Put the focus into the table."""
        self.table.table.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back from the titles to the number they stand behind."""
        if event.key() == Qt.Key.Key_Escape:
            self.switch.show_page("table")
            self.start()
        else:
            super().keyPressEvent(event)

    def copy_table(self) -> None:
        """Put the whole table on the clipboard, to be pasted into Excel, WPS or Word."""
        if self.counted is not None:
            data = QMimeData()
            data.setText(self.table.as_text())
            data.setHtml(self.table.as_html())
            QApplication.clipboard().setMimeData(data)
            count = len(self.table.model.rows)
            self.desk.notifier.told(f"已复制 {count} 个单位和合计，可以粘贴到表格里")

    def export_table(self) -> None:
        """Export the table with all units as an Excel file."""
        if self.counted is not None:
            name = f"信息报送采用统计 {self.counted.period.title}"
            make = partial(statistics_xlsx, self.desk.office, self.counted, self._charts)
            exporting.export(self.desk, self, name, ".xlsx", make)

    def export_paper(self) -> None:
        """Export the table and the charts as a PDF, to be printed."""
        if self.counted is not None:
            name = f"信息报送采用统计 {self.counted.period.title}"
            make = partial(statistics_pdf, self.desk.office, self.counted)
            exporting.export(self.desk, self, name, ".pdf", make)

    def _show(self, found: tuple[Statistics, tuple[Chart, ...]]) -> None:
        counted, drawn = found
        if counted.period != self._wanted:
            return
        if self.counted is not None and self.counted.period != counted.period:
            self.titles.forget()
        self.counted = counted
        self._charts = drawn
        self.charts.show_charts(drawn)
        self.heading.setText(counted.period.title)
        self.remark.setText(_NO_DATA if counted.empty else "")
        self._show_rows()

    def _show_rows(self) -> None:
        if self.counted is None:
            return
        rows = [
            row for row in self.counted.rows if row.submitted or not self.only_active.isChecked()
        ]
        self.table.show_counts(columns_for(self.counted.publications), rows, self.counted.total)

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _take_period(self, _period: Period) -> None:
        self.refresh()
        self.table.table.setFocus()

    def _list_titles(self, row: CountRow, column: CountColumn) -> None:
        if self.counted is not None:
            self.titles.show_behind(self.counted.period, row, column)

    def _go_to_submission(self, key: int) -> None:
        self.desk.show_asked.emit("submission", key)

    def _lay_out(self) -> None:
        bar = Bar()
        bar.add(self.heading, self.remark)
        bar.gap()
        bar.add(self.only_active, self.order, self.copy, self.paper, self.export)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        self.switch = PageSwitch("表和图")
        self.switch.add_page("table", "表", self.table)
        self.switch.add_page("charts", "图", self.charts)
        self.switch.bar.gap()
        column.addWidget(self.switch, 1)
        zones = Zones("statistics", (left, self.titles), _SIZES, self.desk.values)
        zones.setStretchFactor(0, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.period)
        whole.addWidget(self.problem)
        whole.addWidget(zones, 1)

    def _wire(self) -> None:
        self.period.chosen.connect(self._take_period)
        self.period.refused.connect(self._say)
        self.only_active.toggled.connect(self._show_rows)
        self.table.asked.connect(self._list_titles)
        self.titles.submission_asked.connect(self._go_to_submission)
        bind(self, "statistics.period", self.period.start_typing)
        for key, button, slot in (
            ("statistics.order", self.order, self.table.use_office_order),
            ("statistics.copy", self.copy, self.copy_table),
            ("statistics.paper", self.paper, self.export_paper),
            ("statistics.export", self.export, self.export_table),
        ):
            button.clicked.connect(slot)
            bind(self, key, slot)
            name_key(button, key)
