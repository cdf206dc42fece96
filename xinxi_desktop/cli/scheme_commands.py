"""``schemes`` and ``scheme``: the pages that bulletins are set on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from xinxi_desktop.cli.chinese import command
from xinxi_desktop.cli.console import put, put_json, put_table
from xinxi_desktop.cli.parameters import as_json, office_file, opened
from xinxi_desktop.domain.page_scheme import (
    CHOICES,
    SCHEMES,
    SWITCHES,
    VALUES,
    PageScheme,
    changed,
    find_scheme,
)
from xinxi_desktop.services import schemes as service

_FROM = "标准22×28"


@command("schemes")
@office_file
@as_json
def schemes_(file: Path, json_: bool) -> None:
    """List the page schemes."""
    with opened(file, read_only=True) as office:
        every = service.schemes(office)
    if json_:
        for scheme in every:
            put_json(_shape(scheme))
        return
    head = ("版式", "行×字", "正文", "行距", "断行", "来源")
    put_table(head, [_cells(scheme) for scheme in every])


@command("scheme")
@office_file
@click.argument("name")
@click.option("--from", "base", metavar="S", help=f"由哪种版式改来，不写就是{_FROM}。")
@click.option("--set", "settings", metavar="名=值", multiple=True, help="改一个值，如 行距=28。")
@click.option("--drop", is_flag=True, help="删除。")
def scheme_(file: Path, name: str, base: str | None, settings: tuple[str, ...], drop: bool) -> None:
    """Make, change or drop one of the office's own page schemes."""
    words = dict(_pair(setting) for setting in settings)
    if drop and (words or base):
        raise click.UsageError("--drop 不能和 --from、--set 一起写。")
    with opened(file) as office:
        if drop:
            put(f"{service.drop_scheme(office, name).sentence}。")
            return
        known = {scheme.name: scheme for scheme in service.schemes(office)}
        own = known.get(name) if not base else None
        start = own or find_scheme(base or _FROM, known.values())
        scheme = replace(changed(start, words), name=name)
        done = service.save_scheme(office, scheme, before=name if own else "")
        put(f"{done.sentence}：每页 {scheme.lines} 行，每行 {scheme.characters} 字。")


def _pair(setting: str) -> tuple[str, str]:
    name, equals, value = setting.partition("=")
    if not equals or not name.strip():
        raise click.UsageError(f"“{setting}”要写成“名=值”，如 行距=28。")
    return name.strip(), value.strip()


def _cells(scheme: PageScheme) -> list[Any]:
    return [
        scheme.name,
        f"{scheme.lines}×{scheme.characters}",
        f"{scheme.body_pt:g} 磅",
        f"{scheme.pitch_twips / 20:g} 磅",
        scheme.mode.label,
        "自带" if scheme.name in SCHEMES else "本办",
    ]


def _shape(scheme: PageScheme) -> dict[str, Any]:
    return {
        "name": scheme.name,
        "lines": scheme.lines,
        "characters": scheme.characters,
        "ready": scheme.name in SCHEMES,
        **{value.key: value.shown(scheme) for value in VALUES},
        **{key: str(getattr(scheme, key)) for key, _ in CHOICES.values()},
        **{key: getattr(scheme, key) for key in SWITCHES.values()},
    }
