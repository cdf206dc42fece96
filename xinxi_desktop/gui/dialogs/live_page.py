"""A dialog with fields at the left and the page they make at the right, set anew as one types."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from xinxi_desktop.errors import XinxiError
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.form_dialog import Act, FormDialog
from xinxi_desktop.gui.jobs import Control
from xinxi_desktop.gui.page_images import PageImages
from xinxi_desktop.gui.page_painter import FaceFonts
from xinxi_desktop.gui.widgets.field_form import Field, FieldForm
from xinxi_desktop.gui.widgets.page_preview import PagePreview
from xinxi_desktop.services.bulletins import Printed

Values = dict[str, Any]
_SIZE = QSize(1080, 680)
_LEFT = 400


class LivePageDialog(FormDialog):
    """Shows what the fields would print; ``make`` sets the page and runs beside the window.

    What ``make`` refuses is said under the page, which stays as it was.
    """

    def __init__(
        self,
        desk: Desk,
        name: str,
        title: str,
        fields: Sequence[Field],
        make: Callable[[Values], Printed],
        act: Act,
        *,
        lead: str = "",
        above: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Build the dialog; ``show_values`` fills it. ``above`` stands over the fields."""
        self._make, self._wanted, self._setting, self._open = make, 0, False, True
        self.fields = FieldForm(fields)
        self.preview = PagePreview()
        self.preview.zoom = "page"
        self.preview.setMinimumWidth(320)
        self._above = above
        super().__init__(desk, name, title, "保存", lead=lead, act=act, body=self._body(),
                         parent=parent)  # fmt: skip
        self.form = self.fields
        self.fields.edited.connect(self.follow)
        self.finished.connect(self._end)
        if self.size().width() <= self.minimumWidth():
            self.resize(_SIZE)

    def show_values(self, values: Values) -> None:
        """Fill the fields and set their page."""
        self.fields.show_values(values)
        self.follow()

    def follow(self) -> None:
        """Set the page for what the fields say now; of several wishes only the last is shown."""
        self._wanted += 1
        if self._setting:
            return
        self._setting = True
        wish, values, make = self._wanted, self.fields.values(), self._make

        def work(_control: Control) -> Printed:
            return make(values)

        self._desk.jobs.run(work, partial(self._show, wish), partial(self._refused, wish))

    def _end(self, _result: int) -> None:
        # A page may still be on its way when the window is gone.
        self._open = False

    def _show(self, wish: int, printed: Printed) -> None:
        self._setting = False
        if not self._open:
            return
        if wish != self._wanted:
            self.follow()
            return
        self.say("")
        images = PageImages(printed.pictures.bytes_of)
        self.preview.show_layout(printed.layout, FaceFonts(printed.fonts, images))

    def _refused(self, wish: int, error: Exception) -> None:
        self._setting = False
        if not self._open:
            return
        if wish != self._wanted:
            self.follow()
        elif isinstance(error, XinxiError):
            self.say(error.sentence)
        else:
            self._desk.notifier.error(error)

    def _body(self) -> QWidget:
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 12, 0)
        inner.addWidget(self.fields)
        inner.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(holder)
        left = QVBoxLayout()
        if self._above is not None:
            left.addWidget(self._above)
        left.addWidget(area, 1)
        side = QWidget()
        side.setFixedWidth(_LEFT)
        left.setContentsMargins(0, 0, 0, 0)
        side.setLayout(left)
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(side)
        row.addWidget(self.preview, 1)
        return body


def caption(text: str, buddy: QWidget) -> QLabel:
    """Make the words before a widget, bound to it."""
    words = QLabel(text)
    words.setBuddy(buddy)
    return words
