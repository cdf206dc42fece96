"""The whole-issue check on issues in the file."""

from __future__ import annotations

import office_maker as make
from distribution_acts import listed_issue

from xinxi_desktop.services.articles import create_article
from xinxi_desktop.services.distribution import save_share
from xinxi_desktop.services.issues import change_issue, change_item, create_issue, items
from xinxi_desktop.services.office import Office, find_person
from xinxi_desktop.services.reviewing import review_article
from xinxi_desktop.services.signing import send_for_signature
from xinxi_desktop.services.whole_issue import check_issue, passed


def rules(office: Office, issue: int) -> list[str]:
    return [finding.rule for finding in check_issue(office, issue)]


def test_an_issue_without_readers_is_an_error(office: Office) -> None:
    key = make.issue(office)
    change_issue(office, key, {"report_to": "", "send_to": "", "issue_to": ""})

    assert "recipients" in rules(office, key)


def test_two_articles_of_one_report_are_found(office: Office) -> None:
    report = make.report(office)
    articles = []
    for _ in range(2):
        key = create_article(office, [report]).id
        review_article(office, key, person=find_person(office, "科长"))
        articles.append(key)
    issue = create_issue(office, 1, articles).id

    assert "twice" in rules(office, issue)


def test_a_unit_called_by_its_short_name_too_is_found(office: Office) -> None:
    make.unit(office, "安渡区委办公室", "安渡区委办")
    texts = ("安渡区委办公室反映一件事。", "安渡区委办反映另一件事。")
    articles = [create_article(office, [make.report(office, t, t)]).id for t in texts]
    for key in articles:
        review_article(office, key, person=find_person(office, "科长"))

    assert "unit_names" in rules(office, create_issue(office, 1, articles).id)


def test_columns_of_the_publication_are_known(office: Office) -> None:
    key = make.issue(office)
    change_item(office, items(office, key)[0]["id"], {"column_name": "动态"})

    assert any("要情、经验" in finding.words for finding in check_issue(office, key))


def test_the_issues_own_list_counts_before_the_publications(office: Office) -> None:
    key = listed_issue(office, "甲", "乙")
    save_share(office, key, None, {"name": "加发的", "copies": 60})

    said = [finding.words for finding in check_issue(office, key) if finding.rule == "copies"]
    assert "分发对象合计 64 份" in said[0]


def test_what_was_sent_nevertheless_is_known_the_next_time(office: Office) -> None:
    key = make.proven_issue(office)
    findings = check_issue(office, key)
    assert [finding.rule for finding in passed(office, key).news(findings)] == ["recipients"]
    send_for_signature(office, key, "口头指定", findings=findings)
    before = passed(office, key)
    assert (before.reason, before.news(check_issue(office, key))) == ("口头指定", [])
