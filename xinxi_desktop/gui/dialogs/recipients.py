"""分发对象 of a publication: who gets how many copies by what way, in which order."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from xinxi_desktop.domain.distribution import DELIVERY_WAYS
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.models.columns import Column, Row, plain
from xinxi_desktop.gui.widgets.basics import Bar, label, may_fill_screen
from xinxi_desktop.gui.widgets.field_form import Field
from xinxi_desktop.gui.widgets.register_page import Extra, Register, RegisterPage
from xinxi_desktop.services import recipients
from xinxi_desktop.services.office import Changes
from xinxi_desktop.services.recipients import MOST_COPIES

_SIZE = (980, 560)
WAYS = [("", "（未定）"), *((way, way) for way in DELIVERY_WAYS)]
SHARE_FIELDS = (
    Field("name", "对象", required=True, hint="写职务或单位，不写姓名，如“市委书记”。"),
    Field("copies", "份数", "number", low=1, high=MOST_COPIES, default=1),
    Field("way", "方式", "choice", choices=WAYS, editable=True),
    Field("large_print", "大字版（二号字）", "check"),
)


class RecipientsDialog(QDialog):
    """The register of one publication's recipients in a window of its own."""

    def __init__(self, desk: Desk, publication: Row, parent: QWidget | None = None) -> None:
        """Show the recipients of ``publication``, a row of services.registers.publications."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"分发对象：《{publication['name']}》")
        may_fill_screen(self)
        self._desk, self._publication = desk, publication
        self.sum = label("", "secondary")
        self.page = RegisterPage(self._register(), desk)
        self.resize(*_SIZE)
        foot = Bar()
        foot.add(self.sum)
        foot.gap()
        self.finish = QPushButton("关闭")
        self.finish.setAutoDefault(False)
        self.finish.clicked.connect(self.accept)
        foot.add(self.finish)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.page, 1)
        column.addWidget(foot)
        desk.changed.connect(self._follow)
        self.page.refresh()
        self._add_up()

    def done(self, result: int) -> None:
        """Save what is typed before the window goes; stay if it can't be saved."""
        if self.page.flush():
            super().done(result)

    def _register(self) -> Register:
        office, family = self._desk.office, self._publication["id"]
        return Register(
            "recipients",
            "分发对象",
            "对象",
            (*SHARE_FIELDS, Field("active", "在用", "check", default=True)),
            (
                Column("name", "对象", plain("name"), 12, stretch=True, hint=plain("name")),
                Column("copies", "份数", plain("copies"), 3, number=True),
                Column("way", "方式", plain("way"), 4),
                Column("large", "版式", lambda row: "大字版" if row["large_print"] else "", 4),
                Column("active", "情况", lambda row: "在用" if row["active"] else "停发", 3,
                       tone=lambda row: "" if row["active"] else "secondary"),
            ),
            self._rows,
            partial(recipients.save_recipient, office, family),
            (
                Extra("上移", partial(self._move, -1), when=lambda row: not row["first"]),
                Extra("下移", partial(self._move, 1), when=lambda row: not row["last"]),
                Extra("删除", partial(recipients.delete_recipient, office)),
            ),
        )  # fmt: skip

    def _rows(self) -> list[Row]:
        rows = self._every()
        last = len(rows) - 1
        return [{**row, "first": n == 0, "last": n == last} for n, row in enumerate(rows)]

    def _every(self) -> list[Row]:
        family = self._publication["id"]
        return recipients.recipients(self._desk.office, family, active_only=False)

    def _move(self, step: int, key: int) -> Changes:
        ids = [row["id"] for row in self._every()]
        place = ids.index(key)
        ids[place], ids[place + step] = ids[place + step], ids[place]
        return recipients.order_recipients(self._desk.office, self._publication["id"], ids)

    def _follow(self, *_arguments: Any) -> None:
        self.page.refresh()
        self._add_up()

    def _add_up(self) -> None:
        rows = recipients.recipients(self._desk.office, self._publication["id"])
        copies, wanted = recipients.copies_in_all(rows), self._publication["copies"]
        words = f"在用 {len(rows)} 个对象，合计 {copies} 份；刊物登记的份数是 {wanted} 份。"
        self.sum.setText(words if rows else "按建制顺序登记；份号照这个次序往下排。")
