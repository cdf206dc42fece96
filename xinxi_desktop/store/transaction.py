"""One act's transaction: every row it writes is recorded, so it can be undone and audited.

``act_row`` holds a row before and after (architecture.md 11). Numbers in ``counter`` and
bytes in ``blob`` stay out of it: a number once given is not given again by an undo, and bytes
are found by their hash whether or not a row names them.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from xinxi_desktop.domain.times import now
from xinxi_desktop.errors import UserError, WorldError
from xinxi_desktop.store.search import SearchIndex

Row = dict[str, Any]
_KEYS = {"setting": "key", "submission_text": "submission", "article_draft": "article",
         "unit_editor": "unit"}  # fmt: skip
_WORTH = 0.9
"""Compress a blob only if it shrinks below this share; a .docx is compressed already."""


@dataclass(frozen=True, slots=True)
class Act:
    """What is being done, by whom; ``final`` acts cannot be undone, ``group`` joins a batch."""

    name: str
    person: int | None = None
    summary: str = ""
    group: str = ""
    final: bool = False


def key_of(table: str) -> str:
    """Give the primary key column of a table."""
    return _KEYS.get(table, "id")


def new_uuid() -> str:
    """Give a fresh UUID for a record that can leave in a package."""
    import uuid

    return str(uuid.uuid4())


class Transaction:
    """Reads and recorded writes inside one BEGIN IMMEDIATE; made by ``OfficeFile.write``."""

    def __init__(self, connection: sqlite3.Connection, act: Act | None) -> None:
        """Begin recording; ``act=None`` only for the draft row that autosave overwrites."""
        self._connection = connection
        self._position = 0
        self.at = now()
        self.index = SearchIndex(connection)
        self.act_id = self._begin(act) if act else 0

    def _begin(self, act: Act) -> int:
        cursor = self._connection.execute(
            "INSERT INTO act (at, person, name, summary, group_id, final) VALUES (?,?,?,?,?,?)",
            (self.at, act.person, act.name, act.summary, act.group, act.final),
        )
        return int(cursor.lastrowid or 0)

    def summarise(self, sentence: str) -> None:
        """Keep the sentence that tells what the act did."""
        self._connection.execute("UPDATE act SET summary = ? WHERE id = ?", (sentence, self.act_id))

    # ------------------------------------------------------------ reading

    def all(self, sql: str, *values: Any) -> list[Row]:
        """Give every row of a query as a dict."""
        return [dict(row) for row in self._connection.execute(sql, values)]

    def one(self, sql: str, *values: Any) -> Row | None:
        """Give the first row of a query, or None."""
        row = self._connection.execute(sql, values).fetchone()
        return None if row is None else dict(row)

    def value(self, sql: str, *values: Any) -> Any:
        """Give the first column of the first row, or None."""
        row = self._connection.execute(sql, values).fetchone()
        return None if row is None else row[0]

    def get(self, table: str, key: Any) -> Row:
        """Give the row with this key; WorldError if it is gone."""
        row = self.one(f"SELECT * FROM {table} WHERE {key_of(table)} = ?", key)
        if row is None:
            raise WorldError(
                "row_missing", "要处理的记录已经不在了，可能刚被撤销。没有改动。请刷新后再试。"
            )
        return row

    # ------------------------------------------------------------ writing

    def insert(self, table: str, row: Mapping[str, Any]) -> int:
        """Insert a row, record it, and give its rowid (or integer key)."""
        columns = ", ".join(row)
        marks = ", ".join("?" for _ in row)
        cursor = self._connection.execute(
            f"INSERT INTO {table} ({columns}) VALUES ({marks})", tuple(row.values())
        )
        key = row.get(key_of(table), cursor.lastrowid)
        after = self.get(table, key)
        self.index.touch_new(table, after)
        self._record(table, key, None, after)
        return int(cursor.lastrowid or 0)

    def update(self, table: str, key: Any, changes: Mapping[str, Any]) -> None:
        """Change columns of a row and record it; nothing is recorded if nothing differs."""
        before = self.get(table, key)
        if all(before[column] == value for column, value in changes.items()):
            return
        self.index.touch(table, before)
        assignments = ", ".join(f"{column} = ?" for column in changes)
        self._connection.execute(
            f"UPDATE {table} SET {assignments} WHERE {key_of(table)} = ?",
            (*changes.values(), key),
        )
        self._record(table, key, before, self.get(table, key))

    def delete(self, table: str, key: Any) -> None:
        """Delete a row and record it."""
        before = self.get(table, key)
        self.index.touch(table, before)
        self._connection.execute(f"DELETE FROM {table} WHERE {key_of(table)} = ?", (key,))
        self._record(table, key, before, None)

    def next_number(self, series: str, year: int) -> int:
        """Take the next number of a series; taken inside the writing transaction, never twice."""
        row = self._connection.execute(
            "INSERT INTO counter (series, year, last) VALUES (?, ?, 1) "
            "ON CONFLICT (series, year) DO UPDATE SET last = last + 1 RETURNING last",
            (series, year),
        ).fetchone()
        return int(row[0])

    def set_counter(self, series: str, year: int, last: int) -> None:
        """Set the last number given, for an office that begins in the middle of a year."""
        self._connection.execute(
            "INSERT INTO counter (series, year, last) VALUES (?, ?, ?) "
            "ON CONFLICT (series, year) DO UPDATE SET last = excluded.last",
            (series, year, last),
        )

    def put_blob(self, data: bytes) -> str:
        """Keep bytes under their SHA-256 (compressed where it helps) and give the hash."""
        import hashlib

        digest = hashlib.sha256(data).hexdigest()
        packed = zlib.compress(data, 6)
        encoding, kept = ("zlib", packed) if len(packed) < _WORTH * len(data) else ("raw", data)
        self._connection.execute(
            "INSERT OR IGNORE INTO blob (sha256, size, encoding, bytes) VALUES (?,?,?,?)",
            (digest, len(data), encoding, kept),
        )
        return digest

    def _record(self, table: str, key: Any, before: Row | None, after: Row | None) -> None:
        if not self.act_id:
            return
        self._position += 1
        self._connection.execute(
            "INSERT INTO act_row VALUES (?, ?, ?, ?, ?, ?)",
            (self.act_id, self._position, table, str(key), _dump(before), _dump(after)),
        )

    # ------------------------------------------------------------ undoing

    def undo(self, act_id: int) -> None:
        """Write the rows of an act back, newest first; UserError if one has changed since."""
        self._connection.execute("UPDATE act SET undone_by = ? WHERE id = ?", (self.act_id, act_id))
        rows = self.all("SELECT * FROM act_row WHERE act = ? ORDER BY position DESC", act_id)
        for row in rows:
            self._undo_row(act_id, row)

    def _undo_row(self, act_id: int, row: Row) -> None:
        table, before, after = row["table_name"], _load(row["before"]), _load(row["after"])
        key = (after or before or {})[key_of(table)]
        current = self.one(f"SELECT * FROM {table} WHERE {key_of(table)} = ?", key)
        if current != after:
            raise UserError("undo_conflict", self._conflict_sentence(act_id, table, row["pk"]))
        if before is None:
            self.delete(table, key)
        elif after is None:
            self.insert(table, before)
        else:
            self.update(table, key, before)

    def _conflict_sentence(self, act_id: int, table: str, pk: str) -> str:
        later = self.one(
            "SELECT act.name FROM act_row JOIN act ON act.id = act_row.act"
            " WHERE table_name = ? AND pk = ? AND act > ? AND act.undone_by IS NULL"
            " AND NOT (act.final AND EXISTS (SELECT 1 FROM act AS u WHERE u.undone_by = act.id))"
            " ORDER BY act DESC",
            table, pk, act_id,
        )  # fmt: skip
        what = f"后来又做了“{later['name']}”" if later else "记录后来有改动"
        return f"这一步之后{what}，不能直接撤销。没有改动。请先撤销后面的一步。"


def _dump(row: Row | None) -> str | None:
    return None if row is None else json.dumps(row, ensure_ascii=False, sort_keys=True)


def _load(text: str | None) -> Row | None:
    return None if text is None else dict(json.loads(text))


def blob_bytes(row: Mapping[str, Any]) -> bytes:
    """Give the original bytes of a ``blob`` row."""
    return zlib.decompress(row["bytes"]) if row["encoding"] == "zlib" else bytes(row["bytes"])
