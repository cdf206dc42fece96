"""Finds what is not code: the folders ui/, resources/ and db/.

In a checkout they stand beside the package, in a wheel inside it as `_assets/`, in a frozen
program in the folder that PyInstaller unpacks (`sys._MEIPASS`).
"""

from __future__ import annotations

import sys
from pathlib import Path

from xinxi_desktop.errors import WorldError

_PACKAGE = Path(__file__).resolve().parent


def asset(*parts: str) -> Path:
    """The file or folder at `parts` below the asset root, e.g. `asset("db", "schema.sql")`.

    Raises WorldError `asset_missing` if it is not there: then the program is not whole.
    """
    path = asset_root().joinpath(*parts)
    if not path.exists():
        name = "/".join(parts)
        raise WorldError(
            "asset_missing",
            f"程序文件不完整，缺少“{name}”。您的文件没有改动。请重新安装本程序。",
        )
    return path


def asset_root() -> Path:
    """The folder that holds ui/, resources/ and db/."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen)
    packed = _PACKAGE / "_assets"
    return packed if packed.is_dir() else _PACKAGE.parent
