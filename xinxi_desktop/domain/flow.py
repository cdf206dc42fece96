"""What stands between a bulletin and its pages: styled paragraphs and where they were put.

The typesetter places them; Word export writes the same ones, so that PDF and .docx agree.
All lengths here are twips (1/20 pt), the office's own unit.
"""

from __future__ import annotations

from dataclasses import dataclass

from xinxi_desktop.domain.fonts import FontRole
from xinxi_desktop.domain.pictures import PictureInfo


@dataclass(frozen=True, slots=True)
class Style:
    """How a kind of paragraph is set; ``name`` is its style's name in Word.

    ``align`` is justify, left, center or right. ``line`` is the line's height: a row of the
    grid where ``grid`` is true, that of what stands on it where ``auto``, else exact. ``spacing`` is added after each character,
    ``before`` stands above the paragraph except at the top of a page; ``after`` is added to it
    above the next paragraph of another style. ``new_page``: it always opens a page.
    """

    name: str
    role: FontRole
    size: int
    line: int
    align: str = "justify"
    first: int = 0
    left: int = 0
    right: int = 0
    spacing: int = 0
    before: int = 0
    after: int = 0
    grid: bool = True
    keep_next: bool = False
    keep_lines: bool = False
    outline: int = 0
    red: bool = False
    auto: bool = False
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch ``start..end`` of a paragraph in another role than the style's."""

    start: int
    end: int
    role: FontRole


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch that is one run in Word: one role, and a face of its own if ``face`` is set.

    ``east`` false: shared signs in it belong to the Latin face (a Latin apostrophe).
    """

    start: int
    end: int
    role: FontRole
    face: str = ""
    east: bool = True


@dataclass(frozen=True, slots=True)
class FlowParagraph:
    """One paragraph; ``tail`` stands at its right end behind a tab, ``leader`` dots between.

    ``anchor`` names the place for the contents, ``target`` the anchor whose page number is
    the tail. ``rule`` is a red rule below: distance and thickness, and for a double
    one the gap and the second thickness; empty for none.
    ``item`` is the position of the bulletin item, -1 outside; ``article`` its id. ``frame``: a
    frame stands around it, as wide as the type area. ``new_page``: it opens a page. ``top``: it
    stands so far below the paper's edge, in the header of the first page (letter form).
    ``block`` is the id of its block, or ``title`` or ``credit``. ``room`` lines stand above it
    more (or less) than usual, ``breaks`` are where the lines of a title begin by hand.
    """

    kind: str
    text: str
    style: Style
    spans: tuple[Span, ...] = ()
    item: int = -1
    article: int = 0
    tail: str = ""
    tail_spans: tuple[Span, ...] = ()
    leader: bool = False
    anchor: str = ""
    target: str = ""
    rule: tuple[int, ...] = ()
    top: int = 0
    frame: bool = False
    new_page: bool = False
    block: str = ""
    room: int = 0
    breaks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class LineEnd:
    """One line ``start..end`` of a paragraph; ``own`` is its own spacing if it has one."""

    start: int
    end: int
    own: int | None = None


@dataclass(frozen=True, slots=True)
class PlacedParagraph:
    """A paragraph as set: its pieces, lines, the page (from 1) of its first line.

    ``before`` is the space really set above it, ``after`` the space that it keeps below itself
    instead of its style's. ``new_page``: it opens a page only because of the space that it would
    need above, so the office must be told.
    """

    paragraph: FlowParagraph
    pieces: tuple[Piece, ...]
    lines: tuple[LineEnd, ...]
    page: int
    before: int
    new_page: bool = False
    after: int = 0


@dataclass(frozen=True, slots=True)
class FlowTable:
    """A ruled table; ``style`` sets its cells, ``head`` rows are repeated on each page."""

    rows: tuple[tuple[str, ...], ...]
    head: int
    style: Style
    head_style: Style
    item: int = -1
    article: int = 0


@dataclass(frozen=True, slots=True)
class FlowPicture:
    """A picture on a line of its own; ``width`` (twips) is the writer's wish, 0 for none.

    ``caption`` says what it shows; as text it is a paragraph of its own below.
    """

    blob: str
    info: PictureInfo
    caption: str
    style: Style
    width: int = 0
    item: int = -1
    article: int = 0


FlowItem = FlowParagraph | FlowTable | FlowPicture


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A table as set: column widths, row heights, alignment of each column, cells row by row.

    A row too tall for a page is set as several rows.

    ``padding`` is (side, top and bottom) inside a cell; ``before`` and ``after`` are the space
    above and below the table; ``new_page`` is said in Word too.
    """

    table: FlowTable
    columns: tuple[int, ...]
    heights: tuple[int, ...]
    aligns: tuple[str, ...]
    page: int
    padding: tuple[int, int] = (0, 0)
    before: int = 0
    cells: tuple[tuple[PlacedParagraph, ...], ...] = ()
    after: int = 0
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class PlacedImprint:
    """版记 as set: its paragraphs, group by group between rules, and its page.

    ``own_page``: no text stands above it. ``blank_before``: an empty page stands before that
    page, and then neither is numbered (practice.md §7). ``padding`` is above and below each
    group. ``ruled``: rules stand around and between the groups; a letter has none.
    """

    groups: tuple[tuple[PlacedParagraph, ...], ...]
    page: int
    height: int
    padding: int
    own_page: bool = False
    blank_before: bool = False
    ruled: bool = True


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A picture as set: ``width`` and ``height`` in twips, room above and below, its page."""

    picture: FlowPicture
    width: int
    height: int
    page: int
    before: int = 0
    after: int = 0
    new_page: bool = False


Placed = PlacedParagraph | PlacedTable | PlacedImprint | PlacedPicture
