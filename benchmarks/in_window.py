"""What runs inside a measured process: the real window, or an empty one beside it.

``python -m benchmarks.in_window DEED [FILE]`` prints one line of JSON and ends. Each deed
opens the window as the program does and moves in it as a person would.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

DEEDS: dict[str, Callable[..., None]] = {}


def deed(func: Callable[..., None]) -> Callable[..., None]:
    """Make a function known by its name."""
    DEEDS[func.__name__] = func
    return func


def tell(**values: float) -> None:
    """Say what was measured."""
    print(json.dumps(values), flush=True)


@deed
def empty() -> None:
    """An empty PySide6 window, shown and closed."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication([])

    class Window(QMainWindow):
        def paintEvent(self, _event: object) -> None:
            QTimer.singleShot(0, self.close)

    window = Window()
    window.resize(1366, 728)
    window.show()
    app.exec()


@deed
def start(path: str) -> None:
    """The program on an office file, closed when 收稿 has painted its first rows."""
    from PySide6.QtCore import QTimer

    from xinxi_desktop import app as program
    from xinxi_desktop.gui.views.intake_listing import IntakeListing

    paint = IntakeListing.paintEvent

    def painted(listing: IntakeListing, event: object) -> None:
        paint(listing, event)
        if listing.rows.ids:
            QTimer.singleShot(0, listing.window().close)

    IntakeListing.paintEvent = painted
    program.main(Path(path))


def main() -> int:
    """Do what was asked."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    DEEDS[sys.argv[1]](*sys.argv[2:])
    return 0


if __name__ == "__main__":
    sys.exit(main())
