"""核实: what must be asked after, whom one asked, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xinxi_desktop.domain.times import now
from xinxi_desktop.domain.vocabulary import VerificationOutcome, VerificationWay
from xinxi_desktop.errors import UserError
from xinxi_desktop.services.office import Changes, Office
from xinxi_desktop.services.trash import check_in_use
from xinxi_desktop.store import verification as store
from xinxi_desktop.store.transaction import Transaction

Row = dict[str, Any]


def verifications(office: Office, submission: int) -> list[Row]:
    """List the 核实 of a submission, newest first."""
    return store.verifications(office.file, submission)


def mark_to_verify(office: Office, ids: Sequence[int]) -> Changes:
    """Put submissions among those that still have to be asked after."""

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        for key in ids:
            check_in_use(tx.get("submission", key))
            tx.update("submission", key, {"to_verify": 1})
        return f"已标为待核实 {len(ids)} 条", tuple(ids)

    return office.do("标为待核实", work)


def verify(
    office: Office,
    submission: int,
    asked: str,
    way: VerificationWay,
    outcome: VerificationOutcome,
    text: str = "",
) -> Changes:
    """Record a 核实; an answer takes the submission out of 待核实, no answer yet puts it there."""
    if not asked.strip():
        raise UserError("nobody_asked", "没有写向谁核实，没有记下，您填的还在。请填上问的是谁。")
    if outcome is VerificationOutcome.DIFFERS and not text.strip():
        raise UserError(
            "no_difference", "结果是“有出入”，但没有写出入在哪里。没有记下，您填的还在。请补上。"
        )
    waiting = outcome is VerificationOutcome.AWAITED

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        row = tx.get("submission", submission)
        check_in_use(row)
        values = {"asked": asked.strip(), "way": way.value, "outcome": outcome.value}
        tx.insert(
            "verification",
            {
                **values,
                "submission": submission,
                "person": office.person,
                "at": now(),
                "text": text.strip(),
            },
        )
        tx.update("submission", submission, {"to_verify": int(waiting)})
        told = f"已记下来稿 {row['year']}-{row['number']} 的核实：{outcome.label}"
        return told, (submission,)

    return office.do("核实", work)
