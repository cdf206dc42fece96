"""Clears away what a killed program was writing: files aside, never under the name they were for.

Whoever writes a file writes ``NAME.tmp`` and renames it when it is whole. A program that was
killed leaves the first; SQLite may have put its own files beside it.
"""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path

ASIDE = ".tmp"
"""The end of a name under which a file is being written."""

MARK = ".xinxi"
"""Tells our half written files from those of other programs, in a folder of the person's."""

UNFINISHED = ".xinxi.未完成"
"""The end of a name under which an office file is built in several acts; no dialog offers it."""

HALF_OFFICES = (f".xinxi{ASIDE}", UNFINISHED, UNFINISHED + ASIDE)

_BESIDE = ("", "-journal", "-wal", "-shm", ".lock", ".tmp", ".tmp-journal")
_DEAD_SECONDS = 3600.0
"""Nobody writes at one file for so long without touching it."""


def clear_family(path: Path) -> None:
    """Remove a file that is written aside, with what SQLite put beside it."""
    for end in _BESIDE:
        path.with_name(path.name + end).unlink(missing_ok=True)


def clear_beside(office_file: Path) -> None:
    """Remove what was being written in place of an office file; the caller holds its lock."""
    for depth in (ASIDE, ASIDE * 2):
        with contextlib.suppress(OSError):
            clear_family(office_file.with_name(office_file.name + depth))


def clear_dead(folder: Path, ends: tuple[str, ...]) -> None:
    """Remove files written aside in a folder, by the ends of their names, once nobody can own them.

    A place that can't be read or written keeps them: they harm nobody.
    """
    dead = time.time() - _DEAD_SECONDS
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            if path.name.endswith(ends) and path.stat().st_mtime < dead:
                clear_family(path)


def settle(temporary: Path, target: Path) -> None:
    """Give a file written aside its name, once its bytes are on the disk."""
    with temporary.open("rb+") as stream:
        os.fsync(stream.fileno())
    temporary.replace(target)


def write_whole(target: Path, data: bytes) -> None:
    """Write a file that is there whole or not at all; what a killed program left here goes."""
    clear_dead(target.parent, (f"{target.suffix}{MARK}{ASIDE}",))
    temporary = target.with_name(f"{target.name}{MARK}{ASIDE}")
    try:
        temporary.write_bytes(data)
        settle(temporary, target)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
