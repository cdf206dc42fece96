"""Queries on searches kept under a name."""

from __future__ import annotations

from xinxi_desktop.domain.filters import SubmissionFilter
from xinxi_desktop.store.reading import Reader
from xinxi_desktop.store.submissions import listing_sql
from xinxi_desktop.store.transaction import Row

KEPT = (
    "SELECT * FROM saved_search WHERE list = ? AND (person IS NULL OR person = ?)"
    " ORDER BY position, id"
)


def saved_searches(reader: Reader, list_: str, person: int) -> list[Row]:
    """List the searches of a list that a person sees: own ones and those for all."""
    return reader.all(KEPT, list_, person)


def last_position(reader: Reader, list_: str) -> int:
    """Give the last place in use."""
    return int(
        reader.value("SELECT coalesce(max(position), 0) FROM saved_search WHERE list = ?", list_)
    )


def count_submissions(reader: Reader, chosen: SubmissionFilter) -> int:
    """Count what a filter lets through."""
    sql, values = listing_sql(chosen)
    return int(reader.value(f"SELECT count(*) FROM ({sql})", *values))
