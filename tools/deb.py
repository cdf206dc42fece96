"""Packs dist/xinxi into a .deb: the program, its menu entry, its icon, and .xinxi files.

Usage: python tools/deb.py [folder of the build] [folder for the package]
Needs dpkg-deb. Nothing a person writes lies below the installed paths, so that removing the
package, even purging it, leaves every office file and backup.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LINUX = ROOT / "resources" / "linux"
ICON = ROOT / "resources" / "icons" / "xinxi.svg"
NAME = "xinxi-desktop"
# What Qt needs of the system for a window; printing and input methods are the desktop's own.
DEPENDS = (
    "libc6", "libegl1", "libgl1", "libxcb1", "libxcb-cursor0", "libxkbcommon-x11-0", "libfontconfig1",
)  # fmt: skip
MAINTAINER = "xinxi-desktop maintainers <maintainers@xinxi-desktop.invalid>"
DESCRIPTION = """信息科工作台：收稿、编辑、排版、统计
 党委、政府、政协办公室信息科用的桌面程序。一个窗口，一个文件，不联网。
 卸载本程序不会动任何工作文件和备份。
"""
AFTER = """#!/bin/sh
set -e
if [ "$1" = configure ] || [ "$1" = remove ]; then
    command -v update-mime-database >/dev/null && update-mime-database /usr/share/mime || true
    command -v update-desktop-database >/dev/null && update-desktop-database -q || true
fi
"""


def main(arguments: list[str]) -> int:
    """Make the package; the exit code."""
    build = Path(arguments[0]) if arguments else ROOT / "dist" / "xinxi"
    target = Path(arguments[1]) if len(arguments) > 1 else ROOT / "dist"
    if not (build / "xinxi").is_file():
        print(f"没有找到“{build}/xinxi”，没有打包。请先执行 make build。", file=sys.stderr)
        return 1
    print(f"安装包:{pack(build, target)}")
    return 0


def pack(build: Path, target: Path) -> Path:
    """Put the package of a build into a folder; its path."""
    with tempfile.TemporaryDirectory(prefix="xinxi-deb-") as place:
        tree = Path(place) / "tree"
        fill(tree, build)
        package = target / f"{NAME}_{version()}_{architecture()}.deb"
        subprocess.run(
            ["dpkg-deb", "--build", "--root-owner-group", "-Zxz", "-z3", str(tree), str(package)],
            check=True,
            stdout=subprocess.DEVNULL,
        )
    return package


def fill(tree: Path, build: Path) -> None:
    """Lay out the installed tree and its control files."""
    shutil.copytree(build, tree / "opt" / NAME, symlinks=True)
    command = tree / "usr" / "bin" / "xinxi"
    command.parent.mkdir(parents=True)
    command.symlink_to(f"/opt/{NAME}/xinxi")
    share = tree / "usr" / "share"
    for source, place in (
        (LINUX / "xinxi.desktop", share / "applications" / "xinxi.desktop"),
        (LINUX / "xinxi-mime.xml", share / "mime" / "packages" / "xinxi.xml"),
        (ICON, share / "icons" / "hicolor" / "scalable" / "apps" / "xinxi.svg"),
        (ROOT / "LICENSE", share / "doc" / NAME / "copyright"),
    ):
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, place)
        place.chmod(0o644)
    _write_control(tree)


def _write_control(tree: Path) -> None:
    size = sum(path.stat().st_size for path in tree.rglob("*") if path.is_file()) // 1024
    control = tree / "DEBIAN"
    control.mkdir()
    (control / "control").write_text(
        f"Package: {NAME}\nVersion: {version()}\nArchitecture: {architecture()}\n"
        f"Maintainer: {MAINTAINER}\nInstalled-Size: {size}\nDepends: {', '.join(DEPENDS)}\n"
        f"Section: editors\nPriority: optional\nDescription: {DESCRIPTION}",
        encoding="utf-8",
    )
    for name in ("postinst", "postrm"):
        script = control / name
        script.write_text(AFTER, encoding="utf-8")
        script.chmod(0o755)


def version() -> str:
    """The program's version."""
    text = (ROOT / "xinxi_desktop" / "__init__.py").read_text(encoding="utf-8")
    return str(re.findall(r'__version__ = "([^"]+)"', text)[0])


def architecture() -> str:
    """Debian's name for this machine."""
    command = ["dpkg", "--print-architecture"]
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    return str(told.stdout).strip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
