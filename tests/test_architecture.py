"""Holds the sources to the import rules and sizes of the project."""

import ast
import re
from pathlib import Path

import pytest
from source_tree import (
    HANDWRITTEN,
    ROOT,
    SOURCES,
    TOOLS,
    broad_excepts_of,
    functions_of,
    imported_names,
    imports_of,
    imports_on_loading,
    length_of,
    library_of,
    module_of,
    name_of,
    part_of,
)

LOGIC = {
    "words", "proofreading", "similarity", "typesetting", "scoring", "fonts", "store",
    "importers", "exporters", "assets",
}  # fmt: skip
WINDOW = {"services", "gui", "settings", "app"}

# Part of the package -> parts it may import. `domain` and `errors` are open to everyone.
MAY_IMPORT: dict[str, set[str]] = {
    "": set(),
    "domain": set(),
    "errors": set(),
    "assets": set(),
    "settings": set(),
    "words": {"assets"},
    "similarity": set(),
    "scoring": set(),
    "proofreading": {"words"},
    "typesetting": {"words"},
    "fonts": {"assets"},
    "store": {"assets"},
    "importers": set(),
    "exporters": {"typesetting", "scoring", "fonts", "assets"},
    "services": LOGIC,
    "gui": {"services", "settings", "assets"},
    "app": LOGIC | WINDOW,
    "cli": LOGIC | WINDOW,
    "__main__": LOGIC | WINDOW | {"cli"},
}

# Library -> the parts of the package that may import it.
LIBRARY_HOMES: dict[str, set[str]] = {
    "PySide6": {"gui", "app"},
    "shiboken6": {"gui", "app"},
    "sqlite3": {"store"},
    "sqlite_utils": {"store"},
    "fontTools": {"fonts"},
    "click": {"cli"},
    "docx": {"importers", "exporters"},
    "docxtpl": {"exporters"},
    "jinja2": {"exporters"},
    "reportlab": {"exporters"},
    "xlsxwriter": {"exporters"},
    "python_calamine": {"importers"},
}
WRAPPED_ONCE = ["docx", "docxtpl", "reportlab"]

# 50-160 ms each to import: on first use, inside a function.
SLOW = {
    "docx",
    "docxtpl",
    "reportlab",
    "fontTools",
    "sqlite_utils",
    "xlsxwriter",
    "python_calamine",
}

NETWORK = (
    "_socket", "aiohttp", "asyncio", "ftplib", "http", "httpx", "imaplib", "nntplib", "poplib",
    "requests", "smtplib", "socket", "socketserver", "ssl", "telnetlib", "urllib.request",
    "urllib3", "websockets", "xmlrpc", "PySide6.QtNetwork", "PySide6.QtWebSockets",
)  # fmt: skip

LONGEST_FILE = 600
LONGEST_FUNCTION = 60
MOST_BROAD_EXCEPTS = 5

every_source = pytest.mark.parametrize("path", SOURCES, ids=name_of)
every_handwritten = pytest.mark.parametrize("path", HANDWRITTEN, ids=name_of)
every_program = pytest.mark.parametrize("path", SOURCES + TOOLS, ids=name_of)


def test_every_part_has_its_rule() -> None:
    assert {part_of(module_of(path)) for path in SOURCES} <= MAY_IMPORT.keys()


@every_source
def test_part_imports_only_what_it_may(path: Path) -> None:
    part = part_of(module_of(path))
    allowed = MAY_IMPORT[part] | {"domain", "errors", part}
    reached = {part_of(name) for name in imports_of(path)} & MAY_IMPORT.keys() - {""}

    assert reached <= allowed


@every_source
def test_library_stays_where_it_belongs(path: Path) -> None:
    part = part_of(module_of(path))
    libraries = {library_of(name) for name in imports_of(path)} & LIBRARY_HOMES.keys()

    assert [library for library in libraries if part not in LIBRARY_HOMES[library]] == []


@pytest.mark.parametrize("library", WRAPPED_ONCE)
def test_one_module_per_direction_wraps_the_library(library: str) -> None:
    users = [path for path in SOURCES if library in map(library_of, imports_of(path))]
    parts = [part_of(module_of(path)) for path in users]

    assert len(parts) == len(set(parts)), [name_of(path) for path in users]


@every_source
def test_slow_library_is_imported_on_first_use(path: Path) -> None:
    assert not {library_of(name) for name in imports_on_loading(path)} & SLOW


def test_command_line_loads_no_window() -> None:
    loaded = [name for path in SOURCES for name in imports_on_loading(path)
              if part_of(module_of(path)) in ("cli", "__main__")]  # fmt: skip

    assert not {part_of(name) for name in loaded} & {"gui", "app"}


@every_program
def test_nothing_reaches_for_the_network(path: Path) -> None:
    prefixes = tuple(f"{name}." for name in NETWORK)

    assert [name for name in imports_of(path) if f"{name}.".startswith(prefixes)] == []


@every_handwritten
def test_file_is_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


@every_handwritten
def test_functions_are_short(path: Path) -> None:
    lengths = {node.name: length_of(node) for node in functions_of(path)}

    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FUNCTION} == {}


def test_broad_excepts_are_few() -> None:
    places = [place for path in HANDWRITTEN for place in broad_excepts_of(path)]

    assert len(places) <= MOST_BROAD_EXCEPTS, places


@every_program
def test_nothing_is_left_for_later(path: Path) -> None:
    assert not re.search(r"\b(TODO|FIXME)\b", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "statement, reached",
    [
        ("import xinxi_desktop.store.units", "xinxi_desktop.store.units"),
        ("from xinxi_desktop import store", "xinxi_desktop.store"),
        ("from ..store import units", "xinxi_desktop.store.units"),
        ("from .. import store", "xinxi_desktop.store"),
        ("from . import lists", "xinxi_desktop.gui.lists"),
        ("from .lists import First", "xinxi_desktop.gui.lists.First"),
    ],
)
def test_every_spelling_of_an_import_is_seen(statement: str, reached: str) -> None:
    node = ast.parse(statement).body[0]

    assert imported_names(node, ROOT / "xinxi_desktop" / "gui" / "desk.py") == [reached]
