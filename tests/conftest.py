"""What holds in every test: a home of its own, no internet, no unexpected log record."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import offline
import pytest
from log_guard import LogGuard
from virtual_display import VirtualDisplay

SUPPORT = Path(__file__).parent / "support"

display = VirtualDisplay()
offline.install()


def pytest_configure() -> None:
    """Give Qt a display before any test module imports it."""
    display.start()


def pytest_unconfigure() -> None:
    """Take the display away again."""
    display.stop()


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder; settings, caches and logs of the person who runs the tests stay out."""
    folder = tmp_path_factory.mktemp("home")
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700)
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(folder))
    for name in ("APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(folder / name))
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(folder / name.lower()))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    return folder


@pytest.fixture(autouse=True)
def no_internet(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail the test that tried, even if the code under test kept quiet about it."""
    monkeypatch.setenv("PYTHONPATH", str(SUPPORT), prepend=os.pathsep)
    yield
    attempts = offline.attempts.copy()
    offline.attempts.clear()
    if attempts:
        pytest.fail("internet used: " + "; ".join(attempts))


@pytest.fixture(autouse=True)
def logs() -> Iterator[LogGuard]:
    """Fail on log records from WARNING up; ask for `logs` and call `logs.expect(...)` to allow."""
    guard = LogGuard()
    root = logging.getLogger()
    root.addHandler(guard)
    yield guard
    root.removeHandler(guard)
    if complaint := guard.complaint():
        pytest.fail(complaint)
