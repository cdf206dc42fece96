"""期号, 总期号 and 增刊 numbers: started, taken and given back (architecture.md 12)."""

from __future__ import annotations

from typing import Any

from xinxi_desktop.errors import UserError
from xinxi_desktop.services.office import Changes, Office
from xinxi_desktop.store import issues as store
from xinxi_desktop.store.reading import Reader
from xinxi_desktop.store.transaction import Transaction

Row = dict[str, Any]


def last_number(office: Office, series: str, year: int = 0) -> int:
    """Give the last number of ``submission``, ``issue:ID`` or, for no year, ``running:ID``; 0: none."""
    return store.last_given(office.file, series, year)


def set_last_number(
    office: Office, publication: int, year: int, number: int, *, supplement: bool = False
) -> Changes:
    """Say which number was the last given before this program came (offices begin mid-year)."""

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        for row in store.given_numbers(tx, publication, year, supplement):
            if row["number"] > number:
                raise UserError(
                    "number_twice",
                    f"第{row['number']}期已经用过，从第{number + 1}期起编会给出第二次。没有改动。",
                )
        tx.set_counter(series_of(publication, supplement), year, number)
        return f"{year}年从第{number + 1}期起编", (publication,)

    return office.do("设起始期号", work, final=True)


def set_last_submission(office: Office, year: int, number: int) -> Changes:
    """Say which 收稿 number of a year was the last given before this program came."""

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        last = store.last_given(tx, "submission", year)
        if last > number:
            raise UserError(
                "number_twice",
                f"{year} 年的收稿编号已经编到 {last}，从 {number + 1} 起编会给出第二次。没有改动。",
            )
        tx.set_counter("submission", year, number)
        return f"{year}年收稿从第{number + 1}号起编", ()

    return office.do("设起始收稿号", work, final=True)


def set_last_running(office: Office, publication: int, running: int) -> Changes:
    """Say which 总期号 was the last given before this program came."""

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        if any(row["running"] and row["running"] > running
               for row in store.running_numbers(tx, publication)):  # fmt: skip
            raise UserError(
                "number_twice", f"大于 {running} 的总期号已经用过，会给出第二次。没有改动。"
            )
        tx.set_counter(f"running:{publication}", 0, running)
        return f"总期号从 {running + 1} 起编", (publication,)

    return office.do("设起始总期号", work, final=True)


def series_of(publication: int, supplement: bool) -> str:
    """Name the number series; 增刊 is numbered apart (architecture.md 12)."""
    return f"{'supplement' if supplement else 'issue'}:{publication}"


def give_back(tx: Transaction, row: Row) -> None:
    """Free the number if it was the last one given and never reached 付印."""
    if row["number"] is None:
        return
    series = series_of(row["publication"], bool(row["supplement"]))
    if store.last_given(tx, series, row["year"]) == row["number"]:
        tx.set_counter(series, row["year"], row["number"] - 1)
    if (
        row["running"]
        and store.last_given(tx, f"running:{row['publication']}", 0) == row["running"]
    ):
        tx.set_counter(f"running:{row['publication']}", 0, row["running"] - 1)


def next_to_take(reader: Reader, row: Row, year: int) -> Row:
    """Tell year, number and 总期号 that ``take`` would give an issue now."""
    if row["number"] is not None and row["year"] == year:
        return {}
    series = series_of(row["publication"], bool(row["supplement"]))
    number = store.last_given(reader, series, year) + 1
    last = store.last_given(reader, f"running:{row['publication']}", 0)
    if row["running"] is not None and row["running"] == last:
        last -= 1
    runs = _runs(reader, row, number, last)
    return {"year": year, "number": number, "running": last + 1 if runs else None}


def take(tx: Transaction, row: Row, year: int) -> Row:
    """Take number and 总期号 for an issue; one that has its number of this year keeps it.

    UserError if the series was set so that the number exists already.
    """
    if row["number"] is not None and row["year"] == year:
        return {}
    give_back(tx, row)
    supplement = bool(row["supplement"])
    number = tx.next_number(series_of(row["publication"], supplement), year)
    if any(each["number"] == number and each["id"] != row["id"]
           for each in store.given_numbers(tx, row["publication"], year, supplement)):  # fmt: skip
        raise UserError(
            "number_twice",
            f"第{number}期已经用过，不能给第二次。没有定版。请在刊物设置里改正起始期号。",
        )
    return {"year": year, "number": number, "running": _running(tx, row, number)}


def _running(tx: Transaction, row: Row, number: int) -> int | None:
    """Take the next 总期号; None for a 增刊 and where the series was never begun.

    A publication that starts here with its first issue begins one by itself; of one that goes
    on from earlier issues the office alone knows it (``set_last_running``).
    """
    series = f"running:{row['publication']}"
    if not _runs(tx, row, number, store.last_given(tx, series, 0)):
        return None
    return tx.next_number(series, 0)


def _runs(reader: Reader, row: Row, number: int, last: int) -> bool:
    others = any(each["id"] != row["id"] for each in store.every_number(reader, row["publication"]))
    return not row["supplement"] and (last > 0 or (number == 1 and not others))
