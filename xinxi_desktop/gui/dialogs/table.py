"""A table of an article as cells that can be written in, with rows and columns put in or out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QByteArray, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from xinxi_desktop import settings
from xinxi_desktop.domain.document import Table
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.final import FinalDialog
from xinxi_desktop.gui.notify import Question
from xinxi_desktop.gui.widgets.basics import (
    label,
    may_fill_screen,
    number_box,
    primary_button,
    set_words,
)

Cells = tuple[tuple[str, ...], ...]
_SIZE = (760, 480)
_MARGIN, _GAP = 20, 12
_NARROWEST = 96
_WINDOW = "dialog.table"
_LOST = "填好的内容还没有放进稿件，放弃以后找不回来。"
_EMPTY = Table("", (("", "", ""),) * 3)


class TableDialog(QDialog):
    """Changes a copy of a table; nothing happens to the text before one says so.

    Signals:
        changed: the Table as it should be.
    """

    changed = Signal(object)

    def __init__(self, desk: Desk, table: Table | None, parent: QWidget) -> None:
        """Begin with a table of the text, or with an empty one."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._table = desk, table or _EMPTY
        self.setWindowTitle("改表格" if table else "插入表格")
        may_fill_screen(self)
        self.cells = _Cells()
        self.cells.setItemDelegate(_Lines(self.cells))
        self.cells.setWordWrap(True)
        self.cells.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.cells.horizontalHeader().setMinimumSectionSize(_NARROWEST)
        self.cells.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.cells.setAccessibleName("表格的内容")
        self.heads = number_box()
        self.heads.setRange(0, len(self._table.rows))
        self.heads.setValue(self._table.header_rows)
        self.tools: dict[str, QToolButton] = {}
        self.problem = label("", "danger")
        self.go, self.cancel = primary_button("改好" if table else "插入"), QPushButton("取消")
        self.cancel.setAutoDefault(False)
        # Enter is for the cells.
        self.go.setAutoDefault(False)
        self._fill()
        self._before = (self.rows(), self.heads.value())
        self._lay_out()
        self.cells.pasted.connect(self.paste)
        self.go.clicked.connect(self._take)
        self.cancel.clicked.connect(self.reject)
        self.finished.connect(self._remember)
        self.cells.setFocus()
        self.cells.setCurrentCell(0, 0)

    def paste(self) -> None:
        """Put cells copied in Excel, WPS or Word in from the chosen cell on."""
        lines = QApplication.clipboard().text().rstrip("\n").split("\n")
        top, left = max(self.cells.currentRow(), 0), max(self.cells.currentColumn(), 0)
        for row, line in enumerate(lines, top):
            for column, text in enumerate(line.rstrip("\r").split("\t"), left):
                self._make_room(row, column)
                self.cells.setItem(row, column, QTableWidgetItem(text))
        self._count()

    def reject(self) -> None:
        """Ask first where something was filled in: Esc and the window's × come too easily."""
        # What is being written in a cell belongs to it.
        self.cancel.setFocus()
        if (self.rows(), self.heads.value()) == self._before:
            super().reject()
            return
        leave = partial(self.done, QDialog.DialogCode.Rejected.value)
        ask = Question("放弃填好的表格吗？", _LOST, "放弃", leave)
        asked = FinalDialog(ask, self)
        asked.form.not_yet.setText("继续填")
        asked.form.warning.hide()
        asked.finished.connect(self.cells.setFocus)
        asked.open()

    def rows(self) -> Cells:
        """What the cells say; blanks around a text are dropped."""
        return tuple(
            tuple(self._text(row, column) for column in range(self.cells.columnCount()))
            for row in range(self.cells.rowCount())
        )

    def _text(self, row: int, column: int) -> str:
        item = self.cells.item(row, column)
        return item.text().strip() if item else ""

    def _make_room(self, row: int, column: int) -> None:
        self.cells.setRowCount(max(self.cells.rowCount(), row + 1))
        self.cells.setColumnCount(max(self.cells.columnCount(), column + 1))

    def _fill(self) -> None:
        rows = self._table.rows
        self.cells.setRowCount(len(rows))
        self.cells.setColumnCount(max((len(row) for row in rows), default=1))
        for place, row in enumerate(rows):
            for column, text in enumerate(row):
                self.cells.setItem(place, column, QTableWidgetItem(text))

    def _add_row(self) -> None:
        self.cells.insertRow(self.cells.currentRow() + 1)
        self._count()

    def _add_column(self) -> None:
        self.cells.insertColumn(self.cells.currentColumn() + 1)

    def _drop_rows(self) -> None:
        rows = {index.row() for index in self.cells.selectedIndexes()}
        for row in sorted(rows or {self.cells.currentRow()}, reverse=True):
            if self.cells.rowCount() > 1:
                self.cells.removeRow(row)
        self._count()

    def _drop_columns(self) -> None:
        columns = {index.column() for index in self.cells.selectedIndexes()}
        for column in sorted(columns or {self.cells.currentColumn()}, reverse=True):
            if self.cells.columnCount() > 1:
                self.cells.removeColumn(column)

    def _count(self) -> None:
        self.heads.setMaximum(self.cells.rowCount())

    def _take(self) -> None:
        # What is being written in a cell belongs to it.
        self.go.setFocus()
        rows = self.rows() if self._table.id else _trimmed(self.rows())
        if not any(cell for row in rows for cell in row):
            self.problem.setText("表格里还没有内容，没有改动。请填写，或者取消。")
            self.problem.show()
            return
        self.accept()
        self.changed.emit(Table(self._table.id, rows, min(self.heads.value(), len(rows))))

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        acts: tuple[tuple[str, Callable[[], None]], ...] = (
            ("加一行", self._add_row), ("加一列", self._add_column),
            ("删行", self._drop_rows), ("删列", self._drop_columns),
        )  # fmt: skip
        for words, act in acts:
            button = self.tools[words] = QToolButton()
            set_words(button, words)
            button.setProperty("framed", True)
            button.clicked.connect(act)
            bar.addWidget(button)
        bar.addStretch(1)
        heads = label("表头行数")
        heads.setBuddy(self.heads)
        bar.addWidget(heads)
        bar.addWidget(self.heads)
        buttons = QHBoxLayout()
        told = label("可以从 Excel 复制后在这里按 Ctrl+V。", "secondary")
        for widget in (told, self.cancel, self.go):
            buttons.addWidget(widget, 1 if widget is told else 0)
        self._stack(bar, buttons)

    def _stack(self, bar: QHBoxLayout, buttons: QHBoxLayout) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_GAP)
        column.addWidget(label(self.windowTitle(), "heading"))
        column.addLayout(bar)
        column.addWidget(self.cells, 1)
        column.addWidget(self.problem)
        self.problem.hide()
        column.addLayout(buttons)
        self.resize(*_SIZE)
        kept = self._desk.values.get(settings.WINDOWS).get(_WINDOW, "")
        self.restoreGeometry(QByteArray.fromBase64(kept.encode()))

    def _remember(self) -> None:
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self._desk.values.remember(settings.WINDOWS, _WINDOW, geometry)


