"""Taking invisible characters out of text, so that no glyph is missed and no match fails."""

from __future__ import annotations

import re
import unicodedata

_BLANKS = re.compile(r"[\t\u00a0\u2000-\u200a\u202f\u205f]")
_BREAKS = re.compile(r"\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")


def split_lines(text: str) -> list[str]:
    """Split at every kind of line, page and paragraph break."""
    return _BREAKS.split(text)


def clean(text: str) -> str:
    """Drop control, zero-width and soft-hyphen characters; make odd blanks plain ones."""
    if text.isascii() and text.isprintable():
        return text
    text = _BLANKS.sub(" ", text)
    return "".join(char for char in text if unicodedata.category(char) not in ("Cc", "Cf", "Cs"))
