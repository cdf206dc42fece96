"""Queries on units, their names and classes, and informants."""

from __future__ import annotations

import json
from collections.abc import Sequence

from xinxi_desktop.store.reading import Reader
from xinxi_desktop.store.transaction import Row

_NAME = (
    "(SELECT name FROM unit_name AS n WHERE n.unit = unit.id AND n.alias = 0"
    " ORDER BY n.to_date IS NOT NULL, n.to_date DESC, n.id DESC LIMIT 1)"
)
_CLASS = (
    "(SELECT class FROM unit_class AS c WHERE c.unit = unit.id"
    " ORDER BY c.to_date IS NOT NULL, c.to_date DESC, c.id DESC LIMIT 1)"
)
_ALIASES = (
    "(SELECT group_concat(name, '、') FROM"
    " (SELECT name FROM unit_name AS a WHERE a.unit = unit.id AND a.alias = 1 ORDER BY a.id))"
)


def short_name_sql(unit: str) -> str:
    """Write the query for the shortest name in force that belongs to one unit alone.

    ``unit`` is the column that holds the unit's id.
    """
    return (
        f"(SELECT n.name FROM unit_name AS n WHERE n.unit = {unit} AND (n.alias = 0 OR NOT EXISTS"
        " (SELECT 1 FROM unit_name AS o WHERE o.name = n.name AND o.unit <> n.unit))"
        " ORDER BY n.to_date IS NOT NULL, length(n.name), n.id LIMIT 1)"
    )


def unit_rows(reader: Reader) -> list[Row]:
    """List units in 建制顺序 with today's name, class, aliases and editor."""
    return reader.all(
        f"SELECT unit.*, {_NAME} AS name, {_CLASS} AS class, {_ALIASES} AS aliases,"
        " person.id AS editor, person.name AS editor_name FROM unit"
        " LEFT JOIN unit_editor ON unit_editor.unit = unit.id"
        " LEFT JOIN person ON person.id = unit_editor.person"
        " ORDER BY unit.position, unit.id"
    )


def names_of_units(reader: Reader) -> dict[str, tuple[int, ...]]:
    """Map every name and alias to the ids of the units that bear it, lowest first."""
    found: dict[str, tuple[int, ...]] = {}
    for row in reader.all("SELECT DISTINCT name, unit FROM unit_name ORDER BY unit"):
        found[row["name"]] = (*found.get(row["name"], ()), row["unit"])
    return found


def name_of(reader: Reader, unit: int, on: str) -> str:
    """Give the unit's full name on a day (paper keeps the name of its day)."""
    row = reader.one(
        "SELECT name FROM unit_name WHERE unit = ? AND alias = 0"
        " AND (from_date IS NULL OR from_date <= ?) AND (to_date IS NULL OR to_date >= ?)"
        " ORDER BY from_date DESC, id DESC",
        unit, on, on,
    ) or reader.one(
        "SELECT name FROM unit_name WHERE unit = ? AND alias = 0 ORDER BY id DESC", unit
    )  # fmt: skip
    return str(row["name"]) if row else ""


def current_names(reader: Reader, unit: int) -> list[Row]:
    """List the names and aliases in force of a unit."""
    return reader.all(
        "SELECT * FROM unit_name WHERE unit = ? AND to_date IS NULL ORDER BY alias, id", unit
    )


def current_class(reader: Reader, unit: int) -> Row | None:
    """Give the class row in force of a unit."""
    return reader.one(
        "SELECT * FROM unit_class WHERE unit = ? AND to_date IS NULL ORDER BY id DESC", unit
    )


def last_position(reader: Reader) -> int:
    """Give the highest 建制顺序 in use."""
    return int(reader.value("SELECT coalesce(max(position), 0) FROM unit"))


def informant_rows(reader: Reader) -> list[Row]:
    """List informants with the name of their unit."""
    return reader.all(
        f"SELECT informant.*, {_NAME} AS unit_name FROM informant"
        " LEFT JOIN unit ON unit.id = informant.unit ORDER BY unit.position, informant.id"
    )


def every_name(reader: Reader, unit: int) -> list[Row]:
    """List all names a unit ever had."""
    return reader.all("SELECT * FROM unit_name WHERE unit = ? ORDER BY id", unit)


def every_class(reader: Reader, unit: int) -> list[Row]:
    """List all class rows of a unit."""
    return reader.all("SELECT * FROM unit_class WHERE unit = ? ORDER BY id", unit)


def contributions_of(reader: Reader, unit: int) -> list[Row]:
    """List the contributions of a unit."""
    return reader.all("SELECT * FROM contribution WHERE unit = ? ORDER BY id", unit)


def contributes(reader: Reader, submission: int, unit: int) -> bool:
    """Tell whether a unit contributes to a submission."""
    return bool(
        reader.one("SELECT 1 FROM contribution WHERE submission = ? AND unit = ?", submission, unit)
    )


def informants_of(reader: Reader, unit: int) -> list[Row]:
    """List the informants at a unit."""
    return reader.all("SELECT * FROM informant WHERE unit = ? ORDER BY id", unit)


def informant_named(reader: Reader, unit: int, names: Sequence[str]) -> Row | None:
    """Find the informant at a unit that bears one of these names."""
    return reader.one(
        "SELECT * FROM informant WHERE unit = ? AND name IN (SELECT value FROM json_each(?))",
        unit, json.dumps(list(names)),
    )  # fmt: skip
