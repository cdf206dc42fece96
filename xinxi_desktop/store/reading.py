"""What queries need: both an open file and a running transaction can answer them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from xinxi_desktop.store.transaction import Row


class Reader(Protocol):
    """Answers SQL with dicts."""

    def all(self, sql: str, *values: Any) -> list[Row]:
        """Give every row."""

    def one(self, sql: str, *values: Any) -> Row | None:
        """Give the first row."""

    def value(self, sql: str, *values: Any) -> Any:
        """Give the first value."""


def id_list(ids: Iterable[int]) -> str:
    """Pass many ids as one parameter: ``id IN (SELECT value FROM json_each(?))``."""
    return json.dumps(list(ids))


def in_order(ids: Sequence[int], rows: Iterable[Row]) -> list[Row]:
    """Put rows into the order of their ids; ids that are gone are left out."""
    by_id = {row["id"]: row for row in rows}
    return [by_id[each] for each in ids if each in by_id]