def _trimmed(rows: Cells) -> Cells:
    """Leave the empty rows below and the empty columns at the right out."""
    high = max((n for n, row in enumerate(rows, 1) if any(row)), default=1)
    wide = max((n for row in rows for n, cell in enumerate(row, 1) if cell), default=1)
    return tuple(row[:wide] for row in rows[:high])


class _Cells(QTableWidget):
    """Cells into which one can paste.

    Signals:
        pasted: the keys for it were pressed while no cell was being written in.
    """

    pasted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys for pasting; Tab leaves from the last cell, Shift+Tab from the first."""
        here = (self.currentRow(), self.currentColumn())
        last = (self.rowCount() - 1, self.columnCount() - 1)
        leaves = {Qt.Key.Key_Tab: here == last, Qt.Key.Key_Backtab: here == (0, 0)}
        if leaves.get(Qt.Key(event.key()), False):
            event.ignore()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        else:
            super().keyPressEvent(event)


class _Lines(QStyledItemDelegate):
    """Edits a cell of several lines as such: a field of one line would join them."""

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        """A field of one line, or of several where the cell has them."""
        if "\n" not in str(index.data() or ""):
            return super().createEditor(parent, option, index)
        field = QPlainTextEdit(parent)
        field.setTabChangesFocus(True)
        return field

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """Show the text of the cell."""
        if isinstance(editor, QPlainTextEdit):
            editor.setPlainText(str(index.data() or ""))
        else:
            super().setEditorData(editor, index)
