"""撤销记录: what was done, newest first, and for the chosen step what its undo would do."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from xinxi_desktop import settings
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.models.columns import Column, Row, plain
from xinxi_desktop.gui.models.rows import RowModel
from xinxi_desktop.gui.moments import moment
from xinxi_desktop.gui.widgets.basics import Zones, label, may_fill_screen, primary_button
from xinxi_desktop.gui.widgets.list_view import ListView
from xinxi_desktop.services import undoing
from xinxi_desktop.services.acts import redoable
from xinxi_desktop.services.office import Changes

_NAME = "dialog.undo_history"
_SIZE = (70, 43)
"""In units of the text size."""

_EDGE = QSize(48, 96)
"""What the window's frame and the system's bar take of the screen."""

_MARGIN, _GAP = 16, 12


class UndoHistoryDialog(QDialog):
    """The list, 将撤销 below it, and two ways back; it stays open after an undo."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Show the steps of the desk's office."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("撤销记录")
        may_fill_screen(self)
        self._desk = desk
        self.model = RowModel(_COLUMNS, self._fetch, self)
        self.listing = ListView("undo_history", self.model, desk.values)
        self.listing.setAccessibleName("做过的事，最近的在上面")
        self.what = QPlainTextEdit()
        self.what.setReadOnly(True)
        self.what.setTabChangesFocus(True)
        self.what.setAccessibleName("将撤销什么")
        self.heading = label("", "heading")
        self.heading.setWordWrap(True)
        self.refused = label("", "warn")
        self.refused.setWordWrap(True)
        self.one = primary_button("撤销这一步")
        self.since = QPushButton("撤销到这一步")
        self.again = QPushButton("重做")
        self.close_button = QPushButton("关闭")
        self._lay_out()
        self._wire()
        self._restore()
        self._fill()

    def _lay_out(self) -> None:
        below = QWidget()
        lower = QVBoxLayout(below)
        lower.setContentsMargins(0, _GAP, 0, 0)
        lower.setSpacing(_GAP)
        for part, stretch in ((self.heading, 0), (self.refused, 0), (self.what, 1)):
            lower.addWidget(part, stretch)
        values = self._desk.values
        zones = Zones("undo_history", (self.listing, below), (320, 220), values, upright=True)
        buttons = QHBoxLayout()
        for button in (self.again, self.close_button, self.since, self.one):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.insertStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_GAP)
        lead = label(
            "选一步，下面会写明撤销它时什么退回成什么。一次登记的一批文件算一步。", "secondary"
        )
        lead.setWordWrap(True)
        column.addWidget(lead)
        column.addWidget(zones, 1)
        column.addLayout(buttons)

    def _wire(self) -> None:
        self.listing.chosen.connect(self._show)
        self.one.clicked.connect(self._undo_one)
        self.since.clicked.connect(self._undo_since)
        self.again.clicked.connect(self._desk.redo_newest)
        self.close_button.clicked.connect(self.accept)
        self.finished.connect(self._remember)
        self._desk.changed.connect(self._follow)

    def _fill(self) -> None:
        ids = undoing.step_ids(self._desk.office)
        self.model.replace(ids)
        if not self.listing.selected_ids() and ids:
            self.listing.select_ids(ids[:1])
        self.listing.setFocus()
        self._show(self.listing.current_id())
        again = "" if self._desk.office.read_only else redoable(self._desk.office)
        self.again.setEnabled(bool(again))
        self.again.setToolTip(f"重做刚才撤销的：{again}" if again else "没有刚撤销、可以重做的")

    def _fetch(self, ids: Sequence[int]) -> list[Row]:
        return undoing.step_rows(self._desk.office, ids)

    def _follow(self, _changes: Changes, _initiator: object) -> None:
        self._fill()

    def _show(self, step: int) -> None:
        row = self.model.row_of(step)
        if not row:
            self._say("还没有做过什么。", "", ())
            self._allow(False, False, 0)
            return
        plan = undoing.plan(self._desk.office, step)
        batch = f"（一批 {row['acts']} 个，一起撤销）" if row["acts"] > 1 else ""
        head = "已撤销的一步，当时的改动：" if row["undone_by"] else f"将撤销{batch}："
        lines = plan.lines or ("没有可以退回的内容。",)
        read_only = self._desk.office.read_only
        refused = "现在只能看，不能改，所以不能撤销。" if read_only else plan.refused
        # The step alone may go back though not all after it; the quiet button needs its reason.
        told = refused or (plan.refused_since and f"可以单独撤销。{plan.refused_since}")
        self._say(head, told, () if row["final"] or row["undone_by"] else lines)
        self._allow(not refused, not (read_only or plan.refused_since), plan.since)

    def _say(self, heading: str, refused: str, lines: Sequence[str]) -> None:
        self.heading.setText(heading if lines else "")
        self.heading.setVisible(bool(lines))
        self.refused.setText(refused)
        self.refused.setVisible(bool(refused))
        self.what.setPlainText("\n".join(f"· {line}" for line in lines))

    def _allow(self, one: bool, since: bool, steps: int) -> None:
        self.one.setEnabled(one)
        self.since.setEnabled(since and steps > 1)
        self.since.setText(
            f"撤销到这一步（共 {steps} 步）" if since and steps > 1 else "撤销到这一步"
        )

    def _undo_one(self) -> None:
        self._desk.undo(self.listing.current_id())

    def _undo_since(self) -> None:
        step = self.listing.current_id()
        self._desk.take_back(partial(undoing.undo_since, self._desk.office, step))

    def _restore(self) -> None:
        room = self.screen().availableSize() - _EDGE
        self.resize((QSize(*_SIZE) * QApplication.font().pixelSize()).boundedTo(room))
        kept = self._desk.values.get(settings.WINDOWS).get(_NAME, "")
        self.restoreGeometry(QByteArray.fromBase64(kept.encode()))

    def _remember(self) -> None:
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self._desk.values.remember(settings.WINDOWS, _NAME, geometry)


def _told(row: Row) -> str:
    words = str(row["summary"] or row["name"])
    return f"一批 {row['acts']} 个：{words}等" if row["acts"] > 1 else words


def _state(row: Row) -> str:
    if row["redone"]:
        return "已撤销，又重做"
    if row["undone_by"]:
        return f"已撤销 {moment(row['undone_at'])}"
    return "已成定局，不能撤销" if row["final"] else "已做"


_COLUMNS = (
    Column("at", "时间", lambda row: moment(row["at"]), 6),
    Column("person", "谁", plain("person_name"), 5),
    Column("name", "做了什么", plain("name"), 6),
    Column("summary", "结果", _told, 14, stretch=True, hint=_told),
    Column("touched", "涉及", plain("touched"), 12, spare=1, hint=lambda row: str(row["touched"])),
    Column("state", "情况", _state, 9, tone=lambda _row: "secondary"),
)
