"""What verify finds."""

from __future__ import annotations

import office_maker as make
import pytest

from xinxi_desktop.services.office import Office, find_person
from xinxi_desktop.services.rounds import finalise_issue, print_issue
from xinxi_desktop.services.safekeeping import verify


@pytest.fixture
def printed(office: Office) -> int:
    key = make.signed_issue(office)
    list(finalise_issue(office, key, person=find_person(office, "校对")))
    list(print_issue(office, key, on="2026-11-23"))
    return key


@pytest.mark.parametrize(
    "damage, subject",
    [
        ("UPDATE article_revision SET title = 'x' WHERE id = 1", "revision"),
        ("UPDATE clean_proof SET check_code = 'AAAAAAAA'", "clean_proof"),
        ("UPDATE sign_off SET signed_on = '2020-01-01' WHERE id = 2", "sign_off"),
        ("DELETE FROM issued_file WHERE format = 'pdf'", "issued_file"),
        ("UPDATE counter SET last = 0 WHERE series = 'submission'", "counter"),
    ],
)
def test_verify_finds_what_was_changed(
    office: Office, printed: int, damage: str, subject: str
) -> None:
    assert all(each.ok for each in verify(office))
    connection = office.file._writer.submit(office.file.connection).result()
    connection.execute(damage)
    wrong = [each for each in verify(office) if not each.ok]
    assert {each.subject for each in wrong} == {subject}
    assert all(each.reason for each in wrong)
