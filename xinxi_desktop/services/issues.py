"""Put an issue together: articles in order, columns, 按语, 报/送/发, copies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xinxi_desktop.domain import secrecy
from xinxi_desktop.domain.filters import IssueFilter
from xinxi_desktop.domain.states import ARTICLE_MOVES, ISSUE_MOVES, move
from xinxi_desktop.domain.vocabulary import ArticleState, IssueState, Secrecy, Tone, Urgency
from xinxi_desktop.errors import UserError
from xinxi_desktop.services import numbers
from xinxi_desktop.services.articles import marks_of, unknown_article
from xinxi_desktop.services.office import Changes, Office
from xinxi_desktop.store import articles as article_store
from xinxi_desktop.store import distribution as distribution_store
from xinxi_desktop.store import issues as store
from xinxi_desktop.store.transaction import Transaction, new_uuid

Row = dict[str, Any]
_FELL_BACK = "本期退回核稿，原来的清样和签批作废，要重新出清样、送签"


def issue_ids(office: Office, chosen: IssueFilter) -> list[int]:
    """Give the ids that a filter lets through, newest first."""
    return store.issue_ids(office.file, chosen)


def issue_rows(office: Office, ids: Sequence[int]) -> list[Row]:
    """Give rows for the list, in the order of the ids."""
    return store.issue_rows(office.file, ids)


def issue(office: Office, issue_id: int) -> Row:
    """Give one issue's row with publication and editor names; UserError if unknown."""
    rows = store.issue_rows(office.file, [issue_id])
    if not rows:
        raise unknown_issue(str(issue_id))
    return rows[0]


def items(office: Office, issue_id: int) -> list[Row]:
    """List an issue's items in order."""
    return store.items(office.file, issue_id)


def publications(office: Office) -> list[Row]:
    """List the publications in use."""
    return store.publications(office.file)


def queue_counts(office: Office) -> dict[str, int]:
    """Count issues per state."""
    return store.queue_counts(office.file)


def find_publication(office: Office, word: str) -> int:
    """Find a publication by its name or a part of it; UserError if none or several fit."""
    found = store.publications_called(office.file, word)
    if len(found) == 1:
        return int(found[0]["id"])
    every = "、".join(f"《{row['name']}》" for row in store.publications(office.file))
    why = f"“{word}”合于 {len(found)} 种刊物" if found else f"没有叫“{word}”的刊物"
    raise UserError("unknown_publication", f"{why}。没有改动。现有刊物：{every}。")


def find_issue(office: Office, word: str) -> int:
    """Find an issue by its id or ``刊名:年:期``; UserError if there is none."""
    if word.isdigit():
        return int(issue(office, int(word))["id"])
    parts = word.replace("：", ":").split(":")
    if len(parts) == 3 and parts[1].isdigit() and parts[2].isdigit():
        publication = find_publication(office, parts[0])
        rows = store.numbered(office.file, publication, int(parts[1]), int(parts[2]))
        if rows:
            return int(rows[0]["id"])
    raise unknown_issue(word)


def unknown_issue(word: str) -> UserError:
    """Make the error for an issue that is not there."""
    return UserError(
        "unknown_issue",
        f"没有“{word}”这一期。没有改动。请用期的编号，或“刊名:年:期”，如“每日快报:2026:12”。",
    )


def issue_label(row: Row) -> str:
    """Write an issue's number as printed; before 定版 it is pending (practice.md §1.2)."""
    prefix = "增刊" if row["supplement"] else ""
    if row["number"] is None:
        return f"{prefix}第〔待定〕期"
    running = f"（总第{row['running']}期）" if row["running"] else ""
    return f"{prefix}第{row['number']}期{running}"


def issue_name(row: Row) -> str:
    """Name an issue in a sentence: 《刊名》 and its number."""
    return f"《{row['publication_name']}》{issue_label(row)}"


def create_issue(
    office: Office,
    publication: int,
    articles: Sequence[int],
    *,
    supplement: bool = False,
    person: int | None = None,
) -> Changes:
    """Begin an issue of a publication with articles in this order."""

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        editor = person or office.person
        key = begin_issue(tx, publication, articles, editor, supplement=supplement)
        name = tx.get("publication", publication)["name"]
        return f"已组《{name}》一期，{len(articles)} 篇", (key,)

    return office.do("组期", work, person=person)


