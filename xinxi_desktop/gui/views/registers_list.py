"""The registers of an office as data: fields, columns, and the service that keeps each."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from xinxi_desktop.domain.page_scheme import STANDARD
from xinxi_desktop.domain.times import today
from xinxi_desktop.domain.vocabulary import (
    CopyNumbers,
    Direction,
    Frequency,
    InformantKind,
    Post,
    Secrecy,
    Tone,
    Vocabulary,
)
from xinxi_desktop.errors import UserError
from xinxi_desktop.gui import people
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.models.columns import Column, Row, plain
from xinxi_desktop.gui.moments import moment
from xinxi_desktop.gui.views.registers_acts import RegisterActs
from xinxi_desktop.gui.widgets.field_form import Field
from xinxi_desktop.gui.widgets.register_page import Extra, Register, Tool
from xinxi_desktop.services import absences, registers, units
from xinxi_desktop.services.office import Changes, Office
from xinxi_desktop.services.schemes import schemes

Values = dict[str, Any]
_MOST_POSTS = 6
_MOST_COPIES = 9999
_LAST = "排在最后"
_TONES: dict[Vocabulary, str] = {
    Tone.GOOD: "反映成绩的（喜）", Tone.PROBLEM: "反映问题的（忧）", Tone.NEUTRAL: "不分喜忧的（中）",
}  # fmt: skip
_DATE_RULES = (("signed", "签发日期"), ("printed", "印发日期"))


def unit_register(desk: Desk, acts: RegisterActs, *, to_confirm: bool = False) -> Register:
    """单位, or only those that import has registered by itself and that wait to be confirmed."""
    office = desk.office

    def rows() -> list[Row]:
        every = units.units(office)
        return [row for row in every if row["to_confirm"]] if to_confirm else every

    return Register(
        "to_confirm" if to_confirm else "units",
        "待确认的单位" if to_confirm else "单位",
        "单位",
        _unit_fields(office),
        (
            Column("name", "单位", plain("name"), 14, stretch=True, hint=plain("name")),
            Column("position", "顺序", plain("position"), 2, number=True),
            Column("aliases", "简称", plain("aliases"), 6, spare=2, hint=plain("aliases")),
            Column("class", "类别", plain("class"), 6),
            Column("frequency", "报送", lambda row: Frequency(row["frequency"]).label, 2),
            Column("editor", "编辑", plain("editor_name"), 4, spare=1),
            Column("phone", "电话", plain("phone"), 7),
            Column("state", "情况", _unit_state, 3, tone=_unit_tone),
        ),
        rows,
        partial(_save_unit, office),
        (
            Extra("确认", together=partial(units.confirm_units, office), when=_waits),
            Extra("并入…", ask=acts.merge),
        ),
        tools=()
        if to_confirm
        else (Tool("导入名录…", acts.choose_table), Tool("分工…", acts.assign_units)),
        find=not to_confirm,
        nothing="没有待确认的单位。" if to_confirm else "",
    )


def informant_register(desk: Desk) -> Register:
    """信息员."""
    office = desk.office
    return Register(
        "informants", "信息员", "信息员",
        (
            Field("name", "姓名", required=True),
            Field("unit", "单位", "choice", choices=partial(_units_to_choose, office),
                  editable=True, hint="输入几个字就能找到；特邀、特约的可以不填。"),
            Field("kind", "类别", "choice", choices=_words_of(InformantKind)),
            Field("phone", "电话"),
            Field("from_date", "聘任从", "date"),
            Field("to_date", "聘任到", "date"),
            Field("protected", "保护来源", "check", hint="姓名和单位不出现在任何印件和导出文件里"),
        ),
        (
            Column("name", "姓名", plain("name"), 5),
            Column("unit", "单位", plain("unit_name"), 10, stretch=True, hint=plain("unit_name")),
            Column("kind", "类别", lambda row: InformantKind(row["kind"]).label, 2),
            Column("phone", "电话", plain("phone"), 7),
            Column("term", "聘期", _term, 11),
            Column("protected", "来源", lambda row: "保护" if row["protected"] else "", 2,
                   tone=lambda row: "warn"),
        ),
        partial(units.informants, office),
        partial(_save_informant, office),
        find=True,
    )  # fmt: skip


def person_register(desk: Desk) -> Register:
    """人员."""
    return Register(
        "persons", "人员", "人员",
        (
            Field("name", "姓名", required=True),
            Field("post", "岗位", "choice", choices=_words_of(Post),
                  hint="签批链按岗位找人；每个岗位可以有几个人。"),
            Field("position", "排序", "number", blank=_LAST),
            Field("active", "在岗", "check", default=True),
        ),
        (
            Column("name", "姓名", plain("name"), 8),
            Column("post", "岗位", lambda row: Post(row["post"]).label, 8, stretch=True),
            Column("position", "排序", plain("position"), 3, number=True),
            Column("active", "情况", lambda row: "在岗" if row["active"] else "离岗", 4,
                   tone=lambda row: "" if row["active"] else "secondary"),
        ),
        partial(registers.persons, desk.office),
        partial(_save_ordered, registers.save_person, desk.office),
    )  # fmt: skip


def absence_register(desk: Desk) -> Register:
    """外出代签: who is away, and who signs meanwhile."""
    office = desk.office
    choose = partial(_people_to_choose, office)
    return Register(
        "absences", "外出代签", "外出",
        (
            Field("person", "谁外出", "choice", choices=choose, required=True),
            Field("from_date", "从", "date", required=True, default=today()),
            Field("to_date", "到", "date", required=True, hint="含这一天。"),
            Field("deputy", "代签人", "choice", choices=choose,
                  hint="外出期间轮到他签时，由代签人签，记作“受托代签”。"),
            Field("reason", "事由"),
        ),
        (
            Column("person", "谁外出", plain("person_name"), 7),
            Column("term", "时间", _term, 11),
            Column("deputy", "代签人", lambda row: row["deputy_name"] or "没有委托", 7),
            Column("reason", "事由", plain("reason"), 10, stretch=True, hint=plain("reason")),
            Column("state", "情况", _absence_state, 4, tone=_absence_tone),
        ),
        partial(absences.absences, office),
        partial(absences.save_absence, office),
        (Extra("取消外出", partial(absences.delete_absence, office)),),
    )  # fmt: skip


def leader_register(desk: Desk) -> Register:
    """领导."""
    return Register(
        "leaders", "领导", "领导",
        (
            Field("name", "姓名", required=True),
            Field("title", "职务", required=True),
            Field("position", "排序号", "number", blank=_LAST, hint="印件上的先后只按排序号，不按姓名。"),
            Field("from_date", "任职从", "date"),
            Field("to_date", "任职到", "date"),
        ),
        (
            Column("name", "姓名", plain("name"), 7),
            Column("title", "职务", plain("title"), 12, stretch=True),
            Column("position", "排序号", plain("position"), 4, number=True),
            Column("term", "任期", _term, 10),
        ),
        partial(registers.leaders, desk.office),
        partial(registers.save_leader, desk.office),
    )  # fmt: skip


def publication_register(desk: Desk, acts: RegisterActs) -> Register:
    """刊物."""
    return Register(
        "publications", "刊物", "刊物", _publication_fields(desk.office),
        (
            Column("name", "刊名", plain("name"), 10, stretch=True),
            Column("direction", "发往", lambda row: Direction(row["direction"]).label, 3),
            Column("columns", "栏目", plain("columns"), 10, hint=plain("columns")),
            Column("copies", "份数", plain("copies"), 3, number=True),
            Column("active", "情况", lambda row: "在用" if row["active"] else "停用", 3,
                   tone=lambda row: "" if row["active"] else "secondary"),
        ),
        partial(registers.publications, desk.office),
        partial(registers.save_publication, desk.office),
        (
            Extra("刊头…", ask=acts.edit_masthead),
            Extra("起始期号…", ask=acts.set_number),
            Extra("起始总期号…", ask=acts.set_running),
            Extra("分发对象…", ask=acts.show_recipients),
        ),
        tools=(Tool("添加现成的…", acts.add_ready), Tool("版式…", acts.edit_schemes)),
    )  # fmt: skip


def chain_register(desk: Desk) -> Register:
    """签批链."""
    office = desk.office
    posts = tuple(
        Field(
            f"post{place}", f"第 {place} 签", "choice", choices=[("", "（无）"), *_words_of(Post)]
        )
        for place in range(1, _MOST_POSTS + 1)
    )
    return Register(
        "chains", "签批链", "签批链",
        (
            Field("publication", "刊物", "choice", choices=partial(_publications_to_choose, office)),
            Field("direction", "发往", "choice", choices=[("", "不论"), *_words_of(Direction)]),
            Field("tone", "喜忧", "choice", choices=[("", "不论"), *_words_of(Tone)],
                  hint="只对一期一题的刊物和上报起作用。"),
            Field("secrecy", "密级", "choice", choices=[("", "不论"), *_words_of(Secrecy)],
                  hint="条件最具体的一条起作用；秘密、机密总用其中最严的一条。"),
            *posts,
        ),
        (
            Column("conditions", "用于", _conditions, 12, stretch=True, hint=_conditions),
            Column("posts", "签批次序", _posts, 20, hint=_posts),
        ),
        partial(registers.chains, office),
        partial(_save_chain, office),
        (Extra("删除", partial(registers.delete_chain, office)),),
        _chain_to_form,
    )  # fmt: skip


def registers_of(desk: Desk, window: QWidget) -> Sequence[tuple[str, str, Callable[[], Register]]]:
    """Key, word and maker of every register, in the order in which they are offered."""
    acts = RegisterActs(desk, window)
    return (
        ("units", "单位", partial(unit_register, desk, acts)),
        ("to_confirm", "待确认的单位", partial(unit_register, desk, acts, to_confirm=True)),
        ("informants", "信息员", partial(informant_register, desk)),
        ("persons", "人员", partial(person_register, desk)),
        ("absences", "外出代签", partial(absence_register, desk)),
        ("leaders", "领导", partial(leader_register, desk)),
        ("publications", "刊物", partial(publication_register, desk, acts)),
        ("chains", "签批链", partial(chain_register, desk)),
    )


def _publication_fields(office: Office) -> tuple[Field, ...]:
    return (
        Field("name", "刊名", required=True),
        Field("subtitle", "副题"),
        Field(
            "direction", "发往", "choice", choices=[(each.value, each.label) for each in Direction]
        ),
        Field("single_topic", "一期一题", "check"),
        Field("columns", "栏目", hint="按印件上的先后，用、隔开。"),
        Field("report_to", "报", "multiline", lines=2),
        Field("send_to", "送", "multiline", lines=2),
        Field("issue_to", "发", "multiline", lines=2),
        Field("copies", "份数", "number", high=_MOST_COPIES),
        Field(
            "copy_numbers",
            "份号",
            "choice",
            choices=[(each.value, each.label) for each in CopyNumbers],
            hint="密件不论这里怎样定都编号。",
        ),
        Field("office", "编印单位", hint="印在报头左边和版记里。"),
        Field("notice", "保存提示", hint="印在报头右上角，如“内部资料　注意保存”；密件不印。"),
        Field("contact", "附注", hint="只印在上报件正文下，如“联系人：×××，电话：×××”。"),
        Field("date_rule", "报头日期用", "choice", choices=_DATE_RULES),
        Field(
            "scheme",
            "版式",
            "choice",
            choices=partial(_schemes_to_choose, office),
            default=STANDARD.name,
        ),
        Field("contents", "印目录", "check"),
        Field("credit", "印供稿单位（忧的和保护来源的不印）", "check", default=True),
        Field("active", "在用", "check", default=True),
    )


def _unit_fields(office: Office) -> tuple[Field, ...]:
    return (
        Field("name", "单位全称", required=True, hint="改名从今天起用新名，旧印件不变。"),
        Field("aliases", "简称", hint="几个简称用、隔开；收稿时按全称和简称认单位。"),
        Field(
            "class", "类别", "choice", choices=partial(_classes_to_choose, office), editable=True
        ),
        Field("position", "建制顺序", "number", blank=_LAST),
        Field(
            "frequency",
            "报送频次",
            "choice",
            choices=_words_of(Frequency),
            default=Frequency.WEEKLY.value,
        ),
        Field(
            "editor",
            "编辑",
            "choice",
            choices=partial(_people_to_choose, office),
            hint="联系这个单位的编辑；来稿列在他的“我的”里。",
        ),
        Field("phone", "电话"),
        Field("own_office", "本办（自己综合的稿件）", "check"),
        Field("active", "在用", "check", default=True),
    )


def _words_of(words: type[Vocabulary]) -> list[tuple[str, str]]:
    return [(each.value, each.label) for each in words]


def _classes_to_choose(office: Office) -> list[tuple[str, str]]:
    return [("", "（未定）"), *((name, name) for name in units.unit_classes(office))]


def _units_to_choose(office: Office) -> list[tuple[str, str]]:
    return [("", ""), *((str(row["id"]), row["name"]) for row in units.units(office))]


def _people_to_choose(office: Office) -> list[tuple[str, str]]:
    return [("", "（无）"), *people.choices(office)]


def _absence_state(row: Row) -> str:
    if row["to_date"] < today():
        return "已回来"
    return "外出" if row["from_date"] <= today() else "未开始"


def _absence_tone(row: Row) -> str:
    return "warn" if _absence_state(row) == "外出" else "secondary"


def _schemes_to_choose(office: Office) -> list[tuple[str, str]]:
    return [(scheme.name, scheme.name) for scheme in schemes(office)]


def _publications_to_choose(office: Office) -> list[tuple[str, str]]:
    every = registers.publications(office)
    return [("", "不论"), *((str(row["id"]), f"《{row['name']}》") for row in every)]


def _waits(row: Row) -> bool:
    return bool(row.get("to_confirm"))


def _unit_state(row: Row) -> str:
    if row["to_confirm"]:
        return "待确认"
    return "" if row["active"] else "停用"


def _unit_tone(row: Row) -> str:
    return "warn" if row["to_confirm"] else "secondary"


def _term(row: Row) -> str:
    start, end = moment(row["from_date"]), moment(row["to_date"])
    return f"{start}—{end}" if start or end else ""


def _save_unit(office: Office, key: int | None, values: Values) -> Changes:
    # 0 means that the person gave no place of its own; the service then puts it last.
    return units.save_unit(office, key, {**values, "position": values["position"] or None})


def _save_informant(office: Office, key: int | None, values: Values) -> Changes:
    chosen = str(values["unit"])
    if chosen and not chosen.isdigit():
        raise UserError(
            "unknown_unit",
            f"单位册里没有“{chosen}”。没有保存，您填的其他内容还在。请从列表里选，或先登记单位。",
        )
    return units.save_informant(office, key, {**values, "unit": int(chosen) if chosen else None})


def _save_ordered(
    save: Callable[[Office, int | None, Row], Changes],
    office: Office,
    key: int | None,
    values: Values,
) -> Changes:
    return save(office, key, {**values, "position": values["position"] or None})


def _save_chain(office: Office, key: int | None, values: Values) -> Changes:
    posts = [values[f"post{place}"] for place in range(1, _MOST_POSTS + 1)]
    publication = str(values["publication"])
    return registers.save_chain(
        office,
        key,
        [post for post in posts if post],
        publication=int(publication) if publication else None,
        tone=values["tone"],
        secrecy=values["secrecy"],
        direction=values["direction"],
    )


def _chain_to_form(row: Row) -> Row:
    posts = json.loads(row["posts"])
    return {**row, **{f"post{place}": post for place, post in enumerate(posts, 1)}}


def _conditions(row: Row) -> str:
    parts = [f"《{row['publication_name']}》"] if row["publication"] else []
    lists: tuple[tuple[str, type[Vocabulary]], ...] = (
        ("direction", Direction), ("tone", Tone), ("secrecy", Secrecy)
    )  # fmt: skip
    parts += [_condition(words(row[name])) for name, words in lists if row[name]]
    return " · ".join(parts) or "其余情况"


def _condition(word: Vocabulary) -> str:
    return _TONES.get(word, word.label)


def _posts(row: Row) -> str:
    return " → ".join(Post(post).label for post in json.loads(row["posts"]))
