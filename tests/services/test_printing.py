"""复核, 定版, 付印, 印发: numbers, dates and the stored files."""

from __future__ import annotations

import hashlib
import io
import zipfile
from dataclasses import replace

import office_maker as make
import pytest

from xinxi_desktop.domain.page_scheme import STANDARD
from xinxi_desktop.domain.times import today
from xinxi_desktop.domain.vocabulary import BreakingMode
from xinxi_desktop.errors import UserError
from xinxi_desktop.services.articles import article, create_article
from xinxi_desktop.services.bulletins import bulletin_of
from xinxi_desktop.services.intake import submission
from xinxi_desktop.services.issues import create_issue, issue, items, move_to_publication
from xinxi_desktop.services.numbers import set_last_number, set_last_running
from xinxi_desktop.services.office import Office, find_person
from xinxi_desktop.services.printing import (
    export_issue,
    export_note,
    finalise,
    foreseen,
    print_out,
    recheck,
    send_to_print,
    stored_file,
)
from xinxi_desktop.services.registers import save_publication
from xinxi_desktop.services.reviewing import review_article
from xinxi_desktop.services.safekeeping import verify
from xinxi_desktop.services.schemes import save_scheme
from xinxi_desktop.services.signing import return_issue
from xinxi_desktop.store.transaction import Act


def finalised(office: Office, on: str = "", publication: str = "每日快报") -> int:
    """An issue with its number and date."""
    key = make.signed_issue(office, publication)
    recheck(office, key, person=find_person(office, "校对"))
    finalise(office, key, person=find_person(office, "科长"), on=on)
    return key


def printed(office: Office) -> int:
    """An issue on paper."""
    key = finalised(office)
    send_to_print(office, key)
    print_out(office, key, on="2026-11-24")
    return key


def test_the_editor_does_not_recheck_his_own_issue(office: Office) -> None:
    key = make.signed_issue(office)
    with pytest.raises(UserError) as refused:
        recheck(office, key, person=find_person(office, "编辑"))
    assert refused.value.code == "same_person"


def test_numbers_follow_one_another(office: Office) -> None:
    first, second = finalised(office), finalised(office)
    assert [issue(office, key)["number"] for key in (first, second)] == [1, 2]
    assert issue(office, second)["running"] == 2


def test_the_masthead_date_is_the_day_of_signing(office: Office) -> None:
    assert issue(office, finalised(office))["date"] == "2026-11-23"


def test_signed_in_december_and_dated_in_january_takes_a_number_of_the_new_year(
    office: Office,
) -> None:
    finalised(office)
    late = issue(office, finalised(office, on="2027-01-04"))
    assert (late["year"], late["number"], late["running"]) == (2027, 1, 2)


def test_a_publication_may_be_dated_by_printing(office: Office) -> None:
    save_publication(office, 1, {"name": "每日快报", "date_rule": "printed"})
    key = make.signed_issue(office, on="2026-01-05")
    recheck(office, key, person=find_person(office, "校对"))
    finalise(office, key, person=find_person(office, "科长"))
    assert issue(office, key)["date"] == today()


def test_a_number_is_kept_through_a_return(office: Office) -> None:
    key = finalised(office)
    return_issue(office, key, "领导要求重排")
    other = finalised(office)
    assert (issue(office, key)["number"], issue(office, other)["number"]) == (1, 2)


def test_the_last_number_is_free_again_when_its_issue_changes_publication(office: Office) -> None:
    key = finalised(office)
    move_to_publication(office, key, 5)
    assert issue(office, key)["number"] is None
    assert issue(office, finalised(office))["number"] == 1


def test_an_office_that_begins_mid_year_goes_on_numbering(office: Office) -> None:
    set_last_number(office, 1, 2026, 87)
    set_last_running(office, 1, 1203)
    found = issue(office, finalised(office))
    assert (found["number"], found["running"]) == (88, 1204)


def test_a_number_cannot_be_given_twice(office: Office) -> None:
    finalised(office)
    with pytest.raises(UserError) as refused:
        set_last_number(office, 1, 2026, 0)
    assert refused.value.code == "number_twice"


def test_printing_stores_both_files_with_their_hashes(office: Office) -> None:
    key = printed(office)
    for format_, magic in (("pdf", b"%PDF"), ("docx", b"PK")):
        data = stored_file(office, key, format_)
        assert data is not None
        assert data.startswith(magic)
    rows = office.file.all("SELECT sha256 FROM issued_file")
    assert hashlib.sha256(stored_file(office, key, "pdf") or b"").hexdigest() == rows[0]["sha256"]


