"""The office file: one SQLite database, one writer thread, any number of readers.

While it is open the file runs in WAL with full synchronisation; a clean close folds the WAL
back, since a copied main file alone would lack tables (architecture.md 3, 4).
"""

from __future__ import annotations

import os
import sqlite3
import threading
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Any, TypeVar

from xinxi_desktop.errors import UserError, WorldError
from xinxi_desktop.store import schema
from xinxi_desktop.store.leftovers import (
    ASIDE,
    HALF_OFFICES,
    clear_beside,
    clear_dead,
    clear_family,
)
from xinxi_desktop.store.lock import FileLock, read_only_error
from xinxi_desktop.store.places import on_network
from xinxi_desktop.store.search import TOKENIZER_VERSION, SearchIndex
from xinxi_desktop.store.transaction import Act, Row, Transaction, blob_bytes

T = TypeVar("T")


class OfficeFile:
    """An open office file; ``write`` runs one recorded act, the rest reads."""

    def __init__(self, path: Path, *, writable: bool, lock: FileLock | None) -> None:
        """Use ``create`` or ``open_file``; this only keeps what they checked."""
        self.path = path
        self.writable = writable
        self._lock = lock
        self._local = threading.local()
        self._open: list[sqlite3.Connection] = []
        self._writing: sqlite3.Connection | None = None
        self._guard = threading.Lock()
        self._closed = False
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="xinxi-writer")

    # ------------------------------------------------------------ reading

    def all(self, sql: str, *values: Any) -> list[Row]:
        """Give every row of a query as a dict."""
        return [dict(row) for row in self._run(sql, values)]

    def one(self, sql: str, *values: Any) -> Row | None:
        """Give the first row of a query, or None."""
        rows = self._run(sql, values)
        return dict(rows[0]) if rows else None

    def value(self, sql: str, *values: Any) -> Any:
        """Give the first column of the first row, or None."""
        rows = self._run(sql, values)
        return rows[0][0] if rows else None

    def blob(self, sha256: str) -> bytes:
        """Give stored bytes by their hash; WorldError if they are missing or changed."""
        import hashlib

        row = self.one("SELECT * FROM blob WHERE sha256 = ?", sha256)
        try:
            data = None if row is None else blob_bytes(row)
        except zlib.error:
            data = None
        if data is None or hashlib.sha256(data).hexdigest() != sha256:
            raise WorldError(
                "blob_damaged",
                "库中保存的原件缺失或已损坏，无法取出。其他内容没有改动。请从备份恢复工作文件。",
            )
        return data

    def setting(self, key: str, default: str = "") -> str:
        """Give one of the office's own settings."""
        found = self.value("SELECT value FROM setting WHERE key = ?", key)
        return default if found is None else str(found)

    def _run(self, sql: str, values: tuple[Any, ...]) -> list[sqlite3.Row]:
        try:
            return self.connection().execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise world_error(error) from error

    def connection(self) -> sqlite3.Connection:
        """Give this thread's connection, opened on first use."""
        found: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if found is None:
            found = connect(self.path, writable=self.writable)
            self._local.connection = found
            with self._guard:
                self._open.append(found)
        return found

    # ------------------------------------------------------------ writing

    def write(self, act: Act | None, work: Callable[[Transaction], T]) -> T:
        """Run one act on the writer thread in one transaction and give what it gives.

        Nothing is left half done: any error rolls the whole act back and is raised here.
        """
        if not self.writable:
            raise WorldError(
                "opened_read_only",
                "工作文件现在是只读打开的，这一步没有做。请关闭占用它的窗口后重新打开。",
            )
        return self._writer.submit(self._transact, act, work).result()

    def _transact(self, act: Act | None, work: Callable[[Transaction], T]) -> T:
        connection = self._writing = self.connection()
        try:
            connection.execute("BEGIN IMMEDIATE")
            transaction = Transaction(connection, act)
            result = work(transaction)
            transaction.index.flush()
            connection.execute("COMMIT")
            return result
        except sqlite3.Error as error:
            raise world_error(error) from error
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")

    def rebuild_index_if_old(self) -> None:
        """Index everything anew if the file was written with another tokenizer."""
        if self.setting("tokenizer_version") == str(TOKENIZER_VERSION):
            return

        def work(tx: Transaction) -> None:
            SearchIndex(tx._connection).rebuild()
            tx._connection.execute(
                "INSERT OR REPLACE INTO setting VALUES ('tokenizer_version', ?)",
                (str(TOKENIZER_VERSION),),
            )

        self.write(None, work)

    # ------------------------------------------------------------ keeping

    def name_holder(self, person: str) -> None:
        """Tell others, who find the file held, who works in it."""
        if self._lock:
            self._lock.say(person)

    def integrity(self) -> str:
        """Run SQLite's own check; “ok” or what it found."""
        return str(self.value("PRAGMA integrity_check(1)"))

    def stop_reading(self) -> None:
        """Break off what other threads are reading, so that closing need not wait for it.

        The writer is left alone: an act that has begun is finished.
        """
        own = getattr(self._local, "connection", None)
        with self._guard:
            for connection in self._open:
                if connection not in (own, self._writing):
                    connection.interrupt()

    def close(self) -> None:
        """Finish writing, fold the WAL into the one file, and give the lock back; once is enough."""
        if self._closed:
            return
        self._closed = True
        self._writer.shutdown(wait=True)
        with self._guard:
            connections, self._open = self._open, []
        for connection in connections:
            # A long check in another thread must not hold up the closing.
            connection.interrupt()
            connection.close()
        if self.writable and self.path.exists():
            fold_journal(self.path)
        if self._lock:
            self._lock.release()


