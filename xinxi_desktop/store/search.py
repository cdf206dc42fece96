"""Full-text search: FTS5 over overlapping bigrams, contentless (architecture.md 17).

A contentless index must be told the exact old text to forget it. So a transaction captures
the text of an entity before its first change and writes old out and new in before commit.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from itertools import pairwise
from typing import Any

TOKENIZER_VERSION = 1
"""Goes up when ``bigrams`` changes; a file with another version is indexed anew."""

_TEXTS = {
    "submission": (
        "SELECT title || char(10) || writers || char(10) || body FROM submission"
        " JOIN submission_text ON submission = submission.id WHERE submission.id = ?"
    ),
    "article": (
        "SELECT article.title || char(10) || coalesce(body, '') FROM article"
        " LEFT JOIN article_revision AS r ON r.id = article.revision WHERE article.id = ?"
    ),
    "unit": (
        "SELECT group_concat(name, char(10)) FROM"
        " (SELECT name FROM unit_name WHERE unit = ? ORDER BY id)"
    ),
}
_ENTITY = {
    "submission": ("submission", "id"),
    "submission_text": ("submission", "submission"),
    "article": ("article", "id"),
    "unit": ("unit", "id"),
    "unit_name": ("unit", "unit"),
}
_RUN = re.compile(r"\w+")


def fold(text: str) -> str:
    """Fold full-width forms and case, for the index and the query alike."""
    return unicodedata.normalize("NFKC", text).casefold()


def bigrams(text: str) -> str:
    """Cut text into overlapping pairs, each run ending in its last single character.

    Every character so begins one token, which lets a one-character query work by prefix.
    """
    tokens: list[str] = []
    for run in _RUN.findall(fold(text).replace("_", " ")):
        letters = [_letter(char) for char in run]
        tokens.extend(a + b for a, b in zip(letters, [*letters[1:], ""], strict=True))
    return " ".join(tokens)


def match(words: str) -> str:
    """Write the FTS5 query for words typed by a person: all of them, each as a phrase."""
    phrases = []
    for run in _RUN.findall(fold(words).replace("_", " ")):
        letters = [_letter(char) for char in run]
        pairs = [a + b for a, b in pairwise(letters)]
        phrases.append('"' + " ".join(pairs) + '"' if pairs else f'"{letters[0]}"*')
    return " AND ".join(phrases)


def _letter(char: str) -> str:
    # unicode61 of SQLite 3.40 knows Unicode 6.1 only and would cut at newer characters (𬭎).
    return char if ord(char) < 0xFFFF else f"x{ord(char):x}x"


class SearchIndex:
    """Keeps the index true within one transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Start with nothing touched."""
        self._connection = connection
        self._old: dict[tuple[str, int], str | None] = {}

    def touch(self, table: str, row: dict[str, Any]) -> None:
        """Remember the text of the row's entity before it changes."""
        entity = self._entity(table, row)
        if entity and entity not in self._old:
            self._old[entity] = self._text(*entity) if self._entry(*entity) else None

    def touch_new(self, table: str, row: dict[str, Any]) -> None:
        """Note an inserted row: its entity is new, or gains a part."""
        entity = self._entity(table, row)
        if entity is None or entity in self._old:
            return
        if table == entity[0] or not self._entry(*entity):
            self._old[entity] = None
        else:
            self._old[entity] = self._text_without(table, row, entity)

    def flush(self) -> None:
        """Write every touched entity out of and into the index; called before commit."""
        for (kind, ref), old in self._old.items():
            new = self._text(kind, ref)
            if old != new:
                self._replace(kind, ref, old, new)
        self._old.clear()

    def rebuild(self) -> None:
        """Index every entity anew, after a change of the tokenizer."""
        self._connection.execute("INSERT INTO search_index (search_index) VALUES ('delete-all')")
        self._connection.execute("DELETE FROM search_entry")
        for kind in _TEXTS:
            for (ref,) in self._connection.execute(f"SELECT id FROM {kind} ORDER BY id").fetchall():
                self._replace(kind, ref, None, self._text(kind, ref))

    def _replace(self, kind: str, ref: int, old: str | None, new: str | None) -> None:
        entry = self._entry(kind, ref)
        if entry is not None and old is not None:
            self._connection.execute(
                "INSERT INTO search_index (search_index, rowid, words) VALUES ('delete', ?, ?)",
                (entry, bigrams(old)),
            )
        if new is None:
            self._connection.execute("DELETE FROM search_entry WHERE id = ?", (entry,))
            return
        if entry is None:
            entry = self._connection.execute(
                "INSERT INTO search_entry (kind, ref) VALUES (?, ?)", (kind, ref)
            ).lastrowid
        self._connection.execute(
            "INSERT INTO search_index (rowid, words) VALUES (?, ?)", (entry, bigrams(new))
        )

    def _entity(self, table: str, row: dict[str, Any]) -> tuple[str, int] | None:
        if table not in _ENTITY:
            return None
        kind, column = _ENTITY[table]
        return kind, int(row[column])

    def _entry(self, kind: str, ref: int) -> int | None:
        row = self._connection.execute(
            "SELECT id FROM search_entry WHERE kind = ? AND ref = ?", (kind, ref)
        ).fetchone()
        return None if row is None else int(row[0])

    def _text(self, kind: str, ref: int) -> str | None:
        row = self._connection.execute(_TEXTS[kind], (ref,)).fetchone()
        return None if row is None or row[0] is None else str(row[0])

    def _text_without(self, table: str, row: dict[str, Any], entity: tuple[str, int]) -> str | None:
        # Only unit_name adds rows to an entity that is indexed already.
        names = self._connection.execute(
            "SELECT group_concat(name, char(10)) FROM"
            " (SELECT name FROM unit_name WHERE unit = ? AND id <> ? ORDER BY id)",
            (entity[1], row["id"]),
        ).fetchone()
        return None if names[0] is None else str(names[0])
