"""更正, 收回, 重印 of a printed issue: asked once, final, and then the notice or the printer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from xinxi_desktop.domain.times import today
from xinxi_desktop.domain.vocabulary import CorrectionKind
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.final_form import FinalFormDialog
from xinxi_desktop.gui.models.columns import Row
from xinxi_desktop.gui.widgets.field_form import Field
from xinxi_desktop.services import corrections
from xinxi_desktop.services.issues import issue_name
from xinxi_desktop.services.office import Changes, Office

Values = dict[str, Any]
_MOST_COPIES = 9999
_KEPT = "已印发的内容和存档文件不改动。登记后不能撤销。"


@dataclass(frozen=True)
class _Kind:
    """What is asked for one of the three, and what does it."""

    lead: str
    fields: Sequence[Field]
    act: Callable[[Office, int, Values], Changes]


def _correct(office: Office, key: int, values: Values) -> Changes:
    return corrections.correct_issue(
        office, key, values["text"], reason=values["reason"], on=values["on"]
    )


def _recall(office: Office, key: int, values: Values) -> Changes:
    return corrections.recall_issue(
        office, key, values["reason"], text=values["text"], on=values["on"]
    )


def _reprint(office: Office, key: int, values: Values) -> Changes:
    return corrections.reprint_issue(
        office, key, int(values["copies"]), values["reason"], on=values["on"]
    )


_KINDS = {
    CorrectionKind.CORRECTION: _Kind(
        "写明哪一页、哪一处，应改为什么；一处一行。",
        (
            Field("text", "更正内容", "multiline", required=True, lines=4),
            Field("reason", "原因"),
            Field("on", "通知日期", "date", required=True),
        ),
        _correct,
    ),
    CorrectionKind.RECALL: _Kind(
        "全部份数都要退回；退回、销毁一份登记一份，清退单上随时看得到还差哪些。",
        (
            Field("reason", "收回原因", required=True),
            Field("text", "另外的要求", "multiline", hint="例如：请于11月27日前派人送回"),
            Field("on", "通知日期", "date", required=True),
        ),
        _recall,
    ),
    CorrectionKind.REPRINT: _Kind(
        "按存档的 PDF 加印，内容和版面与印发的一样。内容要改的，请用更正。",
        (
            Field("copies", "加印份数", "number", required=True, low=1, high=_MOST_COPIES),
            Field("reason", "原因", required=True, hint="例如：补发新任领导"),
            Field("on", "重印日期", "date", required=True),
        ),
        _reprint,
    ),
}


class CorrectionDialog(FinalFormDialog):
    """Asks for one 更正, 收回 or 重印 and records it."""

    def __init__(
        self, desk: Desk, kind: CorrectionKind, row: Row, parent: QWidget | None = None
    ) -> None:
        """Ask about the printed issue ``row``."""
        office, key = desk.office, int(row["id"])
        asked = _KINDS[kind]
        final = _reach(office, key) if kind is not CorrectionKind.REPRINT else ""

        def tell(values: Values) -> str:
            if kind is CorrectionKind.REPRINT:
                return f"{issue_name(row)}加印 {values['copies']} 份，登记后打开打印窗口。\n{_KEPT}"
            return f"{final}\n{_KEPT}"

        super().__init__(
            desk,
            f"correction.{kind.value}",
            f"{kind.label}：{issue_name(row)}",
            f"登记{kind.label}",
            asked.fields,
            lead=asked.lead,
            tell=tell,
            act=lambda values: asked.act(office, key, values),
            parent=parent,
        )
        self.form.show_values({"on": today(), "copies": 1})


def _reach(office: Office, issue_id: int) -> str:
    """Say whom a notice about an issue goes to."""
    recipients, copies, missing = corrections.state_of_copies(office, issue_id)
    if not recipients:
        return "这一期没有分发名单，通知写给版记上的报、送、发。"
    return f"通知发给收到这一期的 {recipients} 个对象，共 {copies} 份，现在在外 {missing} 份。"
