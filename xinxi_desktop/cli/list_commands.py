"""``statistics``, ``list``, ``search``: what the office file holds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from xinxi_desktop.cli import shapes
from xinxi_desktop.cli.chinese import command
from xinxi_desktop.cli.console import put, put_json, put_table, say, shown
from xinxi_desktop.cli.listings import LISTINGS, Listing, Subject
from xinxi_desktop.cli.parameters import PATH, PERIOD, Word, as_json, limited, office_file, opened
from xinxi_desktop.domain.period import parse_period
from xinxi_desktop.errors import UserError
from xinxi_desktop.services import printing
from xinxi_desktop.services import search as searching
from xinxi_desktop.services import statistics as counting
from xinxi_desktop.services.statistics_charts import charts, statistics_pdf


@command("list")
@office_file
@click.argument("subject", metavar="submissions|articles|issues|units|acts", type=Word(Subject))
@click.option("--state", metavar="S", help="只列这个状态的：标识或中文，如 pending 或 待初选。")
@limited
@as_json
def list_(file: Path, subject: Subject, state: str | None, limit: int | None, json_: bool) -> None:
    """List records, newest first."""
    listing = LISTINGS[subject]
    states = _states(subject, listing, state)
    with opened(file, read_only=True) as office:
        rows = listing.rows(office, states, limit)
        if json_:
            for row in rows:
                put_json(listing.shape(office, row))
        else:
            put_table(listing.head, [listing.cells(row) for row in rows])
            put(f"共 {len(rows)} 条。")


@command("search")
@office_file
@click.argument("words", metavar="WORDS", nargs=-1, required=True)
@limited
@as_json
def search(file: Path, words: tuple[str, ...], limit: int | None, json_: bool) -> None:
    """Find records by number or words."""
    with opened(file, read_only=True) as office:
        hits = searching.search(office, " ".join(words), limit or 50)
    if json_:
        for hit in hits:
            put_json(shapes.found(hit))
        return
    kinds = {"submission": "来稿", "article": "稿件", "issue": "期", "unit": "单位"}
    cells = [(kinds[hit.kind], hit.number, hit.title, hit.date, hit.snippet) for hit in hits]
    put_table(("类别", "编号", "标题", "日期", "所在处"), cells)
    put(f"共 {len(hits)} 条。")


@command("statistics")
@office_file
@click.option(
    "--period", metavar="PERIOD", type=PERIOD, required=True,
    help="2026、2026年度（本单位的统计年度）、2026H1、2026Q1、2026-03 或 2026-03-01..2026-03-15。",
)  # fmt: skip
@click.option("--xlsx", metavar="X", type=PATH, help="写成 Excel 表。")
@click.option("--pdf", metavar="P", type=PATH, help="表和图写成 PDF。")
@as_json
def statistics(file: Path, period: str, xlsx: Path | None, pdf: Path | None, json_: bool) -> None:
    """Count a period per unit."""
    if xlsx:
        printing.check_target(xlsx, ".xlsx")
    if pdf:
        printing.check_target(pdf, ".pdf")
    with opened(file, read_only=True) as office:
        table = counting.statistics(office, parse_period(period, counting.year_start(office)))
        if xlsx:
            printing.write_file(
                xlsx, counting.statistics_xlsx(office, table, charts(office, table))
            )
        if pdf:
            printing.write_file(pdf, statistics_pdf(office, table))
    if table.empty:
        say(f"{table.period.title}没有收到来稿，各单位都是 0。")
    if json_:
        for row in (*table.rows, table.total):
            put_json(shapes.count(row))
        return
    put(table.period.title)
    put_table(
        ("单位", "报送", "采用条数", "采用篇次", "采用率"),
        [
            (row.unit, row.submitted, row.adopted_items, row.adopted_places, _percent(row.rate))
            for row in (*table.rows, table.total)
        ],
    )
    for written in filter(None, (xlsx, pdf)):
        put(f"已写“{shown(written)}”。")


def _percent(rate: Any) -> str:
    return "—" if rate is None else f"{rate * 100:.2f}%"


def _states(subject: Subject, listing: Listing, word: str | None) -> tuple[str, ...]:
    if word is None:
        return ()
    if listing.states is None:
        raise click.UsageError(f"{subject.label}没有状态，不能用 --state。")
    try:
        return (listing.states.parse(word).value,)
    except UserError as error:
        raise click.UsageError(f"选项 --state 不对：{error.sentence}") from error
