"""Pages in one place, one of them shown, and the words to choose by."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from xinxi_desktop.gui.widgets.basics import Bar, set_words


class PageSwitch(QWidget):
    """A bar of words over the page that belongs to the chosen one.

    Signals:
        chosen: the key of the page that is shown now.
    """

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Begin without pages; ``name`` is what a screen reader says."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.bar = Bar()
        self.pages = QStackedWidget()
        self.buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.pages, 1)
        self._group.idClicked.connect(self._choose)

    @property
    def key(self) -> str:
        """The key of the page that is shown."""
        return list(self.buttons)[self.pages.currentIndex()]

    def add_page(self, key: str, words: str, page: QWidget) -> None:
        """Add a page; the first one is shown."""
        button = QToolButton()
        set_words(button, words)
        button.setCheckable(True)
        self._group.addButton(button, len(self.buttons))
        self.buttons[key] = button
        self.bar.add(button)
        self.pages.addWidget(page)
        button.setChecked(len(self.buttons) == 1)

    def show_page(self, key: str) -> None:
        """Show a page."""
        self.buttons[key].setChecked(True)
        self._choose(list(self.buttons).index(key))

    def rename(self, key: str, words: str) -> None:
        """Write other words on a page's button."""
        set_words(self.buttons[key], words)

    def _choose(self, place: int) -> None:
        self.pages.setCurrentIndex(place)
        self.chosen.emit(list(self.buttons)[place])
