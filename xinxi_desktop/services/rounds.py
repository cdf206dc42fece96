"""Several steps that an office takes in one go, each still an act of its own.

A step that was done before is not done again, so that a round refused half-way (an article not
yet reviewed, a character no font has) goes on from there.
"""

from __future__ import annotations

from collections.abc import Iterator

from xinxi_desktop.domain.states import ISSUE_MOVES
from xinxi_desktop.domain.vocabulary import IssueState
from xinxi_desktop.services import printing, signing
from xinxi_desktop.services.issues import issue
from xinxi_desktop.services.office import Changes, Office


def prove_issue(office: Office, issue_id: int, *, person: int | None = None) -> Iterator[Changes]:
    """拟编 → 核稿 → 清样 → 送签."""
    if _state(office, issue_id) in ISSUE_MOVES["check"]:
        yield signing.send_to_check(office, issue_id, person=person)
    yield signing.make_proof(office, issue_id, person=person)
    yield signing.send_for_signature(office, issue_id, person=person)


def finalise_issue(
    office: Office, issue_id: int, *, person: int, on: str = ""
) -> Iterator[Changes]:
    """复核 and 定版 by one person who is not the issue's editor."""
    if _state(office, issue_id) is not IssueState.RECHECKED:
        yield printing.recheck(office, issue_id, person=person)
    yield printing.finalise(office, issue_id, person=person, on=on)


def print_issue(
    office: Office, issue_id: int, *, person: int | None = None, on: str = ""
) -> Iterator[Changes]:
    """付印 and 印发."""
    if _state(office, issue_id) is not IssueState.PRINTING:
        yield printing.send_to_print(office, issue_id, person=person)
    yield printing.print_out(office, issue_id, person=person, on=on)


def _state(office: Office, issue_id: int) -> IssueState:
    return IssueState(issue(office, issue_id)["state"])
