"""The office's own page schemes: a name and what it sets otherwise than the standard one."""

from __future__ import annotations

import json
from typing import Any

from xinxi_desktop.domain.page_scheme import PageScheme, scheme_from
from xinxi_desktop.store.reading import Reader

Row = dict[str, Any]


def own_schemes(reader: Reader) -> list[PageScheme]:
    """Give the office's own schemes in the order of their making."""
    rows = reader.all("SELECT name, body FROM page_scheme ORDER BY id")
    return [scheme_from(row["name"], json.loads(row["body"])) for row in rows]


def own_scheme(reader: Reader, name: str) -> PageScheme | None:
    """Give the office's own scheme of that name, None if there is none."""
    row = reader.one("SELECT name, body FROM page_scheme WHERE name = ?", name)
    return scheme_from(row["name"], json.loads(row["body"])) if row else None


def scheme_id(reader: Reader, name: str) -> int | None:
    """Give the id of the office's own scheme of that name."""
    row = reader.one("SELECT id FROM page_scheme WHERE name = ?", name)
    return row["id"] if row else None
