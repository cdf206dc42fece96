"""``forms``, ``form``, ``correct``, ``recall``, ``reprint``: forms on paper, and what follows 印发."""

from __future__ import annotations

from pathlib import Path

import click

from xinxi_desktop.cli.chinese import command
from xinxi_desktop.cli.console import put, put_json, put_table, shown
from xinxi_desktop.cli.parameters import (
    DATE,
    PATH,
    Count,
    Word,
    as_json,
    by_person,
    office_file,
    opened,
    person_or_editor,
)
from xinxi_desktop.domain.forms import REGISTERS
from xinxi_desktop.domain.vocabulary import PaperForm
from xinxi_desktop.services import corrections, forms, printing
from xinxi_desktop.services import submission_register as register
from xinxi_desktop.services.form_lists import shares_called
from xinxi_desktop.services.issues import find_issue
from xinxi_desktop.services.office import Office
from xinxi_desktop.services.printing import check_target, write_file

_FORM = Word(PaperForm)
_DOCX, _XLSX = ".docx", ".xlsx"


@command("forms")
@office_file
@click.option("--fields", metavar="NAME", type=_FORM, help="列出这种表单能用的字段。")
@click.option("--export", metavar="NAME", type=_FORM, help="导出表单模板，写到 -o。")
@click.option("-o", "target", metavar="P", type=PATH, help="写到哪个文件（.docx）。")
@click.option("--take", metavar="NAME", type=_FORM, help="换成自己的，从 --from 取。")
@click.option("--from", "source", metavar="P", type=PATH, help="自己的表单（.docx）。")
@click.option("--shipped", metavar="NAME", type=_FORM, help="恢复自带的。")
@as_json
def forms_(
    file: Path,
    fields: PaperForm | None,
    export: PaperForm | None,
    target: Path | None,
    take: PaperForm | None,
    source: Path | None,
    shipped: PaperForm | None,
    json_: bool,
) -> None:
    """List the form templates, or export, replace and restore one."""
    if (export is None) != (target is None) or (take is None) != (source is None):
        raise click.UsageError("--export 要和 -o 一起写，--take 要和 --from 一起写。")
    if fields:
        _put_fields(fields, json_)
        return
    with opened(file, read_only=not (take or shipped)) as office:
        if export and target:
            check_target(target, _DOCX)
            write_file(target, forms.template_of(office, export))
            put(f"已写“{shown(target)}”。")
        elif take and source:
            put(f"{forms.take_template(office, take, source).sentence}。")
        elif shipped:
            put(f"{forms.drop_template(office, shipped).sentence}。")
        else:
            _put_forms(forms.form_states(office), json_)


@command("form")
@office_file
@click.argument("name", metavar="NAME", type=_FORM)
@click.argument("subject", metavar="ISSUE")
@click.option(
    "-o",
    "target",
    metavar="P",
    type=PATH,
    required=True,
    help="写到哪个文件：.docx；清单也可以 .xlsx。",
)
@click.option("--to", metavar="T", help="交换清单、清退单只列这个对象，或这种方式的对象。")
def form(file: Path, name: PaperForm, subject: str, target: Path, to: str | None) -> None:
    """Fill a form about an issue, or the register of a year."""
    as_list = forms.is_list(name) and target.suffix.lower() == _XLSX
    check_target(target, _XLSX if as_list else _DOCX)
    if name in REGISTERS and not (subject.isdecimal() and len(subject) == 4):
        raise click.UsageError(f"{name.label}写年份，如 2026。")
    with opened(file, read_only=True) as office:
        if name is PaperForm.DISPATCH_REGISTER:
            make = forms.register_xlsx if as_list else forms.fill_register
            data = make(office, int(subject))
        elif name is PaperForm.SUBMISSION_REGISTER:
            data = _submission_register(office, int(subject), as_list)
        else:
            fill = forms.list_xlsx if as_list else forms.fill_form
            key = find_issue(office, subject)
            data = fill(office, name, key, shares_called(office, key, to) if to else ())
        write_file(target, data)
    put(f"已写“{shown(target)}”。")


def _submission_register(office: Office, year: int, as_list: bool) -> bytes:
    fill = register.submission_register_xlsx if as_list else register.fill_submission_register
    return fill(office, register.ids_of_year(office, year), f"{year}年", lambda *_: None)


@command("correct")
@office_file
@click.argument("issue", metavar="ISSUE")
@click.option("--text", metavar="T", required=True, help="更正内容：哪一处，应改为什么。")
@click.option("--reason", metavar="R", default="", help="更正原因。")
@by_person(required=False)
@click.option("--date", "on", metavar="D", type=DATE, help="通知日期，不写就是今天。")
def correct(
    file: Path, issue: str, text: str, reason: str, person: str | None, on: str | None
) -> None:
    """Correct a printed issue by a notice."""
    with opened(file) as office:
        who = person_or_editor(office, person)
        key = find_issue(office, issue)
        changes = corrections.correct_issue(
            office, key, text, reason=reason, on=on or "", person=who
        )
        put(f"{changes.sentence}。")


@command("recall")
@office_file
@click.argument("issue", metavar="ISSUE")
@click.option("--reason", metavar="R", required=True, help="收回原因。")
@click.option("--text", metavar="T", default="", help="还要说的话。")
@by_person(required=False)
@click.option("--date", "on", metavar="D", type=DATE, help="通知日期，不写就是今天。")
def recall(
    file: Path, issue: str, reason: str, text: str, person: str | None, on: str | None
) -> None:
    """Call every copy of a printed issue back."""
    with opened(file) as office:
        who = person_or_editor(office, person)
        key = find_issue(office, issue)
        changes = corrections.recall_issue(office, key, reason, text=text, on=on or "", person=who)
        put(f"{changes.sentence}。")


@command("reprint")
@office_file
@click.argument("issue", metavar="ISSUE")
@click.option("--copies", metavar="N", type=Count(), required=True, help="重印几份。")
@click.option("--reason", metavar="R", required=True, help="重印原因。")
@click.option("--pdf", metavar="P", type=PATH, help="把存档的 PDF 写到这里，供付印。")
@by_person(required=False)
@click.option("--date", "on", metavar="D", type=DATE, help="重印日期，不写就是今天。")
def reprint(
    file: Path,
    issue: str,
    copies: int,
    reason: str,
    pdf: Path | None,
    person: str | None,
    on: str | None,
) -> None:
    """Print more copies of the stored PDF."""
    if pdf:
        check_target(pdf, ".pdf")
    with opened(file) as office:
        who = person_or_editor(office, person)
        key = find_issue(office, issue)
        changes = corrections.reprint_issue(office, key, copies, reason, on=on or "", person=who)
        put(f"{changes.sentence}。")
        if pdf:
            write_file(pdf, printing.export_issue(office, key, printing.PDF))
            put(f"已写“{shown(pdf)}”。")


def _put_forms(states: list[forms.FormState], json_: bool) -> None:
    if json_:
        for each in states:
            put_json(
                {"form": each.form.value, "own": each.own, "changed_at": each.changed_at or None}
            )
        return
    rows = [
        (each.form.label, "本单位的" if each.own else "自带的", each.changed_at[:10])
        for each in states
    ]
    put_table(("表单", "模板", "更换"), rows)


def _put_fields(form: PaperForm, json_: bool) -> None:
    rows = forms.help_rows(form)
    if not json_:
        put_table(("写在表单里", "填成什么", "例如"), rows, widest=200)
        return
    for tag, meaning, sample in rows:
        put_json({"tag": tag, "meaning": meaning, "sample": sample})
