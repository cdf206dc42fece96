"""What the first start in a new year tells; start numbers of 收稿."""

from __future__ import annotations

import office_maker as make
import pytest

from xinxi_desktop.domain.times import today
from xinxi_desktop.errors import UserError
from xinxi_desktop.services.intake import submission
from xinxi_desktop.services.new_year import begin_year, is_fresh, new_year
from xinxi_desktop.services.numbers import set_last_submission
from xinxi_desktop.services.office import Office

THIS = int(today()[:4])
NEXT_DAY = f"{THIS + 1}-01-04"


def told(office: Office, day: str = NEXT_DAY) -> str:
    turned = new_year(office, day)
    assert turned is not None
    return "\n".join(turned.lines)


def test_nothing_is_told_in_the_year_the_office_began(office: Office) -> None:
    assert new_year(office) is None


def test_a_new_year_tells_where_numbers_begin(office: Office) -> None:
    make.printed_issue(office, on=today())
    words = told(office)
    assert f"{THIS + 1} 年从第 1 号起" in words
    assert (
        f"《每日快报》期号：{THIS} 年编到第 1 期，{THIS + 1} 年从第 1 期起；总期号不重编" in words
    )


def test_what_is_not_finished_is_counted(office: Office) -> None:
    make.report(office)
    make.issue(office)
    assert "来稿 1 条、没印发的稿件 2 篇、没印发的刊期 1 期" in told(office)


def test_it_is_told_once(office: Office) -> None:
    begin_year(office, NEXT_DAY)
    assert new_year(office, NEXT_DAY) is None
    assert new_year(office, f"{THIS + 2}-01-02") is not None


def test_numbers_begin_behind_what_the_office_gave_before(office: Office) -> None:
    set_last_submission(office, 2026, 300)
    key = make.report(office)
    assert submission(office, key)["number"] == 301


def test_a_number_given_already_is_refused(office: Office) -> None:
    set_last_submission(office, 2026, 300)
    with pytest.raises(UserError, match="已经编到 300"):
        set_last_submission(office, 2026, 299)


def test_an_office_is_fresh_until_something_is_received(office: Office) -> None:
    assert is_fresh(office)
    make.report(office)
    assert not is_fresh(office)
