"""Makes a big office file: ten years of reports, written as the program would have left them.

Rows, acts and index are what registering each report leaves behind; they are written many at
a time, without the writer thread, since nothing but the result is wanted. Run it alone as
``python -m benchmarks.big_file COUNT FILE [--originals]``.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import sqlite3
import sys
import zlib
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from benchmarks.generator import MATTERS, PARCEL, PLACES, Report, parcel
from xinxi_desktop.assets import asset
from xinxi_desktop.domain.document import document_from_lines, to_json
from xinxi_desktop.services.office import create_office
from xinxi_desktop.services.units import save_unit
from xinxi_desktop.store.search import bigrams

KEPT = Path("build") / "bench"
VERSION = 1
"""Goes up when what is made changes, so that kept files are made anew; so does a new schema."""
UNITS = 60
_FIRST_DAY, _DAYS = date(2017, 1, 1), 3_600
_PENDING = 180
"""How many of the newest reports nobody has decided on, as in a live office."""
_PACKED = 6
_AHEAD = 6
_ORIGINAL_BYTES = (12_000, 48_000)
_BULK = (
    "PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "PRAGMA cache_size = -400000",
    "PRAGMA locking_mode = EXCLUSIVE",
)  # fmt: skip
Values = tuple[Any, ...]


def big_file(path: Path, count: int, *, originals: bool = False) -> None:
    """Write an office file with ``count`` reports; with ``originals`` of a Word file's size."""
    office = create_office(path)
    for number in range(UNITS):
        name = PLACES[number % len(PLACES)] + (MATTERS[number // len(PLACES)] + "办公室")
        save_unit(office, None, {"name": name, "class": "县区"})
    office.close()
    connection = sqlite3.connect(path)
    for pragma in _BULK:
        connection.execute(pragma)
    before = int(connection.execute("SELECT max(id) FROM act").fetchone()[0])
    make = partial(rows_of, count=count, acts_before=before, originals=originals)
    indexes = _drop_indexes(connection)
    for rows in _ahead(make, (count + PARCEL - 1) // PARCEL):
        _write(connection, rows)
    for sql in indexes:
        connection.execute(sql)
    connection.execute("INSERT INTO counter SELECT 'submission', year, max(number)"
                       " FROM submission GROUP BY year")  # fmt: skip
    connection.commit()
    connection.close()


def _ahead(make: Callable[[int], Rows], parcels: int) -> Iterator[Rows]:
    """Make rows in other processes, only a few parcels before they are written."""
    with ProcessPoolExecutor() as pool:
        waiting: deque[Future[Rows]] = deque()
        for number in range(parcels):
            waiting.append(pool.submit(make, number))
            if len(waiting) > _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


@dataclass(slots=True)
class Rows:
    """What is to be written into each table."""

    tables: dict[str, list[Values]] = field(default_factory=dict)

    def add(self, table: str, *values: Any) -> None:
        """Add a row."""
        self.tables.setdefault(table, []).append(values)


def rows_of(number: int, *, count: int, acts_before: int, originals: bool) -> Rows:
    """Make the rows of one parcel; apart from any file, so that other processes can do it."""
    rng = random.Random(11 + number)
    rows = Rows()
    first = number * PARCEL
    for key, report in enumerate(parcel(number)[: count - first], first + 1):
        _add(rows, rng, _Place(key, count, acts_before + key), report, originals)
    return rows


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a report stands among all: its id, how many there are, and its act's id."""

    key: int
    count: int
    act: int

    @property
    def day(self) -> date:
        """When it came: evenly over the years, whatever the count."""
        return _FIRST_DAY + timedelta((self.key - 1) * _DAYS // self.count)

    @property
    def number(self) -> int:
        """The running number of its year."""
        start = max((date(self.day.year, 1, 1) - _FIRST_DAY).days, 0)
        # The first key whose day is not before the year's first.
        return self.key + (-start * self.count // _DAYS)


def _add(rows: Rows, rng: random.Random, place: _Place, report: Report, originals: bool) -> None:
    body = document_from_lines(report.paragraphs)
    data, encoding, kept = _original(rng, report, originals)
    digest = hashlib.sha256(data).hexdigest()
    at = f"{place.day}T{8 + place.key % 10:02d}:{place.key % 60:02d}:00+08:00"
    decided = place.key <= place.count - _PENDING
    submission = {
        "id": place.key, "uuid": str(UUID(int=rng.getrandbits(128), version=4)),
        "year": place.day.year, "number": place.number, "title": report.title,
        "received_at": at, "kind": rng.choice(("dynamic", "experience", "problem", "suggestion")),
        "form": "single", "tone": rng.choice(("good", "neutral", "problem")),
        "urgency": "urgent" if place.key % 97 == 0 else "ordinary", "secrecy": "internal",
        "disposition": rng.choice(("keep", "reject", "shortlist")) if decided else None,
        "state": "screened" if decided else "pending", "characters": body.characters(),
        "sha256": digest, "file_name": f"{report.title}.txt", "format": "txt",
    }  # fmt: skip
    contribution = {
        "id": place.key, "submission": place.key, "unit": rng.randint(1, UNITS),
        "role": "main", "position": 1, "share": "1",
    }  # fmt: skip
    text = {"submission": place.key, "body": to_json(body)}
    rows.add("blob", digest, len(data), encoding, kept)
    rows.add("act", place.act, at, 1, "登记来稿",
             f"已登记来稿 {place.day.year}-{place.number}", "", 0, None)  # fmt: skip
    for position, (table, row) in enumerate(
        (("submission", submission), ("submission_text", text), ("contribution", contribution)), 1
    ):
        after = json.dumps(row, ensure_ascii=False, sort_keys=True)
        rows.add("act_row", place.act, position, table, str(place.key), None, after)
        rows.add(table, *row.values())
    entry = UNITS + place.key
    rows.add("search_entry", entry, "submission", place.key)
    rows.add("search_index", entry, bigrams(f"{report.title}\n\n{text['body']}"))


def _original(rng: random.Random, report: Report, realistic: bool) -> tuple[bytes, str, bytes]:
    """Give the original's bytes, how they are kept, and what is kept."""
    data = report.text.encode()
    if realistic:
        # A Word file is packed already: of its size, and nothing to gain by packing again.
        data += rng.randbytes(rng.randint(*_ORIGINAL_BYTES))
        return data, "raw", data
    return data, "zlib", zlib.compress(data, _PACKED)


_COLUMNS = {
    "submission": "id, uuid, year, number, title, received_at, kind, form, tone, urgency, secrecy,"
    " disposition, state, characters, sha256, file_name, format",
    "contribution": "id, submission, unit, role, position, share",
    "search_index": "rowid, words",
}


def _write(connection: sqlite3.Connection, rows: Rows) -> None:
    for table, values in rows.tables.items():
        columns = f" ({_COLUMNS[table]})" if table in _COLUMNS else ""
        marks = ", ".join("?" * len(values[0]))
        connection.executemany(f"INSERT INTO {table}{columns} VALUES ({marks})", values)


def _drop_indexes(connection: sqlite3.Connection) -> list[str]:
    """Take the indexes away, to be made at the end in one go; gives how to make them."""
    found = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    ).fetchall()
    for name, _sql in found:
        connection.execute(f"DROP INDEX {name}")
    return [str(sql) for _name, sql in found]


def kept_file(folder: Path, count: int) -> Path:
    """Give the big file of so many reports, made at its first use and kept between runs."""
    schema = hashlib.sha256(asset("db", "schema.sql").read_bytes()).hexdigest()[:8]
    path = folder / f"big-{VERSION}-{schema}-{count}.xinxi"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_name(f"unfinished-{os.getpid()}-{count}.xinxi")
        unfinished.unlink(missing_ok=True)
        big_file(unfinished, count)
        unfinished.replace(path)
        unfinished.with_name(f"{unfinished.name}.lock").unlink(missing_ok=True)
    return path


if __name__ == "__main__":
    big_file(Path(sys.argv[2]), int(sys.argv[1]), originals="--originals" in sys.argv)
