"""What a demonstration works on: the sample office's Monday, or any folder of reports."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from xinxi_desktop.domain.document import (
    Block,
    Document,
    Heading,
    Note,
    Paragraph,
    document_from_lines,
)
from xinxi_desktop.domain.fonts import FontRole
from xinxi_desktop.domain.vocabulary import (
    Direction,
    Disposition,
    ImportStatus,
    Kind,
    RejectReason,
    Urgency,
)
from xinxi_desktop.errors import UserError
from xinxi_desktop.services import bulletins, intake, issues, samples
from xinxi_desktop.services.demo_choice import RULE, Candidate, choose, merged_title
from xinxi_desktop.services.demo_work import Clock, Draft, PlannedIssue, Tell, Work
from xinxi_desktop.services.intake import Outcome
from xinxi_desktop.services.office import Office, create_office
from xinxi_desktop.services.units import import_unit_table

Row = dict[str, Any]
_COLUMNS = {Kind.DYNAMIC: "动态", Kind.EXPERIENCE: "经验"}
_OTHER, _URGENT = "反映", "要情"
_NUMBERS = "一二三四五六七八九十"
_PREFIXES = (
    (1, re.compile(r"^[一二三四五六七八九十]{1,3}、")),
    (2, re.compile(r"^[（(][一二三四五六七八九十]{1,3}[）)]")),
    (3, re.compile(r"^\d{1,2}[.．](?!\d)")),
)


def from_sample(path: Path, tell: Tell, clock: Clock) -> Work:
    """Prepare the sample office with the year behind it; its Monday is still to be done."""
    with clock("prepare"):
        office = samples.create_base(path)
    tell(f"示例办公室“{office.name}”已建好，有一年的往期。")

    def receive() -> Iterable[Outcome]:
        with TemporaryDirectory() as folder:
            yield from samples.receive(office, samples.sample_files(Path(folder)))

    def decide(outcomes: Sequence[Outcome]) -> Sequence[PlannedIssue]:
        plan, numbered = samples.day_plan(), samples.by_file_number(outcomes)
        samples.screen(office, plan, numbered)
        drafts = {
            each.sources[0]: Draft(
                tuple(numbered[number] for number in each.sources),
                each.title,
                document_from_lines(each.text) if each.text else None,
                each.column,
            )
            for each in plan.articles
        }
        return [
            PlannedIssue(
                issues.find_publication(office, publication), tuple(drafts[key] for key in keys)
            )
            for publication, keys in plan.issues
        ]

    return Work(office, tell, clock, receive, decide, "示例办公室当天的决定。")


def from_folder(
    path: Path, source: Path, unit_table: Path | None, tell: Tell, clock: Clock
) -> Work:
    """Prepare an office that knows nothing but a table of units, if there is one."""
    with clock("prepare"):
        office = create_office(path)
        if unit_table:
            _import_units(office, unit_table, tell)

    def receive() -> Iterable[Outcome]:
        return intake.import_files(office, [source])

    def decide(outcomes: Sequence[Outcome]) -> Sequence[PlannedIssue]:
        return [_decide(office, outcomes)]

    return Work(office, tell, clock, receive, decide, RULE, source)


def _import_units(office: Office, table: Path, tell: Tell) -> None:
    """Import units; a table that can't be read is said, the reports are taken all the same."""
    try:
        found = import_unit_table(office, table)
    except UserError as error:
        tell(error.sentence)
        return
    if found.ignored_columns:
        tell(f"单位名录里没有用到的列：{'、'.join(found.ignored_columns)}。")
    tell(f"{found.changes.sentence}。")


