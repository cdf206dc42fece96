"""清样与签批: the check code, who has signed and whose turn it is, all proofs and 誊改."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from xinxi_desktop.domain.signatures import on_behalf_words
from xinxi_desktop.domain.vocabulary import CorrectionKind, IssueState, Post
from xinxi_desktop.errors import XinxiError
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.models.columns import Column, Row, plain
from xinxi_desktop.gui.moments import moment
from xinxi_desktop.gui.views import layout_words as words
from xinxi_desktop.gui.widgets.basics import Bar, EmptyState, ListPane, label
from xinxi_desktop.gui.widgets.short_table import ShortTable
from xinxi_desktop.services import absences, corrections, signing

_TONES = {"已签": "ok", "轮到": "info", "作废": "danger"}


def _tone(row: Row) -> str:
    return _TONES.get(row["state"], "secondary")


SIGN_COLUMNS = (
    Column("post", "签批岗位", plain("post"), 6),
    Column("name", "姓名", plain("name"), 5),
    Column("date", "日期", plain("date"), 4),
    Column("state", "情况", plain("state"), 3, tone=_tone),
    Column("remark", "说明", plain("remark"), 12, stretch=True, hint=plain("remark")),
)
PROOF_COLUMNS = (
    Column("number", "清样", plain("label"), 6),
    Column("code", "校验码", plain("check_code"), 7),
    Column("pages", "页数", plain("pages"), 3, number=True),
    Column("person", "谁出的", plain("person_name"), 7),
    Column("at", "时间", lambda row: moment(row["at"]), 7),
    Column("remark", "说明", plain("remark"), 12, stretch=True, hint=plain("remark")),
)

CORRECTION_COLUMNS = (
    Column("kind", "做了什么", plain("word"), 4),
    Column("date", "日期", lambda row: moment(row["on_date"]), 4),
    Column("what", "内容和原因", plain("what"), 20, stretch=True, hint=plain("what")),
    Column("person", "经办", plain("person_name"), 5),
)


class TrailPane(QWidget):
    """Signatures above, proofs below; under them what was done after 印发, if anything was.

    Signals:
        notice_asked: the row of a 更正 or 收回 that was double clicked.
    """

    notice_asked = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin without an issue."""
        super().__init__(parent)
        self._desk = desk
        self.code = label("", "title")
        self.code.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.code.setAccessibleName("校验码")
        self.meaning = label("", "secondary")
        self.record = QPushButton("履历")
        self.signatures = ShortTable("layout.signatures", "签批", SIGN_COLUMNS, desk.values)
        self.proofs = ShortTable("layout.proofs", "历次清样", PROOF_COLUMNS, desk.values)
        self.corrections = ShortTable(
            "layout.corrections", "更正、收回、重印", CORRECTION_COLUMNS, desk.values
        )
        bar = Bar()
        bar.add(self.code, self.meaning)
        bar.gap()
        bar.add(self.record)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(_part("签批", self.signatures, "还没有送签。"), 3)
        column.addWidget(_part("历次清样", self.proofs, "还没有出清样。"), 2)
        self.later = _part("印发以后（双击打开通知）", self.corrections, "没有更正、收回、重印。")
        column.addWidget(self.later, 2)
        self.corrections.activated_id.connect(self._ask_notice)

    def show_issue(self, issue: Row) -> None:
        """Show the trail of an issue; an empty row for none."""
        self.record.setEnabled(bool(issue))
        proofs = signing.proofs(self._desk.office, issue["id"]) if issue else []
        stands = bool(proofs) and IssueState(issue["state"]) in words.PROVEN
        self.code.setText(proofs[0]["check_code"] if stands else "")
        self.code.setVisible(stands)
        self.meaning.setText(
            "校验码：由清样的文字算出；文字改动一处，校验码就变。"
            if stands
            else "还没有现行的清样。" + ("历次清样在下面。" if proofs else "")
        )
        self.signatures.show_rows(self._signature_rows(issue) if issue else [])
        self.proofs.show_rows(self._proof_rows(issue, proofs) if issue else [])
        later = self._correction_rows(issue) if issue else []
        self.corrections.show_rows(later)
        self.later.setVisible(bool(later))

    def _ask_notice(self, _place: int) -> None:
        row = self.corrections.current_row()
        self.notice_asked.emit({**row, "id": row["key"]})

    def _correction_rows(self, issue: Row) -> list[Row]:
        """Tell what was done after 印发; of a recall also how many copies are still out."""
        office = self._desk.office
        rows = []
        for each in corrections.corrections(office, issue["id"]):
            kind = CorrectionKind(each["kind"])
            parts = [each["text"].replace("\n", "　"), each["reason"]]
            if kind is CorrectionKind.RECALL:
                parts.append(corrections.recall_progress(office, issue["id"]).strip("，"))
            what = "　".join(filter(None, parts))
            rows.append({**each, "key": each["id"], "word": kind.label, "what": what})
        return rows

    def _signature_rows(self, issue: Row) -> list[Row]:
        office = self._desk.office
        void = [
            {
                "post": Post(each["post"]).label,
                "name": each["person_name"],
                "date": moment(each["signed_on"]), "state": "作废",
                "remark": "　".join(filter(None, (
                    f"第 {each['proof_number']} 次清样", on_behalf_words(each),
                    each["withdrawn_reason"],
                ))),
            }
            for each in signing.all_sign_offs(office, issue["id"]) if each["withdrawn_reason"]
        ]  # fmt: skip
        rows: list[Row] = []
        signed = signing.signatures(office, issue["id"])
        try:
            posts = signing.chain(office, issue["id"])
        except XinxiError as error:
            posts = ()
            rows.append({"post": "签批链", "state": "没有", "remark": error.sentence})
        waiting = IssueState(issue["state"]) is IssueState.SENT
        for place, post in enumerate(posts):
            if place < len(signed):
                rows.append(_signed_row(post, signed[place]))
            elif IssueState(issue["state"]) is not IssueState.PRINTED:
                turn = waiting and place == len(signed)
                away = absences.remark(absences.absent_holders(office, post))
                rows.append(
                    {"post": post.label, "state": "轮到" if turn else "待签", "remark": away}
                )
        # What counts now stands first, what fell with an earlier proof below it.
        return [*rows, *void]

    def _proof_rows(self, issue: Row, proofs: Sequence[Row]) -> list[Row]:
        typed = {
            each["new_proof"]: f"誊改，{each['typed_by_name']}输入、{each['checked_by_name']}核对"
            for each in signing.transcriptions(self._desk.office, issue["id"])
        }
        stands = IssueState(issue["state"]) in words.PROVEN
        rows = []
        for place, proof in enumerate(proofs):
            remark = [typed.get(proof["id"], ""), "现行" if stands and place == 0 else ""]
            row = {"label": f"第 {proof['number']} 次", "remark": "　".join(filter(None, remark))}
            rows.append({**proof, **row})
        return rows


def _part(title: str, table: ShortTable, nothing: str) -> QWidget:
    """Put a heading over a table."""
    part = QWidget()
    head = label(title, "heading")
    head.setContentsMargins(12, 8, 12, 4)
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(head)
    column.addWidget(ListPane(table, EmptyState(nothing)), 1)
    return part


def _signed_row(post: Post, sign_off: Row) -> Row:
    return {
        "post": post.label, "name": sign_off["person_name"],
        "date": moment(sign_off["signed_on"]), "state": "已签", "remark": on_behalf_words(sign_off),
    }  # fmt: skip
