"""What verify finds."""

from __future__ import annotations

import office_maker as make
import pytest

from xinxi_desktop.services.office import Office, find_person, open_office
from xinxi_desktop.services.rounds import finalise_issue, print_issue
from xinxi_desktop.services.safekeeping import damage, verify


@pytest.fixture
def printed(office: Office) -> int:
    key = make.signed_issue(office)
    list(finalise_issue(office, key, person=find_person(office, "校对")))
    list(print_issue(office, key, on="2026-11-23"))
    return key


@pytest.mark.parametrize(
    "wound, subject",
    [
        ("UPDATE article_revision SET title = 'x' WHERE id = 1", "revision"),
        ("UPDATE clean_proof SET check_code = 'AAAAAAAA'", "clean_proof"),
        ("UPDATE sign_off SET signed_on = '2020-01-01' WHERE id = 2", "sign_off"),
        ("DELETE FROM issued_file WHERE format = 'pdf'", "issued_file"),
        ("UPDATE counter SET last = 0 WHERE series = 'submission'", "counter"),
    ],
)
def test_verify_finds_what_was_changed(
    office: Office, printed: int, wound: str, subject: str
) -> None:
    assert all(each.ok for each in verify(office))
    connection = office.file._writer.submit(office.file.connection).result()
    connection.execute(wound)
    wrong = [each for each in verify(office) if not each.ok]
    assert {each.subject for each in wrong} == {subject}
    assert all(each.reason for each in wrong)


def test_a_sound_file_has_no_damage(office: Office) -> None:
    assert damage(office) == ""


def test_a_damaged_file_is_a_sentence(office: Office) -> None:
    make.report(office, "长", "字" * 200_000)
    office.close()
    data = bytearray(office.path.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 20_000] = b"\xff" * 20_000
    office.path.write_bytes(data)
    hurt = open_office(office.path, read_only=True)
    assert "有损坏" in damage(hurt) or "读写出错" in damage(hurt)
    hurt.close()
