"""编辑 as data: its queues, its columns, the marks of an article."""

from __future__ import annotations

from xinxi_desktop.domain.filters import ArticleFilter
from xinxi_desktop.domain.vocabulary import ArticleState, Form, Kind, Machine, Tone, Urgency
from xinxi_desktop.gui.models.columns import Column, Row, plain
from xinxi_desktop.gui.moments import moment
from xinxi_desktop.gui.views.intake_fields import may_hold_secrets, secrecy_choices, words_of
from xinxi_desktop.gui.widgets.field_form import Field
from xinxi_desktop.gui.widgets.field_strip import Cell
from xinxi_desktop.gui.widgets.queue_list import Queue

ALL = "all"
_FLOW = ("draft", "in_review", "returned", "reviewed")
_ISSUE = ("placed", "held_over", "signed", "printed")


def _queues(keys: tuple[str, ...]) -> list[Queue]:
    return [Queue(key, ArticleState(key).label) for key in keys]


QUEUES = (
    *_queues(_FLOW),
    Queue("", "进入刊期"),
    *_queues(_ISSUE),
    Queue(ALL, "全部"),
)


def queue_filter(queue: str, words: str, sort: str, descending: bool) -> ArticleFilter:
    """The articles of a queue that hold some words, in an order."""
    states = () if queue == ALL else (queue,)
    if not sort:
        return ArticleFilter(states=states, words=words)
    return ArticleFilter(states=states, words=words, sort=sort, descending=descending)


_TONES = {
    "draft": "info", "in_review": "warn", "returned": "danger", "reviewed": "ok",
    "placed": "ok", "signed": "ok", "printed": "secondary", "held_over": "warn",
}  # fmt: skip


def state_word(row: Row) -> str:
    """The state's word."""
    return ArticleState(row["state"]).label


COLUMNS = (
    Column("title", "标题", plain("title"), 12, stretch=True, hint=plain("title")),
    Column("characters", "字数", lambda row: f"{row['characters']:,}", 4, number=True,
           sortable=True, spare=1),
    Column("state", "状态", state_word, 3, sortable=True, tone=lambda row: _TONES[row["state"]]),
)  # fmt: skip

REVISION_COLUMNS = (
    Column("number", "稿次", lambda row: f"第{row['number']}稿", 3),
    Column("cause", "由来", plain("cause"), 8, stretch=True),
    Column("person", "谁", plain("person_name"), 4),
    Column("at", "时间", lambda row: moment(row["at"]), 6),
)


def mark_rows(machine: Machine) -> list[list[Cell]]:
    """The marks of an article, two in a row."""
    rows: list[list[Cell]] = [
        [
            (Field("kind", "类型", "choice", choices=words_of(Kind)), 6),
            (Field("form", "形式", "choice", choices=words_of(Form)), 6),
        ],
        [
            (Field("tone", "喜忧", "choice", choices=words_of(Tone)), 6),
            (Field("urgency", "缓急", "choice", choices=words_of(Urgency)), 6),
        ],
        [
            (Field("secrecy", "密级", "choice", choices=secrecy_choices(machine)), 6),
            (Field("protected", "保护来源", "check"), 6),
        ],
        [(Field("credit", "署名", hint="不填就印供稿单位"), 12)],
    ]
    if may_hold_secrets(machine):
        rows.insert(3, [(Field("secrecy_term", "保密期限", hint="如 1年、6个月"), 12)])
    return rows
