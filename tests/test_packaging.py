"""What `make build` puts together: the Linux package and what belongs to it."""

from __future__ import annotations

import configparser
import importlib.util
import shutil
import subprocess
import xml.etree.ElementTree as Xml
from pathlib import Path
from types import ModuleType

import pytest

from xinxi_desktop.gui.chinese import IN_QT

ROOT = Path(__file__).parent.parent
LINUX = ROOT / "resources" / "linux"

on_debian = pytest.mark.skipif(not shutil.which("dpkg-deb"), reason="dpkg-deb")


@pytest.fixture(scope="module")
def deb() -> ModuleType:
    spec = importlib.util.spec_from_file_location("deb", ROOT / "tools" / "deb.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def build(tmp_path: Path) -> Path:
    """A folder like dist/xinxi."""
    folder = tmp_path / "xinxi"
    folder.mkdir()
    (folder / "xinxi").write_text("#!/bin/sh\n", encoding="utf-8")
    return folder


def test_the_menu_entry_opens_the_files_that_are_declared() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(LINUX / "xinxi.desktop", encoding="utf-8")
    (kind,) = Xml.parse(LINUX / "xinxi-mime.xml").getroot()

    assert entry["Desktop Entry"]["MimeType"] == f"{kind.get('type')};"
    assert [glob.get("pattern") for glob in kind.iter() if glob.tag.endswith("glob")] == ["*.xinxi"]


@on_debian
def test_the_package_installs_program_menu_icon_and_file_type(
    deb: ModuleType, build: Path, tmp_path: Path
) -> None:
    package = deb.pack(build, tmp_path)
    listed = subprocess.check_output(["dpkg-deb", "--contents", str(package)], text=True)
    paths = {line.split()[5].removeprefix("./") for line in listed.splitlines()}

    assert {
        "opt/xinxi-desktop/xinxi",
        "usr/bin/xinxi",
        "usr/share/applications/xinxi.desktop",
        "usr/share/mime/packages/xinxi.xml",
        "usr/share/icons/hicolor/scalable/apps/xinxi.svg",
    } <= paths


@on_debian
def test_the_package_touches_no_place_where_people_keep_files(
    deb: ModuleType, build: Path, tmp_path: Path
) -> None:
    deb.fill(tmp_path / "tree", build)
    tops = {path.name for path in (tmp_path / "tree").iterdir()}
    script = (tmp_path / "tree" / "DEBIAN" / "postrm").read_text(encoding="utf-8")

    assert tops == {"DEBIAN", "opt", "usr"}
    assert "rm " not in script and ".xinxi" not in script


def test_the_build_compresses_nothing_and_carries_the_folders_beside_the_package() -> None:
    spec = (ROOT / "build.spec").read_text(encoding="utf-8")

    assert "upx=True" not in spec
    assert '("ui", "resources", "db")' in spec


def test_the_build_ships_what_makes_qt_speak_chinese() -> None:
    spec = (ROOT / "build.spec").read_text(encoding="utf-8")
    assert all(f'"{name}_zh_CN"' in spec for name in IN_QT)
