"""Keep page schemes: those that come ready, and the office's own made from them."""

from __future__ import annotations

from dataclasses import replace

from xinxi_desktop.domain.document import canonical
from xinxi_desktop.domain.filters import IssueFilter
from xinxi_desktop.domain.page_scheme import (
    SCHEMES,
    PageScheme,
    check_scheme,
    find_scheme,
    scheme_values,
)
from xinxi_desktop.domain.vocabulary import IssueState
from xinxi_desktop.errors import UserError
from xinxi_desktop.services.issues import issue_name
from xinxi_desktop.services.office import Changes, Office
from xinxi_desktop.store import issues as issue_store
from xinxi_desktop.store import schemes as store
from xinxi_desktop.store.reading import Reader
from xinxi_desktop.store.transaction import Transaction

_UNDER_WAY = tuple(
    state.value
    for state in (
        IssueState.SENT,
        IssueState.SIGNED,
        IssueState.RECHECKED,
        IssueState.FINALISED,
        IssueState.PRINTING,
    )
)
"""From 送签 to 印发 the paper must stay as it was signed."""


def schemes(office: Office) -> list[PageScheme]:
    """List the schemes that come ready, then the office's own."""
    return [*SCHEMES.values(), *store.own_schemes(office.file)]


def scheme_called(office: Office, word: str) -> PageScheme:
    """Find a scheme by its name or a part of it; UserError lists those there are."""
    return find_scheme(word, schemes(office))


def save_scheme(office: Office, scheme: PageScheme, *, before: str = "") -> Changes:
    """Keep an own scheme; ``before`` is the name of the one it stands in for, else it is new.

    UserError if its values leave no room, its name is taken, or an issue on its way from 送签
    to 印发 is set in it. A scheme that comes ready is never changed: save it under a new name.
    """
    checked = check_scheme(replace(scheme, name=scheme.name.strip()))
    name = checked.name

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        taken = {each.name for each in store.own_schemes(tx)} | set(SCHEMES)
        if name != before and name in taken:
            raise UserError("scheme_twice", f"已有版式“{name}”。没有保存。请换个名称。")
        row = {"name": name, "body": canonical(scheme_values(checked))}
        if not before:
            return f"已建立版式“{name}”", (tx.insert("page_scheme", row),)
        key = _own(tx, before)
        _check_free(tx, before)
        tx.update("page_scheme", key, row)
        for publication in _publications(tx, before):
            tx.update("publication", publication, {"scheme": name})
        return f"已保存版式“{name}”", (key,)

    return office.do("修改版式" if before else "建立版式", work)


def drop_scheme(office: Office, name: str) -> Changes:
    """Take an own scheme away; UserError if a publication is set in it."""

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        key = _own(tx, name)
        used = [issue_store.publication(tx, each)["name"] for each in _publications(tx, name)]
        if used:
            names = "".join(f"《{each}》" for each in used)
            raise UserError(
                "scheme_used", f"{names}正用版式“{name}”。没有删除。请先给刊物换一种版式。"
            )
        tx.delete("page_scheme", key)
        return f"已删除版式“{name}”", (key,)

    return office.do("删除版式", work)


def _own(reader: Reader, name: str) -> int:
    key = store.scheme_id(reader, name)
    if key is None:
        said = f"“{name}”是自带的版式，不能改" if name in SCHEMES else f"没有叫“{name}”的版式"
        raise UserError("not_own_scheme", f"{said}。没有改动。请另起名称存成本办的版式。")
    return key


def _publications(reader: Reader, name: str) -> list[int]:
    rows = issue_store.publications(reader, active_only=False)
    return [row["id"] for row in rows if row["scheme"] == name]


def _check_free(reader: Reader, name: str) -> None:
    for publication in _publications(reader, name):
        chosen = IssueFilter(publication=publication, states=_UNDER_WAY)
        found = issue_store.issue_ids(reader, chosen)
        if found:
            row = issue_store.issue_rows(reader, found[:1])[0]
            raise UserError(
                "scheme_under_way",
                f"{issue_name(row)}正用版式“{name}”，已送签还没印发。没有改动。"
                "请等它印发，或先退改，或另起名称存成新的版式。",
            )
