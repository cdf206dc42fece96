"""Every act that is not final: do, undo, and the file is as it was (architecture.md 11)."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import office_maker as make
import pytest
from distribution_acts import DISTRIBUTION_ACTS, distribution_act
from form_maker import own_form
from ledger_maker import nasty_ledger

import xinxi_desktop.services as package
from xinxi_desktop.domain.advice import Remedy
from xinxi_desktop.domain.comments import Anchor
from xinxi_desktop.domain.cures import TITLE, Cure, text_mark
from xinxi_desktop.domain.document import document_from_lines
from xinxi_desktop.domain.masthead import MastheadTemplate
from xinxi_desktop.domain.page_scheme import STANDARD
from xinxi_desktop.domain.searches import Search
from xinxi_desktop.domain.vocabulary import (
    Disposition,
    PaperForm,
    VerificationOutcome,
    VerificationWay,
    WordFonts,
)
from xinxi_desktop.errors import UserError
from xinxi_desktop.services import (
    absences,
    articles,
    comments,
    diverting,
    duties,
    forms,
    intake,
    issues,
    ledger,
    page_advice,
    printing,
    ready,
    registers,
    reviewing,
    schemes,
    searches,
    signing,
    trash,
    typefaces,
    units,
    verification,
)
from xinxi_desktop.services.acts import redo_last, redoable, undo_act, undo_last
from xinxi_desktop.services.office import Changes, Office, find_person
from xinxi_desktop.services.statistics import set_year_start
from xinxi_desktop.services.undoing import plan, step_ids, undo_since
from xinxi_desktop.store.transaction import Transaction

KEPT = {"act", "act_row", "counter", "blob", "sqlite_sequence"}
"""Numbers once given, and bytes under their hash, stay after an undo (see transaction.py)."""

Do = Callable[[], Changes]
VERIFIED = (VerificationWay.PHONE, VerificationOutcome.TRUE)
BODY = document_from_lines(["改过的正文。"])


def dump(office: Office) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table but those that an undo leaves alone."""
    tables = office.file.all("SELECT name FROM sqlite_master WHERE type = 'table'")
    names = {row["name"] for row in tables} - KEPT
    names = {name for name in names if not name.startswith(("_sqlite", "search_"))}
    return {
        name: [tuple(row.values()) for row in office.file.all(f"SELECT * FROM {name}")]
        for name in sorted(names)
    }


def scenario(office: Office, folder: Path, name: str) -> Do:
    """Prepare what an act needs and give the act."""
    chief = find_person(office, "科长")
    if name in {
        "登记来稿",
        "更正登记",
        "核对登记",
        "初选",
        "删除来稿",
        "恢复来稿",
        "标为待核实",
        "核实",
        "成稿",
        "修改稿件",
        "更改稿件登记",
        "送核",
        "核稿",
        "退改稿件",
        "加批注",
        "处理批注",
        "重开批注",
    }:
        return on_reports(office, folder, name, chief)
    if name in {
        "登记单位",
        "修改单位",
        "导入单位名录",
        "确认单位",
        "并入单位",
        "登记信息员",
        "修改信息员",
    }:
        return on_units(office, name)
    if name == "导入往年台账":
        return on_ledger(office, folder)
    if name.endswith("查询"):
        return on_searches(office, name)
    if name in {"更改分工", "登记外出", "更改外出", "取消外出"}:
        return on_absences(office, name, chief)
    if name in DISTRIBUTION_ACTS:
        return distribution_act(office, name)
    if name in {"更换表单", "恢复自带表单"}:
        return on_forms(office, folder, name)
    if name in {"采用版面调整", "撤消版面调整", "更改标题换行"}:
        return on_pages(office, name)
    if name.endswith("版式"):
        return on_schemes(office, name)
    if name.startswith(
        ("登记", "填写", "添加", "修改", "删除", "更改单位", "更改字体", "更改统计")
    ):
        return on_registers(office, name)
    return on_issues(office, name)


