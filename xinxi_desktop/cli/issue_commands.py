"""``issue``, ``proof``, ``sign``, ``finalise``, ``print-out``, ``export``: from 组期 to 印发."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any, TypeVar

import click

from xinxi_desktop.cli import shapes
from xinxi_desktop.cli.chinese import command
from xinxi_desktop.cli.console import put, put_json, put_table, say, shown
from xinxi_desktop.cli.parameters import (
    DATE,
    PATH,
    Count,
    as_json,
    by_person,
    hardening,
    office_file,
    opened,
    person_or_editor,
)
from xinxi_desktop.domain.advice import Advice
from xinxi_desktop.errors import UserError
from xinxi_desktop.services import diverting, issues, printing, signing
from xinxi_desktop.services.office import find_person
from xinxi_desktop.services.paper import Look, numbered_pdf, paper_pdf
from xinxi_desktop.services.rounds import finalise_issue, print_issue, prove_issue

Function = TypeVar("Function", bound=Callable[..., Any])


def _an_issue(function: Function) -> Function:
    return click.argument("issue", metavar="ISSUE")(function)


def _dated(words: str) -> Callable[[Function], Function]:
    return click.option("--date", "on", metavar="D", type=DATE, help=words)


@command("issue")
@office_file
@click.argument("publication", metavar="PUBLICATION")
@click.argument("articles", metavar="ARTICLE…", nargs=-1, required=True, type=Count())
def issue(file: Path, publication: str, articles: tuple[int, ...]) -> None:
    """Begin an issue and print its id."""
    with opened(file) as office:
        family = issues.find_publication(office, publication)
        put(str(issues.create_issue(office, family, articles).id))


@command("proof")
@office_file
@_an_issue
@by_person(required=False)
@_dated("清样不记日期，写了也不用。")
def proof(file: Path, issue: str, person: str | None, on: str | None) -> None:
    """Bring an issue to its signers."""
    if on:
        say("清样不记日期，--date 没有用上。")
    with opened(file) as office:
        key = issues.find_issue(office, issue)
        for changes in prove_issue(office, key, person=person_or_editor(office, person)):
            put(f"{changes.sentence}。")


@command("divert")
@office_file
@_an_issue
@click.argument("number", metavar="N", type=Count())
@click.argument("publication", metavar="PUBLICATION")
def divert(file: Path, issue: str, number: int, publication: str) -> None:
    """Send one item out as an issue of another publication and print its id."""
    with opened(file) as office:
        rows = issues.items(office, issues.find_issue(office, issue))
        if number > len(rows):
            raise UserError(
                "no_such_item", f"这一期只有 {len(rows)} 条，没有第 {number} 条。没有改动。"
            )
        family = issues.find_publication(office, publication)
        changes = diverting.divert_item(office, rows[number - 1]["id"], family)
        say(f"{changes.sentence}。")
        put(str(changes.id))


@command("check")
@office_file
@_an_issue
@as_json
def check(file: Path, issue: str, json_: bool) -> None:
    """Check a whole issue before it goes to its signers."""
    from xinxi_desktop.services.whole_issue import check_issue

    with opened(file, read_only=True) as office:
        findings = check_issue(office, issues.find_issue(office, issue))
    if json_:
        for finding in findings:
            put_json({**asdict(finding), "item": finding.item + 1})
    elif findings:
        rows = [(one.weight.label, one.words) for one in findings]
        put_table(("轻重", "说明"), rows, widest=200)
    else:
        put("没有发现问题。")


@command("advice")
@office_file
@_an_issue
@as_json
def advice(file: Path, issue: str, json_: bool) -> None:
    """Show what does not sit well on an issue's pages, and what could be done."""
    from xinxi_desktop.services.page_advice import page_advice

    with opened(file, read_only=True) as office:
        told = page_advice(office, issues.find_issue(office, issue))
    if json_:
        for each in told.advice:
            put_json(shapes.advice(each))
    elif told.advice:
        rows = [(each.trouble.label, each.words, _ways_out(each)) for each in told.advice]
        put_table(("版面", "说明", "办法"), rows, widest=200)
    else:
        put("版面没有要改的。")