def create(
    path: Path, settings: dict[str, str], act: Act, fill: Callable[[Transaction], object]
) -> OfficeFile:
    """Make a new office file with what its first act brings, and open it.

    It is written aside and renamed when whole: a half made one has no name to be opened by.
    """
    check_free(path)
    temporary = path.with_name(path.name + ASIDE)
    try:
        clear_dead(path.parent, HALF_OFFICES)
        clear_family(temporary)
        _write_new(temporary, settings, act, fill)
        temporary.replace(path)
    except (sqlite3.Error, OSError) as error:
        clear_family(temporary)
        raise WorldError(
            "cannot_create",
            f"不能在“{path.parent}”建立工作文件：文件夹不存在、不能写或空间不够。"
            "没有留下任何文件。请换一个位置。",
        ) from error
    return open_file(path)


def check_free(path: Path) -> None:
    """UserError if there is a file of this name already."""
    if path.exists():
        raise UserError(
            "file_exists", f"“{path.name}”已经有了。没有覆盖，也没有改动。请换一个文件名。"
        )


def _write_new(
    path: Path, settings: dict[str, str], act: Act, fill: Callable[[Transaction], object]
) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.row_factory = sqlite3.Row
    try:
        schema.migrate(connection)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("BEGIN IMMEDIATE")
        rows = {**settings, "tokenizer_version": str(TOKENIZER_VERSION)}
        connection.executemany("INSERT INTO setting VALUES (?, ?)", rows.items())
        transaction = Transaction(connection, act)
        fill(transaction)
        transaction.index.flush()
        connection.execute("COMMIT")
    finally:
        connection.close()


def open_file(path: Path, *, writable: bool = True, person: str = "") -> OfficeFile:
    """Open an office file; WorldError if missing, locked, read-only, newer or damaged."""
    if not path.is_file():
        raise WorldError(
            "file_missing",
            f"找不到工作文件“{path.name}”。没有改动。请检查位置，或新建一个工作文件。",
        )
    if writable and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise read_only_error()
    found = _check_version(path)
    if not writable and found < schema.newest():
        raise WorldError(
            "file_older",
            "这个工作文件由旧版程序写成，要先升级才能查看。文件没有改动。请先用本程序的窗口打开一次"
            "（升级前自动留一份副本）；文件在只读位置的，先复制到可以写的位置。",
        )
    if not writable:
        return OfficeFile(path, writable=False, lock=None)
    with ExitStack() as undo:
        lock = FileLock(path, person)
        undo.callback(lock.release)
        clear_beside(path)
        _prepare(path, found)
        undo.pop_all()
    office_file = OfficeFile(path, writable=True, lock=lock)
    office_file.rebuild_index_if_old()
    return office_file


