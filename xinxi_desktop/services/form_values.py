"""What stands on each form: values read from the office file, as declared in domain/forms.py.

Titles and units are those of the bulletin as it prints, so a protected source shows on no form.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

from xinxi_desktop.domain.forms import Values
from xinxi_desktop.domain.signatures import signer_words
from xinxi_desktop.domain.times import chinese_date
from xinxi_desktop.domain.vocabulary import CorrectionKind, IssueState, PaperForm, Post
from xinxi_desktop.errors import UserError
from xinxi_desktop.services import signing
from xinxi_desktop.services.bulletins import bulletin_of
from xinxi_desktop.services.corrections import corrections
from xinxi_desktop.services.distribution import distribution
from xinxi_desktop.services.form_basics import ADDRESSED, day_words, issue_values, recipient_line
from xinxi_desktop.services.form_lists import exchange_list, return_list, returned_lines
from xinxi_desktop.services.issues import issue, issue_name
from xinxi_desktop.services.office import Office, own_name

Row = dict[str, Any]


def values_of(office: Office, form: PaperForm, issue_id: int, only: Collection[int] = ()) -> Values:
    """Give the values of a form about one issue; UserError if the issue has none for it.

    ``only`` names the shares that a 交换清单 or 清退单 is about, or the 更正 or 收回 that a
    notice is about; without it that is all of them, or the newest.
    """
    return _VALUES[form](office, issue(office, issue_id), only)


_UNPROVEN = (IssueState.PLANNED, IssueState.CHECKING, IssueState.RETURNED, IssueState.DEFERRED)


def _proof_values(office: Office, row: Row, _only: Collection[int] = ()) -> Values:
    proof = _present_proof(office, row)
    items = bulletin_of(office.file, row["id"], office.name).items
    return {
        **issue_values(office, row),
        "校验码": proof["check_code"],
        "清样次数": proof["number"],
        "出样人": proof["person_name"],
        "出样时间": f"{chinese_date(proof['at'])}{proof['at'][11:16]}",
        "条数": len(items),
        "条目": [
            {
                "序号": place,
                "标题": item.title,
                "栏目": item.column,
                "供稿单位": item.credit.strip("（）"),
                "字数": item.body.characters(),
            }
            for place, item in enumerate(items, 1)
        ],
    }


def _present_proof(office: Office, row: Row) -> Row:
    """Give the clean proof that lies with the signers; what is printed stands as it is."""
    if IssueState(row["state"]) in _UNPROVEN or not signing.proofs(office, row["id"]):
        raise UserError(
            "no_proof",
            f"{issue_name(row)}还没有现行的清样，没有校验码可写。没有生成。请先出清样。",
        )
    if IssueState(row["state"]) is not IssueState.PRINTED:
        signing.check_unchanged(office.file, row["id"], office.name)
    return signing.proofs(office, row["id"])[0]


def _sign_sheet(office: Office, row: Row, _only: Collection[int]) -> Values:
    signed = signing.signatures(office, row["id"])
    posts = [Post(each["post"]) for each in signed]
    if row["signed_on"] is None:
        posts += signing.chain(office, row["id"])[len(signed) :]
    lines = []
    for place, post in enumerate(posts):
        done = signed[place] if place < len(signed) else None
        lines.append(
            {
                "岗位": post.label,
                "姓名": _signed(done, post) if done else "",
                "日期": day_words(done["signed_on"]) if done else "",
            }
        )
    last = signed[-1] if row["signed_on"] else None
    return {
        **_proof_values(office, row),
        "签发岗位": posts[-1].label,
        "签发人": lines[-1]["姓名"],
        "签发日期": chinese_date(last["signed_on"]) if last else "",
        "审核": lines[:-1],
    }


def _signed(row: Row, post: Post) -> str:
    return signer_words(row, own_name(row["person_name"], post) or post.label)


def _notice(office: Office, row: Row, kind: CorrectionKind, only: Collection[int]) -> Values:
    found = [
        each for each in corrections(office, row["id"])
        if each["kind"] == kind.value and (not only or each["id"] in only)
    ]  # fmt: skip
    if not found:
        raise UserError(
            "no_correction",
            f"{issue_name(row)}没有登记过{kind.label}。没有生成{kind.label}通知。"
            f"请先在“排版—更多—{kind.label}”里登记。",
        )
    shares = distribution(office, row["id"])
    names = _joined([share["name"] for share in shares])
    ranges = "；".join(f"{word}：{row[key].rstrip('。')}" for word, key in ADDRESSED if row[key])
    return {
        **issue_values(office, row),
        "内容": found[-1]["text"],
        "原因": found[-1]["reason"],
        "通知日期": chinese_date(found[-1]["on_date"]),
        "收件对象": names or ranges,
    }


def _joined(names: Sequence[str]) -> str:
    """Join names by 、, or by ， where one of them has a 、 itself: 市委副书记、市长."""
    return ("，" if any("、" in name for name in names) else "、").join(names)


def _correction_notice(office: Office, row: Row, only: Collection[int]) -> Values:
    shares = distribution(office, row["id"])
    lines = [recipient_line(place, share) for place, share in enumerate(shares, 1)]
    return {**_notice(office, row, CorrectionKind.CORRECTION, only), "分送": lines}


def _recall_notice(office: Office, row: Row, only: Collection[int]) -> Values:
    lines = returned_lines(office, row, distribution(office, row["id"]))
    return {
        **_notice(office, row, CorrectionKind.RECALL, only),
        "分送": lines,
        "未退合计": sum(line["未退"] for line in lines),
    }


_VALUES: dict[PaperForm, Callable[[Office, Row, Collection[int]], Values]] = {
    PaperForm.SIGN_SHEET: _sign_sheet,
    PaperForm.PROOF_COVER: _proof_values,
    PaperForm.CORRECTION_NOTICE: _correction_notice,
    PaperForm.RECALL_NOTICE: _recall_notice,
    PaperForm.EXCHANGE_LIST: exchange_list,
    PaperForm.RETURN_LIST: return_list,
}
