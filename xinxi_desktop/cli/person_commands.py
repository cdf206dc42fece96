"""``duties``, ``absences``: which editor has which unit; who is away and who signs meanwhile."""

from __future__ import annotations

from pathlib import Path

import click

from xinxi_desktop.cli.chinese import command
from xinxi_desktop.cli.console import put, put_json, put_table
from xinxi_desktop.cli.parameters import DATE, as_json, office_file, opened
from xinxi_desktop.services import absences, duties
from xinxi_desktop.services.office import find_person


@command("duties")
@office_file
@click.argument("names", metavar="[UNIT…]", nargs=-1)
@click.option("--editor", metavar="P", help="由谁联系：姓名或岗位；与 UNIT 一起用。")
@click.option("--add", is_flag=True, help="原来联系的单位保留，再加上这些；不写就只联系这些。")
@as_json
def duties_(file: Path, names: tuple[str, ...], editor: str | None, add: bool, json_: bool) -> None:
    """List the units with their editors, or give units to an editor."""
    if bool(names) != bool(editor):
        raise click.UsageError("单位和 --editor 要一起写；都不写就列出分工。")
    with opened(file, read_only=not editor) as office:
        if editor:
            put(f"{duties.assign_called(office, editor, names, add=add).sentence}。")
            return
        rows = duties.duties(office)
    if json_:
        for row in rows:
            put_json({"unit": row["name"], "editor": row["editor_name"]})
    else:
        put_table(("单位", "编辑"), [(row["name"], row["editor_name"] or "") for row in rows])


@command("absences")
@office_file
@click.option("--person", metavar="P", help="登记谁外出：姓名或岗位。")
@click.option("--from", "first", metavar="D", type=DATE, help="从哪天。")
@click.option("--to", "last", metavar="D", type=DATE, help="到哪天（含）。")
@click.option("--deputy", metavar="P", help="代签人：姓名或岗位。")
@click.option("--reason", metavar="R", default="", help="事由。")
@as_json
def absences_(
    file: Path,
    person: str | None,
    first: str | None,
    last: str | None,
    deputy: str | None,
    reason: str,
    json_: bool,
) -> None:
    """List absences, or register one."""
    given = [each is not None for each in (person, first, last)]
    if any(given) and not all(given):
        raise click.UsageError("登记外出要写 --person、--from、--to；都不写就列出。")
    with opened(file, read_only=person is None) as office:
        if person is not None:
            fields = {
                "person": find_person(office, person),
                "deputy": find_person(office, deputy) if deputy else None,
                "from_date": first,
                "to_date": last,
                "reason": reason,
            }
            put(f"{absences.save_absence(office, None, fields).sentence}。")
            return
        rows = absences.absences(office)
    shown = ("person_name", "from_date", "to_date", "deputy_name", "reason")
    if json_:
        for row in rows:
            put_json({name.removesuffix("_name"): row[name] for name in shown})
    else:
        cells = [tuple(row[name] or "" for name in shown) for row in rows]
        put_table(("谁外出", "从", "到", "代签人", "事由"), cells)
