"""工具 of the open article: what is done to or with its text, each with a key and in one menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from xinxi_desktop.domain import punctuation
from xinxi_desktop.domain import report_text as plain
from xinxi_desktop.domain.document import Picture
from xinxi_desktop.domain.passages import TITLE, Edit
from xinxi_desktop.domain.vocabulary import Secrecy
from xinxi_desktop.domain.widths import to_full, to_half
from xinxi_desktop.gui.actions import action, bind
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.text_edits import EditsDialog, FindDialog
from xinxi_desktop.gui.views.editing_pane import EditingPane
from xinxi_desktop.gui.widgets.own_keys import OwnKeys

_LINE_END = "\u2029"
_OPEN = (Secrecy.PUBLIC, Secrecy.INTERNAL)


class EditingTools(QObject):
    """Fills the menu of the pane and answers its keys; nothing happens without an open article."""

    def __init__(self, desk: Desk, pane: EditingPane, view: QWidget) -> None:
        """Bind the keys in ``view``."""
        super().__init__(view)
        self._desk, self._pane, self._view = desk, pane, view
        self._menu = QMenu(pane.tools)
        # The button's words stand before its arrow, which turns the menu of a button too.
        self._menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        pane.tools.setMenu(self._menu)
        pane.body.pictures_left.connect(self._tell_of_pictures)
        self._add("report_text", self.copy_report_text)
        self._menu.addSeparator()
        self._add("picture", partial(self._put_in, pane.pictures.ask_file))
        self._add("table", partial(self._put_in, pane.tables.ask))
        self._menu.addSeparator()
        self._add("find", self.find)
        self.find_here = bind(pane.body, "text.find", partial(self._act, self.find))
        OwnKeys(self.find_here, (pane.body, pane.title))
        self._add("clean", self.clean)
        self._add("plain", self._paste_plain)
        self._add("half", partial(self._turn, to_half))
        self._add("full", partial(self._turn, to_full))

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

    def find(self) -> None:
        """查找替换, beginning with the selected words."""
        pane = self._pane
        words = pane.body.textCursor().selectedText()
        words = "" if _LINE_END in words else words
        dialog = FindDialog(self._desk, pane.passages(), words, pane.why_fixed, self._view)
        dialog.chosen.connect(partial(self._make, "替换"))
        dialog.went.connect(pane.show_place)
        dialog.open()

    def clean(self) -> None:
        """整理标点 of title, text and tables; shows first what would change."""
        if self._refused():
            return
        edits = [
            Edit(passage, change)
            for passage in self._pane.passages()
            for change in punctuation.clean(passage.text)
            # In a title a blank parts its two halves.
            if passage.place.block != TITLE or change.why != punctuation.BLANK
        ]
        if not edits:
            self._desk.notifier.told("标点没有要整理的。")
            return
        dialog = EditsDialog(self._desk, "clean", "整理标点", "改好", "", self._view)
        dialog.show_edits(edits)
        dialog.chosen.connect(partial(self._make, "整理"))
        dialog.went.connect(self._pane.show_place)
        dialog.open()

    def _make(self, verb: str, edits: list[Edit]) -> None:
        self._pane.make_edits(edits)
        told = f"已{verb} {len(edits)} 处，还没有保存；在正文里按 Ctrl+Z 可以退回。"
        self._desk.notifier.told(told)

    def _turn(self, how: Callable[[str], str]) -> None:
        """Give the selected characters another width."""
        if self._refused():
            return
        if not self._pane.turn_selection(how):
            self._desk.notifier.warn("没有选中文字，没有改动。请先选中要转换的文字。")

    def _put_in(self, ask: Callable[[], object]) -> None:
        if not self._refused():
            ask()

    def _paste_plain(self) -> None:
        if not self._refused():
            if self._pane.title.hasFocus():
                self._pane.title.paste()
            else:
                self._pane.body.paste_plain()

    def _tell_of_pictures(self, count: int) -> None:
        self._desk.notifier.warn(
            f"文字和表格已粘贴；{count} 张图片没有一起过来，请用“插入图片”放进来。"
        )

    def _refused(self) -> bool:
        if self._pane.why_fixed:
            self._desk.notifier.warn("这篇稿件现在不能改，没有改动。原因写在标题上方。")
        return bool(self._pane.why_fixed)

    def _add(self, name: str, slot: Callable[[], object]) -> None:
        entry = action(f"editing.{name}")
        self._menu.addAction(f"{entry.text}\t{entry.keys[0]}", partial(self._act, slot))
        bind(self._view, entry.id, partial(self._act, slot))

    def _act(self, slot: Callable[[], object]) -> None:
        if self._pane.key:
            slot()
