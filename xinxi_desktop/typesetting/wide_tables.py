"""Tables with more columns than a page has room for: smaller type, then several tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xinxi_desktop.domain.flow import FlowTable
from xinxi_desktop.typesetting.closing import characters_wide
from xinxi_desktop.typesetting.prepare import cell_room
from xinxi_desktop.typesetting.styles import Styles

_USUAL, _LEAST = 3, 2
"""A column is no narrower than its longest cell or so many characters; in smaller type fewer."""
_NAMES_SHARE = 3
"""The first column is repeated in every part if it takes no more than this part of the width."""

Rows = Sequence[Sequence[str]]


def fitted_tables(rows: Rows, head: int, styles: Styles) -> Iterator[FlowTable]:
    """Give a table as one, in smaller type if it needs it, else cut by columns into several.

    The parts follow each other, each with the first column, which names the rows.
    """
    whole = _padded(rows)
    width = styles.area_width
    usual, small = styles.cell, styles.cell_small
    if _fits(_needs(whole, _USUAL, usual.size), width):
        yield FlowTable(whole, head, usual, styles.cell_head)
        return
    if _fits(_needs(whole, _LEAST, small.size), width):
        yield FlowTable(whole, head, small, styles.cell_small_head)
        return
    for columns in _groups(_needs(whole, _USUAL, small.size), width):
        part = tuple(tuple(row[column] for column in columns) for row in whole)
        yield FlowTable(part, head, small, styles.cell_small_head)


def _fits(needs: Sequence[int], width: int) -> bool:
    return sum(needs) <= width or len(needs) == 1


def _padded(rows: Rows) -> tuple[tuple[str, ...], ...]:
    count = max(map(len, rows))
    return tuple((*row, *[""] * (count - len(row))) for row in rows)


def _needs(rows: tuple[tuple[str, ...], ...], most: int, size: int) -> list[int]:
    """Give the least width of each column in twips: its longest cell, ``most`` characters."""
    longest = (
        max(characters_wide(cell[: 2 * most]) for cell in column)
        for column in zip(*rows, strict=True)
    )
    return [round(max(1.0, min(most, each)) * size) + cell_room(size) for each in longest]


def _groups(needs: Sequence[int], width: int) -> Iterator[tuple[int, ...]]:
    """Cut the columns into groups that fit, each led by the first column."""
    lead = (0,) if needs[0] * _NAMES_SHARE <= width else ()
    group: list[int] = []
    room = 0
    for column, need in enumerate(needs):
        if group and room + need > width:
            yield tuple(group)
            group, room = list(lead), sum(needs[index] for index in lead)
        group.append(column)
        room += need
    yield tuple(group)
