"""The sample office of practice.md §8: units, a year of history, and one Monday's reports.

Everything is invented and kept as data in ``resources/samples``; the day is 2026-11-23.
"""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any

from xinxi_desktop.assets import asset
from xinxi_desktop.domain.document import document_from_lines
from xinxi_desktop.domain.vocabulary import (
    CopyNumbers,
    Disposition,
    ImportStatus,
    Kind,
    Machine,
    Post,
    Profile,
    RejectReason,
    Tone,
    Urgency,
)
from xinxi_desktop.services import articles, history, intake, issues, reviewing, units
from xinxi_desktop.services.intake import Outcome
from xinxi_desktop.services.office import (
    Office,
    built_aside,
    create_office,
    find_person,
    open_office,
    profile_content,
)

Row = dict[str, Any]
Progress = Callable[[int, int, str], None]
DAY = "2026-11-23"
_STEPS = 4


@dataclass(frozen=True, slots=True)
class PlannedArticle:
    """An article of the day: file numbers of its sources, title, edited text, column.

    Without ``text`` the sources' own text is used.
    """

    sources: tuple[str, ...]
    title: str
    text: tuple[str, ...]
    column: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What the section decides on that Monday; reports are named by their file number."""

    decisions: Mapping[str, tuple[Disposition, str]]
    articles: tuple[PlannedArticle, ...]
    issues: tuple[tuple[str, tuple[str, ...]], ...]


def create_sample(
    path: Path, machine: Machine = Machine.UNCLASSIFIED, progress: Progress | None = None
) -> Office:
    """Make the sample office as it stands that Monday at half past three, and open it.

    ``progress`` is told (done, total, what). Errors as of ``create_office``; nothing is left then.
    """
    tell = progress or _tell_nobody
    tell(0, _STEPS, "单位和往期")
    with built_aside(path) as part, closing(_build_base(part, machine)) as office:
        tell(1, _STEPS, "收稿")
        with TemporaryDirectory() as folder:
            files = sample_files(Path(folder), with_trap=False)
            outcomes = list(receive(office, files))
        tell(2, _STEPS, "初选、成稿")
        plan, numbered = day_plan(), by_file_number(outcomes)
        screen(office, plan, numbered)
        _write_and_place(office, plan, numbered)
        tell(_STEPS, _STEPS, "")
    return open_office(path)


def create_base(path: Path, machine: Machine = Machine.UNCLASSIFIED) -> Office:
    """Make the sample office before that Monday: units, informants and the year behind it."""
    with built_aside(path) as part:
        _build_base(part, machine).close()
    return open_office(path)


def _build_base(path: Path, machine: Machine) -> Office:
    content = _module("make_samples").office()
    name = str(content["office"]["name"])
    office = create_office(path, name, Profile.CITY_PARTY, machine, description=_described(content))
    with ExitStack() as undo:
        undo.callback(office.close)
        _add_units(office, content["units"])
        _add_informants(office, content["informants"])
        history.register_history(office, _module("make_history").history())
        undo.pop_all()
    return office


def sample_files(folder: Path, *, with_trap: bool = True) -> list[Path]:
    """Write that Monday's reports into a folder as the units sent them, in name order."""
    made: list[Path] = _module("make_samples").make(folder, with_trap=with_trap)
    return made


def receive(office: Office, files: Iterable[Path]) -> Iterator[Outcome]:
    """Register the sample's files in the order in which they came in, corrected by an editor."""
    reports = {report.file_name: report for report in _module("make_samples").reports()}

    def received_at(path: Path) -> str:
        report = reports.get(path.name)
        return str(report.received_at) if report else f"{DAY}T15:30:00+08:00"

    for path in sorted(files, key=lambda path: (received_at(path), path.name)):
        for outcome in intake.import_files(office, [path], received_at=received_at(path)):
            if outcome.status is ImportStatus.REGISTERED and path.name in reports:
                _correct(office, outcome, reports[path.name].head)
            yield outcome


def day_plan() -> Plan:
    """Read what is decided that Monday."""
    text = asset("resources", "samples", "day.json").read_text(encoding="utf-8")
    content = json.loads(text)
    return Plan(
        {
            number: (Disposition(word), _reason(reason))
            for number, (word, reason) in content["decisions"].items()
        },
        tuple(
            PlannedArticle(tuple(row["sources"]), row["title"], tuple(row["text"]), row["column"])
            for row in content["articles"]
        ),
        tuple((row["publication"], tuple(row["articles"])) for row in content["issues"]),
    )


def by_file_number(outcomes: Iterable[Outcome]) -> dict[str, int]:
    """Map the number at the head of each registered file's name to its submission."""
    return {
        outcome.path.name[:2]: outcome.id
        for outcome in outcomes
        if outcome.id is not None and outcome.status is ImportStatus.REGISTERED
    }


