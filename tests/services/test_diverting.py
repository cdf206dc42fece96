"""改发: one item of an issue goes out in another publication."""

from __future__ import annotations

import office_maker as make
import pytest

from xinxi_desktop.domain.vocabulary import Post
from xinxi_desktop.errors import UserError
from xinxi_desktop.services.articles import article
from xinxi_desktop.services.diverting import divert_item, targets
from xinxi_desktop.services.issues import find_publication, issue, items
from xinxi_desktop.services.office import Office
from xinxi_desktop.services.signing import chain


def test_the_item_stands_alone_in_a_new_issue_with_its_review(office: Office) -> None:
    key = make.issue(office, count=3)
    item = items(office, key)[1]
    new = divert_item(office, item["id"], find_publication(office, "要情专报")).id
    assert [row["article"] for row in items(office, new)] == [item["article"]]
    assert [row["position"] for row in items(office, key)] == [1, 2]
    row = article(office, item["article"])
    assert (row["state"], row["reviewed_revision"]) == ("placed", row["revision"])


def test_the_new_issue_has_the_other_publications_chain_and_readers(office: Office) -> None:
    key = make.issue(office)
    special = find_publication(office, "要情专报")
    new = divert_item(office, items(office, key)[0]["id"], special).id
    row = issue(office, new)
    assert (row["publication"], row["state"]) == (special, "planned")
    assert row["report_to"] != issue(office, key)["report_to"]
    assert chain(office, new)[-1] is Post.SECRETARY_GENERAL


def test_a_signed_issue_that_loses_an_item_is_checked_again(office: Office) -> None:
    key = make.signed_issue(office)
    item = items(office, key)[0]
    divert_item(office, item["id"], find_publication(office, "要情专报"))
    assert issue(office, key)["state"] == "checking"
    assert article(office, item["article"])["state"] == "placed"


def test_an_item_is_not_diverted_to_its_own_publication(office: Office) -> None:
    key = make.issue(office)
    with pytest.raises(UserError, match="本来就在"):
        divert_item(office, items(office, key)[0]["id"], issue(office, key)["publication"])
    assert len(items(office, key)) == 2


def test_an_item_of_a_printed_issue_stays(office: Office) -> None:
    key = make.printed_issue(office)
    with pytest.raises(UserError) as refused:
        divert_item(office, items(office, key)[0]["id"], find_publication(office, "要情专报"))
    assert refused.value.code == "wrong_state"


def test_single_topic_publications_are_offered_first(office: Office) -> None:
    offered = targets(office, 1)
    assert offered[0]["single_topic"] and 1 not in [row["id"] for row in offered]
