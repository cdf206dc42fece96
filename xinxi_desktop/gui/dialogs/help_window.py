"""F1: the local help, beside the window while one works."""

from __future__ import annotations

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from xinxi_desktop import settings
from xinxi_desktop.gui.help_pages import matching, pages
from xinxi_desktop.gui.widgets.basics import Zones, label, may_fill_screen
from xinxi_desktop.gui.widgets.help_text import HelpText
from xinxi_desktop.gui.widgets.queue_list import Queue, QueueList

_NAME = "dialog.help"
_SIZE = (920, 680)


class HelpWindow(QDialog):
    """Pages by task at the left, found by words; the chosen one at the right.

    It does not hold up the main window, and comes back where it was.
    """

    def __init__(self, values: settings.Settings, parent: QWidget | None = None) -> None:
        """List every page."""
        super().__init__(parent)
        self.setWindowTitle("帮助")
        may_fill_screen(self)
        self._values = values
        self.words = QLineEdit()
        self.words.setPlaceholderText("在帮助里找")
        self.words.setAccessibleName("在帮助里找")
        self.words.setClearButtonEnabled(True)
        self.listing = QueueList("帮助的各页", [Queue(page.key, page.title) for page in pages()])
        self.nothing = label("没有找到。换个词试试。", "secondary")
        self.nothing.setWordWrap(True)
        self.text = HelpText()
        self._lay_out()
        self.words.textChanged.connect(self._search)
        self.listing.chosen.connect(self._show)
        self.text.asked.connect(self.show_page)
        self.finished.connect(self._remember)
        self.resize(*_SIZE)
        kept = values.get(settings.WINDOWS).get(_NAME, "")
        self.restoreGeometry(QByteArray.fromBase64(kept.encode()))
        self.nothing.hide()
        self._show(self.listing.key)

    def show_page(self, key: str) -> None:
        """Show the page called ``key``, whatever was searched before."""
        self.words.clear()
        self.listing.choose(key)

    def come_forward(self) -> None:
        """Show it in front, ready for words."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.words.setFocus()

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addWidget(self.nothing)
        column.addWidget(self.listing, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Zones("help", (left, self.text), (220, 700), self._values))

    def _search(self, words: str) -> None:
        found = [page.key for page in matching(words)]
        for place, page in enumerate(pages()):
            self.listing.setRowHidden(place, page.key not in found)
        self.nothing.setVisible(not found)
        if words.strip() and found:
            self.listing.choose(found[0])
            self._show(found[0])

    def _show(self, key: str) -> None:
        words = self.words.text().split()
        text = next(page.text for page in pages() if page.key == key)
        self.text.show_page(text, words[0] if words else "")

    def _remember(self) -> None:
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self._values.remember(settings.WINDOWS, _NAME, geometry)
