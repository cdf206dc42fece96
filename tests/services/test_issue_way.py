"""Who took each step of an issue, and when."""

from __future__ import annotations

import office_maker as make

from xinxi_desktop.domain.vocabulary import IssueState
from xinxi_desktop.services.acts import undo_last
from xinxi_desktop.services.issue_way import steps_taken
from xinxi_desktop.services.office import Office
from xinxi_desktop.services.signing import send_to_check


def test_every_step_taken_has_its_person_and_time(office: Office) -> None:
    taken = steps_taken(office, make.printed_issue(office))
    assert set(taken) == set(IssueState) - {IssueState.RETURNED, IssueState.DEFERRED}
    assert all(row["at"] and row["person_name"] for row in taken.values())


def test_an_undone_step_was_not_taken(office: Office) -> None:
    key = make.issue(office)
    send_to_check(office, key)
    undo_last(office)
    assert IssueState.CHECKING not in steps_taken(office, key)
