"""Create and migrate the office file from db/migrations (architecture.md 2).

sqlite-utils keeps the registry of applied steps; the number of the newest one is mirrored in
``PRAGMA user_version``, so an ordinary start reads one integer and never imports it.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from xinxi_desktop.assets import asset
from xinxi_desktop.errors import WorldError

APPLICATION_ID = 0x58585A54
"""“XXZT”: tells an office file from any other SQLite file."""


def steps() -> list[Path]:
    """List the numbered migration files in order."""
    return sorted(asset("db", "migrations").glob("[0-9]*_*.sql"))


def newest() -> int:
    """Give the schema number that this program writes."""
    return int(steps()[-1].name[:4])


def statements(script: str) -> Iterator[str]:
    """Split a migration into statements; executescript() would commit behind our back."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""
    if re.sub(r"--.*", "", pending).strip():
        raise ValueError("A migration ends in the middle of a statement")


def version(connection: sqlite3.Connection) -> int:
    """Read the schema number of a file; WorldError if it is not an office file or is newer."""
    try:
        found = int(connection.execute("PRAGMA user_version").fetchone()[0])
        application = int(connection.execute("PRAGMA application_id").fetchone()[0])
    except sqlite3.DatabaseError as error:
        raise not_an_office_file() from error
    if application != APPLICATION_ID:
        raise not_an_office_file()
    if found > newest():
        raise WorldError(
            "file_newer",
            "这个工作文件由更新版本的程序写成，本程序不能打开，以免写坏。文件没有改动。"
            "请安装新版程序后再打开。",
        )
    return found


def not_an_office_file() -> WorldError:
    """Make the error for a file that is not one of ours."""
    return WorldError(
        "not_an_office_file",
        "这不是信息科工作台的工作文件，或文件开头已损坏。文件没有改动。"
        "请选择扩展名为 .xinxi 的文件，或从备份恢复。",
    )


def migrate(connection: sqlite3.Connection) -> None:
    """Apply every pending step, each in one transaction with its record."""
    from sqlite_utils import Database, Migrations

    migrations = Migrations("xinxi")
    for path in steps():
        migrations(name=path.stem)(_step(path))
    migrations.apply(Database(connection))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {newest()}")


def _step(path: Path) -> Any:
    def apply(db: Any) -> None:
        for statement in statements(path.read_text(encoding="utf-8")):
            db.conn.execute(statement)

    apply.__name__ = path.stem
    return apply


def snapshot(connection: sqlite3.Connection) -> str:
    """Write the schema as SQL text, sorted by name; db/schema.sql holds it."""
    rows = connection.execute(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"
        " AND name NOT LIKE 'search\\_index\\_%' ESCAPE '\\'"
        " AND tbl_name NOT LIKE '\\_sqlite\\_%' ESCAPE '\\' ORDER BY type DESC, name"
    )
    return "".join(f"{sql};\n\n" for (sql,) in rows)
