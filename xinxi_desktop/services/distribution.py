"""分发: who gets which copies of an issue, who took them, and which came back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xinxi_desktop.domain import secrecy
from xinxi_desktop.domain.distribution import number_ranges, number_words, several_words
from xinxi_desktop.domain.times import parse_date, today
from xinxi_desktop.domain.vocabulary import CopyOutcome, CorrectionKind, IssueState, Secrecy
from xinxi_desktop.errors import UserError
from xinxi_desktop.services.issues import issue_name, unknown_issue
from xinxi_desktop.services.office import Changes, Office
from xinxi_desktop.services.recipients import checked, copies_in_all
from xinxi_desktop.store import acts as act_store
from xinxi_desktop.store import distribution as store
from xinxi_desktop.store import forms as form_store
from xinxi_desktop.store import issues as issue_store
from xinxi_desktop.store.reading import Reader
from xinxi_desktop.store.transaction import Transaction

Row = dict[str, Any]
_ON_PAPER = ("name", "copies", "first_number", "last_number")
_COLUMNS = ("name", "way", "copies", "large_print")


def distribution(office: Office, issue_id: int) -> list[Row]:
    """List who gets how many copies of an issue: name, way, copies, numbers, hand-over, in order.

    ``first_number`` and ``last_number`` are None where copies are not numbered.
    """
    return store.shares(office.file, issue_id)


def copies_numbered(reader: Reader, row: Row) -> bool:
    """Tell whether an issue's copies bear a 份号: by its publication, or as a state secret."""
    publication = issue_store.publication(reader, row["publication"])
    secret = secrecy.is_state_secret(Secrecy(row["secrecy"]))
    return publication["copy_numbers"] != "none" or secret


def next_number(office: Office, issue_id: int) -> int:
    """Give the first 份号 of an issue that nobody has, in the list or on paper."""
    rows = [*store.shares(office.file, issue_id), *store.print_runs(office.file, issue_id)]
    return 1 + max((row["last_number"] or 0 for row in rows), default=0)


def check_numbers_stand(tx: Reader, act: int) -> None:
    """Refuse to undo what would change a list whose numbers are on paper already."""
    for before, after in act_store.rows_of(tx, act, "distribution"):
        row = before or after or {}
        same = all((before or {}).get(name) == (after or {}).get(name) for name in _ON_PAPER)
        if not same and store.numbered_run(tx, row["issue"]):
            raise UserError(
                "distribution_fixed",
                f"本期已按份号打印，“{row['name']}”的份号已在纸上，不能撤销。没有改动。",
            )


def is_fixed(reader: Reader, row: Row) -> bool:
    """Tell whether names, copies and numbers stand: printed out, or numbered copies exist."""
    return row["state"] == IssueState.PRINTED.value or store.numbered_run(reader, row["id"])


def make_distribution(office: Office, issue_id: int) -> Changes:
    """List the publication's present recipients for an issue, in place of a list made before."""

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        row = _open_issue(tx, issue_id)
        for share in store.shares(tx, issue_id):
            tx.delete("distribution", share["id"])
        count = _list_recipients(tx, row)
        if not count:
            raise UserError(
                "no_recipients",
                f"《{row['publication_name']}》还没有登记分发对象。没有改动。"
                "请先在刊物的“分发对象”里登记，或直接往本期名单里加。",
            )
        copies = copies_in_all(store.shares(tx, issue_id))
        return f"{issue_name(row)}已列分发名单：{count} 个对象，{copies} 份", (issue_id,)

    return office.do("列分发名单", work)


def settle_list(tx: Transaction, row: Row) -> None:
    """At 付印: list the recipients if nobody did, and number the copies as the marks ask now."""
    if store.shares(tx, row["id"]):
        _number(tx, row)
    else:
        _list_recipients(tx, row)


def _list_recipients(tx: Transaction, row: Row) -> int:
    rows = store.recipients(tx, row["publication"])
    for position, each in enumerate(rows, 1):
        kept = {name: each[name] for name in _COLUMNS}
        tx.insert("distribution", {"issue": row["id"], "position": position, **kept})
    _number(tx, row)
    return len(rows)


