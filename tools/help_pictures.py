"""Takes the pictures of the help: parts of the window, in few colours so that they stay small."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from xinxi_desktop.gui.dialogs.undo_history import UndoHistoryDialog
from xinxi_desktop.gui.main_window import MainWindow

HELP = Path(__file__).resolve().parent.parent / "resources" / "help"
SIZE = (1366, 768)
COLOURS = 64
FIND_WORDS = "食堂"
FIND_MILLISECONDS = 600


def take_help_pictures(window: MainWindow, settle: Callable[[MainWindow], None]) -> None:
    """Go through the views and save what the pages show."""
    window.resize(*SIZE)
    for place, take in enumerate((_intake, _editing, _layout, _statistics)):
        window.show_place(place)
        settle(window)
        take(window)
    window.show_place(0)
    window.search.start()
    window.search.setText(FIND_WORDS)
    QTest.qWait(FIND_MILLISECONDS)
    settle(window)
    results = window.search.results.geometry()
    _save(window, "find", QRect(results.left() - 8, 0, results.width() + 16, results.bottom() + 8))
    window.search.clear()
    window.search.close_results()
    window.history_button.click()
    dialog = window.findChild(UndoHistoryDialog)
    settle(window)
    if dialog is not None:
        _save(dialog, "undo-history", dialog.rect())
        dialog.reject()


def _intake(window: MainWindow) -> None:
    _save(window, "tabs", QRect(0, 0, 560, 96))
    view = window.view("inbox")
    detail = view.detail  # type: ignore[attr-defined]
    left = detail.mapTo(window, detail.rect().topLeft())
    _save(window, "inbox-list", QRect(0, left.y(), left.x(), 440))
    _save(window, "inbox-detail", QRect(left.x(), left.y(), detail.width(), 320))


def _editing(window: MainWindow) -> None:
    _save(window, "editing-pane", QRect(180, 40, window.width() - 180, 480))


def _layout(window: MainWindow) -> None:
    _save(window, "layout-issue", QRect(180, 40, window.width() - 180, 600))


def _statistics(window: MainWindow) -> None:
    _save(window, "statistics-table", QRect(0, 40, 860, 380))


def _save(widget: QWidget, name: str, part: QRect) -> None:
    image = widget.grab(part).toImage().convertToFormat(QImage.Format.Format_RGB888)
    lines, width = image.bytesPerLine(), image.width()
    picture = Image.frombytes(
        "RGB", (width, image.height()), bytes(image.constBits()), "raw", "RGB", lines
    )
    few = picture.quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(HELP / f"{name}.png", optimize=True)
