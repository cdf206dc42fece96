"""The record of acts: what was done, undoing it, and doing it again."""

from __future__ import annotations

from typing import Any

from xinxi_desktop.errors import UserError
from xinxi_desktop.services.office import Changes, Office
from xinxi_desktop.store import acts as store
from xinxi_desktop.store.transaction import Transaction

Row = dict[str, Any]
_AGAIN, _UNDONE = "已重做：", "已撤销："


def acts(office: Office, limit: int | None = None) -> list[Row]:
    """List acts newest first."""
    return store.act_rows(office.file, limit)


def history(office: Office, table: str, key: int) -> list[Row]:
    """List who did what to one record and when, newest first."""
    if table == "submission":
        return store.acts_on_submission(office.file, key)
    if table == "issue":
        return store.acts_on_issue(office.file, key)
    return store.acts_on(office.file, table, key)


def undo_last(office: Office) -> Changes:
    """Undo the newest act (a whole batch at once); UserError if it is final or there is none."""
    row = store.last_act(office.file)
    if row is None:
        raise UserError("nothing_to_undo", "没有可以撤销的操作。没有改动。")
    return undo_act(office, row["id"])


def undo_act(office: Office, act_id: int) -> Changes:
    """Undo one act, or the batch it belongs to; refused in a sentence if later acts stand on it."""
    from xinxi_desktop.services.distribution import check_numbers_stand

    row = store.act(office.file, act_id)
    if row is None or row["undone"] or row["is_undo"]:
        raise UserError("nothing_to_undo", "这一步已经撤销过，或本身就是撤销。没有改动。")
    if row["final"]:
        raise UserError(
            "act_is_final",
            f"“{row['name']}”（{row['summary'] or row['at']}）是定局的操作，不能撤销。没有改动。"
            "签发后要改，请用退改、复审或誊改。",
        )
    group = store.group_acts(office.file, row["group_id"]) if row["group_id"] else [row]

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        for act in group:
            check_numbers_stand(tx, act["id"])
            tx.undo(act["id"])
        count = f"（共 {len(group)} 步）" if len(group) > 1 else ""
        return f"{_UNDONE}{_told(row)}{count}", tuple(act["id"] for act in group)

    return office.do(f"撤销“{row['name']}”", work, final=True)


def redoable(office: Office) -> str:
    """Say what 重做 would do again; empty if there is nothing."""
    undo = store.redoable(office.file)
    return "" if undo is None else _again(undo)


def redo_last(office: Office) -> Changes:
    """Do again what the newest undo took back; refused once anything else was done since."""
    undo = store.redoable(office.file)
    if undo is None:
        raise UserError(
            "nothing_to_redo",
            "没有可以重做的。没有改动。只有刚撤销、还没有做别的事的时候能重做。",
        )
    names = {row["name"] for row in store.undone_by(office.file, undo["id"])}
    name = names.pop() if len(names) == 1 else "重做"

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        tx.undo(undo["id"])
        return f"{_AGAIN}{_again(undo)}", (undo["id"],)

    try:
        return office.do(name, work)
    except UserError as error:
        if error.code != "undo_conflict":
            raise
        sentence = "撤销以后，有关的内容又有改动，不能重做。没有改动。请照原来的办法再做一次。"
        raise UserError("redo_conflict", sentence) from None


def _again(undo: Row) -> str:
    return str(undo["summary"]).removeprefix(_UNDONE).removeprefix("已撤销")


def _told(row: Row) -> str:
    return str(row["summary"] or row["name"]).removeprefix(_AGAIN)
