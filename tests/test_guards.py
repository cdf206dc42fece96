import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).parent

BAD_TESTS = {
    "a swallowed try at the internet": """
        import contextlib, socket
        with contextlib.suppress(BaseException):
            socket.socket()
    """,
    "an unexpected warning in the log": """
        import logging
        logging.getLogger("somewhere").warning("disk nearly full")
    """,
    "an expected log record that never comes": """
        logs.expect("disk nearly full")
    """,
    "a Python warning": """
        import warnings
        warnings.warn("old call", DeprecationWarning)
    """,
    "a Qt message": """
        from PySide6.QtCore import qWarning
        qWarning("QObject::connect: no such slot")
    """,
    "an exception in a Qt event": """
        from PySide6.QtCore import QTimer
        QTimer.singleShot(0, lambda: 1 / 0)
        from pytestqt.qtbot import QtBot
        qtbot.wait(20)
    """,
    "an error in a thread": """
        import threading
        thread = threading.Thread(target=lambda: 1 / 0)
        thread.start()
        thread.join()
    """,
}


def run_pytest(test_file: Path) -> str:
    """Runs pytest on one file outside tests/, with this project's settings and fixtures."""
    paths = [str(TESTS), str(TESTS / "support")]
    command = [sys.executable, "-m", "pytest", "-q", "-p", "conftest", "-p", "no:cacheprovider"]
    child = subprocess.run(
        [*command, "-c", str(TESTS.parent / "pyproject.toml"), "--rootdir", ".", str(test_file)],
        cwd=test_file.parent,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(paths)},
        capture_output=True,
        text=True,
    )
    return child.stdout


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What pytest says of all the bad tests, run once together."""
    test_file = tmp_path_factory.mktemp("bad") / "test_bad.py"
    functions = [
        f"def test_{number}(logs, qtbot):{body}\n" for number, body in enumerate(BAD_TESTS.values())
    ]
    test_file.write_text("\n".join(functions), encoding="utf-8")
    return run_pytest(test_file)


@pytest.mark.parametrize("number, fault", list(enumerate(BAD_TESTS)))
def test_fault_fails_the_test(outcomes: str, number: int, fault: str) -> None:
    verdict = rf"^(FAILED|ERROR) test_bad\.py::test_{number}\b"

    assert re.search(verdict, outcomes, re.MULTILINE), fault


def test_home_of_the_person_is_out_of_reach(home: Path) -> None:
    assert Path.home() == home
