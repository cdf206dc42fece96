"""Tables in Word: ruled tables of the text, and the imprint at the foot of the last page."""

from __future__ import annotations

from xinxi_desktop.domain.flow import PlacedImprint, PlacedTable
from xinxi_desktop.exporters.word_runs import RunWriter
from xinxi_desktop.exporters.word_styles import SLIVER, SLIVER_STYLE
from xinxi_desktop.exporters.wordml import element, paragraph, switch

_THIN = 4
_OUTER, _INNER = 8, 6
"""Eighths of a point: 0.35 mm and 0.25 mm to the nearest that Word draws."""


def sliver(*, height: int = SLIVER, new_page: bool = False, keep: bool = False) -> str:
    """Write an empty paragraph of exact height: room by a table, or what anchors the imprint.

    ``keep`` holds it to the table below, where a heading above it must not stay behind.
    """
    properties = (
        element("pStyle", val=SLIVER_STYLE)
        + switch("keepNext", keep)
        + switch("pageBreakBefore", new_page)
    )
    if height != SLIVER:
        properties += element("spacing", line=height, lineRule="exact")
    return paragraph("", properties)


def ruled_table(placed: PlacedTable, writer: RunWriter) -> str:
    """Write a table of the text, its head repeated on every page."""
    table = placed.table
    rows: list[str] = []
    for index, row in enumerate(placed.cells):
        head = index < table.head
        cells: list[str] = []
        for column, cell in enumerate(row):
            style = writer.sheet.use(cell.paragraph.style)
            align = "center" if head else placed.aligns[column]
            properties = element("pStyle", val=writer.sheet.style_id(style))
            if placed.new_page and not rows and not cells:
                properties += switch("pageBreakBefore", True)
            content = paragraph(writer.runs(cell), properties + element("jc", val=align))
            cells.append(_cell(content, placed.columns[column]))
        rows.append(_row("".join(cells), placed.heights[index], head))
    return _table("".join(rows), placed.columns, _grid_borders(), _margins(*placed.padding))


def _row(cells: str, height: int, head: bool) -> str:
    properties = switch("cantSplit", True) + element("trHeight", val=height, hRule="atLeast")
    if head:
        properties += switch("tblHeader", True)
    return element("tr", element("trPr", properties) + cells)


def _cell(content: str, width: int) -> str:
    properties = element("tcW", w=width, type="dxa") + element("vAlign", val="center")
    return element("tc", element("tcPr", properties) + content)


def _table(
    rows: str, columns: tuple[int, ...], borders: str, margins: str, position: str = ""
) -> str:
    properties = (
        position
        + element("tblW", w=sum(columns), type="dxa")
        + borders
        + element("tblLayout", type="fixed")
        + margins
    )
    grid = "".join(element("gridCol", w=column) for column in columns)
    return element("tbl", element("tblPr", properties) + element("tblGrid", grid) + rows)


def _grid_borders() -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    return element("tblBorders", "".join(_border(side, _THIN) for side in sides))


def _border(side: str, size: int) -> str:
    return element(side, val="single", sz=size, space=0, color="000000")


def _margins(side: int, upper: int) -> str:
    sizes = (("top", upper), ("left", side), ("bottom", upper), ("right", side))
    return element("tblCellMar", "".join(element(name, w=w, type="dxa") for name, w in sizes))


def _rules_height(groups: int) -> int:
    """Give by how much the rules make the office's rows taller, to the middle of the last (twips)."""
    return (2 * _OUTER + (groups - 1) * _INNER) * 20 // 8 - 10


def imprint_table(foot: PlacedImprint, writer: RunWriter) -> str:
    """Write the imprint as a table held to the foot of the type area."""
    rows = "".join(
        element(
            "tr",
            element("trPr", switch("cantSplit", True))
            + _cell("".join(writer.paragraph(part) for part in group), writer.page.area_width),
        )
        for group in foot.groups
    )
    borders = (
        element(
            "tblBorders",
            _border("top", _OUTER) + _border("bottom", _OUTER) + _border("insideH", _INNER),
        )
        if foot.ruled
        else ""
    )
    # Only a table placed against the page's side floats in the office. Its foot can't be held
    # to the bottom margin, which leaves whole lines and may end above the type area.
    page = writer.page
    rules = _rules_height(len(foot.groups)) if foot.ruled else 0
    position = element(
        "tblpPr", leftFromText=0, rightFromText=0, vertAnchor="margin", horzAnchor="page",
        tblpX=page.left(foot.page), tblpY=page.area_height - foot.height - rules,
    )  # fmt: skip
    margins = _margins(0, foot.padding)
    return _table(rows, (writer.page.area_width,), borders, margins, position)
