"""收稿: read files, register them, correct what was recognised, decide at 初选."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xinxi_desktop.domain.filters import SubmissionFilter
from xinxi_desktop.domain.secrecy import check_ceiling
from xinxi_desktop.domain.states import SUBMISSION_MOVES, move
from xinxi_desktop.domain.times import now, parse_date, today
from xinxi_desktop.domain.vocabulary import (
    ContributionRole,
    Disposition,
    Form,
    ImportStatus,
    Kind,
    Secrecy,
    SubmissionState,
    Tone,
    Urgency,
)
from xinxi_desktop.errors import UserError, WorldError
from xinxi_desktop.services.office import Changes, Office
from xinxi_desktop.services.report_files import read_report, recognise_report
from xinxi_desktop.services.trash import check_in_use, name_of
from xinxi_desktop.services.units import add_unit
from xinxi_desktop.store import submissions as store
from xinxi_desktop.store import units as unit_store
from xinxi_desktop.store.transaction import Transaction, new_uuid

if TYPE_CHECKING:
    from xinxi_desktop.domain.document import Document
    from xinxi_desktop.domain.recognition import Recognition
    from xinxi_desktop.importers.reader import RawReport
    from xinxi_desktop.services.pasted_reports import PastedBytes

Row = dict[str, Any]
LATE_DAYS = 3
"""What was received more days ago and is undecided waits too long."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file; ``code`` and ``reason`` only where it was not registered.

    ``units`` are (name, role, share); ``doubts`` what recognition assumed and a person should
    look at; ``candidates`` the units to choose from where a name belongs to several.
    """

    path: Path
    status: ImportStatus
    id: int | None = None
    number: int | None = None
    title: str = ""
    units: tuple[tuple[str, str, str], ...] = ()
    format: str = ""
    characters: int = 0
    code: str = ""
    reason: str = ""
    doubts: tuple[str, ...] = ()
    ambiguous: str = ""
    candidates: tuple[int, ...] = ()


def submission_ids(office: Office, chosen: SubmissionFilter, limit: int | None = None) -> list[int]:
    """Give the ids that a filter lets through, in its order; at most ``limit`` of them."""
    return store.submission_ids(office.file, chosen, limit)


def submission_count(office: Office, chosen: SubmissionFilter) -> int:
    """Count what a filter lets through."""
    return store.submission_count(office.file, chosen)


def first_submission_ids(office: Office, chosen: SubmissionFilter, limit: int) -> list[int]:
    """Give ids to show at once while ``submission_ids`` finds all of them."""
    return store.first_submission_ids(office.file, chosen, limit)


def submission_rows(office: Office, ids: Sequence[int]) -> list[Row]:
    """Give rows for the list with their units' names, in the order of the ids."""
    return store.submission_rows(office.file, ids)


def submission(office: Office, submission_id: int) -> Row:
    """Give one submission's row with its ``document``."""
    from xinxi_desktop.domain.document import from_json

    row = store.submission_rows(office.file, [submission_id])[0]
    return {**row, "document": from_json(store.body_of(office.file, submission_id))}


def contributions(office: Office, submission_id: int) -> list[Row]:
    """List who contributed, main unit first: unit id, name, role, share."""
    on = now()[:10]
    return [
        {**row, "name": unit_store.name_of(office.file, row["unit"], on)}
        for row in store.contributions(office.file, submission_id)
    ]


def original(office: Office, submission_id: int) -> tuple[str, bytes]:
    """Give file name and bytes as received; WorldError if the stored original is damaged."""
    row = store.submission_rows(office.file, [submission_id])[0]
    return row["file_name"], office.file.blob(row["sha256"])


def articles_of(office: Office, submission_id: int) -> list[Row]:
    """List the articles made from a submission."""
    return store.articles_of(office.file, submission_id)


def queue_counts(office: Office) -> dict[str, int]:
    """Count the queues of 收稿, the trash too; ``mine`` is the person's who works in the office."""
    return store.queue_counts(office.file, office.person, today(), day_before(LATE_DAYS))


def urgent_count(office: Office) -> int:
    """Count urgent submissions that nobody has decided on, for the status bar."""
    return store.urgent_count(office.file)


def day_before(days: int) -> str:
    """Give the day that was so many days before today."""
    return (date.fromisoformat(today()) - timedelta(days)).isoformat()


