"""``import``, ``units``, ``dispose``, ``verification``: 收稿 and 初选."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from xinxi_desktop.cli import shapes
from xinxi_desktop.cli.chinese import command
from xinxi_desktop.cli.console import put, put_json, put_table, say, shown
from xinxi_desktop.cli.parameters import PATH, Word, as_json, office_file, opened
from xinxi_desktop.domain.vocabulary import (
    Disposition,
    ImportStatus,
    RejectReason,
    VerificationOutcome,
    VerificationWay,
    Vocabulary,
)
from xinxi_desktop.errors import UserError
from xinxi_desktop.services import intake
from xinxi_desktop.services import trash as trash_service
from xinxi_desktop.services import verification as verifying
from xinxi_desktop.services.intake import Outcome, Row
from xinxi_desktop.services.units import import_unit_table

_WRONG = 1
_TOLD = ("at", "person_name", "asked", "way", "outcome", "text")


class Duplicates(Vocabulary):
    """What to do with a file whose bytes are registered already."""

    REFUSE = "refuse", "不再登记"
    REGISTER = "register", "仍然登记"


@command("import")
@office_file
@click.argument("paths", metavar="PATH…", nargs=-1, required=True, type=PATH)
@click.option(
    "--duplicates", metavar="register|refuse", type=Word(Duplicates), default=Duplicates.REFUSE,
    help="与已登记的文件完全相同时怎么办，不写就不再登记。",
)  # fmt: skip
@as_json
def import_(file: Path, paths: tuple[Path, ...], duplicates: Duplicates, json_: bool) -> int:
    """Import and report each file as soon as it is committed; exit 1 if one was refused."""
    counts: Counter[ImportStatus] = Counter()
    with opened(file) as office:
        register = duplicates is Duplicates.REGISTER
        for found in intake.import_files(office, paths, register_duplicates=register):
            counts[found.status] += 1
            if json_:
                put_json(shapes.outcome(found))
            else:
                _put_outcome(found)
    if not json_:
        put("，".join(f"{status.label} {counts[status]} 个" for status in ImportStatus) + "。")
    elif not counts:
        say("这里没有文件，没有登记。请检查路径。")
    return _WRONG if counts[ImportStatus.REFUSED] else 0


@command("units")
@office_file
@click.argument("action", metavar="import")
@click.argument("table", metavar="U.xlsx|U.csv", type=PATH)
def units(file: Path, action: str, table: Path) -> None:
    """Import a table of units; columns not used go to stderr."""
    if action != "import":
        raise click.UsageError(f"“units FILE”后面是 import，不是“{action}”。")
    with opened(file) as office:
        found = import_unit_table(office, table)
    if found.ignored_columns:
        say(f"没有用到的列：{'、'.join(found.ignored_columns)}。")
    for note in found.notes:
        say(f"{note}。")
    put(f"{found.changes.sentence}。")


@command("dispose")
@office_file
@click.argument("number", metavar="NUMBER")
@click.argument("decision", metavar="shortlist|merge|keep|reject|forward", type=Word(Disposition))
@click.option("--reason", metavar="R", default="", help="理由；不用、转送必须写。")
def dispose(file: Path, number: str, decision: Disposition, reason: str) -> None:
    """Record the decision at 初选."""
    with opened(file) as office:
        key = intake.find_submission(office, number)
        put(f"{intake.dispose(office, [key], decision, _in_words(reason)).sentence}。")


@command("trash")
@office_file
@click.argument("numbers", metavar="NUMBER…", nargs=-1, required=True)
@click.option("--restore", is_flag=True, help="从回收站恢复。")
def trash(file: Path, numbers: tuple[str, ...], restore: bool) -> None:
    """Put submissions into the trash, or take them back."""
    act = trash_service.restore if restore else trash_service.trash
    with opened(file) as office:
        keys = [intake.find_submission(office, number) for number in numbers]
        put(f"{act(office, keys).sentence}。")


@command("verification")
@office_file
@click.argument("number", metavar="NUMBER")
@click.option("--asked", metavar="W", help="向谁核实；不写就列出以前的核实。")
@click.option(
    "--way", metavar="phone|in_person|letter", type=Word(VerificationWay),
    default=VerificationWay.PHONE, help="方式，不写就是电话。",
)  # fmt: skip
@click.option(
    "--outcome", metavar="true|differs|awaited", type=Word(VerificationOutcome),
    help="结果；与 --asked 一起写。",
)  # fmt: skip
@click.option("--text", metavar="T", default="", help="说了什么；有出入时必须写。")
@click.option("--mark", is_flag=True, help="只标为待核实。")
@as_json
def verification_(
    file: Path,
    number: str,
    asked: str | None,
    way: VerificationWay,
    outcome: VerificationOutcome | None,
    text: str,
    mark: bool,
    json_: bool,
) -> None:
    """List the 核实 of a submission, record one, or mark it."""
    if (asked is None) != (outcome is None) or (mark and asked is not None):
        raise click.UsageError("--asked 和 --outcome 要一起写；--mark 单独写；都不写就列出。")
    with opened(file, read_only=asked is None and not mark) as office:
        key = intake.find_submission(office, number)
        if mark:
            put(f"{verifying.mark_to_verify(office, [key]).sentence}。")
        elif asked is not None and outcome is not None:
            put(f"{verifying.verify(office, key, asked, way, outcome, text).sentence}。")
        else:
            _put_verifications(verifying.verifications(office, key), json_)


def _put_verifications(rows: Sequence[Row], json_: bool) -> None:
    if json_:
        for row in rows:
            put_json({name: row[name] for name in _TOLD})
        return
    told = [
        (
            row["at"][:10],
            row["person_name"],
            row["asked"],
            VerificationWay(row["way"]).label,
            VerificationOutcome(row["outcome"]).label,
            row["text"],
        )
        for row in rows
    ]
    put_table(("日期", "核实人", "问谁", "方式", "结果", "说了什么"), told)


def _in_words(reason: str) -> str:
    """Give the office's word for an identifier of the list of reasons; other texts stay."""
    try:
        return RejectReason.parse(reason).label
    except UserError:
        return reason


def _put_outcome(found: Outcome) -> None:
    if found.status is ImportStatus.REGISTERED:
        who = "、".join(name for name, _role, _share in found.units) or "单位待填"
        put(f"已登记 {found.number} 号《{found.title}》（{who}，{found.characters} 字）")
        for doubt in found.doubts:
            put(f"    请核对：{doubt}")
    else:
        put(f"{found.status.label} {shown(found.path)}：{found.reason}")
