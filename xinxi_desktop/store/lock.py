"""One writer per office file: an OS lock on ``NAME.xinxi.lock`` that says who holds it.

The operating system drops the lock when its process dies, so a crash never locks the office
out; the words in the file are only for the sentence shown to the second person.
"""

from __future__ import annotations

import json
import os
import platform
import sys
from pathlib import Path
from typing import IO

from xinxi_desktop.errors import WorldError


class FileLock:
    """Holds the lock from construction until ``release``."""

    def __init__(self, office_file: Path, person: str) -> None:
        """Take the lock; WorldError ``file_locked`` names the holder, ``file_read_only`` the place."""
        self.path = lock_path_of(office_file)
        self._stream = self._take()
        while not _stands(self._stream, self.path):
            # Who held it removed it after this one had opened it: a lock on it keeps nobody out.
            self._stream.close()
            self._stream = self._take()
        self.say(person)

    def _take(self) -> IO[str]:
        stream = self._open()
        try:
            _lock(stream)
        except OSError as error:
            stream.close()
            raise WorldError("file_locked", locked_sentence(self.path)) from error
        return stream

    def _open(self) -> IO[str]:
        try:
            return self.path.open("a+", encoding="utf-8")
        except OSError as error:
            raise read_only_error() from error

    def say(self, person: str) -> None:
        """Write into the lock file who holds it, for the sentence that others are shown."""
        # One byte before the text is what Windows locks, so that others can read the rest.
        self._stream.seek(0)
        self._stream.truncate()
        holder = {"pid": os.getpid(), "host": platform.node(), "person": person}
        self._stream.write(" " + json.dumps(holder, ensure_ascii=False))
        self._stream.flush()

    def release(self) -> None:
        """Give the lock back and remove its file."""
        if self._stream.closed:
            return
        if sys.platform != "win32":
            self.path.unlink(missing_ok=True)
        self._stream.close()
        if sys.platform == "win32":
            self.path.unlink(missing_ok=True)


def read_only_error() -> WorldError:
    """Make the error for a file or folder that cannot be written."""
    return WorldError(
        "file_read_only",
        "工作文件或它所在的文件夹是只读的，这一步没有做，文件没有改动。"
        "请把文件复制到可以写的文件夹，或请管理员放开权限。",
    )


def locked_sentence(lock_path: Path) -> str:
    """Say who holds the file and that nothing was done."""
    return (
        f"工作文件正由{holder_words(lock_path)}使用，这一步没有做，文件没有改动。"
        "请等对方关闭后再试，或先以只读方式查看。"
    )


def holder_words(lock_path: Path) -> str:
    """Say who holds the file, as far as the lock file tells; a process only if nobody is named."""
    try:
        with lock_path.open("rb") as stream:
            stream.seek(1)
            holder = json.loads(stream.read().decode("utf-8"))
        if holder["person"]:
            return f"{holder['person']}（计算机 {holder['host']}）"
        return f"另一个窗口（计算机 {holder['host']}，进程 {holder['pid']}）"
    except (OSError, ValueError, KeyError):
        return "另一个窗口"


def lock_path_of(office_file: Path) -> Path:
    """Give the place of the lock file of an office file."""
    return office_file.with_name(office_file.name + ".lock")


def _stands(stream: IO[str], path: Path) -> bool:
    try:
        return sys.platform == "win32" or os.path.samestat(os.fstat(stream.fileno()), path.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _lock(stream: IO[str]) -> None:
        stream.seek(0)
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(stream: IO[str]) -> None:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