def begin_issue(
    tx: Transaction,
    publication: int,
    articles: Sequence[int],
    editor: int | None,
    *,
    supplement: bool = False,
) -> int:
    """Insert an issue at 拟编 with the publication's 报送 and copies, place articles, give its id."""
    family = tx.get("publication", publication)
    key = tx.insert(
        "issue",
        {
            "uuid": new_uuid(),
            "publication": publication,
            "state": IssueState.PLANNED.value,
            "supplement": int(supplement),
            "secrecy": Secrecy.INTERNAL.value,
            "tone": Tone.NEUTRAL.value,
            "urgency": Urgency.ORDINARY.value,
            **{name: family[name] for name in ("report_to", "send_to", "issue_to", "copies")},
            "editor": editor,
            "created_at": tx.at,
        },
    )
    _place(tx, key, articles)
    return key


def add_articles(
    office: Office, issue_id: int, articles: Sequence[int], *, at: int | None = None
) -> Changes:
    """Add articles at the end of an issue, or so that the first stands at place ``at`` (from 0)."""

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        arranged(tx, issue_id)
        before = [row["id"] for row in store.items(tx, issue_id)]
        _place(tx, issue_id, articles)
        if at is not None:
            added = [row["id"] for row in store.items(tx, issue_id)][len(before) :]
            _number(tx, [*before[:at], *added, *before[at:]])
        return f"已编入 {len(articles)} 篇", (issue_id,)

    return office.do("编入", work)


def order_items(office: Office, issue_id: int, item_ids: Sequence[int]) -> Changes:
    """Put the items of an issue into this order."""

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        arranged(tx, issue_id)
        known = {row["id"] for row in store.items(tx, issue_id)}
        if known != set(item_ids):
            raise UserError("items_changed", "这一期的条目刚有变动，次序没有改。请刷新后再排。")
        _number(tx, item_ids)
        return "已调整次序", (issue_id,)

    return office.do("调整次序", work)


def change_item(office: Office, item_id: int, fields: Row) -> Changes:
    """Change an item's ``column_name`` or ``editor_note`` (按语)."""
    return change_items(office, [item_id], fields)


def change_items(office: Office, item_ids: Sequence[int], fields: Row) -> Changes:
    """Give the same column or 按语 to some items of an issue in one step."""
    changes: Row = {name: fields[name] for name in ("column_name", "editor_note") if name in fields}

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        rows = [tx.get("issue_item", key) for key in item_ids]
        for row in rows:
            arranged(tx, row["issue"])
            tx.update("issue_item", row["id"], changes)
        return _told_items(len(rows), changes), tuple(dict.fromkeys(row["issue"] for row in rows))

    return office.do("更改栏目按语", work)


def _told_items(count: int, changes: Row) -> str:
    column = changes.get("column_name")
    if column is None:
        return f"已更改 {count} 条的按语"
    return f"已把 {count} 条归入栏目“{column}”" if column else f"已把 {count} 条改为不归栏目"


_REGISTERED = (
    "report_to", "send_to", "issue_to", "extra_to", "copies", "secrecy_term", "urgency",
)  # fmt: skip


_TOLD = {
    "report_to": "报送范围", "send_to": "报送范围", "issue_to": "报送范围", "extra_to": "本期增发",
    "copies": "份数", "secrecy": "密级", "secrecy_term": "保密期限", "urgency": "缓急",
    "supplement": "增刊",
}  # fmt: skip


