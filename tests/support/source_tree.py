"""Reads the package's sources: who imports what, and how long things are."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = "xinxi_desktop"

SOURCES = sorted((ROOT / PACKAGE).rglob("*.py"))
TOOLS = sorted((ROOT / "tools").rglob("*.py"))
# What pyside6-uic writes keeps to no size.
HANDWRITTEN = [path for path in SOURCES if not path.name.startswith("ui_")]


def name_of(path: Path) -> str:
    """The path as shown in a test's name."""
    return path.relative_to(ROOT).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    """The parsed file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=name_of(path))


def module_of(path: Path) -> str:
    """`xinxi_desktop/store/units.py` -> `xinxi_desktop.store.units`."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def part_of(module: str) -> str:
    """`xinxi_desktop.store.units` -> `store`; an empty string for the package or a library."""
    package, _, rest = module.partition(".")
    return rest.split(".")[0] if package == PACKAGE else ""


def library_of(module: str) -> str:
    """`docx.oxml.ns` -> `docx`."""
    return module.split(".")[0]


def imports_of(path: Path) -> set[str]:
    """Full names of all that the file imports anywhere; `from a import b` counts as `a.b`."""
    return {name for node in ast.walk(tree_of(path)) for name in imported_names(node, path)}


def imports_on_loading(path: Path) -> set[str]:
    """As `imports_of`, without what stands in a function or only serves types."""
    return {name for node in _loaded_nodes(tree_of(path)) for name in imported_names(node, path)}


def imported_names(node: ast.AST, path: Path) -> list[str]:
    """Full names that one node imports; none if it is no import."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        base = _base_of(node, path)
        return [f"{base}.{alias.name}" for alias in node.names]
    return []


def functions_of(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """All functions and methods of the file."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [node for node in ast.walk(tree_of(path)) if isinstance(node, kinds)]


def length_of(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from `def` to the last one, docstring included."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def broad_excepts_of(path: Path) -> list[str]:
    """Places that catch everything, as `file:line`."""
    handlers = [node for node in ast.walk(tree_of(path)) if isinstance(node, ast.ExceptHandler)]
    return [f"{name_of(path)}:{node.lineno}" for node in handlers if _is_broad(node)]


def _base_of(node: ast.ImportFrom, path: Path) -> str:
    if node.level == 0:
        return node.module or ""
    folder = path.relative_to(ROOT).parent.parts
    above = folder[: len(folder) - node.level + 1]
    return ".".join([*above, *([node.module] if node.module else [])])


def _loaded_nodes(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            continue
        yield child
        yield from _loaded_nodes(child)


def _is_broad(handler: ast.ExceptHandler) -> bool:
    if handler.type is None:
        return True
    names = {node.id for node in ast.walk(handler.type) if isinstance(node, ast.Name)}
    return bool(names & {"Exception", "BaseException"})
