"""Writes the entries of an old ledger: submissions, and for adopted ones articles in 期.

Such issues carry no proof and no stored file, as everything from before the program.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from xinxi_desktop.domain.document import document_from_lines
from xinxi_desktop.domain.ledger import Entry
from xinxi_desktop.domain.vocabulary import (
    ArticleState,
    Disposition,
    Form,
    IssueState,
    Kind,
    Secrecy,
    SubmissionState,
    Tone,
    Urgency,
)
from xinxi_desktop.errors import UserError
from xinxi_desktop.services.articles import marks_of, revision_row
from xinxi_desktop.services.intake import add_submission, contribute
from xinxi_desktop.services.numbers import series_of
from xinxi_desktop.services.units import add_unit
from xinxi_desktop.store import issues as issue_store
from xinxi_desktop.store import ledger as store
from xinxi_desktop.store import units as unit_store
from xinxi_desktop.store.transaction import Transaction, new_uuid

Row = dict[str, Any]
_NO_TEXT = "由往年台账导入，没有原稿。"
_UNUSED = "往年台账：未采用"


@dataclass(frozen=True, slots=True)
class Resolved:
    """An entry with the ids of its units (a name: to be registered) and of 刊物, year, number."""

    entry: Entry
    units: tuple[int | str | None, ...]
    places: tuple[tuple[int, int, int], ...]


class LedgerWriter:
    """Adds entries inside one act."""

    def __init__(
        self,
        tx: Transaction,
        editor: int,
        aliases: Iterable[tuple[str, int]],
        entries: Iterable[Resolved],
    ) -> None:
        """Give the names of the ledger to the units chosen for them; keep its numbers free."""
        self._tx, self._editor = tx, editor
        self.keys: list[int] = []
        self.adopted = 0
        self._issues: dict[tuple[int, int, int], list[int]] = {}
        self._publications = {
            row["id"]: row for row in issue_store.publications(tx, active_only=False)
        }
        self._last: dict[int, int] = {}
        for each in entries:
            year = int(each.entry.received[:4])
            self._last[year] = max(each.entry.number, self._last.get(year, 0))
        for name, unit in aliases:
            tx.insert("unit_name", {"unit": unit, "name": name, "alias": 1})
        self._names = unit_store.names_of_units(tx)

    @property
    def issues(self) -> int:
        """Count the issues touched."""
        return len(self._issues)

    def add(self, resolved: Resolved) -> None:
        """Register one entry."""
        row = self._submission(resolved)
        body = document_from_lines([_NO_TEXT])
        key = add_submission(self._tx, row, body)
        units = [self._unit(each) for each in resolved.units if each is not None]
        contribute(self._tx, key, list(dict.fromkeys(units)), row["writers"])
        self.keys.append(key)
        if resolved.places:
            self.adopted += 1
            article = self._article(key, resolved.entry)
            for place in resolved.places:
                self._place(place, article, resolved.entry.printed)

    def finish(self) -> None:
        """Let numbers go on behind those of the ledger."""
        tx = self._tx
        for year, number in self._last.items():
            if number > issue_store.last_given(tx, "submission", year):
                tx.set_counter("submission", year, number)
        for publication, year, number in self._issues:
            series = series_of(publication, False)
            if number > issue_store.last_given(tx, series, year):
                tx.set_counter(series, year, number)

    def _submission(self, resolved: Resolved) -> Row:
        entry = resolved.entry
        year = int(entry.received[:4])
        number = entry.number or self._free_number(year)
        used = bool(resolved.places)
        return {
            "uuid": new_uuid(), "year": year, "number": number, "title": entry.title,
            "received_at": f"{entry.received}T08:00:00+08:00", "written_on": entry.received,
            "writers": entry.writers, "kind": _kind(entry.kind), "form": Form.SINGLE.value,
            "tone": Tone.NEUTRAL.value, "urgency": Urgency.ORDINARY.value,
            "secrecy": Secrecy.INTERNAL.value, "remarks": entry.remarks, "characters": 0,
            "disposition": (Disposition.SHORTLIST if used else Disposition.REJECT).value,
            "reason": "" if used else _UNUSED,
            "state": (SubmissionState.ADOPTED if used else SubmissionState.SCREENED).value,
            "sha256": self._tx.put_blob(f"{entry.title}\n{_NO_TEXT}\n".encode()),
            "file_name": f"往年台账第{entry.line}行.txt", "format": "txt",
        }  # fmt: skip

    def _free_number(self, year: int) -> int:
        """Take the next number that no row of the ledger bears."""
        if self._last.get(year, 0) > issue_store.last_given(self._tx, "submission", year):
            self._tx.set_counter("submission", year, self._last[year])
        return self._tx.next_number("submission", year)

    def _unit(self, named: int | str) -> int:
        if isinstance(named, int):
            return named
        known = self._names.get(named)
        if known is None:
            known = self._names[named] = (add_unit(self._tx, named, to_confirm=True),)
        return known[0]

    def _article(self, submission: int, entry: Entry) -> int:
        tx, at = self._tx, f"{entry.printed}T10:00:00+08:00"
        body = document_from_lines([_NO_TEXT])
        row = tx.get("submission", submission)
        key = tx.insert(
            "article",
            {
                "uuid": new_uuid(), "title": entry.title, "state": ArticleState.PRINTED.value,
                "characters": 0, "editor": self._editor, "created_at": at, "changed_at": at,
                **marks_of([row]),
            },
        )  # fmt: skip
        tx.insert("article_source", {"article": key, "submission": submission, "position": 1})
        revision = tx.insert(
            "article_revision", revision_row(key, 1, entry.title, body, "成稿", self._editor, at)
        )
        tx.update("article", key, {"revision": revision, "reviewed_revision": revision})
        return key

    def _place(self, place: tuple[int, int, int], article: int, printed: str) -> None:
        tx = self._tx
        if place not in self._issues:
            key = store.issue_numbered(tx, *place)
            if key is None:
                key = self._issue(place, printed)
            self._issues[place] = [key, store.items_in(tx, key)]
        kept = self._issues[place]
        kept[1] += 1
        tx.insert("issue_item", {"issue": kept[0], "article": article, "position": kept[1]})

    def _issue(self, place: tuple[int, int, int], printed: str) -> int:
        publication, year, number = place
        shared = ("report_to", "send_to", "issue_to", "copies")
        return self._tx.insert(
            "issue",
            {
                "uuid": new_uuid(), "publication": publication, "year": year, "number": number,
                "state": IssueState.PRINTED.value, "date": printed, "signed_on": printed,
                "printed_on": printed, "created_at": f"{printed}T15:00:00+08:00",
                "editor": self._editor, "secrecy": Secrecy.INTERNAL.value,
                "tone": Tone.NEUTRAL.value, "urgency": Urgency.ORDINARY.value,
                **{name: self._publications[publication][name] for name in shared},
            },
        )  # fmt: skip


def _kind(word: str) -> str:
    try:
        return str(Kind.parse(word.strip().removesuffix("类")).value)
    except UserError:
        return str(Kind.DYNAMIC.value)
