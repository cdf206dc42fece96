"""``recipients``, ``distribution``, ``returns``, ``print-runs``: who has which copy."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from xinxi_desktop.cli.chinese import command
from xinxi_desktop.cli.console import put, put_json, put_table
from xinxi_desktop.cli.parameters import DATE, Count, Word, as_json, office_file, opened
from xinxi_desktop.domain.distribution import number_words, parse_numbers, several_words
from xinxi_desktop.domain.vocabulary import CopyOutcome, PrintKind
from xinxi_desktop.errors import UserError
from xinxi_desktop.services import distribution as distributing
from xinxi_desktop.services import issues, recipients
from xinxi_desktop.services.office import Changes, Office
from xinxi_desktop.services.print_runs import print_runs as runs_of

Row = dict[str, Any]
_COPIES = click.option("--copies", metavar="N", type=Count(), help="份数，不写就是 1。")
_WAY = click.option("--way", metavar="W", help="方式：机要、交换、直送等。")
_LARGE = click.option("--large/--no-large", "large", default=None, help="大字版（二号字）。")


@command("recipients")
@office_file
@click.argument("publication", metavar="PUBLICATION")
@click.option("--add", metavar="NAME", help="登记一个对象，排在最后。")
@click.option("--change", metavar="NAME", help="改一个对象的份数、方式、大字版。")
@click.option("--rest", metavar="NAME", help="停发一个对象，名单里还在。")
@click.option("--drop", metavar="NAME", help="删除一个对象。")
@_COPIES
@_WAY
@_LARGE
@as_json
def recipients_(
    file: Path,
    publication: str,
    add: str | None,
    change: str | None,
    rest: str | None,
    drop: str | None,
    copies: int | None,
    way: str | None,
    large: bool | None,
    json_: bool,
) -> None:
    """List a publication's recipients, or change one of them."""
    asked = _one_of(add=add, change=change, rest=rest, drop=drop)
    fields = _fields(copies, way, large)
    with opened(file, read_only=not asked) as office:
        family = issues.find_publication(office, publication)
        if not asked:
            _put_recipients(recipients.recipients(office, family, active_only=False), json_)
            return
        ((verb, name),) = asked.items()
        put(f"{_change_recipient(office, family, verb, name, fields).sentence}。")


@command("distribution")
@office_file
@click.argument("issue", metavar="ISSUE")
@click.option("--make", is_flag=True, help="照刊物的分发对象列名单；原有的名单换掉。")
@click.option("--add", metavar="NAME", help="本期加发一个对象。")
@click.option("--change", metavar="NAME", help="改本期一个对象的份数、方式、大字版。")
@click.option("--drop", metavar="NAME", help="本期不发给一个对象。")
@click.option("--hand", metavar="NAME", help="登记一个对象已签收。")
@click.option("--received-by", metavar="P", default="", help="签收人，与 --hand 一起用。")
@click.option("--date", "on", metavar="D", type=DATE, help="签收日期，不写就是今天。")
@_COPIES
@_WAY
@_LARGE
@as_json
def distribution(
    file: Path,
    issue: str,
    make: bool,
    add: str | None,
    change: str | None,
    drop: str | None,
    hand: str | None,
    received_by: str,
    on: str | None,
    copies: int | None,
    way: str | None,
    large: bool | None,
    json_: bool,
) -> None:
    """List who gets which copies of an issue, or change the list."""
    asked = _one_of(make="yes" if make else None, add=add, change=change, drop=drop, hand=hand)
    fields = _fields(copies, way, large)
    with opened(file, read_only=not asked) as office:
        key = issues.find_issue(office, issue)
        if not asked:
            _put_shares(distributing.distribution(office, key), json_)
            return
        ((verb, name),) = asked.items()
        if verb == "hand":
            share = recipients.find_named(distributing.distribution(office, key), name)
            done = distributing.hand_over(
                office, [share["id"]], on=on or "", received_by=received_by
            )
        else:
            done = _change_share(office, key, verb, name, fields)
        put(f"{done.sentence}。")


@command("returns")
@office_file
@click.argument("issue", metavar="ISSUE")
@click.option("--numbers", metavar="N", help="退回的份号，如 3、5-7。")
@click.option("--from", "name", metavar="NAME", help="没有份号的，写是谁退的。")
@click.option("--copies", metavar="N", type=Count(), help="没有份号的，写退了几份。")
@click.option(
    "--outcome", metavar="returned|destroyed", type=Word(CopyOutcome),
    default=CopyOutcome.RETURNED, help="清退或销毁，不写就是清退。",
)  # fmt: skip
@click.option("--date", "on", metavar="D", type=DATE, help="日期，不写就是今天。")
@click.option("--remark", metavar="R", default="", help="说明。")
@as_json
def returns(
    file: Path,
    issue: str,
    numbers: str | None,
    name: str | None,
    copies: int | None,
    outcome: CopyOutcome,
    on: str | None,
    remark: str,
    json_: bool,
) -> None:
    """List the copies that are still out, or tick some off."""
    if bool(name) != bool(copies) or (numbers and name):
        raise click.UsageError("有份号的写 --numbers；没有份号的写 --from 和 --copies。")
    with opened(file, read_only=not (numbers or name)) as office:
        key = issues.find_issue(office, issue)
        more: Row = {"on": on or "", "remark": remark}
        if name:
            share = recipients.find_named(distributing.distribution(office, key), name)
            done = distributing.take_back(office, share["id"], outcome, copies=copies or 0, **more)
            put(f"{done.sentence}。")
        elif numbers:
            for whose, own in _by_recipient(office, key, parse_numbers(numbers)):
                done = distributing.take_back(office, whose, outcome, numbers=own, **more)
                put(f"{done.sentence}。")
        else:
            _put_missing(distributing.outstanding(office, key), json_)


