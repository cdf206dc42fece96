"""What the new year brings, shown once on its first start: nothing happens silently."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.form_dialog import FormDialog
from xinxi_desktop.gui.widgets.basics import label
from xinxi_desktop.services.new_year import NewYear, begin_year

_WIDTH = 640


class NewYearDialog(FormDialog):
    """The sentences and one verb; closed without it, it comes again on the next start."""

    def __init__(self, desk: Desk, turned: NewYear, parent: QWidget | None = None) -> None:
        """Say what is in ``turned``."""
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        for line in turned.lines:
            words = label(line)
            words.setWordWrap(True)
            column.addWidget(words)
        super().__init__(
            desk, "new_year", f"进入 {turned.year} 年度", "知道了",
            lead="编号按年重编，程序自动照下面的办，不用做什么；有不对的到“设置—启用和演练—起始编号”改。",
            act=lambda _values: begin_year(desk.office), body=body, parent=parent,
        )  # fmt: skip
        self.cancel.setText("下次再提醒")
        self.setMinimumWidth(_WIDTH)
