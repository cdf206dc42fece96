"""Queries on persons, leaders and signing chains."""

from __future__ import annotations

import json

from xinxi_desktop.domain.routing import ChainRule
from xinxi_desktop.domain.vocabulary import Direction, Post, Secrecy, Tone
from xinxi_desktop.store.reading import Reader
from xinxi_desktop.store.transaction import Row


def persons(reader: Reader, *, active_only: bool = True) -> list[Row]:
    """List persons in the office's order."""
    where = "WHERE active = 1" if active_only else ""
    return reader.all(f"SELECT * FROM person {where} ORDER BY position, id")


def person(reader: Reader, person_id: int) -> Row | None:
    """Give one person."""
    return reader.one("SELECT * FROM person WHERE id = ?", person_id)


def persons_called(reader: Reader, word: str) -> list[Row]:
    """Find active persons by name, or else by their post's identifier or word."""
    everyone = persons(reader)
    named = [row for row in everyone if row["name"] == word]
    return named or [row for row in everyone if word in (row["post"], Post(row["post"]).label)]


def first_editor(reader: Reader) -> Row | None:
    """Give the first editor, who acts where nobody is named; else the first person."""
    return reader.one(
        "SELECT * FROM person WHERE active = 1 ORDER BY post <> 'editor', position, id LIMIT 1"
    )


def leaders(reader: Reader) -> list[Row]:
    """List leaders by 排序号."""
    return reader.all("SELECT * FROM leader ORDER BY position, id")


def chain_rows(reader: Reader) -> list[Row]:
    """List the signing chains with the name of their publication."""
    return reader.all(
        "SELECT chain.*, publication.name AS publication_name FROM chain"
        " LEFT JOIN publication ON publication.id = chain.publication ORDER BY chain.id"
    )


def chain_rules(reader: Reader) -> list[ChainRule]:
    """Give the signing chains as rules."""
    return [
        ChainRule(
            posts=tuple(Post(post) for post in json.loads(row["posts"])),
            publication=row["publication"],
            tone=row["tone"] and Tone(row["tone"]),
            secrecy=row["secrecy"] and Secrecy(row["secrecy"]),
            direction=row["direction"] and Direction(row["direction"]),
        )
        for row in chain_rows(reader)
    ]
