"""核稿 → 清样 → 送签 → 签发, and what may follow."""

from __future__ import annotations

import office_maker as make
import pytest

from xinxi_desktop.domain.document import document_from_lines
from xinxi_desktop.errors import UserError
from xinxi_desktop.services.acts import undo_last
from xinxi_desktop.services.articles import article, drop_draft, save_draft, save_revision
from xinxi_desktop.services.issues import (
    change_item,
    issue,
    items,
    take_out,
)
from xinxi_desktop.services.office import Office, find_person
from xinxi_desktop.services.reviewing import return_article, review_article, review_articles
from xinxi_desktop.services.safekeeping import verify
from xinxi_desktop.services.signing import (
    all_sign_offs,
    defer_issue,
    make_proof,
    proofs,
    resubmit,
    return_issue,
    send_for_signature,
    send_to_check,
    sign,
    signatures,
    transcribe,
    transcriptions,
)

NEW = document_from_lines(["领导改过的正文。"])


def person(office: Office, word: str) -> int:
    return find_person(office, word)


def transcribed(office: Office, key: int, typed: str = "编辑", checked: str = "校对") -> None:
    item = items(office, key)[0]
    transcribe(
        office, key, item["article"], item["title"], NEW,
        typed_by=person(office, typed), checked_by=person(office, checked),
    )  # fmt: skip


def test_a_proof_needs_every_article_reviewed(office: Office) -> None:
    key = make.issue(office)
    article_id = items(office, key)[0]["article"]
    return_article(office, article_id, "缺数据", person=person(office, "科长"))
    send_to_check(office, key)
    with pytest.raises(UserError, match="还没有核稿"):
        make_proof(office, key)


def test_typing_that_is_not_saved_holds_back_the_proof(office: Office) -> None:
    key = make.issue(office)
    send_to_check(office, key)
    save_draft(office, items(office, key)[1]["article"], "题", NEW)
    with pytest.raises(UserError, match="第 2 条有打了字还没有保存的改动。没有出清样"):
        make_proof(office, key)


def test_typing_after_the_proof_holds_back_sending_it(office: Office) -> None:
    key = make.proven_issue(office)
    article_id = items(office, key)[0]["article"]
    save_draft(office, article_id, "题", NEW)
    with pytest.raises(UserError, match="没有送签，打的字都还在"):
        send_for_signature(office, key)
    drop_draft(office, article_id)
    assert "已送签" in send_for_signature(office, key).sentence


def test_an_article_changed_after_review_must_be_reviewed_again(office: Office) -> None:
    key = make.issue(office)
    article_id = items(office, key)[0]["article"]
    save_revision(office, article_id, "新题", NEW)
    send_to_check(office, key)
    with pytest.raises(UserError, match="核后又改过"):
        make_proof(office, key)
    review_article(office, article_id, person=person(office, "科长"))
    assert "校验码" in make_proof(office, key).sentence


def test_the_check_code_is_eight_characters_of_the_hash(office: Office) -> None:
    key = make.sent_issue(office)
    proof = proofs(office, key)[0]
    assert proof["check_code"] == proof["sha256"][:8].upper()
    assert len(proof["check_code"]) == 8


def test_the_check_code_follows_the_content(office: Office) -> None:
    key = make.issue(office)
    send_to_check(office, key)
    make_proof(office, key)
    return_issue(office, key, "改按语")
    change_item(office, items(office, key)[0]["id"], {"editor_note": "请阅。"})
    send_to_check(office, key)
    make_proof(office, key)
    codes = [row["check_code"] for row in proofs(office, key)]
    assert len(set(codes)) == 2


def test_signers_sign_in_their_order(office: Office) -> None:
    key = make.sent_issue(office)
    with pytest.raises(UserError, match="现在轮到编辑") as refused:
        sign(office, key, person=person(office, "分管副主任"))
    assert refused.value.code == "not_entitled"


def test_nobody_signs_twice(office: Office) -> None:
    key = make.sent_issue(office)
    sign(office, key, person=person(office, "编辑"))
    with pytest.raises(UserError) as refused:
        sign(office, key, person=person(office, "编辑"))
    assert refused.value.code == "signed_already"


def test_the_last_signature_signs_the_issue_and_its_articles(office: Office) -> None:
    key = make.signed_issue(office)
    assert issue(office, key)["state"] == "signed"
    assert {row["article_state"] for row in items(office, key)} == {"signed"}
    assert issue(office, key)["signed_on"] == "2026-11-23"


def test_a_single_topic_issue_needs_the_secretary_general(office: Office) -> None:
    key = make.signed_issue(office, "要情专报")
    assert signatures(office, key)[-1]["post"] == "secretary_general"


def test_a_signed_article_cannot_be_edited(office: Office) -> None:
    key = make.signed_issue(office)
    with pytest.raises(UserError, match="誊改") as refused:
        save_revision(office, items(office, key)[0]["article"], "新题", NEW)
    assert refused.value.code == "in_a_proof"


