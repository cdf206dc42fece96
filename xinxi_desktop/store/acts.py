"""Queries on the record of acts, and search over everything."""

from __future__ import annotations

import json

from xinxi_desktop.store.reading import Reader
from xinxi_desktop.store.search import match
from xinxi_desktop.store.transaction import Row

_UNDONE = "act.undone_by IS NOT NULL"
_TAKES_BACK = "EXISTS (SELECT 1 FROM act AS u WHERE u.undone_by = act.id)"
_IS_UNDO = f"(act.final AND {_TAKES_BACK})"
"""An undo is final; a redo takes an undo back and can itself be undone, like what it does again."""


def act_rows(reader: Reader, limit: int | None = None) -> list[Row]:
    """List acts newest first, with who did them and whether they were undone."""
    return reader.all(
        f"SELECT act.*, person.name AS person_name, {_UNDONE} AS undone FROM act"
        " LEFT JOIN person ON person.id = act.person ORDER BY act.id DESC LIMIT ?",
        -1 if limit is None else limit,
    )


def acts_on(reader: Reader, table: str, key: int) -> list[Row]:
    """List the acts that changed one record, newest first."""
    return reader.all(
        f"SELECT DISTINCT act.*, person.name AS person_name, {_UNDONE} AS undone FROM act_row"
        " JOIN act ON act.id = act_row.act LEFT JOIN person ON person.id = act.person"
        " WHERE table_name = ? AND pk = ? ORDER BY act.id DESC",
        table, str(key),
    )  # fmt: skip


_PARTS = ("correction", "distribution", "print_run")
ACTS_ON_ISSUE = (
    f"SELECT act.*, person.name AS person_name, {_UNDONE} AS undone FROM act"
    " LEFT JOIN person ON person.id = act.person WHERE act.id IN ("
    " SELECT act FROM act_row WHERE table_name = 'issue' AND pk = CAST(? AS TEXT)"
    + "".join(
        f" UNION SELECT act FROM {part} CROSS JOIN act_row"
        f" ON table_name = '{part}' AND pk = CAST({part}.id AS TEXT) WHERE {part}.issue = ?"
        for part in _PARTS
    )
    + " UNION SELECT act FROM distribution CROSS JOIN copy_return"
    " ON copy_return.distribution = distribution.id CROSS JOIN act_row"
    " ON table_name = 'copy_return' AND pk = CAST(copy_return.id AS TEXT)"
    " WHERE distribution.issue = ?"
    " UNION SELECT act FROM clean_proof CROSS JOIN sign_off"
    " ON subject_kind = 'clean_proof' AND subject = clean_proof.id CROSS JOIN act_row"
    " ON table_name = 'sign_off' AND pk = CAST(sign_off.id AS TEXT)"
    " WHERE clean_proof.issue = ?) ORDER BY act.id DESC"
)


def acts_on_issue(reader: Reader, key: int) -> list[Row]:
    """List the acts on an issue and on what belongs to it: sign-offs, copies, returns, print runs, 更正."""
    return reader.all(ACTS_ON_ISSUE, *[key] * ACTS_ON_ISSUE.count("?"))


def acts_on_submission(reader: Reader, key: int) -> list[Row]:
    """List the acts on a submission and on its contributions, newest first.

    Contributions are replaced when units are corrected, so they are followed from act to act.
    """
    return reader.all(
        "WITH RECURSIVE reached(act) AS ("
        " SELECT act FROM act_row WHERE table_name = 'submission' AND pk = ?"
        " UNION SELECT later.act FROM reached"
        " JOIN act_row AS r ON r.act = reached.act AND r.table_name = 'contribution'"
        "  AND json_extract(coalesce(r.after, r.before), '$.submission') = ?"
        " JOIN act_row AS later ON later.table_name = r.table_name AND later.pk = r.pk)"
        f" SELECT act.*, person.name AS person_name, {_UNDONE} AS undone FROM act"
        " LEFT JOIN person ON person.id = act.person"
        " WHERE act.id IN (SELECT act FROM reached UNION SELECT act FROM verification"
        "  CROSS JOIN act_row ON table_name = 'verification'"
        "  AND pk = CAST(verification.id AS TEXT) WHERE submission = ?) ORDER BY act.id DESC",
        str(key), key, key,
    )  # fmt: skip


ROWS_OF_ACT = "SELECT before, after FROM act_row WHERE act = ? AND table_name = ? ORDER BY position"


def rows_of(reader: Reader, act_id: int, table: str) -> list[tuple[Row | None, Row | None]]:
    """Give the rows of a table that an act wrote, each before and after; None for no row."""
    rows = reader.all(ROWS_OF_ACT, act_id, table)
    return [(_row(row["before"]), _row(row["after"])) for row in rows]


def _row(text: str | None) -> Row | None:
    return None if text is None else dict(json.loads(text))


def last_act(reader: Reader) -> Row | None:
    """Give the newest act that was neither undone nor is itself an undo."""
    return reader.one(
        f"SELECT act.* FROM act WHERE NOT {_UNDONE} AND NOT {_IS_UNDO} ORDER BY act.id DESC LIMIT 1"
    )


def redoable(reader: Reader) -> Row | None:
    """Give the newest undo that stands, unless something else was done since."""
    return reader.one(
        f"SELECT act.* FROM act WHERE {_IS_UNDO} AND NOT {_UNDONE} AND act.id > coalesce("
        f"(SELECT id FROM act WHERE NOT {_TAKES_BACK} ORDER BY id DESC LIMIT 1), 0)"
        " ORDER BY act.id DESC LIMIT 1"
    )


def undone_by(reader: Reader, undo: int) -> list[Row]:
    """List the acts that an undo took back, oldest first."""
    return reader.all("SELECT act.* FROM act WHERE undone_by = ? ORDER BY id", undo)


def act(reader: Reader, act_id: int) -> Row | None:
    """Give one act with whether it was undone."""
    return reader.one(
        f"SELECT act.*, {_UNDONE} AS undone, {_IS_UNDO} AS is_undo FROM act WHERE id = ?", act_id
    )


def group_acts(reader: Reader, group: str) -> list[Row]:
    """List the acts of a batch that still stand, newest first."""
    return reader.all(
        f"SELECT act.* FROM act WHERE group_id = ? AND NOT {_UNDONE} AND NOT {_IS_UNDO}"
        " ORDER BY act.id DESC",
        group,
    )


def last_at(reader: Reader) -> str:
    """Give the time of the newest act, empty if there is none."""
    return str(reader.value("SELECT at FROM act ORDER BY id DESC LIMIT 1") or "")


def found(reader: Reader, words: str, limit: int) -> list[Row]:
    """Find entities whose text holds all words, newest first: kind and ref."""
    query = match(words)
    if not query:
        return []
    return reader.all(
        "SELECT e.kind, e.ref FROM search_index CROSS JOIN search_entry AS e"
        " ON e.id = search_index.rowid WHERE words MATCH ?"
        " AND NOT (e.kind = 'submission' AND e.ref IN"
        " (SELECT id FROM submission WHERE trashed_at IS NOT NULL))"
        " ORDER BY search_index.rowid DESC LIMIT ?",
        query, limit,
    )  # fmt: skip
