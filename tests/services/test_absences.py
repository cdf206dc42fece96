"""外出, 受托代签 and 分工."""

from __future__ import annotations

import json

import office_maker as make
import pytest

from xinxi_desktop.domain.document import canonical, sha256
from xinxi_desktop.domain.times import today
from xinxi_desktop.domain.vocabulary import PaperForm, Post
from xinxi_desktop.errors import UserError
from xinxi_desktop.services import absences, duties, form_values, units
from xinxi_desktop.services.acts import history
from xinxi_desktop.services.intake import queue_counts
from xinxi_desktop.services.office import Office, find_person
from xinxi_desktop.services.safekeeping import verify
from xinxi_desktop.services.signing import sign, signatures

OLD_FIELDS = ("subject_kind", "subject", "subject_sha256", "hash_version", "post", "person",
              "signed_on", "at", "previous_sha256")  # fmt: skip


def away(office: Office, word: str = "科长", deputy: str | None = "校对") -> int:
    fields = {
        "person": find_person(office, word), "from_date": today(), "to_date": today(),
        "deputy": find_person(office, deputy) if deputy else None,
    }  # fmt: skip
    return absences.save_absence(office, None, fields).id


def waiting_for_chief(office: Office) -> int:
    key = make.sent_issue(office)
    sign(office, key, person=find_person(office, "编辑"))
    return key


def deputed(office: Office, key: int, deputy: str = "校对", for_: str = "科长") -> None:
    sign(office, key, person=find_person(office, deputy), on_behalf_of=find_person(office, for_))


def test_a_deputy_signs_in_the_place_of_who_is_away(office: Office) -> None:
    key = waiting_for_chief(office)
    away(office)
    deputed(office, key)
    row = signatures(office, key)[-1]
    assert (row["person_name"], row["behalf_name"], row["post"]) == (
        "校对",
        "科长",
        "section_chief",
    )
    assert all(each.ok for each in verify(office))


def test_nobody_signs_for_somebody_who_is_not_away(office: Office) -> None:
    key = waiting_for_chief(office)
    with pytest.raises(UserError, match="没有登记科长外出") as refused:
        deputed(office, key)
    assert refused.value.code == "not_deputed"


def test_only_the_named_deputy_signs(office: Office) -> None:
    key = waiting_for_chief(office)
    away(office)
    with pytest.raises(UserError, match="没有委托这个人代签"):
        deputed(office, key, "编辑")


def test_a_deputy_does_not_jump_the_order(office: Office) -> None:
    key = waiting_for_chief(office)
    away(office, "分管副主任")
    with pytest.raises(UserError, match="现在轮到科长"):
        deputed(office, key, for_="分管副主任")


def test_a_deputy_who_signed_already_may_sign_for_another(office: Office) -> None:
    key = waiting_for_chief(office)
    away(office, deputy="编辑")
    deputed(office, key, "编辑")
    assert len(signatures(office, key)) == 2


def test_the_form_and_the_record_say_that_a_deputy_signed(office: Office) -> None:
    key = waiting_for_chief(office)
    away(office)
    deputed(office, key)
    sheet = form_values.values_of(office, PaperForm.SIGN_SHEET, key)
    told = history(office, "issue", key)[0]["summary"]
    assert "校对（受托代签）" in json.dumps(sheet, ensure_ascii=False)
    assert "校对受科长委托代签" in told


def test_verify_finds_a_changed_principal(office: Office) -> None:
    key = waiting_for_chief(office)
    away(office)
    deputed(office, key)
    raw = office.file._writer.submit(office.file.connection).result()
    raw.execute("UPDATE sign_off SET on_behalf_of = NULL WHERE on_behalf_of IS NOT NULL")
    assert [each.subject for each in verify(office) if not each.ok] == ["sign_off"]


def test_a_chain_of_the_first_version_keeps_verifying(office: Office) -> None:
    key = make.signed_issue(office)
    as_first_version(office)
    assert all(each.ok for each in verify(office))
    assert {row["hash_version"] for row in signatures(office, key)} == {1}


def test_a_principal_written_into_an_old_row_is_found(office: Office) -> None:
    make.signed_issue(office)
    as_first_version(office)
    raw = office.file._writer.submit(office.file.connection).result()
    raw.execute("UPDATE sign_off SET on_behalf_of = 1 WHERE id = 2")
    assert not all(each.ok for each in verify(office))


def as_first_version(office: Office) -> None:
    """Rewrite the sign-offs as the program wrote them before 受托代签 existed."""
    raw = office.file._writer.submit(office.file.connection).result()
    previous = ""
    for row in office.file.all("SELECT * FROM sign_off ORDER BY id"):
        old = {**row, "hash_version": 1, "previous_sha256": previous}
        digest = sha256(canonical({name: old[name] for name in OLD_FIELDS}))
        raw.execute(
            "UPDATE sign_off SET hash_version = 1, previous_sha256 = ?, sha256 = ? WHERE id = ?",
            (previous, digest, row["id"]),
        )
        previous = digest


def test_an_absence_is_told_where_a_signature_is_awaited(office: Office) -> None:
    away(office)
    (row,) = absences.absent_holders(office, Post.SECTION_CHIEF)
    assert absences.absence_words(row) == f"科长外出至 {today()[5:]}，由校对代签"


def test_an_absence_without_a_deputy_says_so(office: Office) -> None:
    away(office, deputy=None)
    assert "没有委托代签" in absences.remark(absences.absent_holders(office, Post.SECTION_CHIEF))


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"deputy": 1}, "own_deputy"),
        ({"to_date": "2026-11-01"}, "days_reversed"),
        ({"to_date": "明天"}, "wrong_date"),
        ({"person": None}, "no_person"),
    ],
)
def test_a_wrong_absence_is_refused(office: Office, changes: dict[str, object], code: str) -> None:
    fields = {"person": 1, "from_date": "2026-11-02", "to_date": "2026-11-03", **changes}
    with pytest.raises(UserError) as refused:
        absences.save_absence(office, None, fields)
    assert refused.value.code == code


def test_the_same_days_are_not_registered_twice(office: Office) -> None:
    away(office)
    with pytest.raises(UserError, match="已经登记过"):
        away(office)


def test_the_own_queue_follows_the_division_of_work(office: Office) -> None:
    mine, other = make.unit(office, "甲局", "甲"), make.unit(office, "乙局")
    make.report(office, units=(mine,))
    make.report(office, units=(other,))
    duties.assign_called(office, "编辑", ["甲"], add=False)
    assert queue_counts(office)["mine"] == 1


def test_a_unit_goes_over_to_its_new_editor(office: Office) -> None:
    unit = make.unit(office, "甲局")
    duties.assign_units(office, find_person(office, "编辑"), [unit])
    duties.assign_units(office, find_person(office, "校对"), [unit])
    assert [row["editor_name"] for row in duties.duties(office)] == ["校对"]


def test_a_merged_unit_leaves_no_division_of_work_behind(office: Office) -> None:
    one, into = make.unit(office, "甲局"), make.unit(office, "乙局")
    duties.assign_units(office, office.person, [one])
    units.merge_unit(office, one, into)
    assert [(row["id"], row["editor"]) for row in duties.duties(office)] == [(into, None)]
