"""Marks and terms."""

from __future__ import annotations

import pytest

from xinxi_desktop.domain.secrecy import (
    check_ceiling,
    highest,
    is_state_secret,
    longest_term,
    mark,
)
from xinxi_desktop.domain.vocabulary import Machine, Secrecy
from xinxi_desktop.errors import UserError


def test_a_collection_takes_the_highest_mark() -> None:
    assert highest([Secrecy.PUBLIC, Secrecy.SECRET, Secrecy.INTERNAL]) is Secrecy.SECRET


def test_a_collection_takes_the_longest_term() -> None:
    marks = [(Secrecy.SECRET, "6个月"), (Secrecy.SECRET, "1年"), (Secrecy.INTERNAL, "30年")]
    assert longest_term(marks) == "1年"


def test_an_unstated_term_counts_as_the_rule_says() -> None:
    assert longest_term([(Secrecy.CONFIDENTIAL, ""), (Secrecy.SECRET, "15年")]) == "20年"


def test_a_term_without_end_outlasts_all() -> None:
    assert longest_term([(Secrecy.SECRET, "长期"), (Secrecy.CONFIDENTIAL, "30年")]) == "长期"


@pytest.mark.parametrize(
    ("level", "printed"),
    [
        (Secrecy.CONFIDENTIAL, "机密★1年"),
        (Secrecy.WORK_SECRET, "工作秘密"),
        (Secrecy.INTERNAL, ""),
        (Secrecy.PUBLIC, ""),
    ],
)
def test_only_state_secrets_carry_a_star(level: Secrecy, printed: str) -> None:
    assert mark(level, "1年") == printed


def test_a_secret_without_term_prints_the_term_of_the_rule() -> None:
    assert mark(Secrecy.SECRET, "") == "秘密★10年"


def test_an_unclassified_machine_marks_no_state_secret() -> None:
    check_ceiling(Secrecy.WORK_SECRET, Machine.UNCLASSIFIED)
    with pytest.raises(UserError, match="非涉密"):
        check_ceiling(Secrecy.SECRET, Machine.UNCLASSIFIED)


def test_internal_and_work_secrets_are_no_state_secrets() -> None:
    assert [level for level in Secrecy if is_state_secret(level)] == ["secret", "confidential"]
