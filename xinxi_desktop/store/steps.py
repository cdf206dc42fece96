"""Queries for going back: steps (an act, or a whole batch as one), and what each has changed."""

from __future__ import annotations

import json
from collections.abc import Sequence

from xinxi_desktop.store.reading import Reader, id_list, in_order
from xinxi_desktop.store.transaction import Row, key_of

_NO_UNDO = "NOT (act.final AND EXISTS (SELECT 1 FROM act AS u WHERE u.undone_by = act.id))"
_STANDS = f"act.undone_by IS NULL AND {_NO_UNDO}"
STEP_IDS = (
    f"SELECT act.id FROM act WHERE {_NO_UNDO}"
    " AND (act.group_id = '' OR act.id = (SELECT g.id FROM act AS g"
    " WHERE g.group_id = act.group_id AND g.group_id <> '' ORDER BY g.id DESC LIMIT 1))"
    " ORDER BY act.id DESC LIMIT ?"
)
"""A batch is known by its newest act; acts that are themselves an undo are no step."""

STEP_ROWS = (
    "SELECT act.*, person.name AS person_name, back.at AS undone_at, who.name AS undone_person,"
    " again.id IS NOT NULL AND again.undone_by IS NULL AS redone,"
    " CASE act.group_id WHEN '' THEN 1 ELSE (SELECT count(*) FROM act AS g"
    " WHERE g.group_id = act.group_id AND g.group_id <> '') END AS acts"
    " FROM act LEFT JOIN person ON person.id = act.person"
    " LEFT JOIN act AS back ON back.id = act.undone_by"
    " LEFT JOIN act AS again ON again.id = back.undone_by"
    " LEFT JOIN person AS who ON who.id = back.person"
    " WHERE act.id IN (SELECT value FROM json_each(?))"
)
ACTS_SINCE = f"SELECT act.* FROM act WHERE act.id >= ? AND {_STANDS} ORDER BY act.id DESC"
TOUCHED = (
    "SELECT table_name, count(DISTINCT pk) AS n FROM act_row"
    " WHERE act IN (SELECT value FROM json_each(?)) GROUP BY table_name"
)
CHANGED = (
    "SELECT table_name, pk, before, after FROM act_row"
    " WHERE act IN (SELECT value FROM json_each(?)) ORDER BY act, position"
)
BATCH = "SELECT id FROM act WHERE group_id = ? AND group_id <> '' ORDER BY id DESC"


def step_ids(reader: Reader, limit: int) -> list[int]:
    """Give the steps, newest first: one id for a single act, one for a whole batch."""
    return [row["id"] for row in reader.all(STEP_IDS, limit)]


def step_rows(reader: Reader, ids: Sequence[int]) -> list[Row]:
    """Give the rows of some steps: how many acts, who did them, when they were undone."""
    return in_order(ids, reader.all(STEP_ROWS, id_list(ids)))


def acts_of(reader: Reader, step: int) -> list[int]:
    """Give the acts of a step, newest first."""
    group = reader.value("SELECT group_id FROM act WHERE id = ?", step)
    return [row["id"] for row in reader.all(BATCH, group)] if group else [step]


def acts_since(reader: Reader, first: int) -> list[Row]:
    """Give the acts that stand from ``first`` on, newest first."""
    return reader.all(ACTS_SINCE, first)


def touched(reader: Reader, acts: Sequence[int]) -> dict[str, int]:
    """Count the rows that acts wrote, by table."""
    return {row["table_name"]: row["n"] for row in reader.all(TOUCHED, id_list(acts))}


def net_changes(reader: Reader, acts: Sequence[int]) -> list[tuple[str, Row | None, Row | None]]:
    """Give each row that acts wrote as it was before the first and after the last of them.

    In the order of the first writing; what was made and removed within the acts is left out.
    """
    net: dict[tuple[str, str], tuple[Row | None, Row | None]] = {}
    for row in reader.all(CHANGED, id_list(acts)):
        name = (row["table_name"], row["pk"])
        before = net[name][0] if name in net else _load(row["before"])
        net[name] = (before, _load(row["after"]))
    return [
        (table, before, after)
        for (table, _pk), (before, after) in net.items()
        if before is not None or after is not None
    ]


def stands(reader: Reader, table: str, after: Row | None, before: Row | None) -> bool:
    """Tell whether a row still is as an act has left it."""
    key = key_of(table)
    known = (after or before or {})[key]
    return reader.one(f"SELECT * FROM {table} WHERE {key} = ?", known) == after


def later_act(reader: Reader, table: str, pk: str, acts: Sequence[int]) -> Row | None:
    """Give the newest standing act on a row that is none of ``acts``."""
    return reader.one(
        f"SELECT act.* FROM act_row JOIN act ON act.id = act_row.act WHERE table_name = ?"
        f" AND pk = ? AND act_row.act > ? AND {_STANDS} ORDER BY act_row.act DESC LIMIT 1",
        table, pk, max(acts),
    )  # fmt: skip


def name_in(reader: Reader, table: str, key: object) -> str:
    """Give what a referred row is called: a person's name, an article's title, a 稿次's number."""
    value = reader.value(f"SELECT {_NAMES[table]} FROM {table} WHERE id = ?", key)
    return "" if value is None else str(value)


_NAMES = {
    "person": "name",
    "publication": "name",
    "article": "title",
    "article_revision": "number",
    "submission": "year || '-' || number",
}


def _load(text: str | None) -> Row | None:
    return None if text is None else dict(json.loads(text))
