"""A sentence that stands over a text as long as it is true, with at most one button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from xinxi_desktop.gui.icons import put_icon
from xinxi_desktop.gui.widgets.basics import label, set_words

_ICONS = {"danger": "circle-alert", "warn": "triangle-alert", "info": "info"}
_MARGINS = (12, 6, 8, 6)
_GAP = 8


class Banner(QFrame):
    """Hidden until it has something to say.

    Signals:
        pressed: the button.
    """

    pressed = Signal()

    def __init__(self, kind: str, verb: str = "", parent: QWidget | None = None) -> None:
        """Be of ``kind`` danger, warn or info; ``verb`` is the button's word, empty for none."""
        super().__init__(parent)
        self.setObjectName("banner")
        self.setProperty("kind", kind)
        self.sentence = label("")
        self.sentence.setWordWrap(True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        icon = QLabel()
        put_icon(icon, _ICONS[kind], kind)
        self.button = QToolButton()
        self.button.setProperty("framed", True)
        set_words(self.button, verb)
        self.button.setVisible(bool(verb))
        self.button.clicked.connect(self.pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(*_MARGINS)
        row.setSpacing(_GAP)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence; an empty one takes the banner away."""
        self.sentence.setText(sentence)
        self.setVisible(bool(sentence))
