"""批注 beside the text: what was remarked on which words, and what was dealt with."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from xinxi_desktop.domain.comments import Anchor, locate
from xinxi_desktop.gui.actions import action
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.form_dialog import FormDialog
from xinxi_desktop.gui.models.columns import Row
from xinxi_desktop.gui.moments import moment
from xinxi_desktop.gui.widgets.basics import Bar, label
from xinxi_desktop.gui.widgets.body_editor import BodyEditor
from xinxi_desktop.gui.widgets.field_form import Field
from xinxi_desktop.services import comments

_ROLE = Qt.ItemDataRole.UserRole
_LONGEST_QUOTE = 24
_WAIT_MILLISECONDS = 400
_NOTHING = "还没有批注。在正文里选中几个字，按 {key} 加批注。"


class CommentsPage(QWidget):
    """Lists the comments of the open article and marks their words in the text.

    Signals:
        counted: how many comments wait to be dealt with.
    """

    counted = Signal(int)

    def __init__(self, desk: Desk, editor: BodyEditor) -> None:
        """Show where the comments stand in ``editor``."""
        super().__init__()
        self._desk, self._editor = desk, editor
        self._key, self._fixed = 0, False
        self._rows: list[Row] = []
        self._places: dict[int, Anchor] = {}
        self.listing = QListWidget()
        self.listing.setAccessibleName("批注")
        self.listing.setObjectName("notes")
        self.listing.setWordWrap(True)
        self.listing.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = label(_NOTHING.format(key=action("editing.comment").keys[0]), "secondary")
        self.nothing.setWordWrap(True)
        self.nothing.setMargin(16)
        self.add, self.settle = QPushButton("加批注"), QPushButton("已处理")
        self.all = QCheckBox("连同已处理的")
        self._timer = QTimer(self, singleShot=True, interval=_WAIT_MILLISECONDS)
        self._lay_out()
        self._timer.timeout.connect(self._place)
        editor.edited.connect(self._timer.start)
        self.listing.currentItemChanged.connect(self._show_choice)
        self.listing.itemActivated.connect(self.go_to_words)
        self.listing.itemClicked.connect(self.go_to_words)
        self.add.clicked.connect(self.ask)
        self.settle.clicked.connect(self._settle)
        self.all.toggled.connect(self._fill)

    def show_article(self, key: int, fixed: bool) -> None:
        """Show an article's comments; those of a fixed one can only be read."""
        self._key, self._fixed = key, fixed
        self._rows = comments.comments(self._desk.office, key)
        self._place()

    def ask(self) -> None:
        """Ask for a comment on the selected words, or on the paragraph of the cursor."""
        anchor = self._editor.anchor()
        if self._fixed:
            self._desk.notifier.warn("这篇稿件现在不能批注，没有记下。原因写在标题上方。")
        elif anchor is None:
            self._desk.notifier.warn("光标不在文字里，没有加批注。请先选中要批注的文字。")
        else:
            FormDialog(
                self._desk, "comment", "加批注", "加上",
                [Field("text", "批注", "multiline", required=True)],
                lead=f"“{_short(anchor.quote)}”", act=partial(self._add, anchor), parent=self,
            ).open()  # fmt: skip

    def go_to_words(self) -> None:
        """Select the words of the chosen comment in the text."""
        row = self._chosen()
        if row and row["id"] in self._places:
            self._editor.go_to(self._places[row["id"]])

    def _add(self, anchor: Anchor, values: dict[str, Any]) -> Any:
        return comments.add_comment(self._desk.office, self._key, anchor, values["text"])

    def _settle(self) -> None:
        row = self._chosen()
        if row:
            act = comments.reopen_comment if row["settled_at"] else comments.settle_comment
            self._desk.do(partial(act, self._desk.office, row["id"]))

    def _chosen(self) -> Row | None:
        item = self.listing.currentItem()
        return item.data(_ROLE) if item else None

    def _place(self) -> None:
        """Find the words of each comment in the text as it stands."""
        self._timer.stop()
        if not self._rows:
            self._places = {}
        else:
            document = self._editor.read()
            found = {row["id"]: locate(document, row["anchor"]) for row in self._rows}
            self._places = {key: place for key, place in found.items() if place}
        waiting = [row["id"] for row in self._rows if not row["settled_at"]]
        self._editor.mark_comments([self._places[key] for key in waiting if key in self._places])
        self.counted.emit(len(waiting))
        self._fill()

    def _fill(self) -> None:
        chosen = (self._chosen() or {}).get("id")
        self.listing.blockSignals(True)
        self.listing.clear()
        for row in self._rows:
            if self.all.isChecked() or not row["settled_at"]:
                item = QListWidgetItem(self._told(row))
                item.setData(_ROLE, row)
                self.listing.addItem(item)
                if row["id"] == chosen:
                    self.listing.setCurrentItem(item)
        self.listing.blockSignals(False)
        self.nothing.setVisible(not self.listing.count())
        self.listing.setVisible(bool(self.listing.count()))
        self._show_choice()

    def _told(self, row: Row) -> str:
        gone = "" if row["id"] in self._places else "（这几个字已不在正文里）"
        done = f"　{moment(row['settled_at'])} 已处理" if row["settled_at"] else ""
        who = f"{row['person_name']}　{moment(row['at'])}{done}"
        return f"“{_short(row['quote'])}”{gone}\n{row['text']}\n{who}"

    def _show_choice(self) -> None:
        row = self._chosen()
        self.settle.setText("重新打开" if row and row["settled_at"] else "已处理")
        self.settle.setEnabled(bool(row) and not self._fixed)
        self.add.setEnabled(not self._fixed)

    def _lay_out(self) -> None:
        bar = Bar()
        bar.add(self.add, self.settle)
        bar.gap()
        bar.add(self.all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.nothing)
        column.addWidget(self.listing, 1)
        column.addStretch(0)


def _short(quote: str) -> str:
    return quote if len(quote) <= _LONGEST_QUOTE else quote[: _LONGEST_QUOTE - 1] + "…"
