import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
RUNTIME = "requirements.lock"
DEVELOPMENT = "requirements-dev.lock"
BUILD = "requirements-build.lock"
LOCKS = (RUNTIME, DEVELOPMENT, BUILD)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

on_debian = pytest.mark.skipif(not shutil.which("ldconfig", path="/sbin:/usr/sbin"), reason="apt")


def locked_versions(lock: str) -> dict[str, str]:
    text = (ROOT / lock).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==([^ ]+)", text, re.MULTILINE))


def entries_of(lock: str) -> list[str]:
    text = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", "")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def library_names(requirements: list[str]) -> set[str]:
    names = [re.split(r"[<>=!~ ;\[]", line, maxsplit=1)[0] for line in requirements]
    return {name.lower().replace("_", "-") for name in names}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_library_carries_a_hash(lock: str) -> None:
    assert [line for line in entries_of(lock) if "--hash=sha256:" not in line] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_file_names_no_server(lock: str) -> None:
    assert not re.search(r"://|--index|--find-links", (ROOT / lock).read_text(encoding="utf-8"))


def test_runtime_lock_holds_every_dependency() -> None:
    wanted = PROJECT["dependencies"] + PROJECT["optional-dependencies"]["build"]

    assert library_names(wanted) <= locked_versions(RUNTIME).keys()


def test_development_lock_holds_every_tool() -> None:
    wanted = PROJECT["optional-dependencies"]["dev"]

    assert library_names(wanted) <= locked_versions(DEVELOPMENT).keys()


def test_build_lock_holds_the_bundler_and_the_versions_that_are_tested() -> None:
    wanted = PROJECT["optional-dependencies"]["bundle"]

    assert library_names(wanted) <= locked_versions(BUILD).keys()
    assert locked_versions(DEVELOPMENT).items() <= locked_versions(BUILD).items()


def test_tests_run_on_the_versions_that_ship() -> None:
    assert locked_versions(RUNTIME).items() <= locked_versions(DEVELOPMENT).items()


def test_window_library_stays_below_the_version_that_kills_the_process() -> None:
    version = locked_versions(RUNTIME)["pyside6-essentials"]

    assert (6, 8) <= tuple(int(number) for number in version.split(".")[:2]) < (6, 12)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of what set-up reads, where nothing is installed yet."""
    shutil.copytree(ROOT / "tools", tmp_path / "tools")
    for name in (*LOCKS, "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


@pytest.fixture
def bare_path(tmp_path: Path) -> str:
    """A PATH of a machine with neither Qt's libraries nor the right to install any."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("sh", "dirname", "tr", "sed", "env", "python3"):
        (programs / name).symlink_to(Path(shutil.which(name) or sys.executable))
    for name, answer in (("ldconfig", "echo none"), ("id", "echo 1000"), ("sudo", "exit 1")):
        (programs / name).write_text(f"#!/bin/sh\n{answer}\n")
        (programs / name).chmod(0o755)
    return str(programs)


def set_up(checkout: Path, path: str) -> subprocess.CompletedProcess[str]:
    command = ["/bin/sh", str(checkout / "tools" / "set-up.sh"), "test"]
    environment = os.environ | {"PATH": path, "LC_ALL": "C.UTF-8"}
    return subprocess.run(command, env=environment, capture_output=True, text=True)


@on_debian
def test_person_without_rights_is_told_the_packages_in_one_sentence(
    checkout: Path, bare_path: str
) -> None:
    outcome = set_up(checkout, bare_path)

    assert outcome.returncode == 1
    assert re.fullmatch(r"缺少系统软件包 libegl1 .*xvfb”后再试。\n", outcome.stderr)


@on_debian
def test_nothing_is_installed_when_packages_are_missing(checkout: Path, bare_path: str) -> None:
    set_up(checkout, bare_path)

    assert not (checkout / ".venv").exists()


def install(checkout: Path, purpose: str) -> subprocess.CompletedProcess[str]:
    """Runs the installer where nothing can be fetched."""
    environment = os.environ | {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1"}
    environment.pop("PIP_FIND_LINKS", None)
    command = [sys.executable, str(checkout / "tools" / "install.py"), purpose]
    return subprocess.run(command, env=environment, capture_output=True, text=True)


def test_failed_download_is_told_in_a_sentence_and_not_taken_for_done(checkout: Path) -> None:
    outcome = install(checkout, "run")

    assert outcome.returncode == 1
    assert outcome.stderr.splitlines()[-1].startswith("准备运行环境失败:依赖包没有下载完整")
    assert not (checkout / ".venv" / "installed.txt").exists()


def ask_installer(checkout: Path, expression: str) -> str:
    """Evaluates an expression inside the checkout's installer."""
    command = [sys.executable, "-c", f"import install; print({expression}, end='')"]
    return subprocess.check_output(command, cwd=checkout / "tools", text=True)


@pytest.fixture
def installed(checkout: Path) -> Path:
    """A checkout that looks as after a complete installation for the tests."""
    python = Path(ask_installer(checkout, "install.PYTHON"))
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    fingerprint = ask_installer(checkout, "install.fingerprint('test')")
    (checkout / ".venv" / "installed.txt").write_text(fingerprint)
    return checkout


@pytest.mark.parametrize("purpose", ["run", "test"])
def test_second_run_does_nothing(installed: Path, purpose: str) -> None:
    outcome = install(installed, purpose)

    assert (outcome.returncode, outcome.stdout, outcome.stderr) == (0, "", "")


@pytest.mark.parametrize("changed", [DEVELOPMENT, "pyproject.toml"])
def test_changed_requirements_are_noticed(installed: Path, changed: str) -> None:
    with (installed / changed).open("a") as file:
        file.write("# changed\n")

    assert ask_installer(installed, "install.is_installed('test')") == "False"


def test_moved_checkout_is_noticed(installed: Path, tmp_path: Path) -> None:
    moved = shutil.copytree(installed, tmp_path / "elsewhere", symlinks=True)

    assert ask_installer(moved, "install.is_installed('test')") == "False"
