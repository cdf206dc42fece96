"""Passages of a text that is open in an editor, and edits made in them as one step of undo."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from xinxi_desktop.domain.document import Block, Table
from xinxi_desktop.domain.passages import Change, Edit, Passage, Place, changed
from xinxi_desktop.gui.widgets.body_text import (
    OBJECT,
    OBJECT_CHARACTER,
    OBJECT_TYPE,
    BodyText,
    blocks_of,
    object_format,
    select,
)


def passages_of(body: BodyText) -> Iterator[Passage]:
    """Every paragraph that holds text, and every cell that does, in order."""
    for number, block in enumerate(blocks_of(body.qt)):
        text = block.text()
        if OBJECT_CHARACTER not in text:
            if text.strip():
                yield Passage(Place(number), text)
            continue
        found = table_in(block, body.originals)
        rows = found[0].rows if found else ()
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                if cell.strip():
                    yield Passage(Place(number, row, column), cell, in_table=True)


def table_in(block: QTextBlock, originals: dict[str, Block]) -> tuple[Table, QTextCursor] | None:
    """Give the table that stands in a block, and its character selected."""
    place = block.begin()
    while not place.atEnd():
        fragment = place.fragment()
        look = fragment.charFormat()
        table = originals.get(str(look.property(OBJECT)))
        if look.objectType() == OBJECT_TYPE and isinstance(table, Table):
            cursor = QTextCursor(block)
            cursor.setPosition(fragment.position())
            cursor.setPosition(fragment.position() + 1, QTextCursor.MoveMode.KeepAnchor)
            return table, cursor
        place += 1
    return None


def make_edits(body: BodyText, edits: Sequence[Edit]) -> None:
    """Make edits in paragraphs and cells, all of them one step of undo."""
    found: dict[Place, list[Change]] = defaultdict(list)
    for edit in edits:
        found[edit.passage.place].append(edit.change)
    in_table = {edit.passage.place.block for edit in edits if edit.passage.in_table}
    cursor = QTextCursor(body.qt)
    cursor.beginEditBlock()
    for place, changes in found.items():
        if place.block not in in_table:
            change_text(body.qt, place.block, changes)
    for number in in_table:
        _change_cells(body, number, found)
    cursor.endEditBlock()


def place_of(document: QTextDocument, edit: Edit) -> QTextCursor:
    """Select what an edit would change; in a table, the table."""
    block = document.findBlockByNumber(max(edit.passage.place.block, 0))
    text, change = block.text(), edit.change
    if edit.passage.in_table:
        return select(document, 0, len(text), text, block.position())
    return select(document, change.start, change.end, text, block.position())


def turn_selection(cursor: QTextCursor, how: Callable[[str], str]) -> bool:
    """Put the selected characters through a function, each by itself; False if none are."""
    document, start, end = cursor.document(), cursor.selectionStart(), cursor.selectionEnd()
    if not cursor.hasSelection():
        return False
    cursor.beginEditBlock()
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        text, at = block.text(), block.position()
        first, last = (characters(text, each - at) for each in (start, end))
        changes = [
            Change(place, place + 1, how(text[place]))
            for place in range(first, last)
            if how(text[place]) != text[place]
        ]
        change_text(document, block.blockNumber(), changes)
        block = block.next()
    cursor.endEditBlock()
    return True


def characters(text: str, units: int) -> int:
    """Tell how many of Python's characters some of Qt's units are."""
    return len(text.encode("utf-16-le")[: 2 * max(0, units)].decode("utf-16-le"))


def change_text(document: QTextDocument, number: int, changes: Sequence[Change]) -> None:
    """Make changes in one block, from the right so that places stay."""
    block = document.findBlockByNumber(number)
    text = block.text()
    for each in sorted(changes, key=lambda change: change.start, reverse=True):
        cursor = select(document, each.start, each.end, text, block.position())
        cursor.insertText(each.new, cursor.charFormat())


def _change_cells(body: BodyText, number: int, found: dict[Place, list[Change]]) -> None:
    held = table_in(body.qt.findBlockByNumber(number), body.originals)
    if held is None:
        return
    table, cursor = held
    rows = tuple(
        tuple(
            changed(cell, found.get(Place(number, row, column), ()))
            for column, cell in enumerate(cells)
        )
        for row, cells in enumerate(table.rows)
    )
    cursor.setCharFormat(object_format(body.add_table(replace(table, rows=rows))))
