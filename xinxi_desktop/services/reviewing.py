"""送核, 核稿 and 退改 of 稿件."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xinxi_desktop.domain.states import ARTICLE_MOVES, actions, move
from xinxi_desktop.domain.vocabulary import ArticleState
from xinxi_desktop.errors import UserError
from xinxi_desktop.services.articles import called, editable, why_fixed
from xinxi_desktop.services.office import Changes, Office
from xinxi_desktop.store import articles as store
from xinxi_desktop.store import comments as comment_store
from xinxi_desktop.store.transaction import Transaction

Row = dict[str, Any]


def reviews(office: Office, article_id: int) -> list[Row]:
    """List 核稿 and 退改 with who and when, newest first."""
    return store.reviews(office.file, article_id)


def open_to(office: Office, article_ids: Sequence[int], action: str) -> list[int]:
    """Give those for which ``submit``, ``review`` or ``return`` is possible and not done yet."""
    return [
        row["id"]
        for row in store.article_rows(office.file, article_ids)
        if action in actions(ARTICLE_MOVES, ArticleState(row["state"]))
        and (action != "review" or row["reviewed_revision"] != row["revision"])
        and not why_fixed(office, row["id"])
    ]


def submit_for_review(
    office: Office, article_ids: Sequence[int], *, person: int | None = None
) -> Changes:
    """Send articles to 核稿."""

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        of = len(article_ids)
        for key in article_ids:
            row = tx.get("article", key)
            state = move(ARTICLE_MOVES, "submit", ArticleState(row["state"]), called(row, of))
            tx.update("article", key, {"state": state.value, "return_reason": ""})
        return f"已送核 {of} 篇{_waiting(tx, article_ids)}", tuple(article_ids)

    return office.do("送核", work, person=person)


def review_article(office: Office, article_id: int, *, person: int) -> Changes:
    """Pass an article's present text at 核稿."""

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        _pass_review(tx, article_id, person)
        return f"已核 1 篇{_waiting(tx, [article_id])}", (article_id,)

    return office.do("核稿", work, person=person)


def review_articles(office: Office, article_ids: Sequence[int], *, person: int) -> Changes:
    """Pass the present texts of several articles at 核稿, all or none."""

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        for key in article_ids:
            _pass_review(tx, key, person, len(article_ids))
        told = f"已核 {len(article_ids)} 篇{_waiting(tx, article_ids)}"
        return told, tuple(article_ids)

    return office.do("核稿", work, person=person)


def return_article(office: Office, article_id: int, reason: str, *, person: int) -> Changes:
    """Send an article back to its editor with a reason."""
    return return_articles(office, [article_id], reason, person=person)


def return_articles(
    office: Office, article_ids: Sequence[int], reason: str, *, person: int
) -> Changes:
    """Send several articles back to their editors for the same reason, all or none."""
    if not reason.strip():
        raise UserError("no_reason", "没有写退改理由，没有退改。请写一句理由，让编辑知道改什么。")

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        for key in article_ids:
            _return(tx, key, reason.strip(), person, len(article_ids))
        return f"已退改 {len(article_ids)} 篇：{reason.strip()}", tuple(article_ids)

    return office.do("退改", work, person=person)


def _waiting(tx: Transaction, article_ids: Sequence[int]) -> str:
    """Say how many comments wait: no reason to stop, but to be known."""
    count = sum(comment_store.waiting(tx, article_ids).values())
    return f"，还有 {count} 条批注没有处理" if count else ""


def _return(tx: Transaction, article_id: int, reason: str, person: int, of: int) -> None:
    row = editable(tx, article_id)
    state = move(ARTICLE_MOVES, "return", ArticleState(row["state"]), called(row, of))
    _add_review(tx, row, person, passed=False, reason=reason)
    tx.update(
        "article",
        article_id,
        {"state": state.value, "reviewed_revision": None, "return_reason": reason},
    )


def _pass_review(tx: Transaction, article_id: int, person: int, of: int = 1) -> Row:
    row = editable(tx, article_id)
    state = move(ARTICLE_MOVES, "review", ArticleState(row["state"]), called(row, of))
    _add_review(tx, row, person, passed=True, reason="")
    tx.update(
        "article",
        article_id,
        {"state": state.value, "reviewed_revision": row["revision"], "return_reason": ""},
    )
    return row


def _add_review(tx: Transaction, row: Row, person: int, *, passed: bool, reason: str) -> None:
    tx.insert(
        "article_review",
        {
            "article": row["id"],
            "revision": row["revision"],
            "person": person,
            "at": tx.at,
            "passed": int(passed),
            "reason": reason,
        },
    )
