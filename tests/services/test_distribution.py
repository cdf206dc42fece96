"""分发对象, 分发, 份号, 清退: who has which copy, and what is still out."""

from __future__ import annotations

import office_maker as make
import pytest

from xinxi_desktop.domain.vocabulary import CopyOutcome, PrintKind
from xinxi_desktop.errors import UserError
from xinxi_desktop.services import distribution as service
from xinxi_desktop.services import printing, recipients
from xinxi_desktop.services.acts import undo_act
from xinxi_desktop.services.issues import find_publication, issue
from xinxi_desktop.services.office import Office, find_person
from xinxi_desktop.services.print_runs import Run, print_runs, record_runs
from xinxi_desktop.store import distribution as store
from xinxi_desktop.store.transaction import Transaction

DAILY = "每日快报"


def numbered(office: Office, rule: str = "printed") -> None:
    """Let the copies of the daily bulletin bear a 份号."""

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        tx.update("publication", find_publication(office, DAILY), {"copy_numbers": rule})
        return "", ()

    office.do("修改刊物", work)


def add(office: Office, name: str, copies: int = 1, **more: object) -> int:
    """Register a recipient of the daily bulletin."""
    family = find_publication(office, DAILY)
    return recipients.save_recipient(
        office, family, None, {"name": name, "copies": copies, **more}
    ).id


@pytest.fixture
def listed(office: Office) -> int:
    """An issue with numbered copies for three recipients: 2, 1 and 3."""
    numbered(office)
    for name, copies in (("市委书记", 2), ("市委秘书长", 1), ("市政府办公室", 3)):
        add(office, name, copies, way="机要")
    key = make.issue(office)
    service.make_distribution(office, key)
    return key


def ranges(office: Office, key: int) -> list[tuple[str, int | None, int | None]]:
    rows = service.distribution(office, key)
    return [(row["name"], row["first_number"], row["last_number"]) for row in rows]


def test_recipients_stand_in_the_offices_order(office: Office) -> None:
    first, second = add(office, "甲"), add(office, "乙", 3, large_print=True)
    family = find_publication(office, DAILY)
    recipients.order_recipients(office, family, [second, first])
    rows = recipients.recipients(office, family)
    assert [(row["name"], row["copies"], row["large_print"]) for row in rows] == [
        ("乙", 3, 1),
        ("甲", 1, 0),
    ]


def test_a_recipient_that_rests_is_kept_but_gets_nothing(office: Office) -> None:
    family, key = find_publication(office, DAILY), add(office, "甲")
    recipients.save_recipient(office, family, key, {"active": False})
    assert recipients.recipients(office, family) == []
    assert len(recipients.recipients(office, family, active_only=False)) == 1


@pytest.mark.parametrize(
    ("fields", "code"),
    [({"name": " "}, "field_empty"), ({"name": "甲"}, "recipient_twice"),
     ({"name": "乙", "copies": 10_000}, "wrong_copies")],
)  # fmt: skip
def test_a_recipient_that_makes_no_sense_is_refused(
    office: Office, fields: dict[str, object], code: str
) -> None:
    add(office, "甲")
    with pytest.raises(UserError) as refused:
        recipients.save_recipient(office, find_publication(office, DAILY), None, dict(fields))
    assert refused.value.code == code


def test_numbers_are_consecutive_for_each_recipient(office: Office, listed: int) -> None:
    assert ranges(office, listed) == [
        ("市委书记", 1, 2), ("市委秘书长", 3, 3), ("市政府办公室", 4, 6),
    ]  # fmt: skip


def test_copies_without_a_number_have_none(office: Office) -> None:
    add(office, "甲", 5)
    key = make.issue(office)
    service.make_distribution(office, key)
    assert ranges(office, key) == [("甲", None, None)]


def test_a_state_secret_is_always_numbered(office: Office) -> None:
    add(office, "甲", 5)
    key = make.issue(office)

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        tx.update("issue", key, {"secrecy": "secret"})
        return "", ()

    office.do("更改期的登记", work)
    service.make_distribution(office, key)
    assert ranges(office, key) == [("甲", 1, 5)]


def test_a_change_of_copies_renumbers_those_after_it(office: Office, listed: int) -> None:
    first = service.distribution(office, listed)[0]["id"]
    service.save_share(office, listed, first, {"copies": 1})
    assert [row[1:] for row in ranges(office, listed)] == [(1, 1), (2, 2), (3, 5)]
    service.drop_share(office, first)
    assert [row[1:] for row in ranges(office, listed)] == [(1, 1), (2, 4)]


def test_without_recipients_the_list_is_refused_in_a_sentence(office: Office) -> None:
    with pytest.raises(UserError, match="还没有登记分发对象"):
        service.make_distribution(office, make.issue(office))


def sent_to_print(office: Office) -> int:
    key = make.signed_issue(office)
    printing.recheck(office, key, person=find_person(office, "校对"))
    printing.finalise(office, key, person=find_person(office, "科长"))
    printing.send_to_print(office, key)
    return key


def test_an_issue_sent_to_print_has_its_list(office: Office) -> None:
    numbered(office)
    add(office, "甲", 2)
    assert ranges(office, sent_to_print(office)) == [("甲", 1, 2)]


def test_an_issue_without_recipients_goes_to_print_all_the_same(office: Office) -> None:
    key = sent_to_print(office)
    assert (issue(office, key)["state"], service.distribution(office, key)) == ("printing", [])


def test_after_printing_out_numbers_stand_and_more_copies_go_on_behind(office: Office) -> None:
    numbered(office)
    add(office, "甲", 2)
    key = sent_to_print(office)
    printing.print_out(office, key)
    share = service.distribution(office, key)[0]["id"]
    with pytest.raises(UserError, match="不能改"):
        service.save_share(office, key, share, {"copies": 9})
    service.save_share(office, key, None, {"name": "补发县委办", "copies": 2})
    assert ranges(office, key) == [("甲", 1, 2), ("补发县委办", 3, 4)]


