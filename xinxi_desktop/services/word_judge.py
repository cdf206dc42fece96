"""Compares our pages with those that an office program makes of our Word file.

The office is LibreOffice, where it is installed; Word itself can't be asked from here. It is
given our fonts as installed ones and a profile of its own, and it never leaves the machine.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from xml.sax.saxutils import escape

from xinxi_desktop.domain.fonts import FontSet
from xinxi_desktop.errors import UserError, WorldError
from xinxi_desktop.importers.pdf_lines import read_lines

_NAMES = ("soffice", "libreoffice")
_MINUTES = 8


@dataclass(frozen=True, slots=True)
class Difference:
    """Lines that stand in one file only: ours and Word's, with page from 1 and line from 1."""

    ours: tuple[tuple[int, int, str], ...]
    word: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """How our PDF and the Word file's pages agree; ``lost`` are characters Word's lack."""

    lines: int
    same: int
    same_page: int
    our_pages: int
    word_pages: int
    lost: str
    differences: tuple[Difference, ...]

    @property
    def share(self) -> float:
        """Share of our lines that end alike, 1 for none."""
        return self.same / self.lines if self.lines else 1.0


def office_program() -> str:
    """Find the office program; UserError says that it is needed."""
    for name in _NAMES:
        found = shutil.which(name)
        if found:
            return found
    raise UserError(
        "no_office_program",
        "本机没有 LibreOffice，不能对照 Word 版面。版面和文件没有受影响。"
        "要对照，请安装 LibreOffice Writer 后再试。",
    )


def word_pages(files: Mapping[str, bytes], fonts: FontSet) -> dict[str, bytes]:
    """Have the office program turn Word files into PDF, by name; WorldError if it fails."""
    program = office_program()
    with tempfile.TemporaryDirectory(prefix="xinxi") as folder:
        place = Path(folder)
        for name, data in files.items():
            (place / f"{name}.docx").write_bytes(data)
        _convert(program, place, [place / f"{name}.docx" for name in files], fonts)
        return {name: _made(place / f"{name}.pdf") for name in files}


def _convert(program: str, place: Path, sources: Sequence[Path], fonts: FontSet) -> None:
    configuration = place / "fonts.conf"
    configuration.write_text(_fonts_configuration(place, fonts), encoding="utf-8")
    command = [
        program, "--headless", "--norestore", f"-env:UserInstallation={(place / 'profile').as_uri()}",
        "--convert-to", "pdf", "--outdir", str(place), *map(str, sources),
    ]  # fmt: skip
    environment = {**os.environ, "FONTCONFIG_FILE": str(configuration), "HOME": str(place)}
    try:
        subprocess.run(
            command, env=environment, capture_output=True, timeout=_MINUTES * 60, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _failed() from error


def _fonts_configuration(place: Path, fonts: FontSet) -> str:
    """Name the folders of our faces, and no other: what counts as installed is what we measured."""
    folders = sorted({str(Path(face.path).parent) for face in fonts.faces()})
    listed = "".join(f"<dir>{escape(folder)}</dir>" for folder in folders)
    return (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
        f"<fontconfig>{listed}<cachedir>{escape(str(place / 'cache'))}</cachedir></fontconfig>"
    )


def _made(pdf: Path) -> bytes:
    try:
        return pdf.read_bytes()
    except OSError as error:
        raise _failed() from error


def _failed() -> WorldError:
    return WorldError(
        "office_program_failed",
        "LibreOffice 没有把 Word 文件转成 PDF，没有对照。版面和文件没有受影响。"
        "请关闭其他 LibreOffice 窗口后再试。",
    )


def compare(ours: bytes, word: bytes) -> Comparison:
    """Compare two PDFs line by line; a line that differs does not lose the ones after it."""
    our_pages, word_pages_ = read_lines(ours), read_lines(word)
    our_lines, word_lines = list(_numbered(our_pages)), list(_numbered(word_pages_))
    matcher = SequenceMatcher(
        None, [line[2] for line in our_lines], [line[2] for line in word_lines], autojunk=False
    )
    same = same_page = 0
    differences = []
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        pairs = our_lines[start:end], word_lines[other_start:other_end]
        if kind == "equal":
            same += end - start
            same_page += sum(a[0] == b[0] for a, b in zip(*pairs, strict=True))
        else:
            differences.append(Difference(tuple(pairs[0]), tuple(pairs[1])))
    return Comparison(
        len(our_lines),
        same,
        same_page,
        len(our_pages),
        len(word_pages_),
        _lost(our_pages, word_pages_),
        tuple(differences),
    )


def _numbered(pages: Sequence[Sequence[str]]) -> Iterator[tuple[int, int, str]]:
    for page, lines in enumerate(pages, 1):
        for line, text in enumerate(lines, 1):
            yield page, line, text


def _lost(ours: Sequence[Sequence[str]], word: Sequence[Sequence[str]]) -> str:
    """Give the characters that our pages show more often than Word's."""
    count = Counter(char for page in ours for line in page for char in line)
    count.subtract(char for page in word for line in page for char in line)
    return "".join(char * times for char, times in sorted(count.items()) if times > 0)
