"""Form templates: the shipped ones, the office's own over them, and filling them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from xinxi_desktop.assets import asset
from xinxi_desktop.domain import secrecy
from xinxi_desktop.domain.forms import (
    FormField,
    Values,
    check_complete,
    fields_of,
    sample_values,
    tag_of,
)
from xinxi_desktop.domain.vocabulary import PaperForm, Secrecy
from xinxi_desktop.errors import UserError
from xinxi_desktop.services.form_lists import register_values
from xinxi_desktop.services.form_values import values_of
from xinxi_desktop.services.issues import issue, issue_name
from xinxi_desktop.services.office import Changes, Office
from xinxi_desktop.services.rehearsal import page_mark
from xinxi_desktop.store import forms as store
from xinxi_desktop.store.transaction import Transaction

_TRIALS = (0, 1, 3)
"""How many rows the lists have when a template is tried."""


@dataclass(frozen=True, slots=True)
class FormState:
    """A form and whose template it has; ``changed_at`` is empty for the shipped one."""

    form: PaperForm
    changed_at: str

    @property
    def own(self) -> bool:
        """Whether the office's own template stands over the shipped one."""
        return bool(self.changed_at)


def form_states(office: Office) -> list[FormState]:
    """List every form with whose template is in use."""
    changed = {row["name"]: row["changed_at"] for row in store.form_templates(office.file)}
    return [FormState(form, changed.get(form.value, "")) for form in PaperForm]


def template_of(office: Office, form: PaperForm, *, shipped: bool = False) -> bytes:
    """Give the template in use, or the shipped one, as a Word file to be edited."""
    row = None if shipped else store.form_template(office.file, form.value)
    if row is not None:
        return office.file.blob(row["sha256"])
    return asset("resources", "forms", f"{form.value}.docx").read_bytes()


def take_template(office: Office, form: PaperForm, path: Path) -> Changes:
    """Let the office's own Word file stand for a form, once it fills without fault.

    UserError says what is wrong with it and where; the present template stays.
    """
    from xinxi_desktop.importers.form_files import read_form

    data = read_form(path, office.machine)
    _try_template(form, data)

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        row = {"sha256": tx.put_blob(data), "changed_at": tx.at}
        present = store.form_template(tx, form.value)
        if present is None:
            key = tx.insert("form_template", {"name": form.value, **row})
        else:
            key = present["id"]
            tx.update("form_template", key, row)
        return f"{form.label}已换成本单位的", (key,)

    return office.do("更换表单", work)


def drop_template(office: Office, form: PaperForm) -> Changes:
    """Go back to the shipped template; UserError if it is in use already."""

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        present = store.form_template(tx, form.value)
        if present is None:
            raise UserError("form_is_shipped", f"{form.label}用的就是自带的。没有改动。")
        tx.delete("form_template", present["id"])
        return f"{form.label}已恢复自带的", (present["id"],)

    return office.do("恢复自带表单", work)


def fill_form(office: Office, form: PaperForm, issue_id: int, only: Collection[int] = ()) -> bytes:
    """Fill a form about an issue; UserError if the issue has nothing for it yet.

    ``only``: the shares or the correction that it is about, see ``values_of``.
    """
    return _fill(office, form, values_of(office, form, issue_id, only))


def fill_register(office: Office, year: int) -> bytes:
    """Fill the 发文登记簿 of a year."""
    return _fill(office, PaperForm.DISPATCH_REGISTER, register_values(office, year))


def list_xlsx(office: Office, form: PaperForm, issue_id: int, only: Collection[int] = ()) -> bytes:
    """Give a form that is a list as an Excel workbook; UserError for one that is none."""
    values = values_of(office, form, issue_id, only)
    return _as_list(office.marked(form_title(office, form, issue_id)), form, values)


def register_xlsx(office: Office, year: int) -> bytes:
    """Give the 发文登记簿 of a year as an Excel workbook."""
    form = PaperForm.DISPATCH_REGISTER
    return _as_list(office.marked(f"{year}年{form.label}"), form, register_values(office, year))


