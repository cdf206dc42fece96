"""What 收稿 says where its list is empty."""

from __future__ import annotations

from xinxi_desktop.gui.views.intake_filter import IntakeFilter
from xinxi_desktop.gui.widgets.basics import EmptyState

_PENDING = "没有待初选的来稿。把 Word 文件或文件夹拖到这里，就能登记。"


class IntakeEmpty(EmptyState):
    """Offers to register, or to clear a filter that lets nothing through."""

    def __init__(self) -> None:
        """Begin with the offer to register."""
        super().__init__("", "登记")

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
