"""The list of what was done, newest first: what an undo would do, and undoing back to a step.

A step is one act or a whole batch (an import of 20 files); acts that are an undo are no step.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from xinxi_desktop.errors import UserError, XinxiError
from xinxi_desktop.services.acts import undo_act
from xinxi_desktop.services.distribution import check_numbers_stand
from xinxi_desktop.services.office import Changes, Office
from xinxi_desktop.services.undo_words import Speaker, counted
from xinxi_desktop.store import acts as act_store
from xinxi_desktop.store import steps as store
from xinxi_desktop.store.transaction import Transaction, key_of

Row = dict[str, Any]
MOST_STEPS = 1_000
_MOST_LINES = 200


@dataclass(frozen=True, slots=True)
class Plan:
    """What undoing a step would do.

    ``lines`` say what goes back; ``refused`` says why the step alone can't be undone, and
    ``refused_since`` why not all from it on; both empty where it can. ``since`` counts the
    steps from it on.
    """

    lines: tuple[str, ...]
    refused: str
    refused_since: str
    since: int


def step_ids(office: Office, limit: int = MOST_STEPS) -> list[int]:
    """Give the steps, newest first."""
    return store.step_ids(office.file, limit)


def step_rows(office: Office, ids: Sequence[int]) -> list[Row]:
    """Give the rows of some steps, each with ``touched``: how many records of which lists."""
    rows = store.step_rows(office.file, ids)
    for row in rows:
        acts = store.acts_of(office.file, row["id"])
        row["touched"] = counted(store.touched(office.file, acts))
    return rows


def plan(office: Office, step: int) -> Plan:
    """Say what undoing a step would do, or why it can't be undone; nothing is written."""
    acts = _acts_of(office, step)
    changes = store.net_changes(office.file, acts)
    changes.reverse()
    lines = Speaker(office.file).lines(changes)
    more = len(lines) - _MOST_LINES
    if more > 0:
        lines = [*lines[:_MOST_LINES], f"……还有 {more} 处"]
    later = store.acts_since(office.file, min(acts))
    groups = {row["group_id"] or row["id"] for row in later}
    since = _refused_since(office, step, later)
    return Plan(tuple(lines), _refused(office, step, acts, since), since, len(groups))


def undo_since(office: Office, step: int) -> Changes:
    """Undo a step and all after it, newest first, as one act; refused if one of them is final."""
    first = min(_acts_of(office, step))
    later = store.acts_since(office.file, first)
    if sentence := _refused_since(office, step, later):
        raise UserError("undo_refused", sentence)
    if len({row["group_id"] or row["id"] for row in later}) == 1:
        return undo_act(office, step)

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        standing = [row for row in store.acts_since(tx, first) if row["id"] != tx.act_id]
        for row in standing:
            check_numbers_stand(tx, row["id"])
            tx.undo(row["id"])
        count = len({row["group_id"] or row["id"] for row in standing})
        return f"已撤销最近 {count} 步", tuple(row["id"] for row in standing)

    return office.do("撤销多步", work, final=True)


def _acts_of(office: Office, step: int) -> list[int]:
    if act_store.act(office.file, step) is None:
        raise UserError("unknown_step", f"没有编号为 {step} 的一步。没有改动。请先看撤销记录。")
    return store.acts_of(office.file, step)


def _refused(office: Office, step: int, acts: Sequence[int], since: str) -> str:
    row = act_store.act(office.file, step)
    if row is None or row["undone"]:
        return "这一步已经撤销过了。"
    if row["final"]:
        return "这一步已成定局，不能撤销。签发后要改，请用退改、复审或誊改。"
    return _paper(office, acts) or _conflict(office, acts, since)


def _conflict(office: Office, acts: Sequence[int], since: str) -> str:
    for table, before, after in store.net_changes(office.file, acts):
        if not store.stands(office.file, table, after, before):
            key = str((after or before or {})[key_of(table)])
            later = store.later_act(office.file, table, key, acts)
            what = f"又做了“{later['name']}”" if later else "记录又有改动"
            way = since or "请先撤销后面的，或用“撤销到这一步”。"
            return f"这一步之后{what}，不能单独撤销。{way}"
    return ""


def _paper(office: Office, acts: Sequence[int]) -> str:
    try:
        for act in acts:
            check_numbers_stand(office.file, act)
    except XinxiError as error:
        return error.sentence
    return ""


def _refused_since(office: Office, step: int, later: Sequence[Row]) -> str:
    row = act_store.act(office.file, step)
    if row is None or row["undone"]:
        return "这一步已经撤销过了。"
    final = next((each for each in later if each["final"]), None)
    if final is None:
        return _paper(office, [each["id"] for each in later])
    if final["id"] == step:
        return "这一步已成定局，不能撤销。"
    name = final["name"]
    return f"后面有已成定局的“{name}”，不能撤销到这一步，只能撤销“{name}”以后的。"
