"""The window's composition root.

It starts in this order:

1. the config folder's log, and faulthandler's file for crashes below Python;
2. the settings; a damaged file is said later, when somebody can show it;
3. QApplication, Chinese texts of Qt's own buttons;
4. the excepthook, before any window exists;
5. the theme's font and colours; its stylesheet once the window is built, before the first paint;
6. the office file: the one asked for, else the last one, else the first-run dialog;
7. the window on it; its other tabs are built when first shown.

Heavy libraries (docx, reportlab, fontTools) are imported by whoever first needs them.
"""

from __future__ import annotations

import faulthandler
import gc
import logging
import sys
from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QLocale, QObject, QStandardPaths, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QFileDialog

from xinxi_desktop import __version__, settings
from xinxi_desktop.assets import asset
from xinxi_desktop.errors import WorldError, XinxiError
from xinxi_desktop.gui.chinese import translators
from xinxi_desktop.gui.crash import CrashReporter
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.jobs import Control, Jobs
from xinxi_desktop.gui.main_window import MainWindow
from xinxi_desktop.gui.notify import Notifier, Offer
from xinxi_desktop.gui.takeover import Asking, Holding, Pace
from xinxi_desktop.gui.theme import Theme
from xinxi_desktop.gui.views import PAGES, TABS
from xinxi_desktop.gui.widgets.file_dialog import file_dialog
from xinxi_desktop.services.office import SUFFIX, Office, create_office, open_office
from xinxi_desktop.services.registers import persons

if TYPE_CHECKING:
    from xinxi_desktop.domain.fonts import FontSet
    from xinxi_desktop.gui.dialogs.first_run import FirstRunDialog, NewOffice
    from xinxi_desktop.gui.self_test import Check
    from xinxi_desktop.services.new_year import NewYear
    from xinxi_desktop.services.search import Found

LOG_BYTES = 1_000_000
_HELD_BY_OTHERS = ("file_locked", "file_read_only")

_FRESH = "年中启用的，可以在“设置—启用和演练”里导入往年台账，设定编号从多少接着编。"
"""Said after the first run, while the office file is still empty."""


def main(path: Path | None = None, *, until_painted: bool = False) -> int:
    """Run the window until it is closed; ``path`` is an office file. Gives the exit code.

    With ``until_painted`` it ends by itself once 收稿 is drawn with its rows: what a start takes
    is measured as a whole process.
    """
    folder = settings.config_folder()
    path = path.absolute() if path else None
    _begin_at_home()
    start_log(folder)
    values = settings.load_settings()
    app = make_application()
    crashes = CrashReporter(folder, app)
    restore = crashes.install()
    program = Program(app, values, crashes)
    program.start(path)
    # What there is now stays to the end: the collector need not look through it ever again.
    gc.freeze()
    gc.enable()
    if until_painted and program.window is not None:
        from xinxi_desktop.gui.self_test import watch_first_paint

        watch_first_paint(program.window, app.quit)
    try:
        return app.exec()
    finally:
        for jobs in program.findChildren(Jobs):
            jobs.finish()
        restore()


def self_test() -> list[Check]:
    """Open a window on the sample office in a temporary place and look at every page.

    Nothing of the person's is read or written: settings, file and crash notes are temporary.
    """
    app = make_application()
    from tempfile import TemporaryDirectory

    from xinxi_desktop.gui.self_test import Check, walk

    with TemporaryDirectory(prefix="xinxi-") as folder:
        place = Path(folder)
        office = make_sample(place / f"自检{SUFFIX}", Control(lambda *_progress: None))
        office.close()
        values = settings.Settings(place / "settings.json")
        program = Program(app, values, CrashReporter(place, app))
        program.start(office.path)
        if program.window is None:
            return [Check("窗口", False, "没有打开")]
        found = list(walk(program.window))
        program.window.close()
    return found


def make_application() -> QApplication:
    """The application object, with Qt's own texts in Chinese."""
    # Fusion looks the same on every system; setStyle() would make PySide load all styles.
    app = QApplication([*sys.argv[:1], "-style", "fusion"])
    app.setApplicationName("xinxi")
    app.setApplicationDisplayName("信息科工作台")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("xinxi")
    app.setWindowIcon(QIcon(str(asset("resources", "icons", "xinxi.svg"))))
    for each in translators(app):
        app.installTranslator(each)
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    return app


