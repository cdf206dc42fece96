"""Queries on the office's own form templates and on 更正, 收回, 重印."""

from __future__ import annotations

from xinxi_desktop.store.reading import Reader
from xinxi_desktop.store.transaction import Row

CORRECTIONS = (
    "SELECT correction.*, person.name AS person_name, person.post AS person_post FROM correction"
    " JOIN person ON person.id = person WHERE issue = ? ORDER BY correction.id"
)
CORRECTIONS_IN_YEAR = (
    "SELECT correction.* FROM issue JOIN correction ON correction.issue = issue.id"
    " WHERE issue.state = 'printed' AND printed_on BETWEEN ? AND ? ORDER BY correction.id"
)
PRINTED_IN_YEAR = (
    "SELECT issue.id FROM issue WHERE state = 'printed' AND printed_on BETWEEN ? AND ?"
    " ORDER BY printed_on, issue.id"
)


def form_template(reader: Reader, name: str) -> Row | None:
    """Give the office's own template of a form, None where the shipped one is in use."""
    return reader.one("SELECT * FROM form_template WHERE name = ?", name)


def form_templates(reader: Reader) -> list[Row]:
    """List the office's own templates."""
    return reader.all("SELECT * FROM form_template ORDER BY id")


def corrections(reader: Reader, issue: int) -> list[Row]:
    """List the 更正, 收回 and 重印 of an issue with who did them, oldest first."""
    return reader.all(CORRECTIONS, issue)


def corrections_in(reader: Reader, first: str, last: str) -> list[Row]:
    """List the 更正, 收回 and 重印 of the issues printed between two days."""
    return reader.all(CORRECTIONS_IN_YEAR, first, last)


def printed_in(reader: Reader, first: str, last: str) -> list[int]:
    """Give the ids of the issues printed between two days, by day of 印发."""
    return [row["id"] for row in reader.all(PRINTED_IN_YEAR, first, last)]
