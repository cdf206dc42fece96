"""Reading a file's bytes once, in full, within the limit; every failure is a sentence."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from xinxi_desktop.importers.refusals import MAX_BYTES, refusal


def name_of(path: Path) -> str:
    """Give a file's name as text, never with half characters.

    Names from an old zip or disk are often GB18030 where the system expects UTF-8.
    """
    raw = os.fsencode(path.name or str(path))
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return raw.decode("gb18030")
    except UnicodeDecodeError:
        return raw.decode("utf-8", errors="replace")


def read_bytes(path: Path, file_name: str) -> bytes:
    """Read at most the limit; the size is asked before a byte is read, and held to."""
    try:
        _check_stat(path.stat(), file_name)
        with path.open("rb") as stream:
            _check_stat(os.fstat(stream.fileno()), file_name)
            data = stream.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise refusal("vanished", file_name) from error
    except PermissionError as error:
        raise refusal("no_permission", file_name) from error
    except (OSError, ValueError) as error:
        raise refusal("read_failed", file_name, _cause(error)) from error
    if len(data) > MAX_BYTES:
        raise refusal("too_large", file_name, "50MB以上")
    return data


def _check_stat(status: os.stat_result, file_name: str) -> None:
    if not stat.S_ISREG(status.st_mode):
        kind = "打不开的文件夹" if stat.S_ISDIR(status.st_mode) else "设备或管道"
        raise refusal("not_a_file", file_name, kind)
    if status.st_size > MAX_BYTES:
        raise refusal("too_large", file_name, f"{status.st_size / 1024 / 1024:.0f}MB")


def _cause(error: Exception) -> str:
    number = error.errno if isinstance(error, OSError) else None
    return f"系统错误{number}" if number else "路径不合规"
