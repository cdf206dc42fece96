"""The sample office: a year behind it, one Monday in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from xinxi_desktop.domain.filters import ArticleFilter, IssueFilter, SubmissionFilter
from xinxi_desktop.domain.period import parse_period
from xinxi_desktop.domain.vocabulary import Machine
from xinxi_desktop.errors import UserError
from xinxi_desktop.services import articles, intake, issues, printing, units
from xinxi_desktop.services.acts import acts
from xinxi_desktop.services.office import Office
from xinxi_desktop.services.registers import persons
from xinxi_desktop.services.safekeeping import verify
from xinxi_desktop.services.samples import create_sample, day_plan
from xinxi_desktop.services.statistics import statistics

TOLD: list[tuple[int, int, str]] = []


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    path = tmp_path_factory.mktemp("sample") / "sample.xinxi"
    office = create_sample(path, Machine.SECRET, lambda *step: TOLD.append(step))
    yield office
    office.close()


def monday(office: Office) -> list[intake.Row]:
    chosen = SubmissionFilter(received_from="2026-11-22")
    return intake.submission_rows(office, intake.submission_ids(office, chosen))


def called(office: Office, words: str) -> intake.Row:
    return next(row for row in monday(office) if words in row["title"])


def test_the_office_is_the_one_of_the_book(sample: Office) -> None:
    assert sample.name == "江临省云澜市委办公室信息科"
    assert [row["name"] for row in units.units(sample)][:2] == ["安渡区委办公室", "白湾区委办公室"]
    assert {row["post"] for row in persons(sample)} >= {"editor", "proofreader", "section_chief"}


def test_every_report_of_the_day_is_registered_in_order(sample: Office) -> None:
    rows = monday(sample)
    assert len(rows) == 43
    received = [row["received_at"] for row in sorted(rows, key=lambda row: row["number"])]
    assert received == sorted(received)


@pytest.mark.parametrize(
    "words, disposition, reason",
    [
        ("共享冷库", "shortlist", ""),
        ("订单保销路", "reject", "已有同类"),
        ("国庆", "reject", "媒体已报"),
        ("“一表通”试点的反映", "merge", ""),
        ("施工安全管理", None, ""),
    ],
)
def test_the_day_is_decided_as_an_old_hand_would(
    sample: Office, words: str, disposition: str | None, reason: str
) -> None:
    row = called(sample, words)
    assert (row["disposition"], row["reason"]) == (disposition, reason)


def test_what_recognition_took_otherwise_is_corrected(sample: Office) -> None:
    row = called(sample, "撤销生产线")
    assert (row["kind"], row["tone"], row["urgency"], row["channel"]) == (
        "warning", "problem", "urgent", "党委信息网",
    )  # fmt: skip


def test_the_invited_informant_is_protected(sample: Office) -> None:
    assert called(sample, "互认清单")["protected"] == 1


def test_two_reports_on_one_form_are_merged(sample: Office) -> None:
    (key,) = articles.article_ids(sample, ArticleFilter(words="一表通 仍待清理"))
    assert len(articles.sources(sample, key)) == 2
    assert articles.unit_names(sample, key) == ["白湾区委办公室", "临汐市委办公室"]


def test_the_bulletin_of_the_day_waits_with_reviewed_articles(sample: Office) -> None:
    planned = issues.issue_ids(sample, IssueFilter(states=("planned",)))
    rows = issues.issue_rows(sample, planned)
    assert {row["publication_name"] for row in rows} == {"云澜信息·每日快报", "要情专报"}
    items = [item for key in planned for item in issues.items(sample, key)]
    assert all(item["reviewed_revision"] == item["revision"] for item in items)


def test_a_year_of_history_can_be_counted(sample: Office) -> None:
    table = statistics(sample, parse_period("2026"))
    assert 1500 < table.total.submitted < 2500
    assert 0 < table.total.adopted_items < table.total.adopted_places
    assert any(row.submitted == 0 for row in table.rows)


def test_numbers_go_on_from_the_history(sample: Office) -> None:
    last = max(row["number"] for row in issues.issue_rows(
        sample, issues.issue_ids(sample, IssueFilter(year=2026, words="每日快报"))))  # fmt: skip
    series = f"issue:{issues.find_publication(sample, '每日快报')}"
    taken = sample.file.value("SELECT last FROM counter WHERE series = ? AND year = 2026", series)
    assert taken == last


def test_the_file_holds_and_history_asks_for_no_stored_pages(sample: Office) -> None:
    verdicts = list(verify(sample))
    assert [each for each in verdicts if not each.ok] == []
    assert "issued_file" not in {each.subject for each in verdicts}


def test_a_past_issue_is_laid_out_from_its_text(sample: Office) -> None:
    key = issues.find_issue(sample, "每日快报:2026:1")
    assert printing.stored_file(sample, key, "pdf") is None
    assert printing.export_issue(sample, key, "pdf").startswith(b"%PDF-")


def test_the_plan_names_only_reports_that_are_there() -> None:
    plan = day_plan()
    named = {number for each in plan.articles for number in each.sources}
    assert named <= plan.decisions.keys()
    assert {key for _name, keys in plan.issues for key in keys} <= named


def test_the_history_cannot_be_undone(sample: Office) -> None:
    past = [row for row in acts(sample) if row["name"].startswith("登记往期")]
    assert [bool(row["final"]) for row in past] == [True, True]


def test_progress_is_told_and_the_machine_kept(sample: Office) -> None:
    assert [step[:2] for step in TOLD] == [(0, 4), (1, 4), (2, 4), (4, 4)]
    assert sample.machine is Machine.SECRET


def test_nothing_is_left_where_a_file_is_already(tmp_path: Path) -> None:
    path = tmp_path / "s.xinxi"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(UserError, match="没有覆盖"):
        create_sample(path)
    assert path.read_text(encoding="utf-8") == "mine"
