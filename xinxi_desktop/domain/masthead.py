"""刊头: what the head of a publication looks like, where it differs from the usual one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from xinxi_desktop.domain.vocabulary import Vocabulary
from xinxi_desktop.errors import UserError

LARGEST_NAME, SMALLEST_NAME = 90.0, 22.0
WIDEST_SPREAD = 60.0


class NumberForm(Vocabulary):
    """How the number of an issue is written (domain.md §7)."""

    RUNNING = "running", "第N期（总第M期）"
    PLAIN = "plain", "第N期"
    YEAR = "year", "〔2026〕N期"
    DOCUMENT = "document", "〔2026〕N号"


class HeadRule(Vocabulary):
    """The red rule under the head."""

    SINGLE = "single", "单线"
    DOUBLE = "double", "双线（上粗下细）"
    NONE = "none", "不印"


@dataclass(frozen=True, slots=True)
class MastheadTemplate:
    """What the head looks like; sizes in points.

    ``name_pt`` 0 makes the name as large as the page allows, ``spread_pt`` -1 spreads a short
    one by itself. ``prefix`` stands before a year's number (云办信〔2026〕5号). ``number_left``:
    the 份号 stands top left in six digits, as GB/T 9704 has it, not as 编号 top right.
    """

    name_pt: float = 0.0
    spread_pt: float = -1.0
    number: NumberForm = NumberForm.RUNNING
    prefix: str = ""
    show_office: bool = True
    show_date: bool = True
    rule: HeadRule = HeadRule.SINGLE
    number_left: bool = False


USUAL = MastheadTemplate()


def template_values(template: MastheadTemplate) -> dict[str, Any]:
    """Give what a template sets otherwise than the usual head: what is stored, and hashed."""
    usual = asdict(USUAL)
    return {
        name: str(value) if isinstance(value, Vocabulary) else value
        for name, value in asdict(template).items()
        if value != usual[name]
    }


def template_from(stored: str | Mapping[str, Any]) -> MastheadTemplate:
    """Make a template from its stored values (JSON); what a newer version added is left out."""
    values = json.loads(stored or "{}") if isinstance(stored, str) else stored
    known = {field.name for field in fields(MastheadTemplate)}
    kept = {name: value for name, value in values.items() if name in known}
    for name, words in (("number", NumberForm), ("rule", HeadRule)):
        if name in kept:
            kept[name] = words.parse(str(kept[name]))
    return MastheadTemplate(**kept)


def check_template(template: MastheadTemplate) -> MastheadTemplate:
    """Give a template that can be printed; UserError says which size can't stand."""
    if template.name_pt and not SMALLEST_NAME <= template.name_pt <= LARGEST_NAME:
        raise UserError(
            "masthead_value",
            f"刊名字号要在 {SMALLEST_NAME:g} 到 {LARGEST_NAME:g} 磅之间，或填 0 由程序定。"
            "没有保存。请改正。",
        )
    if not -1 <= template.spread_pt <= WIDEST_SPREAD:
        raise UserError(
            "masthead_value",
            f"刊名字间距要在 0 到 {WIDEST_SPREAD:g} 磅之间，或填 -1 由程序定。没有保存。请改正。",
        )
    return template


def issue_number(
    template: MastheadTemplate, year: int | None, number: int | None, running: int | None
) -> str:
    """Write the number as it stands in the head; before 定版 it is still to be fixed."""
    form = template.number
    if form in (NumberForm.YEAR, NumberForm.DOCUMENT):
        unit = "期" if form is NumberForm.YEAR else "号"
        if number is None:
            return f"{template.prefix}〔待定〕{unit}"
        return f"{template.prefix}〔{year}〕{number}{unit}"
    if number is None:
        return "第〔待定〕期"
    after = f"（总第{running}期）" if running and form is NumberForm.RUNNING else ""
    return f"第{number}期{after}"
