"""Says in plain words which records a step wrote, and what of them would go back to what."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from xinxi_desktop.domain.times import today
from xinxi_desktop.domain.vocabulary import (
    ArticleState,
    Direction,
    Disposition,
    Form,
    Frequency,
    IssueState,
    Kind,
    PaperForm,
    Post,
    Secrecy,
    SubmissionState,
    Tone,
    Urgency,
    Vocabulary,
    WordFonts,
)
from xinxi_desktop.errors import UserError
from xinxi_desktop.services.issues import issue_label
from xinxi_desktop.store import issues as issue_store
from xinxi_desktop.store import steps
from xinxi_desktop.store import units as unit_store
from xinxi_desktop.store.reading import Reader

Row = dict[str, Any]
_EMPTY = "空"
_LONGEST = 30

TABLES = {
    "submission": ("来稿", "条"),
    "article": ("稿件", "篇"),
    "issue": ("刊期", "期"),
    "unit": ("单位", "个"),
    "informant": ("信息员", "人"),
    "person": ("人员", "人"),
    "leader": ("领导", "人"),
    "publication": ("刊物", "种"),
    "contribution": ("供稿单位", "个"),
    "submission_text": ("来稿正文", "份"),
    "verification": ("核实", "次"),
    "article_source": ("稿件来源", "条"),
    "article_revision": ("稿次", "稿"),
    "article_review": ("核稿意见", "条"),
    "article_comment": ("批注", "条"),
    "issue_item": ("期内条目", "条"),
    "clean_proof": ("清样", "份"),
    "sign_off": ("签批", "项"),
    "transcription": ("誊改", "处"),
    "distribution": ("分发", "个对象"),
    "copy_return": ("清退", "次"),
    "correction": ("更正收回", "件"),
    "print_run": ("打印记录", "次"),
    "unit_name": ("单位名称", "个"),
    "unit_class": ("单位类别", "项"),
    "unit_editor": ("联系编辑", "项"),
    "chain": ("签批链", "条"),
    "recipient": ("分发对象", "个"),
    "page_scheme": ("版式", "种"),
    "form_template": ("表单", "张"),
    "setting": ("设置", "项"),
    "saved_search": ("存下的查询", "个"),
    "absence": ("外出", "项"),
}
"""What a row of each table is to a person, the main records first, and how it is counted."""

_OTHER = ("其他记录", "项")
_PART_OF = {
    "contribution": ("submission", "submission"),
    "submission_text": ("submission", "submission"),
    "article_source": ("article", "article"),
    "article_revision": ("article", "article"),
    "issue_item": ("issue", "issue"),
    "unit_name": ("unit", "unit"),
    "unit_class": ("unit", "unit"),
    "distribution": ("issue", "issue"),
}
"""Parts that go without saying where the whole is made or removed: its table, and the column."""

_COLUMNS = {
    "title": "标题", "disposition": "去向", "reason": "理由", "state": "状态", "kind": "类型",
    "form": "体裁", "tone": "喜忧", "urgency": "缓急", "secrecy": "密级", "secrecy_term": "保密期限",
    "protected": "保护来源", "writers": "执笔人", "phone": "电话", "received_at": "收到时间",
    "written_on": "成文日期", "channel": "渠道", "topic": "题材", "remarks": "备注",
    "remark": "备注", "commissioned": "约稿", "to_verify": "待核实", "trashed_at": "在回收站",
    "credit": "署名", "revision": "稿次", "return_reason": "退改、缓发的理由", "editor": "编辑",
    "position": "次序", "column_name": "栏目", "editor_note": "按语", "title_breaks": "标题换行",
    "cures": "版面调整", "number": "编号", "running": "总期号", "date": "日期", "report_to": "报",
    "send_to": "送", "issue_to": "发", "extra_to": "加发", "copies": "份数", "pages": "页数",
    "signed_on": "签发日期", "printed_on": "印发日期", "name": "名称", "post": "岗位",
    "active": "在用", "class": "类别", "frequency": "报送频次", "own_office": "本办",
    "to_confirm": "待确认", "unit": "单位", "value": "内容", "handed_on": "送出日期",
    "received_by": "签收人", "way": "方式", "first_number": "起号", "last_number": "止号",
    "large_print": "大字版", "publication": "刊物", "posts": "签批岗位", "direction": "发往",
    "body": "内容", "contact": "联系人", "masthead": "刊头", "text": "内容",
    "settled_at": "已办结", "person": "人员", "deputy": "代理人", "from_date": "起", "to_date": "止",
    "subtitle": "副题", "columns": "栏目", "scheme": "版式", "share": "份额",
    "duplicate_of": "重复于", "guessed": "核对标记",
}  # fmt: skip
_VOCABULARIES: dict[str, type[Vocabulary]] = {
    "disposition": Disposition,
    "kind": Kind,
    "form": Form,
    "tone": Tone,
    "urgency": Urgency,
    "secrecy": Secrecy,
    "post": Post,
    "frequency": Frequency,
    "direction": Direction,
    "value": WordFonts,
}
_OWN_WORDS = {
    ("leader", "title"): "职务",
    ("leader", "name"): "姓名",
    ("person", "name"): "姓名",
    ("informant", "name"): "姓名",
}
"""Columns that mean something else in one table."""

_SETTINGS = {
    "office_name": "单位名称",
    "word_fonts": "Word 文件的字体名称",
    "statistics_year_start": "统计年度开始日",
}
_STATES: dict[str, type[Vocabulary]] = {
    "submission": SubmissionState,
    "article": ArticleState,
    "issue": IssueState,
}
_YES_NO = {
    "protected", "commissioned", "to_verify", "trashed_at", "active", "own_office", "to_confirm",
    "large_print", "settled_at",
}  # fmt: skip
_UNSPOKEN = {"body", "masthead", "scheme", "cures", "title_breaks", "guessed"}
"""Too long to be read out: only that they go back is said."""


def counted(touched: Mapping[str, int]) -> str:
    """Say how many records of which lists were written: “来稿 20 条、单位 1 个”."""
    wholes = {table for table in touched if table not in _PART_OF}
    said = [
        f"{TABLES.get(table, _OTHER)[0]} {count} {TABLES.get(table, _OTHER)[1]}"
        for table, count in sorted(touched.items(), key=_rank)
        if _PART_OF.get(table, ("",))[0] not in wholes
    ]
    return "、".join(said)


def _rank(entry: tuple[str, int]) -> int:
    order = list(TABLES)
    return order.index(entry[0]) if entry[0] in order else len(order)


class Speaker:
    """Says changes in words; looks up the names that rows only refer to."""

    def __init__(self, reader: Reader) -> None:
        """Read names with ``reader``."""
        self._reader = reader
        self._units: dict[int, str] = {}

    def lines(self, changes: list[tuple[str, Row | None, Row | None]]) -> list[str]:
        """Say what would go back, a line for each record; parts of a whole go without saying."""
        # A unit that was merged into another has no name to look up any more.
        self._units = {
            row["unit"]: row["name"]
            for table, row, _after in changes
            if table == "unit_name" and row and not row["alias"]
        }
        edited = {after["id"] for table, before, after in changes if table == "article" and after}
        wholes = {
            (table, (after or before or {}).get("id"))
            for table, before, after in changes
            if before is None or after is None
        }
        said = []
        for table, before, after in changes:
            if table == "article_revision" and after and after["article"] in edited:
                continue
            whole, column = _PART_OF.get(table, ("", ""))
            if (whole, (after or before or {}).get(column)) in wholes:
                continue
            line = self._line(table, before, after)
            if line:
                said.append(line)
        return said

    def _line(self, table: str, before: Row | None, after: Row | None) -> str:
        if before is None:
            return f"去掉{self.called(table, after or {})}"
        if after is None:
            return f"放回{self.called(table, before)}"
        parts = [
            self._column(table, column, after[column], before[column])
            for column in _COLUMNS
            if column in before and before[column] != after.get(column)
        ]
        return f"{self.called(table, after)}：{'；'.join(parts)}" if parts else ""

    def _column(self, table: str, column: str, now: Any, then: Any) -> str:
        word = _OWN_WORDS.get((table, column), _COLUMNS[column])
        if column in _UNSPOKEN:
            return f"{word}恢复原样"
        return f"{word} {self._value(table, column, now)} → {self._value(table, column, then)}"

    def _value(self, table: str, column: str, value: Any) -> str:
        if column in _YES_NO:
            return "是" if value else "否"
        if value is None or value == "":
            return _EMPTY
        if column in ("editor", "person", "deputy"):
            return steps.name_in(self._reader, "person", value)
        if column == "unit":
            return self._unit(int(value))
        if column == "publication":
            return steps.name_in(self._reader, "publication", value)
        if column == "revision":
            number = steps.name_in(self._reader, "article_revision", value)
            return f"第{number}稿"
        return _short(_word(table, column, value))

    def called(self, table: str, row: Row) -> str:
        """Name a record the way its list does."""
        word = TABLES.get(table, _OTHER)[0]
        if table == "submission":
            return f"来稿 {row['year']}-{row['number']}《{row['title']}》"
        if table == "issue":
            return self._issue(row)
        if table in ("contribution", "unit_name", "unit_class", "unit_editor"):
            return f"{word}“{row.get('name') or self._unit(int(row['unit']))}”"
        if table in ("issue_item", "article_revision", "article_review", "article_comment"):
            title = steps.name_in(self._reader, "article", row["article"])
            number = f"第{row['number']}稿" if table == "article_revision" else ""
            return f"{word}《{title}》{number}"
        if table == "unit":
            return f"单位“{self._unit(int(row['id']))}”"
        if table == "article":
            return f"稿件《{row['title']}》"
        name = self._plain_name(table, row)
        return f"{word}“{name}”" if name else word

    def _plain_name(self, table: str, row: Row) -> str:
        if table == "verification":
            return f"来稿 {steps.name_in(self._reader, 'submission', row['submission'])}"
        if table == "clean_proof":
            return f"校验码 {row['check_code']}"
        if table == "setting":
            return _SETTINGS.get(row["key"], "")
        if table == "chain":
            return _posts(row["posts"])
        if table == "form_template":
            return PaperForm(row["name"]).label
        return str(row.get("name") or "")

    def _unit(self, unit: int) -> str:
        return unit_store.name_of(self._reader, unit, today()) or self._units.get(unit, "")

    def _issue(self, row: Row) -> str:
        name = steps.name_in(self._reader, "publication", row["publication"])
        shown = issue_store.issue_rows(self._reader, [row["id"]])
        return f"《{name}》{issue_label(shown[0]) if shown else ''}"


def _posts(text: str) -> str:
    return "、".join(Post(post).label for post in json.loads(text))


def _word(table: str, column: str, value: Any) -> str:
    if column == "posts":
        return _posts(str(value))
    words = _STATES.get(table) if column == "state" else _VOCABULARIES.get(column)
    if words is None:
        text = str(value)
        return text[:16].replace("T", " ") if text[10:11] == "T" else text
    try:
        return words.parse(str(value)).label
    except UserError:
        # A table may use the same column for words of its own.
        return str(value)


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return f"{flat[:_LONGEST]}…" if len(flat) > _LONGEST else flat
