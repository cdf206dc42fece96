"""The window's self-test: every page is opened on an office and looked at by the program."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer
from PySide6.QtGui import QFontMetrics, QImage, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from xinxi_desktop.gui.main_window import MainWindow
from xinxi_desktop.gui.views import PAGES, TABS
from xinxi_desktop.gui.views.intake_listing import IntakeListing

_PATIENCE_MS = 20_000
_QUIET = 5
"""The window is at rest after so many rounds without a job."""
_LEAST_COLOURS = 4
_WORDS = "信息科工作台收稿编辑排版统计"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was tried: what, whether it holds, and what was seen."""

    name: str
    ok: bool
    seen: str = ""


def walk(window: MainWindow) -> Iterator[Check]:
    """Show every tab and page of an open window and check what stands there."""
    platform = QApplication.platformName()
    yield Check("窗口", window.isVisible(), f"{window.width()}×{window.height()}，{platform}")
    yield _letters(window)
    for place, view in enumerate((*TABS, *(page for page, _icon in PAGES))):
        window.show_place(place)
        settle(window)
        colours = count_colours(window)
        yield Check(view.title, colours >= _LEAST_COLOURS, f"{colours} 种颜色")


def watch_first_paint(window: MainWindow, done: Callable[[], object]) -> None:
    """Call ``done`` when the list of 收稿 has been painted with rows in it."""
    listing = window.findChild(IntakeListing)
    if listing is None:
        raise RuntimeError("收稿 is not the first view")
    paint = listing.paintEvent

    def painted(event: QPaintEvent) -> None:
        paint(event)
        if listing.model().rowCount():
            listing.paintEvent = paint  # type: ignore[method-assign]
            QTimer.singleShot(0, done)

    # To watch the list's viewport, one would have to ask for it: see ListView.resizeEvent.
    listing.paintEvent = painted  # type: ignore[method-assign]


def settle(window: MainWindow) -> None:
    """Let the window work until no job runs and nothing is left to paint."""
    deadline = QDeadlineTimer(_PATIENCE_MS)
    quiet = 0
    while quiet < _QUIET and not deadline.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        quiet = quiet + 1 if window.desk.jobs.idle else 0


def count_colours(widget: QWidget) -> int:
    """Count the colours of a widget as painted; a blank one has one or two."""
    small = widget.grab().toImage().scaledToWidth(320).convertToFormat(QImage.Format.Format_RGB32)
    return len({small.pixel(x, y) for y in range(small.height()) for x in range(small.width())})


def _letters(window: MainWindow) -> Check:
    metrics = QFontMetrics(window.font())
    missing = [char for char in _WORDS if not metrics.inFontUcs4(ord(char))]
    family = window.fontInfo().family()
    return Check("界面字体", not missing, f"{family}{'，缺' + ''.join(missing) if missing else ''}")
