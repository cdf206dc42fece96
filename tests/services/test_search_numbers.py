"""Ctrl+K by number: 收稿号, 期号, 份号, 校验码."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import office_maker as make
import pytest
from print_maker import going_to_print

from xinxi_desktop.services import signing
from xinxi_desktop.services.office import Office
from xinxi_desktop.services.rounds import print_issue
from xinxi_desktop.services.search import search, search_at_desk


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """One printed issue of 每日快报 whose copies 1 to 5 are numbered."""
    made = make.new_office(Path(tmp_path_factory.mktemp("numbers")))
    key = going_to_print(made, ("市委领导", 3), ("市政府办公室", 2))
    list(print_issue(made, key, on="2026-11-23"))
    yield made
    made.close()


def kinds(office: Office, words: str) -> list[tuple[str, int]]:
    return [(hit.kind, hit.id) for hit in search(office, words)]


@pytest.mark.parametrize(
    "words", ["1", "2026-1", "2026:1", "2026：1", "收稿 1", "来稿2026-1", "1号"]
)
def test_a_submission_is_found_by_its_number(office: Office, words: str) -> None:
    assert kinds(office, words)[0] == ("submission", 1)


@pytest.mark.parametrize(
    "words",
    [
        "快报 1",
        "快报1期",
        "每日快报第1期",
        "《每日快报》第1期",
        "每日快报:2026:1",
        "每日快报〔2026〕1期",
        "第1期",
    ],
)
def test_an_issue_is_found_by_its_number(office: Office, words: str) -> None:
    assert kinds(office, words)[0] == ("issue", 1)


def test_a_number_that_nobody_bears_finds_nothing(office: Office) -> None:
    assert kinds(office, "快报 777") == [] and kinds(office, "99999") == []


@pytest.mark.parametrize(("words", "name"), [("份号 4", "市政府办公室"), ("快报 1 份号 2", "市委领导"),
                                             ("快报 №000003", "市委领导")])  # fmt: skip
def test_a_copy_number_finds_who_has_it(office: Office, words: str, name: str) -> None:
    hit = search(office, words)[0]
    assert (hit.kind, hit.id) == ("issue", 1) and name in hit.snippet


@pytest.mark.parametrize("shape", ["{}", "校验码 {}", "校验码：{}"])
def test_a_check_code_finds_its_proof(office: Office, shape: str) -> None:
    code = signing.proofs(office, 1)[0]["check_code"]
    hit = search(office, shape.format(code.lower()))[0]
    assert (hit.kind, hit.id) == ("issue", 1) and code in hit.snippet


def test_hits_of_a_kind_stand_together(office: Office) -> None:
    found = [kind for kind, _ in kinds(office, "情况")]
    assert found == sorted(found, key=found.index) and len(set(found)) >= 2


def test_issues_left_out_are_counted_and_all_of_them_can_be_had(tmp_path: Path) -> None:
    made = make.new_office(tmp_path)
    keys = [make.issue(made, count=0) for _ in range(8)]
    hits = search_at_desk(made, "快报")
    assert [hit.id for hit in hits] == [*keys[:2:-1], 0] and hits[-1].title == "还有 3 条…"
    assert [hit.id for hit in search_at_desk(made, "快报", "issue")] == keys[::-1]
    made.close()
