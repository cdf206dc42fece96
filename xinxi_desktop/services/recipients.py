"""分发对象: who gets a publication, in how many copies, by what way, in which order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xinxi_desktop.errors import UserError
from xinxi_desktop.services.office import Changes, Office
from xinxi_desktop.store import distribution as store
from xinxi_desktop.store.transaction import Transaction

Row = dict[str, Any]
MOST_COPIES = 9999


def recipients(office: Office, publication: int, *, active_only: bool = True) -> list[Row]:
    """List the recipients of a publication in the office's order."""
    return store.recipients(office.file, publication, active_only=active_only)


def find_named(rows: Sequence[Row], name: str) -> Row:
    """Find a recipient in a list by its name; UserError names who there is."""
    for row in rows:
        if row["name"] == name:
            return row
    every = "、".join(str(row["name"]) for row in rows) or "（还没有）"
    raise UserError("unknown_recipient", f"没有叫“{name}”的分发对象。没有改动。现有的：{every}。")


def copies_in_all(rows: Sequence[Row]) -> int:
    """Add up the copies of recipients or of a distribution."""
    return sum(int(row["copies"]) for row in rows)


def save_recipient(office: Office, publication: int, recipient: int | None, fields: Row) -> Changes:
    """Add a recipient at the end, or change one.

    ``fields``: name, way, copies (at least 1), large_print, active; what is left out stays.
    """
    row = checked(fields, new=recipient is None)

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        known = store.recipients(tx, publication, active_only=False)
        name = row.get("name")
        if any(each["name"] == name and each["id"] != recipient for each in known):
            raise UserError(
                "recipient_twice", f"分发对象里已有“{name}”。没有保存。请改它的份数，或换个名称。"
            )
        if recipient is None:
            place = max((each["position"] for each in known), default=0) + 1
            key = tx.insert("recipient", {"publication": publication, "position": place, **row})
            return f"已登记分发对象“{name}”", (key,)
        tx.update("recipient", recipient, row)
        saved = tx.get("recipient", recipient)
        return f"已保存分发对象“{saved['name']}”", (recipient,)

    return office.do("登记分发对象" if recipient is None else "修改分发对象", work)


def order_recipients(office: Office, publication: int, ids: Sequence[int]) -> Changes:
    """Put the recipients of a publication into this order (建制顺序); 份号 follow it."""

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        known = {row["id"] for row in store.recipients(tx, publication, active_only=False)}
        if known != set(ids):
            raise UserError("recipients_changed", "分发对象刚有变动，次序没有改。请重新排一次。")
        for position, key in enumerate(ids, 1):
            tx.update("recipient", key, {"position": position})
        return "已调整分发次序", tuple(ids)

    return office.do("调整分发次序", work)


def delete_recipient(office: Office, recipient: int) -> Changes:
    """Take a recipient away; issues that were distributed keep their own list."""

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        name = tx.get("recipient", recipient)["name"]
        tx.delete("recipient", recipient)
        return f"已删除分发对象“{name}”", (recipient,)

    return office.do("删除分发对象", work)


def checked(fields: Row, *, new: bool) -> Row:
    """Give the columns that ``fields`` fill, as stored; UserError for an empty name or 0 copies."""
    row: Row = {}
    if new or "name" in fields:
        row["name"] = str(fields.get("name", "")).strip()
        if not row["name"]:
            raise UserError("field_empty", "没有填分发对象的名称，没有保存。请填上名称。")
    if new or "copies" in fields:
        row["copies"] = int(fields.get("copies") or 1)
        if not 1 <= row["copies"] <= MOST_COPIES:
            raise UserError(
                "wrong_copies", f"份数要在 1 到 {MOST_COPIES} 之间。没有保存。请改正份数。"
            )
    if "way" in fields:
        row["way"] = str(fields["way"]).strip()
    for name in ("large_print", "active"):
        if name in fields:
            row[name] = int(bool(fields[name]))
    return row
