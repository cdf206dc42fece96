"""编辑: what is done to or with the text as a whole."""

from __future__ import annotations

from collections.abc import Callable

import hands
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from xinxi_desktop.gui.notify import Notifier
from xinxi_desktop.gui.views.editing import EditingView

Open = Callable[[], EditingView]


def write_at_start(view: EditingView, words: str) -> None:
    view.pane.body.setFocus()
    hands.press(Qt.Key.Key_Home, hands.CTRL)
    hands.write(words)


def test_the_report_text_is_copied_as_it_stands_with_full_width_indents(
    editing: Open, draft: int, notifier: Notifier
) -> None:
    view = editing()
    write_at_start(view, "据悉，")
    hands.press(Qt.Key.Key_C, hands.CTRL | hands.SHIFT)
    title, first, *_ = QApplication.clipboard().text().split("\n")
    assert (title, first[:5]) == (view.pane.title.text(), "　　据悉，")
    assert "已复制" in notifier.history[-1].text and title not in notifier.history[-1].text
