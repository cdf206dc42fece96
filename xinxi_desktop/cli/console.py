"""What the commands print: lines and tables for people, one JSON object a line for programs."""

from __future__ import annotations

import json
import os
import sys
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

_WIDEST = 60
"""Columns a table cell usually may take before it is cut with “…”."""


def prepare_streams() -> None:
    """Make the streams UTF-8 (a Windows console isn't) and never fail on a character."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def put(text: str) -> None:
    """Print a line of results."""
    print(text)


def put_json(row: Mapping[str, Any]) -> None:
    """Print one object on one line, at once, so that a reader sees what is done."""
    print(json.dumps(row, ensure_ascii=False), flush=True)


def say(sentence: str) -> None:
    """Print a sentence for the person on stderr, apart from the results."""
    print(sentence, file=sys.stderr)


def put_table(head: Sequence[str], rows: Sequence[Sequence[Any]], widest: int = _WIDEST) -> None:
    """Print rows under a heading in columns; numbers stand right, None is an empty cell.

    A cell of more than ``widest`` columns is cut.
    """
    cells = [[_cell(value, widest) for value in row] for row in rows]
    widths = [max(map(width, column)) for column in zip(head, *cells, strict=True)]
    put(_line(head, widths, [False] * len(head)))
    put("  ".join("─" * size for size in widths).rstrip())
    for row, texts in zip(rows, cells, strict=True):
        put(_line(texts, widths, [isinstance(value, int) for value in row]))


def shown(path: Path) -> str:
    """Give a path as text; bytes of a name that are not UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", errors="replace")


def width(text: str) -> int:
    """Count the columns that a text takes on a terminal: two for a Chinese character."""
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _cell(value: Any, widest: int) -> str:
    text = "" if value is None else " ".join(str(value).split())
    if width(text) <= widest:
        return text
    while width(text) > widest - 2:
        text = text[:-1]
    return text + "…"


def _line(texts: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    padded = (
        " " * (size - width(text)) + text if on_right else text + " " * (size - width(text))
        for text, size, on_right in zip(texts, widths, right, strict=True)
    )
    return "  ".join(padded).rstrip()
