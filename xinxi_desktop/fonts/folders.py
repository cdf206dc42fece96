"""Where font files stand on this system, and where the program keeps its own for a person."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path


def font_folders() -> list[Path]:
    """The folders of installed fonts that exist, the person's own first."""
    return [folder for folder in _candidates() if folder.is_dir()]


def cache_folder() -> Path:
    """Where what was read from the installed fonts is remembered; may not exist yet."""
    if sys.platform == "win32":
        return _windows_data() / "xinxi" / "cache"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "xinxi"


def added_folder() -> Path:
    """Where the fonts stand that a person added for rare characters; may not exist yet."""
    if sys.platform == "win32":
        return _windows_data() / "xinxi" / "fonts"
    return _linux_data() / "xinxi" / "fonts"


def _candidates() -> Iterator[Path]:
    if sys.platform == "win32":
        yield _windows_data() / "Microsoft" / "Windows" / "Fonts"
        yield Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"
        return
    if sys.platform == "darwin":
        yield Path.home() / "Library" / "Fonts"
        yield from (Path("/Library/Fonts"), Path("/System/Library/Fonts"))
        return
    yield _linux_data() / "fonts"
    yield Path.home() / ".fonts"
    shared = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    yield from (Path(entry) / "fonts" for entry in shared.split(":") if entry)


def _windows_data() -> Path:
    return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")


def _linux_data() -> Path:
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
