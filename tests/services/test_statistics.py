"""Counting by architecture.md 14."""

from __future__ import annotations

import office_maker as make
import pytest

from xinxi_desktop.domain.counting import CountRow
from xinxi_desktop.domain.period import Period, parse_period
from xinxi_desktop.services import statistics as service
from xinxi_desktop.services.articles import create_article
from xinxi_desktop.services.issues import create_issue
from xinxi_desktop.services.office import Office, find_person
from xinxi_desktop.services.printing import finalise, print_out, recheck, send_to_print
from xinxi_desktop.services.reviewing import review_article
from xinxi_desktop.services.signing import (
    chain,
    make_proof,
    send_for_signature,
    send_to_check,
    sign,
)

YEAR = parse_period("2026")


def printed(office: Office, publication: int, articles: list[int], on: str) -> int:
    """Bring articles to paper in one issue."""
    key = create_issue(office, publication, articles).id
    send_to_check(office, key)
    make_proof(office, key)
    send_for_signature(office, key)
    for post in chain(office, key):
        sign(office, key, person=find_person(office, post.label), on=on)
    recheck(office, key, person=find_person(office, "校对"))
    finalise(office, key, person=find_person(office, "科长"), on=on)
    send_to_print(office, key)
    print_out(office, key, on=on)
    return key


def article_of(office: Office, *reports: int) -> int:
    key = create_article(office, reports).id
    review_article(office, key, person=find_person(office, "科长"))
    return key


def row(office: Office, name: str, period: Period = YEAR) -> CountRow:
    return next(each for each in service.statistics(office, period).rows if each.unit == name)


@pytest.fixture
def counted(office: Office) -> Office:
    """甲 2 sent, 1 used twice; 甲+乙 joint 1 used once; 丙 nothing."""
    a, b = make.unit(office, "甲县"), make.unit(office, "乙县")
    make.unit(office, "丙县")
    single = make.report(office, "甲单报", units=(a,), received_at="2026-03-31T23:59:59+08:00")
    make.report(office, "甲未用", units=(a,), received_at="2026-04-01T00:00:00+08:00")
    joint = make.report(office, "甲乙联报", units=(a, b), received_at="2026-05-01T08:00:00+08:00")
    used = article_of(office, single)
    printed(office, 1, [used, article_of(office, joint)], "2026-06-01")
    printed(office, 5, [used], "2026-07-02")
    return office


def test_items_and_places_are_kept_apart(counted: Office) -> None:
    found = row(counted, "甲县")
    assert (found.submitted, found.adopted_items, found.adopted_places) == (3, 2, 3)
    assert str(found.rate) == "0.6667"


def test_each_contributing_unit_counts_one_and_the_total_counts_distinct(counted: Office) -> None:
    table = service.statistics(counted, YEAR)
    assert sum(each.submitted for each in table.rows) == 4
    assert (table.total.submitted, table.total.adopted_items, table.total.adopted_places) == (
        3,
        2,
        3,
    )


def test_a_unit_without_reports_keeps_its_row(counted: Office) -> None:
    found = row(counted, "丙县")
    assert (found.submitted, found.rate) == (0, None)


def test_both_days_of_a_period_belong_to_it(counted: Office) -> None:
    assert row(counted, "甲县", parse_period("2026-03")).submitted == 1
    assert row(counted, "甲县", parse_period("2026-04-01..2026-04-01")).submitted == 1


def test_what_is_printed_after_the_period_does_not_count(counted: Office) -> None:
    first_half = row(counted, "甲县", parse_period("2026H1"))
    assert (first_half.adopted_items, first_half.adopted_places) == (2, 2)


def test_places_are_counted_per_publication(counted: Office) -> None:
    found = row(counted, "甲县").publications
    assert (found["每日快报"], found["工作交流"]) == (2, 1)


def test_a_number_lists_what_it_counts(counted: Office) -> None:
    unit = row(counted, "甲县").unit_id
    assert len(service.submitted_list(counted, YEAR, unit)) == 3
    places = service.adopted_list(counted, YEAR, unit)
    assert [place["title"] for place in places] == ["甲单报", "甲乙联报", "甲单报"]
    assert len(service.adopted_list(counted, YEAR, unit, "工作交流")) == 1


def test_units_stand_in_the_offices_order(counted: Office) -> None:
    names = [each.unit for each in service.statistics(counted, YEAR).rows]
    assert names == ["甲县", "乙县", "丙县"]


def test_a_period_without_data_is_an_empty_table_with_all_rows(counted: Office) -> None:
    table = service.statistics(counted, parse_period("2020"))
    assert table.empty
    assert len(table.rows) == 3


def test_the_workbook_reads_back_as_the_table(counted: Office, tmp_path: object) -> None:
    import io

    from python_calamine import load_workbook

    data = service.statistics_xlsx(counted, service.statistics(counted, YEAR))
    book = load_workbook(io.BytesIO(data))
    rows = book.get_sheet_by_name("统计").to_python()
    assert rows[3][1:7] == ["甲县", "县区", 3, 2, 3, pytest.approx(2 / 3)]
    assert rows[5][6] == "—"
