"""设置: what this person likes at this machine; every choice works at once."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from xinxi_desktop import settings
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.view import View
from xinxi_desktop.gui.widgets.basics import label
from xinxi_desktop.gui.widgets.font_section import FontSection

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
        self.font_size = QSpinBox()
        self.font_size.setRange(settings.FONT_SIZE.low or 0, settings.FONT_SIZE.high or 0)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        for option, field in ((settings.THEME, self.theme), (settings.FONT_SIZE, self.font_size)):
            field.setFixedWidth(_FIELD_WIDTH)
            caption = QLabel(option.title)
            caption.setBuddy(field)
            form.addRow(caption, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(16)
        column.addWidget(label("界面", "title"))
        column.addLayout(form)
        self.fonts = FontSection(desk)
        column.addWidget(self.fonts)
        column.addStretch(1)
        self.theme.activated.connect(self._choose_theme)
        self.font_size.valueChanged.connect(self._choose_size)

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
        self.fonts.refresh()

    def _choose_theme(self, _place: int) -> None:
        self.desk.theme.set_mode(str(self.theme.currentData()))
        self.desk.attempt(self.desk.values.save)

    def _choose_size(self, size: int) -> None:
        self.desk.theme.set_font_size(size)
        self.desk.attempt(self.desk.values.save)
