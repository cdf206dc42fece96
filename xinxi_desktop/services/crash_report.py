"""The report of a bug: where it arose and in which versions, never a word of a report.

No message and no value of the error goes in, only its kind and the places it went through.
"""

from __future__ import annotations

import platform
import traceback
from datetime import datetime
from pathlib import Path

from xinxi_desktop import __version__

_PACKAGE = Path(__file__).resolve().parent.parent
_KEPT = 10


def describe(error: BaseException, *versions: str) -> str:
    """Write the report; ``versions`` are further parts, such as Qt's, to be named in it."""
    parts = (f"Python {platform.python_version()}", *versions, platform.platform())
    lines = [f"信息科工作台 {__version__}", " · ".join(parts)]
    cause: BaseException | None = error
    while cause is not None:
        lines.append(type(cause).__name__ + _number(cause))
        lines += [
            f"  {_place(frame.filename)}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(cause.__traceback__)
        ]
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines)


def keep(text: str, folder: Path) -> str:
    """Write a crash file and drop the oldest beyond ten; its path, empty if that failed."""
    path = folder / f"crash-{datetime.now():%Y%m%d-%H%M%S-%f}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        for old in sorted(folder.glob("crash-*.txt"))[:-_KEPT]:
            old.unlink()
    except OSError:
        return ""
    return str(path)


def _number(error: BaseException) -> str:
    return f" {error.errno}" if isinstance(error, OSError) else ""


def _place(filename: str) -> str:
    path = Path(filename)
    inside = path.is_relative_to(_PACKAGE)
    return path.relative_to(_PACKAGE).as_posix() if inside else path.name