def files_in(paths: Sequence[Path]) -> list[Path]:
    """List the files that ``import_files`` would go through, in its order.

    A folder reached a second time is left out: its files are in the list.
    """
    from xinxi_desktop.importers.folders import Ignored, walk

    found = [each if isinstance(each, Ignored) else Ignored(each, "", "") for each in walk(paths)]
    return [each.path for each in found if each.code != "folder_again"]


def find_submission(office: Office, number: str) -> int:
    """Find a submission by ``12`` (this year) or ``2026:12``; UserError if there is none."""
    year, _, serial = number.replace("：", ":").rpartition(":")
    if serial.isdigit() and (not year or year.isdigit()):
        row = store.by_number(office.file, int(year or now()[:4]), int(serial))
        if row:
            return int(row["id"])
    raise UserError(
        "unknown_submission",
        f"没有编号为“{number}”的来稿。没有改动。请用当年的编号（如 12）或“年:编号”（如 2026:12）。",
    )


def import_files(
    office: Office,
    paths: Sequence[Path],
    *,
    register_duplicates: bool = False,
    received_at: str = "",
    unit_choices: Mapping[str, int] | None = None,
    pasted: PastedBytes | None = None,
) -> Iterator[Outcome]:
    """Register files and folders one by one, each in its own transaction, in name order.

    A file that can't be taken is an outcome with its reason; the rest goes on. All that one
    call registers is undone together. ``unit_choices`` answers for names of several units;
    paths in ``pasted`` are no files but names of what was pasted.
    """
    from xinxi_desktop.importers.folders import Ignored, walk

    group = new_uuid()
    texts = pasted or {}
    files = walk([path for path in paths if path not in texts])
    for found in (*(path for path in paths if path in texts), *files):
        if isinstance(found, Ignored):
            yield Outcome(found.path, ImportStatus.IGNORED, code=found.code, reason=found.reason)
            continue
        options = (register_duplicates, received_at or now(), unit_choices or {}, texts)
        yield _import_one(office, found, group, *options)


def correct(office: Office, submission_id: int, fields: Row) -> Changes:
    """Correct registration fields and ``units`` (ids, main first); text and bytes never change."""
    return correct_many(office, [submission_id], fields)


def correct_many(office: Office, ids: Sequence[int], fields: Row) -> Changes:
    """Give the same fields to several submissions in one step, as ``correct`` does to one."""
    changes = _checked_fields(fields)
    if "secrecy" in changes:
        check_ceiling(Secrecy(changes["secrecy"]), office.machine)

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        for key in ids:
            row = tx.get("submission", key)
            check_in_use(row)
            what = name_of(row) if len(ids) > 1 else "来稿"
            move(SUBMISSION_MOVES, "correct", SubmissionState(row["state"]), what)
            tx.update("submission", key, {**changes, "guessed": _still_guessed(row, changes)})
            if "units" in fields:
                for each in store.contributions(tx, key):
                    tx.delete("contribution", each["id"])
                contribute(tx, key, list(fields["units"]), row["writers"])
        told = f"来稿 {row['year']}-{row['number']} " if len(ids) == 1 else f" {len(ids)} 条来稿"
        return f"已更正{told}的登记", tuple(ids)

    return office.do("更正登记", work)


def confirm_guesses(office: Office, ids: Sequence[int]) -> Changes:
    """Record that a person has looked at the kinds, tones and topics of submissions: all right."""
    return _confirm(office, ids, ("kind", "tone", "topic"), "类型、喜忧、领域")


def confirm_tones(office: Office, ids: Sequence[int]) -> Changes:
    """Record that a person has looked at the tones of submissions: all right."""
    return _confirm(office, ids, ("tone",), "喜忧")


def _confirm(office: Office, ids: Sequence[int], names: Sequence[str], told: str) -> Changes:
    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        looked_at = dict.fromkeys(names, "")
        for key in ids:
            row = tx.get("submission", key)
            check_in_use(row)
            tx.update("submission", key, {"guessed": _still_guessed(row, looked_at)})
        return f"已核对 {len(ids)} 条来稿的{told}", tuple(ids)

    return office.do("核对登记", work)


def _still_guessed(row: Row, changes: Row) -> str:
    return ",".join(name for name in row["guessed"].split(",") if name not in changes)


