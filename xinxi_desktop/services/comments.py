"""批注: remarks on a passage of an article, settled when they were dealt with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xinxi_desktop.domain.comments import Anchor
from xinxi_desktop.errors import UserError
from xinxi_desktop.services import articles
from xinxi_desktop.services.anchors import anchor_of
from xinxi_desktop.services.office import Changes, Office
from xinxi_desktop.store import comments as store
from xinxi_desktop.store.transaction import Transaction

Row = dict[str, Any]


def comments(office: Office, article_id: int) -> list[Row]:
    """List an article's comments, oldest first, each with its ``anchor``."""
    return [{**row, "anchor": anchor_of(row)} for row in store.comments(office.file, article_id)]


def waiting(office: Office, article_ids: Sequence[int]) -> dict[int, int]:
    """Count the comments that are not dealt with; articles without any are left out."""
    return store.waiting(office.file, article_ids)


def add_comment(office: Office, article_id: int, anchor: Anchor, text: str) -> Changes:
    """Set a remark on a passage; refused where the text is fixed."""
    if not text.strip():
        raise UserError("no_comment", "批注是空的，没有记下。请写一句要说的话。")
    _check(office, article_id)

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        tx.insert(
            "article_comment",
            {
                "article": tx.get("article", article_id)["id"],
                "block": anchor.block,
                "first": anchor.first,
                "last": anchor.last,
                "quote": anchor.quote,
                "text": text.strip(),
                "person": office.person,
                "at": tx.at,
            },
        )
        return "已加批注", (article_id,)

    return office.do("加批注", work)


def settle_comment(office: Office, comment: int) -> Changes:
    """Say that a comment was dealt with."""
    return _change(office, comment, "处理批注", "批注已处理", settled=True)


def reopen_comment(office: Office, comment: int) -> Changes:
    """Say that a comment must be dealt with after all."""
    return _change(office, comment, "重开批注", "批注已重新打开", settled=False)


def _change(office: Office, comment: int, name: str, told: str, *, settled: bool) -> Changes:
    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        row = tx.get("article_comment", comment)
        _check(office, row["article"])
        tx.update("article_comment", comment, {"settled_at": tx.at if settled else None})
        return told, (row["article"],)

    return office.do(name, work)


def _check(office: Office, article_id: int) -> None:
    why = articles.why_fixed(office, article_id)
    if why:
        raise UserError("comment_on_fixed", f"这篇稿件现在不能批注，没有记下。{why}")
