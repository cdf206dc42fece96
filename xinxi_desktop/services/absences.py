"""外出: a person is away from..to, and a deputy may sign meanwhile (受托代签)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xinxi_desktop.domain.times import parse_date, today
from xinxi_desktop.domain.vocabulary import Post
from xinxi_desktop.errors import UserError
from xinxi_desktop.services.office import Changes, Office, own_name, person_words
from xinxi_desktop.store import absences as store
from xinxi_desktop.store import people
from xinxi_desktop.store.reading import Reader
from xinxi_desktop.store.transaction import Transaction

Row = dict[str, Any]


def absences(office: Office) -> list[Row]:
    """List every absence with ``person_name`` and ``deputy_name``, newest first."""
    return store.absences(office.file)


def save_absence(office: Office, absence: int | None, fields: Row) -> Changes:
    """Add or change an absence: person, deputy (may be None), from_date, to_date, reason."""
    row = _checked(fields)

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        _check_days(tx, absence, row)
        if absence is None:
            key = tx.insert("absence", row)
        else:
            key = absence
            tx.update("absence", key, row)
        (kept,) = (each for each in store.absences(tx) if each["id"] == key)
        return f"已登记{absence_words(kept)}", (key,)

    return office.do("登记外出" if absence is None else "更改外出", work)


def delete_absence(office: Office, absence: int) -> Changes:
    """Take an absence away; what was signed in the meantime stands."""

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        tx.delete("absence", absence)
        return "已取消一次外出的登记", (absence,)

    return office.do("取消外出", work)


def absence_words(row: Row) -> str:
    """Say it in a line: “张三外出至 12-03，由李四代签”."""
    start = "" if row["from_date"] <= today() else f"{_short(row['from_date'])} 起"
    who = _called(row["person_name"], row["person_post"])
    deputy = (
        f"由{_called(row['deputy_name'], row['deputy_post'])}代签"
        if row["deputy"]
        else "没有委托代签"
    )
    return f"{who}{start}外出至 {_short(row['to_date'])}，{deputy}"


def absent_holders(office: Office, post: Post, day: str = "") -> list[Row]:
    """List the absences of the active holders of a post on a day (today)."""
    holders = (row for row in people.persons(office.file) if row["post"] == post.value)
    found = (store.absence_on(office.file, row["id"], day or today()) for row in holders)
    return [row for row in found if row is not None]


def check_deputy(reader: Reader, deputy: int, principal: int, day: str) -> None:
    """UserError unless ``deputy`` may sign for ``principal`` on ``day``."""
    row = store.absence_on(reader, principal, day)
    if row is not None and row["deputy"] == deputy:
        return
    who = people.person(reader, principal)
    name = _called(who["name"], who["post"]) if who else "这个人"
    why = f"{day} 没有登记{name}外出" if row is None else f"{name}外出没有委托这个人代签"
    raise UserError(
        "not_deputed",
        f"{why}，不能受托代签。没有记录。请先在“单位与信息员—外出代签”里登记外出和代签人。",
    )


def remark(rows: Sequence[Row]) -> str:
    """Say who of several is away, for the place where a sign-off is awaited."""
    return "；".join(absence_words(row) for row in rows)


def _checked(fields: Row) -> Row:
    if not fields.get("person"):
        raise UserError("no_person", "没有选谁外出，没有保存。请选一个人。")
    row: Row = {
        "person": int(fields["person"]),
        "deputy": int(fields["deputy"]) if fields.get("deputy") else None,
        "from_date": parse_date(str(fields.get("from_date") or "")),
        "to_date": parse_date(str(fields.get("to_date") or "")),
        "reason": str(fields.get("reason") or "").strip(),
    }
    if row["person"] == row["deputy"]:
        raise UserError("own_deputy", "外出的人和代签人是同一个人，没有保存。请另选代签人。")
    if row["to_date"] < row["from_date"]:
        raise UserError("days_reversed", "外出的止日早于起日，没有保存。请改正日期。")
    return row


def _check_days(reader: Reader, absence: int | None, row: Row) -> None:
    for each in store.overlapping(reader, row["person"], row["from_date"], row["to_date"]):
        if each["id"] != absence:
            raise UserError(
                "absent_twice",
                f"这几天已经登记过{absence_words(each)}，没有保存。请改那一次，或改正日期。",
            )


def _called(name: str, post: str) -> str:
    return own_name(name, post) or person_words(name, post)


def _short(day: str) -> str:
    return day[5:] if day[:4] == today()[:4] else day
