"""Queries on 批注: remarks on an article."""

from __future__ import annotations

from xinxi_desktop.store.reading import Reader
from xinxi_desktop.store.transaction import Row


def comments(reader: Reader, article: int) -> list[Row]:
    """List an article's comments in the order in which they were made, with who made them."""
    return reader.all(
        "SELECT article_comment.*, person.name AS person_name FROM article_comment"
        " JOIN person ON person.id = article_comment.person"
        " WHERE article = ? ORDER BY article_comment.id",
        article,
    )