def _begin_at_home() -> None:
    """Let file dialogs that have no folder of their own begin among the person's documents."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    if not QDir.setCurrent(place):
        QDir.setCurrent(QDir.homePath())


def start_log(folder: Path) -> None:
    """Log into the config folder, rotated; without a folder the program runs unlogged."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _rotate(folder / "xinxi.log")
        handler = logging.FileHandler(folder / "xinxi.log", encoding="utf-8")
        faulthandler.enable((folder / "fault.log").open("a", encoding="utf-8"))
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)
    logging.getLogger().setLevel(logging.INFO)


def _rotate(log: Path) -> None:
    """Put a long log aside, and the one before it one further.

    By hand: the module of RotatingFileHandler brings the network's along, which takes as long
    to import as the window to build.
    """
    if log.exists() and log.stat().st_size > LOG_BYTES:
        older = [log, *(log.with_name(f"{log.name}.{number}") for number in (1, 2))]
        for newer, old in reversed(list(pairwise(older))):
            if newer.exists():
                newer.replace(old)


class Program(QObject):
    """Holds what lives as long as the program, and changes from one office file to another."""

    def __init__(
        self, app: QApplication, values: settings.Settings, crashes: CrashReporter
    ) -> None:
        """Prepare; ``start`` opens something."""
        super().__init__(app)
        self.values = values
        self.theme = Theme(app, values)
        self.theme.prepare()
        self.notifier = Notifier(self)
        self.notifier.crashed.connect(crashes.report)
        self.window: MainWindow | None = None
        self.first_run: FirstRunDialog | None = None
        self.pace = Pace()
        self.asking: Asking | None = None

    def start(self, path: Path | None = None) -> None:
        """Open ``path``, or the last file, or ask."""
        if self.values.complaint:
            self.notifier.warn(self.values.complaint, lasting=True)
        last = self.values.get(settings.LAST_FILE)
        wanted = path or (Path(last) if last else None)
        if wanted is None:
            self.ask()
            return
        try:
            office = self.open(wanted)
        except XinxiError as error:
            self.ask(error.sentence)
        else:
            self.show(office)

    def ask(self, sentence: str = "") -> None:
        """Ask for an office file, saying first why the wanted one is not open."""
        from xinxi_desktop.gui.dialogs.first_run import FirstRunDialog

        jobs = Jobs(self.notifier.error, parent=self)
        self.first_run = FirstRunDialog(make_office, self.open, jobs, make_sample)
        self.first_run.say(sentence)
        self.first_run.opened.connect(self._show_first)
        self.theme.dress()
        self.first_run.show()

    def _show_first(self, office: Office) -> None:
        asked = self.first_run.asked() if self.first_run is not None else None
        if asked is not None and asked.second and asked.path == office.path:
            self.values.remember(settings.SECOND_PLACES, str(office.path), asked.second)
        self.show(office)
        from xinxi_desktop.services.new_year import is_fresh

        if is_fresh(office):
            self._ask_names(office)

    def _ask_names(self, office: Office) -> None:
        """Ask who holds the posts of a new office, then say what else there is to do."""
        from xinxi_desktop.gui.dialogs.posts import PostsDialog, nobody_named

        if self.window is None or office.read_only or not nobody_named(office):
            self.notifier.told(_FRESH)
            return
        dialog = PostsDialog(self.window.desk, self.window)
        # After what the dialog itself has to tell.
        told = partial(self.notifier.told, _FRESH)
        dialog.finished.connect(lambda _result: QTimer.singleShot(0, told))
        dialog.open()

    def open(self, path: Path) -> Office:
        """Open a file for writing, or only for reading while another window holds it."""
        try:
            return open_office(path)
        except WorldError as error:
            if error.code not in _HELD_BY_OTHERS:
                raise
            office = open_office(path, read_only=True)
            offer = Offer("请对方让出", self.ask_for_file) if error.code == "file_locked" else None
            self.notifier.warn(_only_to_look_at(error.code, path), lasting=True, offer=offer)
            return office

    def show(self, office: Office) -> None:
        """Put a window on an office; a window on another one closes."""
        self.values.opened(office.path)
        self.theme.set_rehearsal(office.rehearsal)
        last_person = self.values.get(settings.PERSONS).get(str(office.path))
        if any(row["id"] == last_person and row["active"] for row in persons(office)):
            office.person = last_person or office.person
        jobs = Jobs(self.notifier.error, parent=self)
        desk = Desk(office, self.values, self.theme, self.notifier, jobs, _fonts, parent=self)
        before, self.window = self.window, MainWindow(desk, TABS, PAGES, partial(_search, office))
        desk.sample_asked.connect(self.open_sample)
        self.window.open_asked.connect(self.choose)
        self.window.restore_asked.connect(self.restore)
        self.window.closed.connect(office.close)
        self.window.file_asked.connect(self.ask_for_file)
        self.window.closed.connect(self._ask_no_more)
        if not office.read_only:
            Holding(self.window, self.pace).given.connect(self._give_way)
        if warning := office.clock_warning():
            self.notifier.warn(warning, lasting=True)
        self.theme.dress()
        self.window.show()
        # Ten years are gigabytes: checked beside the work, not before it (architecture.md 5).
        jobs.run(partial(_check, office), self._say_damage, after_paint=True)
        jobs.run(partial(_unsaved, office), self._say_unsaved, after_paint=True)
        self.window.backups.begin()
        if not office.read_only:
            tell = partial(self._tell_new_year, desk)
            jobs.run(partial(_new_year, office), tell, after_paint=True)
        self.window.activateWindow()
        if before is not None:
            if before.desk.office.path == office.path:
                self.window.go_to(before.place)
            before.close()
            before.deleteLater()

    def ask_for_file(self) -> None:
        """Ask the window that holds the file to give way to this one."""
        if self.window is None or not self.window.desk.office.read_only or self.asking is not None:
            return
        self.asking = Asking(self.window.desk, self.pace, self)
        self.asking.got.connect(self._take_over)
        self.asking.ended.connect(self._asked)
        self.window.ask.show_waiting(True)
        self.asking.begin()

    def _asked(self) -> None:
        if self.asking is not None:
            self.asking.deleteLater()
            self.asking = None
        if self.window is not None:
            self.window.ask.show_waiting(False)

    def _ask_no_more(self) -> None:
        if self.asking is not None:
            self.asking.stop()

    def _take_over(self, office: Office) -> None:
        self.show(office)
        self.notifier.told("对方已经让出，现在由您来改")

    def _give_way(self, who: str) -> None:
        """Close the file for writing and open it again for reading only."""
        if self.window is None:
            return
        path, place = self.window.desk.office.path, self.window.place
        self._keep_running(True)
        self.window.close()
        self.window.deleteLater()
        self.window = None
        try:
            office = open_office(path, read_only=True)
        except XinxiError as error:
            self.ask(error.sentence)
        else:
            self.show(office)
            self._say_given(who, place)
        self._keep_running(False)

    def _say_given(self, who: str, place: tuple[int, int]) -> None:
        if self.window is not None:
            self.window.go_to(place)
        self.notifier.warn(
            f"{who}接管了工作文件。您做过的都已保存；这里现在只能看，不能改。要再改，请按“请对方让出”。",
            lasting=True,
            offer=Offer("请对方让出", self.ask_for_file),
        )

    def _tell_new_year(self, desk: Desk, turned: NewYear | None) -> None:
        if turned is not None and self.window is not None and self.window.desk is desk:
            from xinxi_desktop.gui.dialogs.new_year import NewYearDialog

            NewYearDialog(desk, turned, self.window).open()

    def _say_unsaved(self, articles: list[int]) -> None:
        if articles and self.window is not None:
            self.notifier.warn(
                f"有 {len(articles)} 篇稿件留着上次没有保存的改动，刊物里还是改动以前的。"
                "打开稿件就能接着改、保存或放弃。",
                offer=Offer("去看", partial(self.window.show_item, "article", articles[0])),
            )

    def _say_damage(self, sentence: str) -> None:
        if sentence:
            self.notifier.warn(sentence, lasting=True)

    def restore(self, backup: Path) -> None:
        """Close the window, put a backup back, and open the file again."""
        if self.window is None:
            return
        path = self.window.desk.office.path
        self._keep_running(True)
        self.window.close()
        self.window.deleteLater()
        self.window = None

        def work(_control: Control) -> Path:
            from xinxi_desktop.services.backups import restore

            return restore(path, backup)

        jobs = Jobs(self.notifier.error, parent=self)
        jobs.run(work, partial(self._restored, path), partial(self._not_restored, path))

    def _restored(self, path: Path, aside: Path) -> None:
        # Told after the new window is there: between the two nobody would see it.
        self._open_again(path)
        self.notifier.told(f"已恢复。原来的工作文件存为“{aside}”。")

    def _not_restored(self, path: Path, error: Exception) -> None:
        self._open_again(path)
        self.notifier.error(error)

    def _open_again(self, path: Path) -> None:
        self.start(path)
        self._keep_running(False)

    def _keep_running(self, on: bool) -> None:
        """Between two windows the program would end with the first."""
        QApplication.setQuitOnLastWindowClosed(not on)

    def choose(self) -> None:
        """Let the person pick another office file."""
        last = self.values.get(settings.LAST_FILE)
        dialog = file_dialog(self.window, "打开工作文件", last, f"工作文件 (*{SUFFIX})")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.change_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open_sample(self) -> None:
        """Open the sample office in place of this one, made anew unless it is there."""
        from xinxi_desktop.gui.dialogs.first_run import sample_place

        path = sample_place()
        if path.exists() or self.window is None:
            self.change_to(str(path))
            return
        jobs = self.window.desk.jobs
        jobs.run(partial(make_sample, path), self.show, title="建立示范单位")

    def change_to(self, path: str) -> None:
        """Open another office file in place of this one; if that fails, this one stays."""
        if self.window is not None and Path(path) == self.window.desk.office.path:
            return
        try:
            office = self.open(Path(path))
        except XinxiError as error:
            self.notifier.error(error)
        else:
            self.show(office)


