"""``start-number``, ``new-year``: where numbers begin, and what a new year brings."""

from __future__ import annotations

from pathlib import Path

import click

from xinxi_desktop.cli.chinese import command
from xinxi_desktop.cli.console import put
from xinxi_desktop.cli.parameters import Count, office_file, opened
from xinxi_desktop.domain.times import today
from xinxi_desktop.services import numbers
from xinxi_desktop.services.issues import find_publication
from xinxi_desktop.services.new_year import begin_year, new_year

_SUBMISSIONS = "收稿"


@command("start-number")
@office_file
@click.argument("series", metavar="收稿|PUBLICATION")
@click.argument("number", metavar="LAST", type=click.IntRange(min=0))
@click.option("--year", metavar="Y", type=Count(), help="哪一年的编号，不写就是今年。")
@click.option("--running", is_flag=True, help="设的是总期号，不是期号。")
def start_number(file: Path, series: str, number: int, year: int | None, running: bool) -> None:
    """Say which number was the last before this program came."""
    of_year = year or int(today()[:4])
    with opened(file) as office:
        if series == _SUBMISSIONS:
            changes = numbers.set_last_submission(office, of_year, number)
        elif running:
            changes = numbers.set_last_running(office, find_publication(office, series), number)
        else:
            family = find_publication(office, series)
            changes = numbers.set_last_number(office, family, of_year, number)
        put(f"{changes.sentence}。")


@command("new-year")
@office_file
@click.option("--confirm", is_flag=True, help="知道了，窗口不再提醒。")
def new_year_(file: Path, confirm: bool) -> None:
    """Tell what the new year brings."""
    with opened(file, read_only=not confirm) as office:
        turned = new_year(office)
        if turned is None:
            put("现在没有要交代的跨年事项。")
            return
        for line in turned.lines:
            put(line)
        if confirm:
            put(f"{begin_year(office).sentence}。")