def change_issue(office: Office, issue_id: int, fields: Row) -> Changes:
    """Change 报/送/发, 本期增发, copies, 密级 and term, 缓急 and 增刊; a mark below an item's is refused.

    A 增刊 is numbered apart, so a number kept from an earlier 定版 is given back.
    """
    changes: Row = {name: fields[name] for name in _REGISTERED if name in fields}

    if "secrecy" in fields:
        secrecy.check_ceiling(Secrecy.parse(str(fields["secrecy"])), office.machine)

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        before = arranged(tx, issue_id)
        if "secrecy" in fields:
            changes["secrecy"] = _checked_mark(tx, issue_id, str(fields["secrecy"]))
        if "supplement" in fields:
            changes.update(_other_series(tx, issue_id, bool(fields["supplement"])))
        tx.update("issue", issue_id, changes)
        changed = [name for name in changes if changes[name] != before[name]]
        told = list(dict.fromkeys(_TOLD[name] for name in changed if name in _TOLD))
        return f"已更改{'、'.join(told) or '登记'}", (issue_id,)

    return office.do("更改期的登记", work)


def take_out(office: Office, item_id: int, *, person: int | None = None) -> Changes:
    """撤下 one item, as ``take_out_items`` does."""
    return take_out_items(office, [item_id], person=person)


def take_out_items(
    office: Office, item_ids: Sequence[int], *, person: int | None = None
) -> Changes:
    """撤下 some items of an issue: they go back to the pool, held over with their approvals (F7).

    From a clean proof on, the issue falls back to 核稿, as pages and 目录 have changed.
    """

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        issue = tx.get("issue_item", item_ids[0])["issue"]
        before = store.issue_rows(tx, [issue])[0]["state"]
        for key in item_ids:
            leave_issue(tx, key, "撤下")
        after = store.issue_rows(tx, [issue])[0]["state"]
        fell = "" if before == after else f"。{_FELL_BACK}"
        return f"已撤下 {len(item_ids)} 条，留待下期{fell}", (issue,)

    return office.do("撤下", work, person=person)


def leave_issue(tx: Transaction, item_id: int, verb: str) -> Row:
    """Take one item out of its issue, which is numbered and marked anew; give the item's row."""
    item = tx.get("issue_item", item_id)
    article = tx.get("article", item["article"])
    issue_move(tx, item["issue"], "take_out", reason=f"{verb}《{article['title']}》")
    tx.delete("issue_item", item_id)
    _number(tx, [row["id"] for row in store.items(tx, item["issue"])])
    _leave(tx, article)
    refresh_marks(tx, item["issue"])
    return item


def move_to_publication(office: Office, issue_id: int, publication: int) -> Changes:
    """改刊: make the issue one of another publication; it starts again at 拟编."""

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        row = issue_move(tx, issue_id, "move", reason="改刊")
        family = tx.get("publication", publication)
        _check_single_topic(family, len(store.items(tx, issue_id)))
        numbers.give_back(tx, row)
        for share in distribution_store.shares(tx, issue_id):
            tx.delete("distribution", share["id"])
        fields = {name: family[name] for name in ("report_to", "send_to", "issue_to", "copies")}
        tx.update(
            "issue",
            issue_id,
            {
                "publication": publication,
                "year": None, "number": None, "running": None, "date": None,
                **fields,
            },
        )  # fmt: skip
        return f"已改发《{family['name']}》", (issue_id,)

    return office.do("改刊", work)


def arranged(tx: Transaction, issue_id: int) -> Row:
    """Give the issue if it may be arranged now; UserError otherwise."""
    return issue_move(tx, issue_id, "arrange")


def issue_move(tx: Transaction, issue_id: int, action: str, *, reason: str = "") -> Row:
    """Move an issue by an action of the table and give its row as it was before.

    Falling back from a signed state withdraws the sign-offs (they stay, with the reason) and
    opens the articles again. Without a valid clean proof the number of pages is open again.
    """
    rows = store.issue_rows(tx, [issue_id])
    if not rows:
        raise unknown_issue(str(issue_id))
    row = rows[0]
    before = IssueState(row["state"])
    after = move(ISSUE_MOVES, action, before, issue_name(row))
    pages = {} if after in PROVEN_STATES else {"pages": None}
    tx.update("issue", issue_id, {"state": after.value, **pages})
    if before in SIGNED_STATES and after not in SIGNED_STATES and after is not IssueState.PRINTING:
        _withdraw_signatures(tx, issue_id, reason)
    return row


