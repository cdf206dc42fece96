"""``undo``: what was done, what an undo would take back, and taking it back or doing it again."""

from __future__ import annotations

from pathlib import Path

import click

from xinxi_desktop.cli import shapes
from xinxi_desktop.cli.chinese import command
from xinxi_desktop.cli.console import put, put_json, put_table
from xinxi_desktop.cli.parameters import as_json, limited, office_file, opened
from xinxi_desktop.services import undoing
from xinxi_desktop.services.acts import redo_last, undo_act, undo_last
from xinxi_desktop.services.office import Office

_LISTED = 30


@command("undo")
@office_file
@click.option("--list", "listed", is_flag=True, help="列出做过的每一步，最近的在前；不撤销。")
@click.option("--step", metavar="N", type=click.IntRange(1), help="撤销 --list 里编号为 N 的一步。")
@click.option("--since", is_flag=True, help="把这一步和它后面的都撤销。")
@click.option("--plan", is_flag=True, help="只说明会撤销什么，不撤销。")
@click.option("--redo", is_flag=True, help="重做刚才撤销的；撤销以后做过别的事就不能重做。")
@limited
@as_json
def undo(
    file: Path,
    listed: bool,
    step: int | None,
    since: bool,
    plan: bool,
    redo: bool,
    limit: int | None,
    json_: bool,
) -> None:
    """Undo the newest step, or a chosen one, or all since it; or do it again."""
    with opened(file, read_only=listed or plan) as office:
        if listed:
            _list(office, limit or _LISTED, json_)
        elif plan:
            _tell(office, step or _newest(office))
        elif redo:
            put(redo_last(office).sentence)
        elif since:
            put(undoing.undo_since(office, step or _newest(office)).sentence)
        else:
            put((undo_act(office, step) if step else undo_last(office)).sentence)


def _newest(office: Office) -> int:
    return undoing.step_ids(office, 1)[0]


def _list(office: Office, limit: int, json_: bool) -> None:
    rows = undoing.step_rows(office, undoing.step_ids(office, limit))
    if json_:
        for row in rows:
            put_json(shapes.step(row))
        return
    cells = [
        (
            str(row["id"]), row["at"][:16].replace("T", " "), row["person_name"], row["name"],
            row["summary"], row["touched"], _state(row["undone_by"], row["final"]),
        )
        for row in rows
    ]  # fmt: skip
    put_table(("编号", "时间", "经办", "操作", "内容", "涉及", ""), cells)


def _state(undone: int | None, final: int) -> str:
    if undone:
        return "已撤销"
    return "已成定局，不能撤销" if final else ""


def _tell(office: Office, step: int) -> None:
    told = undoing.plan(office, step)
    for line in told.lines:
        put(line)
    put(told.refused or "可以撤销。")
    if told.since > 1:
        put(told.refused_since or f"连同后面的一起撤销，共 {told.since} 步。")
