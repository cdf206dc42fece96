import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from xinxi_desktop.errors import UserError
from xinxi_desktop.gui.jobs import FRAME_MILLISECONDS, Control, Jobs


@pytest.fixture
def failures() -> list[Exception]:
    return []


@pytest.fixture
def jobs(qtbot: QtBot, failures: list[Exception]) -> Iterator[Jobs]:
    made = Jobs(failures.append)
    yield made
    assert made.stop()


def test_the_result_arrives_in_the_window_s_thread(qtbot: QtBot, jobs: Jobs) -> None:
    seen: list[tuple[int, bool]] = []
    here = threading.get_ident()
    jobs.run(
        lambda _: threading.get_ident(),
        lambda there: seen.append((there, threading.get_ident() == here)),
    )
    qtbot.waitUntil(lambda: jobs.idle)
    assert seen[0][0] != here and seen[0][1]


def test_an_error_goes_to_whoever_asked_for_it(qtbot: QtBot, jobs: Jobs) -> None:
    caught: list[Exception] = []
    jobs.run(fail, lambda _: None, caught.append)
    qtbot.waitUntil(lambda: jobs.idle)
    assert [type(error) for error in caught] == [UserError]


class Waiting(QObject):
    """A dialog that waits for a result."""

    def __init__(self) -> None:
        super().__init__()
        self.taken: list[object] = []

    def take(self, result: object) -> None:
        self.taken.append(result)


def test_a_result_for_a_closed_dialog_goes_to_nobody_and_an_error_to_the_window(
    qtbot: QtBot, jobs: Jobs, failures: list[Exception]
) -> None:
    waiting, go_on = Waiting(), threading.Event()
    jobs.run(lambda _: go_on.wait(5), partial(waiting.take))
    jobs.run(fail, lambda _: None, waiting.take)
    delete(waiting)
    go_on.set()
    qtbot.waitUntil(lambda: jobs.idle)
    assert waiting.taken == []
    assert [type(error) for error in failures] == [UserError]


def test_an_error_that_nobody_takes_is_shown_by_the_window(
    qtbot: QtBot, jobs: Jobs, failures: list[Exception]
) -> None:
    jobs.run(fail, lambda _: None)
    qtbot.waitUntil(lambda: jobs.idle)
    assert len(failures) == 1


def test_progress_is_told_while_it_runs(qtbot: QtBot, jobs: Jobs) -> None:
    go_on = threading.Event()

    def work(control: Control) -> None:
        control(3, 20, "第3件.docx")
        go_on.wait(5)

    job = jobs.run(work, lambda _: None, title="收稿")
    qtbot.waitUntil(lambda: job.total == 20)
    assert (job.done, job.text, jobs.shown) == (3, "第3件.docx", [job])
    go_on.set()
    qtbot.waitUntil(lambda: jobs.idle)


def test_a_cancelled_job_ends_at_its_next_step(qtbot: QtBot, jobs: Jobs) -> None:
    ends: list[str] = []
    started = threading.Event()

    def work(control: Control) -> None:
        started.set()
        while True:
            control(1, 2)

    job = jobs.run(
        work, lambda _: ends.append("done"), title="收稿", on_cancelled=lambda: ends.append("off")
    )
    assert started.wait(5)
    job.control.cancel()
    qtbot.waitUntil(lambda: jobs.idle)
    assert ends == ["off"]


def test_a_quiet_job_is_not_shown(qtbot: QtBot, jobs: Jobs) -> None:
    jobs.run(lambda _: None, lambda _: None)
    assert jobs.shown == []
    qtbot.waitUntil(lambda: jobs.idle)


def test_closing_does_not_wait_for_a_job_that_hears_nothing(qtbot: QtBot) -> None:
    jobs = Jobs(lambda _: None)
    release, done = threading.Event(), list[object]()
    jobs.run(lambda _: release.wait(20), done.append)
    assert not jobs.stop(50)
    release.set()
    assert jobs.stop(5000) and done == []


def test_what_may_not_wait_runs_beside_long_jobs(qtbot: QtBot) -> None:
    jobs = Jobs(lambda _: None)
    release, kept = threading.Event(), list[int]()
    for _ in range(3):
        jobs.run(lambda _: release.wait(20), lambda _: None)
    jobs.run(lambda _: 7, kept.append, at_once=True)
    qtbot.waitUntil(lambda: kept == [7])
    release.set()
    assert jobs.stop(5000)


def test_what_waits_for_the_paint_is_done_after_it(qtbot: QtBot, jobs: Jobs) -> None:
    done: list[str] = []
    jobs.run(lambda _: "later", done.append, after_paint=True)
    at_first = list(done)
    qtbot.waitUntil(lambda: jobs.idle)
    assert (at_first, done) == ([], ["later"])


def test_what_waits_for_the_paint_does_not_begin_once_the_window_is_closed(qtbot: QtBot) -> None:
    jobs = Jobs(lambda _: None)
    begun = threading.Event()
    jobs.run(lambda _: begun.set(), lambda _: None, after_paint=True)
    jobs.stop()
    qtbot.wait(3 * FRAME_MILLISECONDS)
    assert not begun.is_set()


def test_leaving_waits_for_a_job_that_went_on_after_the_window(qtbot: QtBot) -> None:
    jobs, go, ended = Jobs(lambda _: None), threading.Event(), threading.Event()

    def work(_: Control) -> None:
        go.wait(10)
        ended.set()

    jobs.run(work, lambda _: None)
    jobs.stop(1)
    go.set()
    jobs.finish()
    assert ended.is_set()


def test_inline_everything_is_over_when_run_returns(qtbot: QtBot) -> None:
    results: list[int] = []
    jobs = Jobs(lambda _: None, inline=True)
    jobs.run(lambda _: 7, results.append)
    assert results == [7] and jobs.idle


def fail(_: Control) -> None:
    raise UserError("no_text", "文件里没有文字。")