def is_list(form: PaperForm) -> bool:
    """Tell whether a form is one list, that can go out as Excel as well."""
    return form in _LISTS


def fill_values(office: Office, form: PaperForm, values: Values) -> bytes:
    """Fill a form with values that have exactly its declared fields."""
    return _fill(office, form, values)


def list_of(title: str, form: PaperForm, values: Values) -> bytes:
    """Give the list among such values as an Excel workbook."""
    return _as_list(title, form, values)


def _as_list(title: str, form: PaperForm, values: Values) -> bytes:
    from xinxi_desktop.exporters.xlsx import write_list

    if form not in _LISTS:
        raise UserError(
            "not_a_list", f"{form.label}不是清单，只能生成 Word 文件（.docx）。没有生成。"
        )
    return write_list(title, f"{values['本单位']}　{values['制表日期']}", _LISTS[form](values))


_LISTS: dict[PaperForm, Callable[[Values], list[Values]]] = {
    PaperForm.DISPATCH_REGISTER: lambda values: values["各期"],
    PaperForm.EXCHANGE_LIST: lambda values: [
        line for group in values["交换"] for line in group["分送"]
    ],
    PaperForm.RETURN_LIST: lambda values: values["分送"],
    PaperForm.SUBMISSION_REGISTER: lambda values: values["来稿"],
}


def form_title(office: Office, form: PaperForm, issue_id: int) -> str:
    """Name a filled form, as its file is called: 审签单《…》第3期, with its mark if secret."""
    row = issue(office, issue_id)
    mark = secrecy.mark(Secrecy(row["secrecy"]), row["secrecy_term"])
    return f"{form.label}{issue_name(row)}" + (f"（{mark}）" if mark else "")


def help_rows(form: PaperForm) -> list[tuple[str, str, str]]:
    """List what can be typed into a template: tag, meaning, sample; a list's rows follow it."""
    return list(_help(fields_of(form)))


def _help(fields: tuple[FormField, ...], holder: str = "") -> Iterator[tuple[str, str, str]]:
    row = "件" if holder else "行"
    for field in fields:
        name = f"{holder}.{field.name}" if holder else field.name
        tag = tag_of(field, name, row)
        if field.rows:
            yield tag, f"{field.meaning}；逐行写，到 {{%tr endfor %}} 为止", ""
            yield from _help(field.rows, row)
        elif isinstance(field.sample, bool):
            yield tag, f"{field.meaning}；是才保留，到 {{%tr endif %}} 为止", ""
        else:
            yield tag, field.meaning, str(field.sample)


def _try_template(form: PaperForm, data: bytes) -> None:
    from xinxi_desktop.exporters.form_filling import check_template, fill_template
    from xinxi_desktop.exporters.form_language import TemplateFault

    fields = fields_of(form)
    try:
        check_template(data, fields)
        for rows in _TRIALS:
            fill_template(data, sample_values(fields, rows), form.label)
    except TemplateFault as fault:
        raise UserError(
            "form_fault",
            f"这份{form.label}不能用：{fault}。表单没有换，仍用原来的。请对照“字段说明”改正后再试。",
        ) from fault


def _fill(office: Office, form: PaperForm, values: Values) -> bytes:
    from xinxi_desktop.exporters.form_filling import fill_template
    from xinxi_desktop.exporters.form_language import TemplateFault

    check_complete(form, values)
    try:
        filled = fill_template(template_of(office, form), values, form.label)
    except TemplateFault as fault:
        raise UserError(
            "form_fault",
            f"{form.label}没有生成：表单{fault}。内容没有改动。"
            "请在“设置—表单”里改正它，或恢复自带的。",
        ) from fault
    if not office.rehearsal:
        return filled
    from xinxi_desktop.exporters.word_mark import mark_docx

    return mark_docx(filled, page_mark(office, ""))