def save_share(office: Office, issue_id: int, share: int | None, fields: Row) -> Changes:
    """Add a recipient to an issue (本期增发), or change one before 印发; the rest is renumbered.

    ``fields``: name, way, copies, large_print. After 印发 or a numbered run one can still be
    added behind the others (补发): numbers on paper never change.
    """
    row = checked({name: fields[name] for name in _COLUMNS if name in fields}, new=share is None)

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        issue = _an_issue(tx, issue_id)
        check_not_recalled(tx, issue, "增加分发")
        known = store.shares(tx, issue_id)
        if share is not None:
            _open_issue(tx, issue_id)
            tx.update("distribution", share, row)
        elif any(each["name"] == row["name"] for each in known) and not is_fixed(tx, issue):
            raise UserError(
                "recipient_twice", f"名单里已有“{row['name']}”。没有改动。请改它的份数。"
            )
        else:
            place = max((each["position"] for each in known), default=0) + 1
            tx.insert("distribution", {"issue": issue_id, "position": place, **row})
        _number(tx, issue)
        _raise_copies(tx, issue)
        name = row.get("name") or tx.get("distribution", share)["name"]
        return f"{issue_name(issue)}分发名单：{name}", (issue_id,)

    return office.do("增加分发" if share is None else "更改分发", work)


def check_not_recalled(reader: Reader, issue: Row, what: str) -> None:
    """Refuse what would send out more copies of an issue that was recalled."""
    kinds = {each["kind"] for each in form_store.corrections(reader, issue["id"])}
    if CorrectionKind.RECALL.value in kinds:
        raise UserError(
            "recalled",
            f"{issue_name(issue)}已经收回，不能再{what}。没有改动。要发改正后的内容，请另编一期。",
        )


def _raise_copies(tx: Transaction, issue: Row) -> None:
    """Count copies sent out later (补发) among the issue's: registers and numbers must agree."""
    listed = copies_in_all(store.shares(tx, issue["id"]))
    if issue["state"] == IssueState.PRINTED.value and listed > issue["copies"]:
        tx.update("issue", issue["id"], {"copies": listed})


def drop_share(office: Office, share: int) -> Changes:
    """Take a recipient off an issue's list before 印发; the rest is renumbered."""

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        row = tx.get("distribution", share)
        issue = _open_issue(tx, row["issue"])
        tx.delete("distribution", share)
        _number(tx, issue)
        return f"{issue_name(issue)}不再分发“{row['name']}”", (row["issue"],)

    return office.do("去掉分发", work)


def hand_over(
    office: Office, shares: Sequence[int], *, on: str = "", received_by: str = ""
) -> Changes:
    """Record that copies were handed over: the day (default today) and who signed for them."""
    day = parse_date(on) if on else today()

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        names, issue_id = [], 0
        for key in shares:
            row = tx.get("distribution", key)
            names.append(row["name"])
            issue_id = row["issue"]
            _check_on_paper(_an_issue(tx, issue_id))
            tx.update("distribution", key, {"handed_on": day, "received_by": received_by.strip()})
        return f"已登记签收：{'、'.join(names)}", (issue_id,)

    return office.do("登记签收", work)


def returns(office: Office, issue_id: int) -> list[Row]:
    """List the copies of an issue that came back or were destroyed, in the recipients' order."""
    return store.returns(office.file, issue_id)


def take_back(
    office: Office,
    share: int,
    outcome: CopyOutcome,
    *,
    numbers: Sequence[int] = (),
    copies: int = 0,
    on: str = "",
    remark: str = "",
) -> Changes:
    """Tick copies of one recipient off as 清退 or 销毁: by number, or by count where unnumbered.

    UserError if a number is not this recipient's, or was ticked off in this way before.
    """
    day = parse_date(on) if on else today()

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        row = tx.get("distribution", share)
        issue = _an_issue(tx, row["issue"])
        _check_on_paper(issue)
        before = [each for each in store.returns_of(tx, share) if each["outcome"] == outcome.value]
        if row["first_number"] is None:
            _check_count(row, before, copies, outcome)
            marks: list[Row] = [{"number": None, "copies": copies}]
        else:
            _check_numbers(row, before, numbers, outcome)
            marks = [{"number": number, "copies": 1} for number in numbers]
        fixed = {"distribution": share, "outcome": outcome.value, "on_date": day, "remark": remark}
        for mark in marks:
            tx.insert("copy_return", {**fixed, **mark})
        what = f"{several_words(numbers)} 号" if numbers else f"{copies} 份"
        return f"{issue_name(issue)}{row['name']}：{what}已{outcome.label}", (row["issue"],)

    return office.do("登记清退销毁", work)


