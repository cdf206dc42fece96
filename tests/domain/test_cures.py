"""Cures and title breaks: kept as JSON, within their limits, only for the text they were chosen for."""

from __future__ import annotations

import pytest

from xinxi_desktop.domain.cures import (
    Cure,
    breaks_from_json,
    breaks_to_json,
    check_cure,
    cures_from_json,
    cures_to_json,
    merged,
)
from xinxi_desktop.errors import UserError

TIGHT, HIGH = Cure("b3", "abc", spacing=-16), Cure("title", "def", lines=-1)


def test_cures_come_back_as_they_were() -> None:
    assert set(cures_from_json(cures_to_json((TIGHT, HIGH)))) == {TIGHT, HIGH}


def test_no_cures_are_written_as_nothing() -> None:
    assert (cures_to_json(()), cures_from_json("")) == ("", ())


def test_the_later_cure_of_a_paragraph_stands() -> None:
    assert merged((TIGHT, HIGH), [Cure("b3", "abc", spacing=-10)])[0].spacing == -10


@pytest.mark.parametrize(
    "cure", [Cure("b", "", spacing=-17), Cure("b", "", spacing=21), Cure("b", "", lines=-2)]
)
def test_a_cure_beyond_the_limits_is_refused(cure: Cure) -> None:
    with pytest.raises(UserError, match="限度") as refused:
        check_cure(cure)
    assert refused.value.code == "cure_too_strong"


def test_title_breaks_hold_for_their_title_only() -> None:
    kept = breaks_to_json("关于某事的情况", [2])

    assert breaks_from_json(kept, "关于某事的情况") == (2,)
    assert breaks_from_json(kept, "关于某事的新情况") == ()


def test_a_cure_says_what_it_does() -> None:
    assert (TIGHT.words, HIGH.words) == ("字距每字收紧 0.55 磅", "上方少空一行")


def test_a_cure_found_at_another_spacing_is_kept_with_it() -> None:
    cure = Cure("b3", "abc", spacing=-4, usual=0)

    assert cures_from_json(cures_to_json([cure])) == (cure,)
    assert cure.words == "字距每字收紧 0.2 磅"
