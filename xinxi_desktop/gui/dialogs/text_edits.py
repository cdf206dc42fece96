"""查找替换 and 整理标点: what would change is listed first, each to be ticked off."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from xinxi_desktop import settings
from xinxi_desktop.domain.finding import replacements
from xinxi_desktop.domain.passages import Edit, Passage
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.widgets.basics import label, may_fill_screen, primary_button
from xinxi_desktop.gui.widgets.edit_list import EditList

_SIZE = (720, 520)
_MARGIN, _GAP = 20, 12


class EditsDialog(QDialog):
    """Lists edits and gives back those that stay ticked.

    Signals:
        chosen: the edits to be made.
        went: the edit whose place in the text should be shown.
    """

    chosen = Signal(object)
    went = Signal(object)

    def __init__(
        self,
        desk: Desk,
        name: str,
        title: str,
        verb: str,
        fixed: str,
        parent: QWidget,
        head: QWidget | None = None,
    ) -> None:
        """``fixed`` says why the text can't be changed; then the list is only to be read.

        ``head`` stands over the list.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        may_fill_screen(self)
        self._desk, self._name, self._verb, self._fixed = desk, f"dialog.{name}", verb, fixed
        self._nothing = ""
        self.listing = EditList()
        self.listing.setAccessibleName("要改的地方")
        self.every = QCheckBox("全选")
        self.told = label(fixed, "warn" if fixed else "secondary")
        self.told.setWordWrap(True)
        self.go = primary_button(verb)
        self.cancel = QPushButton("取消")
        self.cancel.setAutoDefault(False)
        self._lay_out(head)
        self.listing.ticked.connect(self._count)
        self.listing.itemActivated.connect(self._go_to)
        self.every.clicked.connect(self.listing.tick_all)
        self.go.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self.accepted.connect(lambda: self.chosen.emit(self.listing.wanted()))
        self.finished.connect(self._remember)

    def show_edits(self, edits: Sequence[Edit], nothing: str = "") -> None:
        """List edits; ``nothing`` is said where there are none."""
        self._nothing = nothing
        self.listing.show_edits(edits)

    def _go_to(self) -> None:
        edit = self.listing.current()
        self.reject()
        if edit:
            self.went.emit(edit)

    def _count(self) -> None:
        wanted, every = len(self.listing.wanted()), self.listing.count()
        self.every.setChecked(wanted == every > 0)
        self.every.setEnabled(every > 0)
        self.go.setEnabled(wanted > 0 and not self._fixed)
        self.go.setText(f"{self._verb} {wanted} 处" if wanted else self._verb)
        if not self._fixed:
            self.told.setText(
                f"共 {every} 处，已选 {wanted} 处；双击到那一处。" if every else self._nothing
            )

    def _lay_out(self, head: QWidget | None) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.every)
        buttons.addWidget(self.told, 1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_GAP)
        column.addWidget(label(self.windowTitle(), "heading"))
        if head is not None:
            column.addWidget(head)
        column.addWidget(self.listing, 1)
        column.addLayout(buttons)
        self.resize(*_SIZE)
        kept = self._desk.values.get(settings.WINDOWS).get(self._name, "")
        self.restoreGeometry(QByteArray.fromBase64(kept.encode()))

    def _remember(self) -> None:
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self._desk.values.remember(settings.WINDOWS, self._name, geometry)


class FindDialog(EditsDialog):
    """查找替换 in title, text and tables of the open article."""

    def __init__(
        self, desk: Desk, passages: Sequence[Passage], words: str, fixed: str, parent: QWidget
    ) -> None:
        """Begin with ``words`` looked for."""
        fields = _Words(words)
        super().__init__(desk, "find", "查找替换", "替换", fixed, parent, fields)
        self._passages = passages
        self.words, self.instead, self.loosely = fields.words, fields.instead, fields.loosely
        self.words.textChanged.connect(self._find)
        self.instead.textChanged.connect(self._find)
        self.loosely.toggled.connect(self._find)
        self.words.selectAll()
        self.words.setFocus()
        self._find()

    def _find(self) -> None:
        words, loosely = self.words.text(), self.loosely.isChecked()
        found = replacements(self._passages, words, self.instead.text(), loosely=loosely)
        self.show_edits(found, "这篇稿件里没有。" if words else "写上要找的词。")


class _Words(QWidget):
    """What is looked for, what should stand instead, and how strictly."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words, self.instead = QLineEdit(words), QLineEdit()
        self.loosely = QCheckBox("不分全角半角、大小写")
        self.instead.setPlaceholderText("空着就是删去")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        for row, (name, field) in enumerate((("查找", self.words), ("替换为", self.instead))):
            buddy = label(name)
            buddy.setBuddy(field)
            grid.addWidget(buddy, row, 0)
            grid.addWidget(field, row, 1)
        grid.addWidget(self.loosely, 2, 1)
