"""The way of an issue so far: who took each step, and when."""

from __future__ import annotations

from collections.abc import Mapping

from xinxi_desktop.domain.vocabulary import IssueState
from xinxi_desktop.services.acts import Row, history
from xinxi_desktop.services.office import Office

_STEPS = {
    "组期": IssueState.PLANNED, "改刊": IssueState.PLANNED, "改发": IssueState.PLANNED,
    "送核稿": IssueState.CHECKING, "出清样": IssueState.PROOF, "送签": IssueState.SENT,
    "签发": IssueState.SIGNED, "誊改": IssueState.SIGNED, "复核": IssueState.RECHECKED,
    "定版": IssueState.FINALISED, "付印": IssueState.PRINTING, "印发": IssueState.PRINTED,
}  # fmt: skip


def steps_taken(office: Office, issue_id: int) -> Mapping[IssueState, Row]:
    """Give for each step its newest act (``at``, ``person_name``); undone ones do not count."""
    taken: dict[IssueState, Row] = {}
    for row in history(office, "issue", issue_id):
        step = _STEPS.get(row["name"])
        if step and not row["undone"]:
            taken.setdefault(step, row)
    return taken
