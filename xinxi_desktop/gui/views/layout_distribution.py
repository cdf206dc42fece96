"""分发: who gets which copies of an issue, who took them, what came back; and every print run."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from xinxi_desktop.domain.distribution import (
    number_words,
    parse_numbers,
    several_words,
)
from xinxi_desktop.domain.times import today
from xinxi_desktop.domain.vocabulary import CopyOutcome, PrintKind
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.form_dialog import FormDialog
from xinxi_desktop.gui.dialogs.recipients import SHARE_FIELDS, RecipientsDialog
from xinxi_desktop.gui.models.columns import Column, Row, plain
from xinxi_desktop.gui.moments import moment
from xinxi_desktop.gui.widgets.basics import Bar, EmptyState, ListPane, label
from xinxi_desktop.gui.widgets.elided import ElidedLabel
from xinxi_desktop.gui.widgets.field_form import Field, FieldForm, put_value
from xinxi_desktop.gui.widgets.short_table import ShortTable
from xinxi_desktop.services import distribution, registers
from xinxi_desktop.services.office import Changes
from xinxi_desktop.services.print_runs import print_runs
from xinxi_desktop.services.recipients import copies_in_all, recipients

Values = dict[str, Any]
_BROUGHT = ("copies", "way", "large_print")
_OUTCOMES = [(each.value, each.label) for each in CopyOutcome]
_NOTHING = "还没有分发名单。付印时照刊物的分发对象自动列出，也可以现在列。"
_NOBODY = "这一期付印时刊物没有分发对象，所以没有分发名单。发给了谁，可以用“加发”补记。"


def _numbers(row: Row) -> str:
    return number_words(row["first_number"], row["last_number"])


def _handed(row: Row) -> str:
    return " ".join(filter(None, (moment(row["handed_on"] or ""), row["received_by"])))


def _out(row: Row) -> str:
    return several_words(row["missing_numbers"]) or (
        f"{row['missing']} 份" if row["missing"] else ""
    )


SHARE_COLUMNS = (
    Column("name", "对象", plain("name"), 10, stretch=True, hint=plain("name")),
    Column("copies", "份数", plain("copies"), 2, number=True),
    Column("numbers", "份号", _numbers, 8, hint=_numbers),
    Column("way", "方式", plain("way"), 2),
    Column("large", "版式", lambda row: "大字版" if row["large_print"] else "", 3),
    Column("handed", "签收", _handed, 6, hint=_handed),
    Column("back", "退回", lambda row: row["back"], 4, hint=lambda row: row["back"],
           tone=lambda row: "ok" if row["all_back"] else "warn"),
)  # fmt: skip
RUN_COLUMNS = (
    Column("kind", "内容", lambda row: PrintKind(row["kind"]).label, 3),
    Column("copies", "份数", plain("copies"), 2, number=True),
    Column("numbers", "份号", _numbers, 8, hint=_numbers),
    Column("pages", "页码", lambda row: row["pages"] or "全部", 3),
    Column("printer", "打印机", plain("printer"), 7, hint=plain("printer")),
    Column("person", "谁打的", plain("person_name"), 4),
    Column("at", "时间", lambda row: moment(row["at"]), 6),
    Column("remark", "说明", plain("remark"), 6, stretch=True, hint=plain("remark")),
)


class DistributionPane(QWidget):
    """The list of an issue's recipients above, its print runs below."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin without an issue."""
        super().__init__(parent)
        self._desk = desk
        self._issue: Row = {}
        self.sum = ElidedLabel("", "secondary")
        self.make = QPushButton("列名单")
        self.add = QPushButton("加发…")
        self.change = QPushButton("更改…")
        self.drop = QPushButton("去掉")
        self.hand = QPushButton("签收…")
        self.back = QPushButton("退回…")
        self.recipients = QPushButton("分发对象…")
        self.shares = ShortTable("layout.shares", "分发名单", SHARE_COLUMNS, desk.values)
        self.runs = ShortTable("layout.runs", "打印记录", RUN_COLUMNS, desk.values)
        self._lay_out()
        self._wire()
        self.show_issue({})

    def show_issue(self, issue: Row) -> None:
        """Show the list and the runs of an issue; an empty row for none."""
        self._issue = issue
        office = self._desk.office
        rows = distribution.distribution(office, issue["id"]) if issue else []
        self.shares.show_rows(self._with_returns(rows))
        self.runs.show_rows(print_runs(office, issue["id"]) if issue else [])
        self._say_sum(rows)
        self._settle()

    def _with_returns(self, rows: list[Row]) -> list[Row]:
        if not rows:
            return []
        office, key = self._desk.office, self._issue["id"]
        begun = {each["distribution"] for each in distribution.returns(office, key)}
        out = {each["id"]: each for each in distribution.outstanding(office, key)}
        shown = []
        for row in rows:
            left = out.get(row["id"])
            words = "" if row["id"] not in begun else f"缺 {_out(left)}" if left else "已齐"
            shown.append({**row, "key": row["id"], "back": words, "all_back": left is None})
        return shown

    def _say_sum(self, rows: list[Row]) -> None:
        copies, printed = copies_in_all(rows), self._issue.get("copies", 0)
        words = f"{len(rows)} 个对象，{copies} 份；本期印 {printed} 份" if rows else ""
        if rows and copies != printed:
            gap = printed - copies
            words += f"，{'余' if gap > 0 else '差'} {abs(gap)} 份"
        self.sum.setText(words)

    def _settle(self) -> None:
        """Offer what can be done with what is chosen now."""
        chosen = self.shares.chosen_rows()
        may = bool(self._issue) and not self._desk.office.read_only
        fixed = may and distribution.is_fixed(self._desk.office.file, self._issue)
        rows = bool(self.shares.rows.ids)
        self.make.setText("重列名单" if rows else "列名单")
        self.empty.sentence.setText(_NOBODY if fixed else _NOTHING)
        self.make.setEnabled(may and not fixed)
        self.add.setEnabled(may)
        self.change.setEnabled(may and not fixed and len(chosen) == 1)
        self.drop.setEnabled(may and not fixed and len(chosen) == 1)
        out = may and distribution.is_on_paper(self._issue)
        self.hand.setEnabled(out and bool(chosen))
        self.back.setEnabled(out and len(chosen) == 1)
        for button in (self.hand, self.back):
            button.setToolTip("" if out or not may else "付印以后才有份数可以签收、退回")
        self.recipients.setEnabled(bool(self._issue))

    def make_list(self) -> None:
        """列名单."""
        self._desk.do(partial(distribution.make_distribution, self._desk.office, self._issue["id"]))

    def add_share(self) -> None:
        """加发: one more recipient of this issue."""
        self._ask_share("加发", None, {})

    def change_share(self) -> None:
        """更改 the chosen recipient."""
        if self.change.isEnabled():
            (row,) = self.shares.chosen_rows()
            self._ask_share("更改", row["key"], row)

    def drop_share(self) -> None:
        """去掉 the chosen recipient."""
        (row,) = self.shares.chosen_rows()
        self._desk.do(partial(distribution.drop_share, self._desk.office, row["key"]))

    def hand_over(self) -> None:
        """签收 of the chosen recipients."""
        rows = self.shares.chosen_rows()
        keys = [row["key"] for row in rows]
        office = self._desk.office

        def act(values: Values) -> Changes:
            return distribution.hand_over(
                office, keys, on=values["on"], received_by=values["received_by"]
            )

        self._open(
            "hand_over", f"签收：{_named(rows)}", "登记签收",
            [
                Field("on", "日期", "date", required=True, default=today()),
                Field("received_by", "签收人"),
            ],
            act=act,
        )  # fmt: skip

    def take_back(self) -> None:
        """退回: tick off copies of the chosen recipient."""
        (row,) = self.shares.chosen_rows()
        office = self._desk.office
        left = {each["id"]: each for each in distribution.outstanding(office, self._issue["id"])}
        missing = left.get(row["key"], {"missing": 0, "missing_numbers": ()})
        numbered = row["first_number"] is not None
        what = (
            Field("numbers", "份号", required=True, hint=f"它的份号是 {_numbers(row)}。",
                  default=several_words(missing["missing_numbers"]))
            if numbered
            else Field("copies", "份数", "number", low=1, default=max(1, missing["missing"]))
        )  # fmt: skip

        def act(values: Values) -> Changes:
            return distribution.take_back(
                office, row["key"], CopyOutcome(values["outcome"]),
                numbers=parse_numbers(values["numbers"]) if numbered else (),
                copies=values.get("copies", 0), on=values["on"], remark=values["remark"],
            )  # fmt: skip

        self._open(
            "take_back", f"退回：{row['name']}", "登记",
            [
                Field("outcome", "情况", "choice", choices=_OUTCOMES), what,
                Field("on", "日期", "date", required=True, default=today()),
                Field("remark", "说明"),
            ],
            act=act,
        )  # fmt: skip

    def show_recipients(self) -> None:
        """Open the publication's recipients."""
        every = registers.publications(self._desk.office)
        family = next(each for each in every if each["id"] == self._issue["publication"])
        RecipientsDialog(self._desk, family, self).open()

    def _ask_share(self, verb: str, key: int | None, row: Row) -> None:
        office, issue = self._desk.office, self._issue["id"]

        def act(values: Values) -> Changes:
            return distribution.save_share(office, issue, key, values)

        lead = "加在名单末尾，份号接着往下排。" if key is None else "后面的份号随着重排。"
        dialog = self._open("share", f"{verb}：分发", verb, list(SHARE_FIELDS), lead=lead, act=act)
        if row:
            dialog.form.show_values(row)
        else:
            _take_over(dialog.form, recipients(office, self._issue["publication"]))

    def _open(
        self, name: str, title: str, verb: str, fields: list[Field], **more: Any
    ) -> FormDialog:
        dialog = FormDialog(self._desk, name, title, verb, fields, parent=self, **more)
        dialog.open()
        return dialog

    def _lay_out(self) -> None:
        bar, acts = Bar(), Bar()
        bar.add(self.sum)
        bar.add(self.recipients, self.make)
        acts.add(self.add, self.change, self.drop)
        acts.gap()
        acts.add(self.hand, self.back)
        head = label("打印记录", "heading")
        head.setContentsMargins(12, 8, 12, 4)
        self.empty = EmptyState(_NOTHING)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(ListPane(self.shares, self.empty), 3)
        column.addWidget(acts)
        column.addWidget(head)
        column.addWidget(ListPane(self.runs, EmptyState("还没有打印过。")), 2)

    def _wire(self) -> None:
        for button, slot in (
            (self.make, self.make_list), (self.add, self.add_share),
            (self.change, self.change_share), (self.drop, self.drop_share),
            (self.hand, self.hand_over), (self.back, self.take_back),
            (self.recipients, self.show_recipients),
        ):  # fmt: skip
            button.clicked.connect(slot)
        self.shares.selectionModel().selectionChanged.connect(self._settle)
        self.shares.activated_id.connect(self.change_share)


def _take_over(form: FieldForm, known: list[Row]) -> None:
    """Let the name of one of the publication's recipients bring its copies and way along.

    What the person has filled in before stays.
    """
    rows = {row["name"]: row for row in known}
    given = form.values()

    def bring(name: str) -> None:
        row = rows.get(name.strip(), {})
        now = form.values()
        for field in _BROUGHT:
            if field in row and now[field] == given[field]:
                put_value(form.inputs[field], row[field])
                given[field] = form.values()[field]

    line = form.inputs["name"]
    if isinstance(line, QLineEdit):
        line.textChanged.connect(bring)


def _named(rows: list[Row]) -> str:
    names = [str(row["name"]) for row in rows]
    return "、".join(names[:2]) + (f"等 {len(names)} 个对象" if len(names) > 2 else "")
