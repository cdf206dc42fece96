"""What ``list`` can list: where the rows come from, their object, their table columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from xinxi_desktop.cli import shapes
from xinxi_desktop.domain.filters import ArticleFilter, IssueFilter, SubmissionFilter
from xinxi_desktop.domain.vocabulary import (
    ArticleState,
    Disposition,
    Form,
    IssueState,
    Kind,
    SubmissionState,
    Urgency,
    Vocabulary,
)
from xinxi_desktop.services import acts, articles, intake, issues, units
from xinxi_desktop.services.office import Office

Row = dict[str, Any]
_AT_ONCE = 500
"""Rows fetched by one query."""


class Subject(Vocabulary):
    """What can be listed."""

    SUBMISSIONS = "submissions", "来稿"
    ARTICLES = "articles", "稿件"
    ISSUES = "issues", "期"
    UNITS = "units", "单位"
    ACTS = "acts", "操作"


@dataclass(frozen=True, slots=True)
class Listing:
    """One kind of list; ``states`` is None where records have no state.

    ``rows`` takes the wanted states (none: all) and how many at most (None: all).
    """

    rows: Callable[[Office, tuple[str, ...], int | None], list[Row]]
    shape: Callable[[Office, Row], Row]
    head: tuple[str, ...]
    cells: Callable[[Row], Sequence[Any]]
    states: type[Vocabulary] | None = None


def _submissions(office: Office, states: tuple[str, ...], limit: int | None) -> list[Row]:
    ids = intake.submission_ids(office, SubmissionFilter(states=states))[:limit]
    return _in_blocks(ids, lambda part: intake.submission_rows(office, part))


def _submission_cells(row: Row) -> Sequence[Any]:
    return (
        f"{row['year']}:{row['number']}",
        row["title"],
        row["units"],
        row["received_at"][:10],
        Kind(row["kind"]).label,
        Urgency(row["urgency"]).label,
        Disposition(row["disposition"]).label if row["disposition"] else "",
        SubmissionState(row["state"]).label,
        row["characters"],
    )


def _articles(office: Office, states: tuple[str, ...], limit: int | None) -> list[Row]:
    ids = articles.article_ids(office, ArticleFilter(states=states))[:limit]
    return _in_blocks(ids, lambda part: articles.article_rows(office, part))


def _article_cells(row: Row) -> Sequence[Any]:
    return (
        str(row["id"]),
        row["title"],
        Form(row["form"]).label,
        ArticleState(row["state"]).label,
        row["characters"],
        row["editor_name"],
        row["changed_at"][:10],
    )


def _issues(office: Office, states: tuple[str, ...], limit: int | None) -> list[Row]:
    ids = issues.issue_ids(office, IssueFilter(states=states))[:limit]
    return _in_blocks(ids, lambda part: issues.issue_rows(office, part))


def _issue_cells(row: Row) -> Sequence[Any]:
    year = f"{row['year']}年" if row["year"] else ""
    return (
        str(row["id"]),
        f"《{row['publication_name']}》",
        f"{year}{issues.issue_label(row)}",
        IssueState(row["state"]).label,
        row["date"],
        row["item_count"],
        row["pages"],
    )


def _units(office: Office, _states: tuple[str, ...], limit: int | None) -> list[Row]:
    return units.units(office)[:limit]


def _unit_cells(row: Row) -> Sequence[Any]:
    mark = "待确认" if row["to_confirm"] else ""
    return row["position"], row["name"], row["aliases"], row["class"], row["phone"], mark


def _acts(office: Office, _states: tuple[str, ...], limit: int | None) -> list[Row]:
    return acts.acts(office, limit)


def _act_cells(row: Row) -> Sequence[Any]:
    at = row["at"][:16].replace("T", " ")
    undone = "已撤销" if row["undone"] else ""
    return str(row["id"]), at, row["person_name"], row["name"], row["summary"], undone


def _in_blocks(ids: Sequence[int], rows_of: Callable[[Sequence[int]], list[Row]]) -> list[Row]:
    blocks = (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))
    return [row for block in blocks for row in rows_of(block)]


LISTINGS: dict[Subject, Listing] = {
    Subject.SUBMISSIONS: Listing(
        _submissions,
        shapes.submission,
        ("编号", "标题", "单位", "收到", "类型", "缓急", "初选", "状态", "字数"),
        _submission_cells,
        SubmissionState,
    ),
    Subject.ARTICLES: Listing(
        _articles,
        shapes.article,
        ("编号", "标题", "体裁", "状态", "字数", "编辑", "改动"),
        _article_cells,
        ArticleState,
    ),
    Subject.ISSUES: Listing(
        _issues,
        shapes.issue,
        ("编号", "刊物", "期号", "状态", "日期", "条数", "页数"),
        _issue_cells,
        IssueState,
    ),
    Subject.UNITS: Listing(
        _units,
        lambda _office, row: shapes.unit(row),
        ("建制顺序", "单位", "简称", "类别", "电话", ""),
        _unit_cells,
    ),
    Subject.ACTS: Listing(
        _acts,
        lambda _office, row: shapes.act(row),
        ("编号", "时间", "经办", "操作", "内容", ""),
        _act_cells,
    ),
}
