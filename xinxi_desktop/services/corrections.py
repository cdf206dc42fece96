"""更正, 收回, 重印 of a printed issue: acts of their own, never an edit of it (domain.md §2).

All are final: a notice goes to exactly those who got the issue, and a reprint is made of the
stored PDF (architecture.md 10).
"""

from __future__ import annotations

from typing import Any

from xinxi_desktop.domain.times import parse_date, today
from xinxi_desktop.domain.vocabulary import CorrectionKind, IssueState
from xinxi_desktop.errors import UserError
from xinxi_desktop.services.distribution import check_not_recalled, distribution, outstanding
from xinxi_desktop.services.issues import issue_name
from xinxi_desktop.services.office import Changes, Office
from xinxi_desktop.services.printing import PDF
from xinxi_desktop.services.recipients import copies_in_all
from xinxi_desktop.store import forms as store
from xinxi_desktop.store import issues as issue_store
from xinxi_desktop.store.transaction import Transaction

Row = dict[str, Any]


def corrections(office: Office, issue_id: int) -> list[Row]:
    """List the 更正, 收回 and 重印 of an issue, oldest first."""
    return store.corrections(office.file, issue_id)


def correct_issue(
    office: Office, issue_id: int, text: str, *, reason: str = "", on: str = "", person: int = 0
) -> Changes:
    """更正: record what is put right, for a notice to everyone who got the issue. Final."""
    if not text.strip():
        raise UserError("no_text", "没有写更正内容，没有更正。请写明哪一页、哪一处，应改为什么。")
    return _record(office, issue_id, CorrectionKind.CORRECTION, text, reason, on, person)


def recall_issue(
    office: Office, issue_id: int, reason: str, *, text: str = "", on: str = "", person: int = 0
) -> Changes:
    """收回: call back every copy of the issue; which are still out is counted anew each time.

    UserError if it has been recalled already.
    """
    if not reason.strip():
        raise UserError("no_reason", "没有写收回原因，没有收回。请写一句原因。")
    return _record(office, issue_id, CorrectionKind.RECALL, text, reason, on, person)


def reprint_issue(
    office: Office, issue_id: int, copies: int, reason: str, *, on: str = "", person: int = 0
) -> Changes:
    """重印: record that so many more copies are made of the stored PDF, unchanged. Final.

    A corrected text is no reprint: that is a 更正, or a new issue.
    """
    if copies < 1 or not reason.strip():
        raise UserError("no_reason", "重印要写明份数和原因。没有登记。请补全再试。")
    text = f"按存档的 PDF 重印{copies}份"
    return _record(office, issue_id, CorrectionKind.REPRINT, text, reason, on, person)


def state_of_copies(office: Office, issue_id: int) -> tuple[int, int, int]:
    """Count an issue's recipients, their copies, and the copies still out."""
    shares = distribution(office, issue_id)
    missing = sum(row["missing"] for row in outstanding(office, issue_id))
    return len(shares), copies_in_all(shares), missing


def standing(office: Office, issue_id: int) -> str:
    """Say what became of an issue after 印发: 已更正；已收回，还有3份没有退回. Empty for nothing."""
    done = {each["kind"] for each in corrections(office, issue_id)}
    parts = ["已更正"] if CorrectionKind.CORRECTION.value in done else []
    if CorrectionKind.RECALL.value in done:
        parts.append("已收回" + recall_progress(office, issue_id))
    return "；".join(parts)


def is_recalled(office: Office, issue_id: int) -> bool:
    """Tell whether an issue has been recalled."""
    return any(row["kind"] == CorrectionKind.RECALL.value for row in corrections(office, issue_id))


def recall_progress(office: Office, issue_id: int) -> str:
    """Count on: ，共 46 份，还有 3 份没有退回; empty without a list of recipients."""
    _, copies, missing = state_of_copies(office, issue_id)
    if not copies:
        return ""
    return f"，共 {copies} 份，" + (f"还有 {missing} 份没有退回" if missing else "全部退回")


def _record(
    office: Office,
    issue_id: int,
    kind: CorrectionKind,
    text: str,
    reason: str,
    on: str,
    person: int,
) -> Changes:
    day = parse_date(on) if on else today()
    recipients, copies, _ = state_of_copies(office, issue_id)

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        row = _printed(tx, issue_id, kind)
        tx.insert(
            "correction",
            {
                "issue": issue_id,
                "kind": kind.value,
                "text": text.strip(),
                "reason": reason.strip().rstrip("。"),
                "on_date": day,
                "person": person or office.person,
            },
        )
        told = f"{issue_name(row)}已登记{kind.label}"
        if kind is CorrectionKind.REPRINT:
            return f"{told}：{text}", (issue_id,)
        to = f"，通知 {recipients} 个分送对象，{copies} 份" if recipients else "，通知报送范围"
        return f"{told}{to}", (issue_id,)

    return office.do(kind.label, work, person=person or None, final=True)


def _printed(tx: Transaction, issue_id: int, kind: CorrectionKind) -> Row:
    row = issue_store.issue_rows(tx, [issue_id])[0]
    if row["state"] != IssueState.PRINTED.value:
        raise UserError(
            "not_printed",
            f"{issue_name(row)}还没有印发，不用{kind.label}。没有登记。请用退改、誊改或撤下来改。",
        )
    done = {each["kind"] for each in store.corrections(tx, issue_id)}
    if kind is CorrectionKind.RECALL and kind.value in done:
        raise UserError("recalled", f"{issue_name(row)}已经收回过。没有再登记。请登记退回的份数。")
    if kind is CorrectionKind.REPRINT:
        check_not_recalled(tx, row, "重印")
    files = {each["format"] for each in issue_store.issued_files(tx, issue_id)}
    if kind is CorrectionKind.REPRINT and PDF not in files:
        raise UserError(
            "no_stored_pdf",
            f"{issue_name(row)}是启用本程序以前印发的，没有存档的 PDF，不能重印。没有登记。"
            "请用当时的原件复印。",
        )
    return row
