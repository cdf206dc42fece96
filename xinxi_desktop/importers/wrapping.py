"""Joining lines of a text file in which every screen line was ended by hand or by a mailer."""

from __future__ import annotations

import re
import statistics

from xinxi_desktop.domain.document import heading_level

_MIN_FULL = 4
_WIDTHS = range(36, 121)
"""Columns (a Chinese character takes two) that such lines have: 18 to 60 characters."""
_SLACK = 4
_ENDS = tuple("。！？!?；;：:…”」』）)】")
_INDENT = re.compile(r"^(?:\u3000| {2,})")


def join_wrapped(lines: list[str]) -> list[str]:
    """Give the lines with wrapped ones joined; the very same list when the text isn't wrapped."""
    width = _wrap_width(lines)
    if not width:
        return lines
    indented = sum(1 for line in lines if _INDENT.match(line)) >= 2
    joined: list[str] = []
    open_line = False
    for line in lines:
        if open_line and line.strip() and not _starts_paragraph(line):
            joined[-1] = _glue(joined[-1], line.strip())
        else:
            joined.append(line)
        open_line = _runs_on(line, width, indented)
    return joined


def _wrap_width(lines: list[str]) -> int:
    """Give the common width of full lines, 0 unless the text is clearly wrapped."""
    filled = [line for line in lines if line.strip()]
    widths = [_columns(line) for line in filled]
    long = [width for width in widths if width >= _WIDTHS.start]
    if len(long) < _MIN_FULL:
        return 0
    width = int(statistics.median(long))
    if width not in _WIDTHS or max(long) > width + _SLACK:
        return 0
    full = [line for line, columns in zip(filled, widths, strict=True) if columns >= width - _SLACK]
    broken = [line for line in full if not line.rstrip().endswith(_ENDS)]
    clearly = len(full) >= max(_MIN_FULL, 0.4 * len(filled)) and len(broken) >= 0.6 * len(full)
    return width if clearly else 0


def _runs_on(line: str, width: int, indented: bool) -> bool:
    if _columns(line) < width - _SLACK:
        return False
    # With indents a full line that ends a sentence may go on; the next indent will tell.
    return indented or not line.rstrip().endswith(("。", "！", "？", "!", "?"))


def _starts_paragraph(line: str) -> bool:
    return bool(_INDENT.match(line)) or heading_level(line.strip()) > 0


def _glue(left: str, right: str) -> str:
    latin = left[-1:].isascii() and left[-1:].isalnum() and right[:1].isascii()
    return f"{left.rstrip()} {right}" if latin and right[:1].isalnum() else left.rstrip() + right


def _columns(line: str) -> int:
    """Count columns: in GBK a character has as many bytes as columns on an old screen."""
    return len(line.rstrip().encode("gbk", "replace"))
