"""Which fonts the page is set in, and adding one for characters that none of them has."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from xinxi_desktop.domain.vocabulary import WordFonts
from xinxi_desktop.services.bulletins import office_fonts
from xinxi_desktop.services.office import Changes, Office
from xinxi_desktop.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class FontLine:
    """A role (仿宋, 楷体 …), the family it is set in, and a sentence on what stands in."""

    role: str
    family: str
    note: str


def font_lines() -> list[FontLine]:
    """Say for every role which font it is set in on this machine."""
    from xinxi_desktop.fonts import report

    return [FontLine(row.role.label, row.family, row.note) for row in report(office_fonts())]


def word_fonts(office: Office) -> WordFonts:
    """Tell which fonts this office's Word files name."""
    return WordFonts(office.file.setting("word_fonts", WordFonts.ACTUAL.value))


def choose_word_fonts(office: Office, choice: WordFonts) -> Changes:
    """Let Word files from now on name the fonts they were set in, or the official ones."""

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        tx.update("setting", "word_fonts", {"value": choice.value})
        return f"Word 文件的字体名称已改为{choice.label}", ()

    return office.do("更改字体名称", work)


def add_font_file(path: Path) -> str:
    """Take a person's font file as the last resort in every role; give its family.

    UserError says why a file can't be taken; WorldError that it could not be copied.
    """
    from xinxi_desktop.fonts import add_font

    family = add_font(path)
    office_fonts.cache_clear()
    return family
