"""Several steps in one go, going on where they stopped."""

from __future__ import annotations

import office_maker as make
import pytest

from xinxi_desktop.errors import UserError
from xinxi_desktop.services.articles import create_article
from xinxi_desktop.services.issues import create_issue, find_publication, issue
from xinxi_desktop.services.numbers import set_last_number
from xinxi_desktop.services.office import Office, find_person
from xinxi_desktop.services.printing import recheck
from xinxi_desktop.services.reviewing import review_article
from xinxi_desktop.services.rounds import finalise_issue, print_issue, prove_issue


def test_a_proof_goes_on_after_the_review(office: Office) -> None:
    article = create_article(office, [make.report(office)]).id
    key = create_issue(office, find_publication(office, "每日快报"), [article]).id
    with pytest.raises(UserError, match="没有核稿"):
        list(prove_issue(office, key))
    review_article(office, article, person=find_person(office, "科长"))
    assert len(list(prove_issue(office, key))) == 2
    assert issue(office, key)["state"] == "sent"


def test_a_recheck_done_before_is_not_done_again(office: Office) -> None:
    key = make.signed_issue(office)
    proofreader = find_person(office, "校对")
    recheck(office, key, person=proofreader)
    assert len(list(finalise_issue(office, key, person=proofreader))) == 1


def test_print_ends_at_printed(office: Office) -> None:
    key = make.signed_issue(office)
    list(finalise_issue(office, key, person=find_person(office, "校对")))
    list(print_issue(office, key, on="2026-11-23"))
    assert issue(office, key)["state"] == "printed"


def test_the_first_issue_of_all_begins_the_running_number(office: Office) -> None:
    key = make.signed_issue(office)
    list(finalise_issue(office, key, person=find_person(office, "校对")))
    assert (issue(office, key)["number"], issue(office, key)["running"]) == (1, 1)


def test_a_series_that_goes_on_has_no_running_number_unless_told(office: Office) -> None:
    set_last_number(office, find_publication(office, "每日快报"), 2026, 53)
    key = make.signed_issue(office)
    list(finalise_issue(office, key, person=find_person(office, "校对")))
    assert (issue(office, key)["number"], issue(office, key)["running"]) == (54, None)
