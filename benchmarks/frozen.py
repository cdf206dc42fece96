"""How long the built program takes to start, against a hello-world build of the same libraries.

Run by ``make build``: ``python -m benchmarks.frozen dist/xinxi/xinxi build``.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.measuring import Work, against
from xinxi_desktop.services.samples import create_sample

HELLO = """import sys
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QLabel

class Hello(QLabel):
    def paintEvent(self, event: QEvent) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, QApplication.quit)

if len(sys.argv) > 1:
    print("hello")
else:
    app = QApplication([])
    hello = Hello("你好")
    hello.resize(1366, 728)
    hello.show()
    app.exec()
"""


def main(arguments: list[str]) -> int:
    """Build hello, start both in turn, print the ratios."""
    program, place = Path(arguments[0]).absolute(), Path(arguments[1]).absolute()
    hello = build_hello(place)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "云澜.xinxi"
        create_sample(path).close()
        lines = [
            against("frozen_start_window", start(program, "self-test", "--start", str(path)),
                    start(hello), "<=2"),
            against("frozen_version", start(program, "--version"), start(hello, "--version")),
        ]  # fmt: skip
    for line in lines:
        print(line)
    return 0


def build_hello(place: Path) -> Path:
    """Build the smallest window with PyInstaller; its program."""
    place.mkdir(parents=True, exist_ok=True)
    source = place / "hello.py"
    source.write_text(HELLO, encoding="utf-8")
    command = [
        sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level=ERROR", "--onedir",
        "--distpath", place / "hello", "--workpath", place / "hello-work", "--specpath", place, source,
    ]  # fmt: skip
    subprocess.run(command, check=True)
    return place / "hello" / "hello" / "hello"


def start(program: Path, *words: str) -> Work:
    """Run a program to its end, offscreen and with settings of its own."""
    place = tempfile.mkdtemp(prefix="xinxi-start-")
    settings = {"HOME": place, "XDG_CONFIG_HOME": place, "QT_QPA_PLATFORM": "offscreen"}
    environment = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", **settings}
    command = [str(program), *words]
    return lambda: subprocess.run(command, check=True, capture_output=True, env=environment)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
