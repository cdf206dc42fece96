"""What reading a Word story gives before it becomes blocks, and the count of what was met."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph looks, as far as it helps to find the title. Size in half-points."""

    title_style: bool = False
    caption_style: bool = False
    centred: bool = False
    size: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One line of visible text; ``outline`` 1 to 9 for a heading style, 0 for running text."""

    text: str
    outline: int = 0
    look: Look = Look()


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture as the file shows it: its relationship, width in twips (0 unknown), crop, turn.

    ``crop`` are the shares cut off left, top, right and bottom; ``quarters`` are quarter turns
    clockwise.
    """

    relation: str
    width: int = 0
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    quarters: int = 0
    flipped: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: what it holds and how many columns it spans; merged-on cells hold nothing."""

    content: tuple[Piece, ...]
    span: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as rows of cells."""

    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int = 1


Piece = Line | Grid | Figure


@dataclass(slots=True)
class Tally:
    """What a file has beside plain text: counts for the notes, and text kept out of the body."""

    insertions: int = 0
    deletions: int = 0
    moves: int = 0
    text_boxes: int = 0
    pictures: int = 0
    tables: int = 0
    comments: int = 0
    hidden: int = 0
    embedded: int = 0
    charts: int = 0
    diagrams: int = 0
    contents: int = 0
    chunks: int = 0
    boxed: list[str] = field(default_factory=list)
    """Text of each box, lines joined: a mark in a box counts wherever the box stands."""
    set_apart: list[str] = field(default_factory=list)
    """Deleted, hidden and comment text: not in the body, but a secrecy mark in it counts."""


def lines_of(pieces: tuple[Piece, ...] | list[Piece]) -> list[Line]:
    """Give every line of some pieces, tables cell by cell."""
    lines: list[Line] = []
    for piece in pieces:
        if isinstance(piece, Line):
            lines.append(piece)
        elif isinstance(piece, Grid):
            for row in piece.rows:
                for cell in row:
                    lines += lines_of(cell.content)
    return lines


def figures_of(pieces: tuple[Piece, ...] | list[Piece]) -> list[Figure]:
    """Give every picture of some pieces, tables cell by cell."""
    figures: list[Figure] = []
    for piece in pieces:
        if isinstance(piece, Figure):
            figures.append(piece)
        elif isinstance(piece, Grid):
            for row in piece.rows:
                for cell in row:
                    figures += figures_of(cell.content)
    return figures
