"""Importing last year's ledger."""

from __future__ import annotations

from pathlib import Path

import office_maker as make
import pytest
from ledger_maker import nasty_ledger, plain_ledger

from xinxi_desktop.domain.period import parse_period
from xinxi_desktop.errors import UserError
from xinxi_desktop.services import ledger
from xinxi_desktop.services.acts import undo_act
from xinxi_desktop.services.issues import find_publication
from xinxi_desktop.services.office import Changes, Office
from xinxi_desktop.services.safekeeping import verify
from xinxi_desktop.services.search import search
from xinxi_desktop.services.statistics import statistics
from xinxi_desktop.services.units import names_of_units, units

HEADS = ("日期", "单位", "标题")


def planned(
    office: Office, path: Path, choices: ledger.Choices | None = None, year: int = 0
) -> ledger.LedgerPlan:
    sheet = ledger.open_ledger(path)[0]
    return ledger.plan_import(office, sheet, ledger.columns_for(office, sheet), choices, year)


@pytest.fixture
def nasty(office: Office, tmp_path: Path) -> ledger.LedgerPlan:
    """The plan for the nasty ledger; two of its three units are known, one by an alias."""
    make.unit(office, "安渡区委办公室", "安渡区")
    make.unit(office, "白湾区委办公室")
    return planned(office, nasty_ledger(tmp_path / "台账.xlsx"))


def imported(office: Office, plan: ledger.LedgerPlan) -> Changes:
    return ledger.import_ledger(office, plan)


def test_two_heading_rows_are_one(nasty: ledger.LedgerPlan) -> None:
    assert nasty.headings[3:6] == ("标题", "采用情况·刊物", "采用情况·期号")
    assert (nasty.columns["received"], nasty.columns["printed"]) == (1, 6)


def test_dates_of_every_kind_are_read(nasty: ledger.LedgerPlan) -> None:
    days = [each.entry.received for each in nasty.entries]
    assert days == ["2025-03-05", "2025-03-06", "2025-03-08", "2025-03-09"]


def test_a_merged_unit_holds_for_each_row(nasty: ledger.LedgerPlan) -> None:
    assert [each.entry.units for each in nasty.entries[:2]] == [("安渡区",)] * 2


def test_what_cannot_be_read_is_named_with_its_row(nasty: ledger.LedgerPlan) -> None:
    reasons = {left.line: left.reason for left in nasty.leftovers}
    assert list(reasons) == [8, 9, 10, 11]
    assert ("认不出" in reasons[8], "标题" in reasons[9], "重复" in reasons[10]) == (True,) * 3
    assert ("看不出是第几期" in reasons[11], nasty.totals) == (True, 1)


def test_imported_rows_count_in_the_statistics_of_their_period(
    office: Office, nasty: ledger.LedgerPlan
) -> None:
    imported(office, nasty)
    table = statistics(office, parse_period("2025-03"))
    assert (table.total.submitted, table.total.adopted_items) == (4, 2)
    assert all(each.ok for each in verify(office))


def test_imported_rows_are_found(office: Office, nasty: ledger.LedgerPlan) -> None:
    imported(office, nasty)
    assert any("防汛准备" in hit.title for hit in search(office, "防汛准备"))


def test_an_import_is_one_step_that_can_be_undone(office: Office, nasty: ledger.LedgerPlan) -> None:
    before = len(units(office))
    undo_act(office, imported(office, nasty).act)
    left = office.file.value("SELECT count(*) FROM submission")
    assert (left, len(units(office))) == (0, before)


def test_a_cancelled_import_leaves_nothing(office: Office, nasty: ledger.LedgerPlan) -> None:
    def stop(done: int, _total: int, _text: str) -> None:
        if done == 2:
            raise UserError("cancelled", "已停下。")

    with pytest.raises(UserError):
        ledger.import_ledger(office, nasty, stop)
    assert office.file.value("SELECT count(*) FROM submission") == 0


def test_the_same_ledger_is_not_imported_twice(
    office: Office, nasty: ledger.LedgerPlan, tmp_path: Path
) -> None:
    imported(office, nasty)
    again = planned(office, tmp_path / "台账.xlsx")
    assert again.entries == ()
    with pytest.raises(UserError, match="没有可以导入的行"):
        imported(office, again)


def test_an_unknown_unit_is_registered_to_be_confirmed(
    office: Office, nasty: ledger.LedgerPlan
) -> None:
    imported(office, nasty)
    assert nasty.unknown_units == ("云台局",)
    assert [row["name"] for row in units(office) if row["to_confirm"]] == ["云台局"]


