"""What a person types who looks for a number: 收稿号, 期号, 份号 or 校验码."""

from __future__ import annotations

import re
from dataclasses import dataclass

from xinxi_desktop.domain.times import today
from xinxi_desktop.services.office import Office
from xinxi_desktop.store import articles as article_store
from xinxi_desktop.store import distribution as distribution_store
from xinxi_desktop.store import issues as issue_store
from xinxi_desktop.store import submissions as submission_store

_REPORT = re.compile(r"(?:收稿|来稿|编号|号)?\s*(?:(\d{4})\s*[:：\-－—年]\s*)?(\d{1,6})\s*号?")
_ARTICLE = re.compile(r"(?:稿件\s*(\d{1,9})|(\d{1,9})\s*号稿件)")
_YEAR = r"(?:[〔\[(（](?P<boxed>\d{4})[〕\])）]\s*|(?P<year>\d{4})\s*[年:：\-－\s]\s*)?"
_ISSUE = re.compile(
    rf"《?(?P<name>[^\d:：《》〔\[(（]*?)》?\s*[:：]?\s*{_YEAR}(?:总?第)?\s*(?P<number>\d{{1,6}})\s*期?"
)
_COPY = re.compile(r"(?P<name>.*?)\s*(?:份号|№)\s*[:：]?\s*0*(?P<number>\d{1,6})\s*号?")
_CODE = re.compile(r"(?:校验码\s*[:：]?\s*)?(?P<code>[0-9A-F]{6,8})")
_MOST = 5


@dataclass(frozen=True, slots=True)
class Numbered:
    """A record that bears the number: its kind and id, and in words where the number stands."""

    kind: str
    id: int
    where: str = ""


def by_number(office: Office, text: str) -> list[Numbered]:
    """Find what bears the number that ``text`` is; empty if it is none, or nobody bears it."""
    found = [*_codes(office, text), *_copies(office, text)]
    return [*found, *_articles(office, text), *_reports(office, text), *_issues(office, text)]


def _articles(office: Office, text: str) -> list[Numbered]:
    matched = _ARTICLE.fullmatch(text)
    key = int(matched[1] or matched[2]) if matched else 0
    return [Numbered("article", key)] if key and article_store.find(office.file, key) else []


def _reports(office: Office, text: str) -> list[Numbered]:
    matched = _REPORT.fullmatch(text)
    if not matched:
        return []
    year = int(matched[1] or today()[:4])
    row = submission_store.by_number(office.file, year, int(matched[2]))
    return [Numbered("submission", row["id"])] if row and not row["trashed_at"] else []


def _issues(office: Office, text: str) -> list[Numbered]:
    matched = _ISSUE.fullmatch(text)
    if not matched or not (matched["name"].strip() or text.endswith("期")):
        return []
    year = matched["boxed"] or matched["year"]
    ids: list[int] = []
    for publication in _publications(office, matched["name"]):
        ids += issue_store.bearing(office.file, publication, int(matched["number"]))
    rows = issue_store.issue_rows(office.file, ids)
    fitting = [row for row in rows if not year or row["year"] == int(year)]
    fitting.sort(key=lambda row: (row["year"] or 0, row["id"]), reverse=True)
    return [Numbered("issue", row["id"]) for row in fitting[:_MOST]]


def _publications(office: Office, name: str) -> list[int]:
    bare = name.strip()
    rows = (
        issue_store.publications_called(office.file, bare)
        if bare
        else issue_store.publications(office.file)
    )
    return [row["id"] for row in rows]


def _copies(office: Office, text: str) -> list[Numbered]:
    matched = _COPY.fullmatch(text)
    if not matched:
        return []
    number, name = int(matched["number"]), matched["name"].strip()
    issues = {found.id for found in _issues(office, name)}
    families = set(_publications(office, name)) if name and not issues else set()
    rows = [
        row
        for row in distribution_store.bearing_copy(office.file, number)
        if (not name or row["issue"] in issues or row["publication"] in families)
    ]
    return [
        Numbered("issue", row["issue"], f"份号 {number}：{row['name']}") for row in rows[:_MOST]
    ]


def _codes(office: Office, text: str) -> list[Numbered]:
    matched = _CODE.fullmatch(text.upper().replace(" ", ""))
    if not matched:
        return []
    return [
        Numbered("issue", row["issue"], f"校验码 {row['check_code']}：第{row['number']}次清样")
        for row in issue_store.proofs_by_code(office.file, matched["code"])
    ]