SIGNED_STATES = (IssueState.SIGNED, IssueState.RECHECKED, IssueState.FINALISED)
PROVEN_STATES = (
    IssueState.PROOF, IssueState.SENT, *SIGNED_STATES, IssueState.PRINTING, IssueState.PRINTED,
)  # fmt: skip
"""States in which the newest clean proof stands for the issue."""


def refresh_marks(tx: Transaction, issue_id: int) -> None:
    """Give the issue the strictest marks of its items; a mark set higher by hand stays."""
    rows = store.items(tx, issue_id)
    if not rows:
        return
    found = marks_of([{**row, "kind": "", "form": "single"} for row in rows])
    present = tx.get("issue", issue_id)
    level = secrecy.highest((Secrecy(found["secrecy"]), Secrecy(present["secrecy"])))
    marks = [
        (Secrecy(found["secrecy"]), found["secrecy_term"]),
        (Secrecy(present["secrecy"]), present["secrecy_term"]),
    ]
    tx.update(
        "issue",
        issue_id,
        {
            "tone": found["tone"],
            "urgency": found["urgency"],
            "secrecy": level.value,
            "secrecy_term": secrecy.longest_term(marks),
        },
    )


def _place(tx: Transaction, issue_id: int, articles: Sequence[int]) -> None:
    present = store.items(tx, issue_id)
    row = tx.get("issue", issue_id)
    family = tx.get("publication", row["publication"])
    _check_single_topic(family, len(present) + len(articles))
    here = {item["article"] for item in present}
    for position, key in enumerate(articles, len(present) + 1):
        article = article_store.find(tx, key)
        if article is None:
            raise unknown_article(key)
        if key in here:
            raise UserError(
                "article_twice", f"{key} 号稿件已在这一期里，没有重复编入。请去掉重复的。"
            )
        here.add(key)
        state = move(ARTICLE_MOVES, "place", ArticleState(article["state"]), f"{key} 号稿件")
        tx.insert("issue_item", {"issue": issue_id, "article": key, "position": position})
        tx.update("article", key, {"state": state.value})
    refresh_marks(tx, issue_id)


def _number(tx: Transaction, item_ids: Sequence[int]) -> None:
    for position, key in enumerate(item_ids, 1):
        tx.update("issue_item", key, {"position": position})


def _check_single_topic(family: Row, count: int) -> None:
    if family["single_topic"] and count > 1:
        raise UserError(
            "single_topic",
            f"《{family['name']}》一期只登一题，不能编入 {count} 篇。没有改动。请分期，或先综合成一篇。",
        )


def _leave(tx: Transaction, article: Row) -> None:
    others = [
        row for row in article_store.issues_of(tx, article["id"])
        if row["state"] != IssueState.PRINTED.value
    ]  # fmt: skip
    if not others:
        state = move(ARTICLE_MOVES, "take_out", ArticleState(article["state"]), "稿件")
        tx.update("article", article["id"], {"state": state.value})


def _withdraw_signatures(tx: Transaction, issue_id: int, reason: str) -> None:
    for proof in store.proofs(tx, issue_id):
        for row in store.sign_offs(tx, proof["id"]):
            tx.update("sign_off", row["id"], {"withdrawn_reason": reason or "退回"})
    tx.update("issue", issue_id, {"signed_on": None})
    for item in store.items(tx, issue_id):
        state = move(ARTICLE_MOVES, "reopen", ArticleState(item["article_state"]), "稿件")
        tx.update("article", item["article"], {"state": state.value})


def _other_series(tx: Transaction, issue_id: int, supplement: bool) -> Row:
    row = tx.get("issue", issue_id)
    if bool(row["supplement"]) == supplement:
        return {}
    numbers.give_back(tx, row)
    return {"supplement": int(supplement), **dict.fromkeys(("year", "number", "running", "date"))}


def _checked_mark(tx: Transaction, issue_id: int, word: str) -> str:
    wanted = Secrecy.parse(word)
    floor = secrecy.highest(Secrecy(row["secrecy"]) for row in store.items(tx, issue_id))
    if secrecy.highest((floor, wanted)) is not wanted and store.items(tx, issue_id):
        raise UserError(
            "mark_too_low", f"条目中最高密级是“{floor.label}”，这一期不能标得更低。没有改动。"
        )
    return str(wanted)
