"""Queries on recipients, the distribution of issues, returned copies and print runs."""

from __future__ import annotations

from xinxi_desktop.store.reading import Reader
from xinxi_desktop.store.transaction import Row

RECIPIENTS = "SELECT * FROM recipient WHERE publication = ? ORDER BY position, id"
SHARES = "SELECT * FROM distribution WHERE issue = ? ORDER BY position, id"
RETURNS = (
    "SELECT copy_return.*, name FROM distribution CROSS JOIN copy_return"
    " ON copy_return.distribution = distribution.id WHERE issue = ?"
    " ORDER BY distribution.position, distribution.id, copy_return.id"
)
RETURNS_OF = "SELECT * FROM copy_return WHERE distribution = ? ORDER BY id"
PRINT_RUNS = (
    "SELECT print_run.*, person.name AS person_name, person.post AS person_post FROM print_run"
    " LEFT JOIN person ON person.id = person WHERE issue = ? ORDER BY print_run.id DESC"
)
FINAL_RUN = (
    "SELECT print_run.id FROM print_run WHERE issue = ? AND first_number IS NOT NULL"
    " AND kind IN ('final', 'large') AND copies > 0 AND printer NOT LIKE 'PDF：%' LIMIT 1"
)


def recipients(reader: Reader, publication: int, *, active_only: bool = True) -> list[Row]:
    """List the recipients of a publication in the office's order."""
    rows = reader.all(RECIPIENTS, publication)
    return [row for row in rows if row["active"]] if active_only else rows


def shares(reader: Reader, issue: int) -> list[Row]:
    """List who gets how many copies of an issue, with their numbers, in order."""
    return reader.all(SHARES, issue)


def returns(reader: Reader, issue: int) -> list[Row]:
    """List the returned and destroyed copies of an issue, each with its recipient's name."""
    return reader.all(RETURNS, issue)


def returns_of(reader: Reader, share: int) -> list[Row]:
    """List the returned and destroyed copies of one recipient of an issue."""
    return reader.all(RETURNS_OF, share)


def print_runs(reader: Reader, issue: int) -> list[Row]:
    """List the print runs of an issue, newest first, with who printed."""
    return reader.all(PRINT_RUNS, issue)


def numbered_run(reader: Reader, issue: int) -> bool:
    """Tell whether copies that bear a 份号 have been printed, and not only into a PDF."""
    return reader.one(FINAL_RUN, issue) is not None


BEARING_COPY = (
    "SELECT distribution.issue, distribution.name, issue.publication FROM distribution"
    " JOIN issue ON issue.id = distribution.issue"
    " WHERE first_number IS NOT NULL AND first_number <= ? AND last_number >= ? ORDER BY distribution.issue DESC LIMIT 50"
)


def bearing_copy(reader: Reader, number: int) -> list[Row]:
    """Find who has the copy with this 份号, of the newest issues first."""
    return reader.all(BEARING_COPY, number, number)
