"""历次稿: compare two revisions of an article by words, and take an old one again."""

from __future__ import annotations

from typing import Any

from xinxi_desktop.domain.document import Document, from_json
from xinxi_desktop.domain.spans import Piece
from xinxi_desktop.errors import UserError
from xinxi_desktop.services import articles
from xinxi_desktop.services.comparing import compare_revisions
from xinxi_desktop.services.office import Changes, Office

Row = dict[str, Any]


def compare(office: Office, article_id: int, older: int, newer: int) -> tuple[Piece, ...]:
    """Give what two revisions, by their numbers, have in common and what not."""
    old, new = (_text(_revision(office, article_id, number)) for number in (older, newer))
    return compare_revisions(old, new)


def restore_revision(office: Office, article_id: int, number: int) -> Changes:
    """Take an old revision again, as a new one; the revisions since are kept."""
    title, body = _text(_revision(office, article_id, number))
    return articles.save_revision(office, article_id, title, body, cause=f"恢复第{number}稿")


def _revision(office: Office, article_id: int, number: int) -> Row:
    articles.article(office, article_id)
    for row in articles.revisions(office, article_id):
        if row["number"] == number:
            return row
    raise UserError("unknown_revision", f"这篇稿件没有第{number}稿。没有改动。请先看它有哪几稿。")


def _text(row: Row) -> tuple[str, Document]:
    return row["title"], from_json(row["body"])
