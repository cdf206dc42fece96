"""Taking invisible characters out of text, so that no glyph is missed and no match fails."""

from __future__ import annotations

import re

_BLANKS = re.compile(r"[\t\u00a0\u2000-\u200a\u202f\u205f]")
_BREAKS = re.compile(r"\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    r"\ufe00-\ufe0f\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e01ef]"
)
"""Controls, soft hyphen, joiners and marks of direction, variation selectors."""


def split_lines(text: str) -> list[str]:
    """Split at every kind of line, page and paragraph break."""
    return _BREAKS.split(text)


def clean(text: str) -> str:
    """Drop invisible characters; make odd blanks plain ones."""
    return _INVISIBLE.sub("", _BLANKS.sub(" ", text))
