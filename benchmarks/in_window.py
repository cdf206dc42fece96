"""What runs inside a measured process: the real window, or an empty one beside it.

``python -m benchmarks.in_window DEED [FILE]`` prints what it measured as one line of JSON.
Each deed opens the window as the program does and moves in it as a person would.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from xinxi_desktop.gui.main_window import MainWindow

SIZE = (1366, 728)
FILTERED = "充电设施"
KEYSTROKES = 40
_FIELD, _LETTER = (571, 424), 17
"""What the editor has in a window of this size."""

_PATIENCE_SECONDS = 60
_LETTERS = "abcd "


def main() -> int:
    """Do what was asked."""
    measured = DEEDS[sys.argv[1]](*sys.argv[2:])
    print(json.dumps(measured or {}))
    return 0


def empty() -> None:
    """Show an empty PySide6 window and close it once it is painted."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Window(QMainWindow):
        def paintEvent(self, _event: Any) -> None:
            QTimer.singleShot(0, self.close)

    app = QApplication([])
    window = Window()
    window.resize(*SIZE)
    window.show()
    app.exec()


def start(path: str) -> None:
    """Run the program on an office file until 收稿 has painted its first rows."""
    from xinxi_desktop.cli.window_process import window_process

    # The window takes the process with it.
    print("{}", flush=True)
    window_process(Path(path), until_painted=True)


def memory(path: str) -> dict[str, float]:
    """Go to the end of all reports and look how much memory the process holds."""
    window = _window(path)
    _go_to_end(window)
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS"):
            held = int(line.split()[1]) / 1024
    window.close()
    return {"mebibytes": held}


def listing(path: str) -> dict[str, float]:
    """Show all reports, filter them by a word, let the filter go, jump to the end."""
    window = _window(path)
    view: Any = window.view("inbox")
    _settle(window)
    begin = time.perf_counter()
    view.queues.choose("all")
    _painted(view.listing)
    shown = time.perf_counter()
    view.filter.words.setText(FILTERED)
    view.filter._apply()
    _painted(view.listing)
    filtered = time.perf_counter()
    view.filter.clear()
    view.queues.chosen.emit("all")
    _go_to_end(window)
    ended = time.perf_counter()
    window.close()
    return {
        "all": (ended - begin) * 1000, "show": (shown - begin) * 1000,
        "filter": (filtered - shown) * 1000, "end": (ended - filtered) * 1000,
    }  # fmt: skip


def keystroke(path: str) -> dict[str, float]:
    """Type into the one article of an office file."""
    window = _window(path)
    window.show_item("article", 1)
    view: Any = window.view("editing")
    _settle(window)
    taken = _typed(view.pane.body)
    # The next run finds the text as this one did.
    view.pane.give_up()
    window.close()
    return {"milliseconds": taken}


def bare_keystroke(path: str) -> dict[str, float]:
    """Type the same into a bare QPlainTextEdit: as much room, the same font in the same size.

    Without the font a machine that has no Chinese one would draw boxes, which is no work.
    """
    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QApplication, QPlainTextEdit

    from xinxi_desktop.gui.theme import interface_family

    app = QApplication([])
    field = QPlainTextEdit(Path(path).read_text(encoding="utf-8"))
    font = QFont(interface_family())
    font.setPixelSize(_LETTER)
    field.setFont(font)
    field.resize(*_FIELD)
    field.show()
    app.processEvents()
    return {"milliseconds": _typed(field)}


def _window(path: str) -> MainWindow:
    """Open the program's window on a file, its list painted."""
    from tempfile import mkdtemp

    from xinxi_desktop import app as program
    from xinxi_desktop import settings
    from xinxi_desktop.gui.crash import CrashReporter

    app = program.make_application()
    running = program.Program(app, settings.load_settings(), CrashReporter(Path(mkdtemp()), app))
    running.start(Path(path))
    window = running.window
    if window is None:
        raise SystemExit("the window did not open")
    window.resize(*SIZE)
    # Held by the window, so that it lives as long.
    window.setProperty("program", running)
    _settle(window)
    return window


def _go_to_end(window: MainWindow) -> None:
    """Press End in the list of all reports once all of them are there, and see the last."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    view: Any = window.view("inbox")
    if view.queues.key != "all":
        view.queues.choose("all")
    _settle(window)
    QTest.keyClick(view.listing, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    _painted(view.listing)


def _settle(window: MainWindow) -> None:
    """Let the window work until the rest of the ids is there and it is painted."""
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication

    end = time.perf_counter() + _PATIENCE_SECONDS
    QApplication.processEvents()
    loop = QEventLoop()
    # As a window waits: asleep, so that the job beside it has the processor.
    window.desk.jobs.changed.connect(loop.quit)
    QTimer.singleShot(_PATIENCE_SECONDS * 1000, loop.quit)
    while not window.desk.jobs.idle and time.perf_counter() < end:
        loop.exec()
    QApplication.processEvents()


def _painted(widget: QWidget) -> None:
    """Paint what has changed, now."""
    from PySide6.QtWidgets import QApplication

    QApplication.processEvents()
    widget.repaint()


def _typed(field: Any) -> float:
    """Type into the middle of a text; the median from key to paint, in milliseconds."""
    from statistics import median

    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    cursor = field.textCursor()
    cursor.setPosition(field.document().characterCount() // 2)
    field.setTextCursor(cursor)
    field.setFocus()
    QApplication.processEvents()
    taken = []
    for number in range(KEYSTROKES):
        begin = time.perf_counter()
        QTest.keyClick(field, _LETTERS[number % len(_LETTERS)])
        QApplication.processEvents()
        taken.append((time.perf_counter() - begin) * 1000)
    return median(taken)


DEEDS: dict[str, Callable[..., dict[str, float] | None]] = {
    "empty": empty, "start": start, "memory": memory, "listing": listing,
    "keystroke": keystroke, "bare_keystroke": bare_keystroke,
}  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
