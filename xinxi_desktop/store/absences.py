"""Queries on absence and 分工: who is away and who signs instead, which editor has which unit."""

from __future__ import annotations

from xinxi_desktop.store.reading import Reader
from xinxi_desktop.store.transaction import Row

_NAMED = (
    "SELECT absence.*, person.name AS person_name, person.post AS person_post,"
    " deputy.name AS deputy_name, deputy.post AS deputy_post FROM absence"
    " JOIN person ON person.id = absence.person"
    " LEFT JOIN person AS deputy ON deputy.id = absence.deputy"
)


def absences(reader: Reader) -> list[Row]:
    """List every absence with the names of person and deputy, newest first."""
    return reader.all(f"{_NAMED} ORDER BY absence.from_date DESC, absence.id DESC")


def absence_on(reader: Reader, person: int, day: str) -> Row | None:
    """Give the absence of a person that holds on a day."""
    return reader.one(
        f"{_NAMED} WHERE absence.person = ? AND absence.to_date >= ? AND absence.from_date <= ?"
        " ORDER BY absence.to_date LIMIT 1",
        person, day, day,
    )  # fmt: skip


def overlapping(reader: Reader, person: int, first: str, last: str) -> list[Row]:
    """List the absences of a person that share a day with first..last."""
    return reader.all(
        f"{_NAMED} WHERE absence.person = ? AND absence.to_date >= ? AND absence.from_date <= ?",
        person, first, last,
    )  # fmt: skip


def units_of(reader: Reader, person: int) -> list[int]:
    """Give the units that an editor looks after."""
    rows = reader.all("SELECT unit FROM unit_editor WHERE person = ? ORDER BY unit", person)
    return [row["unit"] for row in rows]


def editor_of(reader: Reader, unit: int) -> int | None:
    """Give the editor who looks after a unit."""
    found = reader.value("SELECT person FROM unit_editor WHERE unit = ?", unit)
    return None if found is None else int(found)
