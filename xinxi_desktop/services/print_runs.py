"""Every run through a printer, recorded: what, how many copies, which numbers, where, by whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from xinxi_desktop.domain.distribution import several_words
from xinxi_desktop.domain.vocabulary import PrintKind
from xinxi_desktop.services.issues import issue_name, unknown_issue
from xinxi_desktop.services.office import Changes, Office
from xinxi_desktop.store import distribution as store
from xinxi_desktop.store import issues as issue_store
from xinxi_desktop.store.transaction import Transaction

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Run:
    """What went to a printer.

    ``pages`` is empty for all of them; ``numbers`` are the 份号 printed, in order; ``sha256``
    is the hash of the pages as drawn; ``remark`` tells of a run that was broken off.
    """

    kind: PrintKind
    copies: int
    printer: str
    sha256: str
    pages: str = ""
    numbers: Sequence[int] = ()
    remark: str = ""


def print_runs(office: Office, issue_id: int) -> list[Row]:
    """List the print runs of an issue, newest first."""
    return store.print_runs(office.file, issue_id)


def record_runs(
    office: Office, issue_id: int, runs: Sequence[Run], *, person: int | None = None
) -> Changes:
    """Record one order's runs; final, since what is on paper can't be taken back."""

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        rows = issue_store.issue_rows(tx, [issue_id])
        if not rows:
            raise unknown_issue(str(issue_id))
        for run in runs:
            tx.insert("print_run", {**_row(run), "issue": issue_id, "at": tx.at,
                                    "person": person or office.person})  # fmt: skip
        told = "，".join(_words(run) for run in runs)
        return f"{issue_name(rows[0])}已打印{told}", (issue_id,)

    return office.do("打印", work, person=person, final=True)


def _row(run: Run) -> Row:
    return {
        "kind": run.kind.value,
        "pages": run.pages,
        "copies": run.copies,
        "first_number": min(run.numbers, default=None),
        "last_number": max(run.numbers, default=None),
        "printer": run.printer,
        "sha256": run.sha256,
        "remark": "；".join(filter(None, (_gaps(run), run.remark))),
    }


def _gaps(run: Run) -> str:
    """Name the numbers one by one where some between the first and the last are not there."""
    whole = not run.numbers or max(run.numbers) - min(run.numbers) + 1 == len(set(run.numbers))
    return "" if whole else f"份号 {several_words(run.numbers)}"


def _words(run: Run) -> str:
    numbers = f"（份号 {several_words(run.numbers)}）" if run.numbers else ""
    broken = f"，{run.remark}" if run.remark else ""
    return f"{run.kind.label} {run.copies} 份{numbers}{broken}"