def _check_version(path: Path) -> int:
    try:
        connection = connect(path, writable=False)
    except sqlite3.Error as error:
        raise world_error(error) from error
    try:
        return schema.version(connection)
    finally:
        connection.close()


def _prepare(path: Path, found: int) -> None:
    unclean = path.with_name(path.name + "-wal").exists()
    connection = connect(path, writable=True)
    try:
        if found < schema.newest():
            _copy_before_migrating(connection, path, found)
            schema.migrate(connection)
        if on_network(path):
            connection.execute("PRAGMA journal_mode = DELETE")
        else:
            connection.execute("PRAGMA journal_mode = WAL")
        if unclean and connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise world_error(sqlite3.DatabaseError("malformed"))
    except sqlite3.Error as error:
        raise world_error(error) from error
    finally:
        connection.close()


def _copy_before_migrating(connection: sqlite3.Connection, path: Path, found: int) -> None:
    target = path.with_name(f"{path.stem}.升级前{found:04d}.xinxi")
    temporary = target.with_name(target.name + ASIDE)
    clear_family(temporary)
    copy = sqlite3.connect(temporary)
    try:
        connection.backup(copy)
    finally:
        copy.close()
    temporary.replace(target)


def connect(path: Path, *, writable: bool) -> sqlite3.Connection:
    """Open a connection as every part of the program uses it."""
    query = "mode=rw" if writable else _reading_mode(path)
    uri = f"{path.resolve().as_uri()}?{query}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA busy_timeout = 5000")
    if writable:
        connection.execute("PRAGMA synchronous = FULL")
        if on_network(path):
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    return connection


def _reading_mode(path: Path) -> str:
    if os.access(path.parent, os.W_OK):
        return "mode=ro"
    if path.with_name(path.name + "-wal").exists():
        raise WorldError(
            "wal_left",
            "这份工作文件在只读的位置，且上次没有正常关闭，旁边的“-wal”文件里还有内容，"
            "这样打开会缺少最后的改动。文件没有改动。请把两个文件一起复制到可以写的文件夹再打开。",
        )
    return "mode=ro&immutable=1"


def fold_journal(path: Path) -> None:
    """Fold the WAL back into one file; left for the next close if someone still reads."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError:
        # A reader holds the file: everything is safe in the WAL, the next close folds it.
        return
    finally:
        connection.close()


def world_error(error: sqlite3.Error) -> WorldError:
    """Turn SQLite's complaint into a sentence that says what happened and what to do."""
    text = str(error)
    if "full" in text:
        return WorldError(
            "disk_full", "磁盘空间不够，这一步没有做，此前的内容都在。请腾出空间后再试。"
        )
    if "disk I/O" in text:
        return WorldError(
            "disk_io",
            "磁盘写不进去了（空间或配额用完、U 盘拔出，或磁盘有故障），这一步没有做，此前的内容都在。"
            "请检查磁盘后再试。",
        )
    if "readonly" in text or "unable to open" in text:
        return read_only_error()
    if "locked" in text or "busy" in text:
        return WorldError(
            "file_busy", "工作文件正忙，这一步没有做，此前的内容都在。请过一会儿再试。"
        )
    if "FOREIGN KEY" in text:
        return WorldError(
            "row_in_use", "这条记录后来已被别处用到，这一步没有做。请先撤销后面的操作。"
        )
    if "UNIQUE" in text:
        return WorldError(
            "given_twice", "同样的编号或名称已经有了，不能给第二次，这一步没有做。请换一个。"
        )
    return WorldError(
        "file_damaged",
        f"工作文件读写出错（可能已损坏），这一步没有做。请先复制一份现有文件，再从备份恢复。（{text}）",
    )
