"""供稿单位 below an item: what will be printed, and why (practice.md §1.6)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xinxi_desktop.domain.times import today
from xinxi_desktop.domain.vocabulary import IssueState, Tone
from xinxi_desktop.services.office import Office
from xinxi_desktop.store import articles as article_store
from xinxi_desktop.store import issues as store
from xinxi_desktop.store import units as unit_store
from xinxi_desktop.store.reading import Reader

Row = dict[str, Any]
_PROBLEM = Tone.PROBLEM.value
_GUESSED = "；“忧”是程序自动判断的，还没有人核对"


def credit_of(reader: Reader, item: Row, publication: Row, on: str, office_name: str) -> str:
    """Write 供稿单位: for 喜 and 中 the units, for 忧 and protected sources the own office.

    An editor's own wording stands in place of the units only. ``on`` is the day whose names of
    units are meant, today if it is empty.
    """
    if not publication["credit"]:
        return ""
    if item["protected"] or item["tone"] == _PROBLEM:
        return f"（{office_name}综合）"
    if item["credit"]:
        return f"（{str(item['credit']).strip('（）()')}）"
    units = article_store.contributing_units(reader, item["article"])
    names = [unit_store.name_of(reader, unit, on or today()) for unit in units]
    return f"（{'、'.join(names)}）" if names else ""


def credit_words(office: Office, article_id: int) -> str:
    """Say what will be printed below an article, and why it is that; empty if it is unknown."""
    reader = office.file
    row = article_store.find(reader, article_id)
    if row is None:
        return ""
    issue, publication = _where(reader, article_id)
    item = {**row, "article": article_id}
    printed = credit_of(reader, item, publication, issue.get("date") or "", office.name)
    why = _reason(row, publication, bool(printed))
    guessed = unconfirmed(row, article_store.sources(reader, article_id))
    doubt = _GUESSED if guessed and publication["credit"] else ""
    return f"将印：{printed or '不印署名'}——{why}{doubt}"


def guessed_problems(office: Office, article_id: int) -> list[int]:
    """The reports because of whose guessed 忧 an article's units are not printed."""
    row = article_store.find(office.file, article_id)
    return [] if row is None else unconfirmed(row, article_store.sources(office.file, article_id))


def unconfirmed(row: Row, sources: Sequence[Row]) -> list[int]:
    """The reports on whose guess alone a row of an article or item is 忧; none if it is certain."""
    if row["tone"] != _PROBLEM or row["protected"]:
        return []
    grave = [each for each in sources if each["tone"] == _PROBLEM]
    guessed = [each["id"] for each in grave if "tone" in each["guessed"].split(",")]
    return guessed if len(guessed) == len(grave) else []


def at_odds(row: Row, sources: Sequence[Row]) -> bool:
    """Tell whether an article is 忧 although none of its reports is."""
    tones = {each["tone"] for each in sources}
    return bool(tones) and row["tone"] == _PROBLEM not in tones and not row["protected"]


def _where(reader: Reader, article_id: int) -> tuple[Row, Row]:
    """The issue that an article stands in, one still open first, and its publication."""
    issues = article_store.issues_of(reader, article_id)
    if not issues:
        return {}, {"credit": 1, "name": ""}
    issue = max(issues, key=lambda row: (row["state"] != IssueState.PRINTED.value, row["id"]))
    return issue, store.publication(reader, issue["publication"])


def _reason(row: Row, publication: Row, printed: bool) -> str:
    if not publication["credit"]:
        return f"《{publication['name']}》不印供稿单位"
    if row["protected"]:
        return "保护来源，不署供稿单位"
    if row["tone"] == _PROBLEM:
        return "忧类不署供稿单位"
    if row["credit"]:
        return "按上面填写的署名"
    return "署供稿单位" if printed else "来稿没有登记供稿单位"
