"""The trash: out of every list and count, but never lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import office_maker as make
import pytest

from xinxi_desktop.domain.filters import SubmissionFilter
from xinxi_desktop.domain.times import today
from xinxi_desktop.domain.vocabulary import Disposition
from xinxi_desktop.errors import UserError
from xinxi_desktop.services import articles, intake, trash
from xinxi_desktop.services.office import Office
from xinxi_desktop.services.search import search
from xinxi_desktop.store import statistics


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = make.new_office(tmp_path)
    yield made
    made.close()


def test_what_is_trashed_is_in_no_list_count_search_or_statistics(office: Office) -> None:
    key = make.report(office, "甲事")
    trash.trash(office, [key])
    counts = intake.queue_counts(office)
    assert (counts["all"], counts.get("pending", 0), counts["trash"]) == (0, 0, 1)
    assert search(office, "甲事") == [] and search(office, "1") == []
    assert intake.submission_ids(office, SubmissionFilter()) == []
    assert statistics.submitted(office.file, "2026-01-01", "2026-12-31")[None] == 0


def test_a_restored_one_is_back_with_its_number(office: Office) -> None:
    key = make.report(office)
    trash.trash(office, [key])
    assert intake.submission_ids(office, SubmissionFilter(trashed=True)) == [key]
    trash.restore(office, [key])
    make.report(office, "另一件")
    assert intake.submission(office, key)["number"] == 1
    assert intake.queue_counts(office)["pending"] == 2


def test_what_became_an_article_cannot_be_trashed(office: Office) -> None:
    key = make.report(office)
    articles.create_article(office, [key])
    with pytest.raises(UserError):
        trash.trash(office, [key])


def test_nothing_is_done_to_what_lies_in_the_trash(office: Office) -> None:
    key = make.report(office)
    trash.trash(office, [key])
    with pytest.raises(UserError, match="回收站"):
        intake.dispose(office, [key], Disposition.KEEP)
    with pytest.raises(UserError, match="回收站"):
        articles.create_article(office, [key])


def test_queues_count_late_todays_commissioned_and_unverified(office: Office) -> None:
    make.report(office, "甲", received_at="2026-01-02T09:00:00+08:00", commissioned=1)
    make.report(office, "乙", received_at=f"{today()}T09:00:00+08:00", to_verify=1)
    counts = intake.queue_counts(office)
    assert [counts[key] for key in ("late", "today", "commissioned", "to_verify")] == [1] * 4


def test_mine_counts_the_undecided_of_the_units_the_person_looks_after(office: Office) -> None:
    mine, other = make.unit(office, "安渡区委办公室"), make.unit(office, "北桥区委办公室")
    key = make.report(office, "甲", units=(mine,))
    make.report(office, "乙", units=(other,))

    with closing(sqlite3.connect(office.path)) as raw, raw:
        raw.execute("INSERT INTO unit_editor (unit, person) VALUES (?, ?)", (mine, office.person))
    assert intake.queue_counts(office)["mine"] == 1
    assert intake.submission_ids(office, SubmissionFilter(editor=office.person)) == [key]