def test_a_transcription_keeps_the_signature_and_both_codes(office: Office) -> None:
    key = make.signed_issue(office)
    before = len(signatures(office, key))
    transcribed(office, key)
    assert len(signatures(office, key)) == before
    assert len({row["check_code"] for row in proofs(office, key)}) == 2
    assert article(office, items(office, key)[0]["article"])["document"] == NEW


def test_a_transcription_is_checked_by_another_person(office: Office) -> None:
    key = make.signed_issue(office)
    with pytest.raises(UserError) as refused:
        transcribed(office, key, "编辑", "编辑")
    assert refused.value.code == "same_person"


def test_returning_a_signed_issue_withdraws_signatures_but_keeps_them(office: Office) -> None:
    key = make.signed_issue(office)
    return_issue(office, key, "重写第一条")
    kept = office.file.all("SELECT withdrawn_reason FROM sign_off")
    assert signatures(office, key) == []
    assert {row["withdrawn_reason"] for row in kept} == {"重写第一条"}
    assert {row["article_state"] for row in items(office, key)} == {"placed"}


def test_a_resubmitted_issue_is_signed_anew(office: Office) -> None:
    key = make.signed_issue(office)
    resubmit(office, key, "数字有误")
    make_proof(office, key)
    send_for_signature(office, key)
    sign(office, key, person=person(office, "编辑"))
    assert issue(office, key)["state"] == "sent"
    assert len(signatures(office, key)) == 1


def test_taking_an_item_out_of_a_signed_issue_says_that_the_signatures_lapse(
    office: Office,
) -> None:
    key = make.signed_issue(office)
    done = take_out(office, items(office, key)[0]["id"])

    assert "签批作废，要重新出清样、送签" in done.sentence


def test_an_item_taken_out_goes_back_to_the_pool_with_its_review(office: Office) -> None:
    key = make.sent_issue(office)
    item = items(office, key)[0]
    take_out(office, item["id"])
    row = article(office, item["article"])
    assert (row["state"], row["reviewed_revision"]) == ("held_over", row["revision"])
    assert issue(office, key)["state"] == "checking"


def test_after_taking_out_the_old_proof_cannot_be_signed(office: Office) -> None:
    key = make.sent_issue(office)
    take_out(office, items(office, key)[0]["id"])
    with pytest.raises(UserError):
        sign(office, key, person=person(office, "编辑"))


def test_returning_and_deferring_want_a_reason(office: Office) -> None:
    key = make.issue(office)
    for act in (return_issue, defer_issue):
        with pytest.raises(UserError, match="理由"):
            act(office, key, " ")


def test_a_deferred_issue_can_go_on(office: Office) -> None:
    key = make.issue(office)
    defer_issue(office, key, "等会议")
    send_to_check(office, key)
    assert issue(office, key)["state"] == "checking"


def test_an_empty_issue_goes_nowhere(office: Office) -> None:
    key = make.issue(office, count=1)
    take_out(office, items(office, key)[0]["id"])
    with pytest.raises(UserError, match="还没有编入稿件"):
        send_to_check(office, key)


def test_a_changed_signature_is_found_by_verify(office: Office) -> None:
    make.signed_issue(office)
    assert all(each.ok for each in verify(office))
    connection = office.file._writer.submit(office.file.connection).result()
    connection.execute("UPDATE sign_off SET signed_on = '2026-01-01' WHERE id = 1")
    wrong = [each for each in verify(office) if not each.ok]
    assert {each.subject for each in wrong} == {"sign_off"}


def test_withdrawn_sign_offs_stay_on_record_with_the_reason(office: Office) -> None:
    key = make.signed_issue(office)
    return_issue(office, key, "领导要求重写导语")
    kept = all_sign_offs(office, key)
    assert {row["withdrawn_reason"] for row in kept} == {"领导要求重写导语"}
    assert (signatures(office, key), kept[0]["proof_number"]) == ([], 1)


def test_a_transcription_names_who_typed_and_who_checked(office: Office) -> None:
    key = make.signed_issue(office)
    transcribed(office, key)
    (row,) = transcriptions(office, key)
    assert (row["typed_by_name"], row["checked_by_name"]) == ("编辑", "校对")


def test_several_articles_pass_review_in_one_act(office: Office) -> None:
    key = make.issue(office)
    both = [row["article"] for row in items(office, key)]
    for each in both:
        return_article(office, each, "缺数据", person=person(office, "科长"))
    review_articles(office, both, person=person(office, "科长"))
    assert all(row["revision"] == row["reviewed_revision"] for row in items(office, key))
    undo_last(office)
    assert [row["reviewed_revision"] for row in items(office, key)] == [None, None]


def test_saving_a_text_under_review_says_that_it_must_be_sent_again(office: Office) -> None:
    key = make.article(office)
    assert "由“已核”退回草稿" in save_revision(office, key, "新题", NEW).sentence
