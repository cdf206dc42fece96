"""Reading one raw report from disk: once, hashed, marks checked, every refusal a sentence."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from xinxi_desktop.domain.document import Document, Table, block_lines
from xinxi_desktop.domain.marks import (
    MarkSources,
    SecrecyMark,
    find_secrecy,
    find_urgency,
    refusal_code,
)
from xinxi_desktop.domain.recognition import Hints, overlong_title
from xinxi_desktop.domain.vocabulary import Machine
from xinxi_desktop.errors import UserError
from xinxi_desktop.importers.files import name_of, read_bytes
from xinxi_desktop.importers.refusals import refusal
from xinxi_desktop.importers.sniff import check_text_suffix, sniff, suffix_of
from xinxi_desktop.importers.texts import ReadText

_USUAL_SUFFIXES = {"docx": (".docx", ".docm"), "txt": (".txt", ".text", "")}


@dataclass(frozen=True, slots=True)
class RawReport:
    """One file as received: its bytes and hash, the text read, notes on what else it holds.

    ``notes`` are Chinese sentences for the person; ``hints`` carry to recognition what the text
    alone does not show (marks in headers, the look of the title). ``format`` is docx or txt.
    ``pictures`` are the bytes of the text's pictures by SHA-256, ``doubts`` what a person should
    look at.
    """

    path: Path
    file_name: str
    bytes_: bytes = field(repr=False)
    sha256: str
    format: str
    document: Document
    notes: tuple[str, ...]
    hints: Hints
    doubts: tuple[str, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict, repr=False)

    @property
    def mark(self) -> SecrecyMark:
        """The secrecy mark of the file; its level may be held by this machine."""
        return self.hints.mark


def read_file(path: Path, *, machine: Machine) -> RawReport:
    """Read a .docx or .txt; UserError of ``refusals`` when it can't or may not be taken.

    The file is opened and read once; what is hashed is what was understood.
    """
    file_name = name_of(path)
    stem = Path(file_name).stem
    _check_mark(find_secrecy(MarkSources(file_name=stem)), machine)
    data = read_bytes(path, file_name)
    kind = sniff(data, file_name)
    found = _read_text(kind, data, file_name)
    notes = _format_note(kind, file_name)
    return make_report(path, file_name, data, kind, found, machine, notes)


def make_report(
    path: Path,
    file_name: str,
    data: bytes,
    kind: str,
    found: ReadText,
    machine: Machine,
    notes: tuple[str, ...] = (),
) -> RawReport:
    """Check the marks of what was read and put it together; UserError as ``read_file``."""
    document = found.document
    sources = MarkSources(_lines(document), found.margins, Path(file_name).stem)
    mark = find_secrecy(sources)
    _check_mark(mark, machine)
    if not document.characters():
        raise refusal("no_text", file_name, "、".join(found.notes) or "全是空白")
    hints = Hints(found.title_lines, mark, find_urgency(sources))
    if length := overlong_title(document, hints):
        raise refusal("title_too_long", file_name, str(length))
    sha256 = hashlib.sha256(data).hexdigest()
    all_notes = (*notes, *found.notes)
    return RawReport(
        path, file_name, data, sha256, kind, document, all_notes, hints, found.doubts,
        found.pictures,
    )  # fmt: skip


def _check_mark(mark: SecrecyMark, machine: Machine) -> None:
    if code := refusal_code(mark, machine):
        raise refusal(code)


def _read_text(kind: str, data: bytes, file_name: str) -> ReadText:
    """Read by kind. The .docx reader brings lxml in, so it is imported on first use."""
    if kind == "docx":
        from xinxi_desktop.importers.docx import read_docx

        return read_docx(data, file_name)
    from xinxi_desktop.importers.txt import read_txt

    check_text_suffix(file_name)
    try:
        plain = read_txt(data, file_name)
    except UserError as error:
        if suffix_of(file_name) in _USUAL_SUFFIXES["docx"]:
            raise refusal("damaged_docx", file_name, "文件头不是Word格式") from error
        raise
    return ReadText(plain.document, plain.notes)


def _lines(document: Document) -> tuple[str, ...]:
    """Give the lines that marks are looked for in; a mark may fill one cell of a form."""
    lines: list[str] = []
    for block in document.blocks:
        lines += block_lines(block)
        if isinstance(block, Table):
            lines += [cell for row in block.rows for cell in row if cell]
    return tuple(lines)


def _format_note(kind: str, file_name: str) -> tuple[str, ...]:
    suffix = suffix_of(file_name)
    if suffix in _USUAL_SUFFIXES[kind]:
        return ()
    actual = {"docx": "Word文档（.docx）", "txt": "纯文本"}[kind]
    return (f"扩展名是{suffix or '（无）'}，实际是{actual}，已按实际格式读入",)
