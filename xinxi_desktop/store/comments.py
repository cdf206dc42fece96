"""Queries on 批注: remarks on an article."""

from __future__ import annotations

from collections.abc import Sequence

from xinxi_desktop.store.reading import Reader, id_list
from xinxi_desktop.store.transaction import Row


def comments(reader: Reader, article: int) -> list[Row]:
    """List an article's comments in the order in which they were made, with who made them."""
    return reader.all(
        "SELECT article_comment.*, person.name AS person_name FROM article_comment"
        " JOIN person ON person.id = article_comment.person"
        " WHERE article = ? ORDER BY article_comment.id",
        article,
    )


def waiting(reader: Reader, articles: Sequence[int]) -> dict[int, int]:
    """Count the comments that are not dealt with; articles without any are left out."""
    rows = reader.all(
        "SELECT article, count(*) AS n FROM article_comment"
        " WHERE article IN (SELECT value FROM json_each(?)) AND settled_at IS NULL"
        " GROUP BY article",
        id_list(articles),
    )
    return {row["article"]: row["n"] for row in rows}
