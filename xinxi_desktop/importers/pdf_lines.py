"""The lines that a PDF shows, read back in reading order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from ctypes import c_double
from typing import Any

_HYPHENS = (0xFFFE, 0x0002)
"""What pdfium gives for a hyphen at a line's end."""
_SAME_LINE = 2.0
"""Points by which baselines of one line may differ (digits in another face)."""
_LEADER = re.compile(r"\.{2,}")
_PAGE_NUMBER = re.compile(r"[—-]\d+[—-]")


def solid(text: str) -> str:
    """Leave out what is not seen: blanks, control and format characters."""
    return "".join(
        char
        for char in text
        if not char.isspace() and unicodedata.category(char) not in ("Cc", "Cf", "Cs")
    )


def read_lines(pdf: bytes) -> list[list[str]]:
    """Give each page's lines from top to bottom, without blanks.

    Dotted leaders and page numbers are left out.
    """
    from pypdfium2 import PdfDocument

    document = PdfDocument(pdf)
    try:
        return [list(_lines(page)) for page in document]
    finally:
        document.close()


def _lines(page: Any) -> Iterator[str]:
    rows: list[tuple[float, list[tuple[float, str]]]] = []
    for x, y, char in sorted(_characters(page), key=lambda placed: -placed[1]):
        if rows and rows[-1][0] - y <= _SAME_LINE:
            rows[-1][1].append((x, char))
        else:
            rows.append((y, [(x, char)]))
    for _, row in rows:
        text = _LEADER.sub("", "".join(char for _, char in sorted(row, key=lambda at: at[0])))
        if text and not _PAGE_NUMBER.fullmatch(text):
            yield text


def _characters(page: Any) -> Iterator[tuple[float, float, str]]:
    """Give every visible character with its pen position, points from the lower left."""
    from pypdfium2 import raw

    text = page.get_textpage()
    x, y = c_double(), c_double()
    high = ""
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, index)
        if code in _HYPHENS:
            code = ord("-")
        char, high = _joined(high, chr(code) if code < 0x110000 else "")
        if char and solid(char):
            raw.FPDFText_GetCharOrigin(text, index, x, y)
            yield x.value, y.value, char


def _joined(high: str, char: str) -> tuple[str, str]:
    """Join the two halves of a character beyond U+FFFF; give it and the half that waits."""
    if "\ud800" <= char <= "\udbff":
        return "", char
    if "\udc00" <= char <= "\udfff":
        return (high + char).encode("utf-16", "surrogatepass").decode("utf-16"), ""
    return char, ""
