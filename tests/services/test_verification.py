"""核实: recorded in a line, shown in 履历; an answer clears 待核实."""

from __future__ import annotations

import office_maker as make
import pytest

from xinxi_desktop.domain.vocabulary import VerificationOutcome, VerificationWay
from xinxi_desktop.errors import UserError
from xinxi_desktop.services.acts import history
from xinxi_desktop.services.intake import submission
from xinxi_desktop.services.office import Office
from xinxi_desktop.services.trash import trash
from xinxi_desktop.services.verification import mark_to_verify, verifications, verify

PHONE = VerificationWay.PHONE
TRUE, DIFFERS, AWAITED = VerificationOutcome


def test_an_answer_takes_a_report_out_of_what_must_be_asked_after(office: Office) -> None:
    key = make.report(office)
    mark_to_verify(office, [key])
    verify(office, key, "区民政局 李科长", PHONE, TRUE)
    assert submission(office, key)["to_verify"] == 0
    assert [row["asked"] for row in verifications(office, key)] == ["区民政局 李科长"]


def test_a_question_without_an_answer_yet_puts_it_there(office: Office) -> None:
    key = make.report(office)
    verify(office, key, "区民政局", PHONE, AWAITED)
    assert submission(office, key)["to_verify"] == 1


def test_the_record_of_a_report_tells_its_verifications(office: Office) -> None:
    key = make.report(office)
    verify(office, key, "区民政局", PHONE, TRUE)
    verify(office, key, "区民政局", PHONE, TRUE, "再次核对无误")
    told = [row["name"] for row in history(office, "submission", key)]
    assert told.count("核实") == 2


@pytest.mark.parametrize(("asked", "outcome"), [(" ", TRUE), ("区民政局", DIFFERS)])
def test_a_verification_without_whom_or_what_differs_is_refused(
    office: Office, asked: str, outcome: VerificationOutcome
) -> None:
    key = make.report(office)
    with pytest.raises(UserError):
        verify(office, key, asked, PHONE, outcome)
    assert verifications(office, key) == []


def test_a_report_in_the_trash_cannot_be_verified(office: Office) -> None:
    key = make.report(office)
    trash(office, [key])
    with pytest.raises(UserError):
        verify(office, key, "区民政局", PHONE, TRUE)
