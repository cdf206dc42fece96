"""The body of an article: ordered blocks with stable ids (architecture.md 7).

Text is ``str``; marks count characters, not UTF-16 units. The canonical JSON written here
is what is stored, hashed and compared, so its form changes only with ``FORMAT_VERSION``. A text
is written in the oldest form that holds it, so that what was stored long ago keeps its hash.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from xinxi_desktop.errors import WorldError

FORMAT_VERSION = 2
"""2: a picture may tell its width."""

_HEADINGS = (
    (1, re.compile(r"^[一二三四五六七八九十百]+、")),
    (2, re.compile(r"^[（(][一二三四五六七八九十百]+[）)]")),
    (3, re.compile(r"^\d{1,2}[.．](?!\d)")),
    (4, re.compile(r"^[（(]\d{1,2}[）)]")),
)
_HEADING_MAX = 40
"""A numbered line longer than this, or ending like a sentence, is a paragraph: offices also
number whole paragraphs. Those keep the run-in first sentence in the heading's font."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch ``start..end`` (characters) of a block with a kind and a reference."""

    start: int
    end: int
    kind: str
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of running text."""

    id: str
    text: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading on a line of its own, level 1 to 4: 一、 (一) 1. (1)."""

    id: str
    text: str
    level: int
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cell texts; the first ``header_rows`` are the head."""

    id: str
    rows: tuple[tuple[str, ...], ...]
    header_rows: int = 1


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture kept as a blob (SHA-256), with its caption.

    ``blob`` is empty where the file held no bytes. ``width`` is the width in twips that the
    writer gave it, 0 where none is known.
    """

    id: str
    blob: str
    caption: str = ""
    width: int = 0


@dataclass(frozen=True, slots=True)
class Note:
    """A note set small under the text."""

    id: str
    text: str


Block = Paragraph | Heading | Table | Picture | Note
_KINDS: dict[str, type[Block]] = {
    "paragraph": Paragraph,
    "heading": Heading,
    "table": Table,
    "picture": Picture,
    "note": Note,
}


@dataclass(frozen=True, slots=True)
class Document:
    """An ordered body of blocks."""

    blocks: tuple[Block, ...] = ()

    def plain_text(self) -> str:
        """Give the text, one block (or table row, cells by tab) a line."""
        return "\n".join(line for block in self.blocks for line in block_lines(block))

    def characters(self) -> int:
        """Count 字数: characters without blanks (architecture.md 22)."""
        return count_characters(self.plain_text())


def block_lines(block: Block) -> list[str]:
    """Give the lines of text that a block holds."""
    if isinstance(block, Table):
        return ["\t".join(row) for row in block.rows]
    if isinstance(block, Picture):
        return [block.caption] if block.caption else []
    return [block.text]


def count_characters(text: str) -> int:
    """Count 字数: characters without any blank, as Word counts Chinese text."""
    return sum(map(len, text.split()))


def heading_level(line: str) -> int:
    """Tell the heading level of a line, 0 for running text (page-model.md §1)."""
    if len(line) > _HEADING_MAX:
        return 0
    for level, pattern in _HEADINGS:
        if pattern.match(line):
            ends_sentence = line.rstrip().endswith(("。", ";", "；", ":", "：", "!", "！"))
            return 0 if ends_sentence else level
    return 0


def run_in_heading(line: str) -> tuple[int, int]:
    """Tell level and length of a numbered first sentence inside a paragraph, (0, 0) if none.

    “(一)加强领导。各县区…” sets its first sentence in the heading's font.
    """
    for level, pattern in _HEADINGS[:2]:
        if pattern.match(line):
            stop = line.find("。")
            if 0 < stop < _HEADING_MAX:
                return level, stop + 1
    return 0, 0


def pictures_of(documents: Iterable[Document]) -> tuple[str, ...]:
    """Give the blobs of all pictures in some texts, each once, in order."""
    blocks = (block for document in documents for block in document.blocks)
    blobs = (block.blob for block in blocks if isinstance(block, Picture) and block.blob)
    return tuple(dict.fromkeys(blobs))


def document_from_lines(lines: Iterable[str]) -> Document:
    """Make blocks from lines of text, recognising headings; empty lines are dropped."""
    blocks: list[Block] = []
    for line in lines:
        text = line.strip().strip("\u3000")
        if not text:
            continue
        name = f"b{len(blocks) + 1}"
        level = heading_level(text)
        blocks.append(Heading(name, text, level) if level else Paragraph(name, text))
    return Document(tuple(blocks))


def to_json(document: Document) -> str:
    """Write the canonical UTF-8 JSON that is stored and hashed."""
    blocks = [{"kind": _kind_of(block), **_fields(block)} for block in document.blocks]
    version = 2 if any("width" in block for block in blocks) else 1
    return canonical({"format_version": version, "blocks": blocks})


def from_json(text: str) -> Document:
    """Read the canonical JSON back; WorldError if the text is of a newer format or damaged."""
    try:
        data = json.loads(text)
        if data["format_version"] > FORMAT_VERSION:
            raise WorldError(
                "newer_document",
                "这篇稿件由更新版本的程序写成，本程序读不了。内容没有改动。请升级程序后再打开。",
            )
        return Document(tuple(_block(item) for item in data["blocks"]))
    except (KeyError, TypeError, ValueError) as error:
        raise WorldError(
            "damaged_document", "这篇稿件的正文已损坏，读不出来。原件没有改动。请从备份恢复。"
        ) from error


def canonical(value: Any) -> str:
    """Serialise a value in the one form used for hashing: sorted keys, no blanks, UTF-8."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def sha256(text: str) -> str:
    """Hash text as UTF-8, in lower-case hex."""
    import hashlib

    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _fields(block: Block) -> dict[str, Any]:
    fields = asdict(block)
    if isinstance(block, Picture) and not block.width:
        del fields["width"]
    return fields


def _kind_of(block: Block) -> str:
    return next(name for name, kind in _KINDS.items() if isinstance(block, kind))


def _block(item: dict[str, Any]) -> Block:
    fields = dict(item)
    kind = _KINDS[fields.pop("kind")]
    if "marks" in fields:
        fields["marks"] = tuple(Mark(**mark) for mark in fields["marks"])
    if "rows" in fields:
        fields["rows"] = tuple(tuple(row) for row in fields["rows"])
    return kind(**fields)
