"""收稿 as data: its queues and its columns."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from xinxi_desktop.domain.filters import SubmissionFilter
from xinxi_desktop.domain.times import today
from xinxi_desktop.domain.vocabulary import (
    Disposition,
    Kind,
    SubmissionState,
    Tone,
    Urgency,
    Vocabulary,
)
from xinxi_desktop.gui.models.columns import Column, Row, plain
from xinxi_desktop.gui.moments import moment
from xinxi_desktop.gui.widgets.queue_list import Queue
from xinxi_desktop.services.intake import LATE_DAYS, day_before

PENDING, ALL, TRASH = "pending", "all", "trash"
MIXED = (ALL, "today", "commissioned", "to_verify", TRASH)
"""Queues that hold several states."""
_TOGETHER = "\u00a0"

QUEUES = (
    Queue(PENDING, "待初选"),
    Queue("urgent", "急件待处理"),
    Queue("late", "超3天"),
    Queue("mine", "我的"),
    Queue("today", "今日来稿"),
    Queue("commissioned", "约稿来稿"),
    Queue("to_verify", "待核实"),
    Queue("", "已定去向"),
    *(Queue(each.value, each.label) for each in Disposition),
    Queue("", "成稿和采用"),
    Queue("drafted", "已成稿"),
    Queue("adopted", "已采用"),
    Queue("", "其他"),
    Queue(ALL, "全部"),
    Queue(TRASH, "回收站"),
)

_URGENT = (Urgency.URGENT.value, Urgency.MOST_URGENT.value)
_STATES = {state.value for state in SubmissionState}


def queue_filter(queue: str, rest: SubmissionFilter, person: int) -> SubmissionFilter:
    """Narrow ``rest`` (words, unit, dates, order) to a queue of the person."""
    if queue == "late":
        last = day_before(LATE_DAYS + 1)
        return replace(rest, states=(PENDING,), received_to=min(rest.received_to or last, last))
    if queue == "mine":
        return replace(rest, states=(PENDING,), editor=person)
    if queue == "today":
        return replace(rest, received_from=max(rest.received_from, today()))
    if queue in ("commissioned", "to_verify"):
        return replace(rest, commissioned=queue == "commissioned", to_verify=queue == "to_verify")
    if queue == TRASH:
        return replace(rest, trashed=True)
    if queue == "urgent":
        return replace(rest, states=(PENDING,), urgencies=_URGENT)
    if queue in _STATES:
        return replace(rest, states=(queue,))
    if queue == ALL:
        return rest
    return replace(rest, states=(SubmissionState.SCREENED.value,), dispositions=(queue,))


def queue_of(row: Row) -> str:
    """The queue in which a submission stands now."""
    if row["state"] == SubmissionState.SCREENED:
        return str(row["disposition"])
    return str(row["state"])


def number(row: Row) -> str:
    """编号: the serial number, with the year when it isn't this one."""
    year = "" if str(row["year"]) == today()[:4] else f"{row['year']}-"
    return f"{year}{row['number']}"


def state_word(row: Row) -> str:
    """待初选, the decision, 已成稿 or 已采用."""
    if row["state"] == SubmissionState.SCREENED and row["disposition"]:
        return Disposition(row["disposition"]).label
    return SubmissionState(row["state"]).label


def lead(row: Row) -> str:
    """The quiet line under the title: who sent it, who wrote it, where to ring."""
    writers = f"执笔人{_TOGETHER}{row['writers']}" if row["writers"] else ""
    protected = "（保护来源，对外不出现）" if row["protected"] else ""
    phone = f"电话{_TOGETHER}{row['phone']}" if row["phone"] else ""
    parts = (row["units"] or "没有登记单位", f"{writers}{protected}", phone)
    return "　".join(part for part in parts if part)


_URGENCY_TONES = {"urgent": "warn", "most_urgent": "danger"}
_STATE_TONES = {
    "pending": "info", "shortlist": "ok", "merge": "ok", "drafted": "ok", "adopted": "ok",
    "reject": "secondary", "keep": "secondary", "forward": "secondary",
}  # fmt: skip


_GUESSED = {"kind": "类型", "tone": "喜忧", "topic": "领域"}


def guessed_words(row: Row) -> str:
    """Say which marks the program has worked out by itself; empty if none is left to look at."""
    names = "、".join(_GUESSED[name] for name in row["guessed"].split(",") if name)
    return f"{names}是程序按标题和正文认的，请核对。" if names else ""


def _guess(list_: type[Vocabulary], key: str) -> Any:
    """The word, with a question mark until a person has looked at it."""

    def text(row: Row) -> str:
        return f"{list_(row[key]).label}{'?' if key in row['guessed'].split(',') else ''}"

    return text


def _urgency(row: Row) -> str:
    # 平件 says nothing: only what is urgent should be seen.
    urgency = Urgency(row["urgency"])
    return "" if urgency is Urgency.ORDINARY else urgency.label


def _title(row: Row) -> str:
    return "　".join(word for word in (_urgency(row), row["title"]) if word)


def _arrival(row: Row) -> str:
    """The clock for what came today, else the day; the hint tells both."""
    day, _, clock = moment(row["received_at"]).partition(" ")
    return clock if clock and row["received_at"][:10] == today() else day


def _urgency_tone(row: Row) -> str:
    return _URGENCY_TONES.get(row["urgency"], "")


def _tone_tone(row: Row) -> str:
    return "warn" if row["tone"] == Tone.PROBLEM else ""


def _state_tone(row: Row) -> str:
    return _STATE_TONES.get(queue_of(row), "")


def _units(row: Row) -> str:
    return f"（新）{row['units']}" if row["new_unit"] else str(row["units"] or "")


def _units_hint(row: Row) -> str:
    new = "有新登记的单位，请在右边确认：" if row["new_unit"] else ""
    return f"{new}{row['units'] or ''}"


COLUMNS = (
    Column("number", "编号", number, 3, number=True, sortable=True),
    Column("title", "标题", _title, 14, stretch=True, tone=_urgency_tone, hint=plain("title")),
    Column("unit", "单位", _units, 5, sortable=True, hint=_units_hint),
    Column("kind", "类型", _guess(Kind, "kind"), 3, sortable=True, hint=guessed_words),
    Column("tone", "喜忧", _guess(Tone, "tone"), 2, tone=_tone_tone, hint=guessed_words),
    Column("received_at", "收到", _arrival, 3, sortable=True,
           hint=lambda row: moment(row["received_at"])),
    Column("characters", "字数", lambda row: f"{row['characters']:,}", 4, number=True,
           sortable=True, spare=1),
    Column("state", "状态", state_word, 3, sortable=True, tone=_state_tone),
)  # fmt: skip
