"""The made-up office: same for the same count, alive like a real one, opened by the program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.big_file import big_file
from benchmarks.generator import reports
from xinxi_desktop.domain.filters import SubmissionFilter
from xinxi_desktop.services.intake import original, submission, submission_ids
from xinxi_desktop.services.office import Office, open_office
from xinxi_desktop.services.safekeeping import verify
from xinxi_desktop.services.search import search

COUNT = 40


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """A small one of the big offices."""
    path = tmp_path_factory.mktemp("big") / "big.xinxi"
    big_file(path, COUNT)
    opened = open_office(path)
    yield opened
    opened.close()


def test_the_same_seed_gives_the_same_reports_and_a_longer_run_begins_alike() -> None:
    assert list(reports(30)) == list(reports(520))[:30]


def test_no_two_reports_are_alike() -> None:
    texts = [report.text for report in reports(600)]
    assert len(set(texts)) == len(texts)


def test_the_office_holds_what_was_asked_for(office: Office) -> None:
    assert len(submission_ids(office, SubmissionFilter())) == COUNT


def test_everything_in_the_office_holds(office: Office) -> None:
    assert [each for each in verify(office) if not each.ok] == []


def test_a_report_is_found_by_a_word_of_its_text(office: Office) -> None:
    key = submission_ids(office, SubmissionFilter())[3]
    words = submission(office, key)["document"].plain_text()[4:12]
    assert key in [hit.id for hit in search(office, words)]


def test_originals_may_have_the_size_of_word_files(tmp_path: Path) -> None:
    path = tmp_path / "big.xinxi"
    big_file(path, 3, originals=True)
    opened = open_office(path)
    sizes = [len(original(opened, key)[1]) for key in (1, 2, 3)]
    opened.close()
    assert min(sizes) > 10_000
