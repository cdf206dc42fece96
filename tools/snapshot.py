"""Write db/schema.sql anew from the migrations."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from xinxi_desktop.store import schema


def main() -> None:
    """Migrate an empty database in memory and write its schema."""
    connection = sqlite3.connect(":memory:")
    schema.migrate(connection)
    target = Path(__file__).parent.parent / "db" / "schema.sql"
    target.write_text(schema.snapshot(connection), encoding="utf-8")
    connection.close()


if __name__ == "__main__":
    main()
