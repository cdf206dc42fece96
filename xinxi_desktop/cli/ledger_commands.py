"""``import-ledger``: last year's ledger from an Excel file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from xinxi_desktop.cli.chinese import command
from xinxi_desktop.cli.console import put, say, shown
from xinxi_desktop.cli.parameters import PATH, Count, office_file, opened
from xinxi_desktop.domain.ledger import FIELDS, LedgerSheet
from xinxi_desktop.errors import UserError
from xinxi_desktop.services import ledger
from xinxi_desktop.services.duties import unit_called
from xinxi_desktop.services.issues import find_publication
from xinxi_desktop.services.office import Office

_WRONG = 1
_MOST_SAID = 20


@command("import-ledger")
@office_file
@click.argument("table", metavar="LEDGER.xlsx", type=PATH)
@click.option("--sheet", metavar="S", help="工作表的名字；不写就是行数最多的一张。")
@click.option("--year", metavar="Y", type=Count(), help="日期没有写年份时是哪一年。")
@click.option(
    "--column", "columns", metavar="栏=列标题", multiple=True, help="指定哪一列是哪一栏。"
)
@click.option(
    "--unit", "units", metavar="名称=单位", multiple=True, help="台账里的单位是哪个单位。"
)
@click.option("--publication", "families", metavar="名称=刊物", multiple=True, help="刊物同上。")
@click.option("--dry-run", is_flag=True, help="只看能导入多少、哪些有疑问，不导入。")
def import_ledger_(
    file: Path,
    table: Path,
    sheet: str | None,
    year: int | None,
    columns: Sequence[str],
    units: Sequence[str],
    families: Sequence[str],
    dry_run: bool,
) -> int:
    """Import a ledger; exit 1 if rows were left over."""
    with opened(file, read_only=dry_run) as office:
        chosen = _sheet(ledger.open_ledger(table), sheet)
        mapped = {**ledger.columns_for(office, chosen), **_columns(columns, chosen)}
        choices = ledger.Choices(
            {name: unit_called(office, word) for name, word in _pairs(units)},
            {name: find_publication(office, word) for name, word in _pairs(families)},
        )
        plan = ledger.plan_import(office, chosen, mapped, choices, year or 0)
        put(f"{plan.words}。")
        _say_doubts(plan)
        if not dry_run:
            _import(office, plan, table)
    return _WRONG if plan.leftovers else 0


def _import(office: Office, plan: ledger.LedgerPlan, table: Path) -> None:
    kept = ledger.keep_leftovers(plan, table)
    if kept is not None:
        say(f"没有导入的行存为“{shown(kept)}”。")
    put(f"{ledger.import_ledger(office, plan).sentence}。")


def _say_doubts(plan: ledger.LedgerPlan) -> None:
    if plan.unknown_units:
        say(f"不认识的单位：{'、'.join(plan.unknown_units)}。")
    if plan.unknown_publications:
        say(f"不认识的刊物：{'、'.join(plan.unknown_publications)}。")
    for left in plan.leftovers[:_MOST_SAID]:
        say(f"第 {left.line} 行：{left.reason}。")


def _sheet(sheets: Sequence[LedgerSheet], name: str | None) -> LedgerSheet:
    found = [each for each in sheets if name in (None, each.name)]
    if not found:
        every = "、".join(each.name for each in sheets)
        raise UserError("no_sheet", f"没有工作表“{name}”。没有导入。有标题行的是：{every}。")
    return found[0]


def _pairs(given: Sequence[str]) -> list[tuple[str, str]]:
    for each in given:
        if "=" not in each:
            raise click.UsageError(f"“{each}”要写成 名称=名称。")
    return [(each.partition("=")[0], each.partition("=")[2]) for each in given]


def _columns(given: Sequence[str], sheet: LedgerSheet) -> dict[str, int]:
    fields = {word: name for name, word in FIELDS.items()}
    found = {}
    for field, heading in _pairs(given):
        if field not in fields:
            raise click.UsageError(f"没有“{field}”这一栏。可以是：{'、'.join(fields)}。")
        if heading not in sheet.headings:
            every = "、".join(filter(None, sheet.headings))
            raise UserError("no_column", f"没有列“{heading}”。没有导入。列标题有：{every}。")
        found[fields[field]] = sheet.headings.index(heading)
    return found