def _ways_out(each: Advice) -> str:
    ways = [remedy.words for remedy in each.remedies]
    return (
        "；或 ".join([*ways, *([each.cut.words] if each.cut else [])]) or "请在“编辑”里增删几个字"
    )


@command("sign")
@office_file
@_an_issue
@by_person(required=True)
@_dated("签批日期，不写就是今天。")
@click.option(
    "--on-behalf-of", "absent", metavar="P",
    help="受托代签：替谁签（姓名或岗位）；那天要登记有外出和代签人。",
)  # fmt: skip
def sign(file: Path, issue: str, person: str, on: str | None, absent: str | None) -> None:
    """Record one signature."""
    with opened(file) as office:
        key = issues.find_issue(office, issue)
        changes = signing.sign(
            office, key, person=find_person(office, person), on=on or "",
            on_behalf_of=find_person(office, absent) if absent else None,
        )  # fmt: skip
        put(f"{changes.sentence}。")


@command("finalise")
@office_file
@_an_issue
@by_person(required=True)
@_dated("刊头日期，不写就按刊物的规矩。")
def finalise(file: Path, issue: str, person: str, on: str | None) -> None:
    """Recheck an issue and fix number and date."""
    with opened(file) as office:
        key = issues.find_issue(office, issue)
        for changes in finalise_issue(office, key, person=find_person(office, person), on=on or ""):
            put(f"{changes.sentence}。")


@command("print-out")
@office_file
@_an_issue
@by_person(required=False)
@_dated("印发日期，不写就是今天。")
def print_out(file: Path, issue: str, person: str | None, on: str | None) -> None:
    """Print an issue for good."""
    with opened(file) as office:
        key = issues.find_issue(office, issue)
        who = person_or_editor(office, person)
        for changes in print_issue(office, key, person=who, on=on or ""):
            put(f"{changes.sentence}。")


@command("export")
@office_file
@_an_issue
@click.option("--pdf", metavar="P", type=PATH, help="写成 PDF。")
@click.option("--docx", metavar="W", type=PATH, help="写成 Word。")
@hardening("定版后默认加固，草稿默认不加固；印发后是存下的原件。")
@click.option("--overprint", is_flag=True, help="套印：PDF 里不印红字红线。")
@click.option("--black", is_flag=True, help="PDF 只用黑色。")
@click.option("--copy-number", "number", metavar="N", type=Count(), help="PDF 上印的份号。")
def export(
    file: Path,
    issue: str,
    pdf: Path | None,
    docx: Path | None,
    hardened: bool | None,
    overprint: bool,
    black: bool,
    number: int | None,
) -> None:
    """Write the files of an issue."""
    targets = {printing.PDF: pdf, printing.DOCX: docx}
    wanted = {name: path for name, path in targets.items() if path}
    if not wanted:
        raise click.UsageError("请写 --pdf 或 --docx，说明导出到哪里。")
    look = Look(overprint=overprint, black=black)
    special = look != Look() or number is not None
    if special and not pdf:
        raise click.UsageError("--overprint、--black、--copy-number 只用于 --pdf。")
    for name, path in wanted.items():
        printing.check_target(path, f".{name}")
    # A copy with its 份号 is recorded, so the file must be open for writing.
    with opened(file, read_only=number is None) as office:
        key = issues.find_issue(office, issue)
        for name, path in wanted.items():
            if number is not None and name == printing.PDF:
                data = numbered_pdf(office, key, look, number)
            elif special and name == printing.PDF:
                data = paper_pdf(office, key, look)
            else:
                data = printing.export_issue(office, key, name, hardened)
            printing.write_file(path, data)
            put(f"已写“{shown(path)}”。")
            if note := printing.export_note(office, key, name):
                say(note)
