"""表单: whose template each form has, what can be typed into it, and exchanging it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from xinxi_desktop.domain.vocabulary import PaperForm
from xinxi_desktop.gui import exporting
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.jobs import Control
from xinxi_desktop.gui.models.columns import Column, plain
from xinxi_desktop.gui.moments import moment
from xinxi_desktop.gui.widgets.basics import Bar, label, may_fill_screen
from xinxi_desktop.gui.widgets.file_dialog import file_dialog
from xinxi_desktop.gui.widgets.short_table import ShortTable
from xinxi_desktop.gui.widgets.whole_height import WholeHeight
from xinxi_desktop.services import forms
from xinxi_desktop.services.office import Changes

_SIZE = (1040, 640)
_MARGIN, _GAP = 16, 12
_LEFT = 280
_FILTER = "Word 文档 (*.docx)"
_HELP = (
    "导出模板，在 Word 或 WPS 里改文字、格式都可以，再换上。花括号连同里面的字照抄，"
    "填表时换成内容；“逐行写”的，用只有这一个标记的表格行放在要重复的行前后。"
)
FORM_COLUMNS = (
    Column("label", "表单", plain("label"), 6),
    Column("state", "用的是", plain("state"), 8, stretch=True),
)
FIELD_COLUMNS = (
    Column("tag", "写在模板里", plain("tag"), 14),
    Column("meaning", "填成什么", plain("meaning"), 16, stretch=True, hint=plain("meaning")),
    Column("sample", "例如", plain("sample"), 12, hint=plain("sample")),
)


class FormsDialog(QDialog):
    """The forms at the left, the fields of the chosen one at the right."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Show every form, the first one chosen."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("表单")
        may_fill_screen(self)
        self._desk = desk
        self.forms = ShortTable("forms", "表单", FORM_COLUMNS, desk.values)
        self.fields = ShortTable("forms.fields", "字段说明", FIELD_COLUMNS, desk.values)
        self.heading = label("", "heading")
        self.export_button = QPushButton("导出模板…")
        self.take_button = QPushButton("换成自己的…")
        self.drop_button = QPushButton("恢复自带的")
        self.problem = label("", "danger")
        self._lay_out()
        WholeHeight(self)
        self._wire()
        self._read()
        self.forms.select_ids([1], 1)

    @property
    def form(self) -> PaperForm:
        """The form that is chosen."""
        return PaperForm(self.forms.current_row()["form"])

    def take(self, path: str) -> None:
        """Let a file stand for the chosen form; what is wrong with it is said here."""
        form, office = self.form, self._desk.office

        def work(_control: Control) -> Changes:
            return forms.take_template(office, form, Path(path))

        self._say("")
        self.take_button.setEnabled(False)
        self._desk.jobs.run(work, self._taken, self._refused, title=f"试填{form.label}")

    def _lay_out(self) -> None:
        left, right = QWidget(), QWidget()
        bar = Bar()
        bar.add(self.heading)
        bar.gap()
        bar.add(self.export_button, self.take_button, self.drop_button)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.fields, 1)
        holder = QVBoxLayout(left)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addWidget(self.forms)
        zones = QSplitter()
        zones.setHandleWidth(1)
        zones.setChildrenCollapsible(False)
        zones.addWidget(left)
        zones.addWidget(right)
        zones.setSizes([_LEFT, _SIZE[0] - _LEFT])
        zones.setStretchFactor(1, 1)
        close = QPushButton("关闭")
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(self.problem, 1)
        buttons.addWidget(close, 0, Qt.AlignmentFlag.AlignBottom)
        words = label(_HELP, "secondary")
        words.setWordWrap(True)
        self.problem.setWordWrap(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        whole.setSpacing(_GAP)
        whole.addWidget(words)
        whole.addWidget(zones, 1)
        whole.addLayout(buttons)
        self.resize(*_SIZE)

    def _wire(self) -> None:
        self.forms.chosen.connect(self._show)
        self.export_button.clicked.connect(self._export)
        self.take_button.clicked.connect(self._choose)
        self.drop_button.clicked.connect(self._drop)
        self._desk.changed.connect(self._follow)

    def _read(self) -> None:
        states = forms.form_states(self._desk.office)
        self.forms.show_rows(
            [
                {
                    "form": each.form.value,
                    "label": each.form.label,
                    "own": each.own,
                    "state": f"本单位的，{moment(each.changed_at)}换" if each.own else "自带的",
                }
                for each in states
            ]
        )
        self._settle()

    def _show(self, key: int) -> None:
        if not key:
            return
        rows = forms.help_rows(self.form)
        names = ("tag", "meaning", "sample")
        self.fields.show_rows([dict(zip(names, row, strict=True)) for row in rows])
        self._say("")
        self._settle()

    def _settle(self) -> None:
        row = self.forms.current_row()
        free = bool(row) and not self._desk.office.read_only
        self.heading.setText(row.get("label", ""))
        self.export_button.setEnabled(bool(row))
        self.take_button.setEnabled(free)
        self.drop_button.setEnabled(free and row["own"])

    def _export(self) -> None:
        make = partial(forms.template_of, self._desk.office, self.form)
        exporting.export(self._desk, self, f"{self.form.label}（模板）", ".docx", make)

    def _choose(self) -> None:
        dialog = file_dialog(self, f"换成自己的{self.form.label}", "", _FILTER)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _drop(self) -> None:
        self._desk.do(partial(forms.drop_template, self._desk.office, self.form))

    def _taken(self, changes: Changes) -> None:
        self._desk.did(changes)

    def _refused(self, error: Exception) -> None:
        self._settle()
        self._say(getattr(error, "sentence", ""))
        if not self.problem.text():
            self._desk.notifier.error(error)

    def _follow(self, _changes: Changes, _initiator: object) -> None:
        self._read()

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
