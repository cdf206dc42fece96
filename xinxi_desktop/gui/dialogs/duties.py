"""分工: choose an editor and tick the units that this editor looks after."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from xinxi_desktop.domain.vocabulary import Post
from xinxi_desktop.gui import people
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.widgets.basics import label, primary_button
from xinxi_desktop.gui.widgets.whole_height import WholeHeight
from xinxi_desktop.services.duties import assign_units, duties

_ID = Qt.ItemDataRole.UserRole
_MARGIN, _GAP = 20, 12
_SIZE = (560, 600)
_ROW = 2.0


class DutiesDialog(QDialog):
    """One editor at a time; units of another editor say whose they are."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with the person who works now."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("分工")
        self._desk = desk
        self.editor = QComboBox()
        self.editor.setAccessibleName("编辑")
        for value, word in people.choices(desk.office, first=[Post.EDITOR]):
            self.editor.addItem(word, value)
        self.words = QLineEdit()
        self.words.setPlaceholderText("按名称找")
        self.words.setAccessibleName("找单位")
        self.listing = QListWidget()
        self.listing.setAccessibleName("单位")
        self.count = label("", "secondary")
        self.go = primary_button("保存")
        self.cancel = QPushButton("取消")
        self.cancel.setAutoDefault(False)
        self._lay_out()
        WholeHeight(self)
        place = self.editor.findData(str(desk.office.person))
        self.editor.setCurrentIndex(max(place, 0))
        self._fill()
        self.editor.currentIndexChanged.connect(self._fill)
        self.words.textChanged.connect(self._filter)
        self.listing.itemChanged.connect(self._say_count)
        self.go.clicked.connect(self._save)
        self.cancel.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        caption = QLabel("编辑")
        caption.setBuddy(self.editor)
        head = QHBoxLayout()
        head.addWidget(caption)
        head.addWidget(self.editor, 1)
        head.addWidget(self.words, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.go)
        lead = label(
            "勾选这位编辑联系的单位；收稿里的“我的”列出这些单位还没处理的来稿。", "secondary"
        )
        lead.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_GAP)
        column.addWidget(label("分工", "heading"))
        column.addWidget(lead)
        column.addLayout(head)
        column.addWidget(self.listing, 1)
        column.addLayout(foot)
        self.resize(*_SIZE)

    def _fill(self) -> None:
        person = int(self.editor.currentData() or 0)
        self.listing.blockSignals(True)
        self.listing.clear()
        for row in duties(self._desk.office):
            other = row["editor"] not in (None, person)
            item = QListWidgetItem(
                f"{row['name']}　（现由{row['editor_name']}联系）" if other else row["name"]
            )
            item.setData(_ID, row["id"])
            item.setSizeHint(QSize(0, round(self.fontInfo().pixelSize() * _ROW)))
            mine = row["editor"] == person
            item.setCheckState(Qt.CheckState.Checked if mine else Qt.CheckState.Unchecked)
            self.listing.addItem(item)
        self.listing.blockSignals(False)
        self._filter()
        self._say_count()

    def _items(self) -> list[QListWidgetItem]:
        return [self.listing.item(place) for place in range(self.listing.count())]

    def _filter(self) -> None:
        words = self.words.text().strip()
        for item in self._items():
            item.setHidden(words not in item.text())

    def _ticked(self) -> list[int]:
        return [
            int(item.data(_ID))
            for item in self._items()
            if item.checkState() is Qt.CheckState.Checked
        ]

    def _say_count(self) -> None:
        self.count.setText(f"已选 {len(self._ticked())} 个单位")

    def _save(self) -> None:
        person = int(self.editor.currentData() or 0)
        act = partial(assign_units, self._desk.office, person, self._ticked())
        if self._desk.do(act) is not None:
            self.accept()