@command("print-runs")
@office_file
@click.argument("issue", metavar="ISSUE")
@as_json
def print_runs(file: Path, issue: str, json_: bool) -> None:
    """List what of an issue went through a printer."""
    with opened(file, read_only=True) as office:
        rows = runs_of(office, issues.find_issue(office, issue))
    if json_:
        names = ("kind", "copies", "first_number", "last_number", "pages", "printer", "sha256",
                 "remark", "at")  # fmt: skip
        for row in rows:
            put_json({**{name: row[name] for name in names}, "person": row["person_name"]})
        return
    cells = [
        (PrintKind(row["kind"]).label, row["copies"], _range(row), row["pages"] or "全部",
         row["printer"], row["person_name"], row["at"][:16].replace("T", " "), row["remark"])
        for row in rows
    ]  # fmt: skip
    put_table(("内容", "份数", "份号", "页码", "打印机", "谁打的", "时间", "说明"), cells)
    put(f"共 {len(rows)} 次。")


def _one_of(**asked: str | None) -> dict[str, str]:
    """Give the one thing that is asked for; a usage error if there are two."""
    found = {verb: word for verb, word in asked.items() if word}
    if len(found) > 1:
        raise click.UsageError(f"一次只能做一件：{'、'.join(f'--{verb}' for verb in found)}。")
    return found


def _fields(copies: int | None, way: str | None, large: bool | None) -> Row:
    every = {"copies": copies, "way": way, "large_print": large}
    return {name: value for name, value in every.items() if value is not None}


def _change_recipient(office: Office, family: int, verb: str, name: str, fields: Row) -> Changes:
    if verb == "add":
        return recipients.save_recipient(office, family, None, {"name": name, **fields})
    every = recipients.recipients(office, family, active_only=False)
    key = recipients.find_named(every, name)["id"]
    if verb == "drop":
        return recipients.delete_recipient(office, key)
    changes = {"active": False} if verb == "rest" else {"active": True, **fields}
    return recipients.save_recipient(office, family, key, changes)


def _change_share(office: Office, issue: int, verb: str, name: str, fields: Row) -> Changes:
    if verb == "make":
        return distributing.make_distribution(office, issue)
    if verb == "add":
        return distributing.save_share(office, issue, None, {"name": name, **fields})
    share = recipients.find_named(distributing.distribution(office, issue), name)["id"]
    if verb == "drop":
        return distributing.drop_share(office, share)
    return distributing.save_share(office, issue, share, fields)


def _by_recipient(
    office: Office, issue: int, numbers: tuple[int, ...]
) -> list[tuple[int, list[int]]]:
    """Tell whose the numbers are; UserError if one is nobody's, and then none is ticked off."""
    found = []
    left = set(numbers)
    for row in distributing.distribution(office, issue):
        first, last = row["first_number"] or 1, row["last_number"] or 0
        own = [number for number in numbers if first <= number <= last]
        left -= set(own)
        if own:
            found.append((int(row["id"]), own))
    if left:
        raise UserError(
            "wrong_copy_number",
            f"本期没有发过 {several_words(left)} 号。没有登记。请核对份号。",
        )
    return found


def _range(row: Row) -> str:
    return number_words(row["first_number"], row["last_number"])


def _put_recipients(rows: list[Row], json_: bool) -> None:
    if json_:
        for row in rows:
            switches = {"large_print": bool(row["large_print"]), "active": bool(row["active"])}
            put_json({name: row[name] for name in ("name", "copies", "way")} | switches)
        return
    cells = [
        (row["name"], row["copies"], row["way"], "大字版" if row["large_print"] else "",
         "" if row["active"] else "停发")
        for row in rows
    ]  # fmt: skip
    put_table(("对象", "份数", "方式", "版式", "情况"), cells)
    active = [row for row in rows if row["active"]]
    put(f"在用 {len(active)} 个对象，合计 {recipients.copies_in_all(active)} 份。")


def _put_shares(rows: list[Row], json_: bool) -> None:
    if json_:
        names = ("name", "copies", "way", "first_number", "last_number", "handed_on")
        for row in rows:
            put_json(
                {name: row[name] for name in names}
                | {"received_by": row["received_by"], "large_print": bool(row["large_print"])}
            )
        return
    cells = [
        (row["name"], row["copies"], _range(row), row["way"],
         "大字版" if row["large_print"] else "", row["handed_on"], row["received_by"])
        for row in rows
    ]  # fmt: skip
    put_table(("对象", "份数", "份号", "方式", "版式", "签收", "签收人"), cells)
    put(f"共 {len(rows)} 个对象，{recipients.copies_in_all(rows)} 份。")


def _put_missing(rows: list[Row], json_: bool) -> None:
    if json_:
        for row in rows:
            put_json({"name": row["name"], "missing": row["missing"],
                      "numbers": list(row["missing_numbers"])})  # fmt: skip
        return
    cells = [(row["name"], row["missing"], several_words(row["missing_numbers"])) for row in rows]
    put_table(("对象", "未退份数", "未退份号"), cells)
    put(f"共 {sum(row['missing'] for row in rows)} 份没有退回。")