def on_reports(office: Office, folder: Path, name: str, chief: int) -> Do:
    """Acts on submissions and articles."""
    if name == "登记来稿":
        path = folder / "甲.txt"
        path.write_text("关于甲事的情况\n甲县委办公室报告，甲事已办妥。\n", encoding="utf-8")

        def register() -> Changes:
            outcome = next(iter(intake.import_files(office, [path])))
            return Changes(office.file.value("SELECT max(id) FROM act"), outcome.title)

        return register
    unit = make.unit(office, "安渡区委办公室")
    report = make.report(office, units=(unit,), guessed="kind,tone")
    if name == "恢复来稿":
        trash.trash(office, [report])
    if name in {
        "更正登记",
        "核对登记",
        "初选",
        "成稿",
        "删除来稿",
        "恢复来稿",
        "标为待核实",
        "核实",
    }:
        return {
            "更正登记": lambda: intake.correct(office, report, {"title": "新题", "units": []}),
            "核对登记": lambda: intake.confirm_guesses(office, [report]),
            "初选": lambda: intake.dispose(office, [report], Disposition.SHORTLIST),
            "删除来稿": lambda: trash.trash(office, [report]),
            "恢复来稿": lambda: trash.restore(office, [report]),
            "标为待核实": lambda: verification.mark_to_verify(office, [report]),
            "核实": lambda: verification.verify(office, report, "甲局", *VERIFIED),
            "成稿": lambda: articles.create_article(office, [report]),
        }[name]
    key = articles.create_article(office, [report]).id
    anchor = Anchor("b1", 0, 2, "第一")
    comments.add_comment(office, key, anchor, "核一下")
    remark = comments.comments(office, key)[0]["id"]
    if name == "重开批注":
        comments.settle_comment(office, remark)
    return {
        "加批注": lambda: comments.add_comment(office, key, anchor, "再核一下"),
        "处理批注": lambda: comments.settle_comment(office, remark),
        "重开批注": lambda: comments.reopen_comment(office, remark),
        "修改稿件": lambda: articles.save_revision(office, key, "新题", BODY),
        "更改稿件登记": lambda: articles.change_article(office, key, {"tone": "喜"}),
        "送核": lambda: reviewing.submit_for_review(office, [key]),
        "核稿": lambda: reviewing.review_article(office, key, person=chief),
        "退改稿件": lambda: reviewing.return_article(office, key, "缺数据", person=chief),
    }[name]


def on_searches(office: Office, name: str) -> Do:
    """Acts on kept searches."""
    key = searches.keep_search(office, "本月", Search(text="日期:本月"), shared=False).id
    return {
        "存为查询": lambda: searches.keep_search(office, "问题", Search(), shared=True),
        "更改查询": lambda: searches.rename_search(office, key, "这个月", shared=True),
        "删除查询": lambda: searches.delete_search(office, key),
    }[name]


def on_units(office: Office, name: str) -> Do:
    """Acts on units and informants."""
    unit, other = make.unit(office, "安渡区委办公室", "安渡"), make.unit(office, "甲局", "甲")
    make.report(office, units=(other,))
    found = unknown_unit(office)
    someone = units.save_informant(office, None, {"name": "张三", "unit": unit}).id
    return {
        "登记单位": lambda: units.save_unit(office, None, {"name": "乙局", "aliases": "乙、乙委"}),
        "修改单位": lambda: units.save_unit(
            office, unit, {"name": "安渡区办", "aliases": "渡", "class": "开发区"}
        ),
        "导入单位名录": lambda: units.import_units(office, [{"name": "丙局", "aliases": ["丙"]}]),
        "确认单位": lambda: units.confirm_units(office, [found, other]),
        "并入单位": lambda: units.merge_unit(office, other, unit),
        "登记信息员": lambda: units.save_informant(office, None, {"name": "李四", "unit": unit}),
        "修改信息员": lambda: units.save_informant(office, someone, {"name": "王五"}),
    }[name]


def unknown_unit(office: Office) -> int:
    """A unit that import has registered by itself."""

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        return "", (units.add_unit(tx, "生单位", to_confirm=True),)

    return office.do("登记来稿", work).id


