"""Queries on 核实: who asked whom about a submission."""

from __future__ import annotations

from xinxi_desktop.store.reading import Reader
from xinxi_desktop.store.transaction import Row


def verifications(reader: Reader, submission: int) -> list[Row]:
    """List the 核实 of a submission, newest first, with who asked."""
    return reader.all(
        "SELECT verification.*, person.name AS person_name FROM verification"
        " JOIN person ON person.id = verification.person"
        " WHERE submission = ? ORDER BY verification.id DESC",
        submission,
    )
