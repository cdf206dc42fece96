"""Writes the statistics and lists as Excel files, ready to print (the only user of XlsxWriter)."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from xinxi_desktop.domain.charts import Chart
from xinxi_desktop.domain.counting import CountRow
from xinxi_desktop.domain.period import Period

_HEAD = ("序号", "单位", "类别", "报送", "采用条数", "采用篇次", "采用率")
_FONT = "宋体"
_SHEET = re.compile(r"[\[\]:*?/\\]")
"""What the name of a sheet may not hold."""

_WIDEST = 60
_CHART_LOW, _CHART_ROW, _CHART_CELL = 300, 24, 20
"""The least height of a chart, the height of a bar and of a row of cells, in pixels."""


def write_statistics(
    office: str,
    period: Period,
    publications: Sequence[str],
    rows: Sequence[CountRow],
    places: Sequence[Mapping[str, Any]],
    charts: Sequence[Chart] = (),
) -> bytes:
    """Give the bytes of a workbook: sheets 统计 (last row the total), 采用条目, and 图.

    Counts are numbers, the rate a percentage, “—” where nothing was submitted.
    """
    import xlsxwriter

    stream = io.BytesIO()
    # Fixed dates: the same table gives the same bytes.
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "default_date_format": "yyyy-mm-dd"})
    book.set_properties(
        {"title": f"信息报送采用统计 {period.title}", "created": datetime(2000, 1, 1)}
    )
    formats = _formats(book)
    _write_table(book, formats, office, period, publications, rows)
    _write_places(book, formats, period, places)
    if charts:
        _write_charts(book, formats, charts)
    book.close()
    return stream.getvalue()


def write_list(title: str, note: str, rows: Sequence[Mapping[str, Any]]) -> bytes:
    """Give the bytes of a workbook with one list; the keys of the first row are its heading.

    Numbers stay numbers; a text is a text, whatever sign it begins with.
    """
    import xlsxwriter

    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    book.set_properties({"title": title, "created": datetime(2000, 1, 1)})
    formats, sheet = _formats(book), book.add_worksheet(_SHEET.sub(" ", title)[:31])
    sheet.write_string(0, 0, title, formats["title_left"])
    sheet.write_string(1, 0, note, formats["note"])
    head = list(rows[0]) if rows else []
    sheet.write_row(2, 0, head, formats["head"])
    for line, row in enumerate(rows, 3):
        for column, value in enumerate(row.values()):
            if isinstance(value, int):
                sheet.write_number(line, column, value, formats["number"])
            else:
                sheet.write_string(line, column, str(value), formats["text"])
    for column, name in enumerate(head):
        longest = max(_width(str(row[name])) for row in rows)
        sheet.set_column(column, column, min(_WIDEST, max(_width(name), longest) + 2))
    sheet.freeze_panes(3, 0)
    sheet.repeat_rows(2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C第 &P 页 共 &N 页")
    book.close()
    return stream.getvalue()


def _width(text: str) -> int:
    """Count the columns a text takes, two for a Chinese character."""
    return sum(1 if char.isascii() else 2 for char in text)


def _formats(book: Any) -> dict[str, Any]:
    cell = {"font_name": _FONT, "font_size": 11, "border": 1, "valign": "vcenter"}
    number = {**cell, "align": "right"}
    return {
        "title": book.add_format(
            {"font_name": _FONT, "font_size": 16, "bold": True, "align": "center"}
        ),
        "title_left": book.add_format({"font_name": _FONT, "font_size": 16, "bold": True}),
        "note": book.add_format({"font_name": _FONT, "font_size": 10}),
        "head": book.add_format({**cell, "bold": True, "align": "center", "text_wrap": True}),
        "text": book.add_format(cell),
        "number": book.add_format(number),
        "rate": book.add_format({**number, "num_format": "0.00%"}),
        "total": book.add_format({**cell, "bold": True}),
        "total_number": book.add_format({**number, "bold": True}),
        "total_rate": book.add_format({**number, "bold": True, "num_format": "0.00%"}),
    }


def _write_table(
    book: Any,
    formats: dict[str, Any],
    office: str,
    period: Period,
    publications: Sequence[str],
    rows: Sequence[CountRow],
) -> None:
    sheet = book.add_worksheet("统计")
    head = (*_HEAD, *(f"《{name}》" for name in publications))
    sheet.merge_range(0, 0, 0, len(head) - 1, "信息报送采用统计表", formats["title"])
    sheet.write(1, 0, f"{office}　{period.title}", formats["note"])
    sheet.write_row(2, 0, head, formats["head"])
    for index, row in enumerate(rows):
        _write_row(sheet, formats, index + 3, index + 1, row, publications)
    sheet.write(
        len(rows) + 3, 0,
        "采用以印发为准；采用条数每条计一次，采用篇次按登载的处数计；联报的每个单位各计一条，合计每条只计一次。",
        formats["note"],
    )  # fmt: skip
    sheet.set_row(0, 30)
    sheet.set_column(0, 0, 6)
    sheet.set_column(1, 1, 34)
    sheet.set_column(2, 2, 16)
    sheet.set_column(3, len(head) - 1, 11)
    sheet.freeze_panes(3, 2)
    sheet.repeat_rows(2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C第 &P 页 共 &N 页")


def _write_row(
    sheet: Any,
    formats: dict[str, Any],
    line: int,
    order: int,
    row: CountRow,
    publications: Sequence[str],
) -> None:
    total = row.unit_id is None
    text, number = ("total", "total_number") if total else ("text", "number")
    sheet.write(line, 0, "" if total else order, formats[number])
    sheet.write_string(line, 1, row.unit, formats[text])
    sheet.write_string(line, 2, row.unit_class, formats[text])
    counts = (row.submitted, row.adopted_items, row.adopted_places)
    for column, count in enumerate(counts, 3):
        sheet.write_number(line, column, count, formats[number])
    rate = formats["total_rate" if total else "rate"]
    if row.rate is None:
        sheet.write_string(line, 6, "—", formats[number])
    else:
        sheet.write_number(line, 6, row.adopted_items / row.submitted, rate)
    for column, name in enumerate(publications, 7):
        sheet.write_number(line, column, row.publications.get(name, 0), formats[number])


def _write_places(
    book: Any, formats: dict[str, Any], period: Period, places: Sequence[Mapping[str, Any]]
) -> None:
    sheet = book.add_worksheet("采用条目")
    sheet.write(0, 0, f"{period.title} 收到并已采用的来稿", formats["note"])
    sheet.write_row(1, 0, ("标题", "刊物", "期号", "印发日期"), formats["head"])
    for line, place in enumerate(places, 2):
        number = f"{place['year']}年第{place['number']}期" if place["number"] else ""
        cells = (place["title"], f"《{place['publication']}》", number, place["printed_on"])
        for column, value in enumerate(cells):
            sheet.write_string(line, column, str(value or ""), formats["text"])
    sheet.set_column(0, 0, 60)
    sheet.set_column(1, 3, 18)
    sheet.freeze_panes(2, 0)
    sheet.repeat_rows(1)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _write_charts(book: Any, formats: dict[str, Any], charts: Sequence[Chart]) -> None:
    """Write the figures of each chart, and beside them the chart that Excel draws of them."""
    sheet, line = book.add_worksheet("图"), 0
    for chart in (each for each in charts if each.bars):
        sheet.write_row(line, 0, (chart.title, "报送", "采用条数"), formats["head"])
        for place, bar in enumerate(chart.bars, line + 1):
            sheet.write_string(place, 0, bar.label, formats["text"])
            sheet.write_number(place, 1, bar.submitted, formats["number"])
            sheet.write_number(place, 2, bar.adopted, formats["number"])
        last = line + len(chart.bars)
        drawn = book.add_chart({"type": "column" if chart.upright else "bar"})
        for column in (1, 2):
            drawn.add_series(
                {
                    "name": ["图", line, column],
                    "categories": ["图", line + 1, 0, last, 0],
                    "values": ["图", line + 1, column, last, column],
                }
            )
        drawn.set_title({"name": chart.title})
        if not chart.upright:
            # Excel begins bars at the foot; the order on paper is from the top.
            drawn.set_y_axis({"reverse": True})
        drawn.set_size({"width": 640, "height": max(_CHART_LOW, _CHART_ROW * len(chart.bars))})
        sheet.insert_chart(line, 4, drawn)
        line = max(last + 2, line + drawn.height // _CHART_CELL + 2)
    sheet.set_column(0, 0, 34)
