"""Putting an issue together."""

from __future__ import annotations

import office_maker as make
import pytest

from xinxi_desktop.domain.vocabulary import Disposition
from xinxi_desktop.errors import UserError
from xinxi_desktop.services.articles import article, create_article
from xinxi_desktop.services.intake import dispose, submission
from xinxi_desktop.services.issues import (
    add_articles,
    change_issue,
    create_issue,
    find_issue,
    find_publication,
    issue,
    items,
    order_items,
    take_out,
)
from xinxi_desktop.services.office import Office, find_person
from xinxi_desktop.services.printing import finalise, recheck
from xinxi_desktop.services.signing import return_issue


def test_articles_stand_in_the_order_given(office: Office) -> None:
    first, second = make.article(office, "甲"), make.article(office, "乙")
    key = create_issue(office, 1, [second, first]).id
    assert [row["title"] for row in items(office, key)] == ["乙", "甲"]


def test_items_can_be_put_into_another_order(office: Office) -> None:
    key = make.issue(office)
    ids = [row["id"] for row in items(office, key)]
    order_items(office, key, ids[::-1])
    assert [row["id"] for row in items(office, key)] == ids[::-1]


def test_an_article_stands_once_in_an_issue(office: Office) -> None:
    key = make.issue(office)
    with pytest.raises(UserError) as refused:
        add_articles(office, key, [items(office, key)[0]["article"]])
    assert refused.value.code == "article_twice"


def test_a_single_topic_publication_takes_one_article(office: Office) -> None:
    two = [make.article(office, "甲"), make.article(office, "乙")]
    with pytest.raises(UserError, match="一期只登一题"):
        create_issue(office, find_publication(office, "要情专报"), two)


def test_an_issue_takes_the_strictest_marks_of_its_items(office: Office) -> None:
    plain = make.article(office, "甲")
    marked = make.article(office, "乙", secrecy="work_secret", tone="problem", urgency="urgent")
    found = issue(office, create_issue(office, 1, [plain, marked]).id)
    assert (found["secrecy"], found["tone"], found["urgency"]) == (
        "work_secret", "problem", "urgent",
    )  # fmt: skip


def test_an_issue_mark_is_never_below_an_items(office: Office) -> None:
    key = create_issue(office, 1, [make.article(office, "乙", secrecy="work_secret")]).id
    with pytest.raises(UserError) as refused:
        change_issue(office, key, {"secrecy": "内部"})
    assert refused.value.code == "mark_too_low"


def test_an_item_taken_out_leaves_no_gap(office: Office) -> None:
    key = make.issue(office, count=3)
    take_out(office, items(office, key)[1]["id"])
    assert [row["position"] for row in items(office, key)] == [1, 2]


def test_an_article_in_two_issues_is_not_held_over_by_leaving_one(office: Office) -> None:
    used = make.article(office, "甲")
    first, second = (create_issue(office, number, [used]).id for number in (1, 5))
    take_out(office, items(office, first)[0]["id"])
    assert article(office, used)["state"] == "placed"
    take_out(office, items(office, second)[0]["id"])
    assert article(office, used)["state"] == "held_over"


@pytest.mark.parametrize("word", ["快报", "《每日快报》", "每日快报"])
def test_a_publication_is_found_by_part_of_its_name(office: Office, word: str) -> None:
    assert find_publication(office, word) == 1


@pytest.mark.parametrize("word", ["日", "周报"])
def test_a_word_that_does_not_name_one_publication_is_a_sentence(office: Office, word: str) -> None:
    with pytest.raises(UserError, match="现有刊物"):
        find_publication(office, word)


@pytest.mark.parametrize("word", ["每日快报:2026:99", "99", "第一期"])
def test_an_unknown_issue_is_a_sentence(office: Office, word: str) -> None:
    with pytest.raises(UserError, match="没有改动"):
        find_issue(office, word)


def test_an_unknown_person_is_told_who_there_is(office: Office) -> None:
    with pytest.raises(UserError, match="秘书长"):
        find_person(office, "王五")


def test_a_merged_article_carries_all_contributors_and_the_strictest_tone(office: Office) -> None:
    units = make.unit(office, "甲县"), make.unit(office, "乙县")
    reports = [
        make.report(office, f"第{unit}报", units=(unit,), tone=tone)
        for unit, tone in zip(units, ("good", "problem"), strict=True)
    ]
    row = article(office, create_article(office, reports, title="两县情况").id)
    assert (row["form"], row["tone"], len(row["document"].blocks)) == ("merged", "problem", 10)


def test_a_rejection_wants_a_reason(office: Office) -> None:
    key = make.report(office)
    with pytest.raises(UserError, match="理由"):
        dispose(office, [key], Disposition.REJECT)
    dispose(office, [key], Disposition.REJECT, "缺数据")
    assert submission(office, key)["reason"] == "缺数据"


def test_an_article_can_be_put_in_at_a_place(office: Office) -> None:
    key = make.issue(office)
    add_articles(office, key, [make.article(office, "插入的一条")], at=1)
    assert [row["title"] for row in items(office, key)] == ["第0条情况", "插入的一条", "第1条情况"]


def test_an_issue_made_a_supplement_leaves_the_regular_series(office: Office) -> None:
    key = make.signed_issue(office)
    recheck(office, key, person=find_person(office, "校对"))
    finalise(office, key, person=find_person(office, "科长"))
    return_issue(office, key, "改为增刊")
    change_issue(office, key, {"supplement": True})
    found = issue(office, key)
    assert (found["supplement"], found["number"], found["running"]) == (1, None, None)