def test_a_numbered_run_fixes_the_numbers_before_printing_out(office: Office, listed: int) -> None:
    record_runs(office, listed, [Run(PrintKind.FINAL, 6, "激光", "0" * 64, numbers=range(1, 7))])
    with pytest.raises(UserError, match="已按份号打印"):
        service.drop_share(office, service.distribution(office, listed)[0]["id"])


def test_nothing_is_handed_over_or_comes_back_before_it_is_printed(
    office: Office, listed: int
) -> None:
    first = service.distribution(office, listed)[0]["id"]
    with pytest.raises(UserError, match="还没有付印"):
        service.hand_over(office, [first])
    with pytest.raises(UserError, match="还没有付印"):
        service.take_back(office, first, CopyOutcome.RETURNED, numbers=[1])


def test_who_took_the_copies_is_recorded(office: Office, listed: int) -> None:
    make.on_press(office, listed)
    first, second, _third = (row["id"] for row in service.distribution(office, listed))
    service.hand_over(office, [first, second], on="2026-11-23", received_by="机要员王某")
    taken = [(row["handed_on"], row["received_by"]) for row in service.distribution(office, listed)]
    assert taken == [("2026-11-23", "机要员王某")] * 2 + [(None, "")]


def test_what_is_still_out_is_named_by_number(office: Office, listed: int) -> None:
    make.on_press(office, listed)
    first, _second, third = (row["id"] for row in service.distribution(office, listed))
    service.take_back(office, first, CopyOutcome.RETURNED, numbers=[1, 2])
    service.take_back(office, third, CopyOutcome.DESTROYED, numbers=[5])
    out = service.outstanding(office, listed)
    assert [(row["name"], row["missing_numbers"]) for row in out] == [
        ("市委秘书长", (3,)), ("市政府办公室", (4, 6)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("numbers", "code"),
    [([3], "wrong_copy_number"), ([], "wrong_copy_number"), ([1], "returned_twice")],
)
def test_a_number_is_ticked_off_once_and_only_where_it_went(
    office: Office, listed: int, numbers: list[int], code: str
) -> None:
    make.on_press(office, listed)
    first = service.distribution(office, listed)[0]["id"]
    service.take_back(office, first, CopyOutcome.RETURNED, numbers=[1])
    with pytest.raises(UserError) as refused:
        service.take_back(office, first, CopyOutcome.RETURNED, numbers=numbers)
    assert refused.value.code == code


def test_a_copy_that_came_back_is_destroyed_later(office: Office, listed: int) -> None:
    make.on_press(office, listed)
    first = service.distribution(office, listed)[0]["id"]
    for outcome in (CopyOutcome.RETURNED, CopyOutcome.DESTROYED):
        service.take_back(office, first, outcome, numbers=[1], on="2026-12-01")
    assert [row["outcome"] for row in service.returns(office, listed)] == ["returned", "destroyed"]


def test_copies_without_numbers_are_counted_back(office: Office) -> None:
    add(office, "甲", 5)
    key = make.issue(office)
    service.make_distribution(office, key)
    make.on_press(office, key)
    share = service.distribution(office, key)[0]["id"]
    service.take_back(office, share, CopyOutcome.RETURNED, copies=3)
    assert [row["missing"] for row in service.outstanding(office, key)] == [2]
    with pytest.raises(UserError, match="还有 2 份"):
        service.take_back(office, share, CopyOutcome.RETURNED, copies=3)


def test_every_run_is_kept_with_copies_and_numbers(office: Office, listed: int) -> None:
    record_runs(office, listed, [Run(PrintKind.PROOF, 3, "激光", "a" * 64)])
    final_run = Run(PrintKind.FINAL, 6, "激光", "b" * 64, "1-4", range(1, 7), "打到第 6 份时取消")
    record_runs(office, listed, [final_run])
    final, proof = print_runs(office, listed)
    assert (final["first_number"], final["last_number"], final["pages"]) == (1, 6, "1-4")
    assert (proof["kind"], proof["copies"], proof["person_post"]) == ("proof", 3, "editor")


def test_numbers_with_gaps_are_named_one_by_one(office: Office, listed: int) -> None:
    record_runs(office, listed, [Run(PrintKind.LARGE, 3, "激光", "c" * 64, numbers=(1, 2, 5))])
    assert print_runs(office, listed)[0]["remark"] == "份号 1—2、5"


def test_a_trial_into_a_pdf_fixes_no_numbers(office: Office, listed: int) -> None:
    trial = Run(PrintKind.FINAL, 6, "PDF：试.pdf", "0" * 64, numbers=range(1, 7))
    record_runs(office, listed, [trial])
    assert not store.numbered_run(office.file, listed)


def test_only_a_numbered_run_fixes_numbers(office: Office, listed: int) -> None:
    record_runs(office, listed, [Run(PrintKind.PROOF, 3, "激光", "a" * 64)])
    assert not store.numbered_run(office.file, listed)


def test_numbers_on_paper_are_not_undone(office: Office, listed: int) -> None:
    share = service.distribution(office, listed)[0]["id"]
    changed = service.save_share(office, listed, share, {"copies": 1})
    make.on_press(office, listed)
    handed = service.hand_over(office, [share], received_by="王某")
    record_runs(office, listed, [Run(PrintKind.FINAL, 5, "激光", "0" * 64, numbers=range(1, 6))])
    undo_act(office, handed.act)
    with pytest.raises(UserError, match="份号已在纸上"):
        undo_act(office, changed.act)
    assert ranges(office, listed)[0] == ("市委书记", 1, 1)
