"""Between the blocks of a Document and the blocks of a QTextDocument (architecture.md 7).

One QTextBlock a paragraph. A block keeps the id it was made from in its format, so that ids
come back with undo; a paragraph typed anew gets an id when it is first read and keeps it. Tables
and pictures are one object character each, drawn by ``BlockObject``: they can be moved and
deleted; a changed table is another object in its place, a picture has its caption and width. Qt counts UTF-16 units (𬭎 is two), Python characters: offsets are only
ever summed over the texts of fragments, which are Python's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from xinxi_desktop.domain.document import (
    Block,
    Document,
    Heading,
    Mark,
    Note,
    Paragraph,
    Picture,
    Table,
    heading_level,
)

_FIRST = QTextFormat.Property.UserProperty.value
BLOCK_ID = _FIRST + 1
"""On a block: the id of the Document block that it was made from."""

LEVEL = _FIRST + 2
"""On a block: the level of a heading that has no numeral to tell it; -1: never a heading."""

MARKS = _FIRST + 3
"""On characters: the marks over them, as ``kind US ref`` parted by RS."""

OBJECT = _FIRST + 4
"""On an object character: the id of the table or picture."""

CAPTION = _FIRST + 5
"""On the object character of a picture: its caption as it stands."""

WIDTH = _FIRST + 6
"""On the object character of a picture: its width in twips, 0 for its own."""

OBJECT_TYPE = QTextFormat.ObjectTypes.UserObject.value
OBJECT_CHARACTER = "\ufffc"
_UNIT, _RECORD = "\x1f", "\x1e"
_SEPARATORS = re.compile("[\u2028\u2029\n]")
_LINE_HEIGHT = 1.7
_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value
_INDENT = 2


@dataclass(frozen=True)
class Look:
    """How blocks stand on screen: the text's size in pixels and the width of a character."""

    size: int
    character: float

    @classmethod
    def of(cls, font: QFont) -> Look:
        """The look for text in ``font``."""
        return cls(font.pixelSize(), QFontMetricsF(font).horizontalAdvance("国"))

    def block(self, block: Block | None = None) -> QTextBlockFormat:
        """The format of a block; None is a paragraph without a Document block behind it."""
        made = QTextBlockFormat()
        if isinstance(block, Table | Picture):
            made.setTopMargin(self.size / 2)
            made.setBottomMargin(self.size / 2)
        else:
            made.setLineHeight(round(self.size * _LINE_HEIGHT), _FIXED)
            made.setTextIndent(_INDENT * self.character)
        if block is not None:
            made.setProperty(BLOCK_ID, block.id)
        if isinstance(block, Heading) and not heading_level(block.text):
            made.setProperty(LEVEL, block.level)
        return made


def write_blocks(cursor: QTextCursor, blocks: Sequence[Block], look: Look, *, first: bool) -> None:
    """Write blocks at the cursor; with ``first`` into the block that is there already."""
    for place, block in enumerate(blocks):
        if first and place == 0:
            cursor.setBlockFormat(look.block(block))
        else:
            cursor.insertBlock(look.block(block), QTextCharFormat())
        if isinstance(block, Table | Picture):
            cursor.insertText(OBJECT_CHARACTER, object_format(block))
        else:
            marks = () if isinstance(block, Note) else block.marks
            for text, over in _stretches(block.text, marks):
                cursor.insertText(text, _mark_format(over))


def shown_text(document: Document) -> str:
    """The text of a Document as its QTextDocument has it: one line a block, objects one character."""
    return "\n".join(
        OBJECT_CHARACTER if isinstance(block, Table | Picture) else block.text
        for block in document.blocks
    )


