"""Keep persons, leaders, publications and signing chains."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from xinxi_desktop.domain.vocabulary import CopyNumbers, Direction, Post, Secrecy, Tone
from xinxi_desktop.errors import UserError
from xinxi_desktop.services.office import Changes, Office, person_words
from xinxi_desktop.store import issues as issue_store
from xinxi_desktop.store import people
from xinxi_desktop.store.transaction import Transaction, new_uuid

if TYPE_CHECKING:
    from xinxi_desktop.domain.masthead import MastheadTemplate

Row = dict[str, Any]
_PUBLICATION_TEXTS = (
    "subtitle", "report_to", "send_to", "issue_to", "office", "notice", "columns", "contact",
)  # fmt: skip
_PUBLICATION_SWITCHES = ("single_topic", "contents", "credit", "active")


def persons(office: Office) -> list[Row]:
    """List everyone, also those who left."""
    return people.persons(office.file, active_only=False)


def leaders(office: Office) -> list[Row]:
    """List leaders by 排序号."""
    return people.leaders(office.file)


def chains(office: Office) -> list[Row]:
    """List the signing chains with ``publication_name`` and ``posts`` (a JSON list)."""
    return people.chain_rows(office.file)


def publications(office: Office) -> list[Row]:
    """List all publications, also those no longer used."""
    return issue_store.publications(office.file, active_only=False)


def save_person(office: Office, person: int | None, fields: Row) -> Changes:
    """Add or change a person: name, post, position, active."""
    row = {
        "name": _needed(fields, "name", "姓名"),
        "post": Post.parse(str(fields.get("post") or "editor")).value,
        "active": int(bool(fields.get("active", True))),
    }
    position = fields.get("position")

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        if person is None:
            place = position or len(people.persons(tx, active_only=False)) + 1
            key = tx.insert("person", {"uuid": new_uuid(), "position": place, **row})
        else:
            key = person
            tx.update("person", key, row if position is None else {**row, "position": position})
        return f"已保存{person_words(str(row['name']), str(row['post']))}", (key,)

    return office.do("登记人员" if person is None else "修改人员", work)


def name_persons(office: Office, names: Mapping[int, str]) -> Changes:
    """Give persons their names in one step; an empty one leaves a person called by the post."""

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        known = {key: name.strip() for key, name in names.items() if name.strip()}
        for key, name in known.items():
            tx.update("person", key, {"name": name})
        return f"已填写 {len(known)} 个岗位的姓名", tuple(known)

    return office.do("填写姓名", work)


def save_leader(office: Office, leader: int | None, fields: Row) -> Changes:
    """Add or change a leader: name, title, position (排序号), from_date, to_date."""
    row = {
        "name": _needed(fields, "name", "姓名"),
        "title": _needed(fields, "title", "职务"),
        "position": int(fields.get("position") or 0),
        "from_date": fields.get("from_date") or None,
        "to_date": fields.get("to_date") or None,
    }

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        row["position"] = row["position"] or len(people.leaders(tx)) + 1
        if leader is None:
            return f"已登记{row['name']}", (tx.insert("leader", {"uuid": new_uuid(), **row}),)
        tx.update("leader", leader, row)
        return f"已保存{row['name']}", (leader,)

    return office.do("登记领导" if leader is None else "修改领导", work)


def save_publication(office: Office, publication: int | None, fields: Row) -> Changes:
    """Add or change a publication.

    ``fields``: name, direction, date_rule (signed or printed), copies, scheme, copy_numbers, the
    texts and switches above; ``columns`` are joined by 、.
    """
    from xinxi_desktop.domain.page_scheme import STANDARD
    from xinxi_desktop.services.schemes import scheme_called

    row: Row = {"name": _needed(fields, "name", "刊名").strip("《》")}
    for name in _PUBLICATION_TEXTS:
        if name in fields:
            row[name] = str(fields[name]).strip()
    for name in _PUBLICATION_SWITCHES:
        if name in fields:
            row[name] = int(bool(fields[name]))
    if "direction" in fields:
        row["direction"] = Direction.parse(str(fields["direction"])).value
    if "copies" in fields:
        row["copies"] = int(fields["copies"] or 0)
    if "copy_numbers" in fields:
        row["copy_numbers"] = CopyNumbers.parse(str(fields["copy_numbers"])).value
    if fields.get("scheme"):
        row["scheme"] = scheme_called(office, str(fields["scheme"])).name
    if fields.get("date_rule"):
        row["date_rule"] = str(fields["date_rule"])

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        known = issue_store.publications(tx, active_only=False)
        if any(each["name"] == row["name"] and each["id"] != publication for each in known):
            raise UserError("publication_twice", f"已有刊物《{row['name']}》。没有保存。请换名。")
        if publication is not None:
            tx.update("publication", publication, row)
            return f"已保存《{row['name']}》", (publication,)
        first = {"direction": Direction.OWN.value, "office": office.name, **row}
        key = tx.insert(
            "publication",
            {"uuid": new_uuid(), "position": len(known) + 1, "scheme": STANDARD.name, **first},
        )
        return f"已登记《{row['name']}》", (key,)

    return office.do("登记刊物" if publication is None else "修改刊物", work)


def print_contents(office: Office, publication: int, on: bool) -> Changes:
    """Let the issues of a publication have a 目录, or none; those of one item never have."""

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        name = tx.get("publication", publication)["name"]
        tx.update("publication", publication, {"contents": int(on)})
        return f"《{name}》今后各期{'印' if on else '不印'}目录", (publication,)

    return office.do("修改刊物", work)


def save_masthead(office: Office, publication: int, template: MastheadTemplate) -> Changes:
    """Change what the head of a publication looks like; issues not yet signed follow it."""
    from xinxi_desktop.domain.document import canonical
    from xinxi_desktop.domain.masthead import check_template, template_values

    values = template_values(check_template(template))

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        row = issue_store.publication(tx, publication)
        tx.update("publication", publication, {"masthead": canonical(values)})
        return f"已保存《{row['name']}》的刊头", (publication,)

    return office.do("修改刊头", work)


def save_chain(
    office: Office,
    chain: int | None,
    posts: Sequence[str],
    *,
    publication: int | None = None,
    tone: str = "",
    secrecy: str = "",
    direction: str = "",
) -> Changes:
    """Add or change a signing chain: posts in order, and the conditions it is for."""
    if not posts:
        raise UserError("empty_chain", "签批链里没有岗位。没有保存。请至少选一个签发岗位。")
    parsed = [Post.parse(post) for post in posts]
    row = {
        "publication": publication,
        "tone": Tone.parse(tone).value if tone else None,
        "secrecy": Secrecy.parse(secrecy).value if secrecy else None,
        "direction": Direction.parse(direction).value if direction else None,
        "posts": json.dumps([post.value for post in parsed]),
    }

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        words = "→".join(post.label for post in parsed)
        if chain is None:
            return f"已登记签批链：{words}", (tx.insert("chain", row),)
        tx.update("chain", chain, row)
        return f"已保存签批链：{words}", (chain,)

    return office.do("登记签批链" if chain is None else "修改签批链", work)


def delete_chain(office: Office, chain: int) -> Changes:
    """Take a signing chain away; can be undone."""

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        tx.delete("chain", chain)
        return "已删除签批链", (chain,)

    return office.do("删除签批链", work)


def rename_office(office: Office, name: str) -> Changes:
    """Change the office's name as printed from now on."""
    new = _needed({"name": name}, "name", "单位名称")

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        tx.update("setting", "office_name", {"value": new})
        return f"单位名称已改为“{new}”", ()

    return office.do("更改单位名称", work)


def _needed(fields: Row, name: str, label: str) -> str:
    value = str(fields.get(name, "")).strip()
    if not value:
        raise UserError(
            "field_empty", f"没有填{label}，没有保存，您填的其他内容还在。请填上{label}。"
        )
    return value
