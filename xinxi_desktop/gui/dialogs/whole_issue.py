"""全期检查: what a careful reader would stop at, before the issue goes to its signers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QListWidget, QListWidgetItem, QWidget

from xinxi_desktop import settings
from xinxi_desktop.domain.page_places import TextPlace
from xinxi_desktop.domain.vocabulary import Weight
from xinxi_desktop.domain.whole_issue import Finding, Passed
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.form_dialog import Act, FormDialog
from xinxi_desktop.gui.models.columns import Row
from xinxi_desktop.gui.widgets.field_form import Field
from xinxi_desktop.gui.widgets.list_view import ROW_HEIGHT
from xinxi_desktop.services.issues import issue_name

_ROWS, _WIDTH, _WANTED, _SPACING = 4, 620, 860, 4
_AIR = 80
"""Left around the dialog on the smallest screen: its frame and the task bar."""
_NAME = "findings"
_PLACE = Qt.ItemDataRole.UserRole
_LEAD = "双击一条可以打开那篇稿件，到有问题的地方。"
_TOLD, _SEEN = "（上次已说明理由）", "（上次已看过）"


class WholeIssueDialog(FormDialog):
    """Lists the findings; with ``act`` it offers 送签, and a new error wants a reason."""

    def __init__(
        self,
        desk: Desk,
        issue: Row,
        items: Sequence[Row],
        findings: Sequence[Finding],
        act: Act | None = None,
        before: Passed = Passed(),  # noqa: B008 - it can't be changed
        parent: QWidget | None = None,
    ) -> None:
        """Show ``findings`` on ``issue``; ``items`` are rows of services.issues.items.

        What was let through ``before`` is not asked about again.
        """
        self._articles = [int(item["article"]) for item in items]
        self._before = before
        self.listing = self._listing(findings)
        ask = act is not None and any(
            finding.weight is Weight.ERROR for finding in before.news(findings)
        )
        fields = [_reason(before)] if ask else []
        super().__init__(
            desk,
            _NAME,
            f"全期检查：{issue_name(issue)}",
            "送签" if act else "知道了",
            fields,
            lead=_summary(findings, before),
            act=act,
            body=self.listing,
            parent=parent,
        )
        self.cancel.setText("先去改")
        self.cancel.setVisible(act is not None)
        self.setMinimumWidth(_WIDTH)
        self.listing.itemActivated.connect(self._go_to)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the findings want and the screen allows, unless a size was chosen."""
        super().showEvent(event)
        if f"dialog.{_NAME}" in self._desk.values.get(settings.WINDOWS):
            return
        room = self.screen().availableSize()
        self.resize(min(_WANTED, room.width() - _AIR), self.height())
        self.listing.doItemsLayout()
        missing = self.listing.verticalScrollBar().maximum()
        self.resize(self.width(), min(self.height() + missing, room.height() - _AIR))
        self._place_on_screen()

    def _place_on_screen(self) -> None:
        """Stand over the middle of the window as before, but wholly on the screen."""
        parent = self.parentWidget()
        over = parent.window().geometry() if parent else self.geometry()
        screen = self.screen().availableGeometry()
        place = over.center() - QPoint(self.width() // 2, self.height() // 2)
        left = max(screen.left(), min(place.x(), screen.right() - self.width()))
        top = max(screen.top() + _AIR // 2, min(place.y(), screen.bottom() - self.height()))
        self.move(left, top)

    def _listing(self, findings: Sequence[Finding]) -> QListWidget:
        listing = QListWidget()
        listing.setAccessibleName("检查结果")
        listing.setWordWrap(True)
        listing.setResizeMode(QListWidget.ResizeMode.Adjust)
        listing.setSpacing(_SPACING)
        height = round(QApplication.font().pixelSize() * ROW_HEIGHT)
        for finding in findings:
            told = (_TOLD if self._before.reason else _SEEN) if self._before.holds(finding) else ""
            entry = QListWidgetItem(f"{finding.weight.label}　{finding.words}{told}")
            if 0 <= finding.item < len(self._articles):
                entry.setData(_PLACE, self._place(finding))
            listing.addItem(entry)
        listing.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        listing.setVisible(bool(findings))
        listing.setMinimumHeight(height * min(_ROWS, max(3, len(findings))))
        return listing

    def _place(self, finding: Finding) -> TextPlace:
        article = self._articles[finding.item]
        return TextPlace(article, finding.block, finding.first, finding.quote)

    def _go_to(self, entry: QListWidgetItem) -> None:
        place: Any = entry.data(_PLACE)
        if isinstance(place, TextPlace):
            self.reject()
            self._desk.text_asked.emit(place)


def _reason(before: Passed) -> Field:
    return Field("reason", "仍要送签的理由", "multiline", required=True, default=before.reason)


def _summary(findings: Sequence[Finding], before: Passed) -> str:
    counts = [
        f"{sum(finding.weight is weight for finding in findings)} 处{weight.label}"
        for weight in Weight
        if any(finding.weight is weight for finding in findings)
    ]
    lead = _LEAD if any(finding.item >= 0 for finding in findings) else ""
    told = before.reason and before.known(findings)
    reason = f"\n上次送签时说明的理由：{before.reason}" if told else ""
    return f"{'，'.join(counts)}。{lead}{reason}" if counts else "没有发现问题。"
