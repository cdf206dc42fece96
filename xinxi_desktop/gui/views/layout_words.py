"""What 排版 calls things: queues, columns, the steps of an issue and what each makes final."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from xinxi_desktop.domain import secrecy
from xinxi_desktop.domain.signatures import on_behalf_words
from xinxi_desktop.domain.states import ISSUE_MOVES, LABELS, actions
from xinxi_desktop.domain.times import chinese_date
from xinxi_desktop.domain.vocabulary import (
    ArticleState,
    CorrectionKind,
    IssueState,
    Post,
    Secrecy,
)
from xinxi_desktop.gui.models.columns import Column, Row, plain
from xinxi_desktop.gui.moments import moment
from xinxi_desktop.gui.widgets.queue_list import Queue
from xinxi_desktop.services.issues import PROVEN_STATES, issue_label, issue_name

I = IssueState  # noqa: E741 - as in domain/states.py
WAY = (I.PLANNED, I.CHECKING, I.PROOF, I.SENT, I.SIGNED, I.RECHECKED, I.FINALISED, I.PRINTING,
       I.PRINTED)  # fmt: skip
"""The way of an issue (practice.md §1.2)."""

NEXT: Mapping[IssueState, str] = {
    I.PLANNED: "check", I.RETURNED: "check", I.DEFERRED: "check", I.CHECKING: "proof",
    I.PROOF: "send", I.SENT: "sign", I.SIGNED: "recheck", I.RECHECKED: "finalise",
    I.FINALISED: "send_to_print", I.PRINTING: "print_out",
}  # fmt: skip
"""The one next step in each state; a printed issue has none."""

WHAT_IT_DOES: Mapping[str, str] = {
    "return": "退回修改，写明改什么；已有的签名作废，但留在记录里",
    "defer": "这一期先不发，以后可以接着办；已有的签名作废，但留在记录里",
    "move": "整期改用另一种刊物：条目都带过去，从拟编重新开始",
    "transcribe": "领导在清样上改了字，一人照录、一人核对；签发仍然有效",
    "resubmit": "签发后要作实质性修改：退回核稿，改好后由原签批人再签",
    "prove": "内容改过以后再出一份清样，校验码是新的；旧的作废",
    CorrectionKind.CORRECTION.value: "印发后发现有错：登记更正，出更正通知",
    CorrectionKind.RECALL.value: "印发后要收回：登记收回，出收回通知和清退单",
    CorrectionKind.REPRINT.value: "照存档的原样给指定的对象再印",
}
"""What the rarer steps mean, said beside them in the menu."""

PROVEN = PROVEN_STATES

OPEN, ALL = "open", "all"
QUEUES = (
    Queue(OPEN, "在办"),
    *(Queue(state.value, state.label) for state in WAY),
    Queue("", "另外"),
    Queue(I.RETURNED.value, I.RETURNED.label),
    Queue(I.DEFERRED.value, I.DEFERRED.label),
    Queue(ALL, "全部"),
)

_STATE_TONES = {
    I.RETURNED: "danger", I.DEFERRED: "warn", I.SENT: "info", I.PRINTED: "secondary",
}  # fmt: skip
_ARTICLE_TONES = {
    ArticleState.RETURNED: "danger", ArticleState.HELD_OVER: "info", ArticleState.REVIEWED: "ok",
}  # fmt: skip


def states_of(queue: str) -> tuple[str, ...]:
    """The states that a queue shows; none restricts nothing."""
    if queue == ALL:
        return ()
    if queue == OPEN:
        return tuple(state.value for state in I if state is not I.PRINTED)
    return (queue,)


def counts_of(per_state: Mapping[str, int]) -> dict[str, int]:
    """How many issues stand in each queue."""
    every = sum(per_state.values())
    counts = {state.value: per_state.get(state.value, 0) for state in I}
    return {**counts, OPEN: every - counts[I.PRINTED.value], ALL: every}


def may(row: Row, action: str) -> bool:
    """Tell whether the table of states allows an action now."""
    return action in actions(ISSUE_MOVES, I(row["state"]))


def next_verb(row: Row) -> str:
    """The word of the next step, empty for a printed issue."""
    action = NEXT.get(I(row["state"]))
    return LABELS[action] if action else ""


def signing_progress(done: Sequence[str], waiting: Sequence[Post]) -> str:
    """Who has signed and who is to: “已签：科长；待签：分管副主任”."""
    parts = [f"已签：{'、'.join(done)}"] if done else []
    parts += [f"待签：{' → '.join(post.label for post in waiting)}"] if waiting else []
    return "；".join(parts)


def signed_post(sign_off: Row, *, deputy: bool = True) -> str:
    """The post that has signed, with the deputy who did it: “科长（罗景川代）”."""
    label = Post(sign_off["post"]).label
    named = deputy and sign_off["on_behalf_of"]
    return f"{label}（{sign_off['person_name']}代）" if named else label


def signed_whole(sign_offs: Sequence[Row]) -> str:
    """Every signature in a line: post, who, when, for whom."""
    return "\n".join(
        "　".join(filter(None, (
            Post(each["post"]).label, each["person_name"], moment(each["signed_on"]),
            on_behalf_words(each),
        )))
        for each in sign_offs
    )  # fmt: skip


def number_words(row: Row) -> str:
    """The number without 总第, which has room only on paper."""
    return issue_label(row).split("（总第")[0]


def file_name(row: Row) -> str:
    """A name for an exported file; a mark stays with the text in its file name (domain.md §8)."""
    year = f"{row['year']}年" if row["year"] else ""
    mark = secrecy.mark(Secrecy(row["secrecy"]), row["secrecy_term"])
    named = f"{row['publication_name']} {year}{number_words(row)}"
    return f"{named}（{mark}）" if mark else named


def state_words(row: Row) -> str:
    """The state's word."""
    return I(row["state"]).label


