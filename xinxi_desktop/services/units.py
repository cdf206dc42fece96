"""Keep units, their names and classes, and informants."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from xinxi_desktop.domain.times import today
from xinxi_desktop.domain.vocabulary import UNIT_CLASSES, Frequency, InformantKind
from xinxi_desktop.errors import UserError
from xinxi_desktop.services.duties import set_editor
from xinxi_desktop.services.office import Changes, Office
from xinxi_desktop.store import units as store
from xinxi_desktop.store.transaction import Transaction, new_uuid

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class UnitImport:
    """What a table of units did, the columns it did not use, and notes on odd rows."""

    changes: Changes
    ignored_columns: tuple[str, ...]
    notes: tuple[str, ...]


def units(office: Office) -> list[Row]:
    """List units in 建制顺序 with name, class, aliases."""
    return store.unit_rows(office.file)


def names_of_units(office: Office) -> dict[str, tuple[int, ...]]:
    """Map every name and alias to the ids of the units that bear it."""
    return store.names_of_units(office.file)


def informants(office: Office) -> list[Row]:
    """List informants with their unit's name."""
    return store.informant_rows(office.file)


def informants_of(office: Office, unit: int) -> list[Row]:
    """List the informants who are at a unit today."""
    on = today()
    rows = store.informants_of(office.file, unit)
    return [row for row in rows if not row["to_date"] or row["to_date"] >= on]


def save_unit(office: Office, unit: int | None, fields: Row) -> Changes:
    """Add a unit (``unit`` None) or change it.

    ``fields``: name, aliases (、 between), class, position, frequency, phone, own_office,
    editor (the person who looks after it).
    A changed name or class gets a new row valid from today; the old one keeps its days.
    """
    name = str(fields.get("name", "")).strip()
    if unit is None and not name:
        raise UserError("unit_without_name", "单位没有填名称，没有登记。请填写单位全称。")

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        key = unit or add_unit(tx, name, to_confirm=False)
        _change(tx, key, fields)
        return f"已保存单位“{store.name_of(tx, key, today())}”", (key,)

    return office.do("登记单位" if unit is None else "修改单位", work)


def import_units(office: Office, rows: Sequence[Row]) -> Changes:
    """Add or change many units at once, all or none.

    Matched by full name; a unit that import had registered by itself (待确认) also by an alias.
    """

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        known = store.unit_rows(tx)
        full = {row["name"]: row["id"] for row in known}
        provisional = {row["name"]: row["id"] for row in known if row["to_confirm"]}
        keys: list[int] = []
        added = 0
        for row in rows:
            key = full.get(row["name"]) or _provisional(tx, row, provisional)
            if key is None:
                key = full[row["name"]] = add_unit(tx, row["name"], to_confirm=False)
                added += 1
            _change(tx, key, row)
            keys.append(key)
        if any(row.get("position") for row in rows):
            _move_behind(tx, [row["id"] for row in known if row["to_confirm"]], keys)
        return f"已导入单位 {len(rows)} 个，其中新增 {added} 个", tuple(keys)

    return office.do("导入单位名录", work)


def import_unit_table(office: Office, path: Path) -> UnitImport:
    """Import units from .xlsx, .xls or .csv; UserError names the row that is wrong.

    What the table leaves empty stays as it is.
    """
    from xinxi_desktop.importers.units import read_units

    table = read_units(path)
    rows = [
        {
            "name": row.name,
            "aliases": row.aliases or None,
            "class": row.class_,
            "position": row.order or None,
            "frequency": row.frequency,
            "phone": row.phone or None,
        }
        for row in table.rows
    ]
    return UnitImport(import_units(office, rows), table.ignored_columns, table.notes)


def confirm_units(office: Office, confirmed: Sequence[int]) -> Changes:
    """Confirm units that import had registered by itself, all in one step of undo."""

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        for unit in confirmed:
            tx.update("unit", unit, {"to_confirm": 0})
        if len(confirmed) > 1:
            return f"已确认单位 {len(confirmed)} 个", tuple(confirmed)
        return f"已确认单位“{store.name_of(tx, confirmed[0], today())}”", tuple(confirmed)

    return office.do("确认单位", work)


def merge_unit(office: Office, unit: int, into: int) -> Changes:
    """Make a unit registered by mistake an alias of another; its reports move along."""
    if unit == into:
        raise UserError("same_unit", "不能把单位并入它自己。没有改动。请另选一个单位。")

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        for row in store.contributions_of(tx, unit):
            if store.contributes(tx, row["submission"], into):
                tx.delete("contribution", row["id"])
            else:
                tx.update("contribution", row["id"], {"unit": into})
        known = {row["name"] for row in store.current_names(tx, into)}
        for row in store.every_name(tx, unit):
            if row["name"] in known:
                tx.delete("unit_name", row["id"])
            else:
                tx.update("unit_name", row["id"], {"unit": into, "alias": 1})
        for row in store.every_class(tx, unit):
            tx.delete("unit_class", row["id"])
        for row in store.informants_of(tx, unit):
            tx.update("informant", row["id"], {"unit": into})
        set_editor(tx, unit, None)
        tx.delete("unit", unit)
        return f"已并入“{store.name_of(tx, into, today())}”", (into,)

    return office.do("并入单位", work)


