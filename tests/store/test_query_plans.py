"""Every list's query uses an index (EXPLAIN QUERY PLAN)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import office_maker as make
import pytest

from xinxi_desktop.domain.filters import ArticleFilter, IssueFilter, SubmissionFilter
from xinxi_desktop.services.office import Office
from xinxi_desktop.store import (
    acts,
    articles,
    distribution,
    forms,
    issues,
    searches,
    steps,
    submissions,
)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    made = make.new_office(Path(tmp_path_factory.mktemp("plans")))
    yield made
    made.close()


LISTS = [
    submissions.listing_sql(SubmissionFilter()),
    submissions.listing_sql(SubmissionFilter(states=("pending",))),
    submissions.listing_sql(SubmissionFilter(dispositions=("keep",))),
    submissions.listing_sql(SubmissionFilter(kinds=("problem",))),
    submissions.listing_sql(SubmissionFilter(sort="received_at")),
    submissions.listing_sql(SubmissionFilter(sort="kind")),
    submissions.listing_sql(SubmissionFilter(sort="state")),
    submissions.listing_sql(SubmissionFilter(sort="characters")),
    submissions.listing_sql(SubmissionFilter(unit=3)),
    submissions.listing_sql(SubmissionFilter(words="信息")),
    submissions.listing_sql(SubmissionFilter(commissioned=True)),
    submissions.listing_sql(SubmissionFilter(to_verify=True)),
    submissions.listing_sql(SubmissionFilter(states=("pending",), editor=1)),
    submissions.listing_sql(SubmissionFilter(trashed=True)),
    (submissions.COUNTS, ["2026-01-01", "2026-01-02"]),
    (submissions.OTHER_COUNTS, [1]),
    (submissions.URGENT, []),
    submissions.listing_sql(SubmissionFilter(received_from="2026-01-01", sort="received_at")),
    articles.listing_sql(ArticleFilter()),
    articles.listing_sql(ArticleFilter(states=("draft",), sort="id")),
    articles.listing_sql(ArticleFilter(words="信息")),
    issues.listing_sql(IssueFilter()),
    issues.listing_sql(IssueFilter(states=("planned",))),
    issues.listing_sql(IssueFilter(publication=1)),
    (distribution.RECIPIENTS, [1]),
    (distribution.SHARES, [1]),
    (distribution.RETURNS, [1]),
    (distribution.RETURNS_OF, [1]),
    (distribution.PRINT_RUNS, [1]),
    (distribution.FINAL_RUN, [1]),
    (acts.ROWS_OF_ACT, [1, "distribution"]),
    (acts.ACTS_ON_ISSUE, [1] * 6),
    (steps.STEP_IDS, [100]),
    (steps.STEP_ROWS, ["[1]"]),
    (steps.ACTS_SINCE, [1]),
    (steps.TOUCHED, ["[1]"]),
    (searches.KEPT, ["inbox", 1]),
    (steps.CHANGED, ["[1]"]),
    (steps.BATCH, ["x"]),
    (issues.BEARING, [1, 2, 2]),
    (issues.BY_CODE, ["3A2F91", "3A2F91G"]),
    (distribution.BEARING_COPY, [7, 7]),
    (forms.CORRECTIONS, [1]),
    (forms.CORRECTIONS_IN_YEAR, ["2026-01-01", "2026-12-31"]),
    (forms.PRINTED_IN_YEAR, ["2026-01-01", "2026-12-31"]),
]


def _cheap(step: str) -> bool:
    # A subquery is what was found by an index before: its own step is in the plan too.
    found = step.startswith("SCAN (subquery")
    return "INDEX" in step.upper() or step == "SCAN CONSTANT ROW" or found


@pytest.mark.parametrize("query", LISTS, ids=[sql[:90] for sql, _ in LISTS])
def test_a_list_reads_by_an_index(office: Office, query: tuple[str, list[object]]) -> None:
    sql, values = query
    plan = [row["detail"] for row in office.file.all(f"EXPLAIN QUERY PLAN {sql}", *values)]
    scans = [step for step in plan if step.startswith("SCAN") and not _cheap(step)]
    by_rowid = sql.endswith(("FROM issue ORDER BY id DESC", "ORDER BY act.id DESC LIMIT ?"))
    assert scans == [] or by_rowid, plan


@pytest.mark.parametrize("query", LISTS[:9], ids=[sql[:90] for sql, _ in LISTS[:9]])
def test_a_plain_list_is_not_sorted_in_memory(
    office: Office, query: tuple[str, list[object]]
) -> None:
    sql, values = query
    plan = [row["detail"] for row in office.file.all(f"EXPLAIN QUERY PLAN {sql}", *values)]
    sorted_whole = [step for step in plan if step == "USE TEMP B-TREE FOR ORDER BY"]
    assert sorted_whole == [] or "contribution" in sql, plan
