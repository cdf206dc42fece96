"""``backups`` and ``restore``: the daily copies of the office file."""

from __future__ import annotations

from pathlib import Path

import click

from xinxi_desktop.cli.chinese import command
from xinxi_desktop.cli.console import put, put_json, put_table, shown
from xinxi_desktop.cli.parameters import PATH, as_json, office_file, opened
from xinxi_desktop.errors import UserError, WorldError, XinxiError
from xinxi_desktop.services import backups as service

_SECOND = click.option("--second", metavar="DIR", type=PATH, help="第二处备份的文件夹。")


@command("backups")
@office_file
@_SECOND
@as_json
def backups(file: Path, second: Path | None, json_: bool) -> None:
    """List the copies of an office file, newest first."""
    found = service.backups(file, str(second or ""))
    if json_:
        for each in found:
            put_json(_shape(each))
        return
    rows = [
        (
            number,
            each.copy.at[:16].replace("T", " "),
            _size(each.copy.size),
            _inside(each),
            each.path.name,
        )
        for number, each in enumerate(found, 1)
    ]
    put_table(("序号", "时间", "大小", "里面有", "文件"), rows)
    put(f"共 {len(found)} 份。")


@command("restore")
@office_file
@click.argument("backup", metavar="BACKUP")
@_SECOND
@click.option("--yes", is_flag=True, help="看过会失去什么，确认恢复。")
def restore(file: Path, backup: str, second: Path | None, yes: bool) -> None:
    """Put a copy back as the office file."""
    chosen = service.find_backup(file, backup, str(second or ""))
    put(f"备份“{chosen.name}”：{service.contents(chosen)}。")
    lost = _lost(file, chosen)
    put(f"恢复以后，工作文件里这一份以后做的会没有：{lost}。" if lost else "没有会失去的操作。")
    if not yes:
        raise UserError(
            "not_confirmed", "没有恢复，工作文件没有改动。看过以后确认要恢复，请再加上 --yes。"
        )
    aside = service.restore(file, chosen)
    put(f"已恢复。原来的工作文件存为“{shown(aside)}”。")


def _lost(file: Path, chosen: Path) -> str:
    """Say what would be lost; a file that is missing or damaged has nothing to compare."""
    try:
        with opened(file, read_only=True) as office:
            return "、".join(service.lost_by_restore(office, chosen))
    except WorldError as error:
        return f"现有工作文件读不出来，比不了（{error.sentence}）"


def _inside(each: service.Backup) -> str:
    try:
        return str(service.contents(each.path))
    except XinxiError as error:
        return error.sentence


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"


def _shape(each: service.Backup) -> dict[str, object]:
    try:
        inside = service.contents(each.path)
    except XinxiError as error:
        counts: dict[str, object] = {"damaged": error.code}
    else:
        counts = {
            "submissions": inside.submissions,
            "articles": inside.articles,
            "issues": inside.issues,
            "sign_offs": inside.sign_offs,
            "last_at": inside.last_at,
        }
    copy = each.copy
    base = {"path": str(each.path), "at": copy.at, "size": copy.size}
    return {**base, "before_restore": copy.before_restore, **counts}
