"""设置: what this person likes at this machine; every choice works at once."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from xinxi_desktop import settings
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.forms import FormsDialog
from xinxi_desktop.gui.view import View
from xinxi_desktop.gui.views.starting_section import StartingSection
from xinxi_desktop.gui.widgets.basics import label, number_box, wrapped
from xinxi_desktop.gui.widgets.font_section import FontSection
from xinxi_desktop.services.registers import rename_office
from xinxi_desktop.services.statistics import set_year_start, year_start

_FIELD_WIDTH = 240


class SettingsPage(View):
    """明暗 and 字号; the options with a title in settings.py."""

    key = "settings"
    title = "设置"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the fields from the options."""
        super().__init__(desk, parent)
        self.theme = QComboBox()
        for value, word in settings.THEME.choices:
            self.theme.addItem(word, value)
        self.font_size = number_box()
        self.font_size.setRange(settings.FONT_SIZE.low or 0, settings.FONT_SIZE.high or 0)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        for option, field in ((settings.THEME, self.theme), (settings.FONT_SIZE, self.font_size)):
            field.setFixedWidth(_FIELD_WIDTH)
            caption = QLabel(option.title)
            caption.setBuddy(field)
            form.addRow(caption, field)
        column = self._scrolled_column()
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(16)
        column.addWidget(label("界面", "title"))
        column.addLayout(form)
        self._add_office(column)
        self._add_forms(column)
        self.starting = StartingSection(desk)
        column.addWidget(self.starting)
        self.fonts = FontSection(desk)
        column.addWidget(self.fonts)
        column.addStretch(1)
        self.theme.activated.connect(self._choose_theme)
        self.font_size.valueChanged.connect(self._choose_size)

    def _scrolled_column(self) -> QVBoxLayout:
        """On a small screen the sections take more room than there is."""
        sections = QWidget()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(sections)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        return QVBoxLayout(sections)

    def _add_office(self, column: QVBoxLayout) -> None:
        office = self.desk.office
        self.office_name = QLineEdit()
        self.office_name.setFixedWidth(2 * _FIELD_WIDTH)
        self.office_name.setReadOnly(office.read_only)
        self.office_name.editingFinished.connect(self._rename)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        caption = QLabel("单位名称")
        caption.setBuddy(self.office_name)
        form.addRow(caption, self.office_name)
        form.addRow("本办类型", label(office.profile.label))
        form.addRow("本机类别", label(office.machine.label))
        self.year_start = QLineEdit()
        self.year_start.setFixedWidth(_FIELD_WIDTH)
        self.year_start.setPlaceholderText("如 12-01")
        self.year_start.setReadOnly(office.read_only)
        self.year_start.editingFinished.connect(self._set_year_start)
        year = QLabel("统计年度开始日")
        year.setBuddy(self.year_start)
        form.addRow(year, self.year_start)
        column.addWidget(label("本单位", "title"))
        column.addLayout(form)
        column.addWidget(wrapped("本办类型和本机类别在建立工作文件时定下，不能更改。"))

    def _add_forms(self, column: QVBoxLayout) -> None:
        self.forms_button = QPushButton("表单模板…")
        self.forms_button.clicked.connect(self._show_forms)
        column.addWidget(label("表单", "title"))
        column.addWidget(
            wrapped("审签单、清样封面、更正和收回通知、交换清单等，可以换成本单位自己的格式。")
        )
        column.addWidget(self.forms_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_forms(self) -> None:
        FormsDialog(self.desk, self).open()

    def _rename(self) -> None:
        name, office = self.office_name.text().strip(), self.desk.office
        if name != office.name and self.desk.do(partial(rename_office, office, name), self) is None:
            self.office_name.setText(office.name)

    def _set_year_start(self) -> None:
        day, office = self.year_start.text().strip(), self.desk.office
        if day == year_start(office):
            return
        if self.desk.do(partial(set_year_start, office, day), self) is None:
            self.year_start.setText(year_start(office))

    def start(self) -> None:
        """Begin at the first field."""
        self.theme.setFocus()

    def refresh(self) -> None:
        """Show the settings as they are."""
        values = self.desk.values
        self.theme.setCurrentIndex(self.theme.findData(values.get(settings.THEME)))
        self.font_size.blockSignals(True)
        self.font_size.setValue(values.get(settings.FONT_SIZE))
        self.font_size.blockSignals(False)
        self.office_name.setText(self.desk.office.name)
        self.year_start.setText(year_start(self.desk.office))
        self.fonts.refresh()

    def _choose_theme(self, _place: int) -> None:
        self.desk.theme.set_mode(str(self.theme.currentData()))
        self.desk.attempt(self.desk.values.save)

    def _choose_size(self, size: int) -> None:
        self.desk.theme.set_font_size(size)
        self.desk.attempt(self.desk.values.save)
