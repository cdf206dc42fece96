"""Registers an office's past: reports, articles and printed issues from before the program.

All in two acts that are final. Such issues carry no proof, no sign-off and no stored file, as
they were signed and printed elsewhere; a report's stored original is its plain text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from xinxi_desktop.domain.document import document_from_lines
from xinxi_desktop.domain.vocabulary import (
    ArticleState,
    Disposition,
    IssueState,
    Post,
    RejectReason,
    Secrecy,
    SubmissionState,
)
from xinxi_desktop.services.articles import marks_of, revision_row
from xinxi_desktop.services.intake import add_submission, contribute
from xinxi_desktop.services.numbers import series_of
from xinxi_desktop.services.office import Office
from xinxi_desktop.store import issues as issue_store
from xinxi_desktop.store import people
from xinxi_desktop.store import units as unit_store
from xinxi_desktop.store.transaction import Transaction, new_uuid

Row = dict[str, Any]
_FORWARDED = "转有关部门阅处"


def register_history(office: Office, records: Iterable[Mapping[str, Any]]) -> tuple[int, int]:
    """Register past records (resources/samples/make_history.py tells their fields).

    Gives the counts of submissions and of issues.
    """
    past = list(records)
    keys: dict[int, int] = {}

    def receive(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        units = {row["name"]: row["id"] for row in unit_store.unit_rows(tx)}
        for position, record in enumerate(past):
            keys[position] = _submission(tx, record, units)
        return f"已登记往期来稿 {len(past)} 条", tuple(keys.values())

    def print_(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        issues = _Press(tx, office.person).run(past, keys)
        return f"已登记往期 {len(issues)} 期", tuple(issues)

    submissions = office.do("登记往期来稿", receive, final=True)
    issues = office.do("登记往期", print_, final=True)
    return len(submissions.ids), len(issues.ids)


def _submission(tx: Transaction, record: Mapping[str, Any], units: Mapping[str, int]) -> int:
    body = document_from_lines(record["body"].split("\n"))
    year = int(record["received_at"][:4])
    fields = ("title", "received_at", "channel", "kind", "form", "topic", "tone", "urgency",
              "disposition")  # fmt: skip
    row = {
        **{name: record[name] for name in fields},
        "uuid": new_uuid(),
        "year": year,
        "number": tx.next_number("submission", year),
        "writers": "、".join(record["writers"]),
        "written_on": record["received_at"][:10],
        "secrecy": Secrecy.INTERNAL.value,
        "reason": _reason(record),
        "state": _state(record).value,
        "characters": body.characters(),
        "sha256": tx.put_blob(f"{record['title']}\n{record['body']}\n".encode()),
        "file_name": f"{record['title']}.txt",
        "format": "txt",
    }
    key = add_submission(tx, row, body)
    contribute(tx, key, [units[name] for name in record["units"]], row["writers"])
    return key


def _reason(record: Mapping[str, Any]) -> str:
    if record["disposition"] == Disposition.FORWARD.value:
        return _FORWARDED
    return RejectReason(record["reason"]).label if record["reason"] else ""


def _state(record: Mapping[str, Any]) -> SubmissionState:
    if record["places"]:
        return SubmissionState.ADOPTED
    return SubmissionState.DRAFTED if record["article"] else SubmissionState.SCREENED


class _Press:
    """Makes the articles and issues of the past inside one act."""

    def __init__(self, tx: Transaction, editor: int) -> None:
        self._tx = tx
        self._editor = editor
        chiefs = [row["id"] for row in people.persons(tx) if row["post"] == Post.SECTION_CHIEF]
        self._chief = chiefs[0] if chiefs else editor
        self._publications = {row["name"]: row for row in issue_store.publications(tx)}
        self._issues: dict[tuple[str, int, int], int] = {}

    def run(self, past: list[Mapping[str, Any]], keys: Mapping[int, int]) -> list[int]:
        """Make every article once, and every place of it; give the issues' ids."""
        groups: dict[int, list[int]] = {}
        for position, record in enumerate(past):
            if record["article"] and record["places"]:
                groups.setdefault(record["article"], []).append(position)
        for positions in groups.values():
            article = self._article([past[each] for each in positions],
                                    [keys[each] for each in positions])  # fmt: skip
            for place in past[positions[0]]["places"]:
                self._place(place, article)
        self._mark_issues()
        self._set_counters()
        return list(self._issues.values())

    def _article(self, records: list[Mapping[str, Any]], submissions: list[int]) -> int:
        tx = self._tx
        rows = [tx.get("submission", key) for key in submissions]
        body = document_from_lines(record["body"] for record in records)
        title = records[0]["article_title"]
        at = f"{records[0]['places'][0]['date']}T10:00:00+08:00"
        row = {
            "uuid": new_uuid(),
            "title": title,
            "state": ArticleState.PRINTED.value,
            "characters": body.characters(),
            "editor": self._editor,
            "created_at": at,
            "changed_at": at,
            **marks_of(rows),
        }
        key = tx.insert("article", row)
        for position, submission in enumerate(submissions, 1):
            source = {"article": key, "submission": submission, "position": position}
            tx.insert("article_source", source)
        revision = tx.insert(
            "article_revision", revision_row(key, 1, title, body, "成稿", self._editor, at)
        )
        tx.update("article", key, {"revision": revision, "reviewed_revision": revision})
        return key

    def _place(self, place: Mapping[str, Any], article: int) -> None:
        name = (place["publication"], place["year"], place["number"])
        if name not in self._issues:
            self._issues[name] = self._issue(place)
        self._tx.insert(
            "issue_item",
            {
                "issue": self._issues[name],
                "article": article,
                "position": place["position"],
                "column_name": place["column"],
            },
        )

    def _issue(self, place: Mapping[str, Any]) -> int:
        publication = self._publications[place["publication"]]
        marks = {"secrecy": Secrecy.INTERNAL.value, "tone": "neutral", "urgency": "ordinary"}
        shared = ("report_to", "send_to", "issue_to", "copies")
        return self._tx.insert(
            "issue",
            {
                "uuid": new_uuid(),
                "publication": publication["id"],
                "state": IssueState.PRINTED.value,
                **{name: place[name] for name in ("year", "number", "running", "date")},
                **marks,
                **{name: publication[name] for name in shared},
                "editor": self._editor,
                "created_at": f"{place['date']}T15:00:00+08:00",
                "signed_on": place["date"],
                "printed_on": place["date"],
            },
        )

    def _mark_issues(self) -> None:
        """Give every issue the strictest tone and urgency of its items."""
        for key in self._issues.values():
            rows = [
                {**row, "kind": "", "form": "single"} for row in issue_store.items(self._tx, key)
            ]
            marks = marks_of(rows)
            self._tx.update("issue", key, {name: marks[name] for name in ("tone", "urgency")})

    def _set_counters(self) -> None:
        for name, year, number in sorted(self._issues):
            publication = self._publications[name]["id"]
            self._tx.set_counter(series_of(publication, False), year, number)
        for row in self._publications.values():
            given = issue_store.running_numbers(self._tx, row["id"])
            if given:
                self._tx.set_counter(f"running:{row['id']}", 0, given[0]["running"])
