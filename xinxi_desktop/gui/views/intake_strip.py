"""What stands in the place of the registration fields while several submissions are selected."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from xinxi_desktop.gui.models.columns import Row
from xinxi_desktop.gui.views.intake_together import Together
from xinxi_desktop.gui.widgets.basics import label, menu_button, set_words
from xinxi_desktop.gui.widgets.flow_layout import FlowLayout


class TogetherStrip(QWidget):
    """Stands in the place of the registration fields while several submissions are selected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without anything to act on; ``offer`` says what does."""
        super().__init__(parent)
        self.words = label("")
        self.words.setWordWrap(True)
        self.kind, self.tone, self.urgency = map(_menu, ("类型", "喜忧", "缓急"))
        self.unit, self.verify = (
            _framed(QToolButton(), "单位…"),
            _framed(QToolButton(), "标为待核实"),
        )
        self.right = _framed(QToolButton(), "带?的都对")
        self.right.setToolTip("选中的来稿，程序自动认的类型、喜忧、领域都核对过了")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)
        row = FlowLayout()
        for button in (self.kind, self.tone, self.urgency, self.unit, self.verify, self.right):
            row.addWidget(button)
        column.addLayout(row)

    def offer(self, together: Together) -> None:
        """Let the buttons act through ``together``."""
        self.kind.setMenu(together.kinds)
        self.tone.setMenu(together.tones)
        self.urgency.setMenu(together.urgencies)
        self.unit.clicked.connect(together.ask_unit)
        self.verify.clicked.connect(together.mark_to_verify)
        self.right.clicked.connect(together.confirm_guesses)

    def say(self, rows: Sequence[Row], shown: str) -> None:
        """Say how many are changed together, and which one's text is shown."""
        count = len(rows)
        self.right.setVisible(any(row["guessed"] for row in rows))
        self.words.setText(
            f"这里的改动对选中的 {count} 条一起起作用。正文、电话和核实是 {shown} 的；"
            "要改一条的标题、执笔人等，请只选这一条。"
        )


def _menu(words: str) -> QToolButton:
    return _framed(menu_button(words), words)


def _framed(button: QToolButton, words: str) -> QToolButton:
    set_words(button, words)
    button.setProperty("framed", True)
    return button
