"""Ctrl+K: find anything by number, title, word or 校验码."""

from __future__ import annotations

from dataclasses import dataclass, replace

from xinxi_desktop.domain.document import from_json
from xinxi_desktop.domain.filters import IssueFilter
from xinxi_desktop.domain.times import today
from xinxi_desktop.services.issues import issue_label
from xinxi_desktop.services.office import Office
from xinxi_desktop.services.search_numbers import by_number
from xinxi_desktop.store import acts as act_store
from xinxi_desktop.store import articles as article_store
from xinxi_desktop.store import issues as issue_store
from xinxi_desktop.store import submissions as submission_store
from xinxi_desktop.store import units as unit_store

_AROUND = 20
_FIRST_ISSUES = 5


@dataclass(frozen=True, slots=True)
class Found:
    """One thing found: ``kind`` is submission, article, issue or unit.

    An ``id`` of 0 is no thing, but a line that says how many more of the kind there are.
    """

    kind: str
    id: int
    number: str
    title: str
    date: str
    snippet: str


def search(office: Office, words: str, limit: int = 50) -> list[Found]:
    """Find by number first, then issues by name, then every text with all words.

    Numbers are 收稿号 (12, 2026-12), 期号 (快报 214, 每日快报:2026:12), 份号 (快报 12 份号 7)
    and the 校验码 of a proof. Grouped by kind, the kind of the best hit first; within a kind
    newest first. An empty query finds nothing.
    """
    text = words.strip()
    if not text:
        return []
    hits = _numbered(office, text)
    hits += [hit for hit in _issues(office, text) if hit.id not in {each.id for each in hits}]
    seen = {(hit.kind, hit.id) for hit in hits}
    for row in act_store.found(office.file, text, limit):
        if (row["kind"], row["ref"]) not in seen:
            hits.append(_found(office, row["kind"], row["ref"], text))
        if row["kind"] == "article":
            hits.extend(_issues_of(office, row["ref"], seen))
    return grouped(hits[:limit])


def search_at_desk(office: Office, words: str, kind: str = "") -> list[Found]:
    """Find as ``search`` does, with a line for the issues left out; with a ``kind``, all of it."""
    hits = search(office, words)
    listed = [hit for hit in hits if hit.kind == "issue"]
    known = {hit.id for hit in listed}
    left = [each for each in _issues_named(office, words.strip()) if each not in known]
    if kind == "issue":
        return listed + [_found(office, "issue", each, words) for each in left]
    if left and hits:
        hits.append(Found("issue", 0, "", f"还有 {len(left)} 条…", "", ""))
    return grouped(hits)


def grouped(hits: list[Found]) -> list[Found]:
    """Bring hits of a kind together, in the order in which the kinds come first."""
    kinds = list(dict.fromkeys(hit.kind for hit in hits))
    return sorted(hits, key=lambda hit: kinds.index(hit.kind))


def _numbered(office: Office, text: str) -> list[Found]:
    found = [(each, _found(office, each.kind, each.id, text)) for each in by_number(office, text)]
    return [replace(hit, snippet=each.where or hit.snippet) for each, hit in found]


def _issues(office: Office, text: str) -> list[Found]:
    ids = _issues_named(office, text)[:_FIRST_ISSUES]
    return [_found(office, "issue", each, text) for each in ids]


def _issues_named(office: Office, text: str) -> list[int]:
    return issue_store.issue_ids(office.file, IssueFilter(words=text.strip("《》")))


def _issues_of(office: Office, article: int, seen: set[tuple[str, int]]) -> list[Found]:
    """Give the issues that an article found stands in, each once."""
    found = []
    for row in article_store.issues_of(office.file, article):
        if ("issue", row["id"]) not in seen:
            seen.add(("issue", row["id"]))
            found.append(_found(office, "issue", row["id"], ""))
    return found


def _found(office: Office, kind: str, ref: int, words: str) -> Found:
    if kind == "submission":
        row = submission_store.submission_rows(office.file, [ref])[0]
        body = from_json(submission_store.body_of(office.file, ref)).plain_text()
        number = f"{row['year']}-{row['number']}"
        return Found(kind, ref, number, row["title"], row["received_at"][:10], snippet(body, words))
    if kind == "article":
        row = article_store.article_rows(office.file, [ref])[0]
        body = from_json(article_store.revision(office.file, row["revision"])["body"]).plain_text()
        return Found(kind, ref, str(ref), row["title"], row["changed_at"][:10],
                     snippet(body, words))  # fmt: skip
    if kind == "issue":
        row = issue_store.issue_rows(office.file, [ref])[0]
        titles = "、".join(item["title"] for item in issue_store.items(office.file, ref))
        return Found(kind, ref, issue_label(row), row["publication_name"],
                     row["date"] or row["created_at"][:10], titles[:60])  # fmt: skip
    name = unit_store.name_of(office.file, ref, today())
    return Found("unit", ref, "", name, "", "")


def snippet(body: str, words: str) -> str:
    """Give the first place of a word with some text around it, on one line."""
    flat = " ".join(body.split())
    folded = flat.casefold()
    places = [folded.find(word) for word in words.casefold().split()]
    first = min((place for place in places if place >= 0), default=0)
    start = max(0, first - _AROUND)
    end = first + 2 * _AROUND + len(words)
    return ("…" if start else "") + flat[start:end] + ("…" if end < len(flat) else "")