def dispose(
    office: Office, ids: Sequence[int], disposition: Disposition, reason: str = ""
) -> Changes:
    """Decide at 初选 for one or several submissions; 不用 wants a reason (practice.md §1.1)."""
    if disposition is Disposition.REJECT and not reason.strip():
        raise UserError("no_reason", "定为“不用”要写明理由。没有改动。请补上后再定。")

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        for key in ids:
            row = tx.get("submission", key)
            check_in_use(row)
            state = move(SUBMISSION_MOVES, "dispose", SubmissionState(row["state"]), name_of(row))
            tx.update(
                "submission",
                key,
                {
                    "disposition": disposition.value,
                    "reason": reason.strip(),
                    "state": state.value,
                },
            )
        why = f"：{reason.strip()}" if reason.strip() else ""
        return f"已定为{disposition.label} {len(ids)} 条{why}", tuple(ids)

    return office.do("初选", work)


def _import_one(
    office: Office,
    path: Path,
    group: str,
    register_duplicates: bool,
    received_at: str,
    unit_choices: Mapping[str, int],
    pasted: PastedBytes,
) -> Outcome:
    try:
        report = read_report(path, office.machine, pasted)
        earlier = store.by_hash(office.file, report.sha256)
        if earlier and not register_duplicates:
            return _duplicate(path, report, earlier)
        found = recognise_report(report, unit_store.names_of_units(office.file))
        chosen = _choose_units(office, found, report, unit_choices)
        if isinstance(chosen, Outcome):
            return chosen
        return _register(
            office, path, report, chosen, group, received_at, earlier["id"] if earlier else None
        )
    except (UserError, WorldError) as error:
        if error.code in _STOP:
            raise
        return Outcome(path, ImportStatus.REFUSED, code=error.code, reason=error.sentence)


_STOP = {"disk_full", "file_damaged", "opened_read_only", "file_read_only", "file_busy"}
"""Failures of the office file itself: going on with the next file would only repeat them."""


def _duplicate(path: Path, report: RawReport, earlier: Row) -> Outcome:
    number = f"{earlier['year']}-{earlier['number']}"
    return Outcome(
        path,
        ImportStatus.DUPLICATE,
        id=earlier["id"],
        number=earlier["number"],
        title=earlier["title"],
        format=report.format,
        characters=report.document.characters(),
        code="duplicate",
        reason=f"“{report.file_name}”与来稿 {number}《{earlier['title']}》的文件完全相同，没有重复登记。"
        "如确需再登记一次，请选“仍然登记”。",
    )


def _choose_units(
    office: Office, found: Recognition, report: RawReport, choices: Mapping[str, int]
) -> Recognition | Outcome:
    """Settle names that belong to several units by the person's choice, or ask."""
    units = []
    for unit in found.units:
        if unit.ambiguous and unit.name in choices:
            unit = replace(unit, ids=(choices[unit.name],))
        if unit.ambiguous:
            names = "、".join(
                unit_store.name_of(office.file, each, now()[:10]) for each in unit.ids
            )
            return Outcome(
                report.path,
                ImportStatus.REFUSED,
                title=found.title,
                code="ambiguous_unit",
                reason=f"“{report.file_name}”的单位“{unit.name}”同时是{names}的名称，不能替您认定。"
                "未登记，原文件未改动。请选定单位后再登记，或在“单位与信息员”里改正简称。",
                ambiguous=unit.name,
                candidates=unit.ids,
            )
        units.append(unit)
    return replace(found, units=tuple(units))


def _register(
    office: Office,
    path: Path,
    report: RawReport,
    found: Recognition,
    group: str,
    received_at: str,
    duplicate_of: int | None,
) -> Outcome:
    remarks = "\n".join((*report.notes, *report.doubts, *found.doubts))

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        year = int(received_at[:4])
        number = tx.next_number("submission", year)
        row = {
            **_found_fields(found),
            "uuid": new_uuid(),
            "year": year,
            "number": number,
            "received_at": received_at,
            "sha256": tx.put_blob(report.bytes_),
            "file_name": report.file_name,
            "format": report.format,
            "remarks": remarks,
            "duplicate_of": duplicate_of,
        }
        for picture in report.pictures.values():
            tx.put_blob(picture)
        key = add_submission(tx, row, found.body)
        units = [unit.ids[0] if unit.known else _unit_named(tx, unit.name) for unit in found.units]
        contribute(tx, key, list(dict.fromkeys(units)), row["writers"])
        return f"已登记来稿 {year}-{number}", (key,)

    # Not kept among the remarks: the unit itself is marked 待确认 until somebody confirms it.
    new = (
        f"单位“{unit.name}”不在单位名册中，已登记为待确认" for unit in found.units if not unit.ids
    )
    doubts = (*report.doubts, *found.doubts, *new)
    changes = office.do("登记来稿", work, group=group)
    row = store.submission_rows(office.file, [changes.id])[0]
    return Outcome(
        path,
        ImportStatus.REGISTERED,
        id=row["id"],
        number=row["number"],
        title=row["title"],
        units=tuple((c["name"], c["role"], c["share"]) for c in contributions(office, row["id"])),
        format=row["format"],
        characters=row["characters"],
        doubts=doubts,
    )


