"""回收站 in the window: Del puts away, 恢复 brings back."""

from __future__ import annotations

from collections.abc import Callable

import hands
from PySide6.QtCore import Qt

from xinxi_desktop.gui.views.intake import IntakeView

Open = Callable[[], IntakeView]


def test_del_puts_the_selected_away_and_the_button_brings_them_back(
    intake: Open, three: list[int]
) -> None:
    view = intake()
    hands.press(Qt.Key.Key_Down, hands.SHIFT)
    hands.press(Qt.Key.Key_Delete)
    assert view.model.ids == three[:1] and not view.trash_bar.isVisible()
    view.queues.choose("trash")
    assert view.model.ids == [three[2], three[1]] and view.trash_bar.isVisible()
    view.listing.selectAll()
    hands.click(view.trash_bar.restore)
    assert view.model.ids == []


def test_nothing_in_the_trash_is_changed_together(intake: Open, three: list[int]) -> None:
    view = intake()
    hands.press(Qt.Key.Key_Down, hands.SHIFT)
    hands.press(Qt.Key.Key_Delete)
    view.queues.choose("trash")
    view.listing.selectAll()
    assert view.detail.together.isVisible() and not view.detail.together.isEnabled()


def test_del_in_the_search_field_deletes_a_letter(intake: Open, three: list[int]) -> None:
    view = intake()
    view.filter.words.setFocus()
    hands.press(Qt.Key.Key_Delete)
    assert len(view.model.ids) == len(three)
