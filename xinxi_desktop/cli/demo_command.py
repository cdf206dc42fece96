"""``demo``: the whole job in one go, on the sample office or on any folder of reports."""

from __future__ import annotations

from pathlib import Path

import click

from xinxi_desktop.cli.chinese import command
from xinxi_desktop.cli.console import put, say, shown
from xinxi_desktop.cli.parameters import PATH


@command("demo")
@click.option("--out", metavar="DIR", type=PATH, required=True, help="结果放在这个文件夹。")
@click.option("--from", "source", metavar="FOLDER", type=PATH, help="用这个文件夹里的来稿。")
@click.option("--units", metavar="U.xlsx", type=PATH, help="单位名录，与 --from 一起用。")
def demo(out: Path, source: Path | None, units: Path | None) -> int:
    """Run the demonstration; exit 1 if no bulletin came of it."""
    from xinxi_desktop.services.demo import run_demo

    if units and not source:
        raise click.UsageError("--units 要和 --from 一起用。")
    result = run_demo(out, source, units, tell=put)
    if result.failure:
        say(result.failure)
        return 1
    put(f"结果在“{shown(out)}”。")
    return 0