def _found_fields(found: Recognition) -> Row:
    """Give what recognition found in the text as columns of the submission."""
    return {
        "title": found.title,
        "writers": "、".join(found.writers),
        "phone": found.phone,
        "written_on": found.date.isoformat() if found.date else None,
        "kind": found.kind.value,
        "form": found.form.value,
        "topic": found.topic,
        "guessed": ",".join(name for name in found.guessed if getattr(found, name)),
        "tone": found.tone.value,
        "urgency": found.urgency.value,
        "secrecy": found.secrecy.value,
        "secrecy_term": found.secrecy_term,
        "characters": found.body.characters(),
    }


def add_submission(tx: Transaction, row: Row, body: Document) -> int:
    """Add a submission with its text inside a running act and give its id."""
    from xinxi_desktop.domain.document import to_json

    key = tx.insert("submission", {"state": SubmissionState.PENDING.value, **row})
    tx.insert("submission_text", {"submission": key, "body": to_json(body)})
    return key


def _unit_named(tx: Transaction, name: str) -> int:
    # A folder may name the same new unit in many files: the first registers it.
    known = unit_store.names_of_units(tx).get(name)
    return known[0] if known else add_unit(tx, name, to_confirm=True)


def contribute(tx: Transaction, submission_id: int, units: Sequence[int], writers: str) -> None:
    """Add who contributed, main unit first, with equal shares; inside a running act.

    An informant of the unit among ``writers`` (、 between) is linked, and protects if protected.
    """
    for position, (unit, share) in enumerate(zip(units, equal_shares(len(units)), strict=True), 1):
        informant = unit_store.informant_named(tx, unit, writers.split("、"))
        tx.insert(
            "contribution",
            {
                "submission": submission_id,
                "unit": unit,
                "informant": informant["id"] if informant else None,
                "role": (ContributionRole.MAIN if position == 1 else ContributionRole.JOINT).value,
                "position": position,
                "share": share,
            },
        )
        if informant and informant["protected"]:
            tx.update("submission", submission_id, {"protected": 1})


def equal_shares(count: int) -> list[str]:
    """Split one into equal shares of four places; the rest goes to the 主报单位 (practice.md §4)."""
    from decimal import ROUND_DOWN, Decimal

    if count == 0:
        return []
    share = (Decimal(1) / count).quantize(Decimal("0.0001"), ROUND_DOWN)
    first = Decimal(1) - share * (count - 1)
    return [str(first.normalize()), *[str(share.normalize())] * (count - 1)]


_VOCABULARIES = {
    "kind": Kind, "form": Form, "tone": Tone, "urgency": Urgency, "secrecy": Secrecy,
}  # fmt: skip
_TEXTS = ("title", "writers", "phone", "channel", "topic", "secrecy_term")


def _checked_fields(fields: Row) -> Row:
    changes: Row = {name: str(fields[name]).strip() for name in _TEXTS if name in fields}
    if "title" in changes and not changes["title"]:
        raise UserError("no_title", "标题是空的，没有保存，您填的其他内容还在。请填上标题。")
    for name, vocabulary in _VOCABULARIES.items():
        if name in fields:
            changes[name] = vocabulary.parse(str(fields[name])).value
    for name in ("protected", "commissioned", "to_verify"):
        if name in fields:
            changes[name] = int(bool(fields[name]))
    if fields.get("written_on"):
        changes["written_on"] = parse_date(str(fields["written_on"]))
    if fields.get("received_at"):
        changes["received_at"] = str(fields["received_at"])
    return changes