def _state_tone(row: Row) -> str:
    return _STATE_TONES.get(I(row["state"]), "")


def _return_reason(row: Row) -> str:
    return str(row["return_reason"] or "")


def _date(row: Row) -> str:
    return moment(row["date"]) or "未定"


def _pages(row: Row) -> str:
    return str(row["pages"] or "")


def short_name(row: Row) -> str:
    """The publication's own name without the masthead that several share: 每日快报."""
    return str(row["publication_name"]).rpartition("·")[2]


ISSUE_COLUMNS = (
    Column("publication", "刊物", short_name, 5, hint=plain("publication_name")),
    Column("number", "期号", number_words, 6),
    Column("date", "日期", _date, 3),
    Column("items", "条数", plain("item_count"), 2, number=True, spare=2),
    Column("pages", "页数", _pages, 2, number=True, spare=1),
    Column("state", "状态", state_words, 3, tone=_state_tone, hint=_return_reason),
    Column("editor", "编辑", plain("editor_name"), 4, stretch=True),
)


def reviewed(item: Row) -> bool:
    """Tell whether an item's present text has passed 核稿."""
    return bool(item["reviewed_revision"] == item["revision"])


ITEM_COLUMNS = (
    Column("position", "序", plain("position"), 1, number=True),
    Column("title", "标题", plain("title"), 12, stretch=True, hint=plain("title")),
    Column("units", "单位", plain("units"), 5, spare=1, hint=plain("units")),
    Column("column", "栏目", plain("column_name"), 4),
    Column("characters", "字数", lambda row: f"{row['characters']:,}", 4, number=True),
    Column("page", "页", plain("page"), 1, number=True, hint=lambda row: "从这一页开始"),
    Column("review", "核稿", lambda row: "已核" if reviewed(row) else "未核", 2,
           tone=lambda row: "ok" if reviewed(row) else "warn"),
)  # fmt: skip

POOL_COLUMNS = (
    Column("title", "标题", plain("title"), 14, stretch=True, hint=plain("title")),
    Column("units", "单位", plain("units"), 5, hint=plain("units")),
    Column("characters", "字数", lambda row: f"{row['characters']:,}", 4, number=True),
    Column("state", "状态", lambda row: ArticleState(row["state"]).label, 4,
           tone=lambda row: _ARTICLE_TONES.get(ArticleState(row["state"]), "")),
    Column("editor", "编辑", plain("editor_name"), 4, spare=2),
    Column("changed", "改动", lambda row: moment(row["changed_at"]), 6, spare=3),
)  # fmt: skip


def final_signing(row: Row, code: str, who: str, day: str, after: str) -> str:
    """What a signature makes final; ``after`` is the post whose turn comes next, if any."""
    verb = "审签" if after else "签发"
    first = f"{issue_name(row)}，清样校验码 {code}，由{who}{verb}，日期 {chinese_date(day)}。"
    if after:
        return f"{first}之后轮到{after}。\n审签记录不能撤销；退改、缓发后作废，但留在记录里。"
    return (
        f"{first}这是签批链的最后一签，签后为“已签发”。\n"
        "签发记录不能撤销。签发后正文只能按领导批改誊改，实质性修改要报复审。"
    )


def edition_lead(row: Row) -> str:
    """What stands over the fields of 定版; ``row`` as foreseen."""
    parts = [
        "报头日期默认按刊物的规定，可以改；跨年时期号按这个日期的年份编。",
        "份数在“报送范围”里改，出清样以后要先退改。",
    ]
    if row["first"]:
        parts.append(
            "这是本刊在工作文件里的第一期；不从这个期号起编的，先到“单位与信息员—刊物”设起始期号。"
        )
    return "\n".join(parts)


def final_edition(row: Row) -> str:
    """What 定版 makes final; ``row`` as foreseen."""
    return (
        f"《{row['publication_name']}》定为{row['year']}年{issue_label(row)}，"
        f"日期 {chinese_date(row['date'])}，{row['copies']} 份。\n"
        "定版后期号、日期、份数不能再改；以后退改重排，仍用这个期号。"
    )


def final_press(row: Row) -> str:
    """What 付印 makes final."""
    return (
        f"{issue_name(row)}付印，{row['copies']} 份。\n"
        "付印后不能再退改、撤下、改刊；这个期号永远不会再用第二次。"
    )


def final_issue(row: Row, day: str) -> str:
    """What 印发 makes final."""
    return (
        f"{issue_name(row)}印发，日期 {chinese_date(day)}，共 {row['item_count']} 条。\n"
        "PDF 和 Word 各存一份，永久保留；所收来稿转为“已采用”。印发不能撤销，内容不能再改。"
    )