def save_informant(office: Office, informant: int | None, fields: Row) -> Changes:
    """Add or change an informant: name, unit, kind, phone, protected, from_date, to_date."""
    if not str(fields.get("name", "")).strip():
        raise UserError("informant_without_name", "信息员没有填姓名，没有登记。请填写姓名。")
    row = {
        "name": str(fields["name"]).strip(),
        "unit": fields.get("unit"),
        "kind": InformantKind.parse(str(fields.get("kind") or "part_time")).value,
        "phone": str(fields.get("phone", "")),
        "protected": int(bool(fields.get("protected"))),
        "from_date": fields.get("from_date") or None,
        "to_date": fields.get("to_date") or None,
    }

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        if informant is None:
            key = tx.insert("informant", {"uuid": new_uuid(), **row})
        else:
            key = informant
            tx.update("informant", key, row)
        return "已保存信息员", (key,)

    return office.do("登记信息员" if informant is None else "修改信息员", work)


def add_unit(tx: Transaction, name: str, *, to_confirm: bool) -> int:
    """Register a unit inside a running act; one found in a report is marked 待确认."""
    key = tx.insert(
        "unit",
        {
            "uuid": new_uuid(),
            "position": store.last_position(tx) + 1,
            "frequency": Frequency.WEEKLY.value,
            "to_confirm": int(to_confirm),
        },
    )
    tx.insert("unit_name", {"unit": key, "name": name, "alias": 0})
    return key


def _move_behind(tx: Transaction, provisional: Sequence[int], ordered: Sequence[int]) -> None:
    """Put 待确认 units that a table does not order behind those it orders."""
    for key in provisional:
        if key not in ordered:
            tx.update("unit", key, {"position": store.last_position(tx) + 1})


def _provisional(tx: Transaction, row: Row, provisional: dict[str, int]) -> int | None:
    """Give the 待确认 unit that bears one of the row's aliases as its name, renamed in full."""
    keys = {provisional[name] for name in split_names(row.get("aliases") or ())
            if name in provisional}  # fmt: skip
    if len(keys) != 1:
        return None
    key = keys.pop()
    name = next(each for each in store.current_names(tx, key) if not each["alias"])
    tx.update("unit_name", name["id"], {"name": row["name"]})
    return key


def _change(tx: Transaction, key: int, fields: Row) -> None:
    changes = {
        column: fields[column]
        for column in ("position", "phone", "own_office", "active")
        if fields.get(column) is not None
    }
    if fields.get("frequency"):
        changes["frequency"] = Frequency.parse(str(fields["frequency"])).value
    changes["to_confirm"] = 0
    tx.update("unit", key, changes)
    _rename(tx, key, str(fields.get("name") or "").strip())
    if fields.get("aliases") is not None:
        _set_aliases(tx, key, split_names(fields["aliases"]))
    if "editor" in fields:
        set_editor(tx, key, int(fields["editor"]) if fields["editor"] else None)
    if fields.get("class"):
        _set_class(tx, key, str(fields["class"]).strip())


def _rename(tx: Transaction, key: int, name: str) -> None:
    old = next(row for row in store.current_names(tx, key) if not row["alias"])
    if name and name != old["name"]:
        tx.update("unit_name", old["id"], {"to_date": today()})
        tx.insert("unit_name", {"unit": key, "name": name, "alias": 0, "from_date": today()})


def split_names(aliases: str | Sequence[str]) -> list[str]:
    """Give single aliases from “望川、望川县” or a list."""
    parts = aliases.replace(",", "、").replace("，", "、").split("、") if isinstance(
        aliases, str
    ) else list(aliases)  # fmt: skip
    return list(dict.fromkeys(part.strip() for part in parts if part.strip()))


def _set_aliases(tx: Transaction, key: int, wanted: Sequence[str]) -> None:
    existing = {row["name"]: row["id"] for row in store.current_names(tx, key) if row["alias"]}
    for name, row_id in existing.items():
        if name not in wanted:
            tx.delete("unit_name", row_id)
    for name in wanted:
        if name not in existing:
            tx.insert("unit_name", {"unit": key, "name": name, "alias": 1})


def _set_class(tx: Transaction, key: int, name: str) -> None:
    old = store.current_class(tx, key)
    if old and old["class"] == name:
        return
    if old:
        tx.update("unit_class", old["id"], {"to_date": today()})
    tx.insert(
        "unit_class",
        {"unit": key, "class": name, "from_date": today() if old else None},
    )


def unit_classes(office: Office) -> list[str]:
    """Give the classes to choose from: the shipped ones and the office's own."""
    used = [row["class"] for row in store.unit_rows(office.file) if row["class"]]
    return list(dict.fromkeys((*UNIT_CLASSES, *used)))
