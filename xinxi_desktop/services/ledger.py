"""Importing last year's ledger: columns mapped, doubts named, all rows in one recorded act."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from xinxi_desktop.domain.ledger import (
    FIELDS,
    NEEDED,
    Entry,
    LedgerSheet,
    Leftover,
    guess_columns,
    read_rows,
)
from xinxi_desktop.errors import UserError
from xinxi_desktop.services.ledger_writing import LedgerWriter, Resolved
from xinxi_desktop.services.office import Changes, Office
from xinxi_desktop.store import issues as issue_store
from xinxi_desktop.store import ledger as store
from xinxi_desktop.store import units as unit_store
from xinxi_desktop.store.transaction import Transaction
from xinxi_desktop.store.values import put_setting

_MEMORY = "ledger_columns"
NEW_UNIT, LEAVE = 0, -1
Progress = Callable[[int, int, str], None]


@dataclass(slots=True)
class Choices:
    """What a person decides: names of units and of 刊物 that the office file does not know.

    A unit's id (its name in the ledger becomes an alias), ``NEW_UNIT`` or ``LEAVE``.
    """

    units: dict[str, int] = field(default_factory=dict)
    publications: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LedgerPlan:
    """What an import would do: entries with ids, rows left over, names nobody knows."""

    entries: tuple[Resolved, ...]
    leftovers: tuple[Leftover, ...]
    unknown_units: tuple[str, ...]
    unknown_publications: tuple[str, ...]
    totals: int
    aliases: tuple[tuple[str, int], ...]
    headings: tuple[str, ...]
    columns: Mapping[str, int]

    @property
    def words(self) -> str:
        """Say it in a sentence."""
        adopted = sum(bool(each.places) for each in self.entries)
        parts = [f"可以导入 {len(self.entries)} 条，其中采用 {adopted} 条"]
        if self.leftovers:
            parts.append(f"不导入 {len(self.leftovers)} 条")
        if self.totals:
            parts.append(f"合计行 {self.totals} 行略过")
        return "，".join(parts)


def open_ledger(path: Path) -> tuple[LedgerSheet, ...]:
    """Read the sheets of a ledger, the one with most rows first."""
    from xinxi_desktop.importers.ledger import read_ledger

    return tuple(sorted(read_ledger(path), key=lambda sheet: -len(sheet.rows)))


def columns_for(office: Office, sheet: LedgerSheet) -> dict[str, int]:
    """Map fields to columns: as it was done last time for these headings, else by likeness."""
    kept = json.loads(office.file.setting(_MEMORY, "{}")).get("|".join(sheet.headings))
    return dict(kept) if kept else guess_columns(sheet.headings)


def plan_import(
    office: Office,
    sheet: LedgerSheet,
    columns: Mapping[str, int],
    choices: Choices | None = None,
    year: int = 0,
) -> LedgerPlan:
    """Tell what importing the sheet would do; nothing is written."""
    missing = [FIELDS[name] for name in NEEDED if name not in columns]
    if missing:
        raise UserError(
            "ledger_columns",
            f"还没有指定哪一列是{'、'.join(missing)}。没有导入。请在对应关系里选上。",
        )
    readings = read_rows(sheet.rows, columns, year or sheet.year)
    return _Resolver(office, choices or Choices(), dict(sheet.rows)).plan(
        readings.entries, readings.leftovers, readings.totals, sheet.headings, columns
    )


def import_ledger(office: Office, plan: LedgerPlan, progress: Progress | None = None) -> Changes:
    """Register everything the plan holds in one act; nothing if it is cancelled or refused."""
    if not plan.entries:
        raise UserError(
            "ledger_empty", "没有可以导入的行。没有导入，工作文件没有改动。请看每行的原因。"
        )

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        _remember(tx, plan)
        writer = LedgerWriter(tx, office.person, plan.aliases, plan.entries)
        for done, entry in enumerate(plan.entries):
            if progress is not None:
                progress(done, len(plan.entries), f"第 {entry.entry.line} 行")
            writer.add(entry)
        writer.finish()
        told = f"已导入往年台账 {len(writer.keys)} 条，采用 {writer.adopted} 条，涉及 {writer.issues} 期"
        return told, tuple(writer.keys)

    return office.do("导入往年台账", work)


def leftovers_xlsx(plan: LedgerPlan) -> bytes:
    """Write the rows that are not taken as a workbook, each with the reason."""
    from xinxi_desktop.exporters.xlsx import write_list

    heads = [head or f"第{place}列" for place, head in enumerate(plan.headings, 1)]
    rows = []
    for left in plan.leftovers:
        cells = [*left.cells, *[""] * len(heads)][: len(heads)]
        rows.append(
            {
                "原来的行": left.line,
                "没有导入的原因": left.reason,
                **dict(zip(heads, cells, strict=True)),
            }
        )
    return write_list("没有导入的台账", "改好以后可以再导入一次。", rows)


def keep_leftovers(plan: LedgerPlan, ledger: Path) -> Path | None:
    """Write the leftovers beside the ledger under a free name; None if there are none."""
    from xinxi_desktop.services.printing import write_file

    if not plan.leftovers:
        return None
    stem, place = f"{ledger.stem}-没有导入", 1
    target = ledger.with_name(f"{stem}.xlsx")
    while target.exists():
        place += 1
        target = ledger.with_name(f"{stem}{place}.xlsx")
    write_file(target, leftovers_xlsx(plan))
    return target


def _remember(tx: Transaction, plan: LedgerPlan) -> None:
    row = tx.one("SELECT value FROM setting WHERE key = ?", _MEMORY)
    kept = json.loads(row["value"]) if row else {}
    kept["|".join(plan.headings)] = dict(plan.columns)
    put_setting(tx, _MEMORY, json.dumps(kept, ensure_ascii=False, sort_keys=True))


class _Resolver:
    """Finds units, publications and what is in the file already."""

    def __init__(
        self, office: Office, choices: Choices, rows: Mapping[int, tuple[str, ...]]
    ) -> None:
        self._file, self._choices, self._rows = office.file, choices, rows
        self._names = unit_store.names_of_units(office.file)
        self._unknown_units: dict[str, None] = {}
        self._unknown_publications: dict[str, None] = {}
        self._publications: dict[str, int] = {}
        self._seen = store.known_entries(office.file)
        self._numbers = store.known_numbers(office.file)
        self._closed = store.proven_issues(office.file)

    def plan(
        self, entries: Iterable[Entry], leftovers: Iterable[Leftover], totals: int,
        headings: tuple[str, ...], columns: Mapping[str, int],
    ) -> LedgerPlan:  # fmt: skip
        left, good = list(leftovers), []
        for entry in entries:
            found = self._resolve(entry)
            if isinstance(found, Resolved):
                good.append(found)
            else:
                left.append(Leftover(entry.line, self._rows[entry.line], found))
        aliases = tuple(
            (name, key) for name, key in self._choices.units.items()
            if key > 0 and name in self._unknown_units and name not in self._names
        )  # fmt: skip
        left.sort(key=lambda each: each.line)
        return LedgerPlan(
            tuple(good), tuple(left), tuple(self._unknown_units),
            tuple(self._unknown_publications), totals, aliases, headings, dict(columns),
        )  # fmt: skip

    def _resolve(self, entry: Entry) -> Resolved | str:
        units = [self._unit(name) for name in entry.units]
        for name, key in zip(entry.units, units, strict=True):
            if key is None:
                several = len(self._names.get(name, ())) > 1
                return f"“{name}”是几个单位的简称，要先选定" if several else f"不导入单位“{name}”"
        places = []
        for place in entry.places:
            publication = self._publication(place.publication)
            if publication is None:
                return f"没有刊物《{place.publication}》"
            year = place.year or int(entry.printed[:4])
            if (publication, year, place.number) in self._closed:
                return f"《{place.publication}》{year}年第{place.number}期已在本程序里编过"
            places.append((publication, year, place.number))
        year = int(entry.received[:4])
        if entry.number and (year, entry.number) in self._numbers:
            return f"收稿编号 {year}-{entry.number} 已经用过"
        mark = (entry.received, entry.title)
        if mark in self._seen and self._seen[mark] & {*entry.units, *self._full(units)}:
            return "重复：同一天、同单位、同标题的已经有了"
        self._seen.setdefault(mark, set()).update(entry.units)
        if entry.number:
            self._numbers.add((year, entry.number))
        return Resolved(entry, tuple(units), tuple(dict.fromkeys(places)))

    def _full(self, units: Iterable[int | str | None]) -> set[str]:
        names = {key: name for name, keys in self._names.items() for key in keys}
        return {names[key] for key in units if isinstance(key, int) and key in names}

    def _unit(self, name: str) -> int | str | None:
        """Give the unit's id, its name if it is to be registered, None if the row stays out."""
        known = self._names.get(name, ())
        if len(known) == 1:
            return known[0]
        self._unknown_units[name] = None
        chosen = self._choices.units.get(name, LEAVE if known else NEW_UNIT)
        if chosen == NEW_UNIT:
            return name
        return chosen if chosen > 0 else None

    def _publication(self, name: str) -> int | None:
        if name not in self._publications:
            found = issue_store.publications_called(self._file, name)
            if len(found) == 1:
                self._publications[name] = found[0]["id"]
            else:
                self._unknown_publications[name] = None
                chosen = self._choices.publications.get(name, LEAVE)
                self._publications[name] = chosen
        key = self._publications[name]
        return key if key > 0 else None
