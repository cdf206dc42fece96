"""Writes ledgers as offices keep them: merged cells, two heading rows, totals, dates of all kinds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import xlsxwriter

ROWS: tuple[tuple[object, ...], ...] = (
    (1, "3月5日", "安渡区", "春耕备耕进展", "每日快报", "第12期", "3月8日"),
    (2, "2025.3.6", "", "冷库建设", "", "", ""),
    (3, 45_724, "白湾区委办公室", "防汛准备", "《每日快报》2025年第12期", "", ""),
    (4, date(2025, 3, 9), "云台局", "招商情况", "", "", ""),
    (5, "三月上旬", "白湾区委办公室", "认不出的日期", "", "", ""),
    (6, "3月10日", "白湾区委办公室", "", "", "", ""),
    (7, "2025-3-8", "白湾区委办公室", "防汛准备", "", "", ""),
    (8, "2025年3月11日", "白湾区委办公室", "没有期号", "每日快报", "", ""),
    ("合计", "", "", "8条", "", "", ""),
)
"""45724 is 2025-03-08; rows 1 and 2 share a merged unit; row 7 repeats row 3."""


def nasty_ledger(path: Path, rows: Sequence[Sequence[object]] = ROWS) -> Path:
    """A title over the width, two heading rows, a merged unit, a totals row."""
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("台账")
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.merge_range(0, 0, 0, 6, "2025年信息报送采用台账")
    for column, head in enumerate(("序号", "报送日期", "报送单位", "标题")):
        sheet.merge_range(1, column, 2, column, head)
    sheet.merge_range(1, 4, 1, 6, "采用情况")
    sheet.write_row(2, 4, ("刊物", "期号", "日期"))
    for line, row in enumerate(rows, 3):
        for column, value in enumerate(row):
            if isinstance(value, date):
                sheet.write_datetime(line, column, value, day)
            else:
                sheet.write(line, column, value)
    if rows is ROWS:
        sheet.merge_range(3, 2, 4, 2, "安渡区")
    book.close()
    return path


def plain_ledger(path: Path, heads: Sequence[str], rows: Sequence[Sequence[object]]) -> Path:
    """A heading and rows."""
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    for line, row in enumerate((heads, *rows)):
        sheet.write_row(line, 0, row)
    book.close()
    return path
