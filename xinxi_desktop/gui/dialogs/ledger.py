"""导入往年台账: columns, doubts and the first rows stand together before anything is written."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from xinxi_desktop.domain.ledger import FIELDS, NEEDED, LedgerSheet
from xinxi_desktop.domain.times import today
from xinxi_desktop.errors import XinxiError
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.jobs import Control
from xinxi_desktop.gui.models.columns import Column, plain
from xinxi_desktop.gui.widgets.basics import (
    EmptyState,
    ListPane,
    label,
    may_fill_screen,
    number_box,
    primary_button,
)
from xinxi_desktop.gui.widgets.short_table import ShortTable
from xinxi_desktop.services import ledger, registers, units
from xinxi_desktop.services.office import Changes

_MARGIN, _GAP = 20, 12
_SIZE = (1240, 660)
_PREVIEW = 200
_FIRST_YEAR = 1990
_COLUMNS = (
    Column("line", "行", plain("line"), 3, number=True),
    Column("state", "情况", plain("state"), 9, hint=plain("state"),
           tone=lambda row: "warn" if row["left"] else "ok"),
    Column("received", "收到日期", plain("received"), 6),
    Column("units", "单位", plain("units"), 7, hint=plain("units")),
    Column("title", "标题", plain("title"), 10, stretch=True, hint=plain("title")),
    Column("places", "采用", plain("places"), 8, hint=plain("places")),
)  # fmt: skip


class LedgerDialog(QDialog):
    """Shows what would come of an import, follows every choice, and imports as a job.

    Signals:
        imported: what the import did.
    """

    imported = Signal(object)

    def __init__(
        self, desk: Desk, path: Path, sheets: tuple[LedgerSheet, ...], parent: QWidget | None = None
    ) -> None:
        """Begin with the sheet that has most rows."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"导入往年台账：{path.name}")
        may_fill_screen(self)
        self._desk, self._path, self._sheets = desk, path, sheets
        self._choices = ledger.Choices()
        self._plan: ledger.LedgerPlan | None = None
        self.sheet = QComboBox()
        self.year = number_box()
        self.columns: dict[str, QComboBox] = {}
        self.doubts: dict[str, QComboBox] = {}
        self._doubt_grid = QGridLayout()
        self.rows = ShortTable("ledger", "台账的行", _COLUMNS, desk.values)
        self.told = label("", "secondary")
        self.problem = label("", "danger")
        self.go = primary_button("导入")
        self.cancel = QPushButton("取消")
        self._lay_out()
        self.sheet.currentIndexChanged.connect(self._take_sheet)
        self.year.valueChanged.connect(self._read)
        self.go.clicked.connect(self._import)
        self.cancel.clicked.connect(self.reject)
        self._take_sheet()

    def _lay_out(self) -> None:
        self.sheet.setAccessibleName("工作表")
        for each in self._sheets:
            self.sheet.addItem(f"{each.name}（{len(each.rows)} 行）")
        self.year.setAccessibleName("没写年份的日期是哪一年")
        self.year.setRange(_FIRST_YEAR, int(today()[:4]))
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        _row(grid, "工作表", self.sheet)
        _row(grid, "没写年份的是", self.year)
        for name, word in FIELDS.items():
            box = self.columns[name] = QComboBox()
            box.setAccessibleName(f"{word}是哪一列")
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(12)
            _row(grid, f"{word} *" if name in NEEDED else word, box)
            box.activated.connect(self._read)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, _GAP, 0)
        column.addWidget(label("台账的哪一列是什么", "heading"))
        column.addLayout(grid)
        column.addLayout(self._doubt_grid)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(left)
        area.setMinimumWidth(380)
        middle = QHBoxLayout()
        middle.addWidget(area, 2)
        middle.addWidget(ListPane(self.rows, EmptyState("没有可以读的行。")), 5)
        lead = label(
            "每行算一条报送，写明刊物和期号的算采用，计入那个时期的统计。"
            "认不出的行不导入，存成另一个 Excel 文件，改好可以再导入。整批可以撤销。",
            "secondary",
        )
        lead.setWordWrap(True)
        self.told.setWordWrap(True)
        self.problem.setWordWrap(True)
        foot = QHBoxLayout()
        foot.addWidget(self.told, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.go)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        whole.setSpacing(_GAP)
        whole.addWidget(lead)
        whole.addLayout(middle, 1)
        whole.addWidget(self.problem)
        whole.addLayout(foot)
        self.resize(*_SIZE)

    @property
    def _sheet(self) -> LedgerSheet:
        return self._sheets[self.sheet.currentIndex()]

    def _take_sheet(self) -> None:
        """Offer the columns of another sheet, chosen as last time or by likeness."""
        sheet = self._sheet
        known = ledger.columns_for(self._desk.office, sheet)
        for name, box in self.columns.items():
            box.clear()
            box.addItem("（没有）", -1)
            for place, heading in enumerate(sheet.headings):
                box.addItem(heading or f"第 {place + 1} 列", place)
            box.setCurrentIndex(box.findData(known.get(name, -1)))
        self.year.blockSignals(True)
        self.year.setValue(sheet.year or int(today()[:4]))
        self.year.blockSignals(False)
        self._choices = ledger.Choices()
        self._read()

    def _read(self) -> None:
        """Tell what would come of it now."""
        columns = {
            name: int(box.currentData())
            for name, box in self.columns.items()
            if int(box.currentData()) >= 0
        }
        try:
            self._plan = ledger.plan_import(
                self._desk.office, self._sheet, columns, self._choices, self.year.value()
            )
        except XinxiError as error:
            self._plan = None
            self._say(error.sentence)
            self.told.setText("")
            self.rows.show_rows([])
        else:
            self._say("")
            self.told.setText(f"{self._plan.words}。")
            self._show_rows(self._plan)
            self._show_doubts(self._plan)
        self.go.setEnabled(self._plan is not None and bool(self._plan.entries))

    def _show_rows(self, plan: ledger.LedgerPlan) -> None:
        families = {row["id"]: row["name"] for row in registers.publications(self._desk.office)}
        left = [
            {"line": each.line, "left": True, "state": each.reason, "title": "　".join(each.cells)}
            for each in plan.leftovers
        ]
        good = [
            {
                "line": each.entry.line, "left": False, "state": "可以导入",
                "received": each.entry.received, "units": "、".join(each.entry.units),
                "title": each.entry.title,
                "places": "；".join(
                    f"《{families[family]}》{year}年第{number}期"
                    for family, year, number in each.places
                ),
            }
            for each in plan.entries[:_PREVIEW]
        ]  # fmt: skip
        self.rows.show_rows([*left, *good])

    def _show_doubts(self, plan: ledger.LedgerPlan) -> None:
        """One choice for each name that the office file does not know."""
        if set(self.doubts) == {*plan.unknown_units, *plan.unknown_publications}:
            return
        while (item := self._doubt_grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.doubts = {}
        if plan.unknown_units:
            self._doubt_grid.addWidget(label("不认识的单位", "heading"), 0, 0, 1, 2)
        every = [(row["name"], row["id"]) for row in units.units(self._desk.office)]
        fresh = [("登记为新单位（待确认）", ledger.NEW_UNIT), ("不导入", ledger.LEAVE)]
        for name in plan.unknown_units:
            self._add_doubt(name, [*fresh, *every], self._choices.units)
        if plan.unknown_publications:
            line = self._doubt_grid.rowCount()
            self._doubt_grid.addWidget(label("不认识的刊物", "heading"), line, 0, 1, 2)
        families = registers.publications(self._desk.office)
        listed = [(f"《{row['name']}》", row["id"]) for row in families]
        for name in plan.unknown_publications:
            self._add_doubt(name, [("不导入", ledger.LEAVE), *listed], self._choices.publications)

    def _add_doubt(self, name: str, offered: list[tuple[str, int]], kept: dict[str, int]) -> None:
        box = self.doubts[name] = QComboBox()
        box.setAccessibleName(f"“{name}”是哪个")
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(12)
        for word, value in offered:
            box.addItem(word, value)
        box.setCurrentIndex(max(box.findData(kept.get(name, offered[0][1])), 0))
        box.activated.connect(partial(self._choose, name, box, kept))
        _row(self._doubt_grid, name, box)

    def _choose(self, name: str, box: QComboBox, kept: dict[str, int], _place: int) -> None:
        kept[name] = int(box.currentData())
        self._read()

    def _import(self) -> None:
        """Keep the leftovers first; then import beside the window, whole or not at all."""
        plan, office, path = self._plan, self._desk.office, self._path
        if plan is None:
            return

        def work(control: Control) -> tuple[Changes, Path | None]:
            kept = ledger.keep_leftovers(plan, path)
            return ledger.import_ledger(office, plan, control), kept

        self.go.setEnabled(False)
        self._desk.jobs.run(work, self._done, self._failed, title="导入往年台账",
                            on_cancelled=self._cancelled)  # fmt: skip

    def _done(self, found: tuple[Changes, Path | None]) -> None:
        changes, kept = found
        self.imported.emit(changes)
        self._desk.did(changes)
        if kept is not None:
            self._desk.notifier.warn(f"没有导入的行连同原因存在“{kept}”。", lasting=True)
        self.accept()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, XinxiError):
            raise error
        self.go.setEnabled(True)
        self._say(error.sentence)

    def _cancelled(self) -> None:
        self.go.setEnabled(True)
        self._say("已停下，一条也没有导入。")

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))


def _row(grid: QGridLayout, word: str, widget: QWidget) -> None:
    caption = QLabel(word)
    caption.setBuddy(widget)
    line = grid.rowCount()
    grid.addWidget(caption, line, 0)
    grid.addWidget(widget, line, 1)
