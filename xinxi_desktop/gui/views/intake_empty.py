"""What 收稿 says where its list is empty."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from xinxi_desktop.domain.filters import SubmissionFilter
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.jobs import Control
from xinxi_desktop.gui.views.intake_filter import IntakeFilter
from xinxi_desktop.gui.widgets.basics import EmptyState
from xinxi_desktop.services import intake
from xinxi_desktop.services.office import Office

_PENDING = "没有待初选的来稿。把 Word 文件或文件夹拖到这里，就能登记。"


class IntakeEmpty(EmptyState):
    """Offers to register, or to clear or widen a filter that lets nothing through.

    Signals:
        everywhere_asked: what the filter lets through should be shown from all queues.
    """

    everywhere_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        """Begin with the offer to register."""
        super().__init__("", "登记")
        self._desk = desk
        self._round = 0
        self.everywhere = QPushButton()
        self.everywhere.hide()
        self.everywhere.clicked.connect(self.everywhere_asked)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        place = column.indexOf(self.button)
        column.insertWidget(place, self.everywhere, 0, Qt.AlignmentFlag.AlignHCenter)

    def look_everywhere(self, chosen: IntakeFilter | None) -> None:
        """Count beside the window what a filter lets through in all queues; None offers nothing."""
        self._round += 1
        self.everywhere.hide()
        if chosen is not None and chosen.active and not chosen.not_understood():
            count = partial(_count, self._desk.office, chosen.value())
            self._desk.jobs.run(count, partial(self._offer, self._round))

    def _offer(self, round_: int, count: int) -> None:
        if round_ == self._round and count:
            self.everywhere.setText(f"在全部来稿里找（{count:,} 条）")
            self.everywhere.show()

    def name(self, queue: str, chosen: IntakeFilter, *, pending: bool) -> None:
        """Say why a queue shows nothing; ``pending`` is the one where files come in."""
        self.sentence.setText(
            chosen.not_understood() or _nothing_fits(queue, chosen) if chosen.active
            else _PENDING if pending
            else f"“{queue}”里没有来稿。"
        )  # fmt: skip
        self.button.setText("清除筛选" if chosen.active else "登记")
        self.button.setVisible(chosen.active or pending)


def _nothing_fits(queue: str, chosen: IntakeFilter) -> str:
    set_ = "，".join(chosen.described())
    return f"“{queue}”里没有来稿符合现在的筛选：{set_}。左边的条数不管筛选。"


def _count(office: Office, chosen: SubmissionFilter, _control: Control) -> int:
    return intake.submission_count(office, chosen)
