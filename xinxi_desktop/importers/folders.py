"""Going through files and folders in name order, leaving out what no person put there."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from xinxi_desktop.importers.files import name_of
from xinxi_desktop.importers.refusals import IGNORED


@dataclass(frozen=True, slots=True)
class Ignored:
    """A path that is left out, with the code and Chinese sentence that say why."""

    path: Path
    code: str
    reason: str


def walk(paths: Iterable[Path]) -> Iterator[Path | Ignored]:
    """Give files to read and paths left out; folders recurse in name order.

    A path that is missing or can't be listed is given as it is: reading it tells the reason.
    """
    seen: set[tuple[int, int]] = set()
    for path in paths:
        yield from _walk(path, seen)


def _walk(path: Path, seen: set[tuple[int, int]]) -> Iterator[Path | Ignored]:
    if code := _ignored(path):
        yield Ignored(path, code, IGNORED[code].format(file=name_of(path)))
    elif not _is_folder(path):
        yield path
    elif _enter(path, seen):
        yield from _folder(path, seen)
    else:
        yield Ignored(path, "folder_again", IGNORED["folder_again"].format(file=name_of(path)))


def _folder(path: Path, seen: set[tuple[int, int]]) -> Iterator[Path | Ignored]:
    try:
        entries = sorted(os.scandir(path), key=lambda entry: entry.name)
    except OSError:
        yield path
        return
    for entry in entries:
        yield from _walk(path / entry.name, seen)


def _enter(path: Path, seen: set[tuple[int, int]]) -> bool:
    """Enter each real folder once, so that links in a ring come to an end."""
    status = path.stat()
    key = (status.st_dev, status.st_ino)
    if key in seen:
        return False
    seen.add(key)
    return True


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _ignored(path: Path) -> str:
    name = path.name
    if name.startswith(("~$", ".~")):
        return "lock_file"
    if name.lower() in ("thumbs.db", "desktop.ini", "__macosx"):
        return "system_file"
    return "hidden" if name.startswith(".") and name not in (".", "..") else ""