def screen(office: Office, plan: Plan, numbered: Mapping[str, int]) -> int:
    """Decide at 初选 by the plan, alike decisions together; give how many were decided."""
    groups: dict[tuple[Disposition, str], list[int]] = {}
    for number, decision in plan.decisions.items():
        groups.setdefault(decision, []).append(numbered[number])
    intake.confirm_guesses(office, [key for ids in groups.values() for key in ids])
    for (disposition, reason), ids in groups.items():
        intake.dispose(office, ids, disposition, reason)
    return sum(map(len, groups.values()))


def write_article(office: Office, planned: PlannedArticle, numbered: Mapping[str, int]) -> int:
    """Make one planned article and give its id."""
    body = document_from_lines(planned.text) if planned.text else None
    keys = [numbered[number] for number in planned.sources]
    return articles.create_article(office, keys, title=planned.title, body=body).id


def place(
    office: Office, publication: str, planned: Iterable[PlannedArticle], made: Mapping[str, int]
) -> int:
    """Begin an issue with these articles, each in its column; give the issue's id."""
    chosen = list(planned)
    family = issues.find_publication(office, publication)
    key = issues.create_issue(office, family, [made[each.sources[0]] for each in chosen]).id
    for item, each in zip(issues.items(office, key), chosen, strict=True):
        if each.column:
            issues.change_item(office, item["id"], {"column_name": each.column})
    return key


def _write_and_place(office: Office, plan: Plan, numbered: Mapping[str, int]) -> None:
    """Make the articles; those of an issue are reviewed, one waits for review, one is a draft."""
    chief = find_person(office, Post.SECTION_CHIEF.label)
    planned = {each.sources[0]: each for each in plan.articles}
    made = {key: write_article(office, each, numbered) for key, each in planned.items()}
    for publication, keys in plan.issues:
        for key in keys:
            reviewing.review_article(office, made[key], person=chief)
        place(office, publication, [planned[key] for key in keys], made)
    placed = {key for _publication, keys in plan.issues for key in keys}
    waiting = [key for key in made if key not in placed]
    reviewing.submit_for_review(office, [made[key] for key in waiting[:1]])


_NUMBERED = {True: CopyNumbers.PRINTED, False: CopyNumbers.NONE}


def _described(content: Mapping[str, Any]) -> Row:
    """Turn office.json into what ``create_office`` takes; chains are those of the profile."""
    return {
        "persons": [{"name": row["name"], "post": row["post"]} for row in content["persons"]],
        "publications": [
            {
                **{name: row[name] for name in ("name", "direction", "single_topic", "columns")},
                **{name: row[name] for name in ("copies", "notice")},
                "subtitle": row["masthead"]["subtitle"],
                "report_to": row["distribution"]["report"],
                "send_to": row["distribution"]["send"],
                "issue_to": row["distribution"]["issue"],
                "office": content["office"]["printer"],
                "copy_numbers": _NUMBERED[row["numbered_copies"]].value,
                "recipients": row.get("recipients", ()),
            }
            for row in content["publications"]
        ],
        "chains": profile_content(Profile.CITY_PARTY)["chains"],
    }


def _add_units(office: Office, rows: Iterable[Mapping[str, Any]]) -> None:
    fields = ("name", "aliases", "frequency", "phone")
    units.import_units(
        office,
        [
            {
                **{name: row[name] for name in fields},
                "class": row["class"].translate(_FULL_WIDTH),
                "position": row["order"],
            }
            for row in rows
        ],
    )


_FULL_WIDTH = str.maketrans("()", "（）")


def _add_informants(office: Office, rows: Iterable[Mapping[str, Any]]) -> None:
    known = {row["name"]: row["id"] for row in units.units(office)}
    for row in rows:
        fields = {name: row[name] for name in ("name", "kind", "phone", "protected")}
        terms = {"from_date": row["appointed_from"], "to_date": row["appointed_to"]}
        units.save_informant(office, None, {**fields, **terms, "unit": known[row["unit"]]})


def _correct(office: Office, outcome: Outcome, head: Mapping[str, str]) -> None:
    """Correct what recognition took otherwise than the unit meant it."""
    assert outcome.id is not None
    meant: Row = {
        "kind": Kind.parse(head["类型"]).value,
        "tone": Tone.parse(head["倾向"]).value,
        "urgency": Urgency.parse(head["缓急"]).value,
        "topic": head["领域"],
        "channel": head["渠道"],
        "protected": int(head.get("保密") == "是"),
    }
    row = intake.submission(office, outcome.id)
    changes = {name: value for name, value in meant.items() if row[name] != value}
    if changes:
        intake.correct(office, outcome.id, changes)


def _reason(word: str) -> str:
    known = {reason.value: reason.label for reason in RejectReason}
    return known.get(word, word)


def _module(name: str) -> ModuleType:
    """Load a maker of the samples by its path: the folder is data in the installed program."""
    path = asset("resources", "samples", f"{name}.py")
    spec = importlib.util.spec_from_file_location(f"_xinxi_sample_{name}", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _tell_nobody(_done: int, _total: int, _what: str) -> None:
    """Take progress when nobody asked for it."""
