"""``self-test``: does the program, as installed here, open its window and draw its pages."""

from __future__ import annotations

from pathlib import Path

import click

from xinxi_desktop.cli.chinese import command
from xinxi_desktop.cli.console import put, put_table
from xinxi_desktop.cli.display import draw_unseen_without_display
from xinxi_desktop.cli.parameters import PATH


@command("self-test")
@click.option(
    "--start", "file", metavar="FILE", type=PATH, help="只打开这个文件，收稿画出来就退出。"
)
def self_test(file: Path | None) -> int:
    """Walk through the window; exit 1 if anything is amiss."""
    draw_unseen_without_display()
    if file:
        from xinxi_desktop.cli.window_process import window_process

        window_process(file, until_painted=True)
    from xinxi_desktop.app import self_test as walk_through

    checks = walk_through()
    rows = [(each.name, "正常" if each.ok else "不正常", each.seen) for each in checks]
    put_table(("项目", "结果", "所见"), rows)
    bad = sum(not each.ok for each in checks)
    put(f"有 {bad} 项不正常。" if bad else "全部正常。")
    return int(bad > 0)
