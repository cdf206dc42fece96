"""Copies of the office file on disk: made, looked into, put back. All on whole files."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

from xinxi_desktop.errors import WorldError
from xinxi_desktop.store.leftovers import ASIDE, HALF_OFFICES, clear_dead, clear_family, settle
from xinxi_desktop.store.lock import FileLock
from xinxi_desktop.store.office_file import OfficeFile, fold_journal, world_error
from xinxi_desktop.store.reading import Reader
from xinxi_desktop.store.schema import version
from xinxi_desktop.store.transaction import Row

_MARK = "at || name || summary"
_PAGES = 2_000
"""Pages copied between two words of progress."""
Progress = Callable[[int, int], None]


def copy_checked(source: OfficeFile, target: Path, progress: Progress | None = None) -> None:
    """Copy an open file to ``target`` (replaced atomically) and let SQLite check the copy.

    ``progress`` is told pages done and in all and may raise to stop: then nothing is left.
    Others may write meanwhile; the copy is of the moment it began.
    """
    temporary = target.with_name(target.name + ASIDE)
    try:
        clear_dead(target.parent, HALF_OFFICES)
        clear_family(temporary)
        copy = sqlite3.connect(temporary)
        try:
            _copy_moment(source.connection(), copy, progress)
            copy.execute("PRAGMA journal_mode = DELETE")
            found = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
        finally:
            copy.close()
        if found != "ok":
            raise WorldError(
                "backup_damaged",
                f"备份出来的文件检查没有通过（{found}），没有留下。工作文件没有改动，"
                "原有的备份也没有改动。请运行“xinxi verify”核对工作文件。",
            )
        settle(temporary, target)
    except (sqlite3.Error, OSError) as error:
        raise _failed(target) from error
    finally:
        temporary.unlink(missing_ok=True)


def _copy_moment(
    source: sqlite3.Connection, copy: sqlite3.Connection, progress: Progress | None
) -> None:
    # Without a transaction every write of somebody else would start the copy anew.
    source.execute("BEGIN")
    try:
        source.execute("SELECT count(*) FROM setting").fetchone()
        source.backup(
            copy,
            pages=_PAGES,
            progress=lambda _status, left, total: progress and progress(total - left, total),
        )
    finally:
        source.execute("ROLLBACK")


def copy_file(source: Path, target: Path) -> None:
    """Copy a whole file atomically; WorldError if the place can't take it."""
    temporary = target.with_name(target.name + ASIDE)
    try:
        clear_dead(target.parent, HALF_OFFICES)
        shutil.copyfile(source, temporary)
        if temporary.stat().st_size != source.stat().st_size:
            raise OSError("short copy")
        settle(temporary, target)
    except OSError as error:
        raise _failed(target) from error
    finally:
        temporary.unlink(missing_ok=True)


def contents(path: Path) -> Row:
    """Look into a copy: office_uuid, counts of what is in it, its newest act.

    WorldError if it is no office file, newer than this program, or damaged.
    """
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
        connection.row_factory = sqlite3.Row
        try:
            version(connection)
            return dict(connection.execute(_CONTENTS).fetchone())
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise world_error(error) from error


def acts_after(reader: Reader, act: int) -> list[Row]:
    """Count what was done after an act, by name: ``name``, ``times``; the most frequent first."""
    return reader.all(
        "SELECT name, count(*) AS times FROM act WHERE id > ? GROUP BY name"
        " ORDER BY times DESC, name",
        act,
    )


def act_mark(reader: Reader, act: int) -> str:
    """Give what tells an act from another of that number; empty if there is none."""
    found = reader.value(f"SELECT {_MARK} FROM act WHERE id = ?", act)
    return str(found or "")


def act_marks(path: Path) -> dict[int, str]:
    """Give what tells each act of a copy from others, by its number."""
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        return dict(connection.execute(f"SELECT id, {_MARK} FROM act").fetchall())
    except sqlite3.Error as error:
        raise world_error(error) from error
    finally:
        connection.close()


def put_back(path: Path, backup: Path, aside: Path) -> None:
    """Replace the office file by a backup; what stands there now is kept as ``aside``.

    Nobody may hold the file. A file too damaged to be read is moved aside as it is, with what
    lies beside it.
    """
    lock = FileLock(path, "")
    fresh = path.with_name(path.name + ASIDE)
    try:
        copy_file(backup, fresh)
        _check(fresh)
        if path.exists():
            _keep_aside(path, aside)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
        lock.release()


def _keep_aside(path: Path, aside: Path) -> None:
    journal = path.with_name(path.name + "-wal")
    # The journal of a damaged file belongs to it and goes with it.
    with contextlib.suppress(sqlite3.Error):
        fold_journal(path)
    copy_file(path, aside)
    for rest in (journal, path.with_name(path.name + "-shm")):
        if rest.exists():
            rest.replace(aside.with_name(aside.name + rest.name.removeprefix(path.name)))


def _check(path: Path) -> None:
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        version(connection)
        found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    except sqlite3.DatabaseError as error:
        found = str(error)
    finally:
        connection.close()
    if found != "ok":
        raise WorldError(
            "backup_damaged",
            f"这一份备份有损坏（{found}），没有恢复。工作文件没有改动。请换一份备份。",
        )


def _failed(target: Path) -> WorldError:
    return WorldError(
        "backup_failed",
        f"备份没有写成：{target.parent} 写不进去或空间不够。工作文件没有改动，"
        "原有的备份也没有改动。请换一个位置再备份。",
    )


_CONTENTS = """
SELECT (SELECT value FROM setting WHERE key = 'office_uuid') AS office_uuid,
       (SELECT count(*) FROM submission) AS submissions,
       (SELECT count(*) FROM article) AS articles,
       (SELECT count(*) FROM issue) AS issues,
       (SELECT count(*) FROM sign_off) AS sign_offs,
       (SELECT max(id) FROM act) AS last_act,
       (SELECT at FROM act ORDER BY id DESC LIMIT 1) AS last_at
"""
