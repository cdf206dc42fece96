"""The preview with its bar and its thumbnails."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from xinxi_desktop import settings
from xinxi_desktop.domain.page import Layout
from xinxi_desktop.gui.actions import bind, name_key
from xinxi_desktop.gui.page_painter import FaceFonts
from xinxi_desktop.gui.tokens import PAPER, tokens_of
from xinxi_desktop.gui.widgets.basics import Bar, icon_button, label, set_words
from xinxi_desktop.gui.widgets.page_preview import PageMark, PagePreview

_SHEET_WIDTH = 96
_STRIP_WIDTH = 140
_CAPTION = 22


class PreviewPane(QWidget):
    """Bar (适合宽度 / 整页 / 100 %, page, faults), thumbnails, sheets.

    Signals:
        item_clicked: the article id under a click on text.
        text_asked: the TextPlace that should be opened for editing.
    """

    item_clicked = Signal(int)
    text_asked = Signal(object)

    def __init__(self, values: settings.Settings, parent: QWidget | None = None) -> None:
        """Begin empty, in the zoom the person used last."""
        super().__init__(parent)
        self._values = values
        self.sheets = PagePreview()
        self.thumbnails = Thumbnails(self.sheets)
        self.page = label("", "secondary")
        self.faults = QToolButton()
        self.faults.setProperty("role", "danger")
        self.faults.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.faults.setMenu(QMenu(self.faults))
        self.faults.setVisible(False)
        self.zooms = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_bar())
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.thumbnails)
        row.addWidget(self.sheets, 1)
        column.addLayout(row, 1)
        self.sheets.item_clicked.connect(self.item_clicked)
        self.sheets.text_asked.connect(self.text_asked)
        self.sheets.page_shown.connect(self._say_page)
        self.thumbnails.chosen.connect(self.sheets.go_to)
        self.zooms.buttonClicked.connect(self._choose_zoom)
        self.set_zoom(values.get(settings.PREVIEW_ZOOM))

    def show_layout(self, layout: Layout, fonts: FaceFonts, marks: Sequence[PageMark] = ()) -> None:
        """Show pages, keeping the place if the same page is still there."""
        place = self.sheets.verticalScrollBar().value()
        self.thumbnails.show_pages(0)
        self.sheets.show_layout(layout, fonts, marks)
        self.sheets.verticalScrollBar().setValue(place)
        self.thumbnails.show_pages(len(layout.pages))
        self._list_marks()

    def mark_more(self, marks: Sequence[PageMark]) -> None:
        """Mark this besides what the pages say by themselves."""
        self.sheets.mark_more(marks)
        self._list_marks()

    def _list_marks(self) -> None:
        menu, marks = self.faults.menu(), self.sheets.marks
        menu.clear()
        for mark in marks:
            slot = partial(self.sheets.go_to_spot, mark.page, mark.y)
            menu.addAction(mark.told.replace("&", "&&"), slot)
        self.faults.setText(f"有 {len(marks)} 处要看" if marks else "")
        self.faults.setToolTip("已在页边标出；点开逐条看，选一条就到那一行")
        self.faults.setVisible(bool(marks))

    def set_zoom(self, zoom: str) -> None:
        """Choose width, page or actual, and remember it."""
        for button in self.zooms.buttons():
            button.setChecked(button.property("zoom") == zoom)
        self.sheets.set_zoom(zoom)
        self._values.set(settings.PREVIEW_ZOOM, zoom)

    def _make_bar(self) -> Bar:
        bar = Bar()
        toggle = icon_button("panel-left", "显示缩略图")
        toggle.setCheckable(True)
        toggle.setChecked(True)
        toggle.toggled.connect(self.thumbnails.setVisible)
        bar.add(toggle)
        for zoom, word in settings.PREVIEW_ZOOM.choices:
            button = QToolButton()
            set_words(button, word)
            button.setProperty("zoom", zoom)
            button.setCheckable(True)
            self.zooms.addButton(button)
            bar.add(button)
            bind(self, f"preview.{zoom}", partial(self.set_zoom, zoom))
            name_key(button, f"preview.{zoom}")
        bar.gap()
        bar.add(self.faults, self.page)
        return bar

    def _choose_zoom(self, button: QToolButton) -> None:
        self.set_zoom(str(button.property("zoom")))

    def _say_page(self, number: int) -> None:
        count = len(self.sheets.pages)
        self.page.setText(f"第 {number + 1} / {count} 页" if count else "")
        self.sheets.setAccessibleDescription(self.page.text())
        self.thumbnails.mark(number)


class Thumbnails(QListWidget):
    """Small sheets to go by.

    Signals:
        chosen: a page (from 0) was clicked or reached with the arrow keys.
    """

    chosen = Signal(int)

    def __init__(self, sheets: PagePreview, parent: QWidget | None = None) -> None:
        """Draw what ``sheets`` shows."""
        super().__init__(parent)
        self.setAccessibleName("各页缩略图")
        self.setFixedWidth(_STRIP_WIDTH)
        self.setSpacing(4)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(ThumbnailDelegate(sheets, self))
        self.currentRowChanged.connect(self._tell)

    def show_pages(self, count: int) -> None:
        """Show so many pages."""
        self.blockSignals(True)
        self.clear()
        for number in range(count):
            item = QListWidgetItem(f"{number + 1}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"第 {number + 1} 页")
            self.addItem(item)
        self.blockSignals(False)

    def mark(self, number: int) -> None:
        """Mark the page that the sheets show, without asking them to go there."""
        self.blockSignals(True)
        self.setCurrentRow(number)
        self.blockSignals(False)

    def _tell(self, number: int) -> None:
        if number >= 0:
            self.chosen.emit(number)


class ThumbnailDelegate(QStyledItemDelegate):
    """Paints one small sheet with its number below."""

    def __init__(self, sheets: PagePreview, parent: QWidget) -> None:
        """Keep where the pages are."""
        super().__init__(parent)
        self._sheets = sheets

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """The sheet, its number and some air."""
        page = self._sheets.pages[index.row()]
        height = round(_SHEET_WIDTH * page.height / page.width)
        return QSize(_SHEET_WIDTH + 16, height + _CAPTION + 8)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the sheet from the very page, small."""
        tokens = tokens_of(option.palette)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        page = self._sheets.pages[index.row()]
        scale = _SHEET_WIDTH / page.width
        box = QRectF(0, 0, _SHEET_WIDTH, page.height * scale)
        box.moveCenter(QRectF(option.rect).center())
        box.moveTop(option.rect.top() + 4)
        painter.save()
        painter.fillRect(box, QColor(PAPER))
        painter.drawPixmap(box.topLeft(), self._sheets.thumbnail(index.row(), scale))
        painter.setPen(tokens.colour("focus" if chosen else "line"))
        painter.drawRect(box.adjusted(-1, -1, 0, 0))
        painter.setPen(tokens.colour("text" if chosen else "secondary"))
        caption = QRectF(option.rect.left(), box.bottom(), option.rect.width(), _CAPTION)
        painter.drawText(caption, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        painter.restore()
