"""Where comments are anchored, and how they follow a text that is saved anew."""

from __future__ import annotations

from typing import Any

from xinxi_desktop.domain.comments import Anchor, follow
from xinxi_desktop.domain.document import Document, from_json
from xinxi_desktop.store import comments as store
from xinxi_desktop.store.transaction import Transaction

Row = dict[str, Any]


def anchor_of(row: Row) -> Anchor:
    """Give where a comment was set."""
    return Anchor(row["block"], row["first"], row["last"], row["quote"])


def carry_comments(tx: Transaction, article_id: int, before: str, body: Document) -> None:
    """Let comments stay at their words while text before them changes; ``before`` as stored."""
    kept = store.comments(tx, article_id)
    old = from_json(before) if kept else body
    for each in kept:
        moved = follow(old, body, anchor_of(each))
        changes = {"block": moved.block, "first": moved.first, "last": moved.last}
        tx.update("article_comment", each["id"], changes)
