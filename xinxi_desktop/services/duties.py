"""分工: which editor looks after which units; the queue 我的 of 收稿 follows it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from xinxi_desktop.errors import UserError
from xinxi_desktop.services.office import Changes, Office, find_person
from xinxi_desktop.store import absences as store
from xinxi_desktop.store import people
from xinxi_desktop.store import units as unit_store
from xinxi_desktop.store.transaction import Transaction

Row = dict[str, Any]


def duties(office: Office) -> list[Row]:
    """List units in 建制顺序 with ``editor`` and ``editor_name``, None where nobody has them."""
    return unit_store.unit_rows(office.file)


def assign_units(office: Office, person: int, units: Iterable[int]) -> Changes:
    """Give an editor exactly these units; those of another editor go over to this one."""
    wanted = set(units)

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        row = people.person(tx, person)
        if row is None or not row["active"]:
            raise UserError("unknown_person", "没有这个在岗的人。没有改动。请先在“人员”里登记。")
        for unit in store.units_of(tx, person):
            if unit not in wanted:
                tx.delete("unit_editor", unit)
        for unit in sorted(wanted):
            set_editor(tx, unit, person)
        return f"{row['name']}联系 {len(wanted)} 个单位", tuple(sorted(wanted))

    return office.do("更改分工", work)


def set_editor(tx: Transaction, unit: int, person: int | None) -> None:
    """Give a unit to an editor inside a running act, or to nobody."""
    before = store.editor_of(tx, unit)
    if before is None and person is not None:
        tx.insert("unit_editor", {"unit": unit, "person": person})
    elif before is not None and person is None:
        tx.delete("unit_editor", unit)
    elif before != person:
        tx.update("unit_editor", unit, {"person": person})


def assign_called(office: Office, editor: str, names: Iterable[str], *, add: bool) -> Changes:
    """Give units, called by name or alias, to the editor called so; ``add`` keeps the others."""
    person = find_person(office, editor)
    keys = {unit_called(office, name) for name in names}
    if add:
        keys |= set(store.units_of(office.file, person))
    return assign_units(office, person, keys)


def unit_called(office: Office, name: str) -> int:
    """Find the unit of this name or alias; UserError if there is none or there are several."""
    found = unit_store.names_of_units(office.file).get(name, ())
    if len(found) == 1:
        return found[0]
    why = f"叫“{name}”的单位有 {len(found)} 个" if found else f"没有“{name}”这个单位"
    raise UserError("unknown_unit", f"{why}。没有改动。请写单位全称，或先登记单位。")
