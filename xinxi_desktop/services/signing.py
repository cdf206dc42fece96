"""核稿 → 清样 → 送签 → 审签 → 签发, and what can happen to a signed issue: 退改, 缓发, 誊改, 复审."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xinxi_desktop.domain.document import Document, sha256, to_json
from xinxi_desktop.domain.routing import IssueTraits, chain_for
from xinxi_desktop.domain.signatures import SIGN_OFF_VERSION, on_behalf_words, sign_off_hash
from xinxi_desktop.domain.states import ARTICLE_MOVES, ISSUE_MOVES, move
from xinxi_desktop.domain.times import parse_date, today
from xinxi_desktop.domain.vocabulary import ArticleState, Direction, IssueState, Post, Secrecy, Tone
from xinxi_desktop.domain.whole_issue import Finding, Passed, passed_from_json, passed_to_json
from xinxi_desktop.errors import UserError
from xinxi_desktop.services.absences import check_deputy
from xinxi_desktop.services.articles import add_revision
from xinxi_desktop.services.bulletins import check_code, lay_out, proof_body
from xinxi_desktop.services.issues import issue, issue_move, issue_name
from xinxi_desktop.services.office import Changes, Office, person_words
from xinxi_desktop.store import articles as article_store
from xinxi_desktop.store import issues as store
from xinxi_desktop.store import people
from xinxi_desktop.store.reading import Reader
from xinxi_desktop.store.transaction import Transaction

Row = dict[str, Any]


def chain(office: Office, issue_id: int) -> tuple[Post, ...]:
    """Give the posts that must sign this issue, in order."""
    return _chain(office.file, issue_id)


def signatures(office: Office, issue_id: int) -> list[Row]:
    """List the valid sign-offs of the present clean proof (or of the one it was 誊改 from)."""
    return _signatures(office.file, issue_id)


def signing_verb(office: Office, issue_id: int) -> str:
    """Give the word for the next signature: 签发 for the last of the chain, before it 审签."""
    last = len(_signatures(office.file, issue_id)) + 1 >= len(_chain(office.file, issue_id))
    return "签发" if last else "审签"


def proofs(office: Office, issue_id: int) -> list[Row]:
    """List the clean proofs of an issue with their check codes, newest first."""
    return store.proofs(office.file, issue_id)


def all_sign_offs(office: Office, issue_id: int) -> list[Row]:
    """List every sign-off of every proof, withdrawn ones with their reason, oldest first."""
    return store.sign_offs_of_issue(office.file, issue_id)


def transcriptions(office: Office, issue_id: int) -> list[Row]:
    """List the 誊改 of an issue, oldest first, with the names of who typed and who checked."""
    return store.transcriptions(office.file, issue_id)


def send_to_check(office: Office, issue_id: int, *, person: int | None = None) -> Changes:
    """拟编 → 核稿: the arrangement is done, every article is to be reviewed."""

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        row = issue_move(tx, issue_id, "check")
        if not store.items(tx, issue_id):
            raise UserError("empty_issue", "这一期还没有编入稿件，不能往下走。没有改动。请先编入。")
        tx.update("issue", issue_id, {"return_reason": ""})
        return f"{issue_name(row)}已送核稿", (issue_id,)

    return office.do("送核稿", work, person=person)


def make_proof(office: Office, issue_id: int, *, person: int | None = None) -> Changes:
    """核稿 → 清样: freeze what will be signed and give it a check code.

    UserError lists the articles that have not been reviewed in their present text, or in which
    somebody typed what is not saved.
    """
    _check_reviewed(office.file, issue_id)
    _check_saved(office.file, issue_id, "没有出清样")
    pages = len(lay_out(office, issue_id).layout.pages)

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        row = issue_move(tx, issue_id, "proof")
        _check_reviewed(tx, issue_id)
        _check_saved(tx, issue_id, "没有出清样")
        proof = _add_proof(tx, issue_id, office.name, pages, person or office.person)
        return f"{issue_name(row)}已出清样，校验码 {proof['check_code']}", (issue_id,)

    return office.do("出清样", work, person=person)


def send_for_signature(
    office: Office,
    issue_id: int,
    reason: str = "",
    *,
    findings: Sequence[Finding] = (),
    person: int | None = None,
) -> Changes:
    """清样 → 送签; ``reason`` says why it goes although the whole-issue check found an error.

    ``findings`` are kept with the reason, so that the next time only news are asked about.
    """
    told = f"；检查出的错误未改，理由：{reason.strip()}" if reason.strip() else ""

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        row = issue_move(tx, issue_id, "send")
        check_unchanged(tx, issue_id, office.name)
        _check_saved(tx, issue_id, "没有送签")
        posts = "→".join(post.label for post in _chain(tx, issue_id))
        again = _not_asked_again(passed_from_json(row["passed_findings"]), findings)
        passed = passed_to_json(reason.strip(), findings)
        tx.update("issue", issue_id, {"passed_findings": passed})
        return f"{issue_name(row)}已送签（{posts}）{told}{again}", (issue_id,)

    return office.do("送签", work, person=person)


def _not_asked_again(before: Passed, findings: Sequence[Finding]) -> str:
    """Say how many findings were let through before and so not asked about once more."""
    count = len(before.known(findings))
    how = "说明理由" if before.reason else "看过"
    return f"；{count} 处已在上次{how}，没有再问" if count else ""


def sign(
    office: Office,
    issue_id: int,
    *,
    person: int,
    on: str = "",
    on_behalf_of: int | None = None,
) -> Changes:
    """Record that a person of the chain signed the present clean proof; final.

    受托代签: ``on_behalf_of`` is the absent person whose turn it is, ``person`` the deputy.
    UserError if it is not this person's turn or the issue has changed since the proof.
    """
    day = parse_date(on) if on else today()

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        row = store.issue_rows(tx, [issue_id])[0]
        move(ISSUE_MOVES, "sign", IssueState(row["state"]), issue_name(row))
        check_unchanged(tx, issue_id, office.name)
        post = _turn(tx, issue_id, on_behalf_of or person)
        if on_behalf_of is not None:
            check_deputy(tx, person, on_behalf_of, day)
        proof = store.proofs(tx, issue_id)[0]
        _add_sign_off(tx, proof, post, (person, on_behalf_of), day)
        who = _signer(tx, person, on_behalf_of, post)
        if verb == "审签":
            return f"{issue_name(row)}已由{who}审签", (issue_id,)
        issue_move(tx, issue_id, "sign_last")
        tx.update("issue", issue_id, {"signed_on": day})
        for item in store.items(tx, issue_id):
            state = move(ARTICLE_MOVES, "sign", ArticleState(item["article_state"]), "稿件")
            tx.update("article", item["article"], {"state": state.value})
        return f"{issue_name(row)}已由{who}签发", (issue_id,)

    issue(office, issue_id)
    verb = signing_verb(office, issue_id)
    return office.do(verb, work, person=person, final=True)


def return_issue(
    office: Office, issue_id: int, reason: str, *, person: int | None = None
) -> Changes:
    """退改 the whole issue with a reason; sign-offs so far are withdrawn but stay on record."""
    return _fall_back(office, issue_id, "return", "退改", reason, person)


def defer_issue(
    office: Office, issue_id: int, reason: str, *, person: int | None = None
) -> Changes:
    """缓发: hold the issue back with a reason."""
    return _fall_back(office, issue_id, "defer", "缓发", reason, person)


def resubmit(office: Office, issue_id: int, reason: str, *, person: int | None = None) -> Changes:
    """复审: a material change after 签发; back to 核稿, then a new proof for the same chain."""
    return _fall_back(office, issue_id, "resubmit", "复审", reason, person)


def transcribe(
    office: Office,
    issue_id: int,
    article_id: int,
    title: str,
    body: Document,
    *,
    typed_by: int,
    checked_by: int,
) -> Changes:
    """誊改: type what the leader wrote on the signed proof; another person checks it.

    Both check codes are kept; the signature holds (practice.md §1.3). Final.
    """
    check_two_persons(office.file, typed_by, checked_by, "誊改由一人输入、另一人核对")

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        check_unchanged(tx, issue_id, office.name)
        issue_move(tx, issue_id, "transcribe")
        old = store.proofs(tx, issue_id)[0]
        article = tx.get("article", article_id)
        move(ARTICLE_MOVES, "transcribe", ArticleState(article["state"]), "稿件")
        before = article_store.revision(tx, article["revision"])
        if (before["title"], before["body"]) == (title.strip(), to_json(body)):
            raise UserError("nothing_transcribed", "内容没有变化，没有誊改。")
        revision = add_revision(tx, article_id, title.strip(), body, "誊改", typed_by)
        tx.update("article", article_id, {"reviewed_revision": revision})
        new = _add_proof(tx, issue_id, office.name, old["pages"], typed_by)
        tx.insert(
            "transcription",
            {
                "issue": issue_id,
                "article": article_id,
                "old_proof": old["id"],
                "new_proof": new["id"],
                "typed_by": typed_by,
                "checked_by": checked_by,
                "at": tx.at,
            },
        )
        codes = f"{old['check_code']} → {new['check_code']}"
        return f"已誊改 1 条，校验码 {codes}", (issue_id,)

    return office.do("誊改", work, person=typed_by, final=True)


def _chain(reader: Reader, issue_id: int) -> tuple[Post, ...]:
    row = store.issue_rows(reader, [issue_id])[0]
    publication = store.publication(reader, row["publication"])
    traits = IssueTraits(
        publication=publication["id"],
        tone=Tone(row["tone"]),
        secrecy=Secrecy(row["secrecy"]),
        direction=Direction(publication["direction"]),
        single_topic=bool(publication["single_topic"]),
    )
    return chain_for(people.chain_rules(reader), traits)


def _signatures(reader: Reader, issue_id: int) -> list[Row]:
    """Follow 誊改 back from the newest proof to the one that was signed."""
    proofs_by_id = {row["id"]: row for row in store.proofs(reader, issue_id)}
    if not proofs_by_id:
        return []
    origin = {row["new_proof"]: row["old_proof"] for row in store.transcriptions(reader, issue_id)}
    proof = max(proofs_by_id)
    while proof in origin:
        proof = origin[proof]
    return store.sign_offs(reader, proof)


def _turn(tx: Transaction, issue_id: int, person: int) -> Post:
    posts = _chain(tx, issue_id)
    signed = _signatures(tx, issue_id)
    post = posts[len(signed)]
    row = _person(tx, person)
    if any((each["on_behalf_of"] or each["person"]) == person for each in signed):
        raise UserError(
            "signed_already",
            f"{person_words(row['name'], row['post'])}已经签过这份清样，没有重复记录。现在轮到{post.label}。",
        )
    if row["post"] != post.value:
        raise UserError(
            "not_entitled",
            f"{person_words(row['name'], row['post'])}现在不能签这一期。没有记录。"
            f"签批次序是{'→'.join(each.label for each in posts)}，现在轮到{post.label}。",
        )
    return post


def _signer(reader: Reader, person: int, on_behalf_of: int | None, post: Post) -> str:
    row = _person(reader, person)
    if on_behalf_of is None:
        return person_words(row["name"], post)
    absent = {"on_behalf_of": on_behalf_of, "behalf_name": _person(reader, on_behalf_of)["name"]}
    return f"{person_words(row['name'], row['post'])}{on_behalf_words(absent)}，"


def _person(reader: Reader, person: int) -> Row:
    row = people.person(reader, person)
    if row is None:
        raise UserError("unknown_person", "没有这个人。没有改动。请先在“人员”里登记。")
    return row


def _add_proof(tx: Transaction, issue_id: int, office_name: str, pages: int, person: int) -> Row:
    body = proof_body(tx, issue_id, office_name)
    key = tx.insert(
        "clean_proof",
        {
            "issue": issue_id,
            "number": len(store.proofs(tx, issue_id)) + 1,
            "body": body,
            "sha256": sha256(body),
            "check_code": check_code(body),
            "pages": pages,
            "person": person,
            "at": tx.at,
        },
    )
    tx.update("issue", issue_id, {"pages": pages})
    return tx.get("clean_proof", key)


def _add_sign_off(
    tx: Transaction, proof: Row, post: Post, who: tuple[int, int | None], day: str
) -> None:
    person, on_behalf_of = who
    row: Row = {
        "subject_kind": "clean_proof",
        "subject": proof["id"],
        "subject_sha256": proof["sha256"],
        "hash_version": SIGN_OFF_VERSION,
        "post": post.value,
        "person": person,
        "on_behalf_of": on_behalf_of,
        "signed_on": day,
        "at": tx.at,
        "previous_sha256": store.last_sign_off_hash(tx),
    }
    tx.insert("sign_off", {**row, "sha256": sign_off_hash(row)})


def _fall_back(
    office: Office, issue_id: int, action: str, name: str, reason: str, person: int | None
) -> Changes:
    if not reason.strip():
        raise UserError("no_reason", f"没有写{name}理由，没有{name}。请写一句理由。")

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        row = issue_move(tx, issue_id, action, reason=reason.strip())
        tx.update("issue", issue_id, {"return_reason": reason.strip()})
        done = "已报复审，退回核稿" if action == "resubmit" else f"已{name}"
        return f"{issue_name(row)}{done}：{reason.strip()}", (issue_id,)

    return office.do(name, work, person=person)


def _check_reviewed(reader: Reader, issue_id: int) -> None:
    waiting = [
        str(row["position"])
        for row in store.items(reader, issue_id)
        if row["reviewed_revision"] != row["revision"]
    ]
    if waiting:
        raise UserError(
            "not_reviewed",
            f"{_places(waiting)}还没有核稿（或核后又改过）。没有出清样。请先核稿。",
        )


def _check_saved(reader: Reader, issue_id: int, left_undone: str) -> None:
    """Refuse while an article has typing that is not saved: it would not be in the proof."""
    drafts = set(article_store.unsaved(reader))
    open_ = [
        str(row["position"]) for row in store.items(reader, issue_id) if row["article"] in drafts
    ]
    if open_:
        raise UserError(
            "unsaved_typing",
            f"{_places(open_)}有打了字还没有保存的改动。{left_undone}，打的字都还在。"
            "请在“编辑”里打开，保存或放弃改动。",
        )


def _places(positions: Sequence[str]) -> str:
    more = f"等 {len(positions)} 条" if len(positions) > 5 else "条"
    return f"第 {'、'.join(positions[:5])} {more}"


def check_unchanged(reader: Reader, issue_id: int, office_name: str) -> None:
    """Refuse to go on if the issue differs from its newest clean proof."""
    newest = store.proofs(reader, issue_id)[:1]
    if not newest or newest[0]["sha256"] != sha256(proof_body(reader, issue_id, office_name)):
        raise UserError(
            "proof_outdated",
            "这一期的内容和最新的清样不一致，不能签发或付印。没有记录。请重新出清样。",
        )


def check_two_persons(reader: Reader, first: int, second: int, rule: str) -> None:
    """Refuse the same person twice, except in a one-person office (practice.md §6)."""
    if first == second and len(people.persons(reader)) > 1:
        raise UserError("same_person", f"{rule}，不能是同一个人。没有记录。请换一个人。")
