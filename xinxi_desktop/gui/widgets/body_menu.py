"""The menu of the right mouse button in the text of an article."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from xinxi_desktop.gui.actions import action

if TYPE_CHECKING:
    from xinxi_desktop.gui.widgets.body_editor import BodyEditor

NO_PICTURE = -1


def add_entries(menu: QMenu, editor: BodyEditor, position: int) -> None:
    """Add what may be done to the text, and to what stands at a position of it."""
    menu.addSeparator()
    menu.addActions(editor.offered)
    if editor.isReadOnly():
        return
    menu.addSeparator()
    if editor.picture_at(position) is not None:
        menu.addAction("题注和宽度…", partial(editor.caption_asked.emit, position))
        menu.addAction("换图片…", partial(editor.picture_asked.emit, position))
    if editor.table_at(position) is not None:
        menu.addAction("改表格…", partial(editor.table_asked.emit, position))
    for name, asked in (("table", editor.table_asked), ("picture", editor.picture_asked)):
        entry = action(f"editing.{name}")
        menu.addAction(f"{entry.text}…\t{entry.keys[0]}", partial(asked.emit, NO_PICTURE))
