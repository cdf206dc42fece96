"""工具 of the open article: what is done to or with its text, each with a key and in one menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from xinxi_desktop.domain import report_text as plain
from xinxi_desktop.domain.document import Picture
from xinxi_desktop.domain.vocabulary import Secrecy
from xinxi_desktop.gui.actions import action, bind
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.views.editing_pane import EditingPane

_OPEN = (Secrecy.PUBLIC, Secrecy.INTERNAL)


class EditingTools(QObject):
    """Fills the menu of the pane and answers its keys; nothing happens without an open article."""

    def __init__(self, desk: Desk, pane: EditingPane, view: QWidget) -> None:
        """Bind the keys in ``view``."""
        super().__init__(view)
        self._desk, self._pane, self._view = desk, pane, view
        self._menu = QMenu(pane.tools)
        pane.tools.setMenu(self._menu)
        self._add("report_text", self.copy_report_text)

    def copy_report_text(self) -> None:
        """Put title and text on the clipboard, each paragraph indented, as they stand."""
        title, body = self._pane.text()
        QApplication.clipboard().setText(plain.report_text(title, body))
        self._desk.notifier.told(f"上报文本已复制（{body.characters():,} 字），可以粘贴。")
        pictures = sum(isinstance(block, Picture) for block in body.blocks)
        secrecy = Secrecy(self._pane.row["secrecy"])
        if secrecy not in _OPEN:
            self._desk.notifier.warn(
                f"这篇稿件标有“{secrecy.label}”，只能粘贴到准许处理它的系统里。"
            )
        elif pictures:
            self._desk.notifier.warn(
                f"文字已复制；{pictures} 张图片不能随文本粘贴，请在对方系统里另行上传。"
            )

    def _add(self, name: str, slot: Callable[[], object]) -> None:
        entry = action(f"editing.{name}")
        self._menu.addAction(f"{entry.text}\t{entry.keys[0]}", partial(self._act, slot))
        bind(self._view, entry.id, partial(self._act, slot))

    def _act(self, slot: Callable[[], object]) -> None:
        if self._pane.key:
            slot()