def select(document: QTextDocument, start: int, end: int, text: str, at: int = 0) -> QTextCursor:
    """Select characters ``start..end`` of ``text``, which begins at position ``at``.

    Qt counts UTF-16 units, the text Python's characters.
    """
    cursor = QTextCursor(document)
    cursor.setPosition(at + start + _wide(text, start))
    cursor.setPosition(at + end + _wide(text, end), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _wide(text: str, end: int) -> int:
    """How many characters before ``end`` take two units."""
    return 0 if text.isascii() else sum(1 for char in text[:end] if char > "\uffff")


def blocks_of(document: QTextDocument) -> Iterator[QTextBlock]:
    """Every block of a QTextDocument in order."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def is_continued(block: QTextBlock) -> bool:
    """Tell whether the block was split off the one before it, whose id it carries along."""
    before = block.previous()
    own = block.blockFormat().property(BLOCK_ID)
    return bool(own and before.isValid() and before.blockFormat().property(BLOCK_ID) == own)


def level_of(block: QTextBlock) -> int:
    """The heading level that a block shows, 0 for running text."""
    told = block.blockFormat().property(LEVEL)
    if told is None or is_continued(block):
        return heading_level(block.text().strip())
    return max(int(told), 0)


def pasted_lines(text: str) -> str:
    """Make foreign text fit to be inserted: its lines stripped, empty ones and objects gone.

    Text without a line break stays as it is, so that half a sentence keeps its blanks.
    """
    clean = text.replace(OBJECT_CHARACTER, "").replace("\r\n", "\n").replace("\r", "\n")
    if not _SEPARATORS.search(clean.strip("\n")):
        return clean.strip("\n")
    lines = [line.strip() for line in _SEPARATORS.split(clean)]
    return "\n".join(line for line in lines if line)


class BodyText:
    """A Document as a QTextDocument that can be edited, and read back at any time.

    Attributes:
        qt: the QTextDocument; its undo stack begins empty.
        originals: the blocks that it was made from, by id; tables and pictures are drawn from it.
    """

    def __init__(self, document: Document, look: Look, parent: QObject) -> None:
        """Fill a fresh QTextDocument."""
        self.qt = QTextDocument(parent)
        self.qt.setDocumentMargin(0)
        self.originals: dict[str, Block] = {block.id: block for block in document.blocks}
        self._names: list[str] = []
        self._last = max((_number(name) for name in self.originals), default=0)
        self.qt.setUndoRedoEnabled(False)
        cursor = QTextCursor(self.qt)
        cursor.setBlockFormat(look.block())
        write_blocks(cursor, document.blocks, look, first=True)
        self.qt.setUndoRedoEnabled(True)
        self.qt.setModified(False)

    def read(self) -> Document:
        """The text as it stands; blocks that were not touched come back as they were."""
        used: set[str] = set()
        return Document(
            tuple(made for block in blocks_of(self.qt) for made in self._read_block(block, used))
        )

    def rewrite(self, document: Document, look: Look) -> bool:
        """Make the text read as ``document`` by one step that can be undone like typing.

        False, and nothing done, if a table or picture would take the place of another of its id:
        undoing would show the wrong one.
        """
        blocks = {block.id: block for block in document.blocks}
        held = [self.originals.get(name, block) for name, block in blocks.items()]
        for before, after in zip(held, blocks.values(), strict=True):
            objects = isinstance(before, Table | Picture) or isinstance(after, Table | Picture)
            if objects and before != after:
                return False
        self.originals.update(blocks)
        self._last = max(self._last, *(_number(name) for name in blocks), 0)
        cursor = QTextCursor(self.qt)
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        cursor.setBlockFormat(look.block())
        write_blocks(cursor, document.blocks, look, first=True)
        cursor.endEditBlock()
        return True

    def block_at(self, number: int) -> Block | None:
        """The Document block that the QTextBlock with this number is read as first."""
        used: set[str] = set()
        for block in blocks_of(self.qt):
            made = list(self._read_block(block, used))
            if block.blockNumber() == number:
                return made[0] if made else None
        return None

    def number_of(self, name: str) -> int:
        """The number of the QTextBlock that holds a block, -1 if none does."""
        used: set[str] = set()
        for block in blocks_of(self.qt):
            if any(made.id == name for made in self._read_block(block, used)):
                return block.blockNumber()
        return -1

    def add_table(self, table: Table) -> Table:
        """Make a table known under an id of its own."""
        made = self.add_block(table)
        assert isinstance(made, Table)
        return made

    def add_picture(self, blob: str, caption: str = "", width: int = 0) -> Picture:
        """Make a picture known under an id of its own; it is in the text once it is written."""
        self._last += 1
        made = Picture(f"b{self._last}", blob, caption, width)
        self.originals[made.id] = made
        return made

    def add_block(self, block: Block) -> Block:
        """Make a block known under an id of its own; it is in the text once it is written."""
        self._last += 1
        made = replace(block, id=f"b{self._last}")
        self.originals[made.id] = made
        return made

    def _read_block(self, block: QTextBlock, used: set[str]) -> Iterator[Block]:
        for line in _lines(block):
            if line.object_id:
                if line.object_id in self.originals and line.object_id not in used:
                    used.add(line.object_id)
                    yield _as_shown(self.originals[line.object_id], line)
            elif line.text.strip():
                name = self._name(block, used)
                used.add(name)
                original = self.originals.get(name)
                yield line.unchanged(original) or line.made(name, original)

    def _name(self, block: QTextBlock, used: set[str]) -> str:
        told = block.blockFormat().property(BLOCK_ID)
        if told and told not in used and isinstance(self.originals.get(told), _TEXTS):
            return str(told)
        state = block.userState()
        if 0 <= state < len(self._names) and self._names[state] not in used:
            return self._names[state]
        self._last += 1
        self._names.append(f"b{self._last}")
        block.setUserState(len(self._names) - 1)
        return self._names[-1]


_TEXTS = (Paragraph, Heading, Note)


@dataclass(frozen=True)
class _Line:
    """A stretch of a QTextBlock between line breaks and objects; an object's text: its caption."""

    text: str = ""
    marks: tuple[Mark, ...] = ()
    object_id: str = ""
    width: int = 0

    def unchanged(self, original: Block | None) -> Block | None:
        """The original if this is still its text with its marks."""
        if not isinstance(original, _TEXTS) or original.text != self.text:
            return None
        marks = () if isinstance(original, Note) else original.marks
        return original if set(marks) == set(self.marks) else None

    def made(self, name: str, original: Block | None) -> Block:
        """A block of the kind that the text now is; blanks around it are dropped."""
        text = self.text.strip()
        if isinstance(original, Note):
            return Note(name, text)
        level = heading_level(text)
        if isinstance(original, Heading) and not heading_level(original.text):
            level = level or original.level
        marks = _shifted(self.marks, len(self.text) - len(self.text.lstrip()), len(text))
        return Heading(name, text, level, marks) if level else Paragraph(name, text, marks)


def _lines(block: QTextBlock) -> list[_Line]:
    lines: list[_Line] = []
    text = ""
    marks: list[Mark] = []
    place = block.begin()
    while not place.atEnd():
        fragment = place.fragment()
        look = fragment.charFormat()
        if look.objectType() == OBJECT_TYPE:
            lines += [_Line(text, tuple(marks)), _object_line(look)]
            text, marks = "", []
        else:
            first, *rest = _SEPARATORS.split(fragment.text().replace(OBJECT_CHARACTER, ""))
            over = str(look.property(MARKS) or "")
            text = _append(text, marks, first, over)
            for part in rest:
                lines.append(_Line(text, tuple(marks)))
                marks = []
                text = _append("", marks, part, over)
        place += 1
    return [*lines, _Line(text, tuple(marks))]


def _object_line(look: QTextCharFormat) -> _Line:
    width = int(look.property(WIDTH) or 0)
    return _Line(str(look.property(CAPTION) or ""), (), str(look.property(OBJECT)), width)


def _as_shown(block: Block, line: _Line) -> Block:
    """Give the block with the caption and the width that it has on screen."""
    if not isinstance(block, Picture) or (block.caption, block.width) == (line.text, line.width):
        return block
    return replace(block, caption=line.text, width=line.width)


def _append(text: str, marks: list[Mark], more: str, over: str) -> str:
    """Add a stretch with its marks; a mark that goes on from the stretch before is one mark."""
    end = len(text) + len(more)
    for each in over.split(_RECORD) if over and more else ():
        kind, _, ref = each.partition(_UNIT)
        for place, mark in enumerate(marks):
            if (mark.kind, mark.ref, mark.end) == (kind, ref, len(text)):
                marks[place] = replace(mark, end=end)
                break
        else:
            marks.append(Mark(len(text), end, kind, ref))
    return text + more


def _stretches(text: str, marks: Sequence[Mark]) -> Iterator[tuple[str, str]]:
    """Cut a text where marks begin and end; with each part the marks over it."""
    edges = sorted({0, len(text), *(edge for mark in marks for edge in (mark.start, mark.end))})
    for start, end in pairwise(edges):
        over = [
            f"{mark.kind}{_UNIT}{mark.ref}" for mark in marks
            if mark.start <= start and end <= mark.end
        ]  # fmt: skip
        yield text[start:end], _RECORD.join(over)


def _shifted(marks: Sequence[Mark], by: int, length: int) -> tuple[Mark, ...]:
    moved = (
        replace(mark, start=max(mark.start - by, 0), end=min(mark.end - by, length))
        for mark in marks
    )
    return tuple(mark for mark in moved if mark.start < mark.end)


def _mark_format(over: str) -> QTextCharFormat:
    made = QTextCharFormat()
    if over:
        made.setProperty(MARKS, over)
    return made


def object_format(block: Table | Picture) -> QTextCharFormat:
    """The format of the object character that stands for a table or picture."""
    made = QTextCharFormat()
    made.setObjectType(OBJECT_TYPE)
    made.setProperty(OBJECT, block.id)
    if isinstance(block, Picture):
        made.setProperty(CAPTION, block.caption)
        made.setProperty(WIDTH, block.width)
    return made


def _number(name: str) -> int:
    found = re.fullmatch(r"b(\d+)", name)
    return int(found[1]) if found else 0