def _search(office: Office, words: str, kind: str = "") -> Sequence[Found]:
    from xinxi_desktop.services.search import search_at_desk

    return search_at_desk(office, words, kind)


def _check(office: Office, _control: Control) -> str:
    from xinxi_desktop.services.safekeeping import damage

    return damage(office)


def _new_year(office: Office, _control: Control) -> NewYear | None:
    from xinxi_desktop.services.new_year import new_year

    return new_year(office)


def _unsaved(office: Office, _control: Control) -> list[int]:
    from xinxi_desktop.services.articles import unsaved

    return unsaved(office)


def _fonts() -> FontSet:
    from xinxi_desktop.services.bulletins import office_fonts

    return office_fonts()


def make_office(asked: NewOffice, _control: Control) -> Office:
    """Make what the first-run dialog asked for."""
    asked.path.parent.mkdir(parents=True, exist_ok=True)
    return create_office(asked.path, asked.name, asked.profile, asked.machine)


def make_sample(path: Path, control: Control) -> Office:
    """Make the sample office."""
    from xinxi_desktop.services.samples import create_sample

    path.parent.mkdir(parents=True, exist_ok=True)
    return create_sample(path, progress=control)


def _only_to_look_at(code: str, path: Path) -> str:
    """Say why a file that was merely opened can't be changed; nothing has failed."""
    from xinxi_desktop.store.lock import holder_words, lock_path_of

    if code == "file_locked":
        return (
            f"{holder_words(lock_path_of(path))}正开着这个工作文件，这里现在只能看，不能改。"
            "要在这里改，请等对方关闭后重新打开，或按“请对方让出”。"
        )
    return (
        "工作文件或它所在的文件夹是只读的，现在只能看，不能改。"
        "要改，请把文件复制到可以写的文件夹，或请管理员放开权限。"
    )
