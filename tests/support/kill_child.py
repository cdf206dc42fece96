"""The program at work, to be killed: it types in the real window and acts beside it.

Every finished thing is acknowledged by a line of JSON, said only after the program itself would
have told the person. Run with the office file, the name of a phase, and a seed.
"""

from __future__ import annotations

import hashlib
import json
import random
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path
from threading import Lock

import office_maker as make
from PySide6.QtCore import QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from xinxi_desktop import settings
from xinxi_desktop.app import Program, make_application
from xinxi_desktop.gui.crash import CrashReporter
from xinxi_desktop.gui.jobs import Control
from xinxi_desktop.services import intake
from xinxi_desktop.services.backups import back_up_today
from xinxi_desktop.services.issues import find_publication
from xinxi_desktop.services.office import Office, create_office, find_person
from xinxi_desktop.services.printing import export_issue, write_file
from xinxi_desktop.services.rehearsal import rehearse
from xinxi_desktop.services.signing import chain, sign

TYPING_MILLISECONDS = 60
DAILY = "每日快报"
_saying = Lock()

Acts = Iterator[None]


def say(kind: str, **what: str | int | float) -> None:
    """Acknowledge something: it must be found again."""
    with _saying:
        print(json.dumps({"kind": kind, **what}), flush=True)


def token(number: int) -> str:
    """What is typed as the so manyth thing."""
    return f"第{number:05d}句。"


def importing(office: Office, place: Path, seed: int) -> Acts:
    """Register Word files and texts, one after another."""
    chance = random.Random(seed)
    words = [path.read_bytes() for path in sorted((place / "words").iterdir())]
    for number in count():
        path = place / "in" / f"来稿{number}.txt"
        data = f"安渡区第{chance.random()}条情况\n{make.TEXT}".encode()
        if words and number % 2:
            path, data = path.with_suffix(".docx"), words.pop()
        path.write_bytes(data)
        (outcome,) = intake.import_files(office, [path])
        say("import", sha256=hashlib.sha256(data).hexdigest(), status=outcome.status.value)
        yield


def signing(office: Office, _place: Path, _seed: int) -> Acts:
    """Make issues and let their whole chain sign them."""
    waiting = [
        row["id"]
        for row in office.file.all("SELECT id FROM issue WHERE state = 'sent' ORDER BY id")
    ]
    while True:
        key = waiting.pop() if waiting else make.sent_issue(office, DAILY, 1)
        say("issue", id=key)
        for signed, post in enumerate(chain(office, key), 1):
            sign(office, key, person=find_person(office, post.label))
            say("sign", issue=key, signed=signed)
            yield


def exporting(office: Office, place: Path, _seed: int) -> Acts:
    """Write an issue as PDF and as Word file, under new names and over old ones."""
    key = office.file.value("SELECT min(id) FROM issue WHERE publication = ?", daily(office))
    for number in count():
        for form in ("pdf", "docx"):
            data = export_issue(office, key, form)
            name = f"快报{number % 3}.{form}"
            say("writing", name=name)
            write_file(place / "out" / name, data)
            say("export", name=name, sha256=hashlib.sha256(data).hexdigest())
            yield


def daily(office: Office) -> int:
    """The publication whose issues are made here."""
    return find_publication(office, DAILY)


def backing_up(office: Office, place: Path, _seed: int) -> Acts:
    """Make the daily backup again and again, in both places."""
    while True:
        made = back_up_today(office, str(place / "stick"), lambda _done, _total: None)
        for path in made.paths:
            say("backup", path=str(path))
        yield


def founding(office: Office, place: Path, _seed: int) -> Acts:
    """Make new office files, and copies for training."""
    for number in count():
        made = create_office(place / "new" / f"单位{number}.xinxi")
        made.close()
        say("office", path=str(made.path))
        yield
        copy = rehearse(office, place / "new" / f"演练{number}.xinxi")
        say("rehearsal", path=str(copy))
        yield


PHASES: dict[str, Callable[[Office, Path, int], Acts]] = {
    "typing": lambda _office, _place, _seed: iter(()),
    "importing": importing,
    "signing": signing,
    "exporting": exporting,
    "backing up": backing_up,
    "founding": founding,
}


class Typist:
    """Types into the open article, a sentence at a time, and says what and when."""

    def __init__(self, program: Program) -> None:
        """Open the newest article in the window."""
        assert program.window is not None
        self._key = program.window.desk.office.file.value("SELECT max(id) FROM article")
        program.window.show_item("article", self._key)
        self._body = program.window.view("editing").pane.body  # type: ignore[attr-defined]
        self._typed = 0
        self._timer = QTimer(program.window)
        self._timer.timeout.connect(self._type)
        self._timer.start(TYPING_MILLISECONDS)

    def _type(self) -> None:
        self._typed += 1
        event = QInputMethodEvent()
        event.setCommitString(token(self._typed))
        QApplication.sendEvent(self._body, event)
        say("typed", article=self._key, number=self._typed, at=time.monotonic())


def work(office: Office, phase: str, place: Path, seed: int, control: Control) -> None:
    """Do what the phase says until killed."""
    for _ in PHASES[phase](office, place, seed):
        control(0, 0)


def read_on(office: Office, control: Control) -> None:
    """Read without end, as a long search would: the second of the window's two threads."""
    while not control.cancelled:
        intake.queue_counts(office)
        time.sleep(0.01)


def main(path: Path, phase: str, seed: int) -> int:
    """Open the window on ``path``, type in it, and do ``phase`` beside it."""
    app = make_application()
    program = Program(app, settings.load_settings(), CrashReporter(path.parent / "crashes"))
    program.start(path)
    assert program.window is not None
    desk = program.window.desk
    typist = Typist(program)
    desk.jobs.run(partial(work, desk.office, phase, path.parent, seed), print)
    desk.jobs.run(partial(read_on, desk.office), print)
    say("ready", phase=phase)
    app.exec()
    del typist
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])))