def outstanding(office: Office, issue_id: int) -> list[Row]:
    """List the recipients that still hold copies.

    Each row is the distribution's with ``missing`` (how many) and ``missing_numbers``.
    """
    back: dict[int, list[Row]] = {}
    for each in store.returns(office.file, issue_id):
        back.setdefault(each["distribution"], []).append(each)
    rows = []
    for share in store.shares(office.file, issue_id):
        missing, numbers = _missing(share, back.get(share["id"], []))
        if missing:
            rows.append({**share, "missing": missing, "missing_numbers": numbers})
    return rows


def _missing(share: Row, back: Sequence[Row]) -> tuple[int, tuple[int, ...]]:
    """Count what is still out: a copy destroyed where it was has not come back, but is gone."""
    if share["first_number"] is not None:
        gone = {each["number"] for each in back}
        whole = range(share["first_number"], share["last_number"] + 1)
        numbers = tuple(number for number in whole if number not in gone)
        return len(numbers), numbers
    counts = [
        sum(each["copies"] for each in back if each["outcome"] == outcome.value)
        for outcome in CopyOutcome
    ]
    return share["copies"] - max(counts), ()


def _check_numbers(
    row: Row, before: Sequence[Row], numbers: Sequence[int], outcome: CopyOutcome
) -> None:
    own = number_words(row["first_number"], row["last_number"])
    foreign = [each for each in numbers if not row["first_number"] <= each <= row["last_number"]]
    if foreign or not numbers:
        said = f"{several_words(foreign)} 号不是" if foreign else "没有写是哪几号，要写"
        raise UserError(
            "wrong_copy_number",
            f"{said}发给“{row['name']}”的（它的是 {own}）。没有登记。请核对份号。",
        )
    again = {each["number"] for each in before} & set(numbers)
    if again:
        raise UserError(
            "returned_twice",
            f"{several_words(again)} 号已登记过{outcome.label}。没有登记。请核对份号。",
        )


def _check_count(row: Row, before: Sequence[Row], copies: int, outcome: CopyOutcome) -> None:
    left = row["copies"] - sum(each["copies"] for each in before)
    if not 1 <= copies <= left:
        raise UserError(
            "wrong_copies",
            f"“{row['name']}”共 {row['copies']} 份，还有 {left} 份没有登记{outcome.label}，"
            f"不能登记 {copies} 份。没有登记。请核对份数。",
        )


def _number(tx: Transaction, issue: Row) -> None:
    """Give every recipient consecutive numbers; those on paper already keep theirs."""
    rows = store.shares(tx, issue["id"])
    if not copies_numbered(tx, issue):
        for row in rows:
            tx.update("distribution", row["id"], {"first_number": None, "last_number": None})
        return
    first = 1
    if is_fixed(tx, issue):
        first += max((row["last_number"] or 0 for row in rows), default=0)
        rows = [row for row in rows if row["first_number"] is None]
    ranges = number_ranges([row["copies"] for row in rows], first)
    for row, (low, high) in zip(rows, ranges, strict=True):
        tx.update("distribution", row["id"], {"first_number": low, "last_number": high})


def _an_issue(tx: Transaction, issue_id: int) -> Row:
    rows = issue_store.issue_rows(tx, [issue_id])
    if not rows:
        raise unknown_issue(str(issue_id))
    return rows[0]


def is_on_paper(row: Row) -> bool:
    """Tell whether there can be copies of an issue by now: it is being printed, or is printed."""
    return IssueState(row["state"]) in (IssueState.PRINTING, IssueState.PRINTED)


def _check_on_paper(issue: Row) -> None:
    if not is_on_paper(issue):
        raise UserError(
            "not_printed_yet",
            f"{issue_name(issue)}还没有付印，没有可以签收或退回的份。没有登记。请先付印。",
        )


def _open_issue(tx: Transaction, issue_id: int) -> Row:
    row = _an_issue(tx, issue_id)
    if is_fixed(tx, row):
        raise UserError(
            "distribution_fixed",
            f"{issue_name(row)}已印发或已按份号打印，原来的名单和份号不能改。没有改动。"
            "要加发，请另加一行，份号接着往下排。",
        )
    return row
