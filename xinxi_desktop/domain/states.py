"""What may be done in which state, and what comes of it: one table for the whole workflow.

``MOVES[subject][action]`` maps each state from which the action is allowed to the state after
it; practice.md §1.1–1.3 is the source. ``LABELS`` gives the action's word on buttons, in
sentences and in the record of acts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from xinxi_desktop.domain.vocabulary import (
    ArticleState as A,
)
from xinxi_desktop.domain.vocabulary import (
    IssueState as I,
)
from xinxi_desktop.domain.vocabulary import (
    SubmissionState as S,
)
from xinxi_desktop.domain.vocabulary import (
    Vocabulary,
)
from xinxi_desktop.errors import UserError

State = TypeVar("State", bound=Vocabulary)

SUBMISSION_MOVES: dict[str, dict[S, S]] = {
    "correct": {state: state for state in S},
    "dispose": {S.PENDING: S.SCREENED, S.SCREENED: S.SCREENED},
    "trash": {S.PENDING: S.PENDING, S.SCREENED: S.SCREENED},
    "draft": {S.PENDING: S.DRAFTED, S.SCREENED: S.DRAFTED, S.DRAFTED: S.DRAFTED,
              S.ADOPTED: S.ADOPTED},
    "undraft": {S.DRAFTED: S.SCREENED, S.ADOPTED: S.ADOPTED},
    "adopt": {S.DRAFTED: S.ADOPTED, S.ADOPTED: S.ADOPTED},
}  # fmt: skip

ARTICLE_MOVES: dict[str, dict[A, A]] = {
    "edit": {A.DRAFT: A.DRAFT, A.IN_REVIEW: A.DRAFT, A.REVIEWED: A.DRAFT,
             A.RETURNED: A.RETURNED, A.PLACED: A.PLACED, A.HELD_OVER: A.HELD_OVER},
    "submit": {A.DRAFT: A.IN_REVIEW, A.RETURNED: A.IN_REVIEW, A.HELD_OVER: A.IN_REVIEW},
    "review": {A.DRAFT: A.REVIEWED, A.IN_REVIEW: A.REVIEWED, A.REVIEWED: A.REVIEWED,
               A.RETURNED: A.REVIEWED, A.PLACED: A.PLACED, A.HELD_OVER: A.REVIEWED},
    "return": {A.DRAFT: A.RETURNED, A.IN_REVIEW: A.RETURNED, A.REVIEWED: A.RETURNED,
               A.HELD_OVER: A.RETURNED, A.PLACED: A.PLACED},
    "place": {A.DRAFT: A.PLACED, A.IN_REVIEW: A.PLACED, A.REVIEWED: A.PLACED,
              A.PLACED: A.PLACED, A.SIGNED: A.SIGNED, A.PRINTED: A.PRINTED,
              A.HELD_OVER: A.PLACED},
    "take_out": {A.PLACED: A.HELD_OVER, A.SIGNED: A.HELD_OVER, A.PRINTED: A.PRINTED},
    "sign": {A.PLACED: A.SIGNED, A.SIGNED: A.SIGNED, A.PRINTED: A.PRINTED},
    "reopen": {A.SIGNED: A.PLACED, A.PLACED: A.PLACED, A.PRINTED: A.PRINTED},
    "transcribe": {A.SIGNED: A.SIGNED},
    "print": {A.SIGNED: A.PRINTED, A.PRINTED: A.PRINTED},
}  # fmt: skip

_OPEN = (I.PLANNED, I.CHECKING, I.RETURNED, I.DEFERRED)
_BEFORE_PRINT = (*_OPEN, I.PROOF, I.SENT, I.SIGNED, I.RECHECKED, I.FINALISED)
_REOPENED = {I.PROOF: I.CHECKING, I.SENT: I.CHECKING, I.SIGNED: I.CHECKING,
             I.RECHECKED: I.CHECKING, I.FINALISED: I.CHECKING}  # fmt: skip

ISSUE_MOVES: dict[str, dict[I, I]] = {
    "arrange": {state: state for state in _OPEN},
    "check": {I.PLANNED: I.CHECKING, I.RETURNED: I.CHECKING, I.DEFERRED: I.CHECKING},
    "proof": {I.CHECKING: I.PROOF, I.PROOF: I.PROOF},
    "send": {I.PROOF: I.SENT},
    "sign": {I.SENT: I.SENT},
    "sign_last": {I.SENT: I.SIGNED},
    "return": {state: I.RETURNED for state in _BEFORE_PRINT if state is not I.RETURNED},
    "defer": {state: I.DEFERRED for state in _BEFORE_PRINT if state is not I.DEFERRED},
    "take_out": {state: _REOPENED.get(state, state) for state in _BEFORE_PRINT},
    "move": dict.fromkeys(_BEFORE_PRINT, I.PLANNED),
    "transcribe": {I.SIGNED: I.SIGNED, I.RECHECKED: I.SIGNED},
    "resubmit": {I.SIGNED: I.CHECKING, I.RECHECKED: I.CHECKING, I.FINALISED: I.CHECKING},
    "recheck": {I.SIGNED: I.RECHECKED},
    "finalise": {I.RECHECKED: I.FINALISED},
    "send_to_print": {I.FINALISED: I.PRINTING},
    "print_out": {I.PRINTING: I.PRINTED},
}

LABELS = {
    "correct": "更正登记", "dispose": "初选", "trash": "删除", "draft": "成稿", "undraft": "撤销成稿",
    "adopt": "采用", "edit": "修改稿件", "submit": "送核", "review": "核稿", "return": "退改",
    "place": "入期", "take_out": "撤下", "reopen": "重新打开", "print": "印发",
    "arrange": "编排", "check": "送核稿", "proof": "出清样", "send": "送签", "sign": "签发",
    "sign_last": "签发", "defer": "缓发", "move": "改刊", "transcribe": "誊改",
    "resubmit": "复审", "recheck": "复核", "finalise": "定版", "send_to_print": "付印",
    "print_out": "印发",
}  # fmt: skip


_WAYS_OUT = {
    A.SIGNED: "领导在清样上的改动，请到“排版”里用“更多—誊改”；其他改动用“更多—复审”。",
    A.PRINTED: "要更正印出去的内容，请到“排版”打开刊发它的那一期，用“更多—更正”。",
}
"""What to do instead with an article that went too far to be changed."""


def move(moves: Mapping[str, Mapping[State, State]], action: str, state: State, what: str) -> State:
    """Give the state after ``action``; UserError says why not, and what to do."""
    allowed = moves[action]
    if state in allowed:
        return allowed[state]
    verb = "再改" if action == "edit" else LABELS[action]
    way = _WAYS_OUT.get(state, "") if isinstance(state, A) else ""
    when = _one_of([f"“{word}”" for word in _distinct(each.label for each in allowed)])
    raise UserError(
        "wrong_state",
        f"{what}{_stands(state)}，不能{verb}。没有改动。{way or f'它是{when}时才能{verb}。'}",
    )


def actions(moves: Mapping[str, Mapping[State, State]], state: State) -> frozenset[str]:
    """Give the actions allowed in a state, to enable buttons."""
    return frozenset(action for action, allowed in moves.items() if state in allowed)


def _distinct(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))


def _stands(state: Vocabulary) -> str:
    """Say a state after its subject: “已印发” says itself, “拟编” needs a verb."""
    return state.label if state.label.startswith("已") else f"现在是“{state.label}”"


def _one_of(words: list[str]) -> str:
    return "或".join(("、".join(words[:-1]), words[-1])) if len(words) > 1 else words[0]