def _decide(office: Office, outcomes: Sequence[Outcome]) -> PlannedIssue:
    """初选 by count (``demo_choice``), alike decisions together; then one issue of what is left."""
    ids = [found.id for found in outcomes
           if found.id is not None and found.status is ImportStatus.REGISTERED]  # fmt: skip
    rows = {row["id"]: intake.submission(office, row["id"])
            for row in intake.submission_rows(office, ids)}  # fmt: skip
    choice = choose([_candidate(row) for row in rows.values()])
    if not choice.groups:
        raise UserError(
            "nothing_to_print",
            "收到的来稿里都有现有字体没有的字，没有印出刊物。来稿都已登记。请在“设置—字体”里添加含有这些字的字体文件后再试。",
        )
    decided: dict[tuple[Disposition, str], list[int]] = {}
    for group in choice.groups:
        way = Disposition.MERGE if len(group) > 1 else Disposition.SHORTLIST
        decided.setdefault((way, ""), []).extend(group)
    for key in choice.alike:
        decided.setdefault((Disposition.REJECT, RejectReason.DUPLICATE.label), []).append(key)
    for key, reason in choice.left_out.items():
        decided.setdefault((Disposition.KEEP, reason), []).append(key)
    for (way, reason), keys in decided.items():
        intake.dispose(office, keys, way, reason)
    return _plan(office, [[rows[key] for key in group] for group in choice.groups])


def _candidate(row: Row) -> Candidate:
    fonts = bulletins.office_fonts()
    text = row["document"].plain_text().replace("\n", "")
    missing = fonts.missing(row["title"], FontRole.TITLE) + fonts.missing(text, FontRole.BODY)
    return Candidate(
        row["id"],
        row["title"],
        row["characters"],
        Urgency(row["urgency"]),
        row["topic"],
        "、".join(dict.fromkeys(missing)),
    )


def _plan(office: Office, groups: Sequence[Sequence[Row]]) -> PlannedIssue:
    """Put the articles into the columns of the first publication that takes several."""
    family = next(
        row for row in issues.publications(office)
        if row["direction"] == Direction.OWN.value and not row["single_topic"]
    )  # fmt: skip
    columns = [name for name in family["columns"].split("、") if name]
    drafts = [_draft(group, columns) for group in groups]
    order = {name: place for place, name in enumerate(columns)}
    return PlannedIssue(
        family["id"], tuple(sorted(drafts, key=lambda draft: order.get(draft.column, 0)))
    )


def _draft(group: Sequence[Row], columns: Sequence[str]) -> Draft:
    first = group[0]
    column = _COLUMNS.get(Kind(first["kind"]), _OTHER)
    if any(row["urgency"] != Urgency.ORDINARY.value for row in group):
        column = _URGENT
    column = column if column in columns else ""
    if len(group) == 1:
        return Draft((first["id"],), column=column)
    ids = tuple(row["id"] for row in group)
    return Draft(ids, merged_title(first["title"], group[1]["title"]), merged_body(group), column)


def merged_body(rows: Sequence[Row]) -> Document:
    """Put reports one after another under 一、 and their titles, their own headings one lower."""
    blocks: list[Block] = []
    for place, row in enumerate(rows):
        blocks.append(Heading("", f"{_NUMBERS[place]}、{row['title']}", 1))
        counts: Counter[int] = Counter()
        blocks.extend(_lowered(block, counts) for block in row["document"].blocks)
    return Document(tuple(replace(each, id=f"b{n}") for n, each in enumerate(blocks, 1)))


def _lowered(block: Block, counts: Counter[int]) -> Block:
    if not isinstance(block, Heading | Paragraph | Note):
        return block
    for level, prefix in _PREFIXES:
        if found := prefix.match(block.text):
            counts[level] += 1
            for below in range(level + 1, 4):
                counts[below] = 0
            text = _numbered(level + 1, counts[level]) + block.text[found.end() :]
            if isinstance(block, Heading):
                return Heading(block.id, text, level + 1)
            return replace(block, text=text)
    return block


def _numbered(level: int, count: int) -> str:
    if level == 2:
        tens, ones = divmod(count, 10)
        ten = ("" if tens == 1 else _NUMBERS[tens - 1]) + "十" if tens else ""
        return f"（{ten}{_NUMBERS[ones - 1] if ones else ''}）"
    return f"{count}．" if level == 3 else f"（{count}）"
