"""Secrecy travels with content: an issue is marked as highly as its most secret item.

practice.md §3: 公开 and 内部 are no secrecy levels and carry no ★; 秘密 and 机密 are state
secrets with a term; 绝密 is refused at the door. domain.md §8: without a statement 机密 lasts
20 years and 秘密 10.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from xinxi_desktop.domain.vocabulary import Machine, Secrecy
from xinxi_desktop.errors import UserError

_ORDER = list(Secrecy)
_CEILING = {
    Machine.UNCLASSIFIED: Secrecy.WORK_SECRET,
    Machine.SECRET: Secrecy.SECRET,
    Machine.CONFIDENTIAL: Secrecy.CONFIDENTIAL,
}
_UNSTATED_YEARS = {Secrecy.SECRET: 10, Secrecy.CONFIDENTIAL: 20}
_MONTHS = {"年": 12, "个月": 1, "月": 1}


def is_state_secret(level: Secrecy) -> bool:
    """Tell whether a level is a state secret (numbered copies, ★ and a term)."""
    return level in _UNSTATED_YEARS


def highest(levels: Iterable[Secrecy]) -> Secrecy:
    """Give the highest of some levels; 内部 for none, as bulletins are internal papers."""
    return max(levels, key=_ORDER.index, default=Secrecy.INTERNAL)


def longest_term(marks: Iterable[tuple[Secrecy, str]]) -> str:
    """Give the longest term among the secret items, as written; empty if none is secret."""
    terms = [
        (_months(level, term), term or f"{_UNSTATED_YEARS[level]}年")
        for level, term in marks
        if is_state_secret(level)
    ]
    return max(terms, default=(0, ""))[1]


def mark(level: Secrecy, term: str) -> str:
    """Write the mark as printed: ``机密★1年``; 工作秘密 without ★; nothing below it."""
    if is_state_secret(level):
        return f"{level.label}★{term or f'{_UNSTATED_YEARS[level]}年'}"
    return level.label if level is Secrecy.WORK_SECRET else ""


def check_ceiling(level: Secrecy, machine: Machine) -> None:
    """Refuse to mark anything higher than this machine may hold (practice.md §3)."""
    if _ORDER.index(level) > _ORDER.index(_CEILING[machine]):
        raise UserError(
            "above_machine_mark",
            f"本机类别是“{machine.label}”，不能标“{level.label}”。没有改动。"
            "这类内容请按规定在相应密级的计算机上处理。",
        )


def _months(level: Secrecy, term: str) -> int:
    found = re.match(r"(\d+)(年|个月|月)", term)
    if found:
        return int(found[1]) * _MONTHS[found[2]]
    # “长期” and dates outlast every count of years.
    return 10**6 if term else _UNSTATED_YEARS[level] * 12
