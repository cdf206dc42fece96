"""Searches kept under a name: for oneself or for all, renamed, deleted."""

from __future__ import annotations

from typing import Any

from xinxi_desktop.domain.filters import SubmissionFilter
from xinxi_desktop.domain.searches import Search
from xinxi_desktop.errors import UserError
from xinxi_desktop.services.office import Changes, Office
from xinxi_desktop.store import searches as store
from xinxi_desktop.store.reading import Reader
from xinxi_desktop.store.transaction import Transaction

Row = dict[str, Any]
INBOX = "inbox"
_LONGEST = 20


def saved_searches(office: Office) -> list[Row]:
    """List the searches of 收稿 that the person sees; ``person`` is None for those of all."""
    return store.saved_searches(office.file, INBOX, office.person)


def count(office: Office, chosen: SubmissionFilter) -> int:
    """Count the submissions that a filter lets through."""
    return store.count_submissions(office.file, chosen)


def keep_search(office: Office, name: str, search: Search, *, shared: bool) -> Changes:
    """Keep a search under a name, for the person or for all."""

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        row = {
            "list": INBOX,
            "name": _free_name(tx, name, office.person),
            "body": search.to_json(),
            "position": store.last_position(tx, INBOX) + 1,
            "person": None if shared else office.person,
        }
        return f"已存为查询“{row['name']}”", (tx.insert("saved_search", row),)

    return office.do("存为查询", work)


def rename_search(office: Office, key: int, name: str, *, shared: bool) -> Changes:
    """Give a kept search another name, and to whom it is shown."""

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        found = _free_name(tx, name, office.person, key)
        changes = {"name": found, "person": None if shared else office.person}
        tx.update("saved_search", key, changes)
        return f"查询已改名为“{found}”", (key,)

    return office.do("更改查询", work)


def delete_search(office: Office, key: int) -> Changes:
    """Forget a kept search; the submissions stay."""

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        row = tx.get("saved_search", key)
        tx.delete("saved_search", key)
        return f"已删除查询“{row['name']}”，来稿没有变", (key,)

    return office.do("删除查询", work)


def _free_name(reader: Reader, name: str, person: int, key: int = 0) -> str:
    wanted = " ".join(name.split())
    if not wanted or len(wanted) > _LONGEST:
        raise UserError(
            "search_name", f"查询的名称要有一到{_LONGEST}个字。没有存下。请改好名称再存。"
        )
    for row in store.saved_searches(reader, INBOX, person):
        if row["name"] == wanted and row["id"] != key:
            raise UserError(
                "search_name_taken", f"已经有叫“{wanted}”的查询。没有存下。请换一个名称。"
            )
    return wanted