def on_registers(office: Office, name: str) -> Do:
    """Acts on persons, leaders, publications and chains."""
    leader = registers.save_leader(office, None, {"name": "赵某", "title": "书记"}).id
    chain = registers.chains(office)[0]["id"]
    return {
        "登记人员": lambda: registers.save_person(office, None, {"name": "新编辑"}),
        "填写姓名": lambda: registers.name_persons(office, {1: "陈某", 2: ""}),
        "修改人员": lambda: registers.save_person(office, 1, {"name": "改名", "active": False}),
        "登记领导": lambda: registers.save_leader(office, None, {"name": "钱", "title": "市长"}),
        "修改领导": lambda: registers.save_leader(office, leader, {"name": "钱", "title": "市长"}),
        "登记刊物": lambda: registers.save_publication(office, None, {"name": "旬报"}),
        "添加现成刊物": lambda: ready.add_ready_publication(office, "社情民意专报"),
        "修改刊物": lambda: registers.save_publication(office, 1, {"name": "旬报", "copies": 3}),
        "修改刊头": lambda: registers.save_masthead(office, 1, MastheadTemplate(name_pt=40)),
        "登记签批链": lambda: registers.save_chain(office, None, ["科长"], tone="忧"),
        "修改签批链": lambda: registers.save_chain(office, chain, ["科长"]),
        "删除签批链": lambda: registers.delete_chain(office, chain),
        "更改字体名称": lambda: typefaces.choose_word_fonts(office, WordFonts.OFFICIAL),
        "更改单位名称": lambda: registers.rename_office(office, "某市委办公室"),
        "更改统计年度": lambda: set_year_start(office, "12-01"),
    }[name]


def on_ledger(office: Office, folder: Path) -> Do:
    """The rows of an old ledger in one act."""
    sheet = ledger.open_ledger(nasty_ledger(folder / "台账.xlsx"))[0]
    plan = ledger.plan_import(office, sheet, ledger.columns_for(office, sheet))
    return lambda: ledger.import_ledger(office, plan)


def on_absences(office: Office, name: str, chief: int) -> Do:
    """Acts on 分工 and 外出."""
    first, second = make.unit(office, "甲局"), make.unit(office, "乙局")
    duties.assign_units(office, office.person, [first])
    week = {"person": chief, "from_date": "2026-11-23", "to_date": "2026-11-27"}
    away = absences.save_absence(office, None, week).id
    later = {**week, "from_date": "2026-12-01", "to_date": "2026-12-03", "deputy": office.person}
    return {
        "更改分工": lambda: duties.assign_units(office, office.person, [second]),
        "登记外出": lambda: absences.save_absence(office, None, later),
        "更改外出": lambda: absences.save_absence(office, away, later),
        "取消外出": lambda: absences.delete_absence(office, away),
    }[name]


def on_schemes(office: Office, name: str) -> Do:
    """Acts on the office's own page schemes."""
    own = replace(STANDARD, name="宽边", inner_mm=40.0)
    if name != "建立版式":
        schemes.save_scheme(office, own)
    return {
        "建立版式": lambda: schemes.save_scheme(office, own),
        "修改版式": lambda: schemes.save_scheme(office, replace(own, top_mm=40.0), before="宽边"),
        "删除版式": lambda: schemes.drop_scheme(office, "宽边"),
    }[name]


def on_forms(office: Office, folder: Path, name: str) -> Do:
    """Acts on form templates."""
    form = PaperForm.SIGN_SHEET
    path = own_form(folder / "审签单.docx", "{{ 期名 }}")
    if name == "恢复自带表单":
        forms.take_template(office, form, path)
    return {
        "更换表单": lambda: forms.take_template(office, form, path),
        "恢复自带表单": lambda: forms.drop_template(office, form),
    }[name]


def on_pages(office: Office, name: str) -> Do:
    """Acts on how an issue sits on its pages."""
    key = make.issue(office)
    item = issues.items(office, key)[0]
    cure = Cure(TITLE, text_mark(item["title"]), lines=-1)
    remedy = Remedy(((0, cure),), "少空一行")
    if name == "撤消版面调整":
        page_advice.adopt_remedy(office, key, remedy)
    kept = [page_advice.Kept(0, cure, "")]
    return {
        "采用版面调整": lambda: page_advice.adopt_remedy(office, key, remedy),
        "撤消版面调整": lambda: page_advice.drop_cures(office, key, kept),
        "更改标题换行": lambda: page_advice.break_title(office, item["id"], [2]),
    }[name]