def test_a_unit_chosen_for_a_name_gets_it_as_alias(office: Office, tmp_path: Path) -> None:
    key = make.unit(office, "云台市监局")
    path = plain_ledger(tmp_path / "台账.xlsx", HEADS, [("2025-03-01", "云台局", "甲事")])
    imported(office, planned(office, path, ledger.Choices({"云台局": key})))
    assert names_of_units(office)["云台局"] == (key,)


def test_an_alias_of_two_units_waits_for_a_choice(office: Office, tmp_path: Path) -> None:
    one = make.unit(office, "甲局", "局")
    make.unit(office, "乙局", "局")
    path = plain_ledger(tmp_path / "台账.xlsx", HEADS, [("2025-03-01", "局", "甲事")])
    assert "要先选定" in planned(office, path).leftovers[0].reason
    assert planned(office, path, ledger.Choices({"局": one})).entries[0].units == (one,)


def test_an_unknown_publication_waits_for_a_choice(office: Office, tmp_path: Path) -> None:
    heads = (*HEADS, "采用刊物", "期号")
    path = plain_ledger(tmp_path / "账.xlsx", heads, [("2025-3-1", "甲局", "甲事", "旧报", "3")])
    assert planned(office, path).unknown_publications == ("旧报",)
    chosen = ledger.Choices(publications={"旧报": find_publication(office, "每日快报")})
    assert planned(office, path, chosen).entries[0].places[0][1:] == (2025, 3)


def test_numbers_of_the_ledger_are_kept_and_go_on(office: Office, tmp_path: Path) -> None:
    rows = [("2026-3-1", "甲局", "甲事", ""), ("2026-3-2", "甲局", "乙事", 7)]
    path = plain_ledger(tmp_path / "账.xlsx", (*HEADS, "编号"), rows)
    imported(office, planned(office, path))
    numbers = [row["number"] for row in office.file.all("SELECT number FROM submission")]
    assert sorted(numbers) == [7, 8]


def test_an_issue_made_here_is_never_added_to(office: Office, tmp_path: Path) -> None:
    make.printed_issue(office)
    heads = (*HEADS, "采用刊物", "期号")
    row = ("2026-11-20", "甲局", "甲事", "每日快报", "第1期")
    plan = planned(office, plain_ledger(tmp_path / "账.xlsx", heads, [row]))
    assert "已在本程序里编过" in plan.leftovers[0].reason


def test_a_date_without_a_year_needs_one(office: Office, tmp_path: Path) -> None:
    path = plain_ledger(tmp_path / "账.xlsx", HEADS, [("3月1日", "甲局", "甲事")])
    assert planned(office, path).entries == ()
    assert planned(office, path, year=2025).entries[0].entry.received == "2025-03-01"


def test_chosen_columns_are_remembered_for_the_same_headings(
    office: Office, tmp_path: Path
) -> None:
    path = plain_ledger(tmp_path / "账.xlsx", ("日期", "单位", "标题", "主题"),
                        [("2025-3-1", "甲局", "甲", "乙")])  # fmt: skip
    sheet = ledger.open_ledger(path)[0]
    columns = {**ledger.columns_for(office, sheet), "title": 3}
    imported(office, ledger.plan_import(office, sheet, columns))
    assert ledger.columns_for(office, sheet) == columns


def test_leftovers_are_kept_as_a_ledger_beside_the_first(
    nasty: ledger.LedgerPlan, tmp_path: Path
) -> None:
    kept = ledger.keep_leftovers(nasty, tmp_path / "台账.xlsx")
    assert kept is not None
    assert len(ledger.open_ledger(kept)[0].rows) == len(nasty.leftovers)
    again = ledger.keep_leftovers(nasty, tmp_path / "台账.xlsx")
    assert again is not None and again != kept


def test_a_file_without_a_heading_is_a_sentence(tmp_path: Path) -> None:
    path = plain_ledger(tmp_path / "账.xlsx", ("一", "二"), [("三", "四")])
    with pytest.raises(UserError, match="找不到标题行"):
        ledger.open_ledger(path)


def test_a_file_that_is_no_workbook_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "账.xlsx"
    path.write_text("不是表格", encoding="utf-8")
    with pytest.raises(UserError, match="不是能读的 Excel 文件"):
        ledger.open_ledger(path)


def test_a_sheet_without_a_title_column_asks_for_it(office: Office, tmp_path: Path) -> None:
    path = plain_ledger(tmp_path / "账.xlsx", ("日期", "单位"), [("2025-3-1", "甲局")])
    with pytest.raises(UserError, match="哪一列是标题"):
        planned(office, path)
