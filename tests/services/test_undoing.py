"""The list of what was done, what its undo would do, and undoing back to a step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import office_maker as make
import pytest

from xinxi_desktop.domain.filters import SubmissionFilter
from xinxi_desktop.domain.vocabulary import Disposition
from xinxi_desktop.errors import UserError
from xinxi_desktop.services import intake, registers, units
from xinxi_desktop.services.acts import redo_last, undo_act, undo_last
from xinxi_desktop.services.office import Office
from xinxi_desktop.services.undoing import plan, step_ids, step_rows, undo_since


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = make.new_office(tmp_path)
    yield made
    made.close()


def import_two(office: Office, folder: Path) -> None:
    for name in ("甲", "乙"):
        (folder / f"{name}.txt").write_text(f"{name}事情况\n{name}事已办。\n", encoding="utf-8")
    list(intake.import_files(office, [folder / "甲.txt", folder / "乙.txt"]))


def test_a_batch_is_one_step_that_counts_its_records(office: Office, tmp_path: Path) -> None:
    import_two(office, tmp_path)
    (newest, before) = step_rows(office, step_ids(office))
    assert newest["acts"] == 2 and newest["touched"].startswith("来稿 2 条")
    assert before["final"]


def test_the_plan_of_a_batch_names_every_record_that_goes(office: Office, tmp_path: Path) -> None:
    import_two(office, tmp_path)
    lines = plan(office, step_ids(office)[0]).lines
    assert [line for line in lines if line.startswith("去掉来稿")] == [
        "去掉来稿 2026-2《乙事情况》",
        "去掉来稿 2026-1《甲事情况》",
    ]


def test_the_plan_says_what_goes_back_to_what(office: Office) -> None:
    report = make.report(office)
    intake.dispose(office, [report], Disposition.REJECT, "内容一般")
    (line,) = plan(office, step_ids(office)[0]).lines
    assert "去向 不用 → 空" in line and "理由 内容一般 → 空" in line


def test_the_plan_of_units_and_persons_reads_as_words(office: Office) -> None:
    unit = make.unit(office, "安渡区委办公室")
    units.save_unit(office, unit, {"name": "安渡区委办公室", "phone": "8123"})
    assert plan(office, step_ids(office)[0]).lines == ("单位“安渡区委办公室”：电话 8123 → 空",)
    registers.save_person(office, 1, {"name": "王某", "active": False})
    assert "在用 否 → 是" in plan(office, step_ids(office)[0]).lines[0]


def test_a_step_with_later_work_on_it_says_so_and_can_be_undone_with_it(office: Office) -> None:
    report = make.report(office)
    decided = intake.dispose(office, [report], Disposition.KEEP)
    intake.dispose(office, [report], Disposition.SHORTLIST)
    told = plan(office, decided.act)
    assert "又做了“初选”" in told.refused
    assert told.refused_since == "" and told.since == 2


def test_undoing_back_to_a_step_takes_all_after_it_back(office: Office, tmp_path: Path) -> None:
    make.unit(office, "安渡区委办公室")
    import_two(office, tmp_path)
    first = step_ids(office)[0]
    intake.dispose(office, intake.submission_ids(office, SubmissionFilter()), Disposition.KEEP)
    done = undo_since(office, first)
    assert done.sentence == "已撤销最近 2 步"
    assert intake.queue_counts(office)["all"] == 0
    assert [row["undone_by"] for row in step_rows(office, step_ids(office))[:2]] == [done.act] * 2


def test_an_undone_step_can_not_be_undone_again(office: Office) -> None:
    make.report(office)
    step = step_ids(office)[0]
    undo_act(office, step)
    assert "已经撤销过" in plan(office, step).refused
    assert step_ids(office)[0] == step


def test_a_final_step_stops_going_back_beyond_it(office: Office) -> None:
    report = make.report(office)
    before = step_ids(office)[0]
    make.signed_issue(office)
    told = plan(office, before)
    assert "已成定局的“签发”" in told.refused_since
    with pytest.raises(UserError, match="已成定局"):
        undo_since(office, before)
    assert intake.submission(office, report)["number"] == 1


def test_a_step_before_a_final_one_does_not_offer_to_go_back_that_far(office: Office) -> None:
    report = make.report(office)
    decided = intake.dispose(office, [report], Disposition.KEEP)
    intake.dispose(office, [report], Disposition.SHORTLIST)
    make.signed_issue(office)
    told = plan(office, decided.act).refused
    assert "又做了“初选”" in told and "不能撤销到这一步" in told
    assert "或用“撤销到这一步”" not in told


def test_a_step_that_was_done_again_says_so_until_that_is_undone_too(office: Office) -> None:
    first = intake.dispose(office, [make.report(office)], Disposition.KEEP).act
    told = []
    for act in (undo_last, redo_last, undo_last):
        act(office)
        (row,) = step_rows(office, [first])
        told.append(bool(row["redone"]))

    assert told == [False, True, False]


def test_a_redone_step_is_listed_and_the_undo_is_not(office: Office) -> None:
    intake.dispose(office, [make.report(office)], Disposition.KEEP)
    count = len(step_ids(office))
    undo_last(office)
    redo_last(office)
    rows = step_rows(office, step_ids(office))
    assert len(rows) == count + 1
    assert [bool(row["undone_by"]) for row in rows[:2]] == [False, True]


def test_a_final_step_says_that_it_is(office: Office) -> None:
    make.signed_issue(office)
    assert "已成定局" in plan(office, step_ids(office)[0]).refused


def test_every_kind_of_change_can_be_said(office: Office) -> None:
    make.printed_issue(office, [("市委领导", "机要", 3)])
    rows = step_rows(office, step_ids(office))
    assert all(row["touched"] for row in rows)
    assert all(plan(office, row["id"]).lines for row in rows if not row["final"])
