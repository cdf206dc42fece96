"""A person's settings: every option declared once, kept as JSON in the user's config folder.

What belongs to the office (publications, chains, counters) is in the office file; here is
only what belongs to this person at this machine: how the window looks and what was open.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from xinxi_desktop.errors import WorldError

T = TypeVar("T")

FILE_NAME = "settings.json"
RECENT_LIMIT = 8


@dataclass(frozen=True)
class Option(Generic[T]):
    """One setting: its JSON name, default, Chinese title, and what values it takes.

    ``choices`` are (value, Chinese word); an option without a title is set by using the
    program (sizes, last file) and not shown on the settings page.
    """

    name: str
    default: T
    title: str = ""
    choices: tuple[tuple[T, str], ...] = ()
    low: int | None = None
    high: int | None = None
    check: Callable[[T], bool] | None = None

    def accepts(self, value: object) -> bool:
        """Tell whether a value read from a file may be used."""
        if type(value) is not type(self.default):
            return False
        if self.choices and all(value != choice for choice, _word in self.choices):
            return False
        if self.low is not None and self.high is not None:
            return isinstance(value, int) and self.low <= value <= self.high
        return self.check is None or self.check(value)


def _all_texts(value: list[str]) -> bool:
    return all(isinstance(entry, str) for entry in value)


def _all_sizes(value: Mapping[str, list[int]]) -> bool:
    return all(
        isinstance(sizes, list) and all(isinstance(size, int) for size in sizes)
        for sizes in value.values()
    )


def _all_widths(value: Mapping[str, dict[str, int]]) -> bool:
    return all(
        isinstance(widths, dict) and all(isinstance(width, int) for width in widths.values())
        for widths in value.values()
    )


THEME = Option(
    "theme", "system", "明暗", (("system", "跟随系统"), ("light", "浅色"), ("dark", "深色"))
)
FONT_SIZE = Option("font_size", 14, "字号", low=12, high=20)
LAST_FILE = Option("last_file", "")
RECENT_FILES: Option[list[str]] = Option("recent_files", [], check=_all_texts)
WINDOWS: Option[dict[str, str]] = Option(
    "windows", {}, check=lambda value: _all_texts(list(value.values()))
)
"""Window name → Qt's geometry as base64."""
SPLITTERS: Option[dict[str, list[int]]] = Option("splitters", {}, check=_all_sizes)
"""Splitter name → sizes in pixels."""
COLUMNS: Option[dict[str, dict[str, int]]] = Option("columns", {}, check=_all_widths)
"""List name → column key → width in pixels."""
SORTS: Option[dict[str, dict[str, int]]] = Option("sorts", {}, check=_all_widths)
"""List name → the column it is ordered by → 1 from the end, 0 from the beginning."""
FOLDED: Option[list[str]] = Option("folded", [], check=_all_texts)
"""Parts of views that the person has folded away."""
MARK_CHECKS = Option("mark_checks", False)
"""Whether numbers, dates, units and names are marked in reports that are read."""
TOLD: Option[list[str]] = Option("told", [], check=_all_texts)
"""What the person was told once and need not hear again."""
PERSONS: Option[dict[str, int]] = Option("persons", {})
"""Office file → the person who worked in it last."""
BACKUPS: Option[dict[str, str]] = Option(
    "backups", {}, check=lambda value: _all_texts(list(value.values()))
)
"""Office file → when it was last backed up from this machine."""
SECOND_PLACES: Option[dict[str, str]] = Option(
    "second_places", {}, check=lambda value: _all_texts(list(value.values()))
)
"""Office file → the folder of its second backups at this machine."""
EXPORT_FOLDER = Option("export_folder", "")
"""Where the person exported to last."""
PRINTING: Option[dict[str, dict[str, Any]]] = Option(
    "printing", {}, check=lambda value: all(isinstance(kept, dict) for kept in value.values())
)
"""Publication (its uuid) → how it is printed at this machine; read by gui.dialogs.print_setup."""
PREVIEW_ZOOM = Option(
    "preview_zoom", "width", choices=(("width", "适合宽度"), ("page", "整页"), ("actual", "100 %"))
)

