"""The parts of the status bar: urgent ones, file, person, running jobs with cancel."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from xinxi_desktop.domain.vocabulary import Post
from xinxi_desktop.gui.icons import put_icon
from xinxi_desktop.gui.jobs import Job, Jobs
from xinxi_desktop.gui.models.columns import Row
from xinxi_desktop.gui.widgets.basics import icon_button, set_words
from xinxi_desktop.services.intake import urgent_count
from xinxi_desktop.services.office import Office
from xinxi_desktop.services.registers import persons

_BAR_WIDTH = 120
_COUNT_MILLISECONDS = 60_000


class PersonButton(QToolButton):
    """Who works now; a click lets another person take over.

    Signals:
        chosen: the id of the person who works from now on.
    """

    chosen = Signal(int)

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        """Offer those who work in ``office``, read at each click."""
        super().__init__(parent)
        self._office = office
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        put_icon(self, "user")
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self._current = 0

    def show_person(self, key: int) -> None:
        """Show who works now."""
        self._current = key
        row = next((each for each in persons(self._office) if each["id"] == key), None)
        words = _called(row) if row else "没有人员"
        set_words(self, words)
        self.setAccessibleName(f"当前人员：{words}")

    def _fill(self) -> None:
        self._menu.clear()
        group = QActionGroup(self._menu)
        for row in (each for each in persons(self._office) if each["active"]):
            entry = self._menu.addAction(_called(row))
            entry.setCheckable(True)
            entry.setChecked(row["id"] == self._current)
            entry.triggered.connect(partial(self.chosen.emit, row["id"]))
            group.addAction(entry)


class UrgentButton(QToolButton):
    """“有 2 件急件”, never a title; hidden while there is none. A click leads to them."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        """Count those of ``office``, now and then by itself: another window may register some."""
        super().__init__(parent)
        self._office = office
        put_icon(self, "circle-alert", "danger")
        self.setProperty("role", "danger")
        self._timer = QTimer(self, interval=_COUNT_MILLISECONDS)
        self._timer.timeout.connect(self.count)
        self._timer.start()
        self.count()

    def stop(self) -> None:
        """Count no more: the window closes, and its office after it."""
        self._timer.stop()

    def count(self) -> None:
        """Count anew."""
        urgent = urgent_count(self._office)
        words = f"有 {urgent} 件急件"
        set_words(self, words)
        self.setAccessibleName(f"{words}，打开")
        self.setToolTip("看还没有处理的急件")
        self.setVisible(bool(urgent))


class JobStrip(QWidget):
    """The oldest running job with its progress and a way to stop it, and how many more wait."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        """Follow ``jobs``."""
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None
        self.words = QLabel()
        self.bar = QProgressBar()
        self.bar.setFixedWidth(_BAR_WIDTH)
        self.bar.setTextVisible(False)
        self.stop = icon_button("circle-stop", "停止")
        self.stop.clicked.connect(self._cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.words, self.bar, self.stop):
            row.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        jobs.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        shown = self._jobs.shown
        job = shown[0] if shown else None
        if job is not self._job:
            self._job = job
            if job is not None:
                self.stop.setEnabled(True)
                job.progressed.connect(self._show_progress)
        self.setVisible(job is not None)
        if job is not None:
            self._show_progress(job.done, job.total, job.text)

    def _show_progress(self, done: int, total: int, _text: str) -> None:
        if self._job is None:
            return
        more = len(self._jobs.shown) - 1
        counted = f" {done}/{total}" if total else ""
        self.words.setText(self._job.title + counted + (f"，还有 {more} 项在等" if more else ""))
        self.bar.setMaximum(total)
        self.bar.setValue(done)
        self.bar.setAccessibleName(self.words.text())

    def _cancel(self) -> None:
        if self._job is not None:
            self.stop.setEnabled(False)
            self.words.setText(f"正在停止{self._job.title}")
            self._job.control.cancel()


class AskButton(QToolButton):
    """“请对方让出”: where another window holds the file and this one may only read."""

    def __init__(self, may_ask: bool, parent: QWidget | None = None) -> None:
        """Be there only if the file could be written by this window."""
        super().__init__(parent)
        put_icon(self, "user")
        self.setProperty("framed", True)
        self.setToolTip("请正在使用这个文件的窗口让出，由您来改；对方停手后才会让")
        self.show_waiting(False)
        self.setVisible(may_ask)

    def show_waiting(self, waiting: bool) -> None:
        """Show that it is asked, or may be asked."""
        set_words(self, "正在请对方让出…" if waiting else "请对方让出")
        self.setEnabled(not waiting)


class FileLabel(QLabel):
    """The open file by name, its whole path on hover, and 只读 where it is so."""

    def show_file(self, name: str, path: str, read_only: bool) -> None:
        """Show which file is open."""
        self.setText(f"{name}　只读" if read_only else name)
        self.setToolTip(path)
        self.setAccessibleName(f"工作文件：{self.text()}")


def _called(row: Row) -> str:
    post = Post(row["post"]).label
    return str(row["name"]) if row["name"] == post else f"{row['name']}（{post}）"