def on_issues(office: Office, name: str) -> Do:
    """Acts on issues that are not final."""
    key = make.issue(office)
    first, second = (row["id"] for row in issues.items(office, key))
    spare = make.article(office, "备用一条")
    if name in {"出清样", "送签", "退改", "缓发"}:
        signing.send_to_check(office, key)
    if name in {"送签"}:
        signing.make_proof(office, key)
    if name in {"复审", "复核"}:
        key = make.signed_issue(office)
    return {
        "组期": lambda: issues.create_issue(office, 1, [spare]),
        "编入": lambda: issues.add_articles(office, key, [spare]),
        "调整次序": lambda: issues.order_items(office, key, [second, first]),
        "更改栏目按语": lambda: issues.change_item(office, first, {"editor_note": "按"}),
        "更改期的登记": lambda: issues.change_issue(office, key, {"copies": 9}),
        "撤下": lambda: issues.take_out(office, first),
        "改发": lambda: diverting.divert_item(office, first, 2),
        "改刊": lambda: issues.move_to_publication(office, key, 5),
        "送核稿": lambda: signing.send_to_check(office, key),
        "出清样": lambda: signing.make_proof(office, key),
        "送签": lambda: signing.send_for_signature(office, key),
        "退改": lambda: signing.return_issue(office, key, "重排"),
        "缓发": lambda: signing.defer_issue(office, key, "等通知"),
        "复审": lambda: signing.resubmit(office, key, "改数字"),
        "复核": lambda: printing.recheck(office, key, person=find_person(office, "校对")),
    }[name]


SCENARIOS = (
    "更换表单", "恢复自带表单", "更改分工", "登记外出", "更改外出", "取消外出",
    "导入往年台账",
    "登记来稿", "更正登记", "核对登记", "删除来稿", "恢复来稿", "标为待核实", "核实", "初选",
    "存为查询", "更改查询", "删除查询",
    "加批注", "处理批注", "重开批注", "成稿", "修改稿件", "更改稿件登记", "送核", "核稿", "退改稿件",
    "登记单位", "修改单位", "导入单位名录", "确认单位", "并入单位", "登记信息员", "修改信息员",
    "登记人员", "填写姓名", "修改人员", "登记领导", "修改领导", "登记刊物", "添加现成刊物", "修改刊物", "登记签批链",
    "修改签批链", "删除签批链", "更改单位名称", "更改统计年度", "更改字体名称", "修改刊头",
    "建立版式", "修改版式", "删除版式", "采用版面调整", "撤消版面调整", "更改标题换行",
    "组期", "编入", "调整次序", "更改栏目按语", "更改期的登记", "撤下", "改发", "改刊", "送核稿", "出清样",
    "送签", "退改", "缓发", "复审", "复核", *DISTRIBUTION_ACTS,
)  # fmt: skip


@pytest.mark.parametrize("name", SCENARIOS)
def test_an_undone_act_leaves_the_file_as_it_was(office: Office, tmp_path: Path, name: str) -> None:
    act = scenario(office, tmp_path, name)
    before = dump(office)
    done = act()
    assert dump(office) != before
    undo_act(office, done.act)
    assert dump(office) == before


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_redone_act_leaves_the_file_as_the_act_did(
    office: Office, tmp_path: Path, name: str
) -> None:
    act = scenario(office, tmp_path, name)
    before = dump(office)
    done, after = act(), dump(office)
    undo_act(office, done.act)
    again = redo_last(office)
    assert dump(office) == after
    undo_act(office, again.act)
    assert dump(office) == before


@pytest.mark.parametrize("name", SCENARIOS)
def test_the_list_says_of_every_act_what_goes_back(
    office: Office, tmp_path: Path, name: str
) -> None:
    told = plan(office, scenario(office, tmp_path, name)().act)
    assert told.refused == "" and told.lines
    assert [line for line in told.lines if "其他记录" in line or "None" in line] == []


@pytest.mark.parametrize("name", SCENARIOS)
def test_no_sentence_of_an_act_holds_a_title(office: Office, tmp_path: Path, name: str) -> None:
    scenario(office, tmp_path, name)()
    assert titles_told(office) == []


def test_no_sentence_on_the_way_to_paper_holds_a_title(office: Office) -> None:
    make.printed_issue(office)
    assert titles_told(office) == []


