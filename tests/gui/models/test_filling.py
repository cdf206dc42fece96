"""A long list: the first rows at once, the rest beside, and nothing read on that nobody wants."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from xinxi_desktop.gui.jobs import Jobs
from xinxi_desktop.gui.models.filling import ListFiller
from xinxi_desktop.gui.models.rows import FIRST_IDS, RowModel

MANY = list(range(1, 2 * FIRST_IDS))


class Reading:
    """Ids that are read until somebody breaks it off, as a long query is."""

    def __init__(self) -> None:
        self.begun, self.broken = threading.Event(), threading.Event()

    def breaker(self) -> Callable[[], None]:
        return self.broken.set

    def ids(self, limit: int | None) -> list[int]:
        if limit is not None:
            return MANY[:limit]
        self.begun.set()
        assert self.broken.wait(10)
        raise OSError("interrupted")


@pytest.fixture
def failures() -> list[Exception]:
    return []


@pytest.fixture
def jobs(qtbot: QtBot, failures: list[Exception]) -> Iterator[Jobs]:
    made = Jobs(failures.append)
    yield made
    assert made.stop()


def test_the_rest_of_a_long_list_follows(qtbot: QtBot, jobs: Jobs) -> None:
    model = RowModel([], lambda _: [])
    filler = ListFiller(model, jobs, lambda: lambda: None)
    filler.fill(lambda limit: MANY[:limit])
    first = list(model.ids)
    qtbot.waitUntil(lambda: jobs.idle)

    assert (first, model.ids) == (MANY[:FIRST_IDS], MANY)


def test_a_list_that_is_wanted_no_more_is_not_read_on(
    qtbot: QtBot, jobs: Jobs, failures: list[Exception]
) -> None:
    model, reading = RowModel([], lambda _: []), Reading()
    filler = ListFiller(model, jobs, reading.breaker)
    filler.fill(reading.ids)
    qtbot.waitUntil(reading.begun.is_set)
    filler.fill(lambda limit: [7])
    qtbot.waitUntil(lambda: jobs.idle)

    assert (model.ids, failures) == ([7], [])


def test_one_that_has_not_begun_never_does(qtbot: QtBot, jobs: Jobs) -> None:
    model, reading = RowModel([], lambda _: []), Reading()
    filler = ListFiller(model, jobs, lambda: lambda: None)
    filler.fill(reading.ids)
    filler.fill(lambda limit: [7])
    qtbot.waitUntil(lambda: jobs.idle)

    assert not reading.begun.is_set()
