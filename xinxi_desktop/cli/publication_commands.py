"""``publications``: what the office prints, and what comes ready to be added."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from xinxi_desktop.cli.chinese import command
from xinxi_desktop.cli.console import put, put_json, put_table
from xinxi_desktop.cli.parameters import as_json, office_file, opened
from xinxi_desktop.domain.vocabulary import Direction
from xinxi_desktop.services import ready, registers
from xinxi_desktop.services.office import Office

_HEAD = ("刊名", "发往", "一期一题", "份数", "情况")


@command("publications")
@office_file
@click.option("--add", metavar="NAME", help="添加一种现成的刊物，连同它的签批链。")
@as_json
def publications_(file: Path, add: str | None, json_: bool) -> None:
    """List the publications, in use and ready to be added, or add one."""
    with opened(file, read_only=not add) as office:
        if add:
            put(f"{ready.add_ready_publication(office, add).sentence}。")
            return
        rows = _rows(office)
    if json_:
        for row in rows:
            put_json(row)
        return
    put_table(_HEAD, [_cells(row) for row in rows])


def _rows(office: Office) -> list[dict[str, Any]]:
    own = [
        _shape(row, "active" if row["active"] else "rested")
        for row in registers.publications(office)
    ]
    return own + [_shape(each.row, "ready") for each in ready.ready_publications(office)]


def _shape(row: dict[str, Any], state: str) -> dict[str, Any]:
    return {
        "name": row["name"],
        "direction": Direction(row["direction"]).value,
        "single_topic": bool(row["single_topic"]),
        "copies": row["copies"],
        "state": state,
    }


def _cells(row: dict[str, Any]) -> tuple[str, ...]:
    states = {"active": "在用", "rested": "停用", "ready": "现成，可添加"}
    single = "是" if row["single_topic"] else "否"
    direction = Direction(row["direction"]).label
    return (row["name"], direction, single, str(row["copies"]), states[row["state"]])
