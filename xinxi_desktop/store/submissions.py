"""Queries on 来稿: lists of ids, rows for lists, contributions, texts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from xinxi_desktop.domain.filters import SubmissionFilter
from xinxi_desktop.store.reading import Reader, id_list, in_order
from xinxi_desktop.store.search import match
from xinxi_desktop.store.transaction import Row

_SORTS = {
    "number": "year {d}, number {d}",
    "received_at": "received_at {d}, id {d}",
    "kind": "kind {d}, year DESC, number DESC",
    "state": "state {d}, year DESC, number DESC",
    "characters": "characters {d}, id {d}",
    "unit": (
        "(SELECT unit.position FROM contribution AS c JOIN unit ON unit.id = c.unit"
        " WHERE c.submission = submission.id ORDER BY c.position LIMIT 1) {d},"
        " year DESC, number DESC"
    ),
}
_UNITS = (
    "(SELECT group_concat(name, '、') FROM (SELECT (SELECT name FROM unit_name AS n"
    " WHERE n.unit = c.unit AND n.alias = 0"
    " ORDER BY n.to_date IS NOT NULL, n.to_date DESC, n.id DESC LIMIT 1) AS name"
    " FROM contribution AS c WHERE c.submission = submission.id ORDER BY c.position))"
)

_NEW_UNIT = (
    "EXISTS (SELECT 1 FROM contribution AS c JOIN unit ON unit.id = c.unit"
    " WHERE c.submission = submission.id AND unit.to_confirm = 1)"
)


_LATEST = 2_000
"""Of the hits of a common word so many are looked at for what can be shown at once."""


def submission_ids(reader: Reader, chosen: SubmissionFilter, limit: int | None = None) -> list[int]:
    """Give the ids that a filter lets through, in its order; at most ``limit`` of them."""
    return _ids(reader, chosen, limit, ALL_HITS)


def submission_count(reader: Reader, chosen: SubmissionFilter) -> int:
    """Count what a filter lets through."""
    sql, values = listing_sql(chosen)
    return int(reader.value(f"SELECT count(*) FROM ({sql})", *values))


def first_submission_ids(reader: Reader, chosen: SubmissionFilter, limit: int) -> list[int]:
    """Give ``limit`` ids to show at once, while all of them are asked for beside.

    Of a common word only the hits registered last are looked at (architecture.md 17): what was
    registered out of turn may be missing here, never in ``submission_ids``.
    """
    if chosen.words.strip() and chosen.sort == "number" and chosen.descending:
        found = _ids(reader, chosen, limit, _LATEST)
        if len(found) == limit:
            return found
    return submission_ids(reader, chosen, limit)


def _ids(reader: Reader, chosen: SubmissionFilter, limit: int | None, hits: int) -> list[int]:
    sql, values = listing_sql(chosen, hits)
    most = -1 if limit is None else limit
    # As one value: a row for each of 150,000 ids takes several times as long.
    found = reader.value(f"SELECT json_group_array(id) FROM ({sql} LIMIT ?)", *values, most)
    return list(json.loads(found))


ALL_HITS = -1


def listing_sql(chosen: SubmissionFilter, hits: int = ALL_HITS) -> tuple[str, list[Any]]:
    """Write the list's query, of a word's newest ``hits``; apart, so that a test can EXPLAIN it."""
    clauses = ["trashed_at IS NOT NULL" if chosen.trashed else "trashed_at IS NULL"]
    values: list[Any] = []
    for column, wanted in (
        ("state", chosen.states),
        ("disposition", chosen.dispositions),
        ("kind", chosen.kinds),
        ("urgency", chosen.urgencies),
    ):
        if wanted:
            clauses.append(f"{column} IN ({', '.join('?' * len(wanted))})")
            values.extend(wanted)
    if chosen.year is not None:
        clauses.append("year = ?")
        values.append(chosen.year)
    if chosen.received_from:
        clauses.append("received_at >= ?")
        values.append(chosen.received_from)
    if chosen.received_to:
        # The time zone sign sorts before ~, so the whole last day is inside.
        clauses.append("received_at <= ?")
        values.append(chosen.received_to + "~")
    clauses.extend(f"{flag} = 1" for flag in ("commissioned", "to_verify") if getattr(chosen, flag))
    if chosen.editor is not None:
        clauses.append(_OF_EDITOR)
        values.append(chosen.editor)
    if chosen.unit is not None:
        clauses.append("id IN (SELECT submission FROM contribution WHERE unit = ?)")
        values.append(chosen.unit)
    if chosen.unit_name:
        clauses.append(
            "id IN (SELECT submission FROM contribution JOIN unit_name"
            " ON unit_name.unit = contribution.unit WHERE instr(name, ?))"
        )
        values.append(chosen.unit_name)
    if chosen.words.strip():
        clauses.append(
            # CROSS JOIN: from the hits to their entries. The other way each entry asks the index.
            "id IN (SELECT ref FROM (SELECT rowid AS entry FROM search_index WHERE words MATCH ?"
            " ORDER BY rowid DESC LIMIT ?) CROSS JOIN search_entry AS e ON e.id = entry"
            " WHERE e.kind = 'submission')"
        )
        values.extend((match(chosen.words) or '"\u0001"', hits))
    where = f" WHERE {' AND '.join(clauses)}"
    order = _SORTS[chosen.sort].format(d="DESC" if chosen.descending else "ASC")
    return f"SELECT id FROM submission{where} ORDER BY {order}", values


def submission_rows(reader: Reader, ids: Sequence[int]) -> list[Row]:
    """Give the rows of some submissions in the order of the ids.

    With their ``units``' names, and whether one is a ``new_unit``, which is to be confirmed.
    """
    rows = reader.all(
        f"SELECT submission.*, {_UNITS} AS units, {_NEW_UNIT} AS new_unit FROM submission"
        " WHERE id IN (SELECT value FROM json_each(?))",
        id_list(ids),
    )
    return in_order(ids, rows)


EDITORS = (
    "SELECT s.id, person.name, person.post FROM submission AS s JOIN person ON person.id = coalesce("
    "(SELECT article.editor FROM article_source JOIN article ON article.id = article_source.article"
    " WHERE article_source.submission = s.id ORDER BY article.id DESC LIMIT 1),"
    " (SELECT unit_editor.person FROM contribution JOIN unit_editor"
    " ON unit_editor.unit = contribution.unit WHERE contribution.submission = s.id"
    " ORDER BY contribution.position LIMIT 1))"
    " WHERE s.id IN (SELECT value FROM json_each(?))"
)


def editors_of(reader: Reader, ids: Sequence[int]) -> list[Row]:
    """Give who edits what came of some submissions, else who looks after their unit."""
    return reader.all(EDITORS, id_list(ids))


def marks(reader: Reader, ids: Sequence[int]) -> list[Row]:
    """Give the different marks of secrecy that some submissions bear."""
    return reader.all(
        "SELECT DISTINCT secrecy, secrecy_term FROM submission"
        " WHERE id IN (SELECT value FROM json_each(?))",
        id_list(ids),
    )


def by_number(reader: Reader, year: int, number: int) -> Row | None:
    """Find a submission by its year and serial number."""
    return reader.one("SELECT * FROM submission WHERE year = ? AND number = ?", year, number)


def by_hash(reader: Reader, sha256: str) -> Row | None:
    """Find the first submission in use that was registered with exactly these bytes."""
    return reader.one(
        "SELECT * FROM submission WHERE sha256 = ? AND trashed_at IS NULL ORDER BY id LIMIT 1",
        sha256,
    )


def body_of(reader: Reader, submission: int) -> str:
    """Give the canonical JSON of a submission's text."""
    return str(reader.value("SELECT body FROM submission_text WHERE submission = ?", submission))


