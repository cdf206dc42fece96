"""Every run through a printer, recorded: what, how many copies, which numbers, where, by whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from xinxi_desktop.domain.distribution import number_words
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


def record_run(office: Office, issue_id: int, run: Run, *, person: int | None = None) -> Changes:
    """Record a print run; final, since what is on paper can't be taken back."""

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        rows = issue_store.issue_rows(tx, [issue_id])
        if not rows:
            raise unknown_issue(str(issue_id))
        first = min(run.numbers, default=None)
        last = max(run.numbers, default=None)
        tx.insert(
            "print_run",
            {
                "issue": issue_id,
                "kind": run.kind.value,
                "pages": run.pages,
                "copies": run.copies,
                "first_number": first,
                "last_number": last,
                "printer": run.printer,
                "sha256": run.sha256,
                "remark": run.remark,
                "person": person or office.person,
                "at": tx.at,
            },
        )
        numbers = number_words(first, last)
        words = f"，份号 {numbers}" if numbers else ""
        told = f"（{run.remark}）" if run.remark else ""
        return f"{issue_name(rows[0])}已打印{run.kind.label} {run.copies} 份{words}{told}", (
            issue_id,
        )

    return office.do("打印", work, person=person, final=True)
