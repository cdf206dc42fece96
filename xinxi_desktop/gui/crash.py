"""What happens when the program itself is wrong: a report to copy, a file, and work goes on.

The report holds no report text: the kind of error and where it arose, never its message,
never a value. Installed before the window exists.
"""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, qVersion
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from xinxi_desktop.gui.dialogs.crash_dialog import CrashDialog

_log = logging.getLogger(__name__)


class CrashReporter(QObject):
    """Catches what nobody caught, in any thread, and shows it in the window's thread.

    Signals:
        reported: the report's text and the file it was kept in (empty if it could not be).
    """

    reported = Signal(str, str)
    _caught = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """Keep the folder for crash files; ``install`` takes the hooks."""
        super().__init__(parent)
        self._folder = folder
        self._dialog: CrashDialog | None = None
        self._caught.connect(self.report)

    def install(self) -> Callable[[], None]:
        """Take the interpreter's hooks; gives back what puts the old ones back."""
        before = sys.excepthook, threading.excepthook
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook

        def restore() -> None:
            sys.excepthook, threading.excepthook = before

        return restore

    def report(self, error: BaseException) -> None:
        """Keep and show one bug; while its dialog is open, later ones are only kept."""
        from xinxi_desktop.gui.dialogs.crash_dialog import CrashDialog
        from xinxi_desktop.services.crash_report import describe, keep

        text = describe(error, f"Qt {qVersion()}")
        _log.error("bug: %s", type(error).__name__)
        kept = keep(text, self._folder)
        self.reported.emit(text, kept)
        if self._dialog is None:
            self._dialog = CrashDialog(text, kept, QGuiApplication.focusWindow() is not None)
            self._dialog.finished.connect(self._closed)
            self._dialog.show()

    def _closed(self) -> None:
        self._dialog = None

    def _hook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QGuiApplication.quit()
            return
        self._caught.emit(error.with_traceback(trace))

    def _thread_hook(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self._caught.emit(arguments.exc_value)
