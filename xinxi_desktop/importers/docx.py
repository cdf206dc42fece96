"""Reading a .docx: the text a person sees, what else the file holds, where marks may stand.

Own walk of the XML, since python-docx drops text under tracked changes and in text boxes
(libraries.md). Tracked changes are read as accepted; comments, hidden and deleted text stay out
of the body and are reported.
"""

from __future__ import annotations

from collections.abc import Iterable

from xinxi_desktop.importers.cleaning import clean
from xinxi_desktop.importers.docx_blocks import make_document
from xinxi_desktop.importers.docx_lines import Line, Piece, Tally, lines_of
from xinxi_desktop.importers.docx_pictures import PictureTaker
from xinxi_desktop.importers.docx_story import StoryReader
from xinxi_desktop.importers.numbering import Numbering
from xinxi_desktop.importers.ooxml import Element, attribute, child, name
from xinxi_desktop.importers.package import Package, open_package
from xinxi_desktop.importers.refusals import refusal
from xinxi_desktop.importers.styles import Styles
from xinxi_desktop.importers.texts import ReadText

_TITLE_SIZE = 36
"""Half-points: 小二 and larger is what a title is set in; 三号 (32) is body text."""
_MASTHEAD_SIZE = 56
"""Larger than 一号 (52) is a bulletin's red name."""
_TITLE_WITHIN = 12


def read_docx(data: bytes, file_name: str) -> ReadText:
    """Read a .docx from its bytes; UserError of ``refusals`` when it can't be taken."""
    package = open_package(data, file_name)
    try:
        return _DocxReader(package).read()
    except RecursionError as error:
        raise refusal("damaged_docx", file_name, "嵌套过深") from error


class _DocxReader:
    """One reading of one package."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._tally = Tally()
        self._cited: list[tuple[str, str]] = []
        self._story = StoryReader(
            Styles(self._related("styles")),
            Numbering(self._related("numbering")),
            self._tally,
            self._cite,
        )

    def read(self) -> ReadText:
        pieces = self._story.read(self._body())
        notes = [
            f"[{index}]{self._note_text(*cited)}" for index, cited in enumerate(self._cited, 1)
        ]
        counted = _notes(self._tally, self._package, self._comments())
        taker = PictureTaker(self._package)
        document = make_document(pieces, notes, taker)
        return ReadText(
            document=document,
            notes=(*counted, *taker.notes()),
            margins=tuple(filter(None, (clean(text).strip() for text in self._margins()))),
            title_lines=_title_lines(pieces),
            doubts=taker.doubts(),
            pictures=taker.pictures,
        )

    def _related(self, kind: str) -> Element | None:
        for part in self._package.related(kind):
            if (root := self._package.root(part)) is not None:
                return root
        return None

    def _body(self) -> Element:
        root = self._package.root(self._package.main)
        body = None if root is None else child(root, "w:body")
        if body is None:
            raise refusal("damaged_docx", self._package.file_name, "正文部件不是Word文稿")
        return body

    def _cite(self, kind: str, note_id: str) -> str:
        self._cited.append((kind, note_id))
        return f"[{len(self._cited)}]"

    def _note_text(self, kind: str, note_id: str) -> str:
        root = self._related(f"{kind}s")
        for note in root if root is not None else ():
            if attribute(note, "id") == note_id:
                return " ".join(line.text for line in lines_of(self._story.read(note)))
        return ""

    def _comments(self) -> int:
        root = self._related("comments")
        if root is None:
            return 0
        self._tally.set_apart += [line.text for line in self._loose_lines(root)]
        return sum(1 for item in root if name(item) == "w:comment")

    def _margins(self) -> Iterable[str]:
        """Give every line outside the body that a mark may stand in."""
        for kind in ("header", "footer"):
            for part in self._package.related(kind):
                root = self._package.root(part)
                lines = [line.text for line in self._loose_lines(root)]
                yield from lines
                yield "".join(lines)
        for part in self._package.parts:
            if part.startswith("docprops/"):
                yield from self._properties(part)
        yield from self._tally.set_apart
        yield from self._tally.boxed

    def _loose_lines(self, root: Element | None) -> list[Line]:
        """Read a story apart, so that its boxes and tables aren't counted as the body's."""
        if root is None:
            return []
        reader = StoryReader(Styles(None), Numbering(None), Tally(), lambda kind, note_id: "")
        stories = [item for item in root if name(item) in ("w:comment",)] or [root]
        return [line for story in stories for line in lines_of(reader.read(story))]

    def _properties(self, part: str) -> Iterable[str]:
        root = self._package.root(part)
        for element in root.iter() if root is not None else ():
            text = (element.text or "").strip()
            if text and len(element) == 0:
                parent = element.getparent()
                label = "" if parent is None else attribute(parent, "name")
                yield from (text, f"{label}:{text}")


def _notes(tally: Tally, package: Package, comments: int) -> tuple[str, ...]:
    """Say in Chinese what the file holds beside its text; nothing is dropped silently."""
    notes: list[str] = []
    if changes := tally.insertions + tally.deletions + tally.moves:
        notes.append(f"含修订痕迹{changes}处，已按接受全部修订读入，原件保留修订")
    media = sum(1 for name_ in package.names if "/embeddings/" in f"/{name_.lower()}")
    for count, text in (
        (tally.text_boxes, "含文本框{}个，文字已并入正文"),
        (tally.tables, "含表格{}个"),
        (tally.charts, "含图表{}个，未收入正文，请看原件"),
        (tally.diagrams, "含图示（SmartArt）{}个，其中文字未收入正文，请看原件"),
        (max(tally.embedded, media), "含嵌入文件{}个，未打开，未收入正文"),
        (tally.chunks, "含嵌入文档块{}个，未收入正文，请看原件"),
        (comments, "含批注{}条，未收入正文"),
        (tally.hidden, "含隐藏文字{}处，未收入正文"),
        (tally.contents, "含自动目录{}处，未收入正文"),
    ):
        if count:
            notes.append(text.format(count))
    if any(name_.lower().endswith("vbaproject.bin") for name_ in package.names):
        notes.append("含宏代码，未执行")
    return tuple(notes)


def _title_lines(pieces: list[Piece]) -> tuple[str, ...]:
    """Give the first run of lines near the top that look like a title (style, centre, size)."""
    lines = [piece for piece in pieces if isinstance(piece, Line)][:_TITLE_WITHIN]
    styled = [line.text for line in lines if line.look.title_style]
    if styled:
        return tuple(styled[:3])
    centred = [line for line in lines if line.look.centred]
    large = [line for line in centred if _TITLE_SIZE <= line.look.size <= _MASTHEAD_SIZE]
    return tuple(line.text for line in large[:4])