def titles_told(office: Office) -> list[str]:
    """Sentences of acts, which notices repeat, that hold the title of a report or an article."""
    rows = office.file.all("SELECT title FROM submission UNION SELECT title FROM article")
    told = [row["summary"] for row in office.file.all("SELECT summary FROM act")]
    return [each for each in told if any(row["title"] in each for row in rows)]


def test_every_act_that_is_not_final_has_a_scenario() -> None:
    assert undoable_acts() - {name.removesuffix("稿件") if name == "退改稿件" else name
                              for name in SCENARIOS} == set()  # fmt: skip


def undoable_acts() -> set[str]:
    """The names given to ``office.do`` without ``final=True`` in any service."""
    found: set[str] = set()
    for path in Path(package.__path__[0]).glob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and getattr(call.func, "attr", "") == "do":
                if any(key.arg == "final" for key in call.keywords):
                    continue
                found |= {
                    node.value
                    for node in ast.walk(call.args[0])
                    if isinstance(node, ast.Constant) and isinstance(node.value, str)
                }
    return found


def test_a_final_act_cannot_be_undone(office: Office) -> None:
    make.signed_issue(office)
    with pytest.raises(UserError, match="不能撤销") as refused:
        undo_last(office)
    assert refused.value.code == "act_is_final"


def test_an_act_with_later_work_on_it_is_not_undone(office: Office) -> None:
    report = make.report(office)
    decided = intake.dispose(office, [report], Disposition.KEEP)
    intake.dispose(office, [report], Disposition.SHORTLIST)
    with pytest.raises(UserError, match="后来又做了“初选”"):
        undo_act(office, decided.act)


def test_an_undone_registration_never_gives_its_number_again(office: Office) -> None:
    make.report(office)
    undo_last(office)
    key = make.report(office)
    assert intake.submission(office, key)["number"] == 2


def test_a_batch_is_undone_together(office: Office, tmp_path: Path) -> None:
    for name in ("甲", "乙"):
        (tmp_path / f"{name}.txt").write_text(f"{name}事情况\n{name}事已办。\n", encoding="utf-8")
    list(intake.import_files(office, [tmp_path / "甲.txt", tmp_path / "乙.txt"]))
    undo_last(office)
    assert intake.queue_counts(office)["all"] == 0


def test_several_undone_acts_are_redone_in_their_order(office: Office) -> None:
    report = make.report(office)
    intake.dispose(office, [report], Disposition.KEEP)
    intake.correct(office, report, {"title": "改过"})
    undo_last(office)
    undo_last(office)
    assert "留存" in redo_last(office).sentence
    redo_last(office)
    row = intake.submission(office, report)
    assert (row["disposition"], row["title"]) == ("keep", "改过")
    assert redoable(office) == ""


def test_what_is_redone_can_be_undone_and_redone_again(office: Office) -> None:
    report = make.report(office)
    intake.dispose(office, [report], Disposition.KEEP)
    undo_last(office)
    redo_last(office)
    assert undo_last(office).sentence.count("已") == 2
    redo_last(office)
    assert intake.submission(office, report)["disposition"] == "keep"


def test_a_batch_and_several_steps_are_redone_at_once(office: Office, tmp_path: Path) -> None:
    first = make.unit(office, "安渡区委办公室")
    for name in ("甲", "乙"):
        (tmp_path / f"{name}.txt").write_text(f"{name}事情况\n{name}事已办。\n", encoding="utf-8")
    list(intake.import_files(office, [tmp_path / "甲.txt", tmp_path / "乙.txt"]))
    undo_since(office, step_ids(office)[1])
    redo_last(office)
    assert intake.queue_counts(office)["all"] == 2
    assert [row["id"] for row in units.units(office)] == [first]


def test_nothing_is_redone_after_something_else_was_done(office: Office) -> None:
    report = make.report(office)
    intake.dispose(office, [report], Disposition.KEEP)
    undo_last(office)
    intake.dispose(office, [report], Disposition.REJECT, "内容一般")
    assert redoable(office) == ""
    with pytest.raises(UserError, match="没有可以重做的"):
        redo_last(office)


def test_undoing_with_nothing_done_is_a_sentence(office: Office) -> None:
    with pytest.raises(UserError, match="不能撤销|没有可以撤销"):
        undo_last(office)