def contributions(reader: Reader, submission: int) -> list[Row]:
    """List who contributed, main unit first."""
    return reader.all(
        "SELECT * FROM contribution WHERE submission = ? ORDER BY position", submission
    )


def articles_of(reader: Reader, submission: int) -> list[Row]:
    """List the articles made from a submission."""
    return reader.all(
        "SELECT article.* FROM article_source JOIN article ON article.id = article"
        " WHERE submission = ? ORDER BY article.id",
        submission,
    )


def queue_counts(reader: Reader, person: int, today: str, late: str) -> dict[str, int]:
    """Count the queues; ``late``: undecided and received before this day are too old.

    What became an article has left the queue of its disposition.
    """
    rows = reader.all(COUNTS, late, today)
    counts: dict[str, int] = {}
    for row in rows:
        keys = [row["state"], "all"]
        if row["state"] == "screened" and row["disposition"]:
            keys.append(row["disposition"])
        for key in keys:
            counts[key] = counts.get(key, 0) + row["n"]
    undecided = [row for row in rows if row["state"] == "pending"]
    for key in ("urgent", "late"):
        counts[key] = sum(row[key] for row in undecided)
    for key in ("today", "commissioned"):
        counts[key] = sum(row[key] for row in rows)
    return {"all": 0, **counts, **(reader.one(OTHER_COUNTS, person) or {})}


COUNTS = (
    "SELECT state, disposition, count(*) AS n, sum(urgency <> 'ordinary') AS urgent,"
    " sum(received_at < ?) AS late, sum(received_at >= ?) AS today,"
    " sum(commissioned) AS commissioned"
    " FROM submission WHERE trashed_at IS NULL GROUP BY state, disposition"
)
_OF_EDITOR = (
    "id IN (SELECT submission FROM contribution JOIN unit_editor"
    " ON unit_editor.unit = contribution.unit WHERE person = ?)"
)
OTHER_COUNTS = (
    "SELECT (SELECT count(*) FROM submission WHERE trashed_at IS NULL AND state = 'pending'"
    f" AND {_OF_EDITOR}) AS mine,"
    " (SELECT count(*) FROM submission WHERE to_verify = 1 AND trashed_at IS NULL) AS to_verify,"
    " (SELECT count(*) FROM submission WHERE trashed_at IS NOT NULL) AS trash"
)


URGENT = (
    "SELECT count(*) FROM submission"
    " WHERE trashed_at IS NULL AND state = 'pending' AND urgency <> 'ordinary'"
)


def urgent_count(reader: Reader) -> int:
    """Count urgent submissions that nobody has decided on."""
    return int(reader.value(URGENT))
