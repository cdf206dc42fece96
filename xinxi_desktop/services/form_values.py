"""What stands on each form: values read from the office file, as declared in domain/forms.py.

Titles and units are those of the bulletin as it prints, so a protected source shows on no form.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Any

from xinxi_desktop.domain import secrecy
from xinxi_desktop.domain.distribution import number_words, several_words
from xinxi_desktop.domain.forms import Values
from xinxi_desktop.domain.times import chinese_date, today
from xinxi_desktop.domain.vocabulary import (
    CopyOutcome,
    CorrectionKind,
    IssueState,
    PaperForm,
    Secrecy,
    Urgency,
)
from xinxi_desktop.errors import UserError
from xinxi_desktop.services import signing
from xinxi_desktop.services.bulletins import bulletin_of
from xinxi_desktop.services.corrections import corrections
from xinxi_desktop.services.distribution import distribution, outstanding, returns
from xinxi_desktop.services.issues import issue, issue_label, issue_name, issue_rows
from xinxi_desktop.services.office import Office, own_name, person_words
from xinxi_desktop.services.recipients import copies_in_all
from xinxi_desktop.store import forms as store
from xinxi_desktop.store import issues as issue_store
from xinxi_desktop.store import people

Row = dict[str, Any]


def values_of(office: Office, form: PaperForm, issue_id: int) -> Values:
    """Give the values of a form about one issue; UserError if the issue has none for it."""
    return _VALUES[form](office, issue(office, issue_id))


def register_values(office: Office, year: int) -> Values:
    """Give the values of the 发文登记簿 of a year: what was 印发 in it, by day."""
    first, last = f"{year}-01-01", f"{year}-12-31"
    remarks: dict[int, list[str]] = {}
    for each in store.corrections_in(office.file, first, last):
        what = f"{_day(each['on_date'])}{CorrectionKind(each['kind']).label}"
        remarks.setdefault(each["issue"], []).append(what)
    rows = issue_rows(office, store.printed_in(office.file, first, last))
    lines = [
        _register_line(office, place, row, remarks.get(row["id"], ()))
        for place, row in enumerate(rows, 1)
    ]
    return {
        **_office_values(office),
        "年度": year,
        "期数": len(rows),
        "总份数": copies_in_all(rows),
        "各期": lines,
    }


def _register_line(office: Office, place: int, row: Row, remarks: Iterable[str]) -> Values:
    titles = [each["title"] for each in issue_store.items(office.file, row["id"])]
    first = titles[0] if titles else ""
    numbered = [each for each in distribution(office, row["id"]) if each["first_number"]]
    signed = signing.signatures(office, row["id"])
    special = ["增刊"] if row["supplement"] else []
    ends = (
        min((each["first_number"] for each in numbered), default=None),
        max((each["last_number"] for each in numbered), default=None),
    )
    return {
        "序号": place,
        "日期": _day(row["printed_on"]),
        "刊名": row["publication_name"],
        "期号": issue_label(row).partition("（")[0],
        "标题": f"{first}等{len(titles)}条" if len(titles) > 1 else first,
        "密级": _mark(row),
        "签发人": signed[-1]["person_name"] if signed else "",
        "份数": row["copies"] or 0,
        "页数": row["pages"] or "",
        "份号": number_words(*ends),
        "分送": "".join(f"{word}{row[key]}" for word, key in _ADDRESSED if row[key]),
        "备注": "、".join([*special, *remarks]),
    }


_UNPROVEN = (IssueState.PLANNED, IssueState.CHECKING, IssueState.RETURNED, IssueState.DEFERRED)
_ADDRESSED = (("报", "report_to"), ("送", "send_to"), ("发", "issue_to"))


def _office_values(office: Office) -> Values:
    return {"本单位": office.name, "制表日期": chinese_date(today())}


def _issue_values(office: Office, row: Row) -> Values:
    editor = people.person(office.file, row["editor"])
    return {
        **_office_values(office),
        "期名": issue_name(row),
        "刊名": row["publication_name"],
        "期号": issue_label(row),
        "报头日期": chinese_date(row["date"]) if row["date"] else "",
        "印发日期": chinese_date(row["printed_on"]) if row["printed_on"] else "",
        "密级": _mark(row),
        "国家秘密": secrecy.is_state_secret(Secrecy(row["secrecy"])),
        "缓急": Urgency(row["urgency"]).label,
        "份数": row["copies"] or 0,
        "页数": row["pages"] or "",
        **{word: row[key] for word, key in _ADDRESSED},
        "编辑": _name(editor["name"], editor["post"]) if editor else "",
    }


def _proof_values(office: Office, row: Row) -> Values:
    proof = _present_proof(office, row)
    items = bulletin_of(office.file, row["id"], office.name).items
    return {
        **_issue_values(office, row),
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


def _sign_sheet(office: Office, row: Row) -> Values:
    posts = signing.chain(office, row["id"])
    signed = signing.signatures(office, row["id"])
    lines = []
    for place, post in enumerate(posts):
        done = signed[place] if place < len(signed) else None
        lines.append(
            {
                "岗位": post.label,
                "姓名": own_name(done["person_name"], post) or post.label if done else "",
                "日期": _day(done["signed_on"]) if done else "",
            }
        )
    last = signed[-1] if len(signed) >= len(posts) else None
    return {
        **_proof_values(office, row),
        "签发岗位": posts[-1].label,
        "签发人": lines[-1]["姓名"],
        "签发日期": chinese_date(last["signed_on"]) if last else "",
        "审核": lines[:-1],
    }


def _notice(office: Office, row: Row, kind: CorrectionKind) -> Values:
    found = [each for each in corrections(office, row["id"]) if each["kind"] == kind.value]
    if not found:
        raise UserError(
            "no_correction",
            f"{issue_name(row)}没有登记过{kind.label}。没有生成{kind.label}通知。"
            f"请先在“排版—更多—{kind.label}”里登记。",
        )
    shares = distribution(office, row["id"])
    names = _joined([share["name"] for share in shares])
    ranges = "；".join(f"{word}：{row[key].rstrip('。')}" for word, key in _ADDRESSED if row[key])
    return {
        **_issue_values(office, row),
        "内容": found[-1]["text"],
        "原因": found[-1]["reason"],
        "通知日期": chinese_date(found[-1]["on_date"]),
        "收件对象": names or ranges,
    }


def _joined(names: Sequence[str]) -> str:
    """Join names by 、, or by ， where one of them has a 、 itself: 市委副书记、市长."""
    return ("，" if any("、" in name for name in names) else "、").join(names)


def _correction_notice(office: Office, row: Row) -> Values:
    shares = distribution(office, row["id"])
    lines = [_recipient(place, share) for place, share in enumerate(shares, 1)]
    return {**_notice(office, row, CorrectionKind.CORRECTION), "分送": lines}


def _recall_notice(office: Office, row: Row) -> Values:
    lines = _returned(office, row)
    return {
        **_notice(office, row, CorrectionKind.RECALL),
        "分送": lines,
        "未退合计": sum(line["未退"] for line in lines),
    }


def _exchange_list(office: Office, row: Row) -> Values:
    shares = _shares(office, row)
    ways = {share["way"]: place for place, share in reversed(list(enumerate(shares)))}
    ordered = sorted(shares, key=lambda share: ways[share["way"]])
    groups = []
    place = 0
    for way, members in groupby(ordered, key=lambda share: str(share["way"])):
        lines = []
        for share in members:
            place += 1
            lines.append(
                {
                    **_recipient(place, share),
                    "备注": "大字版" if share["large_print"] else "",
                    "签收人": share["received_by"],
                    "交出日期": _day(share["handed_on"]) if share["handed_on"] else "",
                }
            )
        groups.append(
            {"方式": way or "未定", "合计": sum(line["份数"] for line in lines), "分送": lines}
        )
    return {**_issue_values(office, row), "交换": groups, "分送合计": copies_in_all(shares)}


def _return_list(office: Office, row: Row) -> Values:
    shares = _shares(office, row)
    remarks: dict[int, list[str]] = {}
    for each in returns(office, row["id"]):
        what = f"{_day(each['on_date'])}{CopyOutcome(each['outcome']).label}{each['remark']}"
        found = remarks.setdefault(each["distribution"], [])
        if what not in found:
            found.append(what)
    lines = [
        {**line, "备注": "；".join(remarks.get(share["id"], ()))}
        for line, share in zip(_returned(office, row), shares, strict=True)
    ]
    sums = {f"{word}合计": sum(line[word] for line in lines) for word in ("已退", "已毁", "未退")}
    return {
        **_issue_values(office, row),
        "分送": lines,
        "分送合计": copies_in_all(shares),
        **sums,
    }


def _returned(office: Office, row: Row) -> list[Values]:
    counts: dict[tuple[int, str], int] = {}
    for each in returns(office, row["id"]):
        key = (each["distribution"], each["outcome"])
        counts[key] = counts.get(key, 0) + each["copies"]
    out = {each["id"]: each for each in outstanding(office, row["id"])}
    return [
        {
            **_recipient(place, share),
            "已退": counts.get((share["id"], CopyOutcome.RETURNED.value), 0),
            "已毁": counts.get((share["id"], CopyOutcome.DESTROYED.value), 0),
            "未退": out[share["id"]]["missing"] if share["id"] in out else 0,
            "未退份号": several_words(out[share["id"]]["missing_numbers"])
            if share["id"] in out
            else "",
        }
        for place, share in enumerate(distribution(office, row["id"]), 1)
    ]


def _shares(office: Office, row: Row) -> Sequence[Row]:
    shares = distribution(office, row["id"])
    if not shares:
        raise UserError(
            "no_recipients",
            f"{issue_name(row)}还没有分发名单。没有生成。请先在“排版—分发”里列出分发对象。",
        )
    return shares


def _recipient(place: int, share: Row) -> Values:
    return {
        "序号": place,
        "对象": share["name"],
        "方式": share["way"],
        "份数": share["copies"],
        "份号": number_words(share["first_number"], share["last_number"]),
    }


def _mark(row: Row) -> str:
    level = Secrecy(row["secrecy"])
    return secrecy.mark(level, row["secrecy_term"]) or level.label


def _name(name: str, post: str) -> str:
    return own_name(name, post) or person_words(name, post)


def _day(text: str) -> str:
    """Write 2026-11-23 as 11月23日, for columns whose year is known."""
    return chinese_date(text).partition("年")[2]


_VALUES: dict[PaperForm, Callable[[Office, Row], Values]] = {
    PaperForm.SIGN_SHEET: _sign_sheet,
    PaperForm.PROOF_COVER: _proof_values,
    PaperForm.CORRECTION_NOTICE: _correction_notice,
    PaperForm.RECALL_NOTICE: _recall_notice,
    PaperForm.EXCHANGE_LIST: _exchange_list,
    PaperForm.RETURN_LIST: _return_list,
}
