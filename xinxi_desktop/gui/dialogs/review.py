"""Names the articles that have not passed 核稿 and lets a person pass them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QListWidget, QListWidgetItem, QWidget

from xinxi_desktop.domain.vocabulary import Post
from xinxi_desktop.gui import people
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.form_dialog import FormDialog
from xinxi_desktop.gui.models.columns import Row
from xinxi_desktop.gui.widgets.field_form import Field
from xinxi_desktop.gui.widgets.list_view import ROW_HEIGHT
from xinxi_desktop.services import articles, comments
from xinxi_desktop.services.office import Changes, Office
from xinxi_desktop.services.reviewing import review_articles

_ROWS = 6
_ARTICLE = Qt.ItemDataRole.UserRole


class ReviewDialog(FormDialog):
    """Lists the articles; Enter or a double click on one opens it in 编辑.

    Signals:
        passed: all of them have passed now.
    """

    passed = Signal()

    def __init__(
        self, desk: Desk, items: Sequence[Row], verb: str, parent: QWidget | None = None
    ) -> None:
        """Offer to pass ``items`` (rows of services.issues.items)."""
        self._office = desk.office
        self._ids = [int(item["article"]) for item in items]
        self.listing = QListWidget()
        self.listing.setAccessibleName("未核的稿件")
        height = round(QApplication.font().pixelSize() * ROW_HEIGHT)
        waiting = comments.waiting(desk.office, self._ids)
        editors = {int(row["editor"]) for row in articles.article_rows(desk.office, self._ids)}
        for item in items:
            why = "核后又改过" if item["reviewed_revision"] else "未核"
            if item["article"] in waiting:
                why += f"，{waiting[item['article']]} 条批注没有处理"
            entry = QListWidgetItem(f"{item['title']}　{item['characters']:,} 字　{why}")
            entry.setSizeHint(QSize(0, height))
            entry.setData(_ARTICLE, item["article"])
            self.listing.addItem(entry)
        self.listing.setMinimumHeight(height * _ROWS)
        super().__init__(
            desk,
            "review",
            f"还有 {len(items)} 篇没有核稿",
            verb,
            [Field("person", "核稿人", "choice", default=_reviewer(desk.office, editors),
                   choices=people.choices(desk.office, first=[Post.SECTION_CHIEF]))],
            lead="每篇现在的文字都要有人核过，才能出清样。双击可以打开稿件看全文。",
            act=self._pass,
            body=self.listing,
            parent=parent,
        )  # fmt: skip
        self.listing.itemActivated.connect(self._go_to)
        self.accepted.connect(self._tell)
        self._done = False

    def _pass(self, values: dict[str, Any]) -> Changes:
        changes = review_articles(self._office, self._ids, person=int(values["person"]))
        self._done = True
        return changes

    def _tell(self) -> None:
        if self._done:
            self.passed.emit()

    def _go_to(self, entry: QListWidgetItem) -> None:
        self.reject()
        self._desk.show_asked.emit("article", int(entry.data(_ARTICLE)))


def _reviewer(office: Office, editors: Collection[int]) -> str | None:
    """Who should pass them: nobody who edited one of them, if there is another."""
    others = people.choices(office, first=[Post.SECTION_CHIEF], besides=editors)
    return others[0][0] if others else None
