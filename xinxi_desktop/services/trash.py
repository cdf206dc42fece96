"""The trash of 收稿: what is put away keeps its number and can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xinxi_desktop.domain.states import SUBMISSION_MOVES, move
from xinxi_desktop.domain.vocabulary import SubmissionState
from xinxi_desktop.errors import UserError
from xinxi_desktop.services.office import Changes, Office
from xinxi_desktop.store.transaction import Transaction


def trash(office: Office, ids: Sequence[int]) -> Changes:
    """Put submissions that no article was made from into the trash."""

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        for key in ids:
            row = tx.get("submission", key)
            check_in_use(row)
            move(SUBMISSION_MOVES, "trash", SubmissionState(row["state"]), name_of(row))
            tx.update("submission", key, {"trashed_at": tx.at})
        return f"已放入回收站 {len(ids)} 条，编号保留", tuple(ids)

    return office.do("删除来稿", work)


def restore(office: Office, ids: Sequence[int]) -> Changes:
    """Take submissions out of the trash, each back to where it stood."""

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        for key in ids:
            row = tx.get("submission", key)
            if not row["trashed_at"]:
                raise UserError("not_in_trash", f"{name_of(row)}不在回收站里，不用恢复。没有改动。")
            tx.update("submission", key, {"trashed_at": None})
        return f"已恢复 {len(ids)} 条来稿", tuple(ids)

    return office.do("恢复来稿", work)


def check_in_use(row: dict[str, Any]) -> None:
    """UserError if a submission lies in the trash."""
    if row["trashed_at"]:
        raise UserError("in_trash", f"{name_of(row)}在回收站里。没有改动。请先恢复，再继续。")


def name_of(row: dict[str, Any]) -> str:
    """Name a submission by its number."""
    return f"来稿 {row['year']}-{row['number']}"
