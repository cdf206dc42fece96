"""The office's table of units, as offices really keep it."""

from pathlib import Path

import pytest
import xlsxwriter
from word_parts import zipped

from xinxi_desktop.domain.vocabulary import Frequency
from xinxi_desktop.errors import UserError
from xinxi_desktop.importers.refusals import TABLE_SENTENCES
from xinxi_desktop.importers.units import UnitRow, UnitTable, read_units

HEAD = "单位,简称,类别,建制顺序,报送频次,电话"


def table(folder: Path, *lines: str, codec: str = "utf-8") -> UnitTable:
    path = folder / "单位.csv"
    path.write_bytes("\r\n".join(lines).encode(codec))
    return read_units(path)


def workbook(folder: Path, rows: list[list[object]]) -> Path:
    path = folder / "单位.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("名录")
        for index, row in enumerate(rows):
            sheet.write_row(index, 0, row)
    return path


def refused(folder: Path, *lines: str) -> UserError:
    with pytest.raises(UserError) as caught:
        table(folder, *lines)
    return caught.value


def test_row_is_read_by_heading(tmp_path: Path) -> None:
    found = table(tmp_path, HEAD, "望川县委办公室,望川县委办、望川县,县(市、区),4,日,0000-2530118")

    assert found.rows == (
        UnitRow(
            "望川县委办公室",
            ("望川县委办", "望川县"),
            "县(市、区)",
            4,
            Frequency.DAILY,
            "0000-2530118",
        ),
    )


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_every_encoding_of_excel_is_read(tmp_path: Path, codec: str) -> None:
    assert table(tmp_path, "单位", "市人社局", codec=codec).rows[0].name == "市人社局"


def test_other_columns_are_named_and_ignored(tmp_path: Path) -> None:
    assert table(tmp_path, "序号,单位,备注", "1,市人社局,好").ignored_columns == ("序号", "备注")


def test_heading_may_stand_below_a_title(tmp_path: Path) -> None:
    assert (
        table(tmp_path, "2026年单位名录,,", ",,", "单 位,简称", "市人社局,").rows[0].aliases == ()
    )


def test_columns_may_come_in_any_order(tmp_path: Path) -> None:
    (row,) = table(tmp_path, "电话;报送频次;单位", "0000-1;每周;市人社局").rows

    assert (row.name, row.frequency, row.phone) == ("市人社局", Frequency.WEEKLY, "0000-1")


def test_numbers_of_a_workbook_are_text_again(tmp_path: Path) -> None:
    rows: list[list[object]] = [["单位", "建制顺序", "电话"], ["市人社局", 3, 13800000000]]
    (row,) = read_units(workbook(tmp_path, rows)).rows

    assert (row.order, row.phone) == (3, "13800000000")


def test_blank_rows_are_passed_over(tmp_path: Path) -> None:
    assert len(table(tmp_path, "单位,电话", ",", "市人社局,1", "", "市民政局,2").rows) == 2


def test_unit_given_twice_is_merged_and_said(tmp_path: Path) -> None:
    found = table(tmp_path, "单位,简称,电话", "市人社局,人社,", "市人社局,人社局,0000-1")

    assert found.rows[0].aliases == ("人社", "人社局")
    assert found.rows[0].phone == "0000-1"
    assert found.notes == ("第3行“市人社局”重复，已与前面的合并",)


def test_what_is_not_said_stays_open(tmp_path: Path) -> None:
    (row,) = table(tmp_path, HEAD, "市人社局,,,,,").rows

    assert (row.order, row.frequency, row.class_) == (0, None, "")


REFUSED = {
    "units_no_heading": ("名称甲,电话", "市人社局,1"),
    "units_empty": (HEAD, ",,,,,"),
    "units_no_name": (HEAD, "市人社局,,,,,", ",人社,,,,"),
    "units_bad_order": (HEAD, "市人社局,,,第一,,"),
    "units_bad_frequency": (HEAD, "市人社局,,,,偶尔,"),
}


@pytest.mark.parametrize("code", REFUSED)
def test_wrong_table_is_refused_for_its_own_reason(tmp_path: Path, code: str) -> None:
    assert refused(tmp_path, *REFUSED[code]).code == code


def test_refusal_names_the_row_as_excel_counts(tmp_path: Path) -> None:
    assert "第3行" in refused(tmp_path, HEAD, "市人社局,,,,,", ",人社,,,,").sentence


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04broken", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1xx", b"\x00"]
)
def test_what_is_no_table_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "单位.xlsx"
    path.write_bytes(data)

    with pytest.raises(UserError) as caught:
        read_units(path)
    assert caught.value.code == "units_unreadable"


def test_zip_bomb_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "单位.xlsx"
    path.write_bytes(zipped({"xl/worksheets/sheet1.xml": b" " * 20_000_000}))

    with pytest.raises(UserError) as caught:
        read_units(path)
    assert caught.value.code == "zip_bomb"


def test_missing_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        read_units(tmp_path / "没有.xlsx")
    assert caught.value.code == "vanished"


def test_every_reason_is_distinct_and_reached() -> None:
    assert TABLE_SENTENCES.keys() == REFUSED.keys() | {"units_unreadable"}
    assert len(set(TABLE_SENTENCES.values())) == len(TABLE_SENTENCES)
