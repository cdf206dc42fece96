"""Tables that are wider than the page: smaller type, then parts; nothing is lost."""

from __future__ import annotations

from bulletin_maker import STORE

from xinxi_desktop.domain.bulletin import Bulletin, BulletinItem
from xinxi_desktop.domain.document import Document, Table
from xinxi_desktop.domain.flow import PlacedTable
from xinxi_desktop.domain.fonts import FontSet
from xinxi_desktop.domain.page import Layout
from xinxi_desktop.typesetting import compose


def set_table(fonts: FontSet, *rows: tuple[str, ...]) -> Layout:
    item = BulletinItem(1, "表", Document((Table("t", rows),)))
    return compose(Bulletin((item,)), fonts)


def tables(layout: Layout) -> list[PlacedTable]:
    return [part for part in layout.placed if isinstance(part, PlacedTable)]


def wide(count: int, cell: str = "7万元") -> tuple[tuple[str, ...], ...]:
    return (tuple(f"第{n}栏" for n in range(count)), *[tuple(f"{cell}" for _ in range(count))] * 3)


def test_a_usual_table_keeps_its_size(fonts: FontSet) -> None:
    (table,) = tables(set_table(fonts, ("县区", "座数"), ("望川县", "18")))

    assert table.table.style.name == "表格"


def test_a_table_of_twelve_columns_is_set_smaller(fonts: FontSet) -> None:
    (table,) = tables(set_table(fonts, *wide(12)))

    assert table.table.style.name == "表格（小）"


def test_a_table_of_forty_columns_is_cut_and_every_part_names_its_rows(fonts: FontSet) -> None:
    parts = tables(set_table(fonts, *wide(40)))

    assert len(parts) > 2 and {part.table.rows[0][0] for part in parts} == {"第0栏"}
    assert {name for part in parts for name in part.table.rows[0]} == {
        f"第{n}栏" for n in range(40)
    }


def test_no_column_is_narrower_than_its_characters(fonts: FontSet) -> None:
    for count in (2, 9, 12, 17, 40, 120):
        for part in tables(set_table(fonts, *wide(count))):
            size, inside = part.table.style.size, 2 * part.padding[0]
            assert all(width - inside >= 2 * size for width in part.columns)


def test_a_cell_of_5000_characters_goes_over_pages_whole(fonts: FontSet) -> None:
    long = (STORE * 60)[:5000]
    layout = set_table(fonts, ("甲", "乙"), ("1", long), ("2", "短"))
    drawn = "".join(run.text for page in layout.pages for run in page.runs)

    assert len(layout.pages) > 3
    assert drawn.count("共享冷库") == long.count("共享冷库")


def test_rows_of_different_lengths_are_filled_up(fonts: FontSet) -> None:
    (table,) = tables(set_table(fonts, ("甲",), ("1", "2", "3"), ()))

    assert {len(row) for row in table.table.rows} == {3}
