"""登记: reads files in a job, one outcome each, and forgets none of them.

A job that is stopped or fails half-way leaves what was registered, and lists what was not.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from xinxi_desktop.domain.vocabulary import ImportStatus
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.jobs import Control
from xinxi_desktop.services.acts import history
from xinxi_desktop.services.intake import Outcome, files_in, import_files
from xinxi_desktop.services.office import Changes, Office

NOT_READ = "not_read"
"""The code of a file that a stopped round did not come to."""


@dataclass
class Round:
    """One call of 登记: what was asked for and what has become of it so far.

    ``paths`` are replaced by the single files as soon as folders have been looked through;
    ``again``: the files were read before, and their outcomes are replaced.
    """

    paths: Sequence[Path]
    register_duplicates: bool = False
    unit_choices: Mapping[str, int] = field(default_factory=dict)
    outcomes: list[Outcome] = field(default_factory=list)
    stopped: bool = False
    again: bool = False

    @property
    def registered(self) -> list[int]:
        """The ids that were registered."""
        return [
            each.id
            for each in self.outcomes
            if each.status is ImportStatus.REGISTERED and each.id is not None
        ]


class Registering(QObject):
    """Runs one round after another.

    Signals:
        began: a round is on its way.
        progressed: how many files are done, of how many, and the last one's name.
        ended: the Round, whether it went through, was stopped or failed.
    """

    began = Signal()
    progressed = Signal(int, int, str)
    ended = Signal(object)

    def __init__(self, desk: Desk, initiator: QObject) -> None:
        """Register into the desk's office; acts are told as done by ``initiator``."""
        super().__init__(initiator)
        self._desk, self._initiator = desk, initiator
        self._waiting: list[Round] = []
        self._running: Round | None = None
        self._stop: Callable[[], None] | None = None
        self._pasted: dict[Path, bytes] = {}

    def start_pasted(self, suffix: str, data: bytes) -> None:
        """Register what was pasted; it is held in memory only, under a name of its own."""
        path = Path(f"粘贴{len(self._pasted) + 1}{suffix}")
        self._pasted[path] = data
        self.start(Round((path,)))

    @property
    def running(self) -> bool:
        """Whether a round is on its way."""
        return self._running is not None

    def start(self, round_: Round) -> None:
        """Read and register the files of a round, after those that wait already."""
        self._waiting.append(round_)
        if self._running is None:
            self._next()

    def stop(self) -> None:
        """Stop after the file that is being read."""
        if self._stop is not None:
            self._stop()

    def _next(self) -> None:
        if not self._waiting:
            return
        round_ = self._running = self._waiting.pop(0)
        self.began.emit()
        job = self._desk.jobs.run(
            partial(_register, self._desk.office, round_, dict(self._pasted)),
            partial(self._end, round_),
            partial(self._fail, round_),
            title="登记来稿",
            on_cancelled=partial(self._end, round_, None),
        )
        if self._running is round_:
            self._stop = job.control.cancel
            job.progressed.connect(self.progressed)

    def _fail(self, round_: Round, error: Exception) -> None:
        round_.stopped = True
        self._desk.notifier.error(error)
        self._end(round_, None)

    def _end(self, round_: Round, _result: object) -> None:
        self._running = self._stop = None
        self.ended.emit(round_)
        if round_.registered:
            self._desk.did(_changes(self._desk.office, round_), self._initiator)
        self._next()


def _register(
    office: Office, round_: Round, pasted: Mapping[Path, bytes], control: Control
) -> None:
    round_.stopped = True
    control(0, 0)
    texts = [path for path in round_.paths if path in pasted]
    round_.paths = [*texts, *files_in([path for path in round_.paths if path not in pasted])]
    found = import_files(
        office,
        round_.paths,
        register_duplicates=round_.register_duplicates,
        unit_choices=round_.unit_choices,
        pasted=pasted,
    )
    total = len(round_.paths)
    control(0, total)
    for outcome in found:
        round_.outcomes.append(outcome)
        control(len(round_.outcomes), total, outcome.path.name)
    round_.stopped = False


def _changes(office: Office, round_: Round) -> Changes:
    """What a round did, as one act to be undone at once."""
    keys = round_.registered
    act = history(office, "submission", keys[0])[-1]
    return Changes(act["id"], f"已登记 {len(keys)} 件", tuple(keys))


def whole(round_: Round) -> list[Outcome]:
    """Every file of a round with what became of it, also those a stopped one did not reach."""
    done = {outcome.path for outcome in round_.outcomes}
    left = [path for path in round_.paths if path not in done] if round_.stopped else []
    return [
        *round_.outcomes,
        *(Outcome(path, ImportStatus.IGNORED, code=NOT_READ, reason=_left(path)) for path in left),
    ]


def _left(path: Path) -> str:
    return f"登记停下时还没有读到“{path.name}”。未登记，原文件未改动。要登记请按“接着登记”。"


def merged(outcomes: Sequence[Outcome], new: Sequence[Outcome]) -> list[Outcome]:
    """Put new outcomes in the place of earlier ones of the same file; the others follow."""
    by_path = {each.path: each for each in new}
    kept = [by_path.pop(each.path, each) for each in outcomes]
    return [*kept, *by_path.values()]
