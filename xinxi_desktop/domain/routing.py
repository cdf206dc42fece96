"""Who signs: publication × tone × secrecy × direction (practice.md §1.4).

A rule with an empty condition fits everything. The most special fitting rule wins; a state
secret always takes the strictest of all chains that could apply.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from xinxi_desktop.domain.secrecy import is_state_secret
from xinxi_desktop.domain.vocabulary import Direction, Post, Secrecy, Tone
from xinxi_desktop.errors import UserError

_RANK = list(Post)


@dataclass(frozen=True, slots=True)
class ChainRule:
    """Posts in signing order under conditions; None fits everything."""

    posts: tuple[Post, ...]
    publication: int | None = None
    tone: Tone | None = None
    secrecy: Secrecy | None = None
    direction: Direction | None = None


@dataclass(frozen=True, slots=True)
class IssueTraits:
    """What the chain of an issue depends on."""

    publication: int
    tone: Tone
    secrecy: Secrecy
    direction: Direction
    single_topic: bool


def chain_for(rules: Iterable[ChainRule], issue: IssueTraits) -> tuple[Post, ...]:
    """Give the posts that must sign, in order; UserError if no rule fits.

    Tone counts only where an issue has one topic or goes upward: one 忧 item among eight does
    not send a daily bulletin to the secretary-general.
    """
    tone = issue.tone if issue.single_topic or issue.direction is Direction.UPWARD else None
    fitting = [rule for rule in rules if _fits(rule, issue, tone)]
    if not fitting:
        raise UserError(
            "no_chain",
            "这种刊物还没有设签批链，不能送签。没有改动。请在“单位与信息员—签批链”里补上。",
        )
    if is_state_secret(issue.secrecy):
        return max(fitting, key=_strictness).posts
    return max(fitting, key=lambda rule: (_speciality(rule), _strictness(rule))).posts


def _fits(rule: ChainRule, issue: IssueTraits, tone: Tone | None) -> bool:
    return (
        rule.publication in (None, issue.publication)
        and rule.tone in (None, tone)
        and rule.secrecy in (None, issue.secrecy)
        and rule.direction in (None, issue.direction)
    )


def _speciality(rule: ChainRule) -> int:
    conditions = (rule.publication, rule.tone, rule.secrecy, rule.direction)
    return sum(condition is not None for condition in conditions)


def _strictness(rule: ChainRule) -> tuple[int, int]:
    return max((_RANK.index(post) for post in rule.posts), default=-1), len(rule.posts)