OPTIONS: tuple[Option[Any], ...] = (
    THEME,
    FONT_SIZE,
    LAST_FILE,
    RECENT_FILES,
    WINDOWS,
    SPLITTERS,
    COLUMNS,
    SORTS,
    FOLDED,
    MARK_CHECKS,
    TOLD,
    PERSONS,
    BACKUPS,
    SECOND_PLACES,
    EXPORT_FOLDER,
    PRINTING,
    PREVIEW_ZOOM,
)


class Settings:
    """The values of one person, read once and written at every change that matters.

    Attributes:
        complaint: a sentence for the user if the file was damaged when read, else empty.
    """

    def __init__(self, path: Path) -> None:
        """Read ``path``; a missing file means defaults, a damaged one is put aside."""
        self.path = path
        self.complaint = ""
        self._values: dict[str, Any] = self._read()

    def get(self, option: Option[T]) -> T:
        """The value, or the default; lists and tables come as copies."""
        value: T = self._values.get(option.name, option.default)
        return json.loads(json.dumps(value)) if isinstance(value, list | dict) else value

    def set(self, option: Option[T], value: T) -> None:
        """Keep a value; ``save`` writes it. A value that the option refuses is a bug."""
        if not option.accepts(value):
            raise ValueError(f"{option.name} does not take {value!r}")
        self._values[option.name] = value

    def remember(self, option: Option[dict[str, T]], key: str, value: T) -> None:
        """Keep one entry of a table option."""
        table = self.get(option)
        table[key] = value
        self.set(option, table)

    def fold(self, part: str, folded: bool) -> None:
        """Keep whether a part of a view is folded away."""
        others = [each for each in self.get(FOLDED) if each != part]
        self.set(FOLDED, [*others, part] if folded else others)

    def opened(self, path: Path) -> None:
        """Put an office file first among the recent ones and make it the last one."""
        name = str(path)
        recent = [name, *(entry for entry in self.get(RECENT_FILES) if entry != name)]
        self.set(RECENT_FILES, recent[:RECENT_LIMIT])
        self.set(LAST_FILE, name)

    def save(self) -> None:
        """Write all values, old file replaced only when the new one is whole.

        Raises WorldError `settings_not_saved` if the folder cannot be written.
        """
        text = json.dumps(self._values, ensure_ascii=False, indent=1, sort_keys=True)
        part = self.path.with_suffix(".part")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(text, encoding="utf-8")
            part.replace(self.path)
        except OSError as error:
            raise WorldError(
                "settings_not_saved",
                f"界面设置没有存下来（{error.strerror}），稿件不受影响。"
                f"请检查“{self.path.parent}”能否写入。",
            ) from error

    def _read(self) -> dict[str, Any]:
        try:
            found = json.loads(self.path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except OSError as error:
            self.complaint = f"界面设置读不出来（{error.strerror}），这次用默认设置。稿件不受影响。"
            return {}
        except ValueError:
            found = None
        if not isinstance(found, dict):
            self._put_aside()
            return {}
        known = {option.name: option for option in OPTIONS}
        return {
            name: value
            for name, value in found.items()
            if name in known and known[name].accepts(value)
        }

    def _put_aside(self) -> None:
        aside = self.path.with_name("settings-damaged.json")
        try:
            self.path.replace(aside)
        except OSError:
            kept = "原文件没有动"
        else:
            kept = f"原文件留作“{aside.name}”"
        self.complaint = (
            f"界面设置文件损坏，已改用默认设置，{kept}。稿件不受影响，请重新选择字号和明暗。"
        )


def config_folder() -> Path:
    """Where this person's settings, log and crash files go; not made here."""
    if sys.platform == "win32":
        base = os.environ.get("APPDATA") or str(Path.home() / "AppData" / "Roaming")
    elif sys.platform == "darwin":
        base = str(Path.home() / "Library" / "Application Support")
    else:
        base = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return Path(base) / "xinxi"


def load_settings() -> Settings:
    """The settings of the person who runs the program."""
    return Settings(config_folder() / FILE_NAME)
