"""What may be done in which state."""

from __future__ import annotations

import pytest

from xinxi_desktop.domain.states import (
    ARTICLE_MOVES,
    ISSUE_MOVES,
    LABELS,
    SUBMISSION_MOVES,
    actions,
    move,
)
from xinxi_desktop.domain.vocabulary import ArticleState, IssueState, SubmissionState
from xinxi_desktop.errors import UserError


def test_an_issue_walks_from_planned_to_printed() -> None:
    state = IssueState.PLANNED
    walk = ("check", "proof", "send", "sign", "sign_last", "recheck", "finalise")
    for action in (*walk, "send_to_print", "print_out"):
        state = move(ISSUE_MOVES, action, state, "本期")
    assert state is IssueState.PRINTED


@pytest.mark.parametrize("state", [IssueState.PRINTING, IssueState.PRINTED])
@pytest.mark.parametrize("action", ["return", "defer", "take_out", "move", "arrange", "resubmit"])
def test_nothing_leads_back_from_printing(state: IssueState, action: str) -> None:
    with pytest.raises(UserError, match="没有改动"):
        move(ISSUE_MOVES, action, state, "本期")


def test_a_final_print_needs_a_recorded_signature() -> None:
    before = {state for state, after in ISSUE_MOVES["finalise"].items()}
    assert before == {IssueState.RECHECKED}
    assert set(ISSUE_MOVES["recheck"]) == {IssueState.SIGNED}


def test_a_signed_article_cannot_be_edited() -> None:
    with pytest.raises(UserError) as refused:
        move(ARTICLE_MOVES, "edit", ArticleState.SIGNED, "《甲》")
    assert refused.value.code == "wrong_state"


def test_a_refusal_names_the_state_and_the_allowed_ones() -> None:
    with pytest.raises(UserError, match=r"现在是“拟编”，不能定版.*它是“复核”时才能定版"):
        move(ISSUE_MOVES, "finalise", IssueState.PLANNED, "本期")


def test_a_printed_article_is_corrected_in_its_issue() -> None:
    with pytest.raises(UserError, match=r"^这篇稿件已印发，不能再改。没有改动。.*更多—更正"):
        move(ARTICLE_MOVES, "edit", ArticleState.PRINTED, "这篇稿件")


def test_an_adopted_submission_stays_adopted_when_used_again() -> None:
    assert move(SUBMISSION_MOVES, "draft", SubmissionState.ADOPTED, "来稿") == "adopted"


def test_buttons_follow_the_table() -> None:
    assert actions(ISSUE_MOVES, IssueState.PRINTED) == frozenset()


def test_every_action_has_its_word() -> None:
    named = {*SUBMISSION_MOVES, *ARTICLE_MOVES, *ISSUE_MOVES}
    assert named == set(LABELS)
