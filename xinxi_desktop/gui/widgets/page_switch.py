"""Pages in one place, one of them shown, and the words to choose by."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from xinxi_desktop.gui.widgets.basics import Bar, set_words
from xinxi_desktop.gui.widgets.flow_layout import FlowLayout

_CLOSE = 2
"""Pixels between the words; what is chosen has a ground of its own."""


class FlowBar(Bar):
    """A bar whose words go on to a second line where the zone is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._line = QWidget()
        self._line.setObjectName("words")
        self._flow = FlowLayout(self._line, _CLOSE)
        policy = self._line.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setHorizontalPolicy(policy.Policy.Expanding)
        self._line.setSizePolicy(policy)
        self._row.setContentsMargins(6, 8, 4, 8)
        self._row.addWidget(self._line, 1)

    def add(self, *widgets: QWidget) -> None:
        """Add widgets after those that are there."""
        for widget in widgets:
            self._flow.addWidget(widget)

    def gap(self) -> None:
        """Lines of words have no gaps."""


class PageSwitch(QWidget):
    """A bar of words over the page that belongs to the chosen one.

    Signals:
        chosen: the key of the page that is shown now.
    """

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None, *, wraps: bool = False) -> None:
        """Begin without pages; ``name`` is what a screen reader says.

        ``wraps`` lets the words go on to a second line where the zone is narrow.
        """
        super().__init__(parent)
        self.setAccessibleName(name)
        self.bar = FlowBar() if wraps else Bar()
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
