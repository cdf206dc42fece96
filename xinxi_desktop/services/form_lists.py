"""What stands on the lists: 发文登记簿 of a year, 交换清单 and 清退单 of an issue."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import groupby
from typing import Any

from xinxi_desktop.domain.distribution import number_words, several_words
from xinxi_desktop.domain.forms import Values
from xinxi_desktop.domain.signatures import signer_words
from xinxi_desktop.domain.vocabulary import CopyOutcome, CorrectionKind
from xinxi_desktop.errors import UserError
from xinxi_desktop.services import signing
from xinxi_desktop.services.distribution import distribution, outstanding, returns
from xinxi_desktop.services.form_basics import (
    ADDRESSED,
    day_words,
    issue_values,
    mark_words,
    office_values,
    recipient_line,
)
from xinxi_desktop.services.issues import issue_label, issue_name, issue_rows
from xinxi_desktop.services.office import Office
from xinxi_desktop.services.recipients import copies_in_all
from xinxi_desktop.store import forms as store
from xinxi_desktop.store import issues as issue_store

Row = dict[str, Any]


def register_values(office: Office, year: int) -> Values:
    """Give the values of the 发文登记簿 of a year: what was 印发 in it, by day."""
    first, last = f"{year}-01-01", f"{year}-12-31"
    remarks: dict[int, list[str]] = {}
    for each in store.corrections_in(office.file, first, last):
        what = f"{day_words(each['on_date'])}{CorrectionKind(each['kind']).label}"
        remarks.setdefault(each["issue"], []).append(what)
    rows = issue_rows(office, store.printed_in(office.file, first, last))
    lines = [
        _register_line(office, place, row, remarks.get(row["id"], ()))
        for place, row in enumerate(rows, 1)
    ]
    return {
        **office_values(office),
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
        "日期": day_words(row["printed_on"]),
        "刊名": row["publication_name"],
        "期号": issue_label(row).partition("（")[0],
        "标题": f"{first}等{len(titles)}条" if len(titles) > 1 else first,
        "密级": mark_words(row),
        "签发人": signer_words(signed[-1], signed[-1]["person_name"]) if signed else "",
        "份数": row["copies"] or 0,
        "页数": row["pages"] or "",
        "份号": number_words(*ends),
        "分送": "".join(f"{word}{row[key]}" for word, key in ADDRESSED if row[key]),
        "备注": "、".join([*special, *remarks]),
    }


def exchange_list(office: Office, row: Row, only: Collection[int] = ()) -> Values:
    """Give the values of the 交换清单, by way; ``only`` these shares, if any are named."""
    shares = shares_of(office, row, only)
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
                    **recipient_line(place, share),
                    "备注": "大字版" if share["large_print"] else "",
                    "签收人": share["received_by"],
                    "交出日期": day_words(share["handed_on"]) if share["handed_on"] else "",
                }
            )
        groups.append(
            {"方式": way or "未定", "合计": sum(line["份数"] for line in lines), "分送": lines}
        )
    return {**issue_values(office, row), "交换": groups, "分送合计": copies_in_all(shares)}


def return_list(office: Office, row: Row, only: Collection[int] = ()) -> Values:
    """Give the values of the 清退单; ``only`` these shares, if any are named."""
    shares = shares_of(office, row, only)
    remarks: dict[int, list[str]] = {}
    for each in returns(office, row["id"]):
        what = f"{day_words(each['on_date'])}{CopyOutcome(each['outcome']).label}{each['remark']}"
        found = remarks.setdefault(each["distribution"], [])
        if what not in found:
            found.append(what)
    lines = [
        {**line, "备注": "；".join(remarks.get(share["id"], ()))}
        for line, share in zip(returned_lines(office, row, shares), shares, strict=True)
    ]
    sums = {f"{word}合计": sum(line[word] for line in lines) for word in ("已退", "已毁", "未退")}
    return {
        **issue_values(office, row),
        "分送": lines,
        "分送合计": copies_in_all(shares),
        **sums,
    }


def returned_lines(office: Office, row: Row, shares: Sequence[Row]) -> list[Values]:
    """Give a line for each share: what is back, destroyed, and still out."""
    counts: dict[tuple[int, str], int] = {}
    for each in returns(office, row["id"]):
        key = (each["distribution"], each["outcome"])
        counts[key] = counts.get(key, 0) + each["copies"]
    out = {each["id"]: each for each in outstanding(office, row["id"])}
    return [
        {
            **recipient_line(place, share),
            "已退": counts.get((share["id"], CopyOutcome.RETURNED.value), 0),
            "已毁": counts.get((share["id"], CopyOutcome.DESTROYED.value), 0),
            "未退": out[share["id"]]["missing"] if share["id"] in out else 0,
            "未退份号": several_words(out[share["id"]]["missing_numbers"])
            if share["id"] in out
            else "",
        }
        for place, share in enumerate(shares, 1)
    ]


def shares_of(office: Office, row: Row, only: Collection[int]) -> Sequence[Row]:
    """Give an issue's shares, ``only`` some of them if any are named; UserError for none."""
    shares = [share for share in distribution(office, row["id"]) if not only or share["id"] in only]
    if not shares:
        raise UserError(
            "no_recipients",
            f"{issue_name(row)}还没有分发名单。没有生成。请先在“排版—分发”里列出分发对象。",
        )
    return shares


def shares_called(office: Office, issue_id: int, word: str) -> list[int]:
    """Find the shares of one recipient, or else of one way; UserError names who there is."""
    shares = distribution(office, issue_id)
    for key in ("name", "way"):
        if found := [share["id"] for share in shares if share[key] == word]:
            return found
    every = "、".join(share["name"] for share in shares) or "没有分发名单"
    raise UserError("unknown_recipient", f"名单里没有“{word}”。没有生成。现有：{every}。")