def test_a_printed_issue_exports_what_was_printed(office: Office) -> None:
    key = printed(office)
    before = export_issue(office, key, "pdf")
    save_publication(office, 1, {"name": "每日快报新版"})
    assert export_issue(office, key, "pdf") == before


def test_printing_makes_articles_printed_and_reports_adopted(office: Office) -> None:
    key = printed(office)
    item = items(office, key)[0]
    assert article(office, item["article"])["state"] == "printed"
    assert submission(office, 1)["state"] == "adopted"


def test_a_printed_article_may_stand_in_another_issue(office: Office) -> None:
    key = printed(office)
    used = items(office, key)[0]["article"]
    again = create_issue(office, 5, [used]).id
    assert items(office, again)[0]["article_state"] == "printed"


def test_everything_stored_verifies(office: Office) -> None:
    printed(office)
    assert [each for each in verify(office) if not each.ok] == []


def test_a_damaged_stored_file_is_found(office: Office) -> None:
    key = printed(office)
    connection = office.file._writer.submit(office.file.connection).result()
    connection.execute(
        "UPDATE blob SET bytes = x'00', encoding = 'raw' WHERE sha256 ="
        " (SELECT sha256 FROM issued_file WHERE issue = ? AND format = 'pdf')",
        (key,),
    )
    wrong = {each.subject for each in verify(office) if not each.ok}
    assert wrong == {"original", "issued_file"}


def credit(office: Office, **fields: str | int) -> str:
    """What stands under an article from one unit."""
    unit = make.unit(office, "安渡区委办公室")
    report = make.report(office, "一题", units=(unit,), **fields)
    key = create_article(office, [report]).id
    review_article(office, key, person=find_person(office, "科长"))
    issue_id = create_issue(office, 1, [key]).id
    return bulletin_of(office.file, issue_id, office.name).items[0].credit


def test_the_unit_is_named_under_good_and_neutral_news(office: Office) -> None:
    assert credit(office, tone="good") == "（安渡区委办公室）"


def test_no_unit_is_named_under_a_problem(office: Office) -> None:
    assert credit(office, tone="problem") == "（市委办公室信息科综合）"


def test_a_protected_source_is_never_named(office: Office) -> None:
    assert credit(office, tone="good", protected=1) == "（市委办公室信息科综合）"


def test_what_will_be_fixed_is_told_before_and_nothing_is_taken(office: Office) -> None:
    key = make.signed_issue(office)
    told = [foreseen(office, key) for _ in range(2)][1]
    assert (told["date"], told["number"], told["running"]) == ("2026-11-23", 1, 1)


def test_what_is_foreseen_for_an_issue_numbered_before_is_its_number(office: Office) -> None:
    key = finalised(office)
    next_year = foreseen(office, key, "2027-01-04")
    assert foreseen(office, key)["number"] == 1
    assert (next_year["year"], next_year["number"], next_year["running"]) == (2027, 1, 1)


def test_what_is_foreseen_is_what_comes(office: Office) -> None:
    set_last_number(office, 1, 2026, 53)
    key = make.signed_issue(office)
    told = foreseen(office, key)
    recheck(office, key, person=find_person(office, "校对"))
    finalise(office, key, person=find_person(office, "科长"))
    came = issue(office, key)
    names = ("date", "year", "number", "running")
    assert [told[name] for name in names] == [came[name] for name in names]


def proof_mark(office: Office, key: int) -> bool:
    """Whether the exported Word file says 清样 anywhere."""
    package = zipfile.ZipFile(io.BytesIO(export_issue(office, key, "docx")))
    parts = [name for name in package.namelist() if name.endswith(".xml")]
    return any("清样" in package.read(name).decode() for name in parts)


def test_an_issue_from_before_the_program_leaves_without_the_mark_of_a_proof(
    office: Office,
) -> None:
    key = make.issue(office, count=1)
    assert proof_mark(office, key)
    office.file.write(
        Act("登记往期", final=True), lambda tx: tx.update("issue", key, {"state": "printed"})
    )
    assert not proof_mark(office, key)


def test_the_stored_word_file_of_compressed_marks_says_that_it_breaks_otherwise(
    office: Office,
) -> None:
    save_scheme(office, replace(STANDARD, name="压缩", mode=BreakingMode.FINE))
    save_publication(office, 1, {"name": "每日快报", "scheme": "压缩"})
    key = make.signed_issue(office)
    recheck(office, key, person=find_person(office, "校对"))
    finalise(office, key, person=find_person(office, "科长"))
    send_to_print(office, key)
    print_out(office, key)

    assert "压缩标点" in export_note(office, key, "docx")
    assert export_note(office, key, "pdf") == ""
