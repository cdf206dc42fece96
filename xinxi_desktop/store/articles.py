"""Queries on 稿件: lists, revisions, reviews, sources."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xinxi_desktop.domain.filters import ArticleFilter
from xinxi_desktop.store.reading import Reader, id_list, in_order
from xinxi_desktop.store.search import match
from xinxi_desktop.store.transaction import Row
from xinxi_desktop.store.units import short_name_sql

_SORTS = {
    "id": "id {d}",
    "changed_at": "changed_at {d}, id {d}",
    "state": "state {d}, id DESC",
    "characters": "characters {d}, id {d}",
}


def article_ids(reader: Reader, chosen: ArticleFilter, limit: int | None = None) -> list[int]:
    """Give the ids that a filter lets through, in its order; at most ``limit`` of them."""
    sql, values = listing_sql(chosen)
    most = -1 if limit is None else limit
    return [row["id"] for row in reader.all(f"{sql} LIMIT ?", *values, most)]


def listing_sql(chosen: ArticleFilter) -> tuple[str, list[Any]]:
    """Write the list's query; apart, so that a test can EXPLAIN it."""
    clauses: list[str] = []
    values: list[Any] = []
    if chosen.states:
        clauses.append(f"state IN ({', '.join('?' * len(chosen.states))})")
        values.extend(chosen.states)
    if chosen.words.strip():
        clauses.append(
            "id IN (SELECT ref FROM search_index CROSS JOIN search_entry AS e"
            " ON e.id = search_index.rowid WHERE words MATCH ? AND e.kind = 'article')"
        )
        values.append(match(chosen.words) or '"\u0001"')
    where = f" WHERE {' AND '.join(clauses)}" if clauses else ""
    order = _SORTS[chosen.sort].format(d="DESC" if chosen.descending else "ASC")
    return f"SELECT id FROM article{where} ORDER BY {order}", values


def units_sql(article: str) -> str:
    """Write the query for the short names of an article's units; ``article`` holds its id."""
    return (
        f"(SELECT group_concat(name, '、') FROM (SELECT {short_name_sql('c.unit')} AS name"
        " FROM article_source AS s JOIN contribution AS c ON c.submission = s.submission"
        f" WHERE s.article = {article} GROUP BY c.unit ORDER BY min(s.position), min(c.position)))"
    )


def article_rows(reader: Reader, ids: Sequence[int]) -> list[Row]:
    """Give the rows of some articles with their editor and units, in the order of the ids."""
    rows = reader.all(
        f"SELECT article.*, person.name AS editor_name, {units_sql('article.id')} AS units"
        " FROM article"
        " JOIN person ON person.id = article.editor"
        " WHERE article.id IN (SELECT value FROM json_each(?))",
        id_list(ids),
    )
    return in_order(ids, rows)


def find(reader: Reader, article: int) -> Row | None:
    """Give an article's bare row, None if there is none."""
    return reader.one("SELECT * FROM article WHERE id = ?", article)


def sources(reader: Reader, article: int) -> list[Row]:
    """List the submissions an article was made from, in order."""
    return reader.all(
        "SELECT submission.* FROM article_source JOIN submission ON submission.id = submission"
        " WHERE article = ? ORDER BY article_source.position",
        article,
    )


def source_links(reader: Reader, article: int) -> list[Row]:
    """List the link rows between an article and its submissions."""
    return reader.all("SELECT * FROM article_source WHERE article = ? ORDER BY position", article)


def contributing_units(reader: Reader, article: int) -> list[int]:
    """Give the ids of the contributing units, each once, in the order of the sources."""
    rows = reader.all(
        "SELECT contribution.unit FROM article_source JOIN contribution"
        " USING (submission) WHERE article = ?"
        " ORDER BY article_source.position, contribution.position",
        article,
    )
    return list(dict.fromkeys(int(row["unit"]) for row in rows))


def revision(reader: Reader, revision_id: int) -> Row:
    """Give one revision."""
    row = reader.one("SELECT * FROM article_revision WHERE id = ?", revision_id)
    assert row is not None, "a revision is never deleted while an article names it"
    return row


def revisions(reader: Reader, article: int) -> list[Row]:
    """List an article's revisions with who made them, newest first."""
    return reader.all(
        "SELECT r.*, person.name AS person_name FROM article_revision AS r"
        " JOIN person ON person.id = r.person WHERE article = ? ORDER BY number DESC",
        article,
    )


def reviews(reader: Reader, article: int) -> list[Row]:
    """List 核稿 and 退改 of an article with who decided, newest first."""
    return reader.all(
        "SELECT v.*, person.name AS person_name FROM article_review AS v"
        " JOIN person ON person.id = v.person WHERE article = ? ORDER BY v.id DESC",
        article,
    )


def unsaved(reader: Reader) -> list[int]:
    """Give the articles that have an unsaved draft, the one typed in last first."""
    rows = reader.all("SELECT article FROM article_draft ORDER BY saved_at DESC, article DESC")
    return [int(row["article"]) for row in rows]


def draft(reader: Reader, article: int) -> Row | None:
    """Give the unsaved draft left from the last editing, if any."""
    return reader.one("SELECT * FROM article_draft WHERE article = ?", article)


def issues_of(reader: Reader, article: int) -> list[Row]:
    """List the issues an article stands in."""
    return reader.all(
        "SELECT issue.* FROM issue_item JOIN issue ON issue.id = issue WHERE article = ?"
        " ORDER BY issue.id",
        article,
    )


def queue_counts(reader: Reader) -> dict[str, int]:
    """Count articles per state for the queues."""
    rows = reader.all("SELECT state, count(*) AS n FROM article GROUP BY state")
    return {row["state"]: row["n"] for row in rows}
